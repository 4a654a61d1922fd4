// SPDX-License-Identifier: Apache-2.0
#include "app/tray/trayicon.h"
#include "app/tray/dayicon.h"
#include "app/tray/traywatch.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/support/privatebus.h"

#include <gmock/gmock.h>

#include <QDBusConnection>
#include <QPainter>
#include <QSignalSpy>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Zone berlin()
{
    return *Zone::find(u"Europe/Berlin"_s);
}

Instant at(const char *local)
{
    return berlin().toInstant(*fromIsoLocal(QString::fromLatin1(local)));
}

AgendaItem meeting(const char *start, const QString &title, const QString &url = {})
{
    AgendaItem item;
    item.uid = title;
    item.title = title;
    item.when = {at(start), at(start) + 30min};
    item.conferenceUrl = url;
    return item;
}

const QString meetLink = u"https://meet.example.org/1"_s;

QStringList textsOf(const QMenu &menu)
{
    QStringList texts;
    for (const QAction *action : menu.actions()) {
        if (!action->isSeparator())
            texts << action->text();
    }
    return texts;
}

} // namespace

TEST(TrayView, OffersToJoinFromTenMinutesBeforeUntilTheEnd)
{
    const Agenda agenda{{meeting("2026-03-04T14:00", u"Review"_s, meetLink)}, berlin()};
    EXPECT_FALSE(trayView(agenda, at("2026-03-04T13:49")).join);
    EXPECT_TRUE(trayView(agenda, at("2026-03-04T13:50")).join);
    EXPECT_TRUE(trayView(agenda, at("2026-03-04T14:29")).join);
    EXPECT_FALSE(trayView(agenda, at("2026-03-04T14:30")).join);
    const Agenda plain{{meeting("2026-03-04T14:00", u"Review"_s)}, berlin()};
    EXPECT_FALSE(trayView(plain, at("2026-03-04T14:00")).join) << "there is nothing to join";
    const Agenda two{
        {meeting("2026-03-04T14:00", u"Long one"_s, meetLink), meeting("2026-03-04T14:15", u"Next one"_s, meetLink)},
        berlin()};
    EXPECT_EQ(trayView(two, at("2026-03-04T14:10")).join->title, u"Next one"_s);
}

TEST(TrayView, ListsWhatIsLeftOfTheHostsToday)
{
    AgendaItem holiday = meeting("2026-03-04T00:00", u"Holiday"_s);
    holiday.allDay = true;
    const Agenda agenda{{holiday, meeting("2026-03-04T09:00", u"Over"_s), meeting("2026-03-04T23:30", u"Late"_s),
                         meeting("2026-03-05T09:00", u"Tomorrow"_s)},
                        berlin()};
    const TrayView view = trayView(agenda, at("2026-03-04T12:00"));
    ASSERT_EQ(view.next.size(), 1);
    EXPECT_EQ(view.next.first().title, u"Late"_s);
    EXPECT_EQ(view.day, 4);
    EXPECT_EQ(trayView(agenda, at("2026-03-05T00:00")).day, 5) << "midnight is the host's";
}

TEST(TrayIcon, MenuHoldsTheDayAndJoin)
{
    TrayIcon icon;
    EXPECT_EQ(textsOf(icon.menu()),
              (QStringList{u"New meeting…"_s, u"Open ChatCal"_s, u"Snoozed…"_s, u"Settings…"_s, u"Quit"_s}));
    icon.setAgenda({{meeting("2026-03-04T14:00", u"R&D review"_s, meetLink)}, berlin()}, at("2026-03-04T13:55"));
    const QStringList texts = textsOf(icon.menu());
    ASSERT_EQ(texts.size(), 7);
    EXPECT_EQ(texts[2], u"Join “R&&D review”"_s);
    EXPECT_EQ(texts[3], u"14:00  R&&D review"_s);

    QSignalSpy joined(&icon, &TrayIcon::joinWanted), wanted(&icon, &TrayIcon::meetingWanted);
    for (QAction *action : icon.menu().actions()) {
        if (action->text().contains(u"R&&D"_s))
            action->trigger();
    }
    ASSERT_EQ(joined.size(), 1);
    ASSERT_EQ(wanted.size(), 1);
    EXPECT_EQ(joined.first().first().value<AgendaItem>().conferenceUrl, meetLink);
}

TEST(DayIcon, IsAnotherForEachDayAndCrispAtEachSize)
{
    const QString artifacts = qEnvironmentVariable("CHATCAL_ARTIFACTS");
    QImage sheet(31 * 40, 2 * 40, QImage::Format_RGB32);
    QPainter painter(&sheet);
    painter.fillRect(0, 0, sheet.width(), 40, QColor(0xf0, 0xf0, 0xf0));
    painter.fillRect(0, 40, sheet.width(), 40, QColor(0x1c, 0x1c, 0x1c));
    QList<QImage> seen;
    for (int day = 1; day <= 31; ++day) {
        const QIcon icon = dayIcon(day);
        const QImage image = icon.pixmap(22, 22).toImage();
        EXPECT_EQ(image.size(), QSize(22, 22));
        EXPECT_FALSE(seen.contains(image)) << day;
        seen << image;
        for (const int row : {0, 40}) {
            painter.drawPixmap((day - 1) * 40 + 2, row + 4, icon.pixmap(16, 16));
            painter.drawPixmap((day - 1) * 40 + 18, row + 12, icon.pixmap(22, 22));
        }
    }
    painter.end();
    if (!artifacts.isEmpty())
        sheet.save(artifacts + u"/tray-days.png"_s);
}

namespace {

/// The host of StatusNotifierItems that desktops have.
class FakeWatcher : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost SCRIPTABLE true)
public:
    explicit FakeWatcher(QDBusConnection bus) : m_bus(std::move(bus))
    {
        m_bus.registerObject(u"/StatusNotifierWatcher"_s, this,
                             QDBusConnection::ExportScriptableProperties | QDBusConnection::ExportScriptableSignals);
    }
    void appear() { m_bus.registerService(u"org.kde.StatusNotifierWatcher"_s); }
    void vanish() { m_bus.unregisterService(u"org.kde.StatusNotifierWatcher"_s); }
    [[nodiscard]] bool hasHost() const { return isHosted; }
    bool isHosted = true;

Q_SIGNALS:
    Q_SCRIPTABLE void StatusNotifierHostRegistered();

private:
    QDBusConnection m_bus;
};

} // namespace

TEST(TrayWatch, NoticesATrayThatComesAndGoes)
{
    PrivateBus bus;
    if (!bus.isRunning())
        GTEST_SKIP() << "dbus-daemon is missing; ./dev test installs it";
    TrayWatch watch(bus.connect());
    QSignalSpy changed(&watch, &TrayWatch::changed);
    EXPECT_FALSE(watch.isThere());
    FakeWatcher watcher(bus.connect());
    watcher.isHosted = false;
    watcher.appear(); // the service alone shows no icon
    watcher.isHosted = true;
    Q_EMIT watcher.StatusNotifierHostRegistered();
    ASSERT_TRUE(eventually([&] { return changed.size() == 1; }));
    EXPECT_TRUE(watch.isThere());
    watcher.vanish();
    ASSERT_TRUE(eventually([&] { return changed.size() == 2; }));
    EXPECT_FALSE(watch.isThere());
}

#include "trayicontest.moc"
