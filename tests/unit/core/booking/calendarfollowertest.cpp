// SPDX-License-Identifier: Apache-2.0
#include "core/booking/calendarfollower.h"

#include "tests/unit/core/booking/bookingworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::IsEmpty;

namespace ChatCal {
namespace {

using Outcome = CalendarFollower::Outcome;

class Following : public BookingWorld
{
public:
    void SetUp() override
    {
        BookingWorld::SetUp();
        follower =
            std::make_unique<CalendarFollower>(CalendarFollower::Options{u"one"_s}, store, calendar, *service, clock);
    }
    /// The look a minute later.
    Outcome look()
    {
        clock.advance(1min);
        return await(follower->look());
    }
    /// A meeting whose booking was told and which everybody has their mail of.
    Meeting followedMeeting(const char *start = "2026-03-10T14:00")
    {
        EXPECT_EQ(look(), Outcome::Looked);
        const Meeting meeting = book(request(start));
        EXPECT_EQ(look(), Outcome::Looked);
        EXPECT_TRUE(allMailSent());
        mailer.kept.clear();
        return meeting;
    }
    Meeting stored(const Meeting &meeting) { return await(service->find(meeting.uid, host())).value_or(Meeting()); }
    Event eventOf(const Meeting &meeting)
    {
        return await(calendar.find(meeting.eventId(), {})).value_or(std::nullopt).value_or(Event());
    }
    /// By hand, in the host's own program.
    void drag(const Meeting &meeting, const char *start, std::chrono::minutes length = 45min)
    {
        Event event = eventOf(meeting);
        event.when = {at(start), at(start) + length};
        calendar.put(event);
    }
    void erase(const Meeting &meeting) { EXPECT_TRUE(await(calendar.remove(meeting.eventId(), {}))); }

