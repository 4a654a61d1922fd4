// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redisconnection.h"

#include "core/store/logging.h"
#include "core/store/redis/redisscripts.h"

#include <QPointer>
#include <QVersionNumber>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::steady_clock;

constexpr auto retryAfter = std::chrono::seconds(1);
constexpr qsizetype readSize = 16384;
constexpr qsizetype mostKept = 1024 * 1024; // of the room for outgoing bytes

Error unavailable(const QString &detail)
{
    return {ErrorCode::Unavailable, detail, retryAfter, {}};
}

// One line of what INFO answers.
QByteArrayView field(QByteArrayView information, QByteArrayView name)
{
    qsizetype start = 0;
    while (start < information.size()) {
        qsizetype end = information.indexOf("\r\n", start);
        if (end < 0)
            end = information.size();
        const QByteArrayView line = information.sliced(start, end - start);
        if (line.size() > name.size() && line.startsWith(name) && line.at(name.size()) == ':')
            return line.sliced(name.size() + 1);
        start = end + 2;
    }
    return {};
}

bool isLoginTrouble(QByteArrayView line)
{
    return line.startsWith("WRONGPASS") || line.startsWith("NOAUTH") || line.startsWith("NOPERM");
}

} // namespace

RedisConnection::RedisConnection(const RedisOptions &options, RedisAddress address, Purpose purpose, QByteArray channel,
                                 QObject *parent)
    : QObject(parent),
      m_options(options),
      m_address(std::move(address)),
      m_purpose(purpose),
      m_channel(std::move(channel))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { end(unavailable(u"no connection to the store: no answer in time"_s), false); });
    connect(&m_socket, &RedisSocket::opened, this, &RedisConnection::greet);
    connect(&m_socket, &RedisSocket::readyRead, this, &RedisConnection::read);
    connect(&m_socket, &RedisSocket::failed, this,
            [this](const QString &detail, bool isLasting) { end(unavailable(detail), isLasting); });
    // Not from here: a refusal at once would reach nobody.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_patience.start(m_options.connectTimeout);
            m_socket.open(m_options, m_address);
        },
        Qt::QueuedConnection);
}

RedisConnection::~RedisConnection()
{
    m_isOver = true;
    m_socket.close();
}

void RedisConnection::greet()
{
    const bool toSentinel = m_purpose == Purpose::SentinelQuestion;
    const Secret &password = toSentinel ? m_options.sentinelPassword : m_options.password;
    if (!password.isEmpty() && !toSentinel && !m_options.user.isEmpty())
        say({"AUTH", m_options.user.toUtf8(), password.reveal()}, Step::Login);
    else if (!password.isEmpty())
        say({"AUTH", password.reveal()}, Step::Login);
    if (!toSentinel && m_options.database != 0)
        say({"SELECT", QByteArray::number(m_options.database)}, Step::Database);
    say({"CLIENT", "SETNAME", "chatcal"}, Step::Ignored);
    if (m_purpose == Purpose::Commands) {
        say({"INFO"}, Step::Information);
        for (const RedisScript *script : allRedisScripts())
            say({"SCRIPT", "LOAD", script->text}, Step::Script);
    }
    if (m_purpose == Purpose::Feed)
        say({"SUBSCRIBE", m_channel}, Step::Subscription);
}

void RedisConnection::say(const std::vector<QByteArrayView> &arguments, Step step)
{
    m_awaited.push_back({step, nullptr});
    write(redisCommand(arguments));
}

void RedisConnection::send(RedisCallPtr call)
{
    Q_ASSERT(m_isReady);
    if (call->asking)
        say({"ASKING"}, Step::Ignored);
    call->isSent = true;
    call->sentAt = steady_clock::now();
    write(call->wire);
    m_awaited.push_back({Step::Call, std::move(call)});
}

void RedisConnection::load(const RedisScript &script)
{
    say({"SCRIPT", "LOAD", script.text}, Step::Ignored);
}

void RedisConnection::probe()
{
    write(redisCommand({"PING"}));
}

void RedisConnection::write(QByteArrayView bytes)
{
    m_out.append(bytes);
    if (m_isFlushing)
        return;
    m_isFlushing = true;
    QMetaObject::invokeMethod(this, &RedisConnection::flush, Qt::QueuedConnection);
}

void RedisConnection::flush()
{
    m_isFlushing = false;
    m_socket.write(m_out);
    if (m_out.capacity() > mostKept)
        m_out = QByteArray();
    else
        m_out.resize(0); // keeps the room
}

