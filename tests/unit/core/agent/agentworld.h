// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/agent.h"
#include "core/calendar/localcalendar.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/memorystore.h"
#include "tests/support/scriptedmodel.h"

#include <gmock/gmock.h>

#include <memory>

namespace ChatCal {

/// Takes mail and throws it away: what is sent is tested where mail is made.
class SilentMailer final : public Mailer
{
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("silent"); }
    [[nodiscard]] bool reachesPeople() const override { return false; }
    QCoro::Task<Result<void>> send(MailMessage, std::stop_token) override { co_return Result<void>(); }
    QCoro::Task<Result<void>> check(std::stop_token) override { co_return Result<void>(); }
};

/// An agent for Grace Hopper in New York on Wednesday, March 4, 2026, 9:00, on the real booking service and calendar,
/// a store in memory and a scripted model.
class AgentWorld : public testing::Test
{
public:
    AgentWorld() { restart(); }
    /// Calls that nobody would answer any more must not be left behind.
    ~AgentWorld() override
    {
        eventually([this] { return outbox->isIdle(); });
    }

    static Zone newYork() { return *Zone::find(QStringLiteral("America/New_York")); }
    static Instant at(const char *local) { return newYork().toInstant(*fromIsoLocal(QString::fromLatin1(local))); }

    void restart() { restartWith(model); }
    void restartWith(ChatModel &speaker)
    {
        agent.reset();
        booking.reset();
        BookingService::Options options;
        options.host.id = QStringLiteral("owner");
        options.host.name = UntrustedText(QStringLiteral("Grace Hopper"));
        options.host.email = QStringLiteral("grace@example.org");
        options.host.zone = newYork();
        outbox = std::make_unique<Outbox>(store, mailer, clock);
        calendar = std::make_unique<LocalCalendar>(store, options.host.id, clock);
        booking = std::make_unique<BookingService>(options, store, *calendar, *outbox, clock);
        conversations = std::make_unique<Conversations>(store, clock);
        agent = std::make_unique<Agent>(agentOptions, *conversations, *booking, *calendar, speaker, clock);
    }

    static Turn guestSays(const QString &message, const QString &sessionId = {}, const QString &key = {})
    {
        Turn turn;
        turn.message = message;
        turn.sessionId = sessionId;
        turn.idempotencyKey = key;
        return turn;
    }
    static Turn hostSays(const QString &message, const QString &sessionId = {})
    {
        Turn turn = guestSays(message, sessionId);
        turn.role = Actor::Role::Host;
        turn.hostId = QStringLiteral("owner");
        return turn;
    }
    static QJsonObject adasCall(const QString &when = QStringLiteral("March 10 at 2pm"))
    {
        return {{QStringLiteral("when"), when},
                {QStringLiteral("duration_minutes"), 30},
                {QStringLiteral("name"), QStringLiteral("Ada Lovelace")},
                {QStringLiteral("email"), QStringLiteral("ada@example.com")}};
    }

    Result<TurnResult> respond(const Turn &turn, TurnObserver *observer = nullptr)
    {
        return await(agent->respond(turn, {}, observer));
    }
    /// Expects an answer.
    TurnResult answer(const Turn &turn)
    {
        auto result = respond(turn);
        EXPECT_TRUE(result) << (result ? "" : qPrintable(errorName(result.error().code) + result.error().detail));
        return result ? *result : TurnResult();
    }
    QList<Meeting> allMeetings()
    {
        const auto page = await(booking->meetings({}, Actor{Actor::Role::Host, QStringLiteral("owner")}));
        EXPECT_TRUE(page);
        return page ? page->meetings : QList<Meeting>();
    }
    void addEvent(const char *start, int minutes, const QString &title, const QString &location = {})
    {
        Event event;
        event.id = QStringLiteral("event%1").arg(++m_events);
        event.uid = event.id + QStringLiteral("@test");
        event.title = UntrustedText(title);
        event.location = UntrustedText(location);
        event.when = {at(start), at(start) + std::chrono::minutes(minutes)};
        event.zone = newYork();
        EXPECT_TRUE(await(calendar->insert(event, {})));
    }
    static QString kinds(const QJsonArray &cards)
    {
        QStringList kinds;
        for (const auto &card : cards)
            kinds.append(card[QLatin1StringView("kind")].toString());
        return kinds.join(u' ');
    }

    Agent::Options agentOptions;
    FakeClock clock;
    MemoryStore store{clock};
    SilentMailer mailer;
    ScriptedModel model;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<LocalCalendar> calendar;
    std::unique_ptr<BookingService> booking;
    std::unique_ptr<Conversations> conversations;
    std::unique_ptr<Agent> agent;

private:
    int m_events = 0;
};

} // namespace ChatCal
