// SPDX-License-Identifier: Apache-2.0
#include "app/tray/quickbookwindow.h"
#include "app/look/theme.h"
#include "app/tray/daystrip.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/unit/app/fakeapi.h"
#include "tests/unit/app/shownwords.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

QJsonObject draft()
{
    return {{u"title"_s, u"Lunch"_s},
            {u"start"_s, u"2026-03-05T12:00:00-05:00"_s},
            {u"end"_s, u"2026-03-05T12:30:00-05:00"_s},
            {u"words"_s, u"Thursday, March 5, 2026, 12:00–12:30 PM EST"_s}};
}

/// A stretch of the field that is underlined: its words and the colour of the line.
struct Underlined
{
    QString words;
    QColor color;
    bool operator==(const Underlined &) const = default;
};

void PrintTo(const Underlined &underlined, std::ostream *out)
{
    *out << underlined.words.toStdString() << ' ' << underlined.color.name().toStdString();
}

QList<Underlined> underlinedIn(const EntryField &field)
{
    QList<Underlined> result;
    for (const auto &range : field.document()->firstBlock().layout()->formats()) {
        EXPECT_NE(range.format.underlineStyle(), QTextCharFormat::NoUnderline);
        result.append({field.text().mid(range.start, range.length), range.format.underlineColor()});
    }
    return result;
}

Interval dayOfLunch()
{
    return {*fromRfc3339(u"2026-03-05T00:00:00-05:00"_s), *fromRfc3339(u"2026-03-06T00:00:00-05:00"_s)};
}

QJsonArray lunchSpans()
{
    return {QJsonObject{{u"from"_s, 0}, {u"to"_s, 5}, {u"kind"_s, u"title"_s}},
            QJsonObject{{u"from"_s, 11}, {u"to"_s, 14}, {u"kind"_s, u"attendee"_s}},
            QJsonObject{{u"from"_s, 15}, {u"to"_s, 23}, {u"kind"_s, u"date"_s}},
            QJsonObject{{u"from"_s, 24}, {u"to"_s, 28}, {u"kind"_s, u"time"_s}},
            QJsonObject{{u"from"_s, 33}, {u"to"_s, 39}, {u"kind"_s, u"duration"_s}}};
}

class QuickBookWindowTest : public testing::Test
{
protected:
    QuickBookWindowTest()
    {
        client.setServer(api.url(), api.token());
        window = std::make_unique<QuickBookWindow>(client, source, outgoing);
        window->useServer(*Zone::find(u"America/New_York"_s));
        api.preview = {{u"draft"_s, draft()}};
        window->open();
    }

    EntryField *entry() { return window->findChild<EntryField *>(); }
    bool shows(const QString &words) { return showsWords(*window, words); }
    QList<QPushButton *> buttons()
    {
        QList<QPushButton *> shown = window->findChildren<QPushButton *>();
        shown.removeIf([](const QPushButton *button) { return button->isHidden(); });
        return shown;
    }
    QStringList underlinedWords()
    {
        QStringList words;
        for (const Underlined &underlined : underlinedIn(*entry()))
            words << underlined.words;
        return words;
    }

    FakeApi api;
    ApiClient client;
    SystemClock clock;
    AgendaSource source{client, clock};
    Outgoing outgoing{client};
    std::unique_ptr<QuickBookWindow> window;
};

} // namespace

TEST_F(QuickBookWindowTest, ShowsWhatItUnderstoodWhileOneTypes)
{
    QTest::keyClicks(entry(), u"Lunch Thursday noon"_s);
    EXPECT_TRUE(eventually([&] { return shows(u"Thursday, March 5, 2026, 12:00–12:30 PM EST"_s); }));
    EXPECT_TRUE(eventually([&] { return api.texts.contains(u"Lunch Thursday noon"_s); }));
    EXPECT_TRUE(api.booked.isEmpty()) << "nothing is booked before Enter";
}

