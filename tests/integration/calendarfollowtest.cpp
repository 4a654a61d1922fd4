// SPDX-License-Identifier: Apache-2.0
// CalendarFollower on calendars that a host really changes: Radicale with another program's plain PUT and DELETE, and
// Google's as it would be changed in the web interface.
#include "core/booking/calendarfollower.h"
#include "core/calendar/caldav/caldavcalendar.h"
#include "core/calendar/google/googlecalendar.h"
#include "core/calendar/google/googlesignin.h"
#include "tests/support/fakegoogle.h"
#include "tests/support/radicale.h"
#include "tests/unit/core/booking/bookingworld.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::IsEmpty;

namespace ChatCal {
namespace {

using Outcome = CalendarFollower::Outcome;

/// A calendar, and the other program in which its host changes it.
class Program
{
public:
    virtual ~Program() = default;
    [[nodiscard]] virtual Calendar &calendar() = 0;
    /// From 14:00 on March 10 to 22:15 on March 14, for half an hour as before.
    virtual void move(const Meeting &meeting) = 0;
    virtual void erase(const Meeting &meeting) = 0;
    /// For one look the calendar says that the event is gone; then it is there.
    virtual void vanish(const Meeting &meeting) = 0;
    virtual void comeBack() = 0;
    /// What the calendar keeps of @p meeting, in its own words; empty when it keeps nothing.
    [[nodiscard]] virtual QByteArray kept(const Meeting &meeting) = 0;
};

class OnRadicale final : public Program
{
public:
    explicit OnRadicale(const Clock &clock)
    {
        EXPECT_TRUE(m_server.start());
        EXPECT_TRUE(m_server.makeCalendar(u"/ada/work/"_s));
        CalDavCalendar::Options options;
        options.url = m_server.url(u"/ada/work/"_s);
        options.zone = BookingWorld::newYork();
        options.addresses = {u"grace@example.org"_s};
        options.client.username = m_server.username();
        options.client.password = Secret(m_server.password());
        options.client.retry.firstPause = 5ms;
        options.patience = 30s;
        m_calendar = std::make_unique<CalDavCalendar>(options, m_http, clock);
    }
    Calendar &calendar() override { return *m_calendar; }
    void move(const Meeting &meeting) override
    {
        QByteArray text = kept(meeting);
        for (const char *end : {"DTSTART", "DTEND"})
            ASSERT_TRUE(text.contains(end)) << text.toStdString();
        text.replace(":20260310T140000", ":20260314T221500").replace(":20260310T143000", ":20260314T224500");
        ASSERT_TRUE(text.contains(":20260314T224500")) << text.toStdString();
        put(meeting, text);
    }
    void erase(const Meeting &meeting) override { EXPECT_EQ(m_server.ask("DELETE", pathOf(meeting)).status, 200); }
    void vanish(const Meeting &meeting) override
    {
        m_vanished = {pathOf(meeting), kept(meeting)};
        erase(meeting);
    }
    void comeBack() override { EXPECT_EQ(m_server.ask("PUT", m_vanished.first, m_vanished.second).status, 201); }
    QByteArray kept(const Meeting &meeting) override
    {
        const Radicale::Answer answer = m_server.ask("GET", pathOf(meeting));
        return answer.status == 200 ? answer.body : QByteArray();
    }

private:
    static QString pathOf(const Meeting &meeting) { return u"/ada/work/"_s + meeting.eventId() + u".ics"_s; }
    void put(const Meeting &meeting, const QByteArray &text)
    {
        EXPECT_EQ(m_server.ask("PUT", pathOf(meeting), text).status, 201);
    }

    Radicale m_server;
    HttpClient m_http;
    std::unique_ptr<CalDavCalendar> m_calendar;
    QPair<QString, QByteArray> m_vanished;
};

class OnGoogle final : public Program
{
public:
    OnGoogle(Store &store, const Clock &clock)
        : m_signIn({{FakeGoogleOAuth::clientId, Secret(FakeGoogleOAuth::clientSecret), m_google.oauthBase()},
                    Secret("master"),
                    u"owner"_s},
                   store, m_http, clock)
    {
        m_google.oauth().registerRedirect(u"http://127.0.0.1:8000/auth/callback"_s);
        m_google.events().setZone(BookingWorld::newYork());
        connectAccount();
        GoogleCalendar::Options options;
        options.api.base = m_google.apiBase();
        options.patience = 10s;
        m_calendar = std::make_unique<GoogleCalendar>(options, m_signIn.access(), m_http, clock);
    }
    Calendar &calendar() override { return *m_calendar; }
    void move(const Meeting &meeting) override
    {
        const auto time = [](const char *local) {
            return QJsonObject{{u"dateTime"_s, QString::fromLatin1(local)}, {u"timeZone"_s, u"America/New_York"_s}};
        };
        FakeGoogleEvents::Request request = requestFor(meeting);
        request.body = {{u"start"_s, time("2026-03-14T22:15:00")}, {u"end"_s, time("2026-03-14T22:45:00")}};
        EXPECT_EQ(m_google.events().patch(request).status, 200);
    }
    void erase(const Meeting &meeting) override { m_google.events().deleteByHand(idOf(meeting)); }
    void vanish(const Meeting &meeting) override { m_google.events().tellPhantomDeletion(idOf(meeting)); }
    void comeBack() override { }
    QByteArray kept(const Meeting &meeting) override
    {
        for (const QJsonObject &event : m_google.events().events())
            if (event["iCalUID"_L1] == meeting.uid)
                return QJsonDocument(event).toJson();
        return {};
    }

private:
    void connectAccount()
    {
        HttpRequest request;
        request.url = *await(m_signIn.begin(u"http://127.0.0.1:8000/auth/callback"_s));
        const auto answer = await(m_http.send(request, {}));
        ASSERT_TRUE(answer && answer->status == 302);
        const QUrlQuery back(QUrl::fromEncoded(answer->header("location")));
        const GoogleSignIn::Return brought{back.queryItemValue(u"state"_s, QUrl::FullyDecoded),
                                           Secret(back.queryItemValue(u"code"_s, QUrl::FullyDecoded).toLatin1()),
                                           {}};
        ASSERT_EQ(*await(m_signIn.finish(brought, {})), GoogleSignIn::Outcome::SignedIn);
    }
    QString idOf(const Meeting &meeting) { return QJsonDocument::fromJson(kept(meeting)).object()["id"_L1].toString(); }
    FakeGoogleEvents::Request requestFor(const Meeting &meeting)
    {
        FakeGoogleEvents::Request request;
        request.calendarId = u"primary"_s;
        request.eventId = idOf(meeting);
        return request;
    }

