// SPDX-License-Identifier: Apache-2.0
// Booking on the Google adapter and the fake: what the two promise each other.
#include "core/booking/bookingservice.h"
#include "core/calendar/google/googlecalendar.h"
#include "core/calendar/google/googlesignin.h"
#include "core/time/words.h"
#include "tests/support/fakegoogle.h"
#include "tests/unit/core/booking/bookingworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::IsEmpty;
using testing::SizeIs;

namespace ChatCal {
namespace {

class GoogleBooking : public BookingWorld
{
public:
    GoogleBooking()
        : signIn({{FakeGoogleOAuth::clientId, Secret(FakeGoogleOAuth::clientSecret), google.oauthBase()},
                  Secret("master"),
                  u"owner"_s},
                 store, http, clock)
    {
        google.oauth().registerRedirect(u"http://127.0.0.1:8000/auth/callback"_s);
        google.events().setZone(newYork());
    }

protected:
    void SetUp() override
    {
        connectAccount();
        restartOnGoogle();
    }
    void connectAccount()
    {
        HttpRequest request;
        request.url = *await(signIn.begin(u"http://127.0.0.1:8000/auth/callback"_s));
        const auto answer = await(http.send(request, {}));
        ASSERT_TRUE(answer && answer->status == 302);
        const QUrlQuery back(QUrl::fromEncoded(answer->header("location")));
        const GoogleSignIn::Return brought{back.queryItemValue(u"state"_s, QUrl::FullyDecoded),
                                           Secret(back.queryItemValue(u"code"_s, QUrl::FullyDecoded).toLatin1()),
                                           {}};
        ASSERT_EQ(*await(signIn.finish(brought, {})), GoogleSignIn::Outcome::SignedIn);
    }
    /// As a new process on the same store.
    void restartOnGoogle()
    {
        service.reset();
        GoogleCalendar::Options with;
        with.api.base = google.apiBase();
        with.api.retry = {.attempts = 2, .firstPause = 5ms, .longestPause = 10ms};
        with.patience = 3s;
        with.conferencePatience = 1s;
        calendarAtGoogle = std::make_unique<GoogleCalendar>(with, signIn.access(), http, clock);
        outbox = std::make_unique<Outbox>(store, mailer, clock);
        service = std::make_unique<BookingService>(options(), store, *calendarAtGoogle, *outbox, clock);
    }
    void crashAndHeal()
    {
        ASSERT_TRUE(allMailSent());
        clock.advance(3min); // leases of the dead run out
        restartOnGoogle();
        ASSERT_TRUE(await(service->recover()));
        ASSERT_TRUE(allMailSent());
        clock.advance(3min); // and the pause before a mail is tried again
        outbox->wake(u"host:owner"_s);
        ASSERT_TRUE(allMailSent());
    }

