// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/noticeboard.h"

#include <QHash>
#include <QLocalServer>
#include <QObject>

#include <memory>
#include <vector>

class QLocalSocket;

namespace ChatCal {

/// Carries notices between the processes that have one database file open. Each listens on a local socket of its own in
/// the folder `FILE-feed` beside the file and writes to those of the others; the file system's rights (0700) are the
/// only door. Whoever opens the file later hears what is told from then on.
class FeedSocket : public QObject
{
    Q_OBJECT
public:
    /// Without a socket (a path longer than the system's 107 bytes) it warns, and neither sends nor hears.
    explicit FeedSocket(const QString &databaseFile);
    /// Waits shortly for what is not yet sent.
    ~FeedSocket() override;

    /// Tells the other processes, not this one.
    void send(const std::vector<StoreNotice> &notices);

Q_SIGNALS:
    void heard(const QString &topic, const QByteArray &notice);

private:
    void accept();
    void read(QLocalSocket &peer);
    [[nodiscard]] QLocalSocket *connectionTo(const QString &name);
    void forget(const QString &name);

    QString m_folder;
    QString m_name; ///< of our own socket in the folder
    QLocalServer m_server;
    QHash<QString, QLocalSocket *> m_peers; ///< children; by the name of their socket
};

} // namespace ChatCal
