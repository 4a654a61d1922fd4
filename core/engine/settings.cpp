// SPDX-License-Identifier: Apache-2.0
#include "core/engine/settings.h"

#include "core/base/text.h"
#include "core/time/words.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTimeZone>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

enum class Shown { Plain, Masked };

/// One setting: how it is called, what it should look like, and how it is taken over.
struct Entry
{
    QString name;
    QString help;
    Shown shown = Shown::Plain;
    Result<void> (*apply)(Settings &settings, const QString &value);
};

tl::unexpected<Error> unlike(const char16_t *form)
{
    return failure(ErrorCode::InvalidInput, u"should look like "_s + QString::fromUtf16(form));
}

Result<void> applyListen(Settings &settings, const QString &value)
{
    const qsizetype colon = value.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = value.mid(colon + 1).toUInt(&isNumber);
    QString host = value.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    const QHostAddress address = host == "localhost"_L1 ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    if (colon < 1 || !isNumber || port > 65535 || address.isNull())
        return unlike(u"127.0.0.1:8000 or [::1]:8000");
    settings.listenAddress = address;
    settings.listenPort = static_cast<quint16>(port);
    return {};
}

Result<void> applyZone(Settings &settings, const QString &value)
{
    const auto zone = Zone::find(value);
    if (!zone)
        return unlike(u"Europe/Paris, an IANA time zone");
    settings.zone = *zone;
    return {};
}

Result<void> applyNow(Settings &settings, const QString &value)
{
    const auto local = fromIsoLocal(value);
    if (!local)
        return unlike(u"2026-03-04T09:00:00, a local time in DEFAULT_TIMEZONE");
    settings.startOfClock = settings.zone.toInstant(*local);
    return {};
}

Result<void> applyHours(Settings &settings, const QString &value)
{
    auto hours = WorkingHours::parse(value);
    if (!hours)
        return failure(ErrorCode::InvalidInput, hours.error().fields.value(0).message);
    settings.hours = std::move(*hours);
    return {};
}

