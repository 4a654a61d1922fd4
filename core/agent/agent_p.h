// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/agent.h"
#include "core/agent/keptleases.h"
#include "core/agent/toolbox.h"
#include "core/agent/turnqueue.h"
#include "core/agent/turnstate.h"

#include <QDeadlineTimer>
#include <QSet>

namespace ChatCal {

/// Shared with the turns under way, which may outlive the agent: once isStopping() they touch nothing else.
struct Agent::Private
{
    Private(Options wished, Conversations &talks, BookingService &bookings, Calendar &events, ChatModel &speaker,
            const Clock &watch)
        : options(wished),
          conversations(talks),
          booking(bookings),
          model(speaker),
          clock(watch),
          toolbox(bookings, events),
          keptLeases(talks)
    {
    }

    Options options;
    Conversations &conversations;
    BookingService &booking;
    ChatModel &model;
    const Clock &clock;
    Toolbox toolbox;
    KeptLeases keptLeases;
    TurnQueue queue;
    QSet<QString> inFlight;
    std::stop_source stopping;

    [[nodiscard]] bool isStopping() const { return stopping.stop_requested(); }

    struct Locked
    {
        TurnResult result;
        bool isRepeat = false; ///< nothing was saved, the lease is still held
    };
    [[nodiscard]] static QCoro::Task<Result<Locked>> answerLocked(std::shared_ptr<Private> d, Turn turn,
                                                                  QString sessionId, bool mayBeNew,
                                                                  Conversations::Locked locked, QDeadlineTimer deadline,
                                                                  std::stop_token stop, TurnObserver *observer);

    // rounds.cpp
    /// Asks the model and runs its tools until it answers in words. When the model fails after a tool changed
    /// something, the words say what was done; else Unavailable.
    [[nodiscard]] static QCoro::Task<Result<ModelReply>> think(std::shared_ptr<Private> d,
                                                               std::shared_ptr<TurnState> state);
    [[nodiscard]] ModelRequest requestFor(const TurnState &state) const;
    /// Held against the facts, rendered, with the cards.
    [[nodiscard]] Reply replyFrom(const ModelReply &said, const TurnState &state) const;
};

} // namespace ChatCal
