// SPDX-License-Identifier: Apache-2.0
#include "core/booking/rules.h"
#include "tests/unit/core/booking/bookingworld.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

namespace ChatCal {
namespace {

class Booking : public BookingWorld
{
};

TEST_F(Booking, MakesAMeetingAnEventAndTwoMails)
{
    const Meeting meeting = book();
    EXPECT_EQ(meeting.id, u"0310-1400-30m"_s);
    EXPECT_EQ(meeting.status, MeetingStatus::Confirmed);
    EXPECT_EQ(meeting.sequence, 0);
    EXPECT_EQ(meeting.bookedBy, u"aaaa"_s);
    EXPECT_EQ(meeting.when, (Interval{at("2026-03-10T14:00"), at("2026-03-10T14:30")}));

    ASSERT_EQ(calendar.events().size(), 1);
    const Event event = calendar.events().first();
    EXPECT_EQ(event.id, meeting.eventId());
    EXPECT_EQ(event.when, meeting.when);
    EXPECT_EQ(event.meetingId, meeting.id);
    EXPECT_EQ(event.title, meeting.title);

    ASSERT_TRUE(allMailSent());
    EXPECT_EQ(mailer.receivers(), (QStringList{u"ada@example.com"_s, u"grace@example.org"_s}));

    const auto found = await(service->find(meeting.uid, guest()));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->version, meeting.version);
    EXPECT_THAT(store.keys(u"host:owner"_s).filter(u"intent:"_s), IsEmpty());
}

TEST_F(Booking, TellsThisAndOtherProcesses)
{
    const auto otherStore = store.another();
    Outbox otherOutbox(*otherStore, mailer, clock);
    BookingService other(options(), *otherStore, calendar, otherOutbox, clock);
    QSignalSpy here(service.get(), &BookingService::meetingChanged);
    QSignalSpy there(&other, &BookingService::meetingChanged);
    const Meeting meeting = book();
    ASSERT_TRUE(eventually([&] { return !here.isEmpty() && !there.isEmpty(); }));
    EXPECT_EQ(here.size(), 1);
    EXPECT_EQ(here.first().first().toString(), meeting.uid);
    EXPECT_EQ(there.first().first().toString(), meeting.uid);
}

TEST_F(Booking, OfATakenTimeOffersTheNearestFreeOnes)
{
    book();
    const Refusal refusal = refused(request(), guest("bbbb"));
    EXPECT_EQ(refusal.reason, Refusal::Reason::Taken);
    EXPECT_THAT(refusal.conflicts, ElementsAre(Interval{at("2026-03-10T14:00"), at("2026-03-10T14:30")}));
    ASSERT_EQ(refusal.alternatives.size(), 6);
    EXPECT_EQ(refusal.alternatives.at(2).start, at("2026-03-10T13:30"));
    EXPECT_EQ(refusal.alternatives.at(3).start, at("2026-03-10T14:30"));
    for (const Interval &slot : refusal.alternatives) {
        EXPECT_EQ(slot.length(), 30min);
        EXPECT_TRUE(overlapping(refusal.conflicts, slot).isEmpty());
    }
    EXPECT_EQ(calendar.events().size(), 1);
}

TEST_F(Booking, BesideAnotherMeetingIsFine)
{
    book();
    EXPECT_EQ(book(request("2026-03-10T14:30")).id, u"0310-1430-30m"_s);
    EXPECT_EQ(book(request("2026-03-10T13:30")).id, u"0310-1330-30m"_s);
}

TEST_F(Booking, OutsideTheHoursIsRefusedForAGuestAndGrantedToTheHost)
{
    const Refusal refusal = refused(request("2026-03-10T20:00"));
    EXPECT_EQ(refusal.reason, Refusal::Reason::OutsideHours);
    ASSERT_THAT(refusal.alternatives, Not(IsEmpty()));
    EXPECT_TRUE(std::ranges::any_of(refusal.alternatives,
                                    [](const Interval &slot) { return slot.start == at("2026-03-10T16:30"); }));
    EXPECT_EQ(book(request("2026-03-10T20:00"), host()).bookedBy, u"host"_s);
}

TEST_F(Booking, OfThePastIsRefusedForEverybodyBeyondAQuarterOfAnHour)
{
    EXPECT_EQ(refused(request("2026-03-03T14:00")).reason, Refusal::Reason::Past);
    EXPECT_EQ(refused(request("2026-03-03T14:00"), host()).reason, Refusal::Reason::Past);
    for (const Interval &slot : refused(request("2026-03-03T14:00")).alternatives)
        EXPECT_GE(slot.start, clock.now());
    clock.set(at("2026-03-04T10:15"));
    EXPECT_EQ(book(request("2026-03-04T10:00")).when.start, at("2026-03-04T10:00")) << "accepted as it was said";
}

TEST_F(Booking, BeyondTheHorizonOffersTheLastDaysInsideIt)
{
    const Refusal refusal = refused(request("2027-06-01T10:00"));
    EXPECT_EQ(refusal.reason, Refusal::Reason::TooFar);
    ASSERT_THAT(refusal.alternatives, Not(IsEmpty()));
    EXPECT_GT(refusal.alternatives.last().start, clock.now() + std::chrono::days(350));
    EXPECT_LE(refusal.alternatives.last().start, clock.now() + std::chrono::days(365));
}

TEST_F(Booking, OfALengthThePolicyForbidsIsRefused)
{
    BookingRequest wish = request();
    wish.length = 3min;
    EXPECT_EQ(refused(wish, host()).reason, Refusal::Reason::TooShort);
    wish.length = 9h;
    EXPECT_EQ(refused(wish, host()).reason, Refusal::Reason::TooLong);
}

TEST_F(Booking, KeepsBuffersAndTheNumberOfMeetingsADayForGuests)
{
    auto with = options();
    with.policy.bufferBefore = 15min;
    with.policy.mostPerDay = 2;
    service->reconfigure(with);
    book();
    EXPECT_EQ(refused(request("2026-03-10T14:40")).reason, Refusal::Reason::Taken);
    EXPECT_EQ(book(request("2026-03-10T14:40"), host()).id, u"0310-1440-30m"_s) << "buffers do not bind the host";
    const Refusal full = refused(request("2026-03-10T10:00"));
    EXPECT_EQ(full.reason, Refusal::Reason::DayFull);
    for (const Interval &slot : full.alternatives)
        EXPECT_NE(newYork().toLocalDate(slot.start), newYork().toLocalDate(at("2026-03-10T10:00")));
}

TEST_F(Booking, OfACalendarThatCannotBeReadIsRefusedNotGranted)
{
    calendar.failAll(ErrorCode::Unavailable);
    const Refusal refusal = refused(request());
    EXPECT_EQ(refusal.reason, Refusal::Reason::NotBookable);
    EXPECT_THAT(refusal.alternatives, IsEmpty());
    calendar.failAll({});
    EXPECT_THAT(allMeetings(), IsEmpty());
    EXPECT_EQ(
        await(service->availability({at("2026-03-10T00:00"), at("2026-03-11T00:00")}, 30min, 5, guest(), {}))->size(),
        5);
}

TEST_F(Booking, WithoutTheStoreIsAnErrorToTryAgain)
{
    store.failAll(ErrorCode::Unavailable);
    const auto outcome = tryBook(request(), guest());
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ErrorCode::Unavailable);
    EXPECT_TRUE(outcome.error().retryAfter);
    EXPECT_THAT(calendar.events(), IsEmpty());
}

