// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/combinedcalendar.h"

#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/support/fakecalendar.h"

#include <gmock/gmock.h>

#include <QElapsedTimer>

#include <coroutine>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::SizeIs;

namespace ChatCal {

namespace {

Instant at(const QString &local)
{
    return Zone().toInstant(*fromIsoLocal(local));
}

/// Does not answer before letGo(), not even when it is told to stop.
class SilentCalendar final : public Calendar
{
    struct Never
    {
        std::vector<std::coroutine_handle<>> &waiting;
        bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> handle) const { waiting.push_back(handle); }
        void await_resume() const { }
    };

public:
    QString name() const override { return u"silent"_s; }
    QCoro::Task<Result<QList<Interval>>> freeBusy(Interval, std::stop_token stop) override
    {
        ++asked;
        token = stop;
        co_await Never{m_waiting};
        co_return QList<Interval>();
    }
    QCoro::Task<Result<QList<Event>>> list(Interval, std::stop_token) override
    {
        co_await Never{m_waiting};
        co_return QList<Event>();
    }
    QCoro::Task<Result<std::optional<Event>>> find(QString, std::stop_token) override { co_return std::nullopt; }
    QCoro::Task<Result<Event>> insert(Event event, std::stop_token) override { co_return event; }
    QCoro::Task<Result<Event>> update(Event event, std::stop_token) override { co_return event; }
    QCoro::Task<Result<void>> remove(QString, std::stop_token) override { co_return Result<void>(); }
    QCoro::Task<Result<void>> check(std::stop_token) override
    {
        co_await Never{m_waiting};
        co_return Result<void>();
    }

    /// Nothing is left waiting at the end of a test.
    void letGo()
    {
        for (const auto &waiting : std::exchange(m_waiting, {}))
            waiting.resume();
    }

    int asked = 0;
    std::stop_token token;

private:
    std::vector<std::coroutine_handle<>> m_waiting;
};

class TeamCalendar : public FakeCalendar
{
public:
    [[nodiscard]] QString name() const override { return u"team"_s; }
};

class CombinedCalendarTest : public testing::Test
{
protected:
    [[nodiscard]] CombinedCalendar combined(std::chrono::milliseconds patience = 5s) const
    {
        return {m_own, {m_team, m_family}, patience};
    }

    const Interval m_day{at(u"2026-03-05T00:00"_s), at(u"2026-03-06T00:00"_s)};
    std::shared_ptr<FakeCalendar> m_own = std::make_shared<FakeCalendar>();
    std::shared_ptr<FakeCalendar> m_team = std::make_shared<TeamCalendar>();
    std::shared_ptr<FakeCalendar> m_family = std::make_shared<FakeCalendar>();
};

} // namespace

TEST_F(CombinedCalendarTest, IsBusyWhenOneOfThemIs)
{
    m_own->addBusy({at(u"2026-03-05T09:00"_s), at(u"2026-03-05T10:00"_s)});
    m_team->addBusy({at(u"2026-03-05T09:30"_s), at(u"2026-03-05T11:00"_s)});
    m_family->addBusy({at(u"2026-03-05T15:00"_s), at(u"2026-03-05T16:00"_s)});
    auto calendar = combined();
    const auto busy = await(calendar.freeBusy(m_day, {}));
    ASSERT_TRUE(busy);
    EXPECT_THAT(*busy,
                ElementsAre(Interval{at(u"2026-03-05T09:00"_s), at(u"2026-03-05T11:00"_s)},
                            Interval{at(u"2026-03-05T15:00"_s), at(u"2026-03-05T16:00"_s)}));
}

TEST_F(CombinedCalendarTest, IsAnErrorWhenOneOfThemCannotBeRead)
{
    for (const auto &broken : {m_own, m_team, m_family}) {
        broken->failAll(ErrorCode::Unauthorized);
        auto calendar = combined();
        const auto busy = await(calendar.freeBusy(m_day, {}));
        ASSERT_FALSE(busy);
        EXPECT_EQ(busy.error().code, ErrorCode::Unauthorized);
        EXPECT_FALSE(await(calendar.list(m_day, {})));
        EXPECT_FALSE(await(calendar.check({})));
        broken->failAll(std::nullopt);
    }
    auto calendar = combined();
    EXPECT_TRUE(await(calendar.check({})));
}

