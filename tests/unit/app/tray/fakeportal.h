// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusObjectPath>
#include <QList>
#include <QObject>
#include <QVariantMap>

namespace ChatCal {

/// One of a(sa{sv}).
struct FakePortalEntry
{
    QString id;
    QVariantMap options;
};

/// org.freedesktop.portal.Desktop with GlobalShortcuts, as far as a program that binds one shortcut sees it: a session,
/// answers as signals of request objects, the key pressed.
class FakePortal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.GlobalShortcuts")
public:
    explicit FakePortal(QDBusConnection bus);

    /// The person presses what was bound.
    void press();

    uint bindResponse = 0; ///< 1: the person declined
    QString preferredTrigger; ///< as it was asked for
    QString session; ///< its path
    QString boundId;

public Q_SLOTS:
    // The portal's arguments; options last.
    Q_SCRIPTABLE QDBusObjectPath CreateSession(const QVariantMap &options);
    Q_SCRIPTABLE QDBusObjectPath BindShortcuts(const QDBusObjectPath &in, const QList<ChatCal::FakePortalEntry> &list,
                                               const QString &parent, const QVariantMap &options);

Q_SIGNALS:
    Q_SCRIPTABLE void Activated(const QDBusObjectPath &in, const QString &id, qulonglong when,
                                const QVariantMap &options);

private:
    /// Answers by Response of the request object that @p options name; its path.
    QDBusObjectPath respond(const QVariantMap &options, uint response, const QVariantMap &results);
    [[nodiscard]] QString callerElement() const;

    QDBusConnection m_bus;
};

} // namespace ChatCal

Q_DECLARE_METATYPE(ChatCal::FakePortalEntry)