Result<void> applyOrigins(Settings &settings, const QString &value)
{
    settings.corsOrigins.clear();
    for (const QString &part : value.split(u',', Qt::SkipEmptyParts)) {
        const QString origin = part.trimmed();
        const QUrl url(origin);
        const bool isOrigin = (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty()
            && url.path().isEmpty() && !url.hasQuery() && url.userInfo().isEmpty();
        if (origin != "*"_L1 && !isOrigin)
            return unlike(u"https://example.com,https://www.example.com, or *");
        settings.corsOrigins.append(origin);
    }
    return {};
}

Result<void> applyModels(Settings &settings, const QString &value)
{
    settings.models.clear();
    for (const QString &part : value.split(u',', Qt::SkipEmptyParts)) {
        if (part.trimmed() != "offline"_L1)
            return failure(ErrorCode::InvalidInput, u"this version speaks with the model \"offline\" only"_s);
        settings.models.append(part.trimmed());
    }
    return settings.models.isEmpty() ? Result<void>(unlike(u"offline")) : Result<void>();
}

Result<void> applyTemplate(Settings &settings, const QString &value)
{
    QString example = value;
    const QUrl url(example.replace("{id}"_L1, "x"_L1), QUrl::StrictMode);
    if (!value.isEmpty() && (!url.isValid() || url.scheme() != "https"_L1 || !value.contains("{id}"_L1)))
        return unlike(u"https://meet.example.org/{id}");
    settings.conferenceUrlTemplate = value;
    return {};
}

Result<void> applyPublicUrl(Settings &settings, const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    if (!value.isEmpty() && (!url.isValid() || url.host().isEmpty() || !url.scheme().startsWith("http"_L1)))
        return unlike(u"https://calendar.example.org");
    settings.publicUrl = value;
    while (settings.publicUrl.endsWith(u'/'))
        settings.publicUrl.chop(1);
    return {};
}

Result<void> applyToken(Settings &settings, const QString &value)
{
    if (value.size() < 16 || value.contains(u' '))
        return failure(ErrorCode::InvalidInput, u"must be at least 16 characters without a space"_s);
    settings.hostToken = Secret(value.toUtf8());
    return {};
}

template<QString Settings::*member>
Result<void> applyName(Settings &settings, const QString &value)
{
    const auto clean = cleanOptionalText(value, u"it"_s, 200);
    if (!clean)
        return failure(ErrorCode::InvalidInput, clean.error().fields.value(0).message);
    settings.*member = *clean;
    return {};
}

template<QString Settings::*member, Result<QString> (*clean)(const QString &, const QString &)>
Result<void> applyContact(Settings &settings, const QString &value)
{
    if (value.isEmpty())
        return {};
    const auto contact = clean(value, u"it"_s);
    if (!contact)
        return failure(ErrorCode::InvalidInput, contact.error().fields.value(0).message);
    settings.*member = *contact;
    return {};
}

Result<void> applyLogFormat(Settings &settings, const QString &value)
{
    if (value != "json"_L1 && value != "text"_L1)
        return unlike(u"json or text");
    settings.logAsJson = value == "json"_L1;
    return {};
}

Result<void> applyLogRequests(Settings &settings, const QString &value)
{
    if (value != "yes"_L1 && value != "no"_L1)
        return unlike(u"yes or no");
    settings.logRequests = value == "yes"_L1;
    return {};
}

Result<void> applyDataDir(Settings &settings, const QString &value)
{
    if (value.trimmed().isEmpty()) // QDir would take it for the current folder
        return unlike(u"/var/lib/chatcal, a folder");
    settings.dataDir = QDir(value).absolutePath();
    return {};
}

/// In the order they are applied: the zone before what is read in it.
const QList<Entry> &entries()
{
    static const QList<Entry> list{
        {u"DATA_DIR"_s, u"folder for the database, mail and logs"_s, Shown::Plain, applyDataDir},
        {u"LISTEN"_s, u"address and port, 127.0.0.1:8000; port 0 takes a free one"_s, Shown::Plain, applyListen},
        {u"DEFAULT_TIMEZONE"_s, u"the host's IANA time zone"_s, Shown::Plain, applyZone},
        {u"WORKING_HOURS"_s, u"Mon-Fri 09:00-17:00; Sat 10:00-12:00"_s, Shown::Plain, applyHours},
        {u"MY_NAME"_s, u"the host's name"_s, Shown::Plain, applyName<&Settings::hostName>},
        {u"MY_EMAIL_ADDRESS"_s, u"the host's e-mail address"_s, Shown::Plain,
         applyContact<&Settings::hostEmail, cleanEmail>},
        {u"MY_PHONE_NUMBER"_s, u"the host's phone number"_s, Shown::Plain,
         applyContact<&Settings::hostPhone, cleanPhone>},
        {u"CONFERENCE_URL_TEMPLATE"_s, u"video link per meeting, https://meet.example.org/{id}"_s, Shown::Plain,
         applyTemplate},
        {u"PUBLIC_URL"_s, u"how people reach this server, for links"_s, Shown::Plain, applyPublicUrl},
        {u"SMTP_FROM"_s, u"sender of mails; the host's address until set"_s, Shown::Plain,
         applyContact<&Settings::mailFrom, cleanEmail>},
        {u"CORS_ORIGINS"_s, u"origins whose pages may call the API, comma-separated"_s, Shown::Plain, applyOrigins},
        {u"CHATCAL_LLM"_s, u"models in order; this version: offline"_s, Shown::Plain, applyModels},
        {u"CHATCAL_HOST_TOKEN"_s, u"the owner's bearer token; made at the first start until set"_s, Shown::Masked,
         applyToken},
        {u"CHATCAL_NOW"_s, u"local time where the clock starts, for tests and demonstrations"_s, Shown::Plain,
         applyNow},
        {u"LOG_FORMAT"_s, u"json or text"_s, Shown::Plain, applyLogFormat},
        {u"LOG_REQUESTS"_s, u"yes or no: a log line for each request"_s, Shown::Plain, applyLogRequests},
    };
    return list;
}

/// Environment names that differ from the setting's own.
QString environmentName(const QString &name)
{
    if (name == "DATA_DIR"_L1 || name == "LISTEN"_L1)
        return u"CHATCAL_"_s + name;
    return name;
}

/// `NAME = value` lines; '#' and ';' start comments, a [section] line is allowed and means nothing.
Result<QHash<QString, QString>> readConfiguration(const QString &path)
{
    QHash<QString, QString> values;
    QFile file(path);
    if (!file.exists())
        return values;
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unavailable, u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    int number = 0;
    for (const QByteArray &raw : file.readAll().split('\n')) {
        ++number;
        const QString line = QString::fromUtf8(raw).trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';') || line.startsWith(u'['))
            continue;
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 1)
            return failure(ErrorCode::InvalidInput,
                           u"%1, line %2: should look like NAME = value"_s.arg(path).arg(number));
        QString value = line.mid(equals + 1).trimmed();
        if (value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"'))
            value = value.mid(1, value.size() - 2);
        values.insert(line.left(equals).trimmed(), value);
    }
    return values;
}

