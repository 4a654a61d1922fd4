// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"
#include "tests/support/fakegoogle.h"
#include "tests/unit/server/api/apiworld.h"
#include "tests/unit/server/api/schema.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Auth : public testing::Test
{
protected:
    explicit Auth(const std::function<void(Settings &)> &adjust = {})
        : m_world(adjust), m_checker(m_world.get(u"/openapi.json"_s).json)
    {
        m_google.oauth().registerRedirect(m_world.url(u"/auth/callback"_s).toString());
        setUp({FakeGoogleOAuth::clientId, Secret(FakeGoogleOAuth::clientSecret), m_google.oauthBase()});
    }
    void setUp(const GoogleClient &client)
    {
        m_world.engine().setGoogle(
            std::make_unique<GoogleSignIn>(GoogleSignIn::Options{client, Secret("master"), u"owner"_s},
                                           m_world.engine().store(), m_world.client(), m_world.engine().clock()));
    }

    /// Asks, and holds the answer to the description.
    Answer ask(const QByteArray &method, const QString &path, const HttpHeaders &headers, int status)
    {
        const Answer answer = m_world.send(method, path, {}, headers);
        EXPECT_EQ(answer.status, status) << answer.http.body.toStdString();
        const QString type = QString::fromLatin1(answer.header("content-type")).section(u';', 0, 0);
        if (type.endsWith("json"_L1)) {
            const QJsonObject schema =
                m_checker.answerSchema(path.section(u'?', 0, 0), QString::fromLatin1(method), status, type);
            EXPECT_FALSE(schema.isEmpty()) << status << " is not described";
            EXPECT_THAT(m_checker.check(answer.json, schema, u"answer"_s), IsEmpty());
        }
        return answer;
    }
    [[nodiscard]] QUrl begin() { return QUrl(ask("POST", u"/auth/login"_s, ApiWorld::asOwner(), 200).text(u"url"_s)); }
    /// The person's browser: to Google and back.
    [[nodiscard]] QString browse(const QUrl &url)
    {
        HttpRequest request;
        request.url = url;
        const auto answer = await(m_world.client().send(request, {}));
        EXPECT_TRUE(answer && answer->status == 302) << (answer ? answer->body.toStdString() : "");
        const QUrl back = QUrl::fromEncoded(answer ? answer->header("location") : QByteArray());
        return back.path() + u'?' + back.query(QUrl::FullyEncoded);
    }
    [[nodiscard]] QString state() { return ask("GET", u"/auth/status"_s, ApiWorld::asOwner(), 200).text(u"state"_s); }

    FakeGoogle m_google;
    ApiWorld m_world;
    SchemaChecker m_checker;
};

class AuthBehindAnAddress : public Auth
{
protected:
    AuthBehindAnAddress() : Auth([](Settings &settings) { settings.publicUrl = u"https://meet.example.org"_s; }) { }
};

/// The server as the settings make it, with its calendar at Google.
class AtGoogle : public testing::Test
{
protected:
    AtGoogle()
    {
        m_google.oauth().registerRedirect(m_world.url(u"/auth/callback"_s).toString());
        m_google.events().setZone(*Zone::find(u"America/New_York"_s));
    }
    void connectAccount()
    {
        HttpRequest request;
        request.url = QUrl(m_world.hostPost(u"/auth/login"_s, {}).text(u"url"_s));
        const auto answer = await(m_world.client().send(request, {}));
        ASSERT_TRUE(answer && answer->status == 302);
        const QUrl back = QUrl::fromEncoded(answer->header("location"));
        ASSERT_EQ(m_world.get(back.path() + u'?' + back.query(QUrl::FullyEncoded)).status, 200);
    }
    [[nodiscard]] QJsonObject calendarHealth()
    {
        return m_world.hostGet(u"/health"_s).json["services"_L1]["calendar"_L1].toObject();
    }
    static QJsonObject draft(const QString &start)
    {
        return {{u"title"_s, u"Review"_s}, {u"start"_s, start}, {u"duration_minutes"_s, 30}};
    }

    FakeGoogle m_google;
    ApiWorld m_world{[this](Settings &settings) {
        settings.calendar = u"google"_s;
        settings.secretKey = Secret("a secret key of thirty-two bytes or so");
        settings.google.clientId = FakeGoogleOAuth::clientId;
        settings.google.clientSecret = Secret(FakeGoogleOAuth::clientSecret);
        settings.google.apiBase = m_google.apiBase().toString();
        settings.google.oauthBase = m_google.oauthBase().toString();
    }};
};

} // namespace

