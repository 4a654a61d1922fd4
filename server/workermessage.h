// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace ChatCal {

/// What a worker and its parent tell each other over the worker's stdin and stdout: a line "NAME LENGTH", then so many
/// bytes.
struct WorkerMessage
{
    QByteArray name; ///< one word
    QByteArray body;

    [[nodiscard]] QByteArray framed() const;

    // From the worker.
    static constexpr auto ready = "ready"; ///< it serves
    static constexpr auto metrics = "metrics"; ///< its own, now and then, and at its end
    // Both ways.
    static constexpr auto total = "total"; ///< its own and the wish for those of all workers; then these
};

/// Puts messages together from what a pipe gives.
class WorkerMessages
{
public:
    void feed(const QByteArray &bytes) { m_bytes += bytes; }
    [[nodiscard]] std::optional<WorkerMessage> next();
    /// The other end wrote something else.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

private:
    QByteArray m_bytes;
    bool m_isBroken = false;
};

} // namespace ChatCal
