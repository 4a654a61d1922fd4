// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

namespace ChatCal {

/// Google's authorization server under its public rules (developers.google.com/identity/protocols/oauth2/web-server,
/// RFC 6749, RFC 7636; read 2026-11), for one client and one person, who agrees at once.
class FakeGoogleOAuth
{
public:
    struct Answer
    {
        int status = 200;
        QJsonObject json;
        QUrl location; ///< of a redirect
    };
    static const QString clientId;
    static const QByteArray clientSecret;

    /// What the person's browser is sent to.
    [[nodiscard]] Answer authorize(const QUrlQuery &query);
    [[nodiscard]] Answer token(const QUrlQuery &form);
    [[nodiscard]] Answer revoke(const QUrlQuery &form);

    void registerRedirect(const QString &uri) { m_redirects.append(uri); }
    void denyNext() { m_denies = true; }
    /// The person leaves all but these unticked.
    void grantOnly(const QStringList &scopes) { m_onlyScopes = scopes; }
    /// As in the account's settings: no token of this client holds any longer.
    void withdraw();
    void expireAccessTokens() { m_access.clear(); }
    /// The next @p times calls of the token endpoint answer @p status.
    void failTokens(int status, int times = 1);

    enum class Scope { None, Wrong, Good };
    /// Whether @p accessToken opens what needs one of @p scopes.
    [[nodiscard]] Scope allows(const QByteArray &accessToken, const QStringList &scopes) const;
    /// Tokens as if somebody had signed in.
    [[nodiscard]] QByteArray makeAccessToken(const QStringList &scopes);
    [[nodiscard]] QByteArray makeRefreshToken(const QStringList &scopes);

    [[nodiscard]] int refreshes() const { return m_refreshes; }
    [[nodiscard]] bool knowsRefreshToken(const QByteArray &token) const { return m_refresh.contains(token); }

private:
    struct Code
    {
        QString redirect;
        QByteArray challenge;
        QStringList scopes;
        bool isOffline = false;
    };
    [[nodiscard]] Answer exchange(const QUrlQuery &form);
    [[nodiscard]] Answer refresh(const QUrlQuery &form);

    QStringList m_redirects;
    QStringList m_onlyScopes;
    QHash<QByteArray, Code> m_codes;
    QHash<QByteArray, QStringList> m_access; ///< scopes by token
    QHash<QByteArray, QStringList> m_refresh;
    bool m_denies = false;
    int m_failures = 0;
    int m_failureStatus = 0;
    int m_refreshes = 0;
    int m_counter = 0;
};

} // namespace ChatCal
