// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/secretvault.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/httpclient.h"

#include <QCoroTask>

#include <QList>
#include <QObject>
#include <QUrl>

#include <optional>

namespace ChatCal {

/// A team's server, as it was added.
struct TeamServer
{
    QString id; ///< follows from the address
    QString name; ///< what the person calls it
    QUrl url; ///< without a slash at its end
};

/// The servers the desktop knows: its own, and teams' by address and token. Addresses are kept in the settings, tokens
/// in a vault of their own, which no server is handed.
class Servers : public QObject
{
    Q_OBJECT
public:
    /// @p dataDir as ServerProcess takes it.
    explicit Servers(const QString &dataDir, QObject *parent = nullptr);
    ~Servers() override;

    /// In the order they were added.
    [[nodiscard]] QList<TeamServer> teams() const;
    [[nodiscard]] std::optional<TeamServer> find(const QString &id) const;
    /// The id of the team's server in use; empty: our own.
    [[nodiscard]] const QString &current() const { return m_current; }
    /// Another from now on; empty: our own. Nothing happens for an id that is not known.
    void use(const QString &id);

    /// Asks the server at @p address ("cal.example.com", "https://…", "http://localhost:8080") whether it is one of
    /// ours and takes @p token, and keeps both. The same address again replaces its token and name. Errors are worded
    /// by addFailureWords(): InvalidInput (an address that is none, or not private), Unavailable, Timeout,
    /// Unauthorized (the token), Protocol (its certificate), NotFound (no ChatCal there), Internal (not kept).
    [[nodiscard]] QCoro::Task<Result<TeamServer>> add(QString address, Secret token, QString name);
    [[nodiscard]] static QString addFailureWords(const Error &error);
    /// Forgets it, its token, and what was kept of its calendar; ours is used when it was the current one. What still
    /// waits for it is lost: ask before. Unavailable when the token could not be taken from the keychain.
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString id);
    /// NotFound when the vault has none.
    [[nodiscard]] QCoro::Task<Result<Secret>> token(QString id);

    /// Of the tokens.
    [[nodiscard]] SecretVault &vault() { return m_vault; }
    /// Where the desktop keeps what belongs to the server @p id; empty: ours. Not made by this.
    [[nodiscard]] QString folder(const QString &id) const;

Q_SIGNALS:
    void changed();
    /// Connect to current() now.
    void currentChanged(const QString &id);

private:
    [[nodiscard]] QCoro::Task<Result<void>> check(QUrl url, Secret token);
    void keep(const QList<TeamServer> &teams);

    QString m_folder;
    SecretVault m_vault;
    HttpClient m_http;
    QString m_current;
};

/// @p address as a server's URL: https unless it says otherwise, http only for this machine; no user, query or
/// fragment. InvalidInput naming "address".
[[nodiscard]] Result<QUrl> serverUrl(const QString &address);

} // namespace ChatCal
