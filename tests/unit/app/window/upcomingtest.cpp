// SPDX-License-Identifier: Apache-2.0
#include "app/window/upcoming.h"
#include "core/time/words.h"

#include <gmock/gmock.h>

#include <QLocale>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

Instant at(const QString &local)
{
    return Zone::find(u"America/New_York"_s)->toInstant(*fromIsoLocal(local));
}

AgendaItem item(const QString &title, const QString &start, const QString &end, bool allDay = false)
{
    return {title, title, {}, {}, {at(start), at(end)}, allDay};
}

std::string words(const QList<AgendaItem> &items)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const QString text = upcomingWords({items, *Zone::find(u"America/New_York"_s)}, at(u"2026-03-04T09:00"_s));
    QLocale::setDefault(QLocale::c());
    return text.toStdString();
}

} // namespace

TEST(Upcoming, NamesTheNextMeetingToday)
{
    EXPECT_EQ(words({item(u"Standup"_s, u"2026-03-04T09:30"_s, u"2026-03-04T09:45"_s)}),
              "Next: Standup at 9:30 AM, in 30 min");
    EXPECT_EQ(words({item(u"Review"_s, u"2026-03-04T14:00"_s, u"2026-03-04T15:00"_s)}),
              "Next: Review at 2:00 PM, in 5 h");
}

TEST(Upcoming, PrefersWhatRunsNow)
{
    EXPECT_EQ(words({item(u"Standup"_s, u"2026-03-04T08:45"_s, u"2026-03-04T09:15"_s),
                     item(u"Review"_s, u"2026-03-04T09:15"_s, u"2026-03-04T10:00"_s)}),
              "Now: Standup, until 9:15 AM");
}

TEST(Upcoming, LetsThePastAndWholeDaysBe)
{
    EXPECT_EQ(words({item(u"Early"_s, u"2026-03-04T08:00"_s, u"2026-03-04T09:00"_s),
                     item(u"Holiday"_s, u"2026-03-04T00:00"_s, u"2026-03-05T00:00"_s, true)}),
              "Nothing is planned for the next 7 days");
}

TEST(Upcoming, NamesTheDayOfALaterOne)
{
    EXPECT_EQ(words({item(u"Lunch"_s, u"2026-03-05T12:00"_s, u"2026-03-05T13:00"_s)}),
              "Next: Lunch, tomorrow at 12:00 PM");
    EXPECT_EQ(words({item(u"Interview"_s, u"2026-03-06T14:00"_s, u"2026-03-06T15:00"_s)}),
              "Next: Interview, Friday at 2:00 PM");
}
