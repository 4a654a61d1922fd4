// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendapage.h"
#include "tests/unit/app/agenda/sample.h"

#include <gtest/gtest.h>

#include <QLocale>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

class AgendaPageTest : public testing::Test
{
protected:
    ~AgendaPageTest() override { QLocale::setDefault(before); }
    QLocale before;
};

} // namespace

TEST_F(AgendaPageTest, ShowsTheSixWeeksOfAMonth)
{
    const AgendaPage page(AgendaMode::Month, day(u"2026-03-18"_s));
    EXPECT_EQ(toIsoDate(page.first()), u"2026-02-23"_s);
    EXPECT_EQ(page.days(), 42);
    EXPECT_TRUE(page.holds(day(u"2026-04-05"_s)));
    EXPECT_FALSE(page.holds(day(u"2026-04-06"_s)));
    EXPECT_EQ(page.title(), u"March 2026"_s);
}

TEST_F(AgendaPageTest, BeginsTheWeekAsTheLocaleDoes)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    EXPECT_EQ(toIsoDate(AgendaPage(AgendaMode::Week, day(u"2026-03-04"_s)).first()), u"2026-03-01"_s);
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    EXPECT_EQ(toIsoDate(AgendaPage(AgendaMode::Week, day(u"2026-03-04"_s)).first()), u"2026-03-02"_s);
}

TEST_F(AgendaPageTest, TurnsAMonthToADayItHas)
{
    const AgendaPage page(AgendaMode::Month, day(u"2026-01-31"_s));
    EXPECT_EQ(toIsoDate(page.turned(1).chosen()), u"2026-02-28"_s);
    EXPECT_EQ(toIsoDate(page.turned(-2).chosen()), u"2025-11-30"_s);
    EXPECT_EQ(toIsoDate(AgendaPage(AgendaMode::Week, day(u"2026-01-31"_s)).turned(1).chosen()), u"2026-02-07"_s);
}

TEST_F(AgendaPageTest, NumbersWeeksByTheirThursday)
{
    EXPECT_EQ(weekNumber(day(u"2026-03-02"_s)), 10);
    EXPECT_EQ(weekNumber(day(u"2026-03-01"_s)), 10) << "a Sunday that begins a week";
    EXPECT_EQ(weekNumber(day(u"2025-12-29"_s)), 1);
}
