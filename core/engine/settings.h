// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/booking/policy.h"
#include "core/time/language.h"
#include "core/time/zone.h"

#include <QHash>
#include <QHostAddress>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace ChatCal {

/// A service that speaks a model's wire format.
struct ModelEndpoint
{
    QString baseUrl; ///< without a slash at its end; empty: none
    Secret key;
    QString model;
};

struct GoogleSettings
{
    QString clientId;
    Secret clientSecret;
    QString calendarId = QStringLiteral("primary"); ///< the one written to
    QStringList busyCalendars; ///< further ones that make the host busy
    QString apiBase; ///< empty: Google's own
    QString oauthBase; ///< empty: Google's own
};

struct CalDavSettings
{
    QUrl url; ///< of the server or of the collection to write to
    QString username;
    Secret password;
    QList<QUrl> busyUrls; ///< further collections there that make the host busy
};

struct SmtpSettings
{
    QString server; ///< empty: mail goes to files
    quint16 port = 0; ///< 0 only while server is empty
    QString security = QStringLiteral("starttls"); ///< "starttls", "tls" or "none"
    QString username; ///< empty: the server asks for none
    Secret password;
    QString caFile; ///< PEM; empty: the system's authorities
};

/// What is in force: flags over environment over the desktop's keychain over chatcal.conf (INI, in the data folder)
/// over defaults. A secret may also lie in a file of its own, named by NAME_FILE in the environment or in chatcal.conf.
struct Settings
{
    QHostAddress listenAddress{QHostAddress::LocalHost};
    quint16 listenPort = 8000; ///< 0: any free one
    QString dataDir;
    QString hostName; ///< MY_NAME; empty: "your host"
    QString hostEmail;
    QString hostPhone;
    Zone zone; ///< DEFAULT_TIMEZONE; the system's until set
    Language hostLanguage = Language::English; ///< HOST_LANGUAGE, of mails to the host
    WorkingHours hours;
    QStringList corsOrigins; ///< "https://example.com"; or the one entry "*"
    QStringList models; ///< in order, "offline" among them
    ModelEndpoint groq; ///< OpenAiOptions has its defaults
    ModelEndpoint anthropic; ///< AnthropicOptions has its defaults
    ModelEndpoint openai; ///< any service compatible with OpenAI's; no base URL: none
    QString calendar; ///< "local", "google" or "caldav"
    GoogleSettings google;
    CalDavSettings calDav;
    QStringList allowedPrivateHosts; ///< calendar servers that may lie in a private network: "host" or "host:port"
    SmtpSettings smtp;
    Secret redisUrl; ///< with the password it may hold; empty: SQLite in the data folder
    Secret secretKey; ///< SECRET_KEY; empty: kept in DATA_DIR/secret.key
    int workers = 1;
    int chatPerMinute = 60; ///< messages from one address; 0: no limit
    QList<QPair<QHostAddress, int>> trustedProxies; ///< networks whose X-Forwarded-For counts
    QString conferenceUrlTemplate;
    QString publicUrl; ///< how people reach this server; for links
    QString mailFrom; ///< SMTP_FROM; empty: the host's address
    Secret hostToken; ///< CHATCAL_HOST_TOKEN; empty: kept in DATA_DIR/owner.token
    std::optional<Instant> startOfClock; ///< CHATCAL_NOW
    bool logAsJson = true;
    bool logRequests = true; ///< one line each; failures are always logged

    QStringList locked; ///< secrets the desktop keeps under a passphrase that was not given: their services are off

    /// What each setting is and where it came from, for --check-config; secrets masked.
    QStringList description;
};

/// Where values may come from; a map each, so that tests need no process environment.
struct SettingsSources
{
    QHash<QString, QString> flags; ///< by setting name
    QHash<QString, QString> environment;
    QHash<QString, QString> keychain; ///< of the desktop, handed to its child; by setting name
    QStringList locked; ///< secrets of the keychain that stay sealed, by setting name
    bool stderrIsTerminal = false;
};

/// InvalidInput with one line that names the setting, where it stood and what it should look like: an unknown name in
/// chatcal.conf or with the prefix CHATCAL_ in the environment is refused too, a secret on the command line, and a
/// chatcal.conf with a secret that others can read. Reads DATA_DIR/chatcal.conf if it exists.
[[nodiscard]] Result<Settings> loadSettings(const SettingsSources &sources);

/// The names loadSettings knows, in the order --help shows, each with its help line.
[[nodiscard]] QList<QPair<QString, QString>> settingNames();
/// Those whose values are secret.
[[nodiscard]] QStringList secretSettingNames();

} // namespace ChatCal
