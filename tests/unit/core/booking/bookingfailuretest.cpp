// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/core/booking/bookingworld.h"

#include <QRegularExpression>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::IsEmpty;
using testing::Not;

namespace ChatCal {
namespace {

/// Where the n-th call fails, how, and whether its work was done all the same.
struct Fault
{
    enum class Where { Store, Calendar };
    const char *name;
    Where where;
    ErrorCode code;
    bool applied;
    bool stays = false; ///< every call from there on fails, until the new start
};

class BookingFailure : public BookingWorld, public testing::WithParamInterface<Fault>
{
public:
    void fail(int nth)
    {
        const int last = GetParam().stays ? nth + 60 : nth;
        for (int call = nth; call <= last; ++call)
            failOne(call);
    }
    void failOne(int nth)
    {
        const Fault &fault = GetParam();
        if (fault.where == Fault::Where::Store)
            store.failCall(nth, fault.code, fault.applied ? MemoryStore::Applied::Yes : MemoryStore::Applied::No);
        else
            calendar.failCall(nth, fault.code, fault.applied ? FakeCalendar::Applied::Yes : FakeCalendar::Applied::No);
    }
    int calls() const { return GetParam().where == Fault::Where::Store ? store.calls() : calendar.calls(); }

    /// As a start after a crash would find it: what is left of leases has run out, nothing fails any more.
    void recoverAfterwards()
    {
        ASSERT_TRUE(allMailSent());
        clock.advance(std::chrono::minutes(3));
        restart();
        ASSERT_TRUE(await(service->recover()));
        ASSERT_TRUE(allMailSent());
        clock.advance(std::chrono::minutes(3));
        outbox->wake(u"host:owner"_s);
        ASSERT_TRUE(allMailSent());
    }

    /// Every invariant of design.md's "nothing lost, nothing twice".
    void expectWhole()
    {
        const QStringList keys = store.keys(u"host:owner"_s);
        EXPECT_THAT(keys.filter(u"intent:"_s), IsEmpty());
        MeetingQuery pending;
        pending.status = MeetingStatus::Pending;
        EXPECT_THAT(await(service->meetings(pending, host()))->meetings, IsEmpty());

        std::set<QString> expected;
        qsizetype mails = 0;
        const auto meetings = allMeetings();
        for (const Meeting &meeting : meetings) {
            mails += 2 * (meeting.sequence + 1);
            if (meeting.status != MeetingStatus::Confirmed)
                continue;
            expected.insert(meeting.eventId());
            const auto event = await(calendar.find(meeting.eventId(), {}));
            ASSERT_TRUE(event && *event);
            EXPECT_EQ((*event)->when, meeting.when);
            EXPECT_EQ((*event)->meetingId, meeting.id);
            EXPECT_EQ((*event)->sequence, meeting.sequence);
        }
        std::set<QString> shown;
        for (const Event &event : calendar.events())
            shown.insert(event.id);
        EXPECT_EQ(shown, expected);
        EXPECT_EQ(mailer.kept.size(), mails);
        EXPECT_EQ(keys.filter(QRegularExpression(u"^meeting:"_s)).size(), meetings.size());
        for (const QString &key : keys.filter(QRegularExpression(u"^meetingid:"_s)))
            EXPECT_TRUE(await(service->find(key.mid(10), host()))) << key.toStdString() << " leads nowhere";
    }

    /// @p act with its first call failing, its second, … until one run goes through without a fault.
    template<typename Prepare, typename Act>
    void failEachCall(Prepare prepare, Act act)
    {
        for (int nth = 1; nth < 100; ++nth) {
            SCOPED_TRACE(nth);
            prepare();
            ASSERT_TRUE(allMailSent());
            const int before = calls();
            fail(nth);
            act();
            ASSERT_TRUE(allMailSent());
            const bool wasReached = calls() - before >= nth;
            clearFaults();
            recoverAfterwards();
            expectWhole();
            if (HasFailure())
                return;
            if (!wasReached) {
                EXPECT_GT(nth, 1) << "nothing was made to fail";
                return;
            }
        }
        FAIL() << "never went through";
    }
    /// Uses up what is still waiting to fail.
    void clearFaults()
    {
        for (int i = 0; i < 200; ++i) {
            if (GetParam().where == Fault::Where::Store)
                static_cast<void>(await(store.ping()));
            else
                static_cast<void>(await(calendar.check({})));
        }
    }

