// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/store.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

namespace ChatCal {

/// Renews a lease again and again while it lives, so that leases can be short: one left by a crash soon runs out, also
/// where the store cannot notice that the process is gone. Stops when the lease is lost. Giving it back is the
/// holder's.
class LeaseKeeper
{
public:
    /// @p timeToLive as the lease was acquired with. Kept for @p longest: what is held beyond was forgotten.
    LeaseKeeper(Store &store, Lease lease, std::chrono::milliseconds timeToLive, std::chrono::milliseconds longest);
    Q_DISABLE_COPY_MOVE(LeaseKeeper)

private:
    void renew();

    QPointer<Store> m_store;
    Lease m_lease;
    std::chrono::milliseconds m_timeToLive;
    std::chrono::milliseconds m_longest;
    QElapsedTimer m_age;
    QTimer m_timer;
};

} // namespace ChatCal
