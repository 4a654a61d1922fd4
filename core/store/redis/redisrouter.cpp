// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redisrouter.h"

#include "core/store/logging.h"

#include <QPointer>
#include <QThread>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds shortPause{20}; // before "not now" is tried again
constexpr int mostDetours = 16;

Error unavailable(const QString &detail)
{
    return {ErrorCode::Unavailable, detail, std::chrono::seconds(1), {}};
}

} // namespace

RedisRouter::RedisRouter(const RedisOptions &options) : m_options(options), m_topology(RedisTopology::make(options))
{
    connect(m_topology.get(), &RedisTopology::changed, this, &RedisRouter::topologyChanged);
    m_laterTimer.setSingleShot(true);
    m_laterTimer.setInterval(shortPause);
    connect(&m_laterTimer, &QTimer::timeout, this, &RedisRouter::dispatchLater);
    m_lateCheck.setInterval(std::max(m_options.deadline / 20, milliseconds(1)));
    connect(&m_lateCheck, &QTimer::timeout, this, &RedisRouter::giveUpLate);
    // In the background from now on, so that the first call finds a connection.
    topologyChanged();
}

RedisRouter::~RedisRouter()
{
    for (RedisNode *node : std::as_const(m_nodes))
        node->disconnect(this);
    while (!m_pending.empty()) {
        const RedisCallPtr call = m_pending.front();
        if (!std::exchange(call->isAnswered, true))
            call->result = failure(ErrorCode::Cancelled, u"the store is gone"_s);
        resume(call);
    }
}

std::optional<Error> RedisRouter::trouble() const
{
    if (const auto why = m_topology->trouble())
        return why;
    for (const RedisNode *node : m_nodes) {
        if (node->trouble())
            return node->trouble();
    }
    return std::nullopt;
}

void RedisRouter::submit(const RedisCallPtr &call)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (call->deadline == steady_clock::time_point())
        call->deadline = steady_clock::now() + m_options.deadline;
    call->place = m_pending.insert(m_pending.end(), call);
    if (!m_lateCheck.isActive())
        m_lateCheck.start();
    dispatch(call);
}

void RedisRouter::dispatch(const RedisCallPtr &call)
{
    const auto server = call->redirectedTo ? std::exchange(call->redirectedTo, {}) : m_topology->serverFor(call->slot);
    if (!server) {
        const Error why = m_topology->trouble().value_or(unavailable(u"no server of the store is known yet"_s));
        if (m_topology->isHopeless())
            giveUp(call, why);
        else
            later(call, why);
        return;
    }
    RedisNode *node = nodeAt(*server);
    if (node->isHopeless())
        giveUp(call, *node->trouble());
    else
        node->submit(call);
}

void RedisRouter::later(const RedisCallPtr &call, const Error &why)
{
    call->lastTrouble = why;
    m_later.push_back(call);
    if (!m_laterTimer.isActive())
        m_laterTimer.start();
}

void RedisRouter::dispatchLater()
{
    const auto calls = std::exchange(m_later, {});
    for (const RedisCallPtr &call : calls) {
        if (!call->isAnswered)
            dispatch(call);
    }
}

RedisNode *RedisRouter::nodeAt(const RedisAddress &address)
{
    RedisNode *&node = m_nodes[address];
    if (!node) {
        node = new RedisNode(m_options, address, this);
        node->onReply = [this, known = node](const RedisCallPtr &call, RedisReply reply) {
            replied(known, call, std::move(reply));
        };
        connect(node, &RedisNode::wentDown, this,
                [this, known = node](const std::deque<RedisCallPtr> &unanswered) { nodeWentDown(known, unanswered); });
    }
    return node;
}

void RedisRouter::topologyChanged()
{
    const auto servers = m_topology->servers();
    std::deque<RedisCallPtr> homeless;
    for (auto it = m_nodes.begin(); it != m_nodes.end();) {
        RedisNode *node = *it;
        if (!node->isUp())
            std::ranges::move(node->takeWaiting(), std::back_inserter(homeless));
        if (servers.contains(node->address())) {
            ++it;
            continue;
        }
        node->reconnect(unavailable(u"the store has moved"_s));
        node->disconnect(this);
        node->deleteLater();
        it = m_nodes.erase(it);
    }
    for (const RedisAddress &server : servers)
        static_cast<void>(nodeAt(server));
    for (const RedisCallPtr &call : homeless)
        dispatch(call);
    dispatchLater();
}