TEST_F(CombinedCalendarTest, AsksAllAtTheSameTime)
{
    QStringList order;
    for (const auto &one : {m_own, m_team, m_family}) {
        one->onCall([&order](const QString &) { order.append(u"asked"_s); });
        one->onDone([&order](const QString &) { order.append(u"done"_s); });
    }
    const auto silent = std::make_shared<SilentCalendar>();
    CombinedCalendar calendar(silent, {m_own, m_team}, 20ms);
    static_cast<void>(await(calendar.freeBusy(m_day, {})));
    EXPECT_EQ(silent->asked, 1);
    EXPECT_THAT(order, SizeIs(4)) << "the others were asked although the first had not answered";
    silent->letGo();
}

TEST_F(CombinedCalendarTest, DoesNotWaitLongerThanItsPatience)
{
    const auto silent = std::make_shared<SilentCalendar>();
    CombinedCalendar calendar(m_own, {silent}, 30ms);
    QElapsedTimer clock;
    clock.start();
    const auto busy = await(calendar.freeBusy(m_day, {}));
    ASSERT_FALSE(busy);
    EXPECT_EQ(busy.error().code, ErrorCode::Timeout);
    EXPECT_LT(clock.elapsed(), 5000);
    EXPECT_TRUE(silent->token.stop_requested()) << "the late one is told that nobody waits";
    silent->letGo();
}

TEST_F(CombinedCalendarTest, StopsForACallerWhoIsGone)
{
    std::stop_source stop;
    stop.request_stop();
    auto calendar = combined();
    const auto busy = await(calendar.freeBusy(m_day, stop.get_token()));
    ASSERT_FALSE(busy);
    EXPECT_EQ(busy.error().code, ErrorCode::Cancelled);
}

TEST_F(CombinedCalendarTest, AnswersAfterItsOwnEnd)
{
    auto calendar = std::make_unique<CombinedCalendar>(combined());
    auto busy = calendar->freeBusy(m_day, {});
    calendar.reset();
    EXPECT_TRUE(await(std::move(busy)));
}

TEST_F(CombinedCalendarTest, ListsAllAndWritesToTheFirst)
{
    Event event;
    event.id = u"tea01"_s;
    event.uid = u"tea01@example.com"_s;
    event.when = {at(u"2026-03-05T12:00"_s), at(u"2026-03-05T13:00"_s)};
    auto calendar = combined();
    ASSERT_TRUE(await(calendar.insert(event, {})));
    EXPECT_THAT(m_own->events(), SizeIs(1));
    EXPECT_THAT(m_team->events(), SizeIs(0));
    event.when = {at(u"2026-03-05T08:00"_s), at(u"2026-03-05T09:00"_s)};
    m_team->put(event); // a colleague's copy of the same
    const auto listed = await(calendar.list(m_day, {}));
    ASSERT_TRUE(listed);
    ASSERT_THAT(*listed, SizeIs(2));
    EXPECT_EQ(listed->first().when.start, at(u"2026-03-05T08:00"_s));
    EXPECT_EQ(listed->first().calendar, u"team"_s);
    EXPECT_EQ(listed->last().calendar, u"fake"_s);
    EXPECT_TRUE(listed->first().isReadOnly) << "its id is not one that find() knows";
    EXPECT_FALSE(listed->last().isReadOnly);
    EXPECT_EQ(await(calendar.find(u"tea01"_s, {})).value()->when.start, at(u"2026-03-05T12:00"_s));
    ASSERT_TRUE(await(calendar.remove(u"tea01"_s, {})));
    EXPECT_THAT(m_own->events(), SizeIs(0));
    EXPECT_THAT(m_team->events(), SizeIs(1));
}

} // namespace ChatCal
