// SPDX-License-Identifier: Apache-2.0
#include "core/mail/outboxrecord.h"

#include "core/base/ids.h"
#include "core/base/json.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal::OutboxRecord {

namespace {

constexpr auto rememberSent = 24h * 30;

qint64 toNumber(Instant instant)
{
    return instant.time_since_epoch().count();
}

Instant toInstant(const QJsonValue &value)
{
    return Instant(std::chrono::milliseconds(value.toInteger()));
}

} // namespace

QString waitingIndex()
{
    return u"outbox"_s;
}

QString deadIndex()
{
    return u"outbox-dead"_s;
}

QString unknownIndex()
{
    return u"outbox-unknown"_s;
}

QString keyOf(const QString &messageId)
{
    return fingerprint(messageId.toUtf8()).left(40);
}

QString mailKey(const QString &key)
{
    return u"mail:"_s + key;
}

QString stateKey(const QString &key)
{
    return u"mail-state:"_s + key;
}

QString sentKey(const QString &key)
{
    return u"mail-sent:"_s + key;
}

QString deadKey(const QString &key)
{
    return u"mail-dead:"_s + key;
}

QByteArray toStored(const MailMessage &message, Instant queuedAt)
{
    return toJson({{"message_id"_L1, message.messageId},
                   {"from"_L1, message.from},
                   {"to"_L1, message.to},
                   {"queued_at"_L1, toNumber(queuedAt)},
                   {"data"_L1, QString::fromLatin1(message.data)}}); // byte for byte, whatever they are
}

Result<Waiting> read(const Document &mail, const std::optional<Document> &state)
{
    const auto body = parseJsonObject(mail.body);
    if (!body || !(*body)["data"_L1].isString() || !(*body)["message_id"_L1].isString())
        return failure(ErrorCode::Protocol, u"a waiting mail cannot be read"_s);
    Waiting waiting{{(*body)["message_id"_L1].toString(), (*body)["from"_L1].toString(), (*body)["to"_L1].toString(),
                     (*body)["data"_L1].toString().toLatin1()},
                    toInstant((*body)["queued_at"_L1]),
                    0,
                    false};
    if (state) {
        const auto attempts = parseJsonObject(state->body);
        if (!attempts)
            return failure(ErrorCode::Protocol, u"the state of a waiting mail cannot be read"_s);
        waiting.attempts = (*attempts)["attempts"_L1].toInt();
        waiting.outcomeUnknown = (*attempts)["outcome_unknown"_L1].toBool();
        waiting.queuedAt = std::min(waiting.queuedAt, toInstant((*attempts)["queued_at"_L1]));
    }
    return waiting;
}

void addForgotten(Batch &batch, const QString &key)
{
    batch.removes.append({mailKey(key), {}});
    batch.removes.append({stateKey(key), {}});
    batch.indexRemoves.append({waitingIndex(), key});
    batch.indexRemoves.append({unknownIndex(), key});
}

void addSent(Batch &batch, const QString &key, bool outcomeUnknown)
{
    addForgotten(batch, key);
    const QJsonObject memory = outcomeUnknown ? QJsonObject{{"outcome_unknown"_L1, true}} : QJsonObject();
    batch.puts.append({sentKey(key), toJson(memory), {}, rememberSent});
}

void addDelayed(Batch &batch, const QString &key, const Waiting &waiting, Instant due)
{
    batch.puts.append({stateKey(key),
                       toJson({{"attempts"_L1, waiting.attempts},
                               {"outcome_unknown"_L1, waiting.outcomeUnknown},
                               {"queued_at"_L1, toNumber(waiting.queuedAt)}}),
                       {},
                       {}});
    batch.indexPuts.append({waitingIndex(), key, toNumber(due)});
    if (waiting.outcomeUnknown)
        batch.indexPuts.append({unknownIndex(), key, toNumber(due)});
}

void addDead(Batch &batch, const QString &key, const Waiting &waiting, const Document &mail, const Error &why,
             Instant now)
{
    addForgotten(batch, key);
    batch.puts.append({deadKey(key),
                       toJson({{"error"_L1, errorName(why.code)},
                               {"detail"_L1, why.detail},
                               {"attempts"_L1, waiting.attempts},
                               {"outcome_unknown"_L1, waiting.outcomeUnknown},
                               {"given_up_at"_L1, toNumber(now)},
                               {"mail"_L1, QString::fromUtf8(mail.body)}}),
                       {},
                       {}});
    batch.indexPuts.append({deadIndex(), key, toNumber(now)});
}

Result<Dead> readDead(const Document &dead)
{
    const auto body = parseJsonObject(dead.body);
    if (!body)
        return failure(ErrorCode::Protocol, u"a dead letter cannot be read"_s);
    const QByteArray mail = (*body)["mail"_L1].toString().toUtf8();
    return Dead{mail.isEmpty() ? std::nullopt : std::optional(Document{{}, mail, 0}),
                (*body)["error"_L1].toString(),
                (*body)["detail"_L1].toString(),
                (*body)["attempts"_L1].toInt(),
                (*body)["outcome_unknown"_L1].toBool(),
                toInstant((*body)["given_up_at"_L1])};
}

std::chrono::milliseconds pauseAfter(int attempts, double jitter)
{
    const int doublings = std::clamp(attempts - 1, 0, 7);
    const std::chrono::milliseconds base = std::min<std::chrono::milliseconds>(30s * (1 << doublings), 1h);
    return std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(base.count()) * (0.8 + 0.4 * jitter)));
}

} // namespace ChatCal::OutboxRecord
