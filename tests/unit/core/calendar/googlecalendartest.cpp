// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/google/googlecalendar.h"

#include "tests/unit/core/calendar/googleworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace ChatCal {

// Conferences

TEST_F(GoogleCalendarTest, AnswersAnInsertWithItsMeetLink)
{
    Event event = tea();
    event.wantsConference = true;
    const Event made = insert(event);
    EXPECT_THAT(made.conferenceUrl.toStdString(), HasSubstr("https://meet.google.com/"));
    EXPECT_EQ(await(m_calendar->find(u"tea01"_s, {}))->value().conferenceUrl, made.conferenceUrl);
    EXPECT_TRUE(m_calendar->makesConferences());
}

TEST_F(GoogleCalendarTest, AsksForNoConferenceUnasked)
{
    EXPECT_TRUE(insert(tea()).conferenceUrl.isEmpty());
    EXPECT_EQ(m_google.events().conferencesMade(), 0);
}

TEST_F(GoogleCalendarTest, WaitsForAConferenceThatIsPending)
{
    m_google.events().setConferences(FakeGoogleEvents::Conferences::AfterTwoLooks);
    Event event = tea();
    event.wantsConference = true;
    EXPECT_FALSE(insert(event).conferenceUrl.isEmpty());
}

TEST_F(GoogleCalendarTest, IsInsertedWithoutALinkWhenTheConferenceFails)
{
    m_google.events().setConferences(FakeGoogleEvents::Conferences::Fail);
    Event event = tea();
    event.wantsConference = true;
    EXPECT_TRUE(insert(event).conferenceUrl.isEmpty());
    EXPECT_THAT(m_google.events().events(), SizeIs(1));
}

TEST_F(GoogleCalendarTest, IsInsertedWithoutALinkWhenTheConferenceTakesTooLong)
{
    m_google.events().setConferences(FakeGoogleEvents::Conferences::Never);
    m_options.conferencePatience = 400ms;
    m_calendar = open();
    Event event = tea();
    event.wantsConference = true;
    EXPECT_TRUE(insert(event).conferenceUrl.isEmpty());
}

TEST_F(GoogleCalendarTest, IsInsertedWithoutALinkWhereMeetIsNotAllowed)
{
    m_google.events().setConferences(FakeGoogleEvents::Conferences::NotAllowed);
    Event event = tea();
    event.wantsConference = true;
    EXPECT_TRUE(insert(event).conferenceUrl.isEmpty());
    EXPECT_THAT(m_google.events().events(), SizeIs(1));
}

TEST_F(GoogleCalendarTest, AsksOnceForTheConferenceOfARepeat)
{
    Event event = tea();
    event.wantsConference = true;
    const Event first = insert(event);
    const Event again = insert(event);
    EXPECT_EQ(first.conferenceUrl, again.conferenceUrl);
    EXPECT_EQ(m_google.events().conferencesMade(), 1);
}

TEST_F(GoogleCalendarTest, KeepsTheConferenceOfAnEventThatMoves)
{
    Event event = tea();
    event.wantsConference = true;
    Event made = insert(event);
    const QString link = made.conferenceUrl;
    made.when = {made.when.start + 24h, made.when.end + 24h};
    made.etag.clear();
    const auto moved = await(m_calendar->update(made, {}));
    ASSERT_TRUE(moved.has_value());
    EXPECT_EQ(moved->conferenceUrl, link);
    EXPECT_TRUE(resource(u"tea01"_s).contains("conferenceData"_L1));
}

// Guests and properties

TEST_F(GoogleCalendarTest, KeepsPhonesAndGuestsWithoutAnAddress)
{
    Event event = tea();
    event.attendees = {{UntrustedText(u"Ada"_s), u"ada@example.com"_s, u"+1 555 0100"_s},
                       {UntrustedText(u"Bob"_s), {}, u"+1 555 0101"_s}};
    insert(event);
    const auto found = await(m_calendar->find(u"tea01"_s, {}));
    ASSERT_TRUE(found.has_value() && found->has_value());
    EXPECT_EQ((*found)->attendees, event.attendees);
    EXPECT_EQ(m_google.events().mails(), 0);
}