TEST_F(QuickBookWindowTest, SaysThatARepeatingMeetingIsBookedOnce)
{
    QJsonObject repeating = draft();
    repeating.insert(u"asks_to_repeat"_s, true);
    api.preview = {{u"draft"_s, repeating}};
    QTest::keyClicks(entry(), u"Lunch every Thursday at noon"_s);
    EXPECT_TRUE(eventually([&] { return window->findChild<QLabel *>(u"problem"_s)->text().contains("one time"_L1); }));
}

TEST_F(QuickBookWindowTest, TakesALineToBeTypedOn)
{
    window->open();
    window->take(u"Lunch tomorrow"_s, {{0, 5}});
    EntryField *field = entry();
    QTest::keyClicks(field, u" at noon"_s);
    EXPECT_EQ(field->text(), u"Lunch tomorrow at noon"_s);
    EXPECT_TRUE(eventually([&] { return api.texts.contains(u"Lunch tomorrow at noon"_s); }));
    EXPECT_EQ(api.literal, (QJsonArray{QJsonObject{{u"from"_s, 0}, {u"to"_s, 5}}})) << "as it was typed the first time";
}

TEST_F(QuickBookWindowTest, UnderlinesTheStretchesTheEngineNamed)
{
    api.preview.insert(u"spans"_s, lunchSpans());
    QTest::keyClicks(entry(), u"Lunch with Kim Thursday noon for 45 min"_s);
    const auto color = [](const QString &kind) { return EntryField::colorOf(kind, false); };
    const QList<Underlined> expected{{u"Lunch"_s, color(u"title"_s)},
                                     {u"Kim"_s, color(u"attendee"_s)},
                                     {u"Thursday"_s, color(u"date"_s)},
                                     {u"noon"_s, color(u"time"_s)},
                                     {u"45 min"_s, color(u"duration"_s)}};
    EXPECT_TRUE(eventually([&] { return underlinedIn(*entry()) == expected; }));
    EXPECT_THAT(underlinedIn(*entry()), testing::ContainerEq(expected));
}

TEST_F(QuickBookWindowTest, LinesStayUnderTheirWordsWhileOneTypes)
{
    api.preview.insert(u"spans"_s, lunchSpans());
    QTest::keyClicks(entry(), u"Lunch with Kim Thursday noon for 45 min"_s);
    ASSERT_TRUE(eventually([&] { return underlinedIn(*entry()).size() == 5; }));
    client.setServer(QUrl(u"http://127.0.0.1:1"_s), api.token()); // no answer sets them anew
    entry()->moveCursor(QTextCursor::Start);
    QTest::keyClicks(entry(), u"A "_s);
    EXPECT_EQ(underlinedWords(), (QStringList{u"Lunch"_s, u"Kim"_s, u"Thursday"_s, u"noon"_s, u"45 min"_s}));

    QTextCursor inThursday = entry()->textCursor();
    inThursday.setPosition(20);
    entry()->setTextCursor(inThursday);
    QTest::keyClick(entry(), Qt::Key_Backspace);
    EXPECT_EQ(underlinedWords(), (QStringList{u"Lunch"_s, u"Kim"_s, u"noon"_s, u"45 min"_s}))
        << "a changed word loses its line";
}

TEST_F(QuickBookWindowTest, EachKindHasItsOwnColorInLightAndInDark)
{
    for (const bool dark : {false, true}) {
        QSet<QString> colors;
        for (const QString &kind : {u"date"_s, u"time"_s, u"duration"_s, u"attendee"_s, u"location"_s, u"title"_s})
            colors << EntryField::colorOf(kind, dark).name();
        EXPECT_EQ(colors.size(), 6);
    }
    EXPECT_NE(EntryField::colorOf(u"date"_s, true), EntryField::colorOf(u"date"_s, false));
}

