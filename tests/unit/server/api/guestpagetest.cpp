// SPDX-License-Identifier: Apache-2.0
#include "core/booking/invitations.h"
#include "core/time/words.h"
#include "tests/unit/server/api/apiworld.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace ChatCal {

namespace {

class GuestPage : public testing::Test
{
protected:
    GuestPage()
    {
        BookingService::Options options = m_world.engine().booking().options();
        options.publicUrl = u"https://chat.example.com"_s;
        options.guestLinks = m_links;
        m_world.engine().booking().reconfigure(options);
    }

    /// Booked by the host with two guests, Tuesday March 10, 2 PM in New York; the meeting.
    QJsonObject book(const QString &start = u"2026-03-10T14:00:00-04:00"_s, const QString &title = u"Tea & <cake>"_s,
                     int minutes = 30)
    {
        const auto person = [](const QString &name) {
            return QJsonObject{{u"name"_s, name}, {u"email"_s, name.toLower() + u"@example.com"_s}};
        };
        const Answer made = m_world.hostPost(u"/api/v1/meetings"_s,
                                             {{u"title"_s, title},
                                              {u"start"_s, start},
                                              {u"duration_minutes"_s, minutes},
                                              {u"attendees"_s, QJsonArray{person(u"Ada"_s), person(u"Bob"_s)}}});
        EXPECT_EQ(made.status, 201);
        return made.json;
    }
    [[nodiscard]] QString linkTo(const QJsonObject &meeting, const QString &email = u"ada@example.com"_s,
                                 std::chrono::hours life = 24h * 60) const
    {
        return u"/m/"_s
            + m_links->sign({meeting["uid"_L1].toString(), m_links->readerOf(email), meeting["sequence"_L1].toInt(),
                             std::chrono::floor<std::chrono::seconds>(m_clock.now() + life)});
    }
    std::string page(const QString &path, int status = 200)
    {
        const Answer answer = m_world.get(path);
        EXPECT_EQ(answer.status, status) << path.toStdString();
        EXPECT_EQ(answer.header("content-type"), "text/html; charset=utf-8");
        return answer.http.body.toStdString();
    }
    Answer post(const QString &path, const QByteArray &form, const HttpHeaders &more = {})
    {
        HttpRequest request;
        request.method = "POST";
        request.url = m_world.url(path);
        request.headers = more;
        request.headers.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/x-www-form-urlencoded")));
        request.body = form;
        return ApiWorld::read(await(m_world.client().send(request, {})));
    }
    QJsonObject meeting(const QJsonObject &booked)
    {
        return m_world.hostGet(u"/api/v1/meetings/"_s + booked["uid"_L1].toString()).json;
    }
    /// All mails to @p address that were written so far.
    QByteArrayList mailsTo(const QString &address)
    {
        EXPECT_TRUE(eventually([this] { return m_world.engine().outbox().isIdle(); }));
        QByteArrayList mails;
        const QDir folder(m_world.folder() + u"/outbox"_s);
        for (const QString &name : folder.entryList({u"*.eml"_s}, QDir::Files)) {
            QFile file(folder.filePath(name));
            EXPECT_TRUE(file.open(QIODevice::ReadOnly));
            const QByteArray mail = file.readAll();
            const qsizetype to = mail.indexOf("\r\nTo: ");
            if (mail.mid(to, mail.indexOf('>', to) + 1 - to).endsWith('<' + address.toUtf8() + '>'))
                mails.append(mail);
        }
        return mails;
    }

    ApiWorld m_world;
    std::shared_ptr<const SignedLinks> m_links = std::make_shared<SignedLinks>(Secret("the tests' master key"));
    const Clock &m_clock = m_world.engine().clock();
};

} // namespace

