// SPDX-License-Identifier: Apache-2.0
// Windows bear other languages: words that are 40 % longer, and reading from right to left.
#include "app/agenda/agendaview.h"
#include "app/look/language.h"
#include "app/tray/quickbookwindow.h"
#include "app/window/mainwindow.h"
#include "app/window/navigationbar.h"
#include "tests/support/await.h"
#include "tests/unit/app/hostsday.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QTranslator>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

/// Every word of ours 40 % longer, as German can be.
class LongWords : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        if (!QByteArrayView(context).startsWith("ChatCal::") || text.size() < 2)
            return {};
        return text + QString((text.size() * 2 + 4) / 5, u'x');
    }
};

class Layout : public HostsDay
{
protected:
    ~Layout() override
    {
        QCoreApplication::removeTranslator(&longWords);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        applyLanguage(u"en"_s);
        QLocale::setDefault(QLocale::system());
    }

    std::unique_ptr<MainWindow> mainWindow()
    {
        auto window = std::make_unique<MainWindow>(client, source, outgoing, clock);
        window->resize(1024, 700);
        window->show();
        window->useServer(facts());
        EXPECT_TRUE(eventually([&] { return window->agenda().accessibleDescription().contains(u'1'); }));
        return window;
    }

    LongWords longWords;
};

void keepPicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("CHATCAL_ARTIFACTS");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        widget.grab().save(folder + u'/' + name + u".png"_s);
}

/// What is cut off or sticks out of its window: buttons, and labels that do not wrap.
QStringList cutOff(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const auto *label = qobject_cast<const QLabel *>(widget);
        const QString text = button ? button->text() : label && !label->wordWrap() ? label->text() : QString();
        if (!widget->isVisible() || text.isEmpty())
            continue;
        const QRect place(widget->mapTo(&window, QPoint()), widget->size());
        if (!window.rect().contains(place) || widget->width() < widget->minimumSizeHint().width())
            found << text;
    }
    return found;
}

} // namespace

TEST_F(Layout, OfTheMainWindowBearsLongWords)
{
    QCoreApplication::installTranslator(&longWords);
    const auto window = mainWindow();
    keepPicture(*window, u"main-long-words"_s);
    EXPECT_THAT(cutOff(*window), testing::IsEmpty());
}

TEST_F(Layout, OfTheMainWindowTurnsRound)
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
    const auto window = mainWindow();
    keepPicture(*window, u"main-right-to-left"_s);
    EXPECT_THAT(cutOff(*window), testing::IsEmpty());
    const auto *bar = window->findChild<NavigationBar *>();
    ASSERT_NE(bar, nullptr);
    QList<int> places; // of the buttons, in the order they are read
    for (const QAbstractButton *button : bar->findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            places << button->mapTo(bar, QPoint()).x();
    }
    ASSERT_GT(places.size(), 2);
    EXPECT_GT(places.first(), places.last());
}

TEST_F(Layout, OfTheMainWindowSpeaksGerman)
{
    applyLanguage(u"de"_s);
    const auto window = mainWindow();
    keepPicture(*window, u"main-german"_s);
    EXPECT_THAT(cutOff(*window), testing::IsEmpty());
}

TEST_F(Layout, OfTheQuickBookingBearsLongWordsBothWays)
{
    QCoreApplication::installTranslator(&longWords);
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QGuiApplication::setLayoutDirection(direction);
        QuickBookWindow window(client, source, outgoing);
        window.useServer(*Zone::find(u"America/New_York"_s));
        window.open({});
        keepPicture(window, direction == Qt::LeftToRight ? u"quick-long-words"_s : u"quick-right-to-left"_s);
        EXPECT_THAT(cutOff(window), testing::IsEmpty());
    }
}
