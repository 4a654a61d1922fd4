// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redisnode.h"

#include "core/store/logging.h"
#include "core/store/redis/redisscripts.h"

#include <utility>

namespace ChatCal {

using std::chrono::steady_clock;

RedisNode::RedisNode(const RedisOptions &options, RedisAddress address, QObject *parent)
    : QObject(parent),
      m_options(options),
      m_address(std::move(address)),
      m_downSince(steady_clock::now()),
      m_backoff(options.longestPause)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &RedisNode::open);
    open();
}

void RedisNode::open()
{
    m_connection = new RedisConnection(m_options, m_address, RedisConnection::Purpose::Commands, {}, this);
    m_connection->onReply = [this](const RedisCallPtr &call, RedisReply reply) {
        // Not before: one that greets and then falls again and again must not be called in a tight loop.
        if (!isError(*reply))
            m_backoff.reset();
        onReply(call, std::move(reply));
    };
    connect(m_connection, &RedisConnection::ready, this, &RedisNode::connectionReady);
    connect(m_connection, &RedisConnection::lost, this, &RedisNode::connectionLost);
}

bool RedisNode::isHopeless() const
{
    return !isUp() && m_trouble && (m_isLasting || steady_clock::now() - m_downSince > m_options.deadline);
}

void RedisNode::submit(RedisCallPtr call)
{
    if (isUp())
        m_connection->send(std::move(call));
    else
        m_waiting.push_back(std::move(call));
}

void RedisNode::submitWithScript(const RedisCallPtr &call)
{
    m_connection->load(*call->script);
    m_connection->send(call);
}

std::deque<RedisCallPtr> RedisNode::takeWaiting()
{
    return std::exchange(m_waiting, {});
}

void RedisNode::endIfSilentSince(steady_clock::time_point since)
{
    const bool wasUp = isUp();
    if (m_connection)
        m_connection->endIfSilentSince(since);
    // Its silence was the wait already: whoever comes next must not wait for it once more.
    if (wasUp && !isUp())
        m_downSince = since;
}

void RedisNode::reconnect(const Error &why)
{
    if (m_connection)
        m_connection->end(why, false);
}

void RedisNode::connectionReady()
{
    if (m_trouble)
        qCInfo(lcStore) << "Redis is back";
    m_trouble.reset();
    m_isLasting = false;
    for (RedisCallPtr &call : takeWaiting()) {
        if (!call->isAnswered)
            m_connection->send(std::move(call));
    }
    Q_EMIT wentUp();
}

void RedisNode::connectionLost(const Error &why, bool isLasting)
{
    if (!m_trouble) {
        m_downSince = steady_clock::now();
        qCWarning(lcStore) << "Redis is out of reach, trying again until it is back:" << why.detail;
    }
    m_trouble = why;
    m_isLasting = isLasting;
    const auto unanswered = m_connection->takeUnanswered();
    m_connection->retire();
    m_connection = nullptr;
    m_pause.start(m_backoff.next());
    Q_EMIT wentDown(unanswered);
}

} // namespace ChatCal
