// SPDX-License-Identifier: Apache-2.0
#include "core/engine/settingentries.h"

#include "core/engine/settingvalues.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

const QList<SettingEntry> &settingEntries()
{
    using namespace SettingValues;
    using Kind = SettingEntry::Kind;
    static const QList<SettingEntry> list{
        {u"DATA_DIR"_s, u"folder for the database, mail and logs"_s, Kind::Plain, applyDataDir,
         [](const Settings &settings) { return settings.dataDir; }},
        {u"LISTEN"_s, u"address and port, 127.0.0.1:8000; port 0 takes a free one"_s, Kind::Plain, applyListen,
         [](const Settings &settings) {
             return settings.listenAddress.toString() + u':' + QString::number(settings.listenPort);
         }},
        {u"DEFAULT_TIMEZONE"_s, u"the host's IANA time zone"_s, Kind::Plain, applyZone,
         [](const Settings &settings) { return settings.zone.name(); }},
        {u"HOST_LANGUAGE"_s, u"of mails to the host: en, de, fr or es"_s, Kind::Plain, applyLanguage,
         [](const Settings &settings) { return languageCode(settings.hostLanguage); }},
        {u"WORKING_HOURS"_s, u"Mon-Fri 09:00-17:00; Sat 10:00-12:00"_s, Kind::Plain, applyHours,
         [](const Settings &settings) { return settings.hours.toString(); }},
        {u"MY_NAME"_s, u"the host's name"_s, Kind::Plain, applyName<&Settings::hostName>},
        {u"MY_EMAIL_ADDRESS"_s, u"the host's e-mail address"_s, Kind::Plain,
         applyContact<&Settings::hostEmail, cleanEmail>},
        {u"MY_PHONE_NUMBER"_s, u"the host's phone number"_s, Kind::Plain,
         applyContact<&Settings::hostPhone, cleanPhone>},
        {u"CONFERENCE_URL_TEMPLATE"_s, u"video link per meeting, https://meet.example.org/{id}"_s, Kind::Plain,
         applyTemplate},
        {u"PUBLIC_URL"_s, u"how people reach this server, for links"_s, Kind::Plain, applyPublicUrl},
        {u"SMTP_FROM"_s, u"sender of mails; the host's address until set"_s, Kind::Plain,
         applyContact<&Settings::mailFrom, cleanEmail>},
        {u"CORS_ORIGINS"_s, u"origins whose pages may call the API, comma-separated"_s, Kind::Plain, applyOrigins},
        {u"TRUSTED_PROXIES"_s, u"addresses or networks whose X-Forwarded-For counts, comma-separated"_s, Kind::Plain,
         applyProxies},
        {u"RATE_LIMIT"_s, u"messages a minute from one address, 0: no limit"_s, Kind::Plain,
         applyNumber<&Settings::chatPerMinute, 0, 100000>,
         [](const Settings &settings) { return QString::number(settings.chatPerMinute); }},
        {u"WORKERS"_s, u"processes that serve, 1 to 64"_s, Kind::Plain, applyNumber<&Settings::workers, 1, 64>},
        {u"REDIS_URL"_s, u"where state is kept: redis://user:password@host:6379/0; SQLite until set"_s, Kind::SecretUrl,
         applyRedis},
        {u"SECRET_KEY"_s, u"seals tokens and signs links; made in DATA_DIR/secret.key until set"_s, Kind::Secret,
         applySecretKey},
        {u"CHATCAL_LLM"_s, u"models in order: groq,anthropic,offline; those with a key until set"_s, Kind::Plain,
         applyModels, [](const Settings &settings) { return settings.models.join(u','); }},
        {u"GROQ_API_KEY"_s, u"key of console.groq.com"_s, Kind::Secret,
         applySecret<&Settings::groq, &ModelEndpoint::key>},
        {u"GROQ_BASE_URL"_s, u"https://api.groq.com/openai/v1"_s, Kind::Plain,
         applyBase<&Settings::groq, &ModelEndpoint::baseUrl>,
         [](const Settings &settings) { return settings.groq.baseUrl; }},
        {u"GROQ_MODEL"_s, u"llama-3.1-8b-instant"_s, Kind::Plain, applyWord<&Settings::groq, &ModelEndpoint::model>,
         [](const Settings &settings) { return settings.groq.model; }},
        {u"ANTHROPIC_API_KEY"_s, u"key of console.anthropic.com"_s, Kind::Secret,
         applySecret<&Settings::anthropic, &ModelEndpoint::key>},
        {u"ANTHROPIC_BASE_URL"_s, u"https://api.anthropic.com"_s, Kind::Plain,
         applyBase<&Settings::anthropic, &ModelEndpoint::baseUrl>,
         [](const Settings &settings) { return settings.anthropic.baseUrl; }},
        {u"ANTHROPIC_MODEL"_s, u"which of its models"_s, Kind::Plain,
         applyWord<&Settings::anthropic, &ModelEndpoint::model>,
         [](const Settings &settings) { return settings.anthropic.model; }},
        {u"OPENAI_API_KEY"_s, u"key of a compatible service; a local one needs none"_s, Kind::Secret,
         applySecret<&Settings::openai, &ModelEndpoint::key>},
        {u"OPENAI_BASE_URL"_s, u"http://127.0.0.1:11434/v1, any compatible service"_s, Kind::Plain,
         applyBase<&Settings::openai, &ModelEndpoint::baseUrl>,
         [](const Settings &settings) { return settings.openai.baseUrl; }},
        {u"OPENAI_MODEL"_s, u"which of its models"_s, Kind::Plain, applyWord<&Settings::openai, &ModelEndpoint::model>},
        {u"CALENDAR"_s, u"local, google or caldav; which one is set up until set"_s, Kind::Plain, applyCalendar,
         [](const Settings &settings) { return settings.calendar; }},
        {u"GOOGLE_CLIENT_ID"_s, u"OAuth client of console.cloud.google.com"_s, Kind::Plain,
         applyWord<&Settings::google, &GoogleSettings::clientId>},
        {u"GOOGLE_CLIENT_SECRET"_s, u"its secret"_s, Kind::Secret,
         applySecret<&Settings::google, &GoogleSettings::clientSecret>},
        {u"GOOGLE_CALENDAR_ID"_s, u"the calendar to write to; primary until set"_s, Kind::Plain,
         applyWord<&Settings::google, &GoogleSettings::calendarId>,
         [](const Settings &settings) { return settings.google.calendarId; }},
        {u"GOOGLE_BUSY_CALENDARS"_s, u"ids of further calendars that make the host busy, comma-separated"_s,
         Kind::Plain, applyGoogleBusy},
        {u"GOOGLE_API_BASE"_s, u"https://www.googleapis.com/calendar/v3"_s, Kind::Plain,
         applyBase<&Settings::google, &GoogleSettings::apiBase>},
        {u"GOOGLE_OAUTH_BASE"_s, u"for tests: one address in place of Google's sign-in"_s, Kind::Plain,
         applyBase<&Settings::google, &GoogleSettings::oauthBase>},
        {u"CALDAV_URL"_s, u"the server or the calendar to write to"_s, Kind::Plain, applyCalDavUrl},
        {u"CALDAV_USERNAME"_s, u"name there"_s, Kind::Plain, applyWord<&Settings::calDav, &CalDavSettings::username>},
        {u"CALDAV_PASSWORD"_s, u"(app) password there"_s, Kind::Secret,
         applySecret<&Settings::calDav, &CalDavSettings::password>},
        {u"CALDAV_BUSY_URLS"_s, u"further calendars there that make the host busy, comma-separated"_s, Kind::Plain,
         applyCalDavBusy},
        {u"ALLOWED_PRIVATE_HOSTS"_s, u"calendar servers that may lie in a private network, comma-separated"_s,
         Kind::Plain, applyPrivateHosts},
        {u"SMTP_SERVER"_s, u"mail server; .eml files in DATA_DIR/outbox until set"_s, Kind::Plain, applySmtpServer},
        {u"SMTP_PORT"_s, u"587 with starttls, 465 with tls"_s, Kind::Plain, applySmtpPort},
        {u"SMTP_SECURITY"_s, u"starttls, tls or none"_s, Kind::Plain, applySmtpSecurity,
         [](const Settings &settings) { return settings.smtp.security; }},
        {u"SMTP_USERNAME"_s, u"name there"_s, Kind::Plain, applyWord<&Settings::smtp, &SmtpSettings::username>},
        {u"SMTP_PASSWORD"_s, u"(app) password there"_s, Kind::Secret,
         applySecret<&Settings::smtp, &SmtpSettings::password>},
        {u"SMTP_CA_FILE"_s, u"PEM of the authority to trust; the system's until set"_s, Kind::Plain,
         applyWord<&Settings::smtp, &SmtpSettings::caFile>},
        {u"CHATCAL_HOST_TOKEN"_s, u"the owner's bearer token; made at the first start until set"_s, Kind::Secret,
         applyToken},
        {u"CHATCAL_NOW"_s, u"local time where the clock starts, for tests and demonstrations"_s, Kind::Plain, applyNow},
        {u"LOG_FORMAT"_s, u"json or text"_s, Kind::Plain, applyLogFormat},
        {u"LOG_REQUESTS"_s, u"yes or no: a log line for each request"_s, Kind::Plain, applyLogRequests},
    };
    return list;
}