TEST_F(GoogleCalendarTest, KeepsWhatGuestsHaveAnsweredWhenTheEventMoves)
{
    Event event = tea();
    event.attendees = {{UntrustedText(u"Ada"_s), u"ada@example.com"_s, {}}};
    insert(event);
    QJsonObject there = resource(u"tea01"_s);
    there.insert(u"attendees"_s,
                 QJsonArray{QJsonObject{{u"email"_s, u"ada@example.com"_s}, {u"responseStatus"_s, u"accepted"_s}}});
    there.insert(u"colorId"_s, u"7"_s);
    m_google.events().put(there);
    event.when = {event.when.start + 24h, event.when.end + 24h};
    ASSERT_TRUE(await(m_calendar->update(event, {})).has_value());
    const QJsonObject after = resource(u"tea01"_s);
    EXPECT_EQ(after["attendees"_L1].toArray().at(0)["responseStatus"_L1].toString(), u"accepted"_s);
    EXPECT_EQ(after["attendees"_L1].toArray().at(0)["displayName"_L1].toString(), u"Ada"_s);
    EXPECT_EQ(after["colorId"_L1].toString(), u"7"_s) << "what the host set by hand is gone";
}

TEST_F(GoogleCalendarTest, GivesNoUidBesideTheId)
{
    insert(tea()); // the fake refuses both
    EXPECT_EQ(resource(u"tea01"_s)["iCalUID"_L1].toString(), u"tea01@google.com"_s);
    EXPECT_EQ(await(m_calendar->find(u"tea01"_s, {}))->value().uid, u"tea01@chatcal"_s);
}

// Busy or free

TEST_F(GoogleCalendarTest, TakesWorkingPlacesAndDeclinedInvitationsForFree)
{
    QJsonObject place = byHand(u"place"_s, u"2026-03-05T09:00:00+01:00"_s, u"2026-03-05T17:00:00+01:00"_s);
    place.insert(u"eventType"_s, u"workingLocation"_s);
    m_google.events().put(place);
    QJsonObject declined = byHand(u"party"_s, u"2026-03-05T18:00:00+01:00"_s, u"2026-03-05T19:00:00+01:00"_s);
    declined.insert(
        u"attendees"_s,
        QJsonArray{QJsonObject{{u"email"_s, u"grace@example.com"_s}, {u"responseStatus"_s, u"declined"_s}}});
    m_google.events().put(declined);
    QJsonObject away = byHand(u"away0"_s, u"2026-03-06T18:00:00+01:00"_s, u"2026-03-06T19:00:00+01:00"_s);
    away.insert(u"eventType"_s, u"outOfOffice"_s);
    m_google.events().put(away);

    const auto busy = await(m_calendar->freeBusy(march(), {}));
    ASSERT_TRUE(busy.has_value());
    ASSERT_THAT(*busy, SizeIs(1));
    EXPECT_EQ(busy->first().start, at(u"2026-03-06T18:00"_s));
    const auto listed = await(m_calendar->list(march(), {}));
    ASSERT_TRUE(listed.has_value());
    ASSERT_THAT(*listed, SizeIs(2)); // a place is no appointment
    EXPECT_EQ((*listed)[0].transparency, Event::Transparency::Free);
    EXPECT_EQ((*listed)[1].transparency, Event::Transparency::Busy);
}

TEST_F(GoogleCalendarTest, CountsTentativeAnswersAsBusy)
{
    QJsonObject maybe = byHand(u"maybe"_s, u"2026-03-05T18:00:00+01:00"_s, u"2026-03-05T19:00:00+01:00"_s);
    maybe.insert(u"attendees"_s,
                 QJsonArray{QJsonObject{{u"email"_s, u"grace@example.com"_s}, {u"responseStatus"_s, u"tentative"_s}}});
    m_google.events().put(maybe);
    EXPECT_THAT(*await(m_calendar->freeBusy(march(), {})), SizeIs(1));
    EXPECT_EQ(await(m_calendar->list(march(), {}))->first().status, Event::Status::Tentative);
}

