// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendaview.h"
#include "app/look/theme.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/app/agenda/sample.h"
#include "tests/unit/app/artifacts.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

class AgendaViewTest : public testing::Test
{
protected:
    AgendaViewTest() : view(clock)
    {
        view.resize(900, 600);
        view.setAgenda(agendaOf({meeting(u"Standup"_s, u"2026-03-04T10:00"_s, u"2026-03-04T11:00"_s),
                                 meeting(u"Review"_s, u"2026-03-05T14:00"_s, u"2026-03-05T15:00"_s)}));
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
    QTest::keyClick(&view, Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ControlModifier);
    EXPECT_TRUE(view.accessibleDescription().contains(u"Review"_s)) << "a screen reader hears what is chosen";
    QTest::keyClick(&view, Qt::Key_Return);
    ASSERT_EQ(activated.size(), 1);
    EXPECT_EQ(activated.first().first().value<AgendaItem>().title, u"Review"_s);
}

TEST_F(AgendaViewTest, DrawsCrowdedDaysInLightAndDark)
{
    AgendaItem other = meeting(u"Dentist"_s, u"2026-03-04T10:30"_s, u"2026-03-04T11:30"_s);
    other.meetingId.clear();
    view.setAgenda(
        agendaOf({allDay(u"Conference in Boston"_s, u"2026-03-03"_s, u"2026-03-06"_s),
                  allDay(u"Rent due"_s, u"2026-03-04"_s, u"2026-03-05"_s),
                  allDay(u"Kim's birthday"_s, u"2026-03-04"_s, u"2026-03-05"_s),
                  allDay(u"Release"_s, u"2026-03-04"_s, u"2026-03-05"_s),
                  meeting(u"Past review"_s, u"2026-03-03T10:00"_s, u"2026-03-03T11:00"_s),
                  meeting(u"Standup"_s, u"2026-03-04T09:30"_s, u"2026-03-04T09:45"_s),
                  meeting(u"Design review of the new booking page"_s, u"2026-03-04T10:00"_s, u"2026-03-04T11:30"_s),
                  other, meeting(u"Lunch with Ada"_s, u"2026-03-04T11:00"_s, u"2026-03-04T12:30"_s),
                  meeting(u"Workshop"_s, u"2026-03-05T09:00"_s, u"2026-03-05T12:00"_s),
                  meeting(u"Night shift"_s, u"2026-03-06T13:00"_s, u"2026-03-07T10:00"_s)}));
    const QString folder = artifactsFolder();
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
    view.select({});
    for (int i = 0; i < 11; ++i) {
        QTest::keyClick(&view, Qt::Key_Down, Qt::ControlModifier);
        told << view.accessibleDescription().section(u',', 0, 0);
    }
    EXPECT_EQ(told.first(), u"Conference in Boston"_s);
    EXPECT_EQ(QSet<QString>(told.begin(), told.end()).size(), 11);
}

TEST_F(AgendaViewTest, ShowsTitlesAsText)
{
    const AgendaItem hostile = meeting(u"<b>Bold</b>"_s, u"2026-03-04T12:00"_s, u"2026-03-04T13:00"_s);
    EXPECT_TRUE(view.describeItem(hostile).startsWith(u"Wednesday, 4 March 2026"_s));
    view.setAgenda(agendaOf({hostile}));
    EXPECT_TRUE(view.grab().save(artifactsFolder() + u"/agenda-hostile-title.png"_s));
}

namespace {

/// A month of a busy person: two calendars, bars over days, more than fits on some.
QList<AgendaItem> busyMonth()
{
    QList<AgendaItem> items{allDay(u"Conference in Boston"_s, u"2026-03-10"_s, u"2026-03-13"_s),
                            allDay(u"Ada is away"_s, u"2026-03-05"_s, u"2026-03-11"_s),
                            allDay(u"Release"_s, u"2026-03-18"_s, u"2026-03-19"_s)};
    for (int date = 2; date <= 27; ++date) {
        const QString prefix = u"2026-03-%1T"_s.arg(date, 2, 10, QLatin1Char('0'));
        for (int i = 0; i < date * 7 % 6; ++i) {
            const QString hour = u"%1"_s.arg(9 + i * 2, 2, 10, QLatin1Char('0'));
            AgendaItem item =
                meeting(u"Review of part %1"_s.arg(i + 1), prefix + hour + u":00"_s, prefix + hour + u":45"_s);
            item.uid += prefix;
            item.calendar = i % 2 ? u"google"_s : u"local"_s;
            items.append(item);
        }
    }
    return items;
}

} // namespace

TEST_F(AgendaViewTest, ShowsAMonthAndGoesThroughItByKeys)
{
    QSignalSpy modes(&view, &AgendaView::modeChanged);
    QSignalSpy changed(&view, &AgendaView::rangeChanged);
    view.setMode(AgendaView::Mode::Month);
    EXPECT_EQ(view.days(), 42);
    EXPECT_EQ(toIsoDate(view.firstDay()), u"2026-02-23"_s);
    EXPECT_EQ(changed.size(), 1);
    view.setAgenda(agendaOf(busyMonth()));
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_EQ(toIsoDate(view.chosenDay()), u"2026-03-12"_s);
    EXPECT_EQ(changed.size(), 1) << "the same six weeks";
    EXPECT_TRUE(view.accessibleDescription().contains(u"12 March"_s)) << qPrintable(view.accessibleDescription());
    QTest::keyClick(&view, Qt::Key_Return);
    EXPECT_EQ(view.mode(), AgendaView::Mode::Day);
    EXPECT_EQ(toIsoDate(view.firstDay()), u"2026-03-12"_s);
    view.setMode(AgendaView::Mode::Week);
    EXPECT_EQ(toIsoDate(view.firstDay()), u"2026-03-09"_s) << "the chosen day stays";
    EXPECT_EQ(modes.size(), 3);
}

TEST_F(AgendaViewTest, ListsTheRestOfAFullDay)
{
    view.setMode(AgendaView::Mode::Month);
    view.resize(900, 480);
    view.setAgenda(agendaOf(busyMonth()));
    QSignalSpy list(&view, &AgendaView::listWanted);
    for (int y = 30; y < view.viewport()->height() && list.isEmpty(); y += 8) {
        for (int x = 40; x < view.viewport()->width() && list.isEmpty(); x += 40)
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {x, y});
    }
    ASSERT_FALSE(list.isEmpty());
    EXPECT_GT(list.first().first().value<QList<qsizetype>>().size(), 1);
}