TEST_F(GuestPage, IsLinkedInTheGuestsMailAndInNoOther)
{
    const QJsonObject booked = book();
    const QByteArrayList mails = mailsTo(u"ada@example.com"_s);
    ASSERT_EQ(mails.size(), 1);
    QByteArray text = mails[0];
    text.replace("=\r\n", "");
    const auto found =
        QRegularExpression(u"https://chat\\.example\\.com(/m/[A-Za-z0-9_-]+)"_s).match(QString::fromUtf8(text));
    ASSERT_TRUE(found.hasMatch());
    EXPECT_THAT(page(found.captured(1)), HasSubstr("Tea &amp; &lt;cake&gt;"));
    const auto link = m_links->read(found.captured(1).mid(3));
    ASSERT_TRUE(link);
    EXPECT_EQ(link->uid, booked["uid"_L1].toString());
    EXPECT_EQ(link->expires, *fromRfc3339(u"2026-03-10T18:30:00Z"_s) + guestPageLife);
    for (const QByteArray &mail : mailsTo(u"grace@example.org"_s))
        EXPECT_FALSE(mail.contains("chat.example.com/m/"));
}

TEST_F(GuestPage, ShowsTheMeetingAndNobodyElsesAddress)
{
    const std::string shown = page(linkTo(book()) + u"?zone=Europe/Paris"_s);
    EXPECT_THAT(shown,
                AllOf(HasSubstr("Tea &amp; &lt;cake&gt;"), HasSubstr("Grace Hopper"), HasSubstr("Confirmed"),
                      HasSubstr("7:00–7:30 PM CET (30 minutes, Europe/Paris)"), HasSubstr("Times are in Europe/Paris"),
                      HasSubstr("Move it"), HasSubstr("Cancel it"), HasSubstr("calendar.google.com"),
                      HasSubstr("outlook.live.com")));
    EXPECT_THAT(shown, AllOf(Not(HasSubstr("bob")), Not(HasSubstr("Bob")), Not(HasSubstr("<cake>"))));
    EXPECT_THAT(shown, Not(HasSubstr(" style=")));
    EXPECT_THAT(shown, Not(HasSubstr("<script>")));
}

TEST_F(GuestPage, IsNobodysFrameAndInNoIndexAndNoCache)
{
    const Answer answer = m_world.get(linkTo(book()));
    EXPECT_THAT(answer.header("content-security-policy").toStdString(),
                AllOf(HasSubstr("frame-ancestors 'none'"), HasSubstr("form-action 'self'"), Not(HasSubstr("unsafe"))));
    EXPECT_EQ(answer.header("x-robots-tag"), "noindex, nofollow");
    EXPECT_EQ(answer.header("referrer-policy"), "no-referrer"); // the address is the key
    EXPECT_EQ(answer.header("cache-control"), "no-store");
}

TEST_F(GuestPage, ChangesNothingWhenSomebodyOnlyLooks)
{
    const QJsonObject booked = book();
    const QString link = linkTo(booked);
    for (const QString &path : {link, link + u".ics"_s, link + u"?view=cancel"_s, link + u"?view=move"_s,
                                link + u"?done=cancelled"_s, link + u"?view=move&start=2026-03-11T14:00:00Z"_s}) {
        EXPECT_EQ(m_world.get(path).status, 200);
        EXPECT_EQ(m_world.send("HEAD", path).status, 200);
    }
    EXPECT_EQ(m_world.get(link + u"/cancel"_s).status, 405);
    EXPECT_EQ(m_world.get(link + u"/move"_s).status, 405);
    EXPECT_EQ(meeting(booked)["sequence"_L1].toInt(), 0);
    EXPECT_THAT(page(link + u"?done=cancelled"_s), Not(HasSubstr("It is cancelled")));
}

