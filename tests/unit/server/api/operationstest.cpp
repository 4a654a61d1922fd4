// SPDX-License-Identifier: Apache-2.0
#include "tests/support/memorystore.h"
#include "tests/unit/server/api/apiworld.h"

#include <QElapsedTimer>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using testing::HasSubstr;
using testing::Not;

const SystemClock systemClock;

/// A world whose store fails on demand.
struct FailingWorld
{
    MemoryStore *store = new MemoryStore(systemClock);
    ApiWorld world{{}, std::unique_ptr<Store>(store)};
};

std::string textOf(const Answer &answer)
{
    return answer.http.body.toStdString();
}

} // namespace

TEST(Health, IsHealthyWhenAllAnswer)
{
    ApiWorld world;
    const Answer answer = world.get(u"/health"_s);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.text(u"status"_s), u"healthy"_s);
    EXPECT_TRUE(answer.text(u"timestamp"_s).startsWith("2026-03-04T09:00:"_L1));
    EXPECT_FALSE(answer.text(u"version"_s).isEmpty());
    for (const auto &service : {u"store"_s, u"llm"_s, u"calendar"_s, u"email"_s})
        EXPECT_EQ(answer.json["services"_L1][service]["status"_L1].toString(), u"healthy"_s) << qPrintable(service);
    EXPECT_EQ(world.get(u"/health/live"_s).status, 200);
    EXPECT_EQ(world.get(u"/health/ready"_s).status, 200);
    EXPECT_EQ(world.get(u"/version"_s).text(u"version"_s), answer.text(u"version"_s));
}

TEST(Health, SaysThatTheStoreIsGone)
{
    FailingWorld failing;
    failing.store->failAll(ErrorCode::Unavailable);
    const Answer health = failing.world.get(u"/health"_s);
    EXPECT_EQ(health.status, 503);
    EXPECT_EQ(health.text(u"status"_s), u"unhealthy"_s);
    EXPECT_EQ(health.json["services"_L1]["store"_L1]["status"_L1].toString(), u"unhealthy"_s);
    EXPECT_EQ(health.header("retry-after"), "5");
    const Answer ready = failing.world.get(u"/health/ready"_s);
    EXPECT_EQ(ready.status, 503);
    EXPECT_EQ(ready.header("retry-after"), "5");
    EXPECT_EQ(failing.world.get(u"/health/live"_s).status, 200);
    failing.store->failAll(std::nullopt);
    EXPECT_EQ(failing.world.get(u"/health/ready"_s).status, 200);
}

TEST(Health, GivesDetailsOnlyToThoseTrusted)
{
    FailingWorld failing;
    const HttpHeaders teammate = failing.world.asTeammate() + ApiWorld::fromFar();
    failing.store->failAll(ErrorCode::Unavailable);
    const auto hasDetail = [](const Answer &answer) {
        return answer.json["services"_L1]["store"_L1].toObject().contains("detail"_L1);
    };
    EXPECT_TRUE(hasDetail(failing.world.get(u"/health"_s)));
    EXPECT_TRUE(hasDetail(failing.world.get(u"/health"_s, ApiWorld::asOwner() + ApiWorld::fromFar())));
    EXPECT_FALSE(hasDetail(failing.world.get(u"/health"_s, ApiWorld::fromFar())));
    EXPECT_FALSE(hasDetail(failing.world.get(u"/health"_s, teammate)));
    EXPECT_FALSE(hasDetail(failing.world.get(u"/health"_s, {{"Forwarded", "for=203.0.113.9"}})));
    EXPECT_FALSE(hasDetail(failing.world.get(u"/health"_s, {{"X-Real-IP", "203.0.113.9"}})));
}

