// SPDX-License-Identifier: Apache-2.0
#include "server/http/router.h"
#include "server/http/requesttarget.h"

#include <gmock/gmock.h>

#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace ChatCal;

namespace {

QCoro::Task<ServerResponse> none(ServerRequest)
{
    co_return ServerResponse::noContent();
}

Router sampleRouter()
{
    Router router;
    router.route("GET", u"/"_s, none);
    router.route("GET", u"/sessions/{id}"_s, none);
    router.route("DELETE", u"/sessions/{id}"_s, none);
    router.route("GET", u"/sessions/{id}/history"_s, none);
    router.route("GET", u"/sessions/mine"_s, none);
    router.route("GET", u"/assets/{name...}"_s, none);
    router.route("GET", u"/m/{id}/{part}"_s, none);
    router.route("GET", u"/m/new/form/x"_s, none);
    return router;
}

Router::Match matchPath(const Router &router, const QByteArray &method, const QByteArray &path)
{
    return router.match(method, parseRequestTarget(path)->segments);
}

QString patternOf(const QByteArray &path)
{
    const Router router = sampleRouter();
    const auto match = matchPath(router, "GET", path);
    return match.route ? match.route->pattern : QString();
}

} // namespace

TEST(Router, PrefersLiteralsAndGoesBackWhereTheyLeadNowhere)
{
    EXPECT_EQ(patternOf("/"), u"/"_s);
    EXPECT_EQ(patternOf("/sessions/mine"), u"/sessions/mine"_s);
    EXPECT_EQ(patternOf("/sessions/yours"), u"/sessions/{id}"_s);
    EXPECT_EQ(patternOf("/sessions/mine/history"), u"/sessions/{id}/history"_s);
    EXPECT_EQ(patternOf("/m/new/form"), u"/m/{id}/{part}"_s);
}

TEST(Router, AParameterIsNeverEmpty)
{
    EXPECT_EQ(patternOf("/sessions/"), QString());
    EXPECT_EQ(patternOf("/sessions//history"), QString());
    EXPECT_EQ(patternOf("/assets/"), QString());
}

TEST(Router, ATrailingSlashIsAnotherPath)
{
    EXPECT_EQ(patternOf("/sessions/x/"), QString());
}

TEST(Router, TheRestTakesSlashes)
{
    const Router router = sampleRouter();
    const auto match = matchPath(router, "GET", "/assets/css/site.css");
    ASSERT_TRUE(match.route);
    EXPECT_EQ(match.values, QStringList{u"css/site.css"_s});
}

TEST(Router, AnEncodedSlashDoesNotSplitASegment)
{
    const Router router = sampleRouter();
    const auto match = matchPath(router, "GET", "/sessions/a%2Fhistory");
    ASSERT_TRUE(match.route);
    EXPECT_EQ(match.route->pattern, u"/sessions/{id}"_s);
    EXPECT_EQ(match.values, QStringList{u"a/history"_s});
}

TEST(Router, AnotherMethodIsToldWhatIsAllowed)
{
    const Router router = sampleRouter();
    EXPECT_EQ(matchPath(router, "POST", "/sessions/x").allow, "DELETE, GET, HEAD, OPTIONS");
    EXPECT_EQ(router.allowedMethods(u"/sessions/x"_s), "DELETE, GET, HEAD, OPTIONS");
    EXPECT_EQ(router.allowedMethods(u"/nowhere"_s), QByteArray());
    EXPECT_EQ(matchPath(router, "POST", "/nowhere").allow, QByteArray());
}

TEST(Router, AThrowingHookAnswers500)
{
    Router router;
    router.addBefore([](const ServerRequest &) -> std::optional<ServerResponse> { throw std::runtime_error("x"); });
    const auto response = router.runBefore({});
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 500);
}

TEST(HeaderFields, CompareNamesWithoutCaseAndKeepTheirOrder)
{
    HeaderFields fields;
    fields.add("Set-Cookie", "a=1");
    fields.add("Content-Type", "text/plain");
    fields.add("set-cookie", "b=2");
    EXPECT_EQ(fields.values("SET-COOKIE"), QList<QByteArray>({"a=1", "b=2"}));
    EXPECT_EQ(fields.wire(), "Set-Cookie: a=1\r\nContent-Type: text/plain\r\nset-cookie: b=2\r\n");
    fields.set("Set-cookie", "c");
    EXPECT_EQ(fields.wire(), "Content-Type: text/plain\r\nSet-cookie: c\r\n");
    fields.remove("content-type");
    EXPECT_EQ(fields.wire(), "Set-cookie: c\r\n");
    EXPECT_EQ(fields.value("Content-Type"), QByteArray());
}

TEST(HeaderFields, NoValueStartsAFieldOfItsOwn)
{
    HeaderFields fields;
    fields.add("Location", "/x\r\nSet-Cookie: stolen");
    fields.add("Bad Name", "1");
    fields.add("Bad\r\nName", "1");
    fields.add("", "1");
    EXPECT_EQ(fields.wire(), "Location: /x  Set-Cookie: stolen\r\n");
    EXPECT_EQ(fields.size(), 1);
}