TEST_F(GuestPage, CancelsOnceWithTheReasonAndNeverComesBack)
{
    const QJsonObject booked = book();
    const QString link = linkTo(booked);
    EXPECT_THAT(page(link + u"?view=cancel"_s), AllOf(HasSubstr("Cancel this meeting?"), HasSubstr("name=\"reason\"")));
    const Answer done = post(link + u"/cancel"_s, "sequence=0&reason=I+have+a+%22cold%22%2C+sorry&zone=Europe%2FParis");
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(QString::fromLatin1(done.header("location")), link + u"?done=cancelled&zone=Europe%2FParis"_s);
    EXPECT_EQ(meeting(booked)["status"_L1].toString(), u"cancelled"_s);
    const std::string after = page(link + u"?done=cancelled"_s);
    EXPECT_THAT(after,
                AllOf(HasSubstr("It is cancelled."), HasSubstr("I have a &quot;cold&quot;, sorry"),
                      HasSubstr("Book another time"), Not(HasSubstr("Move it"))));
    const QByteArrayList toHost = mailsTo(u"grace@example.org"_s);
    EXPECT_TRUE(std::any_of(toHost.begin(), toHost.end(), [](const QByteArray &mail) {
        return mail.contains("method=CANCEL") && mail.contains("I have a \"cold\", sorry");
    }));

    EXPECT_EQ(post(link + u"/cancel"_s, "sequence=0").status, 409);
    EXPECT_EQ(post(link + u"/cancel"_s, "sequence=1").status, 409);
    EXPECT_EQ(post(link + u"/move"_s, "sequence=1&start=2026-03-11T14:00:00Z").status, 409);
    EXPECT_EQ(meeting(booked)["status"_L1].toString(), u"cancelled"_s);
    EXPECT_THAT(page(link + u"?view=move"_s), Not(HasSubstr("name=\"start\"")));
    EXPECT_TRUE(m_world.get(link + u".ics"_s).http.body.contains("STATUS:CANCELLED"));
}

TEST_F(GuestPage, OffersFreeTimesOfTheGuestsZoneAndMovesToOne)
{
    const QJsonObject booked = book(u"2026-03-10T14:00:00-04:00"_s, u"Tea"_s, 60);
    book(u"2026-03-10T10:00:00-04:00"_s, u"Another"_s);
    const QString link = linkTo(booked);
    const std::string offered = page(link + u"?view=move&from=2026-03-10&zone=Europe/Paris"_s);
    EXPECT_THAT(offered,
                AllOf(HasSubstr("1 hour each, times in Europe/Paris (CET)"),
                      HasSubstr("<legend>Tuesday, March 10, 2026</legend>"), HasSubstr("2:00 PM"),
                      HasSubstr("value=\"2026-03-10T13:00:00+00:00\""), HasSubstr("Later days"),
                      HasSubstr("Earlier days"), HasSubstr("Keep the time")));
    EXPECT_THAT(offered, Not(HasSubstr("value=\"2026-03-10T14:00:00+00:00\""))); // taken by the other one
    EXPECT_THAT(offered, Not(HasSubstr("value=\"2026-03-10T18:00:00+00:00\""))); // where it is
    // Overlapping itself is no conflict.
    EXPECT_THAT(offered, HasSubstr("value=\"2026-03-10T18:30:00+00:00\""));
    const Answer done = post(link + u"/move"_s, "sequence=0&start=2026-03-10T18%3A30%3A00%2B00%3A00");
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(QString::fromLatin1(done.header("location")), link + u"?done=moved"_s);
    EXPECT_EQ(meeting(booked)["start"_L1].toString(), u"2026-03-10T14:30:00-04:00"_s);
    EXPECT_EQ(meeting(booked)["uid"_L1], booked["uid"_L1]);
    EXPECT_THAT(page(link + u"?done=moved"_s), AllOf(HasSubstr("It is moved."), HasSubstr("2:30–3:30 PM EDT")));
    EXPECT_THAT(page(link), HasSubstr("It has changed since the mail with this link"));
    EXPECT_EQ(mailsTo(u"bob@example.com"_s).size(), 3); // two invitations and the news
}

TEST_F(GuestPage, RefusesATakenTimeAndOneOutsideHoursAndNone)
{
    const QJsonObject booked = book();
    book(u"2026-03-10T10:00:00-04:00"_s, u"Another"_s);
    const QString link = linkTo(booked);
    const Answer taken = post(link + u"/move"_s, "sequence=0&start=2026-03-10T14:00:00Z");
    EXPECT_EQ(taken.status, 409);
    EXPECT_THAT(taken.http.body.toStdString(),
                AllOf(HasSubstr("That time is taken. The meeting stays as it is."), HasSubstr("name=\"start\""),
                      Not(HasSubstr("Another"))));
    EXPECT_EQ(post(link + u"/move"_s, "sequence=0&start=2026-03-10T07:00:00Z").status, 409);
    EXPECT_EQ(post(link + u"/move"_s, "sequence=0").status, 422);
    EXPECT_EQ(post(link + u"/move"_s, "sequence=0&start=tomorrow").status, 422);
    EXPECT_EQ(meeting(booked)["sequence"_L1].toInt(), 0);
}

