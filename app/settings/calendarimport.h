// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QCoroTask>

#include <QList>
#include <QObject>
#include <QStringList>

namespace ChatCal {

class ApiClient;

/// Puts a calendar's events into the server's, piece by piece, so that it can be watched and taken back.
class CalendarImport : public QObject
{
    Q_OBJECT
public:
    struct Count
    {
        int fresh = 0; ///< not there yet, or put in
        int known = 0; ///< there already, by UID
        int unreadable = 0;
    };

    /// @p client outlives it.
    explicit CalendarImport(ApiClient &client, QObject *parent = nullptr);

    /// Of an .ics file; InvalidInput when it holds no event. Nothing is sent.
    [[nodiscard]] Result<void> take(const QByteArray &text);
    /// What run() would do.
    [[nodiscard]] QCoro::Task<Result<Count>> preview();
    /// After an error what was put in by then stays, and can be taken back.
    [[nodiscard]] QCoro::Task<Result<Count>> run();
    /// Takes out what run() put in; how many.
    [[nodiscard]] QCoro::Task<Result<int>> undo();
    [[nodiscard]] bool canUndo() const { return !m_added.isEmpty(); }

Q_SIGNALS:
    void progressed(int done, int all);

private:
    enum class Commit { No, Yes };
    [[nodiscard]] QCoro::Task<Result<Count>> send(Commit commit);

    ApiClient &m_client;
    QList<QByteArray> m_pieces;
    QStringList m_added;
};

} // namespace ChatCal
