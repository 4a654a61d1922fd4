// SPDX-License-Identifier: Apache-2.0
#include "server/metricstotal.h"

#include <gtest/gtest.h>

using namespace ChatCal;

namespace {

QByteArray counting(const QByteArray &value, const QByteArray &label = "a")
{
    return "# HELP x_total Things\n# TYPE x_total counter\nx_total{kind=\"" + label + "\"} " + value + '\n';
}

} // namespace

TEST(MetricsTotal, AddsCountersOfAllProcesses)
{
    MetricsTotal total;
    total.update(1, counting("2"));
    total.update(2, counting("3") + counting("5", "b c"));
    EXPECT_EQ(total.text(),
              "# HELP x_total Things\n# TYPE x_total counter\nx_total{kind=\"a\"} 5\nx_total{kind=\"b c\"} 5\n");
}

TEST(MetricsTotal, TakesTheLatestOfEach)
{
    MetricsTotal total;
    total.update(1, counting("2"));
    total.update(1, counting("7"));
    EXPECT_TRUE(total.text().contains("x_total{kind=\"a\"} 7\n"));
}

TEST(MetricsTotal, KeepsWhatAProcessThatEndedHasCounted)
{
    MetricsTotal total;
    total.update(1, counting("2"));
    total.retire(1);
    total.update(2, counting("3"));
    total.retire(2);
    total.retire(2);
    total.update(3, counting("1"));
    EXPECT_TRUE(total.text().contains("x_total{kind=\"a\"} 6\n"));
}

TEST(MetricsTotal, AddsHistogramsBucketByBucket)
{
    const QByteArray text = "# HELP h Time\n# TYPE h histogram\nh_count{r=\"/\"} 3\nh_sum{r=\"/\"} 0.25\n"
                            "h_bucket{r=\"/\",le=\"0.5\"} 2\nh_bucket{r=\"/\",le=\"+Inf\"} 3\n";
    MetricsTotal total;
    total.update(1, text);
    total.update(2, text);
    EXPECT_EQ(total.text(),
              "# HELP h Time\n# TYPE h histogram\nh_count{r=\"/\"} 6\nh_sum{r=\"/\"} 0.5\n"
              "h_bucket{r=\"/\",le=\"0.5\"} 4\nh_bucket{r=\"/\",le=\"+Inf\"} 6\n");
}

TEST(MetricsTotal, TellsTheHighestGaugeOfThoseThatLive)
{
    const auto gauge = [](const QByteArray &value) { return "# HELP g G\n# TYPE g gauge\ng " + value + '\n'; };
    MetricsTotal total;
    total.update(1, gauge("9"));
    total.update(2, gauge("1"));
    total.update(3, gauge("2"));
    total.retire(1);
    EXPECT_EQ(total.text(), "# HELP g G\n# TYPE g gauge\ng 2\n");
}

TEST(MetricsTotal, LeavesOutWhatIsNoLine)
{
    MetricsTotal total;
    total.update(1, "x 1\n# TYPE\n\n" + counting("nonsense") + "x_total\nx_total{kind=\"a\"} NaN\n" + counting("4"));
    EXPECT_EQ(total.text(), counting("4"));
    total.update(1, {});
    EXPECT_EQ(total.text(), QByteArray());
}
