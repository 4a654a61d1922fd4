// SPDX-License-Identifier: Apache-2.0
#include "app/tray/quickbookwindow.h"
#include "tests/support/await.h"
#include "tests/unit/app/fakeapi.h"

#include <gmock/gmock.h>

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
        window = std::make_unique<QuickBookWindow>(client);
        window->useServer(*Zone::find(u"America/New_York"_s));
        api.preview = {{u"draft"_s, draft()}};
        window->open();
    }

    EntryField *entry() { return window->findChild<EntryField *>(); }
    bool shows(const QString &words)
    {
        for (const QLabel *label : window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }
    QList<QPushButton *> buttons() { return window->findChildren<QPushButton *>(); }

    FakeApi api;
    ApiClient client;
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
    QStringList words;
    for (const Underlined &underlined : underlinedIn(*entry()))
        words << underlined.words;
    EXPECT_EQ(words, (QStringList{u"Lunch"_s, u"Kim"_s, u"Thursday"_s, u"noon"_s, u"45 min"_s}));

    QTextCursor inThursday = entry()->textCursor();
    inThursday.setPosition(20);
    entry()->setTextCursor(inThursday);
    QTest::keyClick(entry(), Qt::Key_Backspace);
    words.clear();
    for (const Underlined &underlined : underlinedIn(*entry()))
        words << underlined.words;
    EXPECT_EQ(words, (QStringList{u"Lunch"_s, u"Kim"_s, u"noon"_s, u"45 min"_s})) << "a changed word loses its line";
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
    EXPECT_TRUE(eventually([&] { return shows(u"Not booked"_s); }));
    EXPECT_EQ(entry()->text(), u"Lunch Thursday noon"_s);
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
