// SPDX-License-Identifier: Apache-2.0
// What a GoogleCalendar does when Google does not do what it should.
#include "tests/unit/core/calendar/googleworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::IsEmpty;
using testing::SizeIs;

namespace ChatCal {

using Fault = FakeGoogle::Fault;

// Lost answers, quotas, passing troubles

TEST_F(GoogleCalendarTest, InsertsOnceWhenTheAnswerIsLost)
{
    ASSERT_TRUE(await(m_calendar->check({})).has_value());
    for (const auto kind : {Fault::Kind::LoseAnswer, Fault::Kind::HalfAnswer}) {
        const QString id = kind == Fault::Kind::LoseAnswer ? u"tea01"_s : u"tea02"_s;
        m_google.break_({.kind = kind, .method = "POST"});
        EXPECT_EQ(insert(tea(id)).id, id);
    }
    EXPECT_THAT(m_google.events().events(), SizeIs(2));
}

TEST_F(GoogleCalendarTest, UpdatesAndRemovesOnceWhenTheAnswerIsLost)
{
    Event event = insert(tea());
    event.etag.clear();
    event.title = UntrustedText(u"Coffee"_s);
    m_google.break_({.kind = Fault::Kind::LoseAnswer, .method = "PATCH"});
    const auto updated = await(m_calendar->update(event, {}));
    ASSERT_TRUE(updated.has_value()) << qPrintable(updated.error().detail);
    EXPECT_EQ(updated->title, event.title);
    m_google.break_({.kind = Fault::Kind::LoseAnswer, .method = "DELETE"});
    EXPECT_TRUE(await(m_calendar->remove(u"tea01"_s, {})).has_value());
    EXPECT_THAT(m_google.events().events(), IsEmpty());
}

TEST_F(GoogleCalendarTest, KnowsItsOwnChangeWhenTheAnswerToItIsLost)
{
    // With the version named, the second attempt meets a newer one: its own.
    Event event = insert(tea());
    event.title = UntrustedText(u"Coffee"_s);
    m_google.break_({.kind = Fault::Kind::LoseAnswer, .method = "PATCH"});
    const auto updated = await(m_calendar->update(event, {}));
    ASSERT_TRUE(updated.has_value()) << qPrintable(updated.error().detail);
    EXPECT_EQ(updated->title, event.title);
    EXPECT_NE(updated->etag, event.etag);
    EXPECT_GE(count(u"PATCH"_s), 2);
}

TEST_F(GoogleCalendarTest, TriesAgainAfterAQuotaAndAServerError)
{
    for (const auto &[status, reason] : std::vector<std::pair<int, QString>>{{403, u"rateLimitExceeded"_s},
                                                                             {403, u"userRateLimitExceeded"_s},
                                                                             {403, u"quotaExceeded"_s},
                                                                             {429, u"rateLimitExceeded"_s},
                                                                             {500, u"backendError"_s},
                                                                             {503, u"backendError"_s}}) {
        m_google.break_({.status = status, .reason = reason}, 2);
        const auto busy = await(m_calendar->freeBusy(march(), {}));
        EXPECT_TRUE(busy.has_value()) << status << ' ' << qPrintable(reason);
        EXPECT_FALSE(m_google.isBroken());
    }
}

TEST_F(GoogleCalendarTest, GivesUpOnAQuotaAndSaysHowLongToWait)
{
    m_google.break_({.status = 403, .reason = u"rateLimitExceeded"_s, .headers = "Retry-After: 37\r\n"});
    const auto busy = await(m_calendar->freeBusy(march(), {}));
    ASSERT_FALSE(busy.has_value());
    EXPECT_EQ(busy.error().code, ErrorCode::RateLimited);
    EXPECT_EQ(busy.error().retryAfter, 37s);
}

TEST_F(GoogleCalendarTest, DoesNotKnockAgainWhereItMayNot)
{
    m_google.break_({.status = 403, .reason = u"forbidden"_s});
    EXPECT_EQ(busyFails(), ErrorCode::Unauthorized);
    EXPECT_EQ(count(u"POST /freeBusy"_s), 1);
}

TEST_F(GoogleCalendarTest, RenewsTheTokenOnceWhenItIsRefused)
{
    ASSERT_TRUE(await(m_calendar->check({})).has_value());
    m_google.oauth().expireAccessTokens();
    EXPECT_TRUE(await(m_calendar->freeBusy(march(), {})).has_value());
    EXPECT_EQ(m_google.oauth().refreshes(), 1);
    m_google.break_({.status = 401, .reason = u"authError"_s}, 2);
    EXPECT_EQ(busyFails(), ErrorCode::Unauthorized);
    EXPECT_EQ(m_google.oauth().refreshes(), 2);
}

TEST_F(GoogleCalendarTest, IsNotFreeWhenAccessWasWithdrawn)
{
    ASSERT_TRUE(await(m_calendar->check({})).has_value());
    m_google.oauth().withdraw();
    EXPECT_EQ(busyFails(), ErrorCode::Unauthorized);
    const auto health = await(m_calendar->check({}));
    ASSERT_FALSE(health.has_value());
    EXPECT_EQ(health.error().detail, u"Google access was withdrawn; sign in again"_s);
    const int knocked = static_cast<int>(m_google.server().requests().size());
    EXPECT_EQ(busyFails(), ErrorCode::Unauthorized);
    EXPECT_EQ(m_google.server().requests().size(), knocked) << "what is known to be withdrawn is asked again";
}

// Answers that are none

TEST_F(GoogleCalendarTest, IsNeverFreeOnNonsense)
{
    m_google.break_({.kind = Fault::Kind::Nonsense});
    EXPECT_EQ(busyFails(), ErrorCode::Protocol);
    m_google.break_({.kind = Fault::Kind::HalfAnswer}, 4);
    EXPECT_EQ(busyFails(), ErrorCode::Unavailable);
}

TEST_F(GoogleCalendarTest, EndsInTimeWhenGoogleIsSilent)
{
    m_options.patience = 700ms;
    m_calendar = open();
    m_google.break_({.kind = Fault::Kind::Stall}, 9);
    EXPECT_EQ(busyFails(), ErrorCode::Timeout);
}

TEST_F(GoogleCalendarTest, RefusesFiftyMegabytesOfEvents)
{
    m_google.break_({.kind = Fault::Kind::Flood});
    const auto listed = await(m_calendar->list(march(), {}));
    ASSERT_FALSE(listed.has_value());
    EXPECT_EQ(listed.error().code, ErrorCode::Protocol);
    EXPECT_TRUE(await(m_calendar->list(march(), {})).has_value());
}

TEST_F(GoogleCalendarTest, LeavesOutAndCountsAnEventItCannotRead)
{
    insert(tea());
    m_google.events().put({{u"id"_s, u"broken"_s}, {u"summary"_s, u"No time at all"_s}});
    QJsonObject rule = byHand(u"badrule"_s, u"2026-03-06T18:00:00+01:00"_s, u"2026-03-06T19:00:00+01:00"_s);
    rule.insert(u"recurrence"_s, QJsonArray{u"RRULE:FREQ=WHENEVER"_s});
    m_google.events().put(rule);
    const auto changes = await(m_calendar->changes({}, {}));
    ASSERT_TRUE(changes.has_value()) << qPrintable(changes.error().detail);
    ASSERT_THAT(changes->changed, SizeIs(1));
    EXPECT_EQ(changes->changed[0].id, u"tea01"_s);
    EXPECT_EQ(m_calendar->skipped(), 2);
}

} // namespace ChatCal
