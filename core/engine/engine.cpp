// SPDX-License-Identifier: Apache-2.0
#include "core/engine/engine.h"

#include "core/base/ids.h"
#include "core/base/signedlink.h"
#include "core/engine/adapters.h"
#include "core/engine/keptsecret.h"
#include "core/engine/logging.h"
#include "core/engine/meteredcalendar.h"
#include "core/engine/meteredmailer.h"
#include "core/engine/meteredstore.h"
#include "core/net/retry.h"

#include <QDir>
#include <QFileInfo>

#include <vector>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using Status = ServiceHealth::Status;

/// Makes the folder, readable by its owner only, and tries that it can be written.
Result<void> prepareFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isDir())
        return failure(ErrorCode::Unavailable, u"%1 is not a folder; choose another with --data-dir"_s.arg(path));
    if (!info.exists()) {
        if (!QDir().mkpath(path))
            return failure(ErrorCode::Unavailable,
                           u"the folder %1 cannot be made; choose another with --data-dir"_s.arg(path));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    if (!QFileInfo(path).isWritable())
        return failure(ErrorCode::Unavailable,
                       u"the folder %1 cannot be written; choose another with --data-dir"_s.arg(path));
    return {};
}

Host hostFrom(const Settings &settings)
{
    Host host;
    host.id = u"owner"_s;
    host.name = UntrustedText(settings.hostName.isEmpty() ? u"your host"_s : settings.hostName);
    host.email = settings.hostEmail;
    host.phone = settings.hostPhone;
    host.zone = settings.zone;
    host.language = settings.hostLanguage;
    return host;
}

BookingService::Options bookingOptions(const Settings &settings)
{
    BookingService::Options options;
    options.host = hostFrom(settings);
    options.policy.hours = settings.hours;
    options.conferenceUrlTemplate = settings.conferenceUrlTemplate;
    options.publicUrl = settings.publicUrl;
    const QString from = settings.mailFrom.isEmpty() ? settings.hostEmail : settings.mailFrom;
    options.mailFrom = Mailbox{options.host.name, from};
    // While mail is only written to a folder, the host's copy is worth having there before an address is set.
    if (settings.smtp.server.isEmpty())
        options.hostCopyTo = u"host@localhost.invalid"_s;
    return options;
}

/// Which calendar it is that meetings are written to.
QString calendarSource(const Settings &settings)
{
    const QStringList parts = settings.calendar == "google"_L1
        ? QStringList{settings.calendar, settings.google.apiBase, settings.google.calendarId}
        : QStringList{settings.calendar, settings.calDav.url.toString(), settings.calDav.username};
    return fingerprint(parts.join(u'\n').toUtf8());
}

HttpClientOptions modelHttpOptions()
{
    // A talk waits for its model alone, never for another talk's.
    HttpClientOptions options;
    options.limits = {.connections = 1024, .connectionsPerHost = 1024, .idleConnections = 256};
    return options;
}

ServiceHealth healthOf(const QList<ModelChain::Status> &models)
{
    QStringList troubles;
    bool anyAvailable = false;
    for (const auto &model : models) {
        anyAvailable = anyAvailable || model.available;
        if (!model.available)
            troubles << (model.reason.isEmpty() ? model.name : model.name + u": "_s + model.reason);
    }
    if (!anyAvailable)
        return {Status::Unhealthy, u"no model answers"_s};
    if (troubles.isEmpty())
        return {};
    return {Status::Degraded, troubles.join(u"; "_s)};
}

ServiceHealth healthOf(const Result<void> &check, Status whenFailed)
{
    if (check)
        return {};
    return {whenFailed, check.error().detail};
}

} // namespace

ServiceHealth::Status HealthReport::overall() const
{
    return std::max({store.status, llm.status, calendar.status, email.status});
}

