// SPDX-License-Identifier: Apache-2.0
#include "core/agent/keptleases.h"

namespace ChatCal {

using std::chrono::steady_clock;

KeptLeases::KeptLeases(const Conversations &conversations) : m_conversations(conversations)
{
    // Each is renewed between a quarter and three eighths of its life after it was taken.
    m_timer.setInterval(std::chrono::milliseconds(Conversations::leaseTime) / 8);
    m_timer.callOnTimeout(&m_timer, [this] { renew(); });
}

KeptLeases::Hold::Hold(KeptLeases &leases, const Lease &lease)
    : m_leases(leases), m_place(leases.m_kept.insert(leases.m_kept.end(), Kept{lease, steady_clock::now()}))
{
    if (!leases.m_timer.isActive() && !leases.m_isStopped)
        leases.m_timer.start();
}

KeptLeases::Hold::~Hold()
{
    m_leases.m_kept.erase(m_place);
}

void KeptLeases::stop()
{
    m_isStopped = true;
    m_timer.stop();
}

void KeptLeases::renew()
{
    if (m_kept.empty()) {
        m_timer.stop(); // not with each turn's end: the next one is near
        return;
    }
    const auto now = steady_clock::now();
    QList<Lease> due;
    for (Kept &kept : m_kept) {
        if (now - kept.since < std::chrono::milliseconds(Conversations::leaseTime) / 4)
            continue;
        kept.since = now;
        due.append(kept.lease);
    }
    for (const Lease &lease : std::as_const(due))
        const auto renewal = m_conversations.keep(lease); // goes on by itself; a lease lost shows at the save
}

} // namespace ChatCal