    std::unique_ptr<CalendarFollower> follower;
};

TEST_F(Following, OnlyTakesTheTokenAtFirst)
{
    const Meeting meeting = book();
    ASSERT_TRUE(allMailSent());
    mailer.kept.clear();
    drag(meeting, "2026-03-11T10:00");
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(look(), Outcome::Looked);
    expectUntouched(meeting);
    EXPECT_TRUE(store.keys(u"host:owner"_s).contains(u"calendar-sync"_s));
}

TEST_F(Following, IgnoresWhatItDidItself)
{
    const Meeting meeting = followedMeeting();
    ChangeRequest change;
    change.start = at("2026-03-11T10:00");
    const Meeting moved = takeMeeting(await(service->change(meeting.uid, change, guest(), {})));
    ASSERT_TRUE(allMailSent());
    mailer.kept.clear();
    EXPECT_EQ(look(), Outcome::Looked);
    expectUntouched(moved);
    ASSERT_TRUE(await(service->cancel(meeting.uid, {}, guest(), {})));
    ASSERT_TRUE(allMailSent());
    mailer.kept.clear();
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(stored(meeting).sequence, 2);
    EXPECT_THAT(mailer.receivers(), IsEmpty());
}

TEST_F(Following, MovesTheMeetingWhoseEventTheHostMoved)
{
    const Meeting meeting = followedMeeting();
    // At night and over something else: the host may.
    calendar.addBusy({at("2026-03-14T22:00"), at("2026-03-14T23:00")});
    Event event = eventOf(meeting);
    event.when = {at("2026-03-14T22:15"), at("2026-03-14T23:00")};
    event.title = UntrustedText(u"Ada (prepare!)"_s);
    calendar.put(event);
    EXPECT_EQ(look(), Outcome::Looked);

    const Meeting moved = stored(meeting);
    EXPECT_EQ(moved.when, event.when);
    EXPECT_EQ(moved.sequence, 1);
    EXPECT_EQ(moved.id, u"0314-2215-45m"_s);
    EXPECT_EQ(await(service->find(meeting.id, guest()))->uid, meeting.uid) << "the old id still works";
    EXPECT_EQ(eventOf(meeting).when, event.when);
    EXPECT_EQ(eventOf(meeting).title, event.title) << "what the host wrote stays";
    EXPECT_EQ(eventOf(meeting).meetingId, moved.id);
    EXPECT_EQ(eventOf(meeting).sequence, 1);
    EXPECT_EQ(mailsWith("METHOD:REQUEST"), 2);
    EXPECT_EQ(mailer.receivers(), (QStringList{u"ada@example.com"_s, u"grace@example.org"_s}));
    EXPECT_THAT(store.keys(u"host:owner"_s).filter(u"intent:"_s), IsEmpty());

    mailer.kept.clear();
    EXPECT_EQ(look(), Outcome::Looked); // the echo
    expectUntouched(moved);
}

TEST_F(Following, LeavesAloneWhatCannotBeAMeeting)
{
    const Meeting meeting = followedMeeting();
    Event wholeDay = eventOf(meeting);
    wholeDay.allDay = true;
    wholeDay.when = {at("2026-03-11T00:00"), at("2026-03-12T00:00")};
    calendar.put(wholeDay);
    EXPECT_EQ(look(), Outcome::Looked);
    expectUntouched(meeting);
    wholeDay.allDay = false;
    calendar.put(wholeDay);
    drag(meeting, "2026-03-11T10:00", 0min);
    EXPECT_EQ(look(), Outcome::Looked);
    expectUntouched(meeting);
    drag(meeting, "2026-03-03T10:00"); // yesterday
    EXPECT_EQ(look(), Outcome::Looked);
    expectUntouched(meeting);
    drag(meeting, "2026-03-11T10:00");
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(stored(meeting).when.start, at("2026-03-11T10:00"));
}

TEST_F(Following, IgnoresAnEventOlderThanTheMeeting)
{
    const Meeting meeting = followedMeeting();
    const Event old = eventOf(meeting);
    ChangeRequest change;
    change.start = at("2026-03-11T10:00");
    const Meeting moved = takeMeeting(await(service->change(meeting.uid, change, guest(), {})));
    ASSERT_TRUE(allMailSent());
    mailer.kept.clear();
    calendar.put(old); // a program that was offline writes over it
    EXPECT_EQ(look(), Outcome::Looked);
    expectUntouched(moved);
}

TEST_F(Following, CancelsWhatIsGoneInTwoLooks)
{
    const Meeting meeting = followedMeeting();
    erase(meeting);
    EXPECT_EQ(look(), Outcome::Looked);
    expectUntouched(meeting);
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(stored(meeting).status, MeetingStatus::Cancelled);
    EXPECT_EQ(stored(meeting).sequence, 1);
    EXPECT_EQ(mailsWith("METHOD:CANCEL"), 2);
    mailer.kept.clear();
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_THAT(mailer.receivers(), IsEmpty());
}

TEST_F(Following, CancelsWhatTheHostMarkedAsCancelled)
{
    const Meeting meeting = followedMeeting();
    Event event = eventOf(meeting);
    event.status = Event::Status::Cancelled;
    calendar.put(event);
    EXPECT_EQ(look(), Outcome::Looked);
    expectUntouched(meeting);
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(stored(meeting).status, MeetingStatus::Cancelled);
}

TEST_F(Following, DoesNotBelieveAPhantomDeletion)
{
    const Meeting meeting = followedMeeting();
    for (int i = 0; i < 3; ++i) {
        calendar.sayRemoved(meeting.eventId());
        EXPECT_EQ(look(), Outcome::Looked);
        expectUntouched(meeting);
    }
}

TEST_F(Following, KeepsAMeetingWhoseEventCameBack)
{
    const Meeting meeting = followedMeeting();
    const Event event = eventOf(meeting);
    erase(meeting);
    EXPECT_EQ(look(), Outcome::Looked);
    calendar.put(event);
    EXPECT_EQ(look(), Outcome::Looked);
    erase(meeting);
    EXPECT_EQ(look(), Outcome::Looked);
    expectUntouched(meeting); // absent once again only
}

TEST_F(Following, NoticesInACompleteAnswerWhatMovedAndWhatIsGone)
{
    const Meeting goes = followedMeeting("2026-03-10T14:00");
    const Meeting moves = followedMeeting("2026-03-11T14:00");
    const Meeting stays = followedMeeting("2026-03-12T14:00");
    erase(goes);
    drag(moves, "2026-03-13T10:00");
    calendar.forgetTokens();
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(stored(moves).when.start, at("2026-03-13T10:00"));
    EXPECT_EQ(stored(goes).status, MeetingStatus::Confirmed);
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(stored(goes).status, MeetingStatus::Cancelled);
    EXPECT_EQ(stored(stays).sequence, 0);
    EXPECT_EQ(stored(stays).status, MeetingStatus::Confirmed);
}

TEST_F(Following, CancelsNothingBecauseTheCalendarWasExchanged)
{
    const Meeting first = followedMeeting("2026-03-10T14:00");
    const Meeting second = followedMeeting("2026-03-11T14:00");
    erase(first);
    erase(second);
    calendar.forgetTokens();
    for (int i = 0; i < 4; ++i) {
        EXPECT_EQ(look(), Outcome::Looked);
        calendar.forgetTokens();
    }
    expectUntouched(first);
    expectUntouched(second);
}

TEST_F(Following, BeginsAnewWithAnotherSource)
{
    const Meeting meeting = followedMeeting();
    erase(meeting);
    EXPECT_EQ(look(), Outcome::Looked);
    follower =
        std::make_unique<CalendarFollower>(CalendarFollower::Options{u"other"_s}, store, calendar, *service, clock);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(look(), Outcome::Looked);
        calendar.forgetTokens();
    }
    expectUntouched(meeting);
}

TEST_F(Following, AsksForAFewAtATimeAndForAllInTheEnd)
{
    follower = std::make_unique<CalendarFollower>(CalendarFollower::Options{u"one"_s, 1min, 30min, 2}, store, calendar,
                                                  *service, clock);
    QList<Meeting> all;
    for (const char *start : {"2026-03-10T10:00", "2026-03-10T12:00", "2026-03-10T14:00"})
        all.append(followedMeeting(start));
    const Meeting stays = followedMeeting("2026-03-11T10:00");
    for (const Meeting &meeting : std::as_const(all))
        erase(meeting);
    int finds = 0;
    calendar.onCall([&finds](const QString &call) { finds += call == "find"_L1 ? 1 : 0; });
    for (int i = 0; i < 6; ++i) {
        finds = 0;
        EXPECT_EQ(look(), Outcome::Looked);
        EXPECT_LE(finds, 2);
    }
    calendar.onCall({});
    for (const Meeting &meeting : std::as_const(all))
        EXPECT_EQ(stored(meeting).status, MeetingStatus::Cancelled);
    EXPECT_EQ(stored(stays).status, MeetingStatus::Confirmed);
}

class FollowingTrouble : public Following, public testing::WithParamInterface<ErrorCode>
{
};

TEST_P(FollowingTrouble, TouchesNothingAndLosesNothing)
{
    const Meeting goes = followedMeeting("2026-03-10T14:00");
    const Meeting moves = followedMeeting("2026-03-11T14:00");
    erase(goes);
    drag(moves, "2026-03-13T10:00");
    calendar.failAll(GetParam());
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(look(), Outcome::Failed);
    calendar.failAll(std::nullopt);
    expectUntouched(goes);
    expectUntouched(moves);
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(stored(moves).when.start, at("2026-03-13T10:00"));
    EXPECT_EQ(stored(goes).status, MeetingStatus::Confirmed) << "the first look that got an answer";
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(stored(goes).status, MeetingStatus::Cancelled);
}

INSTANTIATE_TEST_SUITE_P(Errors, FollowingTrouble,
                         testing::Values(ErrorCode::Unauthorized, ErrorCode::Unavailable, ErrorCode::Timeout,
                                         ErrorCode::NotFound),
                         [](const auto &info) { return errorName(info.param).remove(u'_').toStdString(); });

TEST_F(Following, CancelsNothingWhenTheEventCannotBeAskedFor)
{
    const Meeting meeting = followedMeeting();
    erase(meeting);
    EXPECT_EQ(look(), Outcome::Looked); // absent once
    for (const ErrorCode code : {ErrorCode::Unavailable, ErrorCode::Unauthorized, ErrorCode::NotFound}) {
        calendar.failCall(2, code); // find(); changes() is the first
        EXPECT_EQ(look(), Outcome::Failed);
        expectUntouched(meeting);
    }
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(stored(meeting).status, MeetingStatus::Cancelled);
}

TEST_F(Following, GoesOnWhicheverCallOfTheCalendarFails)
{
    // changes(), find() and update(), and changes() of the two looks after.
    for (int nth = 1; nth <= 5; ++nth) {
        for (const auto applied : {FakeCalendar::Applied::No, FakeCalendar::Applied::Yes}) {
            SCOPED_TRACE(nth);
            const Meeting meeting = followedMeeting("2026-03-10T14:00");
            drag(meeting, "2026-03-11T10:00");
            const Interval wanted = eventOf(meeting).when;
            calendar.failCall(nth, ErrorCode::Timeout, applied);
            look();
            look();
            look();
            EXPECT_EQ(stored(meeting).when, wanted);
            EXPECT_EQ(eventOf(meeting).when, wanted) << "never moved back";
            EXPECT_EQ(stored(meeting).sequence, 1) << "and told once";
            EXPECT_THAT(store.keys(u"host:owner"_s).filter(u"intent:"_s), IsEmpty());
            for (int i = 0; i < 7; ++i)
                static_cast<void>(await(calendar.check({}))); // uses up what did not fail yet
            ASSERT_TRUE(await(service->cancel(meeting.uid, {}, host(), {})));
        }
    }
}

TEST_F(Following, NeverMovesTheEventBackWhileTheCalendarIsSilent)
{
    const Meeting meeting = followedMeeting();
    drag(meeting, "2026-03-11T10:00");
    const Interval wanted = eventOf(meeting).when;
    calendar.onDone([this](const QString &call) {
        if (call == "find"_L1)
            calendar.failAll(ErrorCode::Unavailable); // neither the update nor what became of it
    });
    EXPECT_EQ(look(), Outcome::Failed);
    calendar.onDone({});
    calendar.failAll(std::nullopt);
    ASSERT_TRUE(await(service->recover()));
    EXPECT_EQ(eventOf(meeting).when, wanted);
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(stored(meeting).when, wanted);
    EXPECT_EQ(mailsWith("METHOD:REQUEST"), 2);
}

TEST_F(Following, GoesOnWhicheverCallOfTheStoreFails)
{
    for (int nth = 1; nth <= 16; ++nth) {
        SCOPED_TRACE(nth);
        const Meeting meeting = followedMeeting("2026-03-10T14:00");
        drag(meeting, "2026-03-11T10:00");
        const Interval wanted = eventOf(meeting).when;
        store.failCall(nth, ErrorCode::Unavailable);
        look();
        ASSERT_TRUE(await(service->recover()));
        look();
        look();
        EXPECT_EQ(stored(meeting).when, wanted);
        EXPECT_EQ(eventOf(meeting).when, wanted);
        EXPECT_EQ(stored(meeting).sequence, 1);
        while (!await(store.ping())) { }
        ASSERT_TRUE(await(service->cancel(meeting.uid, {}, host(), {})));
    }
}

TEST_F(Following, WaitsForWhatIsBeingChanged)
{
    const Meeting meeting = followedMeeting();
    // The calendar falls silent when the guest's move is to be written: its intent stays.
    calendar.onDone([this](const QString &call) {
        if (call == "freeBusy"_L1)
            calendar.failAll(ErrorCode::Unavailable);
    });
    ChangeRequest change;
    change.start = at("2026-03-11T10:00");
    takeRefusal(await(service->change(meeting.uid, change, guest(), {})));
    calendar.onDone({});
    calendar.failAll(std::nullopt);
    ASSERT_FALSE(store.keys(u"host:owner"_s).filter(u"intent:"_s).isEmpty());
    mailer.kept.clear();
    drag(meeting, "2026-03-13T10:00");
    EXPECT_EQ(look(), Outcome::Looked);
    expectUntouched(meeting);
    ASSERT_FALSE(store.keys(u"host:owner"_s).filter(u"intent:"_s).isEmpty()) << "nothing was begun meanwhile";

    ASSERT_TRUE(await(service->recover()));
    drag(meeting, "2026-03-13T10:00");
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(stored(meeting).when.start, at("2026-03-13T10:00"));
}

TEST_F(Following, LooksOnceAnIntervalWithTwoOnOneStore)
{
    const Meeting meeting = followedMeeting();
    const auto otherStore = store.another();
    const auto otherCalendar = calendar.another();
    Outbox otherOutbox(*otherStore, mailer, clock);
    BookingService otherService(options(), *otherStore, *otherCalendar, otherOutbox, clock);
    CalendarFollower other({u"one"_s}, *otherStore, *otherCalendar, otherService, clock);

    erase(meeting);
    clock.advance(1min);
    auto mine = follower->look();
    EXPECT_EQ(await(other.look()), Outcome::NotNow) << "the other one has the lease";
    EXPECT_EQ(await(std::move(mine)), Outcome::Looked);
    EXPECT_EQ(await(other.look()), Outcome::NotNow) << "a moment ago is no second look";
    expectUntouched(meeting);
    clock.advance(1min);
    EXPECT_EQ(await(other.look()), Outcome::Looked);
    EXPECT_EQ(stored(meeting).status, MeetingStatus::Cancelled);
}

TEST_F(Following, MayEndInTheMiddleOfALook)
{
    const Meeting meeting = followedMeeting();
    erase(meeting);
    for (const auto &end : {u"changes"_s, u"find"_s}) {
        calendar.onCall([this, end](const QString &call) {
            if (call == end)
                follower.reset();
        });
        clock.advance(1min);
        EXPECT_EQ(await(follower->look()), Outcome::Failed);
        calendar.onCall({});
        follower =
            std::make_unique<CalendarFollower>(CalendarFollower::Options{u"one"_s}, store, calendar, *service, clock);
    }
    expectUntouched(meeting);
    EXPECT_EQ(look(), Outcome::Looked) << "the lease left behind has run out";
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(stored(meeting).status, MeetingStatus::Cancelled);
}

TEST_F(Following, LooksByItselfOnceStarted)
{
    follower = std::make_unique<CalendarFollower>(CalendarFollower::Options{u"one"_s, 5ms, 20ms}, store, calendar,
                                                  *service, clock);
    int looks = 0;
    calendar.onCall([&looks](const QString &call) { looks += call == "changes"_L1 ? 1 : 0; });
    follower->start();
    EXPECT_TRUE(eventually([this, &looks] {
        clock.advance(100ms);
        return looks >= 2;
    }));
    calendar.failAll(ErrorCode::Unauthorized);
    const int before = looks;
    EXPECT_TRUE(eventually([this, &looks, before] {
        clock.advance(100ms);
        return looks >= before + 2;
    })) << "failures do not end it";
}

} // namespace
} // namespace ChatCal