TEST_F(AtGoogle, IsNotBookableUntilSomebodySignsIn)
{
    EXPECT_EQ(calendarHealth()["status"_L1].toString(), u"unhealthy"_s);
    EXPECT_EQ(m_world.hostPost(u"/api/v1/meetings"_s, draft(u"2026-03-10T14:00:00-04:00"_s)).status, 409);
    connectAccount();
    const Answer booked = m_world.hostPost(u"/api/v1/meetings"_s, draft(u"2026-03-10T14:00:00-04:00"_s));
    EXPECT_EQ(booked.status, 201) << booked.http.body.toStdString();
    EXPECT_THAT(booked.text(u"conference_url"_s).toStdString(), HasSubstr("https://meet.google.com/"));
    ASSERT_EQ(m_google.events().events().size(), 1);
    EXPECT_EQ(m_google.events().events().at(0)["iCalUID"_L1].toString(), booked.text(u"uid"_s));
}

TEST_F(AtGoogle, SaysInHealthThatAccessWasWithdrawn)
{
    connectAccount();
    m_google.oauth().withdraw();
    const Answer refused = m_world.hostPost(u"/api/v1/meetings"_s, draft(u"2026-03-10T14:00:00-04:00"_s));
    EXPECT_EQ(refused.status, 409) << refused.http.body.toStdString();
    EXPECT_EQ(m_world.hostGet(u"/auth/status"_s).text(u"state"_s), u"withdrawn"_s);
    EXPECT_EQ(calendarHealth()["detail"_L1].toString(), u"Google access was withdrawn; sign in again"_s);
}

TEST_F(Auth, IsNotOpenToAGuestOrAStranger)
{
    for (const auto &[method, path] : {std::pair<QByteArray, QString>{"GET", u"/auth/login"_s},
                                       {"POST", u"/auth/login"_s},
                                       {"GET", u"/auth/status"_s},
                                       {"POST", u"/auth/logout"_s}}) {
        EXPECT_FALSE(ask(method, path, {}, 401).header("www-authenticate").isEmpty());
        ask(method, path, ApiWorld::bearer("a-token-nobody-has"), 401);
    }
    EXPECT_THAT(m_google.server().requests(), IsEmpty());
}

TEST_F(Auth, LetsATeammateLookButNotChangeWhoseCalendarItIs)
{
    const HttpHeaders teammate = m_world.asTeammate();
    ask("GET", u"/auth/login"_s, teammate, 403);
    ask("POST", u"/auth/login"_s, teammate, 403);
    ask("POST", u"/auth/logout"_s, teammate, 403);
    ask("GET", u"/auth/status"_s, teammate, 200);
}

TEST_F(Auth, ConnectsTheCalendarThroughTheBrowser)
{
    EXPECT_EQ(state(), u"signed_out"_s);
    const Answer answer = ask("GET", browse(begin()), {}, 200);
    EXPECT_THAT(answer.http.body.toStdString(), HasSubstr("Google Calendar is connected"));
    EXPECT_THAT(answer.http.body.toStdString(), HasSubstr("Grace Hopper"));
    EXPECT_THAT(answer.header("content-type").toStdString(), HasSubstr("text/html"));
    EXPECT_THAT(answer.header("content-security-policy").toStdString(), HasSubstr("default-src 'none'"));
    EXPECT_EQ(answer.header("cache-control"), "no-store");
    EXPECT_EQ(answer.header("referrer-policy"), "no-referrer");
    EXPECT_EQ(state(), u"signed_in"_s);
}

TEST_F(Auth, RedirectsABrowserThatHasAToken)
{
    const Answer answer = m_world.get(u"/auth/login"_s, ApiWorld::asOwner());
    EXPECT_EQ(answer.status, 302);
    const QUrl url = QUrl::fromEncoded(answer.header("location"));
    EXPECT_EQ(url.path(), u"/oauth/o/oauth2/v2/auth"_s);
    ask("GET", browse(url), {}, 200);
    EXPECT_EQ(state(), u"signed_in"_s);
}

TEST_F(Auth, ShowsAFriendlyPageWhenThePersonSaysNo)
{
    m_google.oauth().denyNext();
    EXPECT_THAT(ask("GET", browse(begin()), {}, 403).http.body.toStdString(), HasSubstr("You did not allow it"));
    EXPECT_EQ(state(), u"signed_out"_s);
}

TEST_F(Auth, ShowsAFriendlyPageForAStateThatIsNoLongerGood)
{
    const QString back = browse(begin());
    ask("GET", back, {}, 200);
    for (const QString &path :
         {back, u"/auth/callback"_s, u"/auth/callback?state=&code="_s, u"/auth/callback?state=made-up&code=4/0"_s,
          u"/auth/callback?state=made-up&error=access_denied"_s})
        EXPECT_THAT(ask("GET", path, {}, 400).http.body.toStdString(), HasSubstr("This sign-in is over"));
    EXPECT_EQ(state(), u"signed_in"_s);
}

