// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/core/booking/bookingworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::IsEmpty;

namespace ChatCal {
namespace {

class BookingChange : public BookingWorld
{
public:
    Result<BookingOutcome> tryChange(const QString &uid, const ChangeRequest &change, const Actor &actor = guest())
    {
        return await(service->change(uid, change, actor, {}));
    }
    static ChangeRequest moveTo(const char *start)
    {
        ChangeRequest change;
        change.start = at(start);
        return change;
    }
};

TEST_F(BookingChange, MovesTheMeetingItsEventAndTellsBoth)
{
    auto with = options();
    with.conferenceUrlTemplate = u"https://meet.example/{id}"_s;
    service->reconfigure(with);
    const Meeting meeting = book();
    ASSERT_TRUE(allMailSent());
    mailer.kept.clear();
    const Meeting moved = takeMeeting(tryChange(meeting.uid, moveTo("2026-03-11T10:00")));
    EXPECT_EQ(moved.uid, meeting.uid);
    EXPECT_EQ(moved.id, u"0311-1000-30m"_s);
    EXPECT_EQ(moved.sequence, 1);
    EXPECT_EQ(moved.conferenceUrl, meeting.conferenceUrl);
    EXPECT_GT(moved.version, meeting.version);
    ASSERT_EQ(calendar.events().size(), 1);
    EXPECT_EQ(calendar.events().first().when, moved.when);
    EXPECT_EQ(calendar.events().first().meetingId, moved.id);
    EXPECT_EQ(calendar.events().first().sequence, 1);
    ASSERT_TRUE(allMailSent());
    EXPECT_EQ(mailer.receivers(), (QStringList{u"ada@example.com"_s, u"grace@example.org"_s}));
    EXPECT_THAT(store.keys(u"host:owner"_s).filter(u"intent:"_s), IsEmpty());
    ASSERT_EQ(allMeetings().size(), 1);
    EXPECT_EQ(allMeetings().first().when, moved.when);
}

TEST_F(BookingChange, KeepsEveryIdItEverHad)
{
    const Meeting meeting = book();
    takeMeeting(tryChange(meeting.id, moveTo("2026-03-11T10:00")));
    EXPECT_EQ(await(service->find(u"0310-1400-30m"_s, guest()))->uid, meeting.uid);
    EXPECT_EQ(await(service->find(u"0311-1000-30m"_s, guest()))->uid, meeting.uid);
    EXPECT_EQ(book().id, u"0310-1400-30m-2"_s) << "an id people were given is nobody else's";
    const Meeting back = takeMeeting(tryChange(meeting.uid, moveTo("2026-03-10T15:00")));
    EXPECT_EQ(back.id, u"0310-1500-30m"_s);
    const Meeting again = takeMeeting(tryChange(meeting.uid, moveTo("2026-03-11T10:00")));
    EXPECT_EQ(again.id, u"0311-1000-30m"_s) << "its own old id fits again";
}

TEST_F(BookingChange, IsNotInItsOwnWay)
{
    const Meeting meeting = book();
    const Meeting moved = takeMeeting(tryChange(meeting.uid, moveTo("2026-03-10T14:15")));
    EXPECT_EQ(moved.when.start, at("2026-03-10T14:15"));
    ChangeRequest longer;
    longer.length = 60min;
    EXPECT_EQ(takeMeeting(tryChange(meeting.uid, longer)).id, u"0310-1415-60m"_s);
}

TEST_F(BookingChange, SeesWhatLiesUnderItsOwnTime)
{
    const Meeting meeting = book();
    calendar.addBusy({at("2026-03-10T14:20"), at("2026-03-10T14:40")}); // entered by hand, over the meeting
    const Refusal refusal = takeRefusal(tryChange(meeting.uid, moveTo("2026-03-10T14:10")));
    EXPECT_EQ(refusal.reason, Refusal::Reason::Taken);
    EXPECT_EQ(takeMeeting(tryChange(meeting.uid, moveTo("2026-03-10T13:50"))).when.start, at("2026-03-10T13:50"));
}

TEST_F(BookingChange, ToATakenTimeIsRefusedAndOffersOthers)
{
    const Meeting meeting = book();
    book(request("2026-03-10T15:00"), guest("bbbb"));
    const Refusal refusal = takeRefusal(tryChange(meeting.uid, moveTo("2026-03-10T15:00")));
    EXPECT_EQ(refusal.reason, Refusal::Reason::Taken);
    EXPECT_EQ(refusal.alternatives.size(), 6);
    EXPECT_EQ(await(service->find(meeting.uid, guest()))->sequence, 0);
    EXPECT_EQ(takeRefusal(tryChange(meeting.uid, moveTo("2026-03-15T15:00"))).reason, Refusal::Reason::OutsideHours);
    EXPECT_EQ(takeMeeting(tryChange(meeting.uid, moveTo("2026-03-15T15:00"), host())).sequence, 1);
}

TEST_F(BookingChange, BelongsToWhoeverBookedAndToTheHost)
{
    const Meeting meeting = book();
    for (const auto *stranger : {"bbbb", "", "host"}) {
        EXPECT_EQ(tryChange(meeting.uid, moveTo("2026-03-11T10:00"), guest(stranger)).error().code,
                  ErrorCode::NotFound);
        EXPECT_EQ(await(service->cancel(meeting.id, {}, guest(stranger), {})).error().code, ErrorCode::NotFound);
    }
    EXPECT_EQ(await(service->cancel(meeting.id, {}, host(), {}))->status, MeetingStatus::Cancelled);
}

TEST_F(BookingChange, OfAnOldSequenceIsAConflict)
{
    const Meeting meeting = book();
    takeMeeting(tryChange(meeting.uid, moveTo("2026-03-11T10:00")));
    ChangeRequest stale = moveTo("2026-03-12T10:00");
    stale.ifSequence = 0;
    EXPECT_EQ(tryChange(meeting.uid, stale).error().code, ErrorCode::Conflict);
    EXPECT_EQ(await(service->cancel(meeting.uid, 0, guest(), {})).error().code, ErrorCode::Conflict);
    stale.ifSequence = 1;
    EXPECT_EQ(takeMeeting(tryChange(meeting.uid, stale)).sequence, 2);
}

TEST_F(BookingChange, OfNothingChangesNothing)
{
    const Meeting meeting = book();
    ASSERT_TRUE(allMailSent());
    mailer.kept.clear();
    EXPECT_EQ(takeMeeting(tryChange(meeting.uid, moveTo("2026-03-10T14:00"))).sequence, 0);
    EXPECT_EQ(takeMeeting(tryChange(meeting.uid, {})).sequence, 0);
    ASSERT_TRUE(allMailSent());
    EXPECT_THAT(mailer.receivers(), IsEmpty());
    EXPECT_EQ(takeMeeting(tryChange(meeting.uid, moveTo("2026-03-10T15:00"))).sequence, 1) << "the lease went back";
}

TEST_F(BookingChange, OfTheAttendeesInvitesTheNewAndTakesLeaveOfTheOld)
{
    BookingRequest byPhone = request();
    byPhone.attendees = {{UntrustedText(u"Ada"_s), {}, u"+1 555 010 0100"_s}};
    const Meeting meeting = book(byPhone);
    ChangeRequest withMail;
    withMail.attendees = {ada()};
    ASSERT_TRUE(allMailSent());
    mailer.kept.clear();
    EXPECT_EQ(takeMeeting(tryChange(meeting.uid, withMail)).sequence, 1);
    ASSERT_TRUE(allMailSent());
    EXPECT_EQ(mailer.receivers(), (QStringList{u"ada@example.com"_s, u"grace@example.org"_s}));
    EXPECT_EQ(calendar.events().first().attendees, withMail.attendees);
    mailer.kept.clear();

    ChangeRequest other;
    other.attendees = {{UntrustedText(u"Bob"_s), u"bob@example.com"_s, {}}};
    EXPECT_EQ(takeMeeting(tryChange(meeting.uid, other)).sequence, 2);
    ASSERT_TRUE(allMailSent());
    EXPECT_EQ(mailer.receivers(), (QStringList{u"ada@example.com"_s, u"bob@example.com"_s, u"grace@example.org"_s}));
}

TEST_F(BookingChange, PutsBackAnEventThatWasDeletedByHand)
{
    const Meeting meeting = book();
    ASSERT_TRUE(await(calendar.remove(meeting.eventId(), {})));
    takeMeeting(tryChange(meeting.uid, moveTo("2026-03-11T10:00")));
    ASSERT_EQ(calendar.events().size(), 1);
    EXPECT_EQ(calendar.events().first().when.start, at("2026-03-11T10:00"));
}

TEST_F(BookingChange, WithTheCalendarGoneIsRefusedAndNothingMoves)
{
    const Meeting meeting = book();
    calendar.failCall(2); // the update; freeBusy is the first
    EXPECT_EQ(takeRefusal(tryChange(meeting.uid, moveTo("2026-03-11T10:00"))).reason, Refusal::Reason::NotBookable);
    EXPECT_EQ(await(service->find(meeting.uid, guest()))->when, meeting.when);
    EXPECT_EQ(calendar.events().first().when, meeting.when);
    EXPECT_THAT(store.keys(u"host:owner"_s).filter(u"intent:"_s), IsEmpty());
    EXPECT_EQ(await(service->find(u"0311-1000-30m"_s, host())).error().code, ErrorCode::NotFound);
}

TEST_F(BookingChange, TakesACalendarAtItsWordThatItDidTheWorkAndLostTheAnswer)
{
    const Meeting meeting = book();
    calendar.failCall(2, ErrorCode::Timeout, FakeCalendar::Applied::Yes);
    EXPECT_EQ(takeMeeting(tryChange(meeting.uid, moveTo("2026-03-11T10:00"))).sequence, 1);
}

class Cancelling : public BookingChange
{
};

TEST_F(Cancelling, FreesTheTimeTellsBothAndKeepsTheMeetingReadable)
{
    const Meeting meeting = book();
    ASSERT_TRUE(allMailSent());
    mailer.kept.clear();
    const auto cancelled = await(service->cancel(meeting.id, {}, guest(), {}));
    ASSERT_TRUE(cancelled);
    EXPECT_EQ(cancelled->status, MeetingStatus::Cancelled);
    EXPECT_EQ(cancelled->sequence, 1);
    EXPECT_THAT(calendar.events(), IsEmpty());
    ASSERT_TRUE(allMailSent());
    EXPECT_EQ(mailer.receivers(), (QStringList{u"ada@example.com"_s, u"grace@example.org"_s}));
    EXPECT_EQ(await(service->find(meeting.id, guest()))->status, MeetingStatus::Cancelled);
    EXPECT_EQ(book(request(), guest("bbbb")).when, meeting.when);
}

TEST_F(Cancelling, TellsTheReasonAndRemembersIt)
{
    const Meeting meeting = book();
    const Actor byLink{Actor::Role::Guest, {}, meeting.uid};
    ASSERT_TRUE(await(service->cancel(meeting.uid, 0, byLink, {}, UntrustedText(u"A cold"_s))));
    ASSERT_TRUE(allMailSent());
    int told = 0;
    for (const MailMessage &mail : mailer.kept)
        told += mail.data.contains("Why:         A cold") ? 1 : 0;
    EXPECT_EQ(told, 2);
    EXPECT_EQ(await(service->find(meeting.uid, guest()))->cancelReason, UntrustedText(u"A cold"_s));
}

TEST_F(Cancelling, TwiceIsTheSameAndTellsNobodyAgain)
{
    const Meeting meeting = book();
    ASSERT_TRUE(await(service->cancel(meeting.uid, {}, guest(), {})));
    ASSERT_TRUE(allMailSent());
    mailer.kept.clear();
    const auto again = await(service->cancel(meeting.uid, 0, guest(), {}));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->sequence, 1);
    ASSERT_TRUE(allMailSent());
    EXPECT_THAT(mailer.receivers(), IsEmpty());
    EXPECT_EQ(tryChange(meeting.uid, moveTo("2026-03-11T10:00")).error().code, ErrorCode::Conflict);
}

TEST_F(Cancelling, WithTheCalendarGoneIsAnErrorAndTheMeetingStands)
{
    const Meeting meeting = book();
    calendar.failCall(1);
    const auto cancelled = await(service->cancel(meeting.uid, {}, guest(), {}));
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::Unavailable);
    EXPECT_EQ(await(service->find(meeting.uid, guest()))->status, MeetingStatus::Confirmed);
    EXPECT_EQ(calendar.events().size(), 1);
    EXPECT_TRUE(await(service->cancel(meeting.uid, {}, guest(), {})));
}

} // namespace
} // namespace ChatCal