    FakeGoogle google;
    HttpClient http;
    GoogleSignIn signIn;
    std::unique_ptr<GoogleCalendar> calendarAtGoogle;
};

TEST_F(GoogleBooking, HasAMeetLinkInMeetingEventAndMails)
{
    const Meeting meeting = book();
    EXPECT_TRUE(meeting.conferenceUrl.startsWith("https://meet.google.com/"_L1));
    ASSERT_TRUE(allMailSent());
    ASSERT_EQ(mailer.kept.size(), 2);
    for (const MailMessage &mail : std::as_const(mailer.kept))
        EXPECT_TRUE(textOf(mail).contains(meeting.conferenceUrl.toUtf8()));
    EXPECT_EQ(google.events().mails(), 0);
}

TEST_F(GoogleBooking, MakesOneEventForWhoKeepsGooglesCopyAndOurMail)
{
    const Meeting meeting = book();
    const auto events = google.events().events();
    ASSERT_THAT(events, SizeIs(1));
    EXPECT_EQ(events[0]["iCalUID"_L1].toString(), meeting.uid);
    ASSERT_TRUE(allMailSent());
    for (const MailMessage &mail : std::as_const(mailer.kept))
        EXPECT_TRUE(textOf(mail).replace("\r\n ", "").contains("UID:" + meeting.uid.toUtf8()));
}

TEST_F(GoogleBooking, MovesAndCancelsAtGoogle)
{
    const Meeting meeting = book();
    ChangeRequest move;
    move.start = at("2026-03-11T10:00");
    const Meeting moved = takeMeeting(await(service->change(meeting.uid, move, host(), {})));
    EXPECT_EQ(moved.conferenceUrl, meeting.conferenceUrl);
    const auto events = google.events().events();
    ASSERT_THAT(events, SizeIs(1));
    EXPECT_EQ(fromRfc3339(events[0]["start"_L1]["dateTime"_L1].toString()), at("2026-03-11T10:00"));
    ASSERT_TRUE(await(service->cancel(meeting.uid, {}, host(), {})).has_value());
    EXPECT_THAT(google.events().events(), IsEmpty());
}

TEST_F(GoogleBooking, DoesNotMeetItselfWhenAMeetingMovesOntoItsOwnTime)
{
    const Meeting meeting = book();
    ChangeRequest move;
    move.start = meeting.when.start + 15min;
    EXPECT_EQ(takeMeeting(await(service->change(meeting.uid, move, guest(), {}))).when.start, *move.start);
}

TEST_F(GoogleBooking, SeesWhatStandsInTheCalendarAlready)
{
    google.events().put({{u"id"_s, u"dentist"_s},
                         {u"start"_s, QJsonObject{{u"dateTime"_s, u"2026-03-10T14:15:00-04:00"_s}}},
                         {u"end"_s, QJsonObject{{u"dateTime"_s, u"2026-03-10T15:00:00-04:00"_s}}}});
    EXPECT_EQ(refused(request()).reason, Refusal::Reason::Taken);
}

TEST_F(GoogleBooking, IsRefusedAndNeverFreeOnceAccessIsWithdrawn)
{
    google.oauth().withdraw();
    EXPECT_EQ(refused(request()).reason, Refusal::Reason::NotBookable);
    const auto slots_ =
        await(service->availability({at("2026-03-10T00:00"), at("2026-03-11T00:00")}, 30min, 10, guest(), {}));
    EXPECT_FALSE(slots_.has_value());
    connectAccount();
    book();
}

TEST_F(GoogleBooking, IsWholeOrAbsentWhateverBecomesOfGooglesAnswers)
{
    using Kind = FakeGoogle::Fault::Kind;
    google.events().setConferences(FakeGoogleEvents::Conferences::AfterTwoLooks);
    int hour = 9;
    for (const Kind kind : {Kind::LoseAnswer, Kind::HalfAnswer, Kind::Nonsense, Kind::Status}) {
        for (const int times : {1, 2, 3}) {
            SCOPED_TRACE(static_cast<int>(kind) * 10 + times);
            BookingRequest wish = request();
            wish.start = at("2026-03-10T00:00") + std::chrono::hours(hour);
            hour += hour == 16 ? 24 - 7 : 1;
            const auto told = [&] { return allMeetings().size(); };
            const auto before = told();
            google.break_({.kind = kind, .onlyWrites = true}, times);
            const auto outcome = tryBook(wish, host());
            const bool isBooked = outcome && std::holds_alternative<Meeting>(*outcome);
            google.mend();
            crashAndHeal();
            const auto meetings = allMeetings();
            EXPECT_EQ(meetings.size(), before + (isBooked ? 1 : 0));
            EXPECT_EQ(google.events().events().size(), meetings.size());
            EXPECT_EQ(mailer.kept.size(), 2 * meetings.size());
            for (const Meeting &meeting : meetings)
                EXPECT_FALSE(meeting.conferenceUrl.isEmpty());
        }
    }
    EXPECT_GT(allMeetings().size(), 3);
}

TEST_F(GoogleBooking, IsHealedWithItsLinkAfterACrashBehindTheInsert)
{
    google.events().setConferences(FakeGoogleEvents::Conferences::AfterTwoLooks);
    int healed = 0;
    for (int nth = 1; nth <= 12; ++nth) {
        BookingRequest wish = request();
        wish.start = at("2026-03-12T09:00") + std::chrono::hours(24 * (nth / 5) + nth % 5);
        for (int call = nth; call < nth + 40; ++call)
            store.failCall(call, ErrorCode::Unavailable);
        static_cast<void>(tryBook(wish, host()));
        for (int i = 0; i < 100; ++i)
            static_cast<void>(await(store.ping()));
        const auto before = allMeetings().size();
        crashAndHeal();
        const auto meetings = allMeetings();
        healed += static_cast<int>(meetings.size() - before);
        EXPECT_EQ(google.events().events().size(), meetings.size());
        EXPECT_EQ(mailer.kept.size(), 2 * meetings.size());
        for (const Meeting &meeting : meetings)
            EXPECT_FALSE(meeting.conferenceUrl.isEmpty());
    }
    EXPECT_GT(healed, 0);
}

} // namespace
} // namespace ChatCal