Engine::Engine(Settings settings) : m_settings(std::move(settings)), m_modelHttp(modelHttpOptions())
{
    if (m_settings.startOfClock)
        m_clock = std::make_unique<ShiftedClock>(*m_settings.startOfClock);
    else
        m_clock = std::make_unique<SystemClock>();
}

Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::open(Settings settings)
{
    if (const auto folder = prepareFolder(settings.dataDir); !folder)
        return tl::unexpected(folder.error());
    std::unique_ptr<Engine> engine(new Engine(std::move(settings)));
    auto store = openStore(engine->m_settings, engine->m_systemClock);
    if (!store)
        return tl::unexpected(store.error());
    if (const auto composed = engine->compose(std::move(*store)); !composed)
        return tl::unexpected(composed.error());
    return engine;
}

Result<std::unique_ptr<Engine>> Engine::openOn(std::unique_ptr<Store> store, Settings settings)
{
    std::unique_ptr<Engine> engine(new Engine(std::move(settings)));
    if (const auto composed = engine->compose(std::move(store)); !composed)
        return tl::unexpected(composed.error());
    return engine;
}

Result<void> Engine::compose(std::unique_ptr<Store> store)
{
    if (const auto zones = Zone::checkDatabase(); !zones)
        return zones;
    const QString storeName = m_settings.redisUrl.isEmpty() ? u"sqlite"_s : u"redis"_s;
    m_store = std::make_unique<MeteredStore>(std::move(store), storeName, m_metrics);
    auto accounts = Accounts::open(*m_store, m_settings.dataDir, m_settings.hostToken);
    if (!accounts)
        return tl::unexpected(accounts.error());
    m_accounts = std::move(*accounts);
    m_masterKey = m_settings.secretKey;
    if (m_masterKey.isEmpty()) {
        auto kept = keptSecret(m_settings.dataDir + u"/secret.key"_s);
        if (!kept)
            return tl::unexpected(kept.error());
        m_masterKey = std::move(*kept);
    }
    if (m_settings.calendar == "google"_L1)
        m_google = std::make_unique<GoogleSignIn>(googleSignInOptions(m_settings, m_masterKey), *m_store,
                                                  m_calendarHttp, m_systemClock);
    auto calendar = openCalendar(m_settings, {*m_store, m_calendarHttp, m_google.get(), *m_clock});
    if (!calendar)
        return tl::unexpected(calendar.error());
    m_calendar = std::make_unique<MeteredCalendar>(std::move(*calendar), m_metrics);
    auto mailer = openMailer(m_settings);
    if (!mailer)
        return tl::unexpected(mailer.error());
    m_mailer = std::make_unique<MeteredMailer>(std::move(*mailer), m_metrics);
    m_outbox = std::make_unique<Outbox>(*m_store, *m_mailer, *m_clock);
    auto booking = bookingOptions(m_settings);
    booking.guestLinks = std::make_shared<SignedLinks>(m_masterKey);
    m_booking = std::make_unique<BookingService>(std::move(booking), *m_store, *m_calendar, *m_outbox, *m_clock);
    m_hostSettings = std::make_unique<HostSettingsStore>(*m_store, *m_booking);
    m_models = openModels(m_settings, m_modelHttp, *m_clock, [metrics = m_metrics](const ModelChain::Outcome &outcome) {
        metrics->model(outcome.model, outcome.outcome, outcome.latency, outcome.usage.firstToken,
                       outcome.usage.promptTokens, outcome.usage.completionTokens);
    });
    m_conversations = std::make_unique<Conversations>(*m_store, *m_clock);
    Agent::Options options;
    options.mailReachesPeople = m_mailer->reachesPeople();
    m_agent = std::make_unique<Agent>(options, *m_conversations, *m_booking, *m_calendar, *m_models.chain, *m_clock);
    const bool isRemote = m_settings.calendar == "google"_L1 || m_settings.calendar == "caldav"_L1;
    if (isRemote)
        m_follower = std::make_unique<CalendarFollower>(CalendarFollower::Options{calendarSource(m_settings)}, *m_store,
                                                        *m_calendar, *m_booking, *m_clock);
    m_calendarCheck = std::make_unique<CachedCheck>([this](std::stop_token stop) { return m_calendar->check(stop); },
                                                    std::chrono::seconds(isRemote ? 10 : 0));
    m_mailCheck = std::make_unique<CachedCheck>([this](std::stop_token stop) { return m_mailer->check(stop); },
                                                std::chrono::seconds(60));
    countWhatHappens();
    return {};
}

