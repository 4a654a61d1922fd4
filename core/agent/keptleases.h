// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/conversation.h"

#include <QTimer>

#include <chrono>
#include <list>

namespace ChatCal {

/// Keeps the leases of turns while a slow model thinks. One timer for all of them, so that a quick turn costs none.
class KeptLeases
{
    struct Kept
    {
        Lease lease;
        std::chrono::steady_clock::time_point since; ///< taken or renewed
    };

public:
    /// @p conversations must live until stop() or the end of this.
    explicit KeptLeases(const Conversations &conversations);

    /// Keeps a lease as long as it lives; @p leases outlives it.
    class Hold
    {
    public:
        Hold(KeptLeases &leases, const Lease &lease);
        ~Hold();
        Q_DISABLE_COPY_MOVE(Hold)

    private:
        KeptLeases &m_leases;
        std::list<Kept>::iterator m_place;
    };

    /// Nothing is renewed from now on.
    void stop();

private:
    void renew();

    const Conversations &m_conversations;
    std::list<Kept> m_kept;
    QTimer m_timer; ///< runs while something is kept
    bool m_isStopped = false;
};

} // namespace ChatCal