TEST_F(GoogleCalendarTest, JoinsTheBusyTimesOfSeveralCalendars)
{
    m_google.events().addCalendar(u"family@group.calendar.google.com"_s);
    m_google.events().put(byHand(u"swim1"_s, u"2026-03-05T09:15:00+01:00"_s, u"2026-03-05T10:00:00+01:00"_s),
                          u"family@group.calendar.google.com"_s);
    m_options.alsoBusy = {u"family@group.calendar.google.com"_s};
    m_calendar = open();
    insert(tea());
    const auto busy = await(m_calendar->freeBusy(march(), {}));
    ASSERT_TRUE(busy.has_value());
    EXPECT_THAT(*busy, ElementsAre(Interval{at(u"2026-03-05T09:00"_s), at(u"2026-03-05T10:00"_s)}));
}

TEST_F(GoogleCalendarTest, IsNeverFreeWhenOneOfSeveralCalendarsCannotBeRead)
{
    m_google.events().addCalendar(u"family@group.calendar.google.com"_s);
    m_options.alsoBusy = {u"family@group.calendar.google.com"_s, u"gone@group.calendar.google.com"_s};
    m_calendar = open();
    EXPECT_EQ(busyFails(), ErrorCode::NotFound);
    m_options.alsoBusy.removeLast();
    m_calendar = open();
    ASSERT_TRUE(await(m_calendar->freeBusy(march(), {})).has_value());
    m_google.events().failFreeBusy(u"family@group.calendar.google.com"_s, u"internalError"_s);
    EXPECT_EQ(busyFails(), ErrorCode::Unavailable);
}

TEST_F(GoogleCalendarTest, AsksForAYearInStretchesThatGoogleAnswers)
{
    Event daily = tea();
    daily.recurrenceRule = u"FREQ=DAILY"_s;
    insert(daily);
    const auto busy = await(m_calendar->freeBusy({at(u"2026-03-01T00:00"_s), at(u"2027-03-01T00:00"_s)}, {}));
    ASSERT_TRUE(busy.has_value()) << qPrintable(busy.error().detail);
    EXPECT_THAT(*busy, SizeIs(361));
}

TEST_F(GoogleCalendarTest, ShowsAMovedOccurrenceWhereItIsAndACancelledOneNowhere)
{
    Event daily = tea();
    daily.recurrenceRule = u"FREQ=DAILY;COUNT=3"_s;
    insert(daily);
    m_google.events().cancelOccurrence(u"tea01"_s, at(u"2026-03-06T09:00"_s));
    m_google.events().moveOccurrence(u"tea01"_s, at(u"2026-03-07T09:00"_s),
                                     {at(u"2026-03-08T15:00"_s), at(u"2026-03-08T16:00"_s)});
    const auto listed = await(m_calendar->list(march(), {}));
    ASSERT_TRUE(listed.has_value());
    ASSERT_THAT(*listed, SizeIs(2));
    EXPECT_EQ((*listed)[1].when.start, at(u"2026-03-08T15:00"_s));
    EXPECT_EQ((*listed)[1].id, u"tea01"_s);
    EXPECT_THAT(*await(m_calendar->freeBusy(march(), {})), SizeIs(2));
}

TEST_F(GoogleCalendarTest, ReadsAWholeDayInTheCalendarsZone)
{
    m_google.events().setZone(*Zone::find(u"Asia/Tokyo"_s));
    m_google.events().put({{u"id"_s, u"fullone"_s},
                           {u"start"_s, QJsonObject{{u"date"_s, u"2026-03-05"_s}}},
                           {u"end"_s, QJsonObject{{u"date"_s, u"2026-03-06"_s}}}});
    const auto found = await(m_calendar->find(u"fullone"_s, {}));
    ASSERT_TRUE(found.has_value() && found->has_value());
    EXPECT_TRUE((*found)->allDay);
    EXPECT_EQ((*found)->when.start, at(u"2026-03-05T00:00"_s, u"Asia/Tokyo"_s));
    EXPECT_EQ(await(m_calendar->freeBusy(march(), {}))->first(), (*found)->when);
}

// Changes