TEST(StoreGone, AnswersWithinFourSecondsAndSaysWhenToTryAgain)
{
    FailingWorld failing;
    const QString session = failing.world.say(u"hi"_s).text(u"session_id"_s);
    failing.store->failAll(ErrorCode::Unavailable);
    QElapsedTimer timer;
    const auto expectUnavailable = [&](const Answer &answer) {
        expectProblem(answer, 503);
        EXPECT_GT(answer.header("retry-after").toInt(), 0);
        EXPECT_LT(timer.restart(), 4000);
    };
    timer.start();
    expectUnavailable(failing.world.say(ApiWorld::bookingWords));
    expectUnavailable(failing.world.say(u"hi"_s, session));
    expectUnavailable(failing.world.say(u"hi"_s, {}, {{"Idempotency-Key", "k"}}));
    expectUnavailable(failing.world.post(u"/sessions"_s, {}));
    expectUnavailable(failing.world.get(u"/sessions/"_s + session + u"/history"_s));
    expectUnavailable(failing.world.hostGet(u"/api/v1/meetings"_s));
    expectUnavailable(failing.world.hostGet(u"/api/v1/agenda"_s));
    expectUnavailable(failing.world.get(u"/api/v1/availability"_s));
    expectUnavailable(failing.world.hostPost(u"/api/v1/quick-book"_s, {{u"text"_s, u"Lunch tomorrow 12:30"_s}}));
    expectUnavailable(failing.world.hostSend("PUT", u"/api/v1/settings"_s, {}));
    expectUnavailable(failing.world.get(u"/api/v1/meetings"_s, ApiWorld::bearer("some-other-token")));
}

TEST(StoreGone, BooksOnceHoweverItFails)
{
    const HttpHeaders key{{"Idempotency-Key", "once"}};
    bool reachedTheEnd = false;
    for (int nth = 1; nth < 40 && !reachedTheEnd; ++nth) {
        FailingWorld failing;
        const QString session = failing.world.post(u"/sessions"_s, {}).text(u"session_id"_s);
        const int before = failing.store->calls();
        failing.store->failCall(nth);
        Answer answer = failing.world.say(ApiWorld::bookingWords, session, key);
        reachedTheEnd = answer.status == 200 && failing.store->calls() - before < nth;
        for (int repeat = 0; repeat < 3 && answer.status != 200; ++repeat) {
            expectProblem(answer, 503);
            answer = failing.world.say(ApiWorld::bookingWords, session, key);
        }
        EXPECT_EQ(answer.status, 200) << nth;
        const QJsonArray list = failing.world.hostGet(u"/api/v1/meetings"_s).json["meetings"_L1].toArray();
        // A talk that went on in words alone has booked nothing, and says so.
        EXPECT_EQ(list.size(), answer.http.body.contains("\"kind\":\"meeting\"") ? 1 : 0) << nth;
        for (const auto &meeting : list)
            EXPECT_EQ(meeting["status"_L1].toString(), u"confirmed"_s) << nth;
    }
    EXPECT_TRUE(reachedTheEnd);
}

TEST(Metrics, AreForAdminsAndThisMachine)
{
    ApiWorld world;
    const HttpHeaders teammate = world.asTeammate();
    (void)world.say(u"hi"_s);
    const Answer answer = world.get(u"/metrics"_s);
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.header("content-type").toStdString(), HasSubstr("text/plain"));
    EXPECT_THAT(textOf(answer), HasSubstr("method=\"POST\",route=\"/chat\",status=\"200\""));
    EXPECT_THAT(textOf(answer), HasSubstr("chatcal_service_health{service=\"store\"} 1\n"));
    EXPECT_THAT(textOf(answer), HasSubstr("chatcal_service_health{service=\"calendar\"} 1\n"));
    EXPECT_EQ(world.get(u"/metrics"_s, ApiWorld::asOwner() + ApiWorld::fromFar()).status, 200);
    expectProblem(world.get(u"/metrics"_s, ApiWorld::fromFar()), 401);
    expectProblem(world.get(u"/metrics"_s, teammate + ApiWorld::fromFar()), 403);
    expectProblem(world.get(u"/metrics"_s, ApiWorld::bearer("a-token-nobody-has")), 401);
}

