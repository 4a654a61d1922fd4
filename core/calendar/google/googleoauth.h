// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/httpclient.h"

#include <QCoroTask>

#include <QPointer>
#include <QStringList>
#include <QUrl>

#include <stop_token>

namespace ChatCal {

/// What the operator registered at console.cloud.google.com.
struct GoogleClient
{
    QString id; ///< GOOGLE_CLIENT_ID
    Secret secret; ///< GOOGLE_CLIENT_SECRET
    QUrl base; ///< GOOGLE_OAUTH_BASE: one address in place of Google's two; empty: Google's own
};

struct GoogleTokens
{
    Secret access;
    Instant expiresAt;
    Secret refresh; ///< empty when the one that is known goes on holding
    QStringList scopes; ///< granted: a person may leave some unticked
};

/// Google's authorization server, as a web server's client sees it: code flow with PKCE (RFC 6749, RFC 7636;
/// developers.google.com/identity/protocols/oauth2/web-server, read 2026-11).
class GoogleOAuth
{
public:
    /// @p clock outlives it; without @p client calls answer Cancelled.
    GoogleOAuth(GoogleClient client, HttpClient &http, const Clock &clock);

    /// Everything a GoogleCalendar needs, and nothing more.
    [[nodiscard]] static const QStringList &scopes();
    /// Where the person is asked. With the consent screen each time: only then a refresh token comes for certain.
    [[nodiscard]] QUrl consentUrl(const QString &redirectUri, const QString &state, const Secret &verifier) const;

    // Errors: Unauthorized when the code or the refresh token is no longer good (invalid_grant), InvalidInput when
    // Google does not know the client or its redirect, Protocol, and those of the way there.
    /// A code can be exchanged once; not tried again.
    [[nodiscard]] QCoro::Task<Result<GoogleTokens>> exchange(Secret code, Secret verifier, QString redirectUri,
                                                             std::stop_token stop) const;
    [[nodiscard]] QCoro::Task<Result<GoogleTokens>> refresh(Secret refreshToken, std::stop_token stop) const;
    /// Withdraws the whole grant. A token that holds no longer is no error.
    [[nodiscard]] QCoro::Task<Result<void>> revoke(Secret token, std::stop_token stop) const;

private:
    using Form = QList<QPair<QByteArray, QByteArray>>;
    [[nodiscard]] QUrl endpoint(const QString &path, const QString &googles) const;
    [[nodiscard]] Form withClient(Form form) const;

    GoogleClient m_client;
    QPointer<HttpClient> m_http;
    const Clock *m_clock;
};

} // namespace ChatCal