void RedisRouter::nodeWentDown(RedisNode *node, const std::deque<RedisCallPtr> &unanswered)
{
    m_topology->refresh();
    const Error why = *node->trouble();
    for (const RedisCallPtr &call : unanswered) {
        call->isSent = false;
        call->asking = false;
        if (call->isAnswered)
            continue;
        call->isDoubtful = call->effect != RedisCall::Effect::None;
        if (call->effect == RedisCall::Effect::Once)
            giveUp(call, why);
        else
            later(call, why);
    }
    if (!node->isHopeless())
        return;
    for (const RedisCallPtr &call : node->takeWaiting())
        giveUp(call, why);
}

void RedisRouter::replied(RedisNode *node, const RedisCallPtr &call, RedisReply reply)
{
    if (call->isAnswered)
        return;
    call->asking = false;
    if (!isError(*reply)) {
        finish(call, std::move(reply));
        return;
    }
    const QByteArrayView line = textOf(*reply);
    if (line.startsWith("NOSCRIPT") && call->script && ++call->detours < mostDetours) {
        node->submitWithScript(call);
    } else if (line.startsWith("READONLY")) {
        // Demoted behind our back. The way there may now lead to its successor.
        node->reconnect(redisError(line));
        later(call, redisError(line));
    } else if (isPassing(line)) {
        if (!line.startsWith("BUSY"))
            m_topology->refresh();
        later(call, redisError(line));
    } else if (!redirect(*node, call, line)) {
        finish(call, tl::unexpected(redisError(line)));
    }
}

bool RedisRouter::redirect(const RedisNode &from, const RedisCallPtr &call, QByteArrayView line)
{
    // "MOVED 3999 127.0.0.1:6381" or "ASK …"; without a host it is the one that says so.
    const auto words = line.toByteArray().split(' ');
    const bool hasMoved = words.first() == "MOVED";
    if (m_options.kind != RedisOptions::Kind::Cluster || words.size() != 3 || (!hasMoved && words.first() != "ASK"))
        return false;
    const qsizetype colon = words.at(2).lastIndexOf(':');
    const ushort port = words.at(2).sliced(colon + 1).toUShort();
    if (colon < 0 || port == 0)
        return false;
    const RedisAddress to{colon == 0 ? from.address().host : QString::fromUtf8(words.at(2).first(colon)), port, {}};
    if (hasMoved)
        m_topology->slotMoved(call->slot, to);
    if (hasMoved && ++call->detours >= mostDetours) {
        later(call, unavailable(u"the store's nodes disagree about who serves the data"_s));
        return true;
    }
    call->redirectedTo = to;
    call->asking = !hasMoved;
    dispatch(call);
    return true;
}

void RedisRouter::finish(const RedisCallPtr &call, Result<RedisReply> result)
{
    if (call->isAnswered)
        return;
    call->isAnswered = true;
    call->result = std::move(result);
    m_done.push_back(call);
    // From the event loop: whoever goes on may delete the store, and this connection with it.
    if (m_done.size() == 1)
        QMetaObject::invokeMethod(this, &RedisRouter::resumeDone, Qt::QueuedConnection);
}

void RedisRouter::giveUp(const RedisCallPtr &call, const Error &why)
{
    // Of a read nobody doubts whether it was done: what kept it is the better answer, also while it is on its way
    // again.
    const bool isKnown = call->effect == RedisCall::Effect::None && call->lastTrouble;
    if (call->isSent && !isKnown)
        finish(call, failure(ErrorCode::Timeout, u"the store did not answer in time"_s));
    else if (call->isDoubtful)
        finish(call, failure(ErrorCode::Timeout, why.detail));
    else
        finish(call, tl::unexpected(why));
}

void RedisRouter::resumeDone()
{
    const auto done = std::exchange(m_done, {});
    const QPointer<RedisRouter> self(this);
    for (const RedisCallPtr &call : done) {
        resume(call);
        if (!self)
            return; // and whoever else was to be resumed has been
    }
}

void RedisRouter::resume(const RedisCallPtr &call)
{
    m_pending.erase(call->place);
    std::exchange(call->waiting, {}).resume();
}

void RedisRouter::giveUpLate()
{
    const auto now = steady_clock::now();
    const Error outOfReach = trouble().value_or(unavailable(u"no connection to the store yet"_s));
    for (const RedisCallPtr &call : m_pending) {
        if (call->deadline <= now && !call->isAnswered)
            giveUp(call, call->lastTrouble.value_or(outOfReach));
    }
    for (RedisNode *node : std::as_const(m_nodes))
        node->endIfSilentSince(now - m_options.deadline);
    if (m_pending.empty())
        m_lateCheck.stop();
}

} // namespace ChatCal
