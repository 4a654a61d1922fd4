// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendaview.h"
#include "app/look/theme.h"
#include "core/time/words.h"
#include "tests/support/fakeclock.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

AgendaItem item(const QString &title, const QString &start, const QString &end)
{
    const Zone zone = *Zone::find(u"America/New_York"_s);
    return {u"uid-"_s + title,
            title,
            u"Room 4"_s,
            u"0304-1000-60m"_s,
            {zone.toInstant(*fromIsoLocal(start)), zone.toInstant(*fromIsoLocal(end))},
            false};
}

Agenda agendaOf(const QList<AgendaItem> &items)
{
    return {items, *Zone::find(u"America/New_York"_s)};
}

class AgendaViewTest : public testing::Test
{
protected:
    AgendaViewTest() : view(clock)
    {
        view.resize(900, 600);
        view.setAgenda(agendaOf({item(u"Standup"_s, u"2026-03-04T10:00"_s, u"2026-03-04T11:00"_s),
                                 item(u"Review"_s, u"2026-03-05T14:00"_s, u"2026-03-05T15:00"_s)}));
        view.show();
    }

    FakeClock clock;
    AgendaView view;
};

} // namespace

TEST_F(AgendaViewTest, ShowsTheWeekThatHoldsToday)
{
    EXPECT_EQ(toIsoDate(view.firstDay()), u"2026-03-02"_s);
    EXPECT_EQ(view.days(), 7);
    view.setMode(AgendaView::Mode::Day);
    EXPECT_EQ(toIsoDate(view.firstDay()), u"2026-03-04"_s);
}

TEST_F(AgendaViewTest, TurnsPagesAndAsksForTheirItems)
{
    QSignalSpy changed(&view, &AgendaView::rangeChanged);
    QTest::keyClick(&view, Qt::Key_PageDown);
    EXPECT_EQ(toIsoDate(view.firstDay()), u"2026-03-09"_s);
    EXPECT_EQ(changed.size(), 1);
    view.showToday();
    EXPECT_EQ(toIsoDate(view.firstDay()), u"2026-03-02"_s);
}

TEST_F(AgendaViewTest, IsUsableByKeyboardAlone)
{
    QSignalSpy activated(&view, &AgendaView::itemActivated);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_TRUE(view.accessibleDescription().contains(u"Review"_s)) << "a screen reader hears what is chosen";
    QTest::keyClick(&view, Qt::Key_Return);
    ASSERT_EQ(activated.size(), 1);
    EXPECT_EQ(activated.first().first().value<AgendaItem>().title, u"Review"_s);
}

TEST_F(AgendaViewTest, DrawsCrowdedDaysInLightAndDark)
{
    const auto allDay = [](const QString &title, const QString &first, const QString &end) {
        AgendaItem whole = item(title, first + u"T00:00"_s, end + u"T00:00"_s);
        whole.allDay = true;
        whole.meetingId.clear();
        return whole;
    };
    AgendaItem other = item(u"Dentist"_s, u"2026-03-04T10:30"_s, u"2026-03-04T11:30"_s);
    other.meetingId.clear();
    view.setAgenda(
        agendaOf({allDay(u"Conference in Boston"_s, u"2026-03-03"_s, u"2026-03-06"_s),
                  allDay(u"Rent due"_s, u"2026-03-04"_s, u"2026-03-05"_s),
                  allDay(u"Kim's birthday"_s, u"2026-03-04"_s, u"2026-03-05"_s),
                  allDay(u"Release"_s, u"2026-03-04"_s, u"2026-03-05"_s),
                  item(u"Past review"_s, u"2026-03-03T10:00"_s, u"2026-03-03T11:00"_s),
                  item(u"Standup"_s, u"2026-03-04T09:30"_s, u"2026-03-04T09:45"_s),
                  item(u"Design review of the new booking page"_s, u"2026-03-04T10:00"_s, u"2026-03-04T11:30"_s), other,
                  item(u"Lunch with Ada"_s, u"2026-03-04T11:00"_s, u"2026-03-04T12:30"_s),
                  item(u"Workshop"_s, u"2026-03-05T09:00"_s, u"2026-03-05T12:00"_s),
                  item(u"Night shift"_s, u"2026-03-06T13:00"_s, u"2026-03-07T10:00"_s)}));
    const QString folder = qEnvironmentVariable("CHATCAL_ARTIFACTS", u"."_s);
    EXPECT_TRUE(QDir().mkpath(folder));
    QImage pictures[2];
    for (const bool dark : {false, true}) {
        view.setPalette(paletteFor(dark));
        pictures[dark ? 1 : 0] = view.grab().toImage();
        EXPECT_TRUE(pictures[dark ? 1 : 0].save(folder + (dark ? u"/agenda-dark.png"_s : u"/agenda-light.png"_s)));
    }
    EXPECT_GT(pictures[0].pixelColor(450, 590).lightness(), 200);
    EXPECT_LT(pictures[1].pixelColor(450, 590).lightness(), 80);

    // All of it can be reached by keys, what lasts all day first.
    QStringList told;
    for (int i = 0; i < 11; ++i) {
        QTest::keyClick(&view, Qt::Key_Down);
        told << view.accessibleDescription().section(u',', 0, 0);
    }
    EXPECT_EQ(told.first(), u"Conference in Boston"_s);
    EXPECT_EQ(QSet<QString>(told.begin(), told.end()).size(), 11);
}

TEST_F(AgendaViewTest, ShowsTitlesAsText)
{
    const AgendaItem hostile = item(u"<b>Bold</b>"_s, u"2026-03-04T12:00"_s, u"2026-03-04T13:00"_s);
    EXPECT_TRUE(view.describeItem(hostile).startsWith(u"Wednesday, March 4, 2026"_s));
    view.setAgenda(agendaOf({hostile}));
    EXPECT_TRUE(QDir().mkpath(qEnvironmentVariable("CHATCAL_ARTIFACTS", u"."_s)));
    EXPECT_TRUE(view.grab().save(qEnvironmentVariable("CHATCAL_ARTIFACTS", u"."_s) + u"/agenda-hostile-title.png"_s));
}
