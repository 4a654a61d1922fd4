// SPDX-License-Identifier: Apache-2.0
#include "app/tray/portalrequest.h"

#include "core/base/ids.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr uint failed = 2;

QString requestInterface()
{
    return u"org.freedesktop.portal.Request"_s;
}

} // namespace

PortalRequest::PortalRequest(QDBusConnection bus, QObject *parent) : QObject(parent), m_bus(std::move(bus))
{
}

QString PortalRequest::service()
{
    return u"org.freedesktop.portal.Desktop"_s;
}

QString PortalRequest::path()
{
    return u"/org/freedesktop/portal/desktop"_s;
}

QString PortalRequest::newToken()
{
    QString token = u"chatcal_"_s + randomToken(12);
    return token.replace(u'-', u'_'); // an element of an object path
}

void PortalRequest::listenAt(const QString &path)
{
    if (path == m_path)
        return;
    if (!m_path.isEmpty())
        m_bus.disconnect(service(), m_path, requestInterface(), u"Response"_s, this, SLOT(take(uint, QVariantMap)));
    m_path = path;
    m_bus.connect(service(), m_path, requestInterface(), u"Response"_s, this, SLOT(take(uint, QVariantMap)));
}

void PortalRequest::send(const QString &portalInterface, const QString &method, QVariantList arguments,
                         QVariantMap options, Answered answered)
{
    m_answered = std::move(answered);
    const QString token = newToken();
    QString sender = m_bus.baseService().mid(1);
    sender.replace(u'.', u'_');
    // Before the call: the answer may come before the call's own does.
    listenAt(path() + u"/request/"_s + sender + u'/' + token);
    options.insert(u"handle_token"_s, token);
    arguments.append(options);
    QDBusMessage call = QDBusMessage::createMethodCall(service(), path(), portalInterface, method);
    call.setArguments(arguments);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (reply.isError())
            take(failed, {});
        else
            listenAt(reply.value().path()); // portals before 0.9 chose the path themselves
    });
}

void PortalRequest::take(uint response, const QVariantMap &results)
{
    if (const Answered answered = std::exchange(m_answered, {}))
        answered(response, results);
}

} // namespace ChatCal
