// SPDX-License-Identifier: Apache-2.0
#include "app/tray/linebooking.h"

#include "core/base/ids.h"

#include <QCoroTask>

namespace ChatCal {

LineBooking::LineBooking(Outgoing &outgoing, QObject *parent)
    : QObject(parent), m_outgoing(outgoing), m_key(randomToken(12))
{
    connect(&m_outgoing, &Outgoing::settled, this, [this](const Change &change, const ChangeOutcome &outcome) {
        if (isKept() && change.key == m_key)
            take(outcome); // the server was back
    });
}

void LineBooking::startOver()
{
    m_key = randomToken(12);
    m_booked = {};
    m_isDone = false;
}

void LineBooking::book(const QString &line, const QList<TextRange> &literal, const QuickView &view)
{
    if (m_isUnderWay || m_isDone)
        return;
    m_isUnderWay = true;
    Change change;
    change.kind = Change::Kind::QuickBook;
    change.key = m_key;
    change.text = line;
    change.literal = literal;
    change.title = view.title;
    change.when = view.when;
    QCoro::connect(m_outgoing.submit(change), this, [this, key = m_key](const ChangeOutcome &outcome) {
        m_isUnderWay = false;
        if (key != m_key)
            return; // typed on meanwhile: it is in the calendar, and no longer what this line is about
        take(outcome);
    });
}

void LineBooking::take(const ChangeOutcome &outcome)
{
    m_isDone = outcome.state != ChangeOutcome::State::Refused;
    m_booked = outcome;
    Q_EMIT booked(outcome);
}

bool LineBooking::takeBack()
{
    if (!m_isDone || m_isUnderWay)
        return false;
    if (isKept()) { // it never left
        if (!m_outgoing.withdraw(m_key))
            return false;
        startOver();
        Q_EMIT takenBack({.state = ChangeOutcome::State::Done});
        return true;
    }
    if (m_booked.uid.isEmpty())
        return false;
    m_isUnderWay = true;
    Change change;
    change.kind = Change::Kind::Cancel;
    change.uid = m_booked.uid;
    change.title = m_booked.title;
    change.when = m_booked.when;
    QCoro::connect(m_outgoing.submit(change), this, [this](const ChangeOutcome &outcome) {
        m_isUnderWay = false;
        if (outcome.state != ChangeOutcome::State::Refused)
            startOver(); // the old key would answer with the meeting that is gone
        Q_EMIT takenBack(outcome);
    });
    return true;
}

} // namespace ChatCal