TEST_F(Booking, WithoutTheStoreInWhichTheCalendarLiesIsAnErrorToTryAgain)
{
    for (const int nth : {1, 3}) { // freeBusy before the lease, insert under it
        SCOPED_TRACE(nth);
        calendar.failCall(nth, ErrorCode::Timeout);
        int calls = 0;
        calendar.onCall([&](const QString &) {
            if (++calls == nth) {
                store.failAll(ErrorCode::Timeout);
                calendar.failAll(ErrorCode::Timeout);
            }
        });
        const auto outcome = tryBook(request(), guest());
        EXPECT_GE(calls, nth);
        ASSERT_FALSE(outcome) << "nobody refused it";
        EXPECT_EQ(outcome.error().code, ErrorCode::Unavailable);
        EXPECT_TRUE(outcome.error().retryAfter);
        calendar.onCall({});
        calendar.failAll({});
        store.failAll({});
    }
}

TEST_F(Booking, OfTheSameStartAgainGetsTheNextId)
{
    const Meeting first = book();
    ASSERT_TRUE(await(service->cancel(first.uid, {}, guest(), {})));
    const Meeting second = book();
    EXPECT_EQ(second.id, u"0310-1400-30m-2"_s);
    ASSERT_TRUE(await(service->cancel(second.uid, {}, guest(), {})));
    EXPECT_EQ(book().id, u"0310-1400-30m-3"_s);
    EXPECT_EQ(await(service->find(u"0310-1400-30M"_s, guest()))->uid, first.uid);
    EXPECT_EQ(await(service->find(second.id, guest()))->uid, second.uid);
}

