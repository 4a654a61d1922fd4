// SPDX-License-Identifier: Apache-2.0
#include "core/engine/settingvalues.h"

#include "core/store/redis/redisoptions.h"
#include "core/time/words.h"

#include <QDir>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::SettingValues {

tl::unexpected<Error> wrong(const Sentence &what)
{
    return tl::unexpected(Error{ErrorCode::InvalidInput, what.text(), {}, {{{}, what}}});
}

tl::unexpected<Error> unlike(const Sentence &form)
{
    return wrong(Sentence::en("should look like %1").arg(form));
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
        return unlike(Sentence::en("127.0.0.1:8000 or [::1]:8000"));
    settings.listenAddress = address;
    settings.listenPort = static_cast<quint16>(port);
    return {};
}

Result<void> applyZone(Settings &settings, const QString &value)
{
    const auto zone = Zone::find(value);
    if (!zone)
        return unlike(Sentence::en("Europe/Paris, an IANA time zone"));
    settings.zone = *zone;
    return {};
}

Result<void> applyLanguage(Settings &settings, const QString &value)
{
    const auto language = languageFromCode(value);
    if (!language)
        return unlike(Sentence::en("en, de, fr or es"));
    settings.hostLanguage = *language;
    return {};
}

Result<void> applyNow(Settings &settings, const QString &value)
{
    const auto local = fromIsoLocal(value);
    if (!local)
        return unlike(Sentence::en("2026-03-04T09:00:00, a local time in DEFAULT_TIMEZONE"));
    settings.startOfClock = settings.zone.toInstant(*local);
    return {};
}

Result<void> applyHours(Settings &settings, const QString &value)
{
    auto hours = WorkingHours::parse(value);
    if (!hours)
        return wrong(hours.error().fields.value(0).message);
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
            return unlike(Sentence::en("https://example.com,https://www.example.com, or *"));
        settings.corsOrigins.append(origin);
    }
    return {};
}

Result<void> applyModels(Settings &settings, const QString &value)
{
    static const QStringList known{u"groq"_s, u"anthropic"_s, u"openai"_s, u"offline"_s};
    settings.models.clear();
    for (const QString &part : value.split(u',', Qt::SkipEmptyParts)) {
        const QString model = part.trimmed();
        if (!known.contains(model) || settings.models.contains(model))
            return unlike(Sentence::en(
                "groq,anthropic,offline: each of groq, anthropic, openai, offline at most once, in order"));
        settings.models.append(model);
    }
    return settings.models.isEmpty() ? Result<void>(unlike(Sentence::said(u"groq,anthropic,offline"_s)))
                                     : Result<void>();
}

Result<void> applyTemplate(Settings &settings, const QString &value)
{
    QString example = value;
    const QUrl url(example.replace("{id}"_L1, "x"_L1), QUrl::StrictMode);
    if (!value.isEmpty() && (!url.isValid() || url.scheme() != "https"_L1 || !value.contains("{id}"_L1)))
        return unlike(Sentence::said(u"https://meet.example.org/{id}"_s));
    settings.conferenceUrlTemplate = value;
    return {};
}

Result<void> applyPublicUrl(Settings &settings, const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    if (!value.isEmpty() && (!url.isValid() || url.host().isEmpty() || !url.scheme().startsWith("http"_L1)))
        return unlike(Sentence::said(u"https://calendar.example.org"_s));
    settings.publicUrl = value;
    while (settings.publicUrl.endsWith(u'/'))
        settings.publicUrl.chop(1);
    return {};
}

Result<void> applyToken(Settings &settings, const QString &value)
{
    if (value.size() < 16 || value.contains(u' '))
        return wrong(Sentence::en("must be at least 16 characters without a space"));
    settings.hostToken = Secret(value.toUtf8());
    return {};
}

Result<void> applySecretKey(Settings &settings, const QString &value)
{
    if (value.size() < 32)
        return wrong(
            Sentence::en("must be at least 32 characters, the same on every instance; openssl rand -hex 32 makes one"));
    settings.secretKey = Secret(value.toUtf8());
    return {};
}

bool isPrintable(const QString &value)
{
    return std::none_of(value.begin(), value.end(), [](QChar c) { return c < u' ' || c == u'\x7f'; });
}

bool isWebUrl(const QUrl &url)
{
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty()
        && url.userInfo().isEmpty() && !url.hasFragment();
}

