// SPDX-License-Identifier: Apache-2.0
// What a desktop offers on its session bus, for tests: a host of tray icons (org.kde.StatusNotifierWatcher) and a
// notification daemon (FakeNotifications). Each thing that happens is a line on stdout; lines on stdin are what the
// person does:
//   click           the newest tray icon
//   press ID KEY    a button of a notification
//   close ID        dismisses a notification
// Refuses what the specifications forbid, with a line that begins with "fault".
#include "tests/support/fakenotifications.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QSocketNotifier>
#include <QStringList>

#include <cstdio>
#include <iostream>

#include <unistd.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

void say(const QString &line)
{
    std::cout << line.toStdString() << std::endl;
}

/// On one line, whatever is in it.
QString flat(QString text)
{
    return text.replace(u'\n', u' ').replace(u'|', u'/');
}

} // namespace

class Watcher : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost)
    Q_PROPERTY(int ProtocolVersion READ protocolVersion)
    Q_PROPERTY(QStringList RegisteredStatusNotifierItems READ items)
public:
    [[nodiscard]] bool hasHost() const { return true; }
    [[nodiscard]] int protocolVersion() const { return 0; }
    [[nodiscard]] QStringList items() const { return m_items; }

    /// A left click on the newest icon.
    void click()
    {
        if (m_items.isEmpty()) {
            say(u"fault no tray icon"_s);
            return;
        }
        QDBusInterface item(m_items.constLast(), u"/StatusNotifierItem"_s, u"org.kde.StatusNotifierItem"_s);
        item.asyncCall(u"Activate"_s, 10, 10);
    }

public Q_SLOTS:
    void RegisterStatusNotifierItem(const QString &service) // NOLINT(readability-identifier-naming): D-Bus's name
    {
        const QString name = service.startsWith(u'/') ? message().service() : service;
        m_items.append(name);
        say(u"icon "_s + name);
        Q_EMIT StatusNotifierItemRegistered(name);
    }
    void RegisterStatusNotifierHost(const QString &) { } // NOLINT(readability-identifier-naming)

Q_SIGNALS:
    void StatusNotifierItemRegistered(const QString &service); // NOLINT(readability-identifier-naming)
    void StatusNotifierItemUnregistered(const QString &service); // NOLINT(readability-identifier-naming)
    void StatusNotifierHostRegistered(); // NOLINT(readability-identifier-naming)

private:
    QStringList m_items;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QDBusConnection bus = QDBusConnection::sessionBus();
    Watcher watcher;
    FakeNotifications notifications(bus);
    notifications.capabilities = {u"body"_s, u"actions"_s, u"persistence"_s};
    notifications.told = [](const FakeNotifications::Shown &note) {
        say(u"note %1|%2|%3|%4"_s.arg(note.number).arg(flat(note.title), flat(note.body), note.actions.join(u',')));
    };
    notifications.violated = [](const QString &rule) { say(u"fault not kept: "_s + rule); };
    const auto everything =
        QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals | QDBusConnection::ExportAllProperties;
    if (!bus.registerObject(u"/StatusNotifierWatcher"_s, &watcher, everything)
        || !bus.registerService(u"org.kde.StatusNotifierWatcher"_s) || !notifications.appear()) {
        std::fprintf(stderr, "desktopbus: the session bus does not let us in\n");
        return 1;
    }
    say(u"ready"_s);
    QByteArray typed;
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&] {
        char piece[4096];
        const ssize_t length = read(STDIN_FILENO, piece, sizeof piece);
        if (length <= 0) {
            QCoreApplication::quit();
            return;
        }
        typed.append(piece, length);
        for (qsizetype end = typed.indexOf('\n'); end >= 0; end = typed.indexOf('\n')) {
            const QStringList words = QString::fromUtf8(typed.left(end)).split(u' ');
            typed.remove(0, end + 1);
            if (words.first() == "click"_L1)
                watcher.click();
            else if (words.first() == "press"_L1 && words.size() == 3)
                notifications.press(words.at(1).toUInt(), words.at(2));
            else if (words.first() == "close"_L1 && words.size() == 2)
                notifications.close(words.at(1).toUInt(), 2);
        }
    });
    return QCoreApplication::exec();
}

#include "desktopbus.moc"
