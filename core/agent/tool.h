// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/conversation.h"
#include "core/booking/bookingservice.h"
#include "core/llm/chatmodel.h"
#include "core/time/language.h"

#include <QCoroTask>

#include <QJsonArray>
#include <QJsonObject>

#include <stop_token>

namespace ChatCal {

/// What a tool may see and change during one turn.
struct ToolContext
{
    Actor actor;
    Zone speakerZone;
    Language language = Language::English; ///< the person speaks
    Instant now;
    Conversation *conversation = nullptr; ///< its contact and zone may be changed; outlives the call
    bool byPersonsWords = false; ///< the caller acts on the person's own words alone (the offline model)
    bool mailReachesPeople = false;
    QString idempotencyKey; ///< derived from the turn and the call; empty: none
};

/// What came of it: JSON for the model, cards for the person.
struct ToolResult
{
    bool succeeded = false; ///< false: refused; then it does not count as used
    QJsonObject forModel; ///< {"ok":true, …} or {"ok":false,"reason":…,"message":…, …}
    QJsonArray cards;
    bool madeClaimTrue = false; ///< booked, moved or cancelled something
    bool mailQueued = false; ///< invitations were put into the outbox
    bool tellsMeetings = false; ///< it told of meetings that exist, so words may name them as booked
    bool hasOthersWords = false; ///< forModel holds titles, places or names that other people wrote
};

/// One thing the assistant can do. Checks role and arguments itself; the prompt is never trusted to.
class Tool
{
public:
    virtual ~Tool() = default;
    [[nodiscard]] virtual ToolSpec spec() const = 0;
    [[nodiscard]] virtual bool isFor(Actor::Role role) const = 0;
    /// Books, moves, cancels or sends: refused after a language model read others' words in the same turn.
    [[nodiscard]] virtual bool isWriting() const { return false; }
    /// Errors are outages only (Unavailable, Timeout, Cancelled, Internal); wrong arguments are a refusal.
    [[nodiscard]] virtual QCoro::Task<Result<ToolResult>> run(QJsonObject arguments, ToolContext context,
                                                              std::stop_token stop) = 0;
};

} // namespace ChatCal
