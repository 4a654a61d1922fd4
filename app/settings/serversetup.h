// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/secretvault.h"
#include "app/settings/configfile.h"
#include "core/base/result.h"

#include <QCoroTask>

#include <QHash>
#include <QObject>

namespace ChatCal {

/// How the desktop's own server is set up: what is in force and where it comes from, and changes to it. Plain settings
/// go into DATA_DIR/chatcal.conf, secret ones into the vault. Every change is tried by chatcal-server itself before it
/// is written, so that no wrong value can keep the server from starting.
class ServerSetup : public QObject
{
    Q_OBJECT
public:
    struct Value
    {
        QString text; ///< of a secret: empty, or "********" when there is one
        QString origin; ///< "default", "environment", "command line", "keychain", or a file's path
        [[nodiscard]] bool isSet() const { return origin != QStringLiteral("default"); }
        /// It goes before what could be set here.
        [[nodiscard]] bool isFixed() const
        {
            return origin == QStringLiteral("environment") || origin == QStringLiteral("command line");
        }
    };
    using Values = QHash<QString, Value>; ///< by setting name

    struct Wish
    {
        QHash<QString, QString> values; ///< an empty one: back to the default
        QHash<QString, Secret> secrets; ///< an empty one: away with it
        [[nodiscard]] bool isEmpty() const { return values.isEmpty() && secrets.isEmpty(); }
    };
    /// What a service said when it was tried.
    struct Trial
    {
        QString service; ///< "calendar caldav"
        bool isGood = false;
        QString words; ///< why not
    };

    /// @p vault is the data folder's; it outlives this.
    ServerSetup(QString program, SecretVault &vault, QObject *parent = nullptr);

    /// InvalidInput when what is written now is refused, by field.
    [[nodiscard]] QCoro::Task<Result<Values>> read();
    /// What chatcal.conf says, right or wrong.
    [[nodiscard]] Values written() const;
    /// InvalidInput, by setting name, when the server would refuse it: then nothing was changed.
    [[nodiscard]] QCoro::Task<Result<void>> apply(Wish wish);
    /// Reaches the services as they would be with @p wish, without changing anything. @p settings are the beginnings of
    /// the names that matter for it.
    [[nodiscard]] QCoro::Task<Result<QList<Trial>>> tryOut(Wish wish, QStringList settings);

    /// Deletes all there is in the data folder and the secrets in the vault; the server must not run.
    [[nodiscard]] QCoro::Task<Result<void>> deleteAll();

    [[nodiscard]] QString dataDir() const;
    [[nodiscard]] SecretVault &vault() { return m_vault; }

Q_SIGNALS:
    /// Another configuration holds from the server's next start on.
    void changed();

private:
    struct Said
    {
        int exitCode = 0;
        QString output;
        QString complaint; ///< the last line on stderr
    };
    struct Draft
    {
        ConfigFile file;
        SecretVault::Secrets secrets;
        QStringList locked;
    };
    [[nodiscard]] static QCoro::Task<Result<Said>> ask(QString program, QString folder, SecretVault::Secrets secrets,
                                                       QStringList locked, QStringList arguments,
                                                       std::chrono::milliseconds patience);
    [[nodiscard]] QCoro::Task<Result<Draft>> draft(Wish wish);
    [[nodiscard]] QString configPath() const;

    QString m_program;
    SecretVault &m_vault;
};

} // namespace ChatCal