TEST_F(GoogleCalendarTest, TellsWhatChangedSinceAToken)
{
    insert(tea());
    insert(tea(u"tea02"_s));
    const auto first = await(m_calendar->changes({}, {}));
    ASSERT_TRUE(first.has_value());
    EXPECT_THAT(first->changed, SizeIs(2));
    EXPECT_TRUE(first->isComplete);

    const auto quiet = await(m_calendar->changes(first->token, {}));
    ASSERT_TRUE(quiet.has_value()) << qPrintable(quiet.error().detail);
    EXPECT_THAT(quiet->changed, IsEmpty());
    EXPECT_FALSE(quiet->isComplete);

    m_google.events().deleteByHand(u"tea01"_s);
    m_google.events().put(byHand(u"hand1"_s, u"2026-03-05T18:00:00+01:00"_s, u"2026-03-05T19:00:00+01:00"_s));
    const auto later = await(m_calendar->changes(quiet->token, {}));
    ASSERT_TRUE(later.has_value());
    EXPECT_THAT(later->removed, ElementsAre(u"tea01"_s));
    ASSERT_THAT(later->changed, SizeIs(1));
    EXPECT_EQ(later->changed[0].id, u"hand1"_s);
    EXPECT_NE(later->token, quiet->token);
}

TEST_F(GoogleCalendarTest, TellsChangesOverManyPages)
{
    m_google.events().limitPages(3);
    for (int i = 10; i < 21; ++i)
        insert(tea(u"tea%1"_s.arg(i)));
    const auto first = await(m_calendar->changes({}, {}));
    ASSERT_TRUE(first.has_value()) << qPrintable(first.error().detail);
    EXPECT_THAT(first->changed, SizeIs(11));
    EXPECT_THAT(*await(m_calendar->list(march(), {})), SizeIs(11));
}

TEST_F(GoogleCalendarTest, ReadsEverythingAgainWhenTheTokenIsTooOldOrNone)
{
    insert(tea());
    const auto first = await(m_calendar->changes({}, {}));
    ASSERT_TRUE(first.has_value());
    m_google.events().forgetSyncTokens();
    for (const QString &token : {first->token, u"what is this"_s}) {
        const auto again = await(m_calendar->changes(token, {}));
        ASSERT_TRUE(again.has_value()) << qPrintable(again.error().detail);
        EXPECT_TRUE(again->isComplete);
        EXPECT_THAT(again->changed, SizeIs(1));
        EXPECT_THAT(again->removed, IsEmpty());
        EXPECT_NE(again->token, token);
    }
}

TEST_F(GoogleCalendarTest, ShowsAPhantomDeletionForWhatItIs)
{
    insert(tea());
    const auto first = await(m_calendar->changes({}, {}));
    ASSERT_TRUE(first.has_value());
    m_google.events().tellPhantomDeletion(u"tea01"_s);
    const auto told = await(m_calendar->changes(first->token, {}));
    ASSERT_TRUE(told.has_value());
    EXPECT_THAT(told->removed, ElementsAre(u"tea01"_s));
    EXPECT_TRUE(await(m_calendar->find(u"tea01"_s, {}))->has_value()) << "it is there all the same";
}

TEST_F(GoogleCalendarTest, TellsASeriesWithItsExceptionsAsOneEvent)
{
    Event daily = tea();
    daily.recurrenceRule = u"FREQ=DAILY"_s;
    insert(daily);
    m_google.events().cancelOccurrence(u"tea01"_s, at(u"2026-03-06T09:00"_s));
    m_google.events().moveOccurrence(u"tea01"_s, at(u"2026-03-07T09:00"_s),
                                     {at(u"2026-03-08T15:00"_s), at(u"2026-03-08T16:00"_s)});
    const auto changes = await(m_calendar->changes({}, {}));
    ASSERT_TRUE(changes.has_value());
    ASSERT_THAT(changes->changed, SizeIs(2));
    EXPECT_EQ(changes->changed[0].id, u"tea01"_s);
    EXPECT_THAT(changes->changed[0].exceptions, ElementsAre(at(u"2026-03-06T09:00"_s), at(u"2026-03-07T09:00"_s)));
    EXPECT_EQ(changes->changed[1].when.start, at(u"2026-03-08T15:00"_s));
    EXPECT_THAT(changes->removed, IsEmpty());
}

// One event

TEST_F(GoogleCalendarTest, DoesNotUpdateWhatWasDeletedByHand)
{
    const Event made = insert(tea());
    m_google.events().deleteByHand(u"tea01"_s);
    for (const QString &etag : {QString(), made.etag}) {
        Event event = tea();
        event.etag = etag;
        const auto updated = await(m_calendar->update(event, {}));
        ASSERT_FALSE(updated.has_value());
        EXPECT_EQ(updated.error().code, ErrorCode::NotFound);
    }
    EXPECT_FALSE(await(m_calendar->find(u"tea01"_s, {}))->has_value());
}