TEST_F(QuickBookWindowTest, ShowsConflictsAndTheNearestFreeTimesBeforeEnter)
{
    api.preview.insert(u"conflicts"_s,
                       QJsonArray{QJsonObject{{u"start"_s, u"2026-03-05T12:00:00-05:00"_s},
                                              {u"end"_s, u"2026-03-05T13:00:00-05:00"_s},
                                              {u"title"_s, u"Board meeting"_s}}});
    api.preview.insert(u"alternatives"_s,
                       QJsonArray{QJsonObject{{u"start"_s, u"2026-03-05T13:00:00-05:00"_s},
                                              {u"end"_s, u"2026-03-05T13:30:00-05:00"_s}}});
    api.preview.insert(u"spans"_s,
                       QJsonArray{QJsonObject{{u"from"_s, 6}, {u"to"_s, 14}, {u"kind"_s, u"date"_s}},
                                  QJsonObject{{u"from"_s, 15}, {u"to"_s, 19}, {u"kind"_s, u"time"_s}}});
    QTest::keyClicks(entry(), u"Lunch Thursday noon"_s);
    ASSERT_TRUE(eventually([&] { return shows(u"Board meeting"_s) && buttons().size() == 1; }));
    EXPECT_FALSE(buttons().first()->accessibleName().isEmpty());

    QTest::mouseClick(buttons().first(), Qt::LeftButton);
    EXPECT_EQ(entry()->text(), u"Lunch 2026-03-05 13:00"_s) << "the free time takes the place of the one typed";
}

TEST_F(QuickBookWindowTest, AChosenTimeKeepsLengthAndLiteralWords)
{
    QJsonObject review = draft();
    review.insert(u"end"_s, u"2026-03-05T13:00:00-05:00"_s);
    const QJsonObject free{{u"start"_s, u"2026-03-05T15:00:00-05:00"_s}, {u"end"_s, u"2026-03-05T16:00:00-05:00"_s}};
    const QJsonObject plan{{u"from"_s, 10}, {u"to"_s, 16}, {u"kind"_s, u"date"_s}};
    const QJsonObject time{{u"from"_s, 22}, {u"to"_s, 27}, {u"kind"_s, u"time"_s}};
    api.preview = {{u"draft"_s, review}, {u"spans"_s, QJsonArray{plan, time}}, {u"alternatives"_s, QJsonArray{free}}};
    const QString text = u"Review of Friday plan 12–13"_s;
    QTest::keyClicks(entry(), text.left(16));
    entry()->setSpans({{10, 16, u"date"_s}});
    QTest::keyClick(entry(), Qt::Key_Backspace); // takes the line off "Friday"
    entry()->insertPlainText(text.mid(16));
    ASSERT_EQ(entry()->literal(), (QList<TextRange>{{10, 16}}));
    api.preview.insert(u"spans"_s, QJsonArray{time});
    ASSERT_TRUE(eventually([&] { return window->isUpToDate() && buttons().size() == 1; }));
    entry()->setSpans({{22, 27, u"time"_s}});

    client.setServer(QUrl(u"http://127.0.0.1:1"_s), api.token()); // the free time is chosen before an answer comes
    entry()->moveCursor(QTextCursor::Start);
    QTest::keyClicks(entry(), u"A "_s);
    QTest::mouseClick(buttons().first(), Qt::LeftButton);
    EXPECT_EQ(entry()->text(), u"A Review of Friday plan 2026-03-05 15:00 60 min"_s);
    EXPECT_EQ(entry()->literal(), (QList<TextRange>{{12, 18}}));
}

TEST_F(QuickBookWindowTest, BooksOnceOnEnterAndSaysSo)
{
    QJsonObject meeting = draft();
    meeting.insert(u"id"_s, u"0305-1200-30m"_s);
    api.outcome = meeting;
    QSignalSpy booked(window.get(), &QuickBookWindow::booked);
    QTest::keyClicks(entry(), u"Lunch Thursday noon"_s);
    QTest::keyClick(entry(), Qt::Key_Return);
    QTest::keyClick(entry(), Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return booked.size() == 1; }));
    EXPECT_TRUE(shows(u"0305-1200-30m"_s));
    EXPECT_EQ(api.booked, QStringList{u"Lunch Thursday noon"_s});
    EXPECT_FALSE(api.keys.first().isEmpty());
}

