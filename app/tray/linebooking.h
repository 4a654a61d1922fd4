// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/outgoing.h"

#include <QObject>

namespace ChatCal {

/// A typed line on its way into the calendar, and back out of it.
class LineBooking : public QObject
{
    Q_OBJECT
public:
    /// @p outgoing outlives it.
    explicit LineBooking(Outgoing &outgoing, QObject *parent = nullptr);

    /// The line is another one: another wish.
    void startOver();
    /// Asked of the calendar and not answered yet.
    [[nodiscard]] bool isUnderWay() const { return m_isUnderWay; }
    /// Booked, or kept until it can be.
    [[nodiscard]] bool isDone() const { return m_isDone; }
    [[nodiscard]] bool isKept() const { return m_isDone && m_booked.state == ChangeOutcome::State::Waiting; }

    /// Books @p line; a repeat for the same wish books once. @p view is what it was understood as.
    void book(const QString &line, const QList<TextRange> &literal, const QuickView &view);
    /// Cancels what was booked; false where there is nothing to take back.
    bool takeBack();

Q_SIGNALS:
    /// Also once more, when one that was kept was sent.
    void booked(const ChatCal::ChangeOutcome &outcome);
    void takenBack(const ChatCal::ChangeOutcome &outcome);

private:
    void take(const ChangeOutcome &outcome);

    Outgoing &m_outgoing;
    QString m_key; ///< of the wish, so that Enter twice books once
    ChangeOutcome m_booked;
    bool m_isUnderWay = false;
    bool m_isDone = false;
};

} // namespace ChatCal