TEST_F(Booking, RepeatedWithTheSameKeyIsTheSameMeeting)
{
    BookingRequest wish = request();
    wish.idempotencyKey = u"k1"_s;
    const Meeting first = book(wish);
    clock.set(at("2026-03-11T09:00")); // past by now, and still the same answer
    EXPECT_EQ(book(wish).uid, first.uid);
    EXPECT_EQ(calendar.events().size(), 1);
    EXPECT_EQ(refused(wish, guest("bbbb")).reason, Refusal::Reason::Past) << "a key is its owner's";
}

TEST_F(Booking, SendsMailOnlyToWhomThereIsAnAddressFor)
{
    BookingRequest byPhone = request();
    byPhone.how = MeetingHow::Phone;
    byPhone.attendees = {{UntrustedText(u"Ada"_s), {}, u"+1 555 010 0100"_s}};
    book(byPhone);
    ASSERT_TRUE(allMailSent());
    EXPECT_EQ(mailer.receivers(), QStringList{u"grace@example.org"_s});
    mailer.kept.clear();

    BookingRequest alone = request("2026-03-10T15:00");
    alone.attendees.clear();
    book(alone, host());
    ASSERT_TRUE(allMailSent());
    EXPECT_THAT(mailer.receivers(), IsEmpty());

    auto silent = options();
    silent.host.email.clear();
    service->reconfigure(silent);
    BookingRequest twice = request("2026-03-10T16:00");
    twice.attendees = {ada(), ada()};
    book(twice);
    ASSERT_TRUE(allMailSent());
    EXPECT_EQ(mailer.receivers(), QStringList{u"ada@example.com"_s});
}

TEST_F(Booking, OfAVideoCallHasALinkOfItsOwnWhereLinksAreConfigured)
{
    EXPECT_EQ(book().conferenceUrl, QString());
    auto with = options();
    with.conferenceUrlTemplate = u"https://meet.example/{id}"_s;
    service->reconfigure(with);
    const Meeting first = book(request("2026-03-11T10:00"));
    const Meeting second = book(request("2026-03-11T11:00"));
    static const QRegularExpression link(u"\\Ahttps://meet\\.example/[A-Za-z0-9_-]{16}\\z"_s);
    EXPECT_TRUE(link.match(first.conferenceUrl).hasMatch());
    EXPECT_NE(first.conferenceUrl, second.conferenceUrl);
    BookingRequest byPhone = request("2026-03-11T12:00");
    byPhone.how = MeetingHow::Phone;
    EXPECT_EQ(book(byPhone).conferenceUrl, QString());
}

TEST_F(Booking, OfAVideoCallHasTheCalendarsLinkWhereItMakesAny)
{
    EXPECT_FALSE(service->hasConferenceUrl());
    calendar.setConferences(FakeCalendar::Conferences::Made);
    EXPECT_TRUE(service->hasConferenceUrl());
    const Meeting meeting = book();
    EXPECT_TRUE(meeting.conferenceUrl.startsWith("https://video.example/"_L1));
    EXPECT_EQ(await(service->find(meeting.uid, host()))->conferenceUrl, meeting.conferenceUrl);
    ASSERT_TRUE(allMailSent());
    ASSERT_EQ(mailer.kept.size(), 2);
    for (const MailMessage &mail : std::as_const(mailer.kept))
        EXPECT_TRUE(textOf(mail).contains(meeting.conferenceUrl.toUtf8()));

    ChangeRequest move;
    move.start = at("2026-03-11T10:00");
    EXPECT_EQ(takeMeeting(await(service->change(meeting.uid, move, host(), {}))).conferenceUrl, meeting.conferenceUrl);

    BookingRequest byPhone = request("2026-03-11T12:00");
    byPhone.how = MeetingHow::Phone;
    EXPECT_EQ(book(byPhone).conferenceUrl, QString());
    auto with = options();
    with.conferenceUrlTemplate = u"https://meet.example/{id}"_s;
    service->reconfigure(with);
    EXPECT_TRUE(book(request("2026-03-11T14:00")).conferenceUrl.startsWith("https://meet.example/"_L1));
}

TEST_F(Booking, AsksForALinkAgainWhenTheEventWasDeletedByHand)
{
    calendar.setConferences(FakeCalendar::Conferences::Made);
    const Meeting meeting = book();
    ASSERT_TRUE(await(calendar.remove(meeting.eventId(), {})).has_value());
    ChangeRequest move;
    move.start = at("2026-03-11T10:00");
    EXPECT_FALSE(takeMeeting(await(service->change(meeting.uid, move, host(), {}))).conferenceUrl.isEmpty());
    EXPECT_EQ(calendar.events().value(0).when.start, *move.start);
}

