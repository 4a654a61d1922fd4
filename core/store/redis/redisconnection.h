// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/redis/rediscall.h"
#include "core/store/redis/redissocket.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace ChatCal {

/// One connection to one server: logs in, says what is wrong with the server, then carries commands and their replies
/// in order. Commands given in one pass of the event loop leave in one write. One use: after lost() it is finished.
class RedisConnection final : public QObject
{
    Q_OBJECT
public:
    enum class Purpose {
        Commands, ///< loads the scripts; the server must be a master of a version we know
        Feed, ///< subscribes to the channel
        Question, ///< to a node of a cluster: logs in and no more
        SentinelQuestion
    };

    /// Begins to connect from the event loop. @p channel: with Purpose::Feed.
    RedisConnection(const RedisOptions &options, RedisAddress address, Purpose purpose, QByteArray channel = {},
                    QObject *parent = nullptr);
    ~RedisConnection() override;

    [[nodiscard]] bool isReady() const { return m_isReady; }
    /// Only while isReady().
    void send(RedisCallPtr call);
    /// Makes @p script known to the server before what is sent next.
    void load(const RedisScript &script);
    /// Feed connections only: asks for a sign of life.
    void probe();
    [[nodiscard]] bool hasHeardSince(std::chrono::steady_clock::time_point since) const { return m_lastHeard >= since; }
    /// The calls that were sent and not answered, to be taken once after lost().
    [[nodiscard]] std::deque<RedisCallPtr> takeUnanswered();
    /// Ends the connection when its oldest call waits since before @p since and nothing was heard after that.
    void endIfSilentSince(std::chrono::steady_clock::time_point since);
    /// Closes without a signal and deletes itself from the event loop.
    void retire();
    /// Closes and tells lost().
    void end(const Error &why, bool isLasting);

    /// Called with each reply; for a feed with each message's payload and no call.
    std::function<void(const RedisCallPtr &call, RedisReply reply)> onReply;
    std::function<void(QByteArrayView message)> onMessage;

Q_SIGNALS:
    void ready();
    /// @p isLasting: trying again soon will not help, as with a wrong password.
    void lost(const ChatCal::Error &why, bool isLasting);

private:
    enum class Step { Call, Login, Database, Information, Script, Subscription, Ignored };
    struct Awaited
    {
        Step step = Step::Call;
        RedisCallPtr call;
    };

    void greet();
    void say(const std::vector<QByteArrayView> &arguments, Step step);
    void write(QByteArrayView bytes);
    void flush();
    void read();
    void take(RedisReply reply);
    void takeMessage(const redisReply &reply);
    void takeGreeting(Step step, const redisReply &reply);
    void checkInformation(QByteArrayView text);

    const RedisOptions m_options;
    const RedisAddress m_address;
    const Purpose m_purpose;
    const QByteArray m_channel;
    RedisSocket m_socket;
    RedisReplyReader m_reader;
    QTimer m_patience; ///< until ready
    QByteArray m_out;
    bool m_isFlushing = false;
    std::deque<Awaited> m_awaited;
    std::chrono::steady_clock::time_point m_lastHeard;
    bool m_isReady = false;
    bool m_isSubscribed = false;
    bool m_isOver = false;
};

} // namespace ChatCal
