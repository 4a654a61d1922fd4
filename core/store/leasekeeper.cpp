// SPDX-License-Identifier: Apache-2.0
#include "core/store/leasekeeper.h"

#include <QCoroTask>

namespace ChatCal {

LeaseKeeper::LeaseKeeper(Store &store, Lease lease, std::chrono::milliseconds timeToLive,
                         std::chrono::milliseconds longest)
    : m_store(&store), m_lease(std::move(lease)), m_timeToLive(timeToLive), m_longest(longest)
{
    m_age.start();
    m_timer.callOnTimeout(&m_timer, [this] { renew(); });
    m_timer.start(timeToLive / 3);
}

void LeaseKeeper::renew()
{
    if (!m_store || m_age.hasExpired(m_longest.count())) {
        m_timer.stop();
        return;
    }
    QCoro::connect(m_store->renew(m_lease, m_timeToLive), &m_timer, [this](const Result<void> &renewed) {
        if (!renewed && renewed.error().code == ErrorCode::Conflict)
            m_timer.stop();
    });
}

} // namespace ChatCal