TEST_F(QuickBookWindowTest, KeepsTheTextWhenTheServerIsGone)
{
    client.setServer(QUrl(u"http://127.0.0.1:1"_s), api.token());
    QTest::keyClicks(entry(), u"Lunch Thursday noon"_s);
    QTest::keyClick(entry(), Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return shows(u"Kept. It is sent when the server is back."_s); }));
    EXPECT_EQ(entry()->text(), u"Lunch Thursday noon"_s);
    ASSERT_EQ(outgoing.waiting().size(), 1);
    EXPECT_EQ(outgoing.waiting().first().change.text, u"Lunch Thursday noon"_s);

    QTest::keyClick(entry(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(eventually([&] { return shows(u"Taken back"_s); }));
    EXPECT_TRUE(outgoing.waiting().isEmpty());
}

TEST_F(QuickBookWindowTest, SaysWhenWhatWasKeptIsSent)
{
    client.setServer(QUrl(u"http://127.0.0.1:1"_s), api.token());
    QTest::keyClicks(entry(), u"Lunch Thursday noon"_s);
    QTest::keyClick(entry(), Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return shows(u"Kept."_s); }));
    QJsonObject meeting = draft();
    meeting.insert(u"id"_s, u"0305-1200-30m"_s);
    api.outcome = meeting;
    client.setServer(api.url(), api.token());
    outgoing.sendWaiting();
    EXPECT_TRUE(eventually([&] { return shows(u"Booked"_s) && shows(u"0305-1200-30m"_s); }));
}

TEST_F(QuickBookWindowTest, BackspaceRightAfterAWordTakesItsLineOffThenDeletes)
{
    api.preview.insert(u"spans"_s, QJsonArray{QJsonObject{{u"from"_s, 6}, {u"to"_s, 14}, {u"kind"_s, u"date"_s}}});
    QTest::keyClicks(entry(), u"Lunch Thursday"_s);
    ASSERT_TRUE(eventually([&] { return underlinedWords() == QStringList{u"Thursday"_s}; }));
    api.preview.insert(u"spans"_s, QJsonArray());
    QTest::keyClick(entry(), Qt::Key_Backspace);
    EXPECT_EQ(entry()->text(), u"Lunch Thursday"_s);
    EXPECT_TRUE(underlinedWords().isEmpty());
    const QJsonArray thursday{QJsonObject{{u"from"_s, 6}, {u"to"_s, 14}}};
    EXPECT_TRUE(eventually([&] { return api.literal == thursday; })) << "the server is told";

    QTest::keyClicks(entry(), u" noon"_s);
    EXPECT_TRUE(eventually([&] { return api.texts.last() == u"Lunch Thursday noon"_s && window->isUpToDate(); }));
    EXPECT_EQ(api.literal, thursday) << "what is typed after it is no part of it";
    QTest::keyClick(entry(), Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return !api.booked.isEmpty(); }));
    EXPECT_EQ(api.literal, thursday) << "as in the preview";
}

