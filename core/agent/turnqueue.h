// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>

#include <QHash>
#include <QList>
#include <QString>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace ChatCal {

/// Lets one turn at a time through per session of this process, in the order they came. Other processes are kept out
/// by the lease; this keeps the order, which a lease alone does not.
class TurnQueue
{
    struct Lines;

public:
    /// A place in the line; the next one is called when it goes.
    class Place
    {
    public:
        Place(std::shared_ptr<Lines> lines, QString session);
        ~Place();
        Q_DISABLE_COPY_MOVE(Place)

    private:
        friend class TurnQueue;
        [[nodiscard]] bool isFirst() const;
        std::shared_ptr<Lines> m_lines;
        QString m_session;
        std::optional<QTimer> m_called; ///< of those who came behind somebody
    };

    TurnQueue();
    /// Null when @p patience is over before the turn came.
    [[nodiscard]] QCoro::Task<std::unique_ptr<Place>> enter(QString session, std::chrono::milliseconds patience);
    /// Ends the waiting of all who wait; none of them gets the turn.
    void callEverybody();

private:
    struct Lines
    {
        QHash<QString, QList<Place *>> waiting; ///< the first of each has the turn
    };
    std::shared_ptr<Lines> m_lines; ///< shared with the places, which may outlive the queue
};

} // namespace ChatCal