QString withoutPassword(const QString &url)
{
    const qsizetype start = url.indexOf("://"_L1) + 3;
    const qsizetype at = url.lastIndexOf(u'@');
    const qsizetype colon = start < 3 || at < start ? -1 : url.indexOf(u':', start);
    return colon < 0 || colon > at ? url : url.left(colon + 1) + u"********"_s + url.mid(at);
}

Result<void> completeSettings(Settings &settings)
{
    for (const QString &needed : {u"SECRET_KEY"_s, u"REDIS_URL"_s}) {
        if (settings.locked.contains(needed))
            return SettingValues::wrong(Sentence::en("%1 is sealed, and nothing works without it").arg(needed));
    }
    const auto isLocked = [&settings](const char16_t *name) {
        return settings.locked.contains(QString::fromUtf16(name));
    };
    // Models whose keys stay sealed are not asked.
    if (isLocked(u"GROQ_API_KEY"))
        settings.models.removeAll(u"groq"_s);
    if (isLocked(u"ANTHROPIC_API_KEY"))
        settings.models.removeAll(u"anthropic"_s);
    if (isLocked(u"OPENAI_API_KEY")) {
        settings.models.removeAll(u"openai"_s);
        settings.openai.baseUrl.clear();
    }
    if (settings.models.isEmpty()) {
        if (!settings.groq.key.isEmpty())
            settings.models << u"groq"_s;
        if (!settings.anthropic.key.isEmpty())
            settings.models << u"anthropic"_s;
        if (!settings.openai.baseUrl.isEmpty())
            settings.models << u"openai"_s;
    }
    const auto misses = [](const char16_t *setting, const Sentence &reason) {
        return SettingValues::wrong(Sentence::en("%1 is not set, but %2").arg(QString::fromUtf16(setting)).arg(reason));
    };
    if (settings.models.contains(u"groq"_s) && settings.groq.key.isEmpty())
        return misses(u"GROQ_API_KEY", Sentence::en("CHATCAL_LLM names %1").arg(u"groq"_s));
    if (settings.models.contains(u"anthropic"_s) && settings.anthropic.key.isEmpty())
        return misses(u"ANTHROPIC_API_KEY", Sentence::en("CHATCAL_LLM names %1").arg(u"anthropic"_s));
    if (settings.models.contains(u"openai"_s)) {
        if (settings.openai.baseUrl.isEmpty())
            return misses(u"OPENAI_BASE_URL", Sentence::en("CHATCAL_LLM names %1").arg(u"openai"_s));
        if (settings.openai.model.isEmpty())
            return misses(u"OPENAI_MODEL", Sentence::en("%1 is").arg(u"OPENAI_BASE_URL"_s));
    }
    // A guest always gets an answer.
    if (!settings.models.contains(u"offline"_s))
        settings.models << u"offline"_s;

    if (settings.calendar.isEmpty()) {
        settings.calendar = u"local"_s;
        if (!settings.google.clientId.isEmpty())
            settings.calendar = u"google"_s;
        if (!settings.calDav.url.isEmpty())
            settings.calendar = u"caldav"_s;
    }
    if (settings.calendar == "google"_L1) {
        if (settings.google.clientId.isEmpty())
            return misses(u"GOOGLE_CLIENT_ID", Sentence::en("the calendar is Google's"));
        if (settings.google.clientSecret.isEmpty() && !isLocked(u"GOOGLE_CLIENT_SECRET"))
            return misses(u"GOOGLE_CLIENT_SECRET", Sentence::en("the calendar is Google's"));
    }
    if (settings.calendar == "caldav"_L1 && settings.calDav.url.isEmpty())
        return misses(u"CALDAV_URL", Sentence::en("CALENDAR is caldav"));

    if (!settings.smtp.server.isEmpty()) {
        if (settings.smtp.port == 0)
            settings.smtp.port = settings.smtp.security == "tls"_L1 ? 465
                : settings.smtp.security == "none"_L1               ? 25
                                                                    : 587;
        if (settings.mailFrom.isEmpty() && settings.hostEmail.isEmpty())
            return misses(u"SMTP_FROM", Sentence::en("SMTP_SERVER is, and mail needs a sender (or MY_EMAIL_ADDRESS)"));
        if (!settings.smtp.username.isEmpty() && settings.smtp.password.isEmpty() && !isLocked(u"SMTP_PASSWORD"))
            return misses(u"SMTP_PASSWORD", Sentence::en("%1 is").arg(u"SMTP_USERNAME"_s));
    }
    return {};
}

} // namespace ChatCal
