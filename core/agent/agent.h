// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/conversation.h"
#include "core/booking/bookingservice.h"
#include "core/llm/chatmodel.h"

#include <memory>
#include <stop_token>

namespace ChatCal {

/// One message of a person.
struct Turn
{
    QString message; ///< cleaned, 1 to 4000 code points
    QString sessionId; ///< empty: a new conversation
    std::optional<Zone> zone; ///< of the person
    QString about; ///< id or UID of the meeting chosen on the person's screen; one that is not theirs counts as none
    std::optional<Language> language; ///< of the page the person writes in; presumed until their words tell
    Contact contact; ///< from user_data; fills what is not known yet
    Actor::Role role = Actor::Role::Guest;
    QString hostId; ///< the host's own, with a host's role
    QString idempotencyKey;
    QByteArray requestId; ///< of the message, for the logs of whatever is asked for it; empty: none
};

struct TurnResult
{
    QString sessionId;
    Reply reply; ///< of a repeated key the saved one
    QByteArray json; ///< the answer of POST /chat
};

/// Progress of a turn, for event streams. Called in the agent's thread.
class TurnObserver
{
public:
    virtual ~TurnObserver() = default;
    virtual void toolStarted(const QString &name) = 0;
    virtual void toolFinished(const QString &name, bool succeeded) = 0;
    /// The next piece of the words, as the model says them; never a claim of what no tool did. The reply may differ.
    virtual void words(const QString &piece) = 0;
    /// Whether anybody is told words as they come; else only the reply is held against the facts.
    [[nodiscard]] virtual bool hearsWords() const { return true; }
    /// The words told so far do not count: others follow.
    virtual void restarted() = 0;
};

/// Holds the conversation: loads it, asks the model, runs the tools it asks for, saves. It only sequences.
class Agent
{
public:
    struct Options
    {
        int maximumRounds = 6;
        std::chrono::milliseconds deadline{20000};
        bool mailReachesPeople = false;
    };
    /// Everything referred to outlives the agent.
    Agent(Options options, Conversations &conversations, BookingService &booking, Calendar &calendar, ChatModel &model,
          const Clock &clock);
    ~Agent();

    /// Messages to one session are answered in the order they came. Errors: NotFound (the session is unknown, expired
    /// or somebody else's), InvalidInput (the Idempotency-Key was used with another message), Conflict (that key is
    /// being answered, or the session was not free within the deadline), Unavailable (the store, or no model answers),
    /// Timeout, Cancelled. Nothing is saved then, so the message may be sent again; with its key nothing is booked
    /// twice. Without a session id a repeat with the same key and message continues the talk of the first.
    /// @p observer may be null and outlives the task.
    [[nodiscard]] QCoro::Task<Result<TurnResult>> respond(Turn turn, std::stop_token stop,
                                                          TurnObserver *observer = nullptr);

    struct Private;

private:
    std::shared_ptr<Private> d; ///< a turn under way keeps it
};

} // namespace ChatCal