TEST_F(GuestPage, DoesNotActOnAPageThatIsOld)
{
    const QJsonObject booked = book();
    const QString link = linkTo(booked);
    ASSERT_EQ(post(link + u"/move"_s, "sequence=0&start=2026-03-11T14:00:00Z").status, 303);
    const Answer late = post(link + u"/cancel"_s, "sequence=0");
    EXPECT_EQ(late.status, 409);
    EXPECT_THAT(late.http.body.toStdString(), HasSubstr("has changed meanwhile"));
    EXPECT_EQ(meeting(booked)["status"_L1].toString(), u"confirmed"_s);
}

TEST_F(GuestPage, OpensNothingWithoutAGoodLink)
{
    const QJsonObject booked = book();
    const QString good = linkTo(booked);
    const QString forged = u"/m/"_s
        + SignedLinks(Secret("another key"))
              .sign({booked["uid"_L1].toString(), m_links->readerOf(u"ada@example.com"_s), 0, m_clock.now() + 1h});
    for (const QString &path :
         {good.chopped(1), good + u"A"_s, forged, u"/m/x"_s, u"/m/.ics"_s, u"/m/"_s + booked["uid"_L1].toString(),
          linkTo(booked, u"eve@example.com"_s), // not invited
          linkTo({{u"uid"_s, u"nobody@chatcal"_s}})}) {
        const std::string shown = page(path, 404);
        EXPECT_THAT(shown, AllOf(HasSubstr("This link does not work"), Not(HasSubstr("cake"))));
        EXPECT_EQ(post(path + u"/cancel"_s, "sequence=0").status, 404);
    }
    const QString old = linkTo(booked, u"ada@example.com"_s, -1h);
    EXPECT_THAT(page(old, 410), AllOf(HasSubstr("expired"), Not(HasSubstr("cake"))));
    EXPECT_EQ(post(old + u"/cancel"_s, "sequence=0").status, 410);
    EXPECT_EQ(meeting(booked)["status"_L1].toString(), u"confirmed"_s);
}

TEST_F(GuestPage, OpensOneMeetingAndNoOther)
{
    const QJsonObject one = book();
    const QJsonObject other = book(u"2026-03-10T15:00:00-04:00"_s, u"Secret plans"_s);
    Actor actor{Actor::Role::Guest, {}, one["uid"_L1].toString()};
    BookingService &booking = m_world.engine().booking();
    EXPECT_TRUE(await(booking.find(one["uid"_L1].toString(), actor)));
    EXPECT_TRUE(await(booking.find(one["id"_L1].toString(), actor)));
    EXPECT_EQ(await(booking.find(other["uid"_L1].toString(), actor)).error().code, ErrorCode::NotFound);
    EXPECT_EQ(await(booking.cancel(other["id"_L1].toString(), {}, actor, {})).error().code, ErrorCode::NotFound);
    EXPECT_EQ(await(booking.change(other["uid"_L1].toString(), {}, actor, {})).error().code, ErrorCode::NotFound);
    EXPECT_EQ(await(booking.slotsToMove(other["uid"_L1].toString(), {}, 5, actor, {})).error().code,
              ErrorCode::NotFound);
    EXPECT_TRUE(await(booking.meetings({}, actor))->meetings.isEmpty());
    BookingRequest request;
    request.start = *fromRfc3339(u"2026-03-12T18:00:00Z"_s);
    EXPECT_EQ(await(booking.book(request, actor, {})).error().code, ErrorCode::Unauthorized);
}