TEST_F(Auth, ShowsNothingThatTheAddressSaid)
{
    const Answer answer =
        ask("GET", u"/auth/callback?state=<script>alert(1)</script>&error=<b>evil</b>&code=secret-code"_s, {}, 400);
    for (const char *word : {"script>", "evil", "secret-code"})
        EXPECT_THAT(answer.http.body.toStdString(), Not(HasSubstr(word)));
}

TEST_F(Auth, WantsBothPermissions)
{
    m_google.oauth().grantOnly({FakeGoogle::scopes.first()});
    EXPECT_THAT(ask("GET", browse(begin()), {}, 403).http.body.toStdString(), HasSubstr("both permissions"));
    EXPECT_EQ(state(), u"signed_out"_s);
}

TEST_F(Auth, SaysWhoseFaultItIsWhenItFails)
{
    m_google.oauth().failTokens(503);
    const Answer late = ask("GET", browse(begin()), {}, 503);
    EXPECT_FALSE(late.header("retry-after").isEmpty());
    const QString back = browse(begin());
    setUp({FakeGoogleOAuth::clientId, Secret("not-the-secret"), m_google.oauthBase()});
    const Answer wrong = ask("GET", back, {}, 502);
    EXPECT_THAT(wrong.http.body.toStdString(), Not(HasSubstr("not-the-secret")));
    EXPECT_EQ(state(), u"signed_out"_s);
}

TEST_F(Auth, ShowsAWithdrawnGrant)
{
    ask("GET", browse(begin()), {}, 200);
    m_google.oauth().withdraw();
    const auto access = m_world.engine().google()->access();
    const auto held = await(access->token({}));
    ASSERT_TRUE(held.has_value());
    EXPECT_FALSE(await(access->tokenAfter(*held, {})).has_value()); // as a call does that was refused
    EXPECT_EQ(state(), u"withdrawn"_s);
    ask("GET", browse(begin()), {}, 200);
    EXPECT_EQ(state(), u"signed_in"_s);
}

TEST_F(Auth, DisconnectsHereAndAtGoogle)
{
    ask("GET", browse(begin()), {}, 200);
    EXPECT_TRUE(ask("POST", u"/auth/logout"_s, ApiWorld::asOwner(), 200).json["revoked_at_google"_L1].toBool());
    EXPECT_EQ(state(), u"signed_out"_s);
    EXPECT_TRUE(m_google.server().requests().last().target.endsWith("/revoke"));
}

TEST_F(Auth, SaysWhereNoGoogleIsSetUp)
{
    m_world.engine().setGoogle(nullptr);
    ask("POST", u"/auth/login"_s, ApiWorld::asOwner(), 404);
    ask("GET", u"/auth/login"_s, ApiWorld::asOwner(), 404);
    ask("GET", u"/auth/callback?state=x&code=y"_s, {}, 404);
    ask("POST", u"/auth/logout"_s, ApiWorld::asOwner(), 404);
    EXPECT_FALSE(ask("GET", u"/auth/status"_s, ApiWorld::asOwner(), 200).json["configured"_L1].toBool(true));
}

TEST_F(Auth, TrustsNoHostHeaderFromElsewhere)
{
    for (const QByteArray &host : {QByteArray("evil.example"), QByteArray("127.0.0.1@evil.example"),
                                   QByteArray("127.0.0.1.evil.example"), QByteArray("10.0.0.1:8000")}) {
        HttpHeaders headers = ApiWorld::asOwner();
        headers.append({"Host", host});
        const Answer answer = m_world.send("POST", u"/auth/login"_s, {}, headers);
        EXPECT_TRUE(answer.status == 409 || answer.status == 400) << host.toStdString() << ' ' << answer.status;
    }
    ask("POST", u"/auth/login"_s, ApiWorld::asOwner() + ApiWorld::fromFar(), 409);
    EXPECT_THAT(m_google.server().requests(), IsEmpty());
}

TEST_F(AuthBehindAnAddress, SendsTheBrowserBackToThePublicAddress)
{
    const QUrl url(ask("POST", u"/auth/login"_s, ApiWorld::asOwner() + ApiWorld::fromFar(), 200).text(u"url"_s));
    EXPECT_EQ(QUrlQuery(url).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded),
              u"https://meet.example.org/auth/callback"_s);
}

} // namespace ChatCal