void RedisConnection::read()
{
    std::array<char, readSize> buffer;
    for (;;) {
        const qint64 size = m_socket.read(buffer.data(), buffer.size());
        if (size <= 0)
            break;
        m_reader.feed({buffer.data(), static_cast<qsizetype>(size)});
    }
    m_lastHeard = steady_clock::now();
    while (!m_isOver) {
        auto reply = m_reader.next();
        if (!reply) {
            end(unavailable(reply.error().detail), false);
            return;
        }
        if (!*reply)
            return;
        take(std::move(*reply));
    }
}

void RedisConnection::take(RedisReply reply)
{
    if (m_isSubscribed) {
        takeMessage(*reply);
        return;
    }
    if (m_awaited.empty()) {
        end(unavailable(u"the store answered what nobody asked"_s), false);
        return;
    }
    const Awaited awaited = std::move(m_awaited.front());
    m_awaited.pop_front();
    if (awaited.step == Step::Call) {
        awaited.call->isSent = false;
        onReply(awaited.call, std::move(reply));
        return;
    }
    takeGreeting(awaited.step, *reply);
    if (!m_isReady && !m_isOver && m_awaited.empty()) {
        m_patience.stop();
        m_isReady = true;
        Q_EMIT ready();
    }
}

void RedisConnection::takeMessage(const redisReply &reply)
{
    const auto parts = elementsOf(reply);
    if (parts.size() == 3 && textOf(*parts[0]) == "message" && onMessage)
        onMessage(textOf(*parts[2]));
}

void RedisConnection::takeGreeting(Step step, const redisReply &reply)
{
    const QByteArrayView text = textOf(reply);
    if (!isError(reply)) {
        if (step == Step::Information)
            checkInformation(text);
        m_isSubscribed = m_isSubscribed || step == Step::Subscription;
        return;
    }
    const bool isLasting = isLoginTrouble(text);
    switch (step) {
    case Step::Login:
        end(unavailable(u"the store refuses the password"_s), true);
        break;
    case Step::Database:
        end(isLasting || isPassing(text) ? redisError(text) : unavailable(u"the store has no such database"_s),
            !isPassing(text));
        break;
    case Step::Information:
        // A user may lack the permission to ask; then nothing is checked.
        if (!text.startsWith("NOPERM"))
            end(redisError(text), isLasting);
        break;
    case Step::Script:
    case Step::Subscription:
        end(redisError(text), isLasting);
        break;
    case Step::Call:
    case Step::Ignored:
        break;
    }
}

void RedisConnection::checkInformation(QByteArrayView text)
{
    const auto version = QVersionNumber::fromString(QLatin1StringView(field(text, "redis_version")));
    if (!version.isNull() && version < QVersionNumber(6, 2)) {
        end(unavailable(u"the store is Redis %1; at least 6.2 is needed"_s.arg(version.toString())), true);
        return;
    }
    if (field(text, "role") == "slave") {
        end(unavailable(u"the store is a replica and cannot be written"_s), false);
        return;
    }
    static bool isAdvised = false; // once is enough
    if (std::exchange(isAdvised, true))
        return;
    if (const auto policy = field(text, "maxmemory_policy"); !policy.isEmpty() && policy != "noeviction")
        qCWarning(lcStore) << "Redis may throw data away when its memory is full: set maxmemory-policy to noeviction";
    if (field(text, "aof_enabled") == "0")
        qCWarning(lcStore) << "Redis keeps no append-only file, so its crash loses what was last written: set"
                           << "appendonly to yes and appendfsync to always";
}

std::deque<RedisCallPtr> RedisConnection::takeUnanswered()
{
    std::deque<RedisCallPtr> calls;
    for (Awaited &awaited : m_awaited) {
        if (awaited.step == Step::Call)
            calls.push_back(std::move(awaited.call));
    }
    m_awaited.clear();
    return calls;
}

void RedisConnection::endIfSilentSince(steady_clock::time_point since)
{
    if (!m_isReady || m_awaited.empty())
        return;
    const RedisCallPtr &oldest = m_awaited.front().call;
    if (oldest && oldest->sentAt < since && m_lastHeard < since)
        end(unavailable(u"the store does not answer"_s), false);
}

void RedisConnection::retire()
{
    m_isOver = true;
    m_isReady = false;
    m_socket.close();
    m_patience.stop();
    deleteLater();
}

void RedisConnection::end(const Error &why, bool isLasting)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_isReady = false;
    m_socket.close();
    m_patience.stop();
    Q_EMIT lost(why, isLasting);
}

} // namespace ChatCal
