// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/redis/redisbackoff.h"
#include "core/store/redis/redisconnection.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace ChatCal {

/// One server, to which it keeps a connection: made at once, and again after a pause whenever it was lost.
class RedisNode final : public QObject
{
    Q_OBJECT
public:
    /// @p options must outlive it.
    RedisNode(const RedisOptions &options, RedisAddress address, QObject *parent);

    [[nodiscard]] const RedisAddress &address() const { return m_address; }
    [[nodiscard]] bool isUp() const { return m_connection && m_connection->isReady(); }
    /// Why it is down; nothing while it is up or being reached for the first time.
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_trouble; }
    /// Down for so long, or for such a reason, that waiting for it is in vain.
    [[nodiscard]] bool isHopeless() const;

    /// Sends @p call, now or when the connection stands.
    void submit(RedisCallPtr call);
    /// Loads @p call's script first. Only while isUp().
    void submitWithScript(const RedisCallPtr &call);
    /// The calls that wait for the connection.
    [[nodiscard]] std::deque<RedisCallPtr> takeWaiting();
    /// Breaks a connection on which calls wait since before @p since and nothing was heard.
    void endIfSilentSince(std::chrono::steady_clock::time_point since);
    /// Breaks the connection, because what it answers shows that it is not what we need.
    void reconnect(const Error &why);

    std::function<void(const RedisCallPtr &call, RedisReply reply)> onReply;

Q_SIGNALS:
    void wentUp();
    /// @p unanswered were sent and perhaps done.
    void wentDown(const std::deque<ChatCal::RedisCallPtr> &unanswered);

private:
    void open();
    void connectionReady();
    void connectionLost(const Error &why, bool isLasting);

    const RedisOptions &m_options;
    const RedisAddress m_address;
    RedisConnection *m_connection = nullptr; ///< child
    std::deque<RedisCallPtr> m_waiting;
    std::optional<Error> m_trouble;
    bool m_isLasting = false; ///< the trouble
    std::chrono::steady_clock::time_point m_downSince;
    QTimer m_pause;
    RedisBackoff m_backoff;
};

} // namespace ChatCal
