// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/app/tray/fakeportal.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QString root()
{
    return u"/org/freedesktop/portal/desktop"_s;
}

} // namespace

QDBusArgument &operator<<(QDBusArgument &argument, const FakePortalEntry &entry)
{
    argument.beginStructure();
    argument << entry.id << entry.options;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, FakePortalEntry &entry)
{
    argument.beginStructure();
    argument >> entry.id >> entry.options;
    argument.endStructure();
    return argument;
}

FakePortal::FakePortal(QDBusConnection bus) : m_bus(std::move(bus))
{
    qDBusRegisterMetaType<FakePortalEntry>();
    qDBusRegisterMetaType<QList<FakePortalEntry>>();
    m_bus.registerObject(root(), this,
                         QDBusConnection::ExportScriptableSlots | QDBusConnection::ExportScriptableSignals);
    m_bus.registerService(u"org.freedesktop.portal.Desktop"_s);
}

QString FakePortal::callerElement() const
{
    return message().service().mid(1).replace(u'.', u'_');
}

QDBusObjectPath FakePortal::respond(const QVariantMap &options, uint response, const QVariantMap &results)
{
    const QString path =
        u"%1/request/%2/%3"_s.arg(root(), callerElement(), options.value(u"handle_token"_s).toString());
    QDBusMessage signal = QDBusMessage::createSignal(path, u"org.freedesktop.portal.Request"_s, u"Response"_s);
    signal << response << results;
    m_bus.send(signal); // before the call's own answer, as real portals may
    return QDBusObjectPath(path);
}

QDBusObjectPath FakePortal::CreateSession(const QVariantMap &options)
{
    session = u"%1/session/%2/%3"_s.arg(root(), callerElement(), options.value(u"session_handle_token"_s).toString());
    return respond(options, 0, {{u"session_handle"_s, session}});
}

QDBusObjectPath FakePortal::BindShortcuts(const QDBusObjectPath &in, const QList<FakePortalEntry> &list,
                                          const QString &, const QVariantMap &options)
{
    if (in.path() != session || list.size() != 1 || !list.first().options.contains(u"description"_s)) {
        sendErrorReply(QDBusError::InvalidArgs);
        return {};
    }
    boundId = list.first().id;
    preferredTrigger = list.first().options.value(u"preferred_trigger"_s).toString();
    const QList<FakePortalEntry> bound{{boundId, {{u"trigger_description"_s, u"Ctrl+Alt+Q"_s}}}};
    return respond(options, bindResponse, {{u"shortcuts"_s, QVariant::fromValue(bound)}});
}

void FakePortal::press()
{
    Q_EMIT Activated(QDBusObjectPath(session), boundId, 0, {});
}

} // namespace ChatCal
