// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakenotifications.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

QStringList FakeNotifications::Shown::actionKeys() const
{
    QStringList keys;
    for (qsizetype i = 0; i + 1 < actions.size(); i += 2)
        keys << actions[i];
    return keys;
}

FakeNotifications::FakeNotifications(QDBusConnection bus) : m_bus(std::move(bus))
{
    m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
                         QDBusConnection::ExportScriptableSlots | QDBusConnection::ExportScriptableSignals);
}

bool FakeNotifications::appear()
{
    return m_bus.registerService(u"org.freedesktop.Notifications"_s);
}

void FakeNotifications::vanish()
{
    m_bus.unregisterService(u"org.freedesktop.Notifications"_s);
}

void FakeNotifications::check(bool isKept, const QString &rule)
{
    if (isKept)
        return;
    violations << rule;
    violated(rule);
}

QString FakeNotifications::GetServerInformation(QString &vendor, QString &version, QString &specification) const
{
    vendor = u"ChatCal tests"_s;
    version = u"1"_s;
    specification = u"1.2"_s;
    return u"FakeNotifications"_s;
}

uint FakeNotifications::Notify(const QString &program, uint replaces, const QString &, const QString &title,
                               const QString &body, const QStringList &actions, const QVariantMap &hints, int expires)
{
    const auto isKnown = [&](const Shown &other) { return other.number == replaces; };
    check(!program.isEmpty(), u"a program names itself"_s);
    check(!title.isEmpty() && !title.contains(u'\n'), u"the summary is one line"_s);
    check(actions.size() % 2 == 0, u"actions come in pairs"_s);
    check(actions.isEmpty() || capabilities.contains("actions"_L1), u"actions only where they are understood"_s);
    check(expires >= -1, u"expire_timeout is -1, 0 or milliseconds"_s);
    check(replaces == 0 || std::any_of(shown.cbegin(), shown.cend(), isKnown), u"replaces what there is"_s);
    const QVariant urgency = hints.value(u"urgency"_s);
    check(!urgency.isValid() || urgency.userType() == QMetaType::UChar, u"urgency is a byte"_s);
    static const QRegularExpression bare(u"&(?!(amp|lt|gt|quot|apos|#[0-9]+);)|<"_s);
    check(!capabilities.contains("body-markup"_L1) || !body.contains(bare), u"a body with markup is escaped"_s);

    Shown notification{replaces == 0 ? ++m_last : replaces, title, body, actions, hints};
    const QStringList keys = notification.actionKeys();
    check(QSet<QString>(keys.begin(), keys.end()).size() == keys.size(), u"each action has its own key"_s);
    shown.append(notification);
    told(notification);
    return notification.number;
}

void FakeNotifications::press(uint number, const QString &key)
{
    Q_EMIT ActionInvoked(number, key);
    close(number, 2);
}

void FakeNotifications::close(uint number, uint reason)
{
    Q_EMIT NotificationClosed(number, reason);
}

} // namespace ChatCal