Result<void> refuseUnknown(const QHash<QString, QString> &values, const QString &origin)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        const bool known =
            std::any_of(entries().begin(), entries().end(), [&](const Entry &entry) { return entry.name == it.key(); });
        if (!known)
            return failure(ErrorCode::InvalidInput,
                           u"%1 (%2) is not a setting; chatcal-server --help lists them"_s.arg(it.key(), origin));
    }
    return {};
}

QString defaultDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/chatcal"_s;
}

Result<void> refuseUnknownEnvironment(const QHash<QString, QString> &environment)
{
    // Names of our own that are read elsewhere, by the desktop or by tests.
    static const QStringList others{u"CHATCAL_SERVER"_s, u"CHATCAL_TOKEN"_s, u"CHATCAL_ARTIFACTS"_s,
                                    u"CHATCAL_FAIL_POINT"_s};
    for (auto it = environment.begin(); it != environment.end(); ++it) {
        if (!it.key().startsWith("CHATCAL_"_L1) || others.contains(it.key()))
            continue;
        const bool known = std::any_of(entries().begin(), entries().end(),
                                       [&](const Entry &entry) { return environmentName(entry.name) == it.key(); });
        if (!known)
            return failure(ErrorCode::InvalidInput,
                           u"%1 (environment) is not a setting; chatcal-server --help lists them"_s.arg(it.key()));
    }
    return {};
}

} // namespace

QList<QPair<QString, QString>> settingNames()
{
    QList<QPair<QString, QString>> names;
    for (const Entry &entry : entries())
        names.append({entry.name, entry.help});
    return names;
}

Result<Settings> loadSettings(const SettingsSources &sources)
{
    Settings settings;
    settings.models = {u"offline"_s};
    settings.logAsJson = !sources.stderrIsTerminal;
    if (const auto zone = Zone::find(QString::fromLatin1(QTimeZone::systemTimeZoneId())))
        settings.zone = *zone;

    settings.dataDir = defaultDataDir();
    if (sources.environment.contains(u"CHATCAL_DATA_DIR"_s))
        settings.dataDir = QDir(sources.environment.value(u"CHATCAL_DATA_DIR"_s)).absolutePath();
    if (sources.flags.contains(u"DATA_DIR"_s))
        settings.dataDir = QDir(sources.flags.value(u"DATA_DIR"_s)).absolutePath();

    const QString path = settings.dataDir + u"/chatcal.conf"_s;
    const auto configuration = readConfiguration(path);
    if (!configuration)
        return tl::unexpected(configuration.error());
    if (const auto known = refuseUnknown(*configuration, path); !known)
        return tl::unexpected(known.error());
    if (const auto known = refuseUnknown(sources.flags, u"command line"_s); !known)
        return tl::unexpected(known.error());
    if (const auto known = refuseUnknownEnvironment(sources.environment); !known)
        return tl::unexpected(known.error());

    for (const Entry &entry : entries()) {
        QString origin = u"default"_s;
        std::optional<QString> value;
        if (sources.flags.contains(entry.name)) {
            value = sources.flags.value(entry.name);
            origin = u"command line"_s;
        } else if (sources.environment.contains(environmentName(entry.name))) {
            value = sources.environment.value(environmentName(entry.name));
            origin = u"environment"_s;
        } else if (configuration->contains(entry.name)) {
            value = configuration->value(entry.name);
            origin = path;
        }
        // The data folder decided which file was read; the file cannot move it.
        if (value && !(entry.name == "DATA_DIR"_L1 && origin == path)) {
            if (const auto applied = entry.apply(settings, *value); !applied)
                return failure(ErrorCode::InvalidInput,
                               u"%1 (%2): %3"_s.arg(environmentName(entry.name), origin, applied.error().detail));
        }
        QString shown = value.value_or(QString());
        if (entry.name == "DATA_DIR"_L1)
            shown = settings.dataDir;
        else if (entry.name == "DEFAULT_TIMEZONE"_L1)
            shown = settings.zone.name();
        else if (entry.name == "WORKING_HOURS"_L1)
            shown = settings.hours.toString();
        else if (entry.name == "LISTEN"_L1)
            shown = settings.listenAddress.toString() + u':' + QString::number(settings.listenPort);
        else if (entry.name == "CHATCAL_LLM"_L1)
            shown = settings.models.join(u',');
        if (entry.shown == Shown::Masked && value)
            shown = u"********"_s;
        settings.description.append(u"%1 = %2  (%3)"_s.arg(entry.name, shown, origin));
    }
    return settings;
}

} // namespace ChatCal