/// A URL taken as it is: a slash at the end of a collection means something.
Result<void> applyCalDavUrl(Settings &settings, const QString &value)
{
    const QUrl url(value.trimmed(), QUrl::StrictMode);
    if (!value.isEmpty() && !isWebUrl(url))
        return unlike(Sentence::en(
            "https://cloud.example.org/remote.php/dav, the name and password in CALDAV_USERNAME and CALDAV_PASSWORD"));
    settings.calDav.url = url;
    return {};
}

Result<void> applyCalDavBusy(Settings &settings, const QString &value)
{
    settings.calDav.busyUrls.clear();
    for (const QString &part : value.split(u',', Qt::SkipEmptyParts)) {
        const QUrl url(part.trimmed(), QUrl::StrictMode);
        if (!isWebUrl(url))
            return unlike(
                Sentence::en("https://cloud.example.org/calendars/ada/team/,https://…, addresses of calendars"));
        settings.calDav.busyUrls.append(url);
    }
    return {};
}

static QStringList listOf(const QString &value)
{
    QStringList list;
    for (const QString &part : value.split(u',', Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            list.append(part.trimmed());
    }
    return list;
}

Result<void> applyGoogleBusy(Settings &settings, const QString &value)
{
    settings.google.busyCalendars = listOf(value);
    return {};
}

Result<void> applyCalendar(Settings &settings, const QString &value)
{
    if (value != "local"_L1 && value != "google"_L1 && value != "caldav"_L1)
        return unlike(Sentence::en("local, google or caldav"));
    settings.calendar = value;
    return {};
}

Result<void> applyPrivateHosts(Settings &settings, const QString &value)
{
    settings.allowedPrivateHosts = listOf(value);
    for (const QString &host : std::as_const(settings.allowedPrivateHosts)) {
        if (host.contains(u'/') || host.contains(u' ') || host.contains(u'@'))
            return unlike(Sentence::en("nas.local,192.168.1.5:5232, hosts with or without a port"));
    }
    return {};
}

Result<void> applyProxies(Settings &settings, const QString &value)
{
    settings.trustedProxies.clear();
    for (const QString &part : listOf(value)) {
        const auto subnet = QHostAddress::parseSubnet(part);
        if (subnet.first.isNull() || subnet.second < 0)
            return unlike(Sentence::en("127.0.0.1,10.0.0.0/8, addresses or networks"));
        settings.trustedProxies.append(subnet);
    }
    return {};
}

Result<void> applyRedis(Settings &settings, const QString &value)
{
    if (const auto options = RedisOptions::parse(value.trimmed()); !value.isEmpty() && !options)
        return wrong(Sentence::said(options.error().detail));
    settings.redisUrl = Secret(value.trimmed().toUtf8());
    return {};
}

Result<void> applySmtpServer(Settings &settings, const QString &value)
{
    if (value.contains(u'/') || value.contains(u' ') || value.contains(u'@') || !isPrintable(value))
        return unlike(Sentence::en("smtp.example.org, a host name; its port in SMTP_PORT"));
    settings.smtp.server = value;
    return {};
}

Result<void> applySmtpPort(Settings &settings, const QString &value)
{
    bool isNumber = false;
    const uint port = value.toUInt(&isNumber);
    if (!isNumber || port < 1 || port > 65535)
        return unlike(Sentence::en("587, a port number"));
    settings.smtp.port = static_cast<quint16>(port);
    return {};
}

Result<void> applySmtpSecurity(Settings &settings, const QString &value)
{
    if (value != "starttls"_L1 && value != "tls"_L1 && value != "none"_L1)
        return unlike(Sentence::en("starttls, tls, or none (to this machine itself only)"));
    settings.smtp.security = value;
    return {};
}

Result<void> applyLogFormat(Settings &settings, const QString &value)
{
    if (value != "json"_L1 && value != "text"_L1)
        return unlike(Sentence::en("json or text"));
    settings.logAsJson = value == "json"_L1;
    return {};
}

Result<void> applyLogRequests(Settings &settings, const QString &value)
{
    if (value != "yes"_L1 && value != "no"_L1)
        return unlike(Sentence::en("yes or no"));
    settings.logRequests = value == "yes"_L1;
    return {};
}

Result<void> applyDataDir(Settings &settings, const QString &value)
{
    if (value.trimmed().isEmpty()) // QDir would take it for the current folder
        return unlike(Sentence::en("/var/lib/chatcal, a folder"));
    settings.dataDir = QDir(value).absolutePath();
    return {};
}

} // namespace ChatCal::SettingValues
