// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/time/interval.h"

#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace ChatCal {

/// A stretch of a typed line, UTF-16 units, half-open.
struct TextRange
{
    int from = 0;
    int to = 0;
    bool operator==(const TextRange &) const = default;
};

/// A change to the calendar the person asked for.
struct Change
{
    enum class Kind {
        QuickBook,
        Book,
        Move,
        Cancel,
        Restore, ///< brings back an event that is no meeting after its Cancel
    };
    Kind kind = Kind::QuickBook;
    QString key; ///< names the wish; sent as Idempotency-Key, so that a repeat is harmless
    QString text; ///< QuickBook: the line as it was typed
    QJsonObject meeting; ///< Book: the body of POST /api/v1/meetings
    QString uid; ///< Move, Cancel, Restore
    QString title; ///< what to call it in words for people
    std::optional<Interval> when; ///< Move: the new time; else its time, for words
    std::optional<int> sequence = {}; ///< Move, Cancel: AgendaItem::sequence; a meeting that moved on is left alone
    QList<TextRange> literal = {}; ///< QuickBook: words of it that mean nothing but themselves
    QString eventId = {}; ///< Move, Cancel, Restore of an event that is no meeting: AgendaItem::eventId
    QString etag = {}; ///< with eventId: AgendaItem::etag; an event that moved on is left alone
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
    bool mayRepeat = false; ///< Refused: the server failed at it again and again; Outgoing::tryAgain()
};

/// A change that was told as waiting.
struct WaitingChange
{
    Change change;
    Instant askedAt; ///< when the person asked for it
    std::optional<ChangeOutcome> refusal = {}; ///< the server's answer in the end; kept until the person has seen it
    int failures = 0; ///< how often the server failed at it
};

[[nodiscard]] QJsonObject toJson(const WaitingChange &waiting);
/// Nothing when it is not what toJson() wrote.
[[nodiscard]] std::optional<WaitingChange> waitingChangeFromJson(const QJsonObject &json);

} // namespace ChatCal

Q_DECLARE_METATYPE(ChatCal::Change)
Q_DECLARE_METATYPE(ChatCal::ChangeOutcome)
