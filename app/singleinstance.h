// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace ChatCal {

/// One desktop per user and calendar: a second start hands its wish to the first and ends.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    /// @p calendar tells the calendars of one user apart: a data folder's path or a server's address.
    explicit SingleInstance(const QString &calendar, QObject *parent = nullptr);

    /// True: nobody else is there, we are the first from now on. False: another one is, and took @p wish.
    [[nodiscard]] bool claim(const QString &wish);

Q_SIGNALS:
    /// A later start said @p wish.
    void asked(const QString &wish);

private:
    [[nodiscard]] bool handOver(const QString &wish) const;
    void takeCall();

    QString m_path; ///< of the socket, in a folder of this user alone
    QLockFile m_lock; ///< settles who is first where two start at once
    QLocalServer m_server;
};

} // namespace ChatCal
