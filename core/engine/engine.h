// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/agent.h"
#include "core/agent/conversation.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/booking/bookingservice.h"
#include "core/booking/calendarfollower.h"
#include "core/calendar/calendar.h"
#include "core/calendar/google/googlesignin.h"
#include "core/engine/accounts.h"
#include "core/engine/adapters.h"
#include "core/engine/cachedcheck.h"
#include "core/engine/hostsettings.h"
#include "core/engine/settings.h"
#include "core/mail/outbox.h"
#include "core/net/httpclient.h"
#include "core/ops/health.h"
#include "core/ops/metrics.h"
#include "core/store/store.h"

#include <QCoroTask>

#include <QTimer>

#include <memory>

namespace ChatCal {

struct HealthReport
{
    ServiceHealth store;
    ServiceHealth llm;
    ServiceHealth calendar;
    ServiceHealth email;
    [[nodiscard]] ServiceHealth::Status overall() const;
};

/// What one service said when it was tried.
struct Trial
{
    QString service; ///< "store redis", "model groq"
    Result<void> outcome;
};

/// The composition root both programs share: the one place that picks concrete classes by the settings, and owns them.
class Engine
{
public:
    /// Everything opened, nothing running yet. The error is one line for stderr.
    [[nodiscard]] static Result<std::unique_ptr<Engine>> open(Settings settings);
    /// On @p store in place of the one the settings name.
    [[nodiscard]] static Result<std::unique_ptr<Engine>> openOn(std::unique_ptr<Store> store, Settings settings);
    ~Engine();

    /// Takes over the stored host settings, heals what a crash left and sends waiting mail. Unavailable while the store
    /// is not there: see keepStarting().
    [[nodiscard]] QCoro::Task<Result<void>> start();
    /// Tries start() again until it is done; for a store of its own that may come up later than this program.
    void keepStarting();
    /// Nothing may be asked of the engine before, but its health.
    [[nodiscard]] bool isStarted() const { return m_isStarted; }

    [[nodiscard]] QCoro::Task<HealthReport> health();
    /// Reaches each service the settings name, and tells of each in one line: "model groq: ok" or what is wrong.
    [[nodiscard]] QCoro::Task<QList<Trial>> tryServices();

    [[nodiscard]] const Settings &settings() const { return m_settings; }
    [[nodiscard]] const Clock &clock() const { return *m_clock; }
    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] Calendar &calendar() { return *m_calendar; }
    [[nodiscard]] Mailer &mailer() { return *m_mailer; }
    [[nodiscard]] Outbox &outbox() { return *m_outbox; }
    [[nodiscard]] BookingService &booking() { return *m_booking; }
    [[nodiscard]] Conversations &conversations() { return *m_conversations; }
    [[nodiscard]] Agent &agent() { return *m_agent; }
    [[nodiscard]] Accounts &accounts() { return *m_accounts; }
    [[nodiscard]] HostSettingsStore &hostSettings() { return *m_hostSettings; }
    /// Null unless the calendar is Google's.
    [[nodiscard]] GoogleSignIn *google() { return m_google.get(); }
    void setGoogle(std::unique_ptr<GoogleSignIn> google) { m_google = std::move(google); }
    [[nodiscard]] Metrics &metrics() { return *m_metrics; }

private:
    explicit Engine(Settings settings);
    [[nodiscard]] Result<void> compose(std::unique_ptr<Store> store);
    void countWhatHappens();

    Settings m_settings;
    std::shared_ptr<Metrics> m_metrics = std::make_shared<Metrics>(); ///< calls under way hold it
    SystemClock m_systemClock; ///< the store's: leases and times to live do not follow CHATCAL_NOW
    std::unique_ptr<Clock> m_clock;
    Secret m_masterKey; ///< SECRET_KEY, or what stands in for it
    std::unique_ptr<Store> m_store;
    HttpClient m_calendarHttp;
    std::unique_ptr<GoogleSignIn> m_google;
    std::unique_ptr<Calendar> m_calendar;
    std::unique_ptr<Mailer> m_mailer;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<BookingService> m_booking;
    std::unique_ptr<CalendarFollower> m_follower; ///< null unless others can change the calendar
    HttpClient m_modelHttp;
    Models m_models;
    std::unique_ptr<Conversations> m_conversations;
    std::unique_ptr<Agent> m_agent;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<HostSettingsStore> m_hostSettings;
    std::unique_ptr<CachedCheck> m_calendarCheck;
    std::unique_ptr<CachedCheck> m_mailCheck;
    bool m_isStarted = false;
    QTimer m_startAgain;
};

} // namespace ChatCal
