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

TEST(Metrics, CountsWhatModelsDoAndCost)
{
    Metrics metrics;
    metrics.model(u"groq"_s, u"ok"_s, std::chrono::milliseconds(300), std::chrono::milliseconds(40), 1200, 30);
    metrics.model(u"groq"_s, u"timeout"_s, std::chrono::seconds(6), std::nullopt, 0, 0);
    const std::string text = metrics.text().toStdString();
    EXPECT_THAT(text,
                HasSubstr("chatcal_service_call_seconds_count{name=\"groq\",operation=\"complete\",outcome=\"ok\","
                          "service=\"model\"} 1"));
    EXPECT_THAT(text,
                HasSubstr("chatcal_service_call_seconds_count{name=\"groq\",operation=\"complete\",outcome=\"timeout\","
                          "service=\"model\"} 1"));
    EXPECT_THAT(text, HasSubstr("chatcal_model_first_token_seconds_bucket{model=\"groq\",le=\"0.05\"} 1"));
    EXPECT_THAT(text, HasSubstr("chatcal_model_tokens_total{kind=\"prompt\",model=\"groq\"} 1200"));
    EXPECT_THAT(text, HasSubstr("chatcal_model_tokens_total{kind=\"completion\",model=\"groq\"} 30"));
}

TEST(Metrics, EscapesLabels)
{
    Metrics metrics;
    metrics.tool(u"a\"b\nc"_s, u"ok"_s);
    EXPECT_THAT(metrics.text().toStdString(), HasSubstr("tool=\"a\\\"b\\nc\""));
}