TEST_F(QuickBookWindowTest, UndoPutsTheLineBackThenIsTheTexts)
{
    api.preview.insert(u"spans"_s, QJsonArray{QJsonObject{{u"from"_s, 6}, {u"to"_s, 14}, {u"kind"_s, u"date"_s}}});
    QTest::keyClicks(entry(), u"Lunch Thursday"_s);
    ASSERT_TRUE(eventually([&] { return underlinedWords() == QStringList{u"Thursday"_s}; }));
    QTest::keyClick(entry(), Qt::Key_Backspace);
    EXPECT_EQ(entry()->literal().size(), 1);
    QTest::keyClick(entry(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(entry()->literal().isEmpty());
    EXPECT_EQ(entry()->text(), u"Lunch Thursday"_s);
    ASSERT_TRUE(eventually([&] { return underlinedWords() == QStringList{u"Thursday"_s}; }));
    QTest::keyClick(entry(), Qt::Key_Backspace);
    QTest::keyClick(entry(), Qt::Key_Backspace);
    EXPECT_EQ(entry()->text(), u"Lunch Thursda"_s) << "the second deletes";
    EXPECT_EQ(entry()->literal(), (QList<TextRange>{{6, 13}}));
    QTest::keyClick(entry(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(entry()->text(), u"Lunch Thursday"_s);
}

TEST_F(QuickBookWindowTest, DrawsTheDayWithWhatIsPlanned)
{
    QJsonObject lunch = draft();
    lunch.insert(u"day"_s, u"2026-03-05"_s);
    const QJsonObject board{{u"start"_s, u"2026-03-05T12:00:00-05:00"_s},
                            {u"end"_s, u"2026-03-05T13:00:00-05:00"_s},
                            {u"title"_s, u"Board <meeting>"_s}};
    api.preview = {{u"draft"_s, lunch},
                   {u"working_hours"_s,
                    QJsonArray{QJsonObject{{u"start"_s, u"2026-03-05T09:00:00-05:00"_s},
                                           {u"end"_s, u"2026-03-05T17:00:00-05:00"_s}}}},
                   {u"conflicts"_s, QJsonArray{board}},
                   {u"alternatives"_s,
                    QJsonArray{QJsonObject{{u"start"_s, u"2026-03-05T13:00:00-05:00"_s},
                                           {u"end"_s, u"2026-03-05T13:30:00-05:00"_s}}}}};
    api.agenda = {{u"time_zone"_s, u"America/New_York"_s}, {u"events"_s, QJsonArray{board}}};
    auto *strip = window->findChild<DayStrip *>();
    EXPECT_FALSE(strip->isVisible()) << "nothing is said of a day yet";
    QTest::keyClicks(entry(), u"Lunch Thursday noon"_s);
    ASSERT_TRUE(eventually([&] { return strip->isVisible() && strip->accessibleDescription().contains(u"Board"_s); }));
    EXPECT_EQ(strip->day().busy.size(), 1);
    EXPECT_EQ(strip->day().workingHours.size(), 1);
    EXPECT_FALSE(strip->day().isFree);
    ASSERT_TRUE(strip->day().wish);
    EXPECT_EQ(toIsoLocal(strip->day().zone.toLocal(strip->day().wish->start)), u"2026-03-05T12:00"_s);
    ASSERT_TRUE(eventually([&] { return !source.view(dayOfLunch()).agenda.items.isEmpty(); }));
    EXPECT_EQ(strip->day().busy.first().title, u"Board <meeting>"_s);
    api.agenda.insert(u"events"_s, QJsonArray());
    Q_EMIT client.calendarChanged();
    EXPECT_TRUE(eventually([&] { return strip->day().busy.isEmpty(); })) << "it follows the calendar";
}

TEST_F(QuickBookWindowTest, LooksAsItShould)
{
    const auto at = [](const QString &from, const QString &to, const QString &title) {
        return QJsonObject{{u"start"_s, u"2026-03-05T%1:00-05:00"_s.arg(from)},
                           {u"end"_s, u"2026-03-05T%1:00-05:00"_s.arg(to)},
                           {u"title"_s, title}};
    };
    QJsonObject lunch = draft();
    lunch.insert(u"day"_s, u"2026-03-05"_s);
    const QJsonObject board = at(u"12:15"_s, u"13:00"_s, u"Board meeting"_s);
    api.preview = {{u"draft"_s, lunch},
                   {u"spans"_s, lunchSpans()},
                   {u"working_hours"_s, QJsonArray{at(u"09:00"_s, u"17:00"_s, {})}},
                   {u"conflicts"_s, QJsonArray{board}},
                   {u"alternatives"_s,
                    QJsonArray{at(u"11:30"_s, u"12:00"_s, {}), at(u"13:00"_s, u"13:30"_s, {}),
                               at(u"13:30"_s, u"14:00"_s, {}), at(u"15:00"_s, u"15:30"_s, {})}}};
    api.agenda = {
        {u"time_zone"_s, u"America/New_York"_s},
        {u"events"_s,
         QJsonArray{at(u"09:30"_s, u"10:30"_s, u"Standup"_s), board, at(u"15:30"_s, u"18:30"_s, u"Workshop"_s)}}};
    auto *strip = window->findChild<DayStrip *>();
    const QString folder = qEnvironmentVariable("CHATCAL_ARTIFACTS");
    for (const bool isConflict : {true, false}) {
        if (!isConflict) {
            api.preview.remove(u"conflicts"_s);
            api.preview.remove(u"alternatives"_s);
            lunch.insert(u"start"_s, u"2026-03-05T11:00:00-05:00"_s);
            lunch.insert(u"end"_s, u"2026-03-05T11:45:00-05:00"_s);
            api.preview.insert(u"draft"_s, lunch);
        }
        entry()->setText(u"Lunch with Kim Thursday noon for 45 min"_s);
        ASSERT_TRUE(eventually([&] { return window->isUpToDate() && strip->day().busy.size() == 3; }));
        for (const bool isDark : {false, true}) {
            QApplication::setPalette(paletteFor(isDark));
            window->dress();
            QCoreApplication::processEvents();
            const QImage picture = window->grab().toImage();
            EXPECT_EQ(picture.pixelColor(3, picture.height() - 4), QApplication::palette().color(QPalette::Window));
            if (!folder.isEmpty())
                picture.save(u"%1/quick-%2-%3.png"_s.arg(folder, isConflict ? u"conflict"_s : u"free"_s,
                                                         isDark ? u"dark"_s : u"light"_s));
        }
    }
    QApplication::setPalette(QPalette());
}

TEST_F(QuickBookWindowTest, FreeTimesAreReachedByKeys)
{
    QJsonArray slots_;
    for (int hour = 13; hour < 17; ++hour)
        slots_.append(QJsonObject{{u"start"_s, u"2026-03-05T%1:00:00-05:00"_s.arg(hour)},
                                  {u"end"_s, u"2026-03-05T%1:30:00-05:00"_s.arg(hour)}});
    api.preview.insert(u"alternatives"_s, slots_);
    window->activateWindow();
    QTest::keyClicks(entry(), u"Lunch"_s);
    ASSERT_TRUE(eventually([&] { return buttons().size() == 4; }));
    for (const Qt::Key way : {Qt::Key_Down, Qt::Key_Tab}) {
        entry()->setFocus();
        QTest::keyClick(entry(), way);
        EXPECT_EQ(window->focusWidget(), buttons().first());
    }
    QTest::keyClick(buttons().first(), Qt::Key_Up);
    EXPECT_EQ(window->focusWidget(), entry());
    QTest::keyClick(entry(), Qt::Key_3, Qt::AltModifier);
    EXPECT_TRUE(eventually([&] { return entry()->text() == u"Lunch 2026-03-05 15:00"_s; }))
        << qPrintable(entry()->text());
}

TEST_F(QuickBookWindowTest, UndoAfterBookingCancelsThatMeeting)
{
    QJsonObject meeting = draft();
    meeting.insert(u"id"_s, u"0305-1200-30m"_s);
    meeting.insert(u"uid"_s, u"lunch@chatcal"_s);
    api.outcome = meeting;
    api.addMeeting(u"lunch@chatcal"_s, u"Lunch"_s, u"2026-03-05T12:00:00-05:00"_s);
    QTest::keyClicks(entry(), u"Lunch Thursday noon"_s);
    QTest::keyClick(entry(), Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return shows(u"0305-1200-30m"_s); }));
    EXPECT_TRUE(shows(u"Ctrl+Z"_s)) << "it says how";
    QTest::keyClick(entry(), Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(eventually([&] { return shows(u"Taken back"_s); }));
    EXPECT_EQ(api.done.last(), u"cancel lunch@chatcal"_s);
    EXPECT_EQ(entry()->text(), u"Lunch Thursday noon"_s);

    QTest::keyClick(entry(), Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return api.booked.size() == 2; }));
    EXPECT_NE(api.keys.first(), api.keys.last()) << "the first key would answer with the meeting that is gone";
}

TEST_F(QuickBookWindowTest, EscapeLeaves)
{
    QTest::keyClick(entry(), Qt::Key_Escape);
    EXPECT_FALSE(window->isVisible());
}

TEST_F(QuickBookWindowTest, EveryControlHasAName)
{
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() != Qt::NoFocus && !qobject_cast<const QLabel *>(widget)) {
            EXPECT_FALSE(widget->accessibleName().isEmpty()) << widget->metaObject()->className();
        }
    }
}
