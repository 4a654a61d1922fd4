// SPDX-License-Identifier: Apache-2.0
#include "core/engine/engine.h"

#include "core/calendar/localcalendar.h"
#include "core/llm/modelchain.h"
#include "core/llm/offlinemodel.h"
#include "core/mail/filemailer.h"
#include "core/store/sqlitestore.h"

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
    // Mail is only written to a folder: the host's copy is worth having there before an address is set.
    options.hostCopyTo = u"host@localhost.invalid"_s;
    return options;
}

std::unique_ptr<ChatModel> modelFrom(const Settings &settings, const Clock &clock)
{
    std::vector<std::unique_ptr<ChatModel>> models;
    for (const QString &name : settings.models) {
        if (name == "offline"_L1)
            models.push_back(std::make_unique<OfflineModel>());
    }
    return std::make_unique<ModelChain>(std::move(models), clock);
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

Engine::Engine(Settings settings) : m_settings(std::move(settings))
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
    auto store = SqliteStore::open({engine->m_settings.dataDir + u"/chatcal.sqlite"_s, engine->m_systemClock});
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
    m_store = std::move(store);
    auto accounts = Accounts::open(*m_store, m_settings.dataDir, m_settings.hostToken);
    if (!accounts)
        return tl::unexpected(accounts.error());
    m_accounts = std::move(*accounts);
    m_calendar = std::make_unique<LocalCalendar>(*m_store, u"owner"_s, *m_clock);
    m_mailer = std::make_unique<FileMailer>(m_settings.dataDir + u"/outbox"_s);
    m_outbox = std::make_unique<Outbox>(*m_store, *m_mailer, *m_clock);
    m_booking =
        std::make_unique<BookingService>(bookingOptions(m_settings), *m_store, *m_calendar, *m_outbox, *m_clock);
    m_hostSettings = std::make_unique<HostSettingsStore>(*m_store, *m_booking);
    m_model = modelFrom(m_settings, *m_clock);
    m_conversations = std::make_unique<Conversations>(*m_store, *m_clock);
    Agent::Options options;
    options.mailReachesPeople = m_mailer->reachesPeople();
    m_agent = std::make_unique<Agent>(options, *m_conversations, *m_booking, *m_calendar, *m_model, *m_clock);
    return {};
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
    co_return Result<void>();
}

QCoro::Task<HealthReport> Engine::health(std::stop_token stop)
{
    HealthReport report;
    const auto store = co_await m_store->ping();
    report.store = healthOf(store, Status::Unhealthy);
    if (!m_model->isAvailable())
        report.llm = {Status::Unhealthy, u"no model answers"_s};
    const auto calendar = co_await m_calendar->check(stop);
    report.calendar = healthOf(calendar, Status::Unhealthy);

    // Bookings go on without mail, which waits in the outbox.
    const auto mail = co_await m_mailer->check(stop);
    report.email = healthOf(mail, Status::Degraded);
    const auto counts = co_await m_outbox->counts(m_booking->host().partition());
    if (counts && counts->dead > 0)
        report.email = {Status::Degraded, u"%1 mails could not be delivered"_s.arg(counts->dead)};
    co_return report;
}

} // namespace ChatCal
