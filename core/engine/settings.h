// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/booking/policy.h"
#include "core/time/zone.h"

#include <QHash>
#include <QHostAddress>
#include <QString>
#include <QStringList>

#include <optional>

namespace ChatCal {

/// What is in force: flags over environment over chatcal.conf (INI, in the data folder) over defaults.
struct Settings
{
    QHostAddress listenAddress{QHostAddress::LocalHost};
    quint16 listenPort = 8000; ///< 0: any free one
    QString dataDir;
    QString hostName; ///< MY_NAME; empty: "your host"
    QString hostEmail;
    QString hostPhone;
    Zone zone; ///< DEFAULT_TIMEZONE; the system's until set
    WorkingHours hours;
    QStringList corsOrigins; ///< "https://example.com"; or the one entry "*"
    QStringList models; ///< CHATCAL_LLM, in order
    QString conferenceUrlTemplate;
    QString publicUrl; ///< how people reach this server; for links
    QString mailFrom; ///< SMTP_FROM; empty: the host's address
    Secret hostToken; ///< CHATCAL_HOST_TOKEN; empty: kept in DATA_DIR/owner.token
    std::optional<Instant> startOfClock; ///< CHATCAL_NOW
    bool logAsJson = true;
    bool logRequests = true; ///< one line each; failures are always logged

    /// What each setting is and where it came from, for --check-config; secrets masked.
    QStringList description;
};

/// Where values may come from; a map each, so that tests need no process environment.
struct SettingsSources
{
    QHash<QString, QString> flags; ///< by setting name
    QHash<QString, QString> environment;
    bool stderrIsTerminal = false;
};

/// InvalidInput with one line that names the setting, where it stood and what it should look like: an unknown name in
/// chatcal.conf or with the prefix CHATCAL_ in the environment is refused too. Reads DATA_DIR/chatcal.conf if it
/// exists.
[[nodiscard]] Result<Settings> loadSettings(const SettingsSources &sources);

/// The names loadSettings knows, in the order --help shows, each with its help line.
[[nodiscard]] QList<QPair<QString, QString>> settingNames();

} // namespace ChatCal
