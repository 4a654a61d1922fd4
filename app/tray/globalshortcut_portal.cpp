// SPDX-License-Identifier: Apache-2.0
#include "app/tray/globalshortcut.h"

#include "app/tray/portalrequest.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCall>

using namespace Qt::StringLiterals;

namespace ChatCal {

/// As the portal lists them: a(sa{sv}).
struct PortalShortcut
{
    QString id;
    QVariantMap options;
};

QDBusArgument &operator<<(QDBusArgument &argument, const PortalShortcut &shortcut)
{
    argument.beginStructure();
    argument << shortcut.id << shortcut.options;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, PortalShortcut &shortcut)
{
    argument.beginStructure();
    argument >> shortcut.id >> shortcut.options;
    argument.endStructure();
    return argument;
}

} // namespace ChatCal

Q_DECLARE_METATYPE(ChatCal::PortalShortcut)

namespace ChatCal {

namespace {

QString portalInterface()
{
    return u"org.freedesktop.portal.GlobalShortcuts"_s;
}

QString quickId()
{
    return u"quick-booking"_s;
}

/// "CTRL+ALT+q", of the XDG shortcuts specification: names of modifiers, then of the key as libxkbcommon has it.
QString triggerOf(const QKeySequence &sequence)
{
    const QKeyCombination key = sequence[0];
    QStringList parts;
    const auto modifiers = key.keyboardModifiers();
    if (modifiers & Qt::ControlModifier)
        parts << u"CTRL"_s;
    if (modifiers & Qt::AltModifier)
        parts << u"ALT"_s;
    if (modifiers & Qt::ShiftModifier)
        parts << u"SHIFT"_s;
    if (modifiers & Qt::MetaModifier)
        parts << u"LOGO"_s;
    const QString name = QKeySequence(key.key()).toString(QKeySequence::PortableText);
    parts << (name.size() == 1 ? name.toLower() : key.key() == Qt::Key_Space ? u"space"_s : name);
    return parts.join(u'+');
}

class PortalShortcuts final : public ShortcutBackend
{
    Q_OBJECT
public:
    explicit PortalShortcuts(QDBusConnection bus) : m_bus(std::move(bus))
    {
        qDBusRegisterMetaType<PortalShortcut>();
        qDBusRegisterMetaType<QList<PortalShortcut>>();
        m_bus.connect(PortalRequest::service(), PortalRequest::path(), portalInterface(), u"Activated"_s, this,
                      SLOT(hear(QDBusObjectPath, QString, qulonglong, QVariantMap)));
    }

    void hold(const QKeySequence &key) override
    {
        release();
        m_key = key;
        const QVariantMap options{{u"session_handle_token"_s, PortalRequest::newToken()}};
        ask(u"CreateSession"_s, {}, options, [this](uint response, const QVariantMap &results) {
            const QString session = results.value(u"session_handle"_s).toString();
            if (response != 0 || session.isEmpty())
                Q_EMIT refused(false);
            else
                bind(session);
        });
    }

    void release() override
    {
        m_request.reset();
        if (m_session.isEmpty())
            return;
        m_bus.asyncCall(QDBusMessage::createMethodCall(PortalRequest::service(), m_session,
                                                       u"org.freedesktop.portal.Session"_s, u"Close"_s));
        m_session.clear();
    }

private Q_SLOTS:
    void hear(const QDBusObjectPath &session, const QString &id, qulonglong, const QVariantMap &)
    {
        if (session.path() == m_session && id == quickId())
            Q_EMIT activated();
    }

private:
    void ask(const QString &method, const QVariantList &arguments, const QVariantMap &options,
             PortalRequest::Answered answered)
    {
        m_request = std::make_unique<PortalRequest>(m_bus);
        m_request->send(portalInterface(), method, arguments, options, std::move(answered));
    }

    void bind(const QString &session)
    {
        m_session = session;
        const QList<PortalShortcut> list{
            {quickId(), {{u"description"_s, tr("Open quick booking")}, {u"preferred_trigger"_s, triggerOf(m_key)}}}};
        const QVariantList arguments{QVariant::fromValue(QDBusObjectPath(session)), QVariant::fromValue(list),
                                     QString()};
        ask(u"BindShortcuts"_s, arguments, {}, [this](uint response, const QVariantMap &results) {
            const auto bound = qdbus_cast<QList<PortalShortcut>>(results.value(u"shortcuts"_s));
            if (response == 1) // the person said no
                Q_EMIT refused(true);
            else if (response != 0 || bound.isEmpty())
                Q_EMIT refused(false);
            else
                Q_EMIT held(bound.first().options.value(u"trigger_description"_s).toString());
        });
    }

    QDBusConnection m_bus;
    std::unique_ptr<PortalRequest> m_request;
    QKeySequence m_key;
    QString m_session;
};

} // namespace

std::unique_ptr<ShortcutBackend> makePortalShortcut(const QDBusConnection &bus)
{
    return bus.isConnected() ? std::make_unique<PortalShortcuts>(bus) : nullptr;
}

} // namespace ChatCal

#include "globalshortcut_portal.moc"
