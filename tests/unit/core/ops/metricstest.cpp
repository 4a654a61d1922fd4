// SPDX-License-Identifier: Apache-2.0
#include "core/ops/metrics.h"

#include <gmock/gmock.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using testing::HasSubstr;

TEST(Metrics, CountsByOutcome)
{
    Metrics metrics;
    metrics.booking(u"booked"_s);
    metrics.booking(u"booked"_s);
    metrics.booking(u"refused"_s);
    const std::string text = metrics.text().toStdString();
    EXPECT_THAT(text, HasSubstr("chatcal_bookings_total{action=\"booked\"} 2"));
    EXPECT_THAT(text, HasSubstr("chatcal_bookings_total{action=\"refused\"} 1"));
}

TEST(Metrics, TimesRequestsByRouteInSeconds)
{
    Metrics metrics;
    metrics.request(u"GET"_s, u"/sessions/{id}"_s, 200, std::chrono::milliseconds(3));
    const std::string text = metrics.text().toStdString();
    EXPECT_THAT(
        text,
        HasSubstr("chatcal_http_request_seconds_count{method=\"GET\",route=\"/sessions/{id}\",status=\"200\"} 1"));
    EXPECT_THAT(text, HasSubstr("status=\"200\",le=\"0.0025\"} 0"));
    EXPECT_THAT(text, HasSubstr("status=\"200\",le=\"0.005\"} 1"));
}

TEST(Metrics, EscapesLabels)
{
    Metrics metrics;
    metrics.tool(u"a\"b\nc"_s, u"ok"_s);
    EXPECT_THAT(metrics.text().toStdString(), HasSubstr("tool=\"a\\\"b\\nc\""));
}
