// SPDX-License-Identifier: Apache-2.0
#include "core/engine/adapters.h"

#include "core/calendar/caldav/caldavcalendar.h"
#include "core/calendar/combinedcalendar.h"
#include "core/calendar/google/googlecalendar.h"
#include "core/calendar/localcalendar.h"
#include "core/engine/lockedservices.h"
#include "core/llm/anthropicmodel.h"
#include "core/llm/offlinemodel.h"
#include "core/llm/openaimodel.h"
#include "core/mail/filemailer.h"
#include "core/mail/smtpmailer.h"
#include "core/store/redis/redisstore.h"
#include "core/store/sqlitestore.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

OpenAiOptions openAiOptions(const QString &name, const ModelEndpoint &endpoint)
{
    OpenAiOptions options;
    options.name = name;
    options.baseUrl = QUrl(endpoint.baseUrl);
    options.key = endpoint.key;
    options.model = endpoint.model;
    return options;
}

/// A model on a machine of one's own reads the prompt at its own pace.
OpenAiOptions ownServerOptions(const QString &name, const ModelEndpoint &endpoint)
{
    OpenAiOptions options = openAiOptions(name, endpoint);
    options.firstTokenTimeout = std::chrono::seconds(15);
    return options;
}

AnthropicOptions anthropicOptions(const QString &name, const ModelEndpoint &endpoint)
{
    AnthropicOptions options;
    options.name = name;
    options.baseUrl = QUrl(endpoint.baseUrl);
    options.key = endpoint.key;
    options.model = endpoint.model;
    return options;
}

CalDavCalendar::Options calDavOptions(const Settings &settings, const QUrl &url)
{
    CalDavCalendar::Options options;
    options.url = url;
    options.zone = settings.zone;
    if (!settings.hostEmail.isEmpty())
        options.addresses = {settings.hostEmail};
    options.client.username = settings.calDav.username;
    options.client.password = settings.calDav.password;
    options.client.addresses = {AddressPolicy::Reach::Public, settings.allowedPrivateHosts};
    return options;
}

} // namespace

Result<std::unique_ptr<Store>> openStore(const Settings &settings, const Clock &clock)
{
    if (!settings.redisUrl.isEmpty()) {
        auto options = RedisOptions::parse(QString::fromUtf8(settings.redisUrl.reveal()));
        if (!options)
            return failure(ErrorCode::InvalidInput, u"REDIS_URL: "_s + options.error().detail);
        return std::unique_ptr<Store>(std::make_unique<RedisStore>(std::move(*options)));
    }
    auto opened = SqliteStore::open({settings.dataDir + u"/chatcal.sqlite"_s, clock});
    if (!opened)
        return tl::unexpected(opened.error());
    return std::unique_ptr<Store>(std::move(*opened));
}

GoogleSignIn::Options googleSignInOptions(const Settings &settings, const Secret &masterKey)
{
    GoogleSignIn::Options options;
    options.client = {settings.google.clientId, settings.google.clientSecret, QUrl(settings.google.oauthBase)};
    options.masterKey = masterKey;
    return options;
}

Result<std::unique_ptr<Calendar>> openCalendar(const Settings &settings, const CalendarParts &parts)
{
    const bool isSealed = (settings.calendar == "google"_L1 && settings.locked.contains(u"GOOGLE_CLIENT_SECRET"_s))
        || (settings.calendar == "caldav"_L1 && settings.locked.contains(u"CALDAV_PASSWORD"_s));
    if (isSealed)
        return makeLockedCalendar(settings.calendar);
    if (parts.google != nullptr) {
        GoogleCalendar::Options options;
        if (!settings.google.apiBase.isEmpty())
            options.api.base = QUrl(settings.google.apiBase);
        options.calendarId = settings.google.calendarId;
        options.alsoBusy = settings.google.busyCalendars;
        return std::unique_ptr<Calendar>(
            std::make_unique<GoogleCalendar>(options, parts.google->access(), parts.http, parts.clock));
    }
    if (settings.calendar == "caldav"_L1) {
        const auto at = [&](const QUrl &url) {
            return std::make_unique<CalDavCalendar>(calDavOptions(settings, url), parts.http, parts.clock);
        };
        if (settings.calDav.busyUrls.isEmpty())
            return std::unique_ptr<Calendar>(at(settings.calDav.url));
        std::vector<std::shared_ptr<Calendar>> alsoBusy;
        for (const QUrl &url : settings.calDav.busyUrls)
            alsoBusy.push_back(at(url));
        return std::unique_ptr<Calendar>(std::make_unique<CombinedCalendar>(at(settings.calDav.url), alsoBusy));
    }
    return std::unique_ptr<Calendar>(std::make_unique<LocalCalendar>(parts.store, u"owner"_s, parts.clock));
}

Result<std::unique_ptr<Mailer>> openMailer(const Settings &settings)
{
    if (settings.smtp.server.isEmpty())
        return std::unique_ptr<Mailer>(std::make_unique<FileMailer>(settings.dataDir + u"/outbox"_s));
    if (settings.locked.contains(u"SMTP_PASSWORD"_s))
        return makeLockedMailer();
    using Security = SmtpOptions::Security;
    SmtpOptions options;
    options.server = settings.smtp.server;
    options.port = settings.smtp.port;
    options.security = settings.smtp.security == "tls"_L1 ? Security::Tls
        : settings.smtp.security == "none"_L1             ? Security::None
                                                          : Security::StartTls;
    options.username = settings.smtp.username;
    options.password = settings.smtp.password;
    options.caFile = settings.smtp.caFile;
    auto mailer = SmtpMailer::make(std::move(options));
    if (!mailer)
        return tl::unexpected(mailer.error());
    return std::unique_ptr<Mailer>(std::move(*mailer));
}

Models openModels(const Settings &settings, HttpClient &http, const Clock &clock,
                  std::function<void(const ModelChain::Outcome &)> onOutcome)
{
    Models opened;
    std::vector<std::unique_ptr<ChatModel>> models;
    const auto add = [&](std::unique_ptr<RemoteModel> model) {
        opened.remote.append(model.get());
        models.push_back(std::move(model));
    };
    for (const QString &name : settings.models) {
        if (name == "groq"_L1)
            add(std::make_unique<OpenAiModel>(openAiOptions(name, settings.groq), http, clock));
        else if (name == "openai"_L1)
            add(std::make_unique<OpenAiModel>(ownServerOptions(name, settings.openai), http, clock));
        else if (name == "anthropic"_L1)
            add(std::make_unique<AnthropicModel>(anthropicOptions(name, settings.anthropic), http, clock));
        else
            models.push_back(std::make_unique<OfflineModel>());
    }
    ModelChain::Options options;
    options.onOutcome = std::move(onOutcome);
    opened.chain = std::make_unique<ModelChain>(std::move(models), clock, options);
    return opened;
}

} // namespace ChatCal
