// SPDX-License-Identifier: Apache-2.0
#include "core/net/httpmessage.h"

#include "tests/support/fakeclock.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

struct StatusCase
{
    int status;
    ErrorCode code;
};

class CheckStatus : public testing::TestWithParam<StatusCase>
{
};

} // namespace

TEST_P(CheckStatus, NamesWhatTheCallerCanDo)
{
    const FakeClock clock;
    const auto checked = checkStatus({.status = GetParam().status, .headers = {}, .body = {}}, clock);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, GetParam().code);
}

INSTANTIATE_TEST_SUITE_P(Statuses, CheckStatus,
                         testing::Values(StatusCase{400, ErrorCode::InvalidInput},
                                         StatusCase{401, ErrorCode::Unauthorized},
                                         StatusCase{403, ErrorCode::Unauthorized}, StatusCase{404, ErrorCode::NotFound},
                                         StatusCase{408, ErrorCode::Timeout}, StatusCase{409, ErrorCode::Conflict},
                                         StatusCase{412, ErrorCode::Conflict}, StatusCase{422, ErrorCode::InvalidInput},
                                         StatusCase{429, ErrorCode::RateLimited},
                                         StatusCase{500, ErrorCode::Unavailable},
                                         StatusCase{503, ErrorCode::Unavailable},
                                         StatusCase{529, ErrorCode::Unavailable}, StatusCase{302, ErrorCode::Protocol},
                                         StatusCase{418, ErrorCode::Protocol}, StatusCase{0, ErrorCode::Protocol}),
                         [](const auto &info) { return std::to_string(info.param.status); });

TEST(CheckStatus, TakesAllOf2xxForSuccess)
{
    const FakeClock clock;
    for (int status : {200, 201, 204, 207})
        EXPECT_TRUE(checkStatus({.status = status, .headers = {}, .body = {}}, clock));
}

TEST(RetryAfter, ReadsSecondsAndDates)
{
    FakeClock clock;
    clock.set(Instant(1'794'000'000'000ms)); // Fri, 06 Nov 2026 21:20:00 GMT
    const auto read = [&clock](const QByteArray &value) {
        return retryAfter({.status = 503, .headers = {{"retry-after", value}}, .body = {}}, clock);
    };
    EXPECT_EQ(read("120"), 120s);
    EXPECT_EQ(read("Fri, 06 Nov 2026 21:21:30 GMT"), 90s);
    EXPECT_EQ(read("Fri, 06 Nov 2026 21:00:00 GMT"), 0s);
    EXPECT_EQ(read("-1"), std::nullopt);
    EXPECT_EQ(read("soon"), std::nullopt);
    EXPECT_EQ(retryAfter({.status = 503, .headers = {}, .body = {}}, clock), std::nullopt);
}

TEST(RetryAfter, GoesWithTheErrorsThatMayBeTriedAgain)
{
    const FakeClock clock;
    const HttpHeaders headers{{"retry-after", "7"}};
    EXPECT_EQ(checkStatus({.status = 429, .headers = headers, .body = {}}, clock).error().retryAfter, 7s);
    EXPECT_EQ(checkStatus({.status = 503, .headers = headers, .body = {}}, clock).error().retryAfter, 7s);
    EXPECT_EQ(checkStatus({.status = 404, .headers = headers, .body = {}}, clock).error().retryAfter, std::nullopt);
}

} // namespace ChatCal