    FakeGoogle m_google;
    HttpClient m_http;
    GoogleSignIn m_signIn;
    std::unique_ptr<GoogleCalendar> m_calendar;
};

enum class Where { Radicale, Google };

class FollowingARealCalendar : public BookingWorld, public testing::WithParamInterface<Where>
{
public:
    void SetUp() override
    {
        if (GetParam() == Where::Google)
            program = std::make_unique<OnGoogle>(store, clock);
        else if (hasRadicale())
            program = std::make_unique<OnRadicale>(clock);
        else
            GTEST_SKIP() << "radicale is not installed";
        outbox = std::make_unique<Outbox>(store, mailer, clock);
        service = std::make_unique<BookingService>(options(), store, program->calendar(), *outbox, clock);
        follower = std::make_unique<CalendarFollower>(CalendarFollower::Options{u"one"_s}, store, program->calendar(),
                                                      *service, clock);
        EXPECT_EQ(look(), Outcome::Looked);
        meeting = book();
        EXPECT_EQ(look(), Outcome::Looked);
        EXPECT_TRUE(allMailSent());
        mailer.kept.clear();
        ASSERT_FALSE(program->kept(meeting).isEmpty());
    }
    void TearDown() override
    {
        follower.reset();
        service.reset();
    }
    /// The look a minute later.
    Outcome look()
    {
        clock.advance(1min);
        return await(follower->look());
    }
    Meeting stored() { return await(service->find(meeting.uid, host())).value_or(Meeting()); }

    std::unique_ptr<Program> program;
    std::unique_ptr<CalendarFollower> follower;
    Meeting meeting;
};

} // namespace

TEST_P(FollowingARealCalendar, LeavesAloneWhatNobodyChanged)
{
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(look(), Outcome::Looked);
    expectUntouched(meeting);
}

TEST_P(FollowingARealCalendar, MovesTheMeetingAndTellsEverybodyOnce)
{
    ASSERT_EQ(meeting.when.start, at("2026-03-10T14:00"));
    program->move(meeting);
    EXPECT_EQ(look(), Outcome::Looked);
    const Meeting moved = stored();
    EXPECT_EQ(moved.status, MeetingStatus::Confirmed);
    EXPECT_EQ(moved.when.start, at("2026-03-14T22:15"));
    EXPECT_EQ(moved.when.end, at("2026-03-14T22:45"));
    EXPECT_EQ(moved.sequence, 1);
    EXPECT_EQ(mailsWith("METHOD:REQUEST"), 2);
    EXPECT_EQ(mailer.receivers(), (QStringList{u"ada@example.com"_s, u"grace@example.org"_s}));
    const auto event = await(program->calendar().find(meeting.eventId(), {}));
    ASSERT_TRUE(event && *event);
    EXPECT_EQ((*event)->when, moved.when) << "the event stays where the host put it";

    mailer.kept.clear();
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(look(), Outcome::Looked); // the echo of what was written
    expectUntouched(moved);
}

TEST_P(FollowingARealCalendar, CancelsTheMeetingWhoseEventIsGone)
{
    program->erase(meeting);
    EXPECT_EQ(look(), Outcome::Looked);
    expectUntouched(meeting);
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(stored().status, MeetingStatus::Cancelled);
    EXPECT_EQ(mailsWith("METHOD:CANCEL"), 2);
    EXPECT_EQ(program->kept(meeting), QByteArray());

    mailer.kept.clear();
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_TRUE(allMailSent());
    EXPECT_THAT(mailer.receivers(), IsEmpty());
}

TEST_P(FollowingARealCalendar, DoesNotBelieveWhatOneLookMisses)
{
    for (int i = 0; i < 2; ++i) {
        program->vanish(meeting);
        EXPECT_EQ(look(), Outcome::Looked);
        program->comeBack();
        EXPECT_EQ(look(), Outcome::Looked);
        expectUntouched(meeting);
    }
    EXPECT_EQ(look(), Outcome::Looked);
    expectUntouched(meeting);
}

TEST_P(FollowingARealCalendar, FollowsAMoveAndThenTheDeletion)
{
    program->move(meeting);
    EXPECT_EQ(look(), Outcome::Looked);
    ASSERT_EQ(stored().sequence, 1);
    program->erase(stored());
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(look(), Outcome::Looked);
    EXPECT_EQ(stored().status, MeetingStatus::Cancelled);
    EXPECT_EQ(stored().sequence, 2);
    EXPECT_EQ(mailsWith("METHOD:CANCEL"), 2);
}

INSTANTIATE_TEST_SUITE_P(CalendarFollower, FollowingARealCalendar, testing::Values(Where::Radicale, Where::Google),
                         [](const auto &info) {
                             return std::string(info.param == Where::Google ? "Google" : "Radicale");
                         });

} // namespace ChatCal