TEST_F(AgendaViewTest, DrawsMonthWeekAndDayInLightAndDark)
{
    const QString folder = artifactsFolder();
    view.resize(1100, 740);
    view.setFocus();
    for (const bool dark : {false, true}) {
        view.setPalette(paletteFor(dark));
        const QString end = dark ? u"-dark.png"_s : u"-light.png"_s;
        view.showDay(day(u"2026-03-11"_s));
        view.setMode(AgendaView::Mode::Month);
        view.setAgenda(agendaOf(busyMonth()));
        EXPECT_TRUE(view.grab().save(folder + u"/agenda-month"_s + end));
        view.setMode(AgendaView::Mode::Week);
        view.hold({at(u"2026-03-12T12:00"_s), at(u"2026-03-12T13:30"_s)});
        EXPECT_TRUE(view.grab().save(folder + u"/agenda-week"_s + end));
        view.letGo();
        view.setMode(AgendaView::Mode::Day);
        EXPECT_TRUE(view.grab().save(folder + u"/agenda-day"_s + end));
    }
    view.setLayoutDirection(Qt::RightToLeft);
    view.setMode(AgendaView::Mode::Week);
    EXPECT_TRUE(view.grab().save(folder + u"/agenda-week-rtl.png"_s));
}

TEST_F(AgendaViewTest, ChoosesSlotsAndMeetingsByArrows)
{
    QTest::keyClick(&view, Qt::Key_Down); // 9:00, which is now
    ASSERT_TRUE(view.state().cursor);
    EXPECT_EQ(*view.state().cursor, wall(u"2026-03-04T09:00"_s));
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Down);
    ASSERT_TRUE(view.chosen()) << "10:00 is the standup";
    EXPECT_EQ(view.chosen()->title, u"Standup"_s);
    QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_EQ(*view.state().cursor, wall(u"2026-03-04T11:00"_s)) << "past its end";
    QTest::keyClick(&view, Qt::Key_Up);
    EXPECT_TRUE(view.chosen());
    QTest::keyClick(&view, Qt::Key_Left);
    EXPECT_EQ(*view.state().cursor, wall(u"2026-03-03T10:00"_s));
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(&view, Qt::Key_Left);
    EXPECT_EQ(toIsoDate(view.firstDay()), u"2026-02-23"_s) << "over the edge of the week";
}

