// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QVariantMap>

#include <functional>

class QDBusPendingCallWatcher;

namespace ChatCal {

/// A call of the XDG desktop portal and its answer, which comes as a signal of a request object
/// (org.freedesktop.portal.Request). Gone before the answer: it is no longer heard.
class PortalRequest : public QObject
{
    Q_OBJECT
public:
    /// @p response: 0 done, 1 the person declined, else it failed or there is no portal.
    using Answered = std::function<void(uint response, const QVariantMap &results)>;

    explicit PortalRequest(QDBusConnection bus, QObject *parent = nullptr);

    /// Calls @p method with @p arguments and @p options behind them. @p answered may delete this.
    void send(const QString &portalInterface, const QString &method, QVariantList arguments, QVariantMap options,
              Answered answered);

    [[nodiscard]] static QString service();
    [[nodiscard]] static QString path();
    /// Fit for a handle of a request or a session.
    [[nodiscard]] static QString newToken();

private Q_SLOTS:
    void take(uint response, const QVariantMap &results);

private:
    void listenAt(const QString &path);

    QDBusConnection m_bus;
    QString m_path;
    Answered m_answered;
};

} // namespace ChatCal
