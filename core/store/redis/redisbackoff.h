// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>

namespace ChatCal {

/// Growing pauses between tries, jittered so that many processes do not come back in step.
class RedisBackoff
{
public:
    explicit RedisBackoff(std::chrono::milliseconds longest) : m_longest(longest) { }

    void reset() { m_next = first; }
    /// Between half and the whole of a pause that doubles each time.
    [[nodiscard]] std::chrono::milliseconds next()
    {
        const auto pause = std::min(m_next, m_longest);
        m_next = std::min(m_next * 2, m_longest);
        return pause / 2
            + std::chrono::milliseconds(QRandomGenerator::global()->bounded(qint64{pause.count()} / 2 + 1));
    }

private:
    static constexpr std::chrono::milliseconds first{50};
    std::chrono::milliseconds m_longest;
    std::chrono::milliseconds m_next = first;
};

} // namespace ChatCal
