// SPDX-License-Identifier: Apache-2.0
#include "app/backend/outgoing.h"

#include "core/base/ids.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

Outgoing::Outgoing(ApiClient &client, QObject *parent) : QObject(parent), m_client(client)
{
}

QCoro::Task<Result<QuickOutcome>> Outgoing::send(Change change)
{
    switch (change.kind) {
    case Change::Kind::QuickBook:
        return m_client.book(change.text, change.key);
    case Change::Kind::Book:
        return m_client.bookMeeting(change.meeting, change.key);
    case Change::Kind::Move:
        return m_client.moveMeeting(change.uid, change.when.value());
    case Change::Kind::Cancel:
        return m_client.cancelMeeting(change.uid);
    }
    Q_UNREACHABLE();
}

QCoro::Task<ChangeOutcome> Outgoing::submit(Change change)
{
    const QPointer<Outgoing> self(this);
    if (change.key.isEmpty())
        change.key = randomToken(12);
    const auto answer = co_await send(change);
    ChangeOutcome outcome;
    if (!answer) {
        outcome.message = tr("The server does not answer.");
    } else if (answer->meetingId.isEmpty()) {
        outcome.message = answer->message;
        outcome.alternatives = answer->alternatives;
    } else {
        outcome = {ChangeOutcome::State::Done, answer->uid, answer->meetingId, answer->title, answer->when, {}, {}};
    }
    if (self)
        Q_EMIT settled(change, outcome);
    co_return outcome;
}

} // namespace ChatCal