TEST(Metrics, CountTurnsToolsBookingsAndCalls)
{
    ApiWorld world;
    (void)world.say(ApiWorld::bookingWords);
    const std::string text = textOf(world.get(u"/metrics"_s));
    EXPECT_THAT(text, HasSubstr("chatcal_turn_seconds_count{model=\"offline\",outcome=\"ok\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("chatcal_tool_calls_total{outcome=\"ok\",tool=\"create_appointment\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("chatcal_bookings_total{action=\"booked\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("name=\"local\",operation=\"insert\",outcome=\"ok\",service=\"calendar\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("name=\"sqlite\",operation=\"commit\",outcome=\"ok\",service=\"store\""));
}

TEST(Metrics, BeginNoSeriesForWhatClientsMakeUp)
{
    ApiWorld world;
    (void)world.send("BREW", u"/chat"_s);
    (void)world.get(u"/no/such/page-5"_s);
    const std::string text = textOf(world.get(u"/metrics"_s));
    EXPECT_THAT(text, Not(HasSubstr("BREW")));
    EXPECT_THAT(text, Not(HasSubstr("page-5")));
}

TEST(Methods, AnswerHeadAndOptions)
{
    ApiWorld world;
    const Answer get = world.get(u"/version"_s);
    const Answer head = world.send("HEAD", u"/version"_s);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("content-length"), get.header("content-length"));
    EXPECT_TRUE(head.http.body.isEmpty());
    const Answer options = world.send("OPTIONS", u"/api/v1/meetings"_s);
    EXPECT_EQ(options.status, 204);
    EXPECT_EQ(options.header("allow"), "GET, HEAD, OPTIONS, POST");
    const Answer wrong = world.send("DELETE", u"/chat"_s);
    expectProblem(wrong, 405);
    EXPECT_EQ(wrong.header("allow"), "OPTIONS, POST");
    expectProblem(world.get(u"/no-such-page"_s), 404);
}

TEST(Cors, LetsInOnlyTheOriginsOfTheSettings)
{
    ApiWorld world([](Settings &settings) { settings.corsOrigins = {u"https://shop.example"_s}; });
    const HttpHeaders ours{{"Origin", "https://shop.example"}};
    const Answer allowed = world.say(u"hi"_s, {}, ours);
    EXPECT_EQ(allowed.header("access-control-allow-origin"), "https://shop.example");
    EXPECT_TRUE(allowed.header("access-control-allow-credentials").isEmpty());
    EXPECT_THAT(allowed.header("vary").toStdString(), HasSubstr("Origin"));
    for (const QByteArray origin : {"https://evil.example", "http://shop.example", "https://shop.example.evil", "null"})
        EXPECT_TRUE(world.say(u"hi"_s, {}, {{"Origin", origin}}).header("access-control-allow-origin").isEmpty());
    const Answer refused = world.say(u" "_s, {}, ours);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.header("access-control-allow-origin"), "https://shop.example") << "a page may read why";

    const Answer preflight = world.send("OPTIONS", u"/chat"_s, {},
                                        ours
                                            + HttpHeaders{{"Access-Control-Request-Method", "POST"},
                                                          {"Access-Control-Request-Headers", "content-type"}});
    EXPECT_EQ(preflight.status, 204);
    EXPECT_EQ(preflight.header("access-control-allow-origin"), "https://shop.example");
    EXPECT_THAT(preflight.header("access-control-allow-methods").toStdString(), HasSubstr("POST"));
    for (const char *name : {"Content-Type", "Idempotency-Key", "Authorization", "If-Match"})
        EXPECT_THAT(preflight.header("access-control-allow-headers").toStdString(), HasSubstr(name));
    const Answer foreign = world.send("OPTIONS", u"/chat"_s, {},
                                      {{"Origin", "https://evil.example"}, {"Access-Control-Request-Method", "POST"}});
    EXPECT_TRUE(foreign.header("access-control-allow-origin").isEmpty());
}

TEST(Cors, MayLetInEverybody)
{
    ApiWorld world([](Settings &settings) { settings.corsOrigins = {u"*"_s}; });
    EXPECT_EQ(world.get(u"/version"_s, {{"Origin", "https://any.example"}}).header("access-control-allow-origin"), "*");
    ApiWorld closed;
    EXPECT_TRUE(
        closed.get(u"/version"_s, {{"Origin", "https://any.example"}}).header("access-control-allow-origin").isEmpty());
}

