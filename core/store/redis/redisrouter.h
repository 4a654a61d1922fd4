// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/redis/redisnode.h"
#include "core/store/redis/redistopology.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <coroutine>
#include <deque>
#include <list>
#include <memory>
#include <vector>

namespace ChatCal {

/// Brings each call to the server it concerns, follows redirections, tries again what may be tried again, and sees to
/// it that each call is answered within its deadline: Unavailable when it was certainly not done, Timeout when that
/// is in doubt, Cancelled when the router goes.
class RedisRouter final : public QObject
{
    Q_OBJECT
public:
    /// @p options must outlive it.
    explicit RedisRouter(const RedisOptions &options);
    /// Resumes all that wait.
    ~RedisRouter() override;

    [[nodiscard]] RedisTopology &topology() const { return *m_topology; }
    /// Why calls are not answered; nothing when they are, or none was tried yet.
    [[nodiscard]] std::optional<Error> trouble() const;

    /// `co_await router.answer(call)`: goes on once call->result is set, from the event loop.
    [[nodiscard]] auto answer(const RedisCallPtr &call)
    {
        struct Answering
        {
            RedisRouter *router;
            RedisCallPtr call;
            [[nodiscard]] bool await_ready() const { return false; }
            void await_suspend(std::coroutine_handle<> waiting) const
            {
                call->waiting = waiting;
                router->submit(call);
            }
            void await_resume() const { }
        };
        return Answering{this, call};
    }

private:
    void submit(const RedisCallPtr &call);
    void dispatch(const RedisCallPtr &call);
    void later(const RedisCallPtr &call, const Error &why);
    void dispatchLater();
    void topologyChanged();
    [[nodiscard]] RedisNode *nodeAt(const RedisAddress &address);
    void nodeWentDown(RedisNode *node, const std::deque<RedisCallPtr> &unanswered);
    void replied(RedisNode *node, const RedisCallPtr &call, RedisReply reply);
    [[nodiscard]] bool redirect(const RedisNode &from, const RedisCallPtr &call, QByteArrayView line);

    void finish(const RedisCallPtr &call, Result<RedisReply> result);
    void giveUp(const RedisCallPtr &call, const Error &why);
    void resumeDone();
    void resume(const RedisCallPtr &call);
    void giveUpLate();

    const RedisOptions &m_options;
    std::unique_ptr<RedisTopology> m_topology;
    QHash<RedisAddress, RedisNode *> m_nodes; ///< children
    std::vector<RedisCallPtr> m_later; ///< to be dispatched again in a moment, or when the topology is known
    QTimer m_laterTimer;
    std::list<RedisCallPtr> m_pending; ///< all that are not resumed yet, the oldest first
    QTimer m_lateCheck; ///< runs only while somebody waits
    std::vector<RedisCallPtr> m_done; ///< to be resumed
};

} // namespace ChatCal