    Instant nextFree = at("2026-03-10T09:00");
    /// A time nothing of this test was booked at yet.
    BookingRequest fresh()
    {
        BookingRequest wish = request();
        wish.start = nextFree;
        nextFree += 1h;
        if (newYork().toLocal(nextFree) - newYork().toLocalDate(nextFree) >= 16h)
            nextFree = newYork().toInstant(newYork().toLocalDate(nextFree) + date::days(1)) + 9h;
        return wish;
    }
};

TEST_P(BookingFailure, OfABookingLeavesItWholeOrAbsent)
{
    BookingRequest wish;
    QStringList promised; // UIDs of meetings somebody was told are booked
    failEachCall([&] { wish = fresh(); },
                 [&] {
                     const auto outcome = tryBook(wish, host());
                     if (outcome && std::holds_alternative<Meeting>(*outcome))
                         promised.append(std::get<Meeting>(*outcome).uid);
                 });
    EXPECT_FALSE(promised.isEmpty());
    for (const QString &uid : std::as_const(promised)) {
        const auto meeting = await(service->find(uid, host()));
        ASSERT_TRUE(meeting);
        EXPECT_EQ(meeting->status, MeetingStatus::Confirmed);
    }
}

TEST_P(BookingFailure, OfABookingLeavesNoVideoCallWithoutTheCalendarsLink)
{
    calendar.setConferences(FakeCalendar::Conferences::Late);
    BookingRequest wish;
    failEachCall([&] { wish = fresh(); }, [&] { static_cast<void>(tryBook(wish, host())); });
    QMap<QString, QString> links; // by UID
    for (const Meeting &meeting : allMeetings()) {
        EXPECT_TRUE(meeting.conferenceUrl.startsWith("https://video.example/"_L1));
        links.insert(meeting.uid, meeting.conferenceUrl);
    }
    EXPECT_THAT(links, Not(IsEmpty()));
    for (const MailMessage &mail : std::as_const(mailer.kept)) {
        const auto isOf = [&mail](const QString &link) { return textOf(mail).contains(link.toUtf8()); };
        EXPECT_EQ(std::ranges::count_if(links, isOf), 1) << "a mail without its meeting's link";
    }
}

TEST_P(BookingFailure, OfAMoveLeavesTheMeetingAtOnePlace)
{
    Meeting meeting;
    ChangeRequest move;
    failEachCall(
        [&] {
            meeting = book(fresh(), host());
            move.start = fresh().start;
        },
        [&] { static_cast<void>(await(service->change(meeting.uid, move, host(), {}))); });
}

TEST_P(BookingFailure, OfACancellationLeavesTheMeetingOrItsCancellation)
{
    Meeting meeting;
    failEachCall([&] { meeting = book(fresh(), host()); },
                 [&] { static_cast<void>(await(service->cancel(meeting.uid, {}, host(), {}))); });
}

TEST_P(BookingFailure, ThenARepeatWithTheSameKeyBooksOnce)
{
    BookingRequest wish;
    int number = 0;
    failEachCall(
        [&] {
            wish = fresh();
            wish.idempotencyKey = u"key %1"_s.arg(++number);
        },
        [&] {
            const auto first = tryBook(wish, host());
            if (first && std::holds_alternative<Meeting>(*first))
                return;
            clearFaults();
            clock.advance(20s); // a lease that was lost with its answer runs out
            const auto second = tryBook(wish, host());
            ASSERT_TRUE(second);
            EXPECT_TRUE(std::holds_alternative<Meeting>(*second));
        });
}

INSTANTIATE_TEST_SUITE_P(
    Faults, BookingFailure,
    testing::Values(Fault{"StoreUnavailable", Fault::Where::Store, ErrorCode::Unavailable, false},
                    Fault{"StoreTimeout", Fault::Where::Store, ErrorCode::Timeout, false},
                    Fault{"StoreAnswerLost", Fault::Where::Store, ErrorCode::Timeout, true},
                    Fault{"StoreGone", Fault::Where::Store, ErrorCode::Unavailable, false, true},
                    Fault{"StoreHanging", Fault::Where::Store, ErrorCode::Timeout, true, true},
                    Fault{"CalendarGone", Fault::Where::Calendar, ErrorCode::Unavailable, false, true},
                    Fault{"CalendarHanging", Fault::Where::Calendar, ErrorCode::Timeout, true, true},
                    Fault{"CalendarUnavailable", Fault::Where::Calendar, ErrorCode::Unavailable, false},
                    Fault{"CalendarAnswerLost", Fault::Where::Calendar, ErrorCode::Timeout, true}),
    [](const auto &info) { return std::string(info.param.name); });

} // namespace
} // namespace ChatCal