TEST(Headers, AreSafeEverywhere)
{
    ApiWorld world;
    for (const QString &path : {u"/version"_s, u"/chat-widget"_s, u"/no-such-page"_s, u"/embed.js"_s}) {
        const Answer answer = world.get(path);
        EXPECT_EQ(answer.header("x-content-type-options"), "nosniff") << qPrintable(path);
        EXPECT_EQ(answer.header("referrer-policy"), "no-referrer");
        EXPECT_EQ(answer.header("x-request-id").size(), 16);
    }
    EXPECT_EQ(world.say(u"hi"_s).header("cache-control"), "no-store");
}

TEST(Pages, AllowNoScriptWithin)
{
    ApiWorld world;
    static const QRegularExpression inlineScript(
        u"<script(?![^>]*\\bsrc=| type=\"application/json\")[^>]*>|\\son[a-z]+\\s*="_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const QString &path : {u"/"_s, u"/chat-widget"_s, u"/simple-chat"_s, u"/docs"_s}) {
        const Answer page = world.get(path);
        ASSERT_EQ(page.status, 200) << qPrintable(path);
        EXPECT_EQ(page.header("content-type"), "text/html; charset=utf-8");
        const std::string policy = page.header("content-security-policy").toStdString();
        EXPECT_THAT(policy, HasSubstr("default-src 'none'"));
        EXPECT_THAT(policy, HasSubstr("script-src 'self';"));
        EXPECT_THAT(policy, Not(HasSubstr("unsafe-eval")));
        EXPECT_FALSE(QString::fromUtf8(page.http.body).contains(inlineScript)) << qPrintable(path);
    }
    EXPECT_THAT(world.get(u"/chat-widget"_s).header("content-security-policy").toStdString(),
                HasSubstr("frame-ancestors *"));
    EXPECT_THAT(world.get(u"/docs"_s).header("content-security-policy").toStdString(),
                HasSubstr("frame-ancestors 'none'"));
}

TEST(Pages, LoadOnlyWhatThisServerHas)
{
    ApiWorld world;
    static const QRegularExpression reference(u"(?:src|href)=\"([^\"#]+)\""_s);
    for (const QString &path : {u"/"_s, u"/chat-widget"_s, u"/simple-chat"_s, u"/docs"_s}) {
        const QString html = QString::fromUtf8(world.get(path).http.body);
        for (auto it = reference.globalMatch(html); it.hasNext();) {
            const QUrl target = QUrl(u"http://here"_s + path).resolved(QUrl(it.next().captured(1)));
            ASSERT_EQ(target.host(), u"here"_s) << qPrintable(target.toString());
            EXPECT_EQ(world.get(target.path()).status, 200) << qPrintable(target.path());
        }
    }
}

TEST(Pages, KeepToTheirFolder)
{
    ApiWorld world;
    for (const QString &path :
         {u"/assets/no-such.css"_s, u"/assets/../openapi.json"_s, u"/assets/%2e%2e/%2e%2e/etc/passwd"_s,
          u"/assets/..%2fopenapi.json"_s, u"/assets/"_s, u"/assets/widget"_s})
        EXPECT_NE(world.get(path).status, 500) << qPrintable(path);
    expectProblem(world.get(u"/assets/no-such.css"_s), 404);
    EXPECT_EQ(world.get(u"/embed.js"_s).header("content-type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(world.get(u"/favicon.ico"_s).header("content-type"), "image/svg+xml");
}

TEST(Pages, GreetWithTheHostsName)
{
    ApiWorld world;
    const Answer guest = world.get(u"/widget-config.json"_s);
    EXPECT_EQ(guest.text(u"host_name"_s), u"Grace Hopper"_s);
    EXPECT_EQ(guest.text(u"role"_s), u"guest"_s);
    EXPECT_EQ(guest.text(u"time_zone"_s), u"America/New_York"_s);
    EXPECT_EQ(world.hostGet(u"/widget-config.json"_s).text(u"role"_s), u"host"_s);
}

} // namespace ChatCal
