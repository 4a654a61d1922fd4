// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redislookout.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds patienceWithOne{700}; // one that is dead must leave time for the next within a call's deadline
constexpr milliseconds shortestRound{100};

} // namespace

RedisLookout::RedisLookout(const RedisOptions &options, RedisConnection::Purpose purpose, QByteArray question)
    : m_options(options), m_purpose(purpose), m_question(std::move(question)), m_backoff(options.longestPause)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceWithOne);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        tryNext(
            {ErrorCode::Unavailable, u"no connection to the store: no answer in time"_s, std::chrono::seconds(1), {}},
            false);
    });
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &RedisLookout::look);
    m_pause.start(0);
}

bool RedisLookout::isHopeless() const
{
    return trouble() && (m_isLasting || steady_clock::now() - m_begin > m_options.deadline);
}

std::optional<Error> RedisLookout::trouble() const
{
    return servers().isEmpty() ? m_trouble : std::nullopt;
}

void RedisLookout::refresh()
{
    if (m_connection || m_pause.isActive())
        return;
    const auto since = std::chrono::duration_cast<milliseconds>(steady_clock::now() - m_lastRound);
    m_pause.start(since < shortestRound ? shortestRound - since : milliseconds(0));
}

void RedisLookout::look()
{
    m_lastRound = steady_clock::now();
    m_left = knowing();
    askNext();
}

void RedisLookout::askNext()
{
    if (m_left.isEmpty()) {
        m_pause.start(m_backoff.next());
        Q_EMIT changed();
        return;
    }
    m_asked = m_left.takeFirst();
    m_connection = new RedisConnection(m_options, m_asked, m_purpose, {}, this);
    m_connection->onReply = [this](const RedisCallPtr &, RedisReply reply) { answered(*reply); };
    connect(m_connection, &RedisConnection::ready, this, [this] {
        const auto call = std::make_shared<RedisCall>();
        call->wire = m_question;
        m_connection->send(call);
    });
    connect(m_connection, &RedisConnection::lost, this, &RedisLookout::tryNext);
    m_patience.start();
}

void RedisLookout::tryNext(const Error &why, bool isLasting)
{
    m_trouble = why;
    m_isLasting = isLasting;
    dropConnection();
    askNext();
}

void RedisLookout::answered(const redisReply &reply)
{
    if (isError(reply)) {
        Error why = redisError(textOf(reply));
        if (why.code == ErrorCode::Internal) // it does not know the question
            why = {ErrorCode::Unavailable, misfit(), std::chrono::seconds(1), {}};
        tryNext(why, false);
        return;
    }
    if (const auto learned = learn(m_asked, reply); !learned) {
        tryNext(learned.error(), false);
        return;
    }
    m_trouble.reset();
    m_backoff.reset();
    dropConnection();
    Q_EMIT changed();
}

void RedisLookout::dropConnection()
{
    m_patience.stop();
    m_connection->retire();
    m_connection = nullptr;
}

} // namespace ChatCal