TEST_F(GoogleCalendarTest, BringsBackWhatWasDeletedUnderTheSameId)
{
    Event event = tea();
    event.wantsConference = true;
    insert(event);
    m_google.events().deleteByHand(u"tea01"_s);
    event.title = UntrustedText(u"Coffee"_s);
    event.sequence = 1;
    const Event again = insert(event);
    EXPECT_EQ(again.title, event.title);
    EXPECT_EQ(again.status, Event::Status::Confirmed);
    EXPECT_FALSE(again.conferenceUrl.isEmpty());
    EXPECT_THAT(m_google.events().events(), SizeIs(1));
}

TEST_F(GoogleCalendarTest, MovesAndBringsBackWhatCameInFromElsewhere)
{
    QJsonObject imported =
        byHand(u"_60q30c1g60o30e1i"_s, u"2026-03-05T09:00:00+01:00"_s, u"2026-03-05T10:00:00+01:00"_s);
    imported.insert(u"colorId"_s, u"7"_s);
    m_google.events().put(imported);
    auto event = await(m_calendar->find(u"_60q30c1g60o30e1i"_s, {})).value();
    ASSERT_TRUE(event.has_value());
    event->when = {at(u"2026-03-06T09:00"_s), at(u"2026-03-06T10:00"_s)};
    const auto moved = await(m_calendar->update(*event, {}));
    ASSERT_TRUE(moved.has_value()) << qPrintable(moved.error().detail);
    ASSERT_TRUE(await(m_calendar->remove(event->id, {})));
    EXPECT_THAT(m_google.events().events(), SizeIs(0));
    EXPECT_EQ(insert(*moved).when, event->when);
    ASSERT_THAT(m_google.events().events(), SizeIs(1));
    EXPECT_EQ(m_google.events().events().first()["colorId"_L1], u"7"_s) << "what ChatCal does not know comes back too";
}

TEST_F(GoogleCalendarTest, KnowsThatItMayOnlyReadACalendar)
{
    insert(tea());
    EXPECT_FALSE(await(m_calendar->find(u"tea01"_s, {})).value()->isReadOnly);
    m_google.events().setAccessRole(u"reader"_s);
    const auto listed = await(m_calendar->list(march(), {}));
    ASSERT_TRUE(listed.has_value());
    ASSERT_THAT(*listed, SizeIs(1));
    EXPECT_TRUE(listed->first().isReadOnly);
    EXPECT_TRUE(await(m_calendar->find(u"tea01"_s, {})).value()->isReadOnly);
}

TEST_F(GoogleCalendarTest, MeetsAChangeMadeBetweenLookAndWrite)
{
    insert(tea());
    Event event = tea();
    event.title = UntrustedText(u"Coffee"_s);
    m_google.break_({.status = 412, .reason = u"conditionNotMet"_s, .method = "PATCH"}, 2);
    EXPECT_TRUE(await(m_calendar->update(event, {})).has_value());
    m_google.break_({.status = 412, .reason = u"conditionNotMet"_s, .method = "PATCH"}, 99);
    const auto crowded = await(m_calendar->update(event, {}));
    ASSERT_FALSE(crowded.has_value());
    EXPECT_EQ(crowded.error().code, ErrorCode::Conflict);
}

TEST_F(GoogleCalendarTest, AnswersACallerWhoLeftWhileItWaits)
{
    std::stop_source stop;
    m_google.break_({.kind = FakeGoogle::Fault::Kind::Stall});
    auto waiting = m_calendar->freeBusy(march(), stop.get_token());
    ASSERT_TRUE(eventually([this] { return count(u"POST /freeBusy"_s) == 1; }));
    stop.request_stop();
    const auto busy = await(std::move(waiting));
    ASSERT_FALSE(busy.has_value());
    EXPECT_EQ(busy.error().code, ErrorCode::Cancelled);
}

TEST_F(GoogleCalendarTest, OutlivesTheCalendarWhileACallIsUnderWay)
{
    auto waiting = m_calendar->freeBusy(march(), {});
    m_calendar.reset();
    EXPECT_TRUE(await(std::move(waiting)).has_value());
}

} // namespace ChatCal