TEST_F(AgendaViewTest, TellsWhatIsChosenAndSelectsWhatIsNotReadYet)
{
    QSignalSpy chosen(&view, &AgendaView::chosenChanged);
    view.select(u"uid-Review"_s);
    ASSERT_EQ(chosen.size(), 1);
    view.select(u"uid-Later"_s, at(u"2026-03-18T10:00"_s));
    EXPECT_EQ(toIsoDate(view.firstDay()), u"2026-03-16"_s);
    EXPECT_FALSE(view.chosen());
    view.setAgenda(agendaOf({meeting(u"Later"_s, u"2026-03-18T10:00"_s, u"2026-03-18T11:00"_s)}));
    ASSERT_TRUE(view.chosen());
    EXPECT_EQ(view.chosen()->title, u"Later"_s);
}

TEST_F(AgendaViewTest, GivesAScreenReaderEachEntry)
{
    QAccessibleInterface *agenda = QAccessible::queryAccessibleInterface(&view);
    ASSERT_NE(agenda, nullptr);
    const auto entries = [agenda] {
        QList<QAccessibleInterface *> list;
        for (int i = 0; i < agenda->childCount(); ++i) {
            QAccessibleInterface *child = agenda->child(i);
            if (child && child->role() == QAccessible::ListItem)
                list.append(child);
        }
        return list;
    };
    ASSERT_EQ(entries().size(), 2);
    QAccessibleInterface *review = entries()[1];
    EXPECT_TRUE(review->text(QAccessible::Name).startsWith(u"Review, Thursday"_s))
        << qPrintable(review->text(QAccessible::Name));
    EXPECT_EQ(agenda->indexOfChild(review), agenda->childCount() - 1);
    EXPECT_EQ(review->parent(), agenda);
    QSignalSpy activated(&view, &AgendaView::itemActivated);
    review->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    EXPECT_EQ(activated.size(), 1);
    EXPECT_TRUE(review->state().selected);
    EXPECT_TRUE(view.viewport()->rect().contains(view.viewport()->mapFromGlobal(review->rect().center())));
    EXPECT_EQ(agenda->childAt(review->rect().center().x(), review->rect().center().y()), review);

    view.setAgenda(agendaOf({meeting(u"Lunch"_s, u"2026-03-04T12:00"_s, u"2026-03-04T13:00"_s)}));
    ASSERT_EQ(entries().size(), 1);
    EXPECT_TRUE(entries()[0]->text(QAccessible::Name).startsWith(u"Lunch"_s));
}

TEST_F(AgendaViewTest, ComesBackFromAMonthToTheSameHours)
{
    view.verticalScrollBar()->setValue(321);
    view.setMode(AgendaView::Mode::Month);
    view.setMode(AgendaView::Mode::Week);
    EXPECT_EQ(view.verticalScrollBar()->value(), 321);
}