TEST_F(GuestPage, TakesFormsOfItsOwnAlone)
{
    const QJsonObject booked = book();
    const QString path = linkTo(booked) + u"/cancel"_s;
    for (const HttpHeaders &headers :
         {HttpHeaders{{"Sec-Fetch-Site", "cross-site"}}, HttpHeaders{{"Sec-Fetch-Site", "same-site"}},
          HttpHeaders{{"Origin", "https://evil.example"}}})
        EXPECT_EQ(post(path, "sequence=0", headers).status, 403);
    EXPECT_EQ(m_world.send("POST", path, R"({"sequence":0})").status, 415);
    EXPECT_EQ(meeting(booked)["status"_L1].toString(), u"confirmed"_s);
    // What browsers send from our page, which sends no referrer.
    EXPECT_EQ(post(path, "sequence=0", {{"Origin", "null"}, {"Sec-Fetch-Site", "same-origin"}}).status, 303);
}

TEST_F(GuestPage, GivesACalendarFileOfTheMeetingAlone)
{
    const QJsonObject booked = book();
    const Answer file = m_world.get(linkTo(booked) + u".ics"_s);
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.header("content-type"), "text/calendar; charset=utf-8; method=PUBLISH");
    EXPECT_EQ(file.header("content-disposition"), "attachment; filename=\"meeting.ics\"");
    EXPECT_THAT(file.http.body.toStdString(),
                AllOf(HasSubstr("METHOD:PUBLISH\r\n"), HasSubstr("SUMMARY:Tea & <cake>"), HasSubstr("ORGANIZER"),
                      HasSubstr("UID:" + booked["uid"_L1].toString().toStdString()), Not(HasSubstr("ATTENDEE")),
                      Not(HasSubstr("bob"))));
}

TEST_F(GuestPage, SaysThatNobodyKnowsWhatIsFree)
{
    const QJsonObject booked = book();
    BookingService::Options options = m_world.engine().booking().options();
    options.policy.longest = 10min; // no slot of its length any more
    m_world.engine().booking().reconfigure(options);
    EXPECT_THAT(page(linkTo(booked) + u"?view=move"_s), HasSubstr("Nothing is free in these days."));
}

TEST_F(GuestPage, SaysWhichZoneNamesItWants)
{
    EXPECT_THAT(page(linkTo(book()) + u"?zone=Mars/Olympus"_s), HasSubstr("There is no time zone of that name"));
    EXPECT_THAT(page(linkTo(book(u"2026-03-12T14:00:00-04:00"_s)) + u"?zone=\"><script>alert(1)</script>"_s),
                Not(HasSubstr("<script>alert")));
}

TEST_F(GuestPage, RefusesAReasonThatIsNoText)
{
    const QJsonObject booked = book();
    const Answer refused = post(linkTo(booked) + u"/cancel"_s, "sequence=0&reason=" + QByteArray(501, 'x'));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.http.body.toStdString(), HasSubstr("Nothing was cancelled"));
    EXPECT_EQ(meeting(booked)["status"_L1].toString(), u"confirmed"_s);
}

TEST_F(GuestPage, SpeaksTheReadersLanguage)
{
    const QString path = linkTo(book());
    const std::string german = m_world.get(path, {{"Accept-Language", "de-CH, en;q=0.5"}}).http.body.toStdString();
    EXPECT_THAT(german,
                AllOf(HasSubstr("<html lang=\"de\""), HasSubstr("Ihr Termin mit Grace Hopper"),
                      HasSubstr("Dienstag, 10. März 2026, 14:00–14:30 Uhr EDT")));
    EXPECT_THAT(german, AllOf(Not(HasSubstr("Cancel")), Not(HasSubstr("Meeting"))));
    // A language the address names goes along with every step.
    const std::string asked = page(path + u"?lang=fr&view=cancel"_s);
    EXPECT_THAT(asked, AllOf(HasSubstr("Annuler ce rendez-vous"), HasSubstr("/cancel?lang=fr\"")));
    EXPECT_THAT(page(u"/m/nothing?lang=es"_s, 404), HasSubstr("Este enlace no funciona"));
}

} // namespace ChatCal
