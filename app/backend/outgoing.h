// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"

#include <QCoroTask>

#include <QJsonObject>
#include <QObject>

namespace ChatCal {

/// A change to the calendar the person asked for.
struct Change
{
    enum class Kind { QuickBook, Book, Move, Cancel };
    Kind kind = Kind::QuickBook;
    QString key; ///< names the wish; sent as Idempotency-Key, so that a repeat is harmless
    QString text; ///< QuickBook: the line as it was typed
    QJsonObject meeting; ///< Book: the body of POST /api/v1/meetings
    QString uid; ///< Move, Cancel
    QString title; ///< what to call it in words for people
    std::optional<Interval> when; ///< Move: the new time; Book, Cancel: its time, for words
};

/// What became of it.
struct ChangeOutcome
{
    enum class State {
        Done,
        Waiting, ///< the server cannot be reached: it is kept and sent once when it answers
        Refused, ///< said so by the server: message, and alternatives where there are some
    };
    State state = State::Refused;
    QString uid;
    QString meetingId;
    QString title;
    std::optional<Interval> when;
    QString message; ///< for people
    QList<Interval> alternatives;
};

/// The one way by which the desktop changes the calendar: sends each wish once, and keeps what cannot be sent now.
class Outgoing : public QObject
{
    Q_OBJECT
public:
    /// @p client outlives it.
    explicit Outgoing(ApiClient &client, QObject *parent = nullptr);

    /// Sends it, or keeps it when there is no server. A change without a key gets one.
    [[nodiscard]] QCoro::Task<ChangeOutcome> submit(Change change);

Q_SIGNALS:
    /// A change was done or refused; also one that had waited.
    void settled(const ChatCal::Change &change, const ChatCal::ChangeOutcome &outcome);

private:
    [[nodiscard]] QCoro::Task<Result<QuickOutcome>> send(Change change);

    ApiClient &m_client;
};

} // namespace ChatCal