void Engine::countWhatHappens()
{
    QObject::connect(m_booking.get(), &BookingService::answered, m_booking.get(),
                     [this](const QString &how) { m_metrics->booking(how); });
    QObject::connect(m_outbox.get(), &Outbox::sent, m_outbox.get(), [this] { m_metrics->mail(u"sent"_s); });
    QObject::connect(m_outbox.get(), &Outbox::failed, m_outbox.get(),
                     [this](const QString &, bool givenUp) { m_metrics->mail(givenUp ? u"dead"_s : u"retried"_s); });
}

QCoro::Task<Result<void>> Engine::start()
{
    const auto loaded = co_await m_hostSettings->load();
    if (!loaded)
        co_return tl::unexpected(loaded.error());
    const auto healed = co_await m_booking->recover();
    if (!healed)
        co_return tl::unexpected(healed.error());
    m_outbox->wake(m_booking->host().partition());
    if (m_follower)
        m_follower->start();
    m_isStarted = true;
    co_return Result<void>();
}

void Engine::keepStarting()
{
    if (m_isStarted)
        return;
    m_startAgain.setSingleShot(true);
    m_startAgain.callOnTimeout(&m_startAgain, [this] {
        QCoro::connect(start(), &m_startAgain, [this](const Result<void> &started) {
            if (started) {
                qCInfo(lcEngine) << "the store is there; requests are served";
                return;
            }
            qCWarning(lcEngine).noquote() << "not started yet:" << started.error().detail;
            m_startAgain.start(std::chrono::milliseconds(500 + static_cast<int>(randomChance() * 1000)));
        });
    });
    m_startAgain.start(std::chrono::milliseconds(0));
}

QCoro::Task<HealthReport> Engine::health()
{
    HealthReport report;
    const auto store = co_await m_store->ping();
    report.store = healthOf(store, Status::Unhealthy);
    report.llm = healthOf(m_models.chain->status());
    const auto calendar = co_await m_calendarCheck->result();
    report.calendar = healthOf(calendar, Status::Unhealthy);

    // Bookings go on without mail, which waits in the outbox.
    const auto mail = co_await m_mailCheck->result();
    report.email = healthOf(mail, Status::Degraded);
    const auto counts = co_await m_outbox->counts(m_booking->host().partition());
    if (counts && counts->outcomeUnknown > 0)
        report.email = {Status::Degraded,
                        u"%1 mails may have left already and are sent again"_s.arg(counts->outcomeUnknown)};
    if (counts && counts->dead > 0)
        report.email = {Status::Degraded, u"%1 mails could not be delivered"_s.arg(counts->dead)};
    co_return report;
}

QCoro::Task<QList<Trial>> Engine::tryServices()
{
    QList<Trial> trials;
    auto store = co_await m_store->ping();
    trials.append({u"store "_s + (m_settings.redisUrl.isEmpty() ? u"sqlite"_s : u"redis"_s), std::move(store)});
    for (RemoteModel *model : std::as_const(m_models.remote)) {
        auto said = co_await model->check({});
        trials.append({u"model "_s + model->name(), std::move(said)});
    }
    auto calendar = co_await m_calendar->check({});
    trials.append({u"calendar "_s + m_calendar->name(), std::move(calendar)});
    auto mail = co_await m_mailer->check({});
    trials.append({u"mail "_s + m_mailer->name(), std::move(mail)});
    co_return trials;
}

} // namespace ChatCal