TEST_F(Booking, KnowsTheEventByTheUidTheCalendarGave)
{
    calendar.setConferences(FakeCalendar::Conferences::Made);
    const Meeting meeting = book();
    EXPECT_EQ(meeting.uid, meeting.eventId() + u"@fake.example"_s);
    EXPECT_EQ(calendar.events().value(0).id, meeting.eventId());
}

TEST_F(Booking, ByAGuestWithoutASessionIsNotDone)
{
    for (const auto *id : {"", "host"}) {
        const auto outcome = tryBook(request(), guest(id));
        ASSERT_FALSE(outcome);
        EXPECT_EQ(outcome.error().code, ErrorCode::Unauthorized);
    }
}

TEST_F(Booking, CanBeTriedBeforeItIsDone)
{
    const Interval when{at("2026-03-10T14:00"), at("2026-03-10T14:30")};
    const auto before = await(service->check(when, guest(), {}));
    ASSERT_TRUE(before);
    EXPECT_FALSE(*before);
    book();
    const auto after = await(service->check(when, guest(), {}));
    ASSERT_TRUE(after && *after);
    EXPECT_EQ((*after)->reason, Refusal::Reason::Taken);
    EXPECT_EQ((*after)->alternatives.size(), 6);
    calendar.failAll(ErrorCode::Timeout);
    EXPECT_EQ((*await(service->check(when, guest(), {})))->reason, Refusal::Reason::NotBookable);
}

TEST_F(Booking, AvailabilityIsTheSlotsThatCanBeBooked)
{
    calendar.addBusy({at("2026-03-10T09:00"), at("2026-03-10T16:00")});
    const auto slots =
        await(service->availability({at("2026-03-10T00:00"), at("2026-03-11T00:00")}, 30min, 10, guest(), {}));
    ASSERT_TRUE(slots);
    EXPECT_THAT(*slots,
                ElementsAre(Interval{at("2026-03-10T16:00"), at("2026-03-10T16:30")},
                            Interval{at("2026-03-10T16:30"), at("2026-03-10T17:00")}));
    calendar.failAll(ErrorCode::Unauthorized);
    const auto unread =
        await(service->availability({at("2026-03-10T00:00"), at("2026-03-11T00:00")}, 30min, 10, guest(), {}));
    ASSERT_FALSE(unread);
    EXPECT_EQ(unread.error().code, ErrorCode::Unavailable);
}

TEST_F(Booking, GuestsSeeOnlyWhatTheyBooked)
{
    const Meeting mine = book();
    const Meeting other = book(request("2026-03-10T15:00"), guest("bbbb"));
    const Meeting hosts = book(request("2026-03-10T16:00"), host());
    EXPECT_EQ(await(service->find(other.id, guest())).error().code, ErrorCode::NotFound);
    EXPECT_EQ(await(service->find(hosts.uid, guest("host"))).error().code, ErrorCode::NotFound);
    EXPECT_EQ(await(service->find(QString(4000, u'x'), host())).error().code, ErrorCode::NotFound);
    const auto page = await(service->meetings({}, guest()));
    ASSERT_TRUE(page);
    ASSERT_EQ(page->meetings.size(), 1);
    EXPECT_EQ(page->meetings.first().uid, mine.uid);
    EXPECT_EQ(allMeetings().size(), 3);
    EXPECT_THAT(await(service->meetings({}, guest("")))->meetings, IsEmpty());
}

TEST_F(Booking, ListsMeetingsPageByPage)
{
    for (int i = 0; i < 7; ++i) {
        BookingRequest wish = request();
        wish.start = at("2026-03-10T09:00") + i * 30min;
        book(wish);
    }
    ASSERT_TRUE(await(service->cancel(u"0310-1000-30m"_s, {}, host(), {})));
    MeetingQuery query;
    query.limit = 2;
    query.from = at("2026-03-10T09:30");
    query.to = at("2026-03-10T12:00");
    query.status = MeetingStatus::Confirmed;
    QStringList ids;
    do {
        const auto page = await(service->meetings(query, host()));
        ASSERT_TRUE(page);
        EXPECT_LE(page->meetings.size(), 2);
        for (const Meeting &meeting : page->meetings)
            ids.append(meeting.id);
        query.cursor = page->next;
    } while (!query.cursor.isEmpty());
    EXPECT_EQ(ids, (QStringList{u"0310-0930-30m"_s, u"0310-1030-30m"_s, u"0310-1100-30m"_s, u"0310-1130-30m"_s}));
    query.cursor = u"no cursor"_s;
    EXPECT_EQ(await(service->meetings(query, host())).error().code, ErrorCode::InvalidInput);
}

TEST_F(Booking, EndsWithCancelledWhenTheServiceGoes)
{
    auto task = service->book(request(), guest(), {});
    service.reset();
    const auto outcome = await(std::move(task));
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace ChatCal
