// SPDX-License-Identifier: Apache-2.0
#include "app/tray/traywatch.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int patienceMs = 100;

QString watcherService()
{
    return u"org.kde.StatusNotifierWatcher"_s;
}

QDBusMessage hostQuestion()
{
    QDBusMessage question = QDBusMessage::createMethodCall(watcherService(), u"/StatusNotifierWatcher"_s,
                                                           u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << watcherService() << u"IsStatusNotifierHostRegistered"_s;
    question.setAutoStartService(false);
    return question;
}

struct Free
{
    void operator()(void *memory) const { std::free(memory); }
};
template<typename T>
using Reply = std::unique_ptr<T, Free>;

} // namespace

TrayWatch::TrayWatch(QDBusConnection bus, QObject *parent)
    : QObject(parent), m_bus(std::move(bus)), m_services(watcherService(), m_bus)
{
    if (!m_bus.isConnected())
        return;
    connect(&m_services, &QDBusServiceWatcher::serviceOwnerChanged, this, &TrayWatch::askBus);
    for (const QString &signal : {u"StatusNotifierHostRegistered"_s, u"StatusNotifierHostUnregistered"_s})
        m_bus.connect({}, u"/StatusNotifierWatcher"_s, watcherService(), signal, this, SLOT(askBus()));
}

bool TrayWatch::isThere()
{
    if (!m_wasAsked) {
        m_wasAsked = true;
        if (m_bus.isConnected()) {
            const QDBusMessage answer = m_bus.call(hostQuestion(), QDBus::Block, patienceMs);
            m_onBus = answer.type() == QDBusMessage::ReplyMessage
                && answer.arguments().value(0).value<QDBusVariant>().variant().toBool();
        }
        m_isThere = m_onBus || isOnScreen();
    }
    return m_isThere;
}

void TrayWatch::look()
{
    settle(m_onBus);
}

void TrayWatch::askBus()
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(hostQuestion()), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        settle(!reply.isError() && reply.value().variant().toBool());
    });
}

void TrayWatch::settle(bool onBus)
{
    m_wasAsked = true;
    m_onBus = onBus;
    const bool isThere = m_onBus || isOnScreen();
    if (isThere != std::exchange(m_isThere, isThere))
        Q_EMIT changed(isThere);
}

/// System Tray Protocol Specification: who owns the selection _NET_SYSTEM_TRAY_Sn is the tray.
bool TrayWatch::isOnScreen() const
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (QGuiApplication::platformName() != "xcb"_L1 || !x11) // "offscreen" has the interface too, and no screen
        return false;
    xcb_connection_t *connection = x11->connection();
    const QByteArray name = "_NET_SYSTEM_TRAY_S0"; // Qt puts the icon on the first screen's
    const Reply<xcb_intern_atom_reply_t> atom(xcb_intern_atom_reply(
        connection, xcb_intern_atom(connection, true, static_cast<uint16_t>(name.size()), name.constData()), nullptr));
    if (!atom || atom->atom == XCB_ATOM_NONE)
        return false;
    const Reply<xcb_get_selection_owner_reply_t> owner(
        xcb_get_selection_owner_reply(connection, xcb_get_selection_owner(connection, atom->atom), nullptr));
    return owner && owner->owner != XCB_WINDOW_NONE;
}

} // namespace ChatCal
