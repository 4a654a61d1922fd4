// SPDX-License-Identifier: Apache-2.0
#include "app/reminders/notifier.h"

#include "app/reminders/logging.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int patienceMs = 3000; // a service that hangs must not keep a person from being told in another way
constexpr uint closedByPerson = 2;

QString service()
{
    return u"org.freedesktop.Notifications"_s;
}

QString path()
{
    return u"/org/freedesktop/Notifications"_s;
}

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(service(), path(), service(), method);
}

} // namespace

Notifier::Notifier(QDBusConnection bus, QObject *parent) : QObject(parent), m_bus(std::move(bus))
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(service(), path(), service(), u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    m_bus.connect(service(), path(), service(), u"NotificationClosed"_s, this, SLOT(notificationClosed(uint, uint)));
}

void Notifier::tell(const Announcement &announcement)
{
    if (!m_bus.isConnected()) {
        Q_EMIT undeliverable(announcement);
        return;
    }
    // Asked each time: services come, go and change while we run, and reminders are few.
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(callOf(u"GetCapabilities"_s), patienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, announcement] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isError()) {
            qCInfo(lcReminders) << "no notification service:" << reply.error().name();
            Q_EMIT undeliverable(announcement);
        } else {
            show(announcement, reply.value());
        }
    });
}

QStringList Notifier::actionsFor(const Announcement &announcement)
{
    QStringList actions{u"default"_s, tr("Open")}; // a click on the notification itself
    if (announcement.canJoin)
        actions << u"join"_s << tr("Join");
    if (announcement.canSnooze)
        actions << u"snooze"_s << tr("Snooze");
    return actions << u"open"_s << tr("Open");
}

QString Notifier::bodyFor(const Announcement &announcement, const QStringList &capabilities)
{
    QString body = announcement.body;
    if (!capabilities.contains("actions"_L1)) {
        if (announcement.canJoin)
            body += u'\n' + tr("Join it from ChatCal's icon or window.");
        else if (announcement.canSnooze)
            body += u'\n' + tr("Open ChatCal to see more.");
    }
    // Only a service that knows markup reads "&amp;" as "&".
    return capabilities.contains("body-markup"_L1) ? body.toHtmlEscaped() : body;
}

void Notifier::show(const Announcement &announcement, const QStringList &capabilities)
{
    const bool hasActions = capabilities.contains("actions"_L1);
    const QVariantMap hints{{u"desktop-entry"_s, u"chatcal"_s},
                            {u"category"_s, u"x-chatcal.reminder"_s},
                            {u"urgency"_s, QVariant::fromValue(uchar(1))}};
    QDBusMessage notify = callOf(u"Notify"_s);
    notify << u"ChatCal"_s << m_shown.key(announcement.id, 0) << u"chatcal"_s << announcement.title
           << bodyFor(announcement, capabilities) << (hasActions ? actionsFor(announcement) : QStringList()) << hints
           << -1;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(notify, patienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, announcement] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (!reply.isError()) {
            m_shown.insert(reply.value(), announcement.id);
            return;
        }
        qCWarning(lcReminders) << "the notification service refused:" << reply.error().name();
        Q_EMIT undeliverable(announcement);
    });
}

void Notifier::actionInvoked(uint number, const QString &key)
{
    const QString id = m_shown.value(number);
    if (id.isEmpty())
        return; // another program's
    if (key == "join"_L1)
        Q_EMIT chosen(id, AnnouncementAction::Join);
    else if (key == "snooze"_L1)
        Q_EMIT chosen(id, AnnouncementAction::Snooze);
    else
        Q_EMIT chosen(id, AnnouncementAction::Open);
}

void Notifier::notificationClosed(uint number, uint reason)
{
    const QString id = m_shown.take(number);
    if (!id.isEmpty() && reason == closedByPerson)
        Q_EMIT dismissed(id);
}

} // namespace ChatCal
