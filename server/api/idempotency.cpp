// SPDX-License-Identifier: Apache-2.0
#include "server/api/idempotency.h"

#include "core/base/ids.h"
#include "core/base/json.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype longestKey = 255;
constexpr std::chrono::hours kept{24 * 7}; // as long as a booking remembers its key

QString fieldName()
{
    return u"Idempotency-Key"_s;
}

Result<void> compare(const Document &document, const QByteArray &asked)
{
    if (document.body == asked)
        return {};
    return invalidField(fieldName(), Sentence::en("was used with another request"));
}

} // namespace

Result<QString> idempotencyKey(const ServerRequest &request)
{
    const QByteArray key = request.headers.value("Idempotency-Key");
    if (key.size() > longestKey)
        return invalidField(fieldName(), Sentence::en("is longer than %1 characters").arg(longestKey));
    return QString::fromLatin1(key);
}

QCoro::Task<Result<void>> claimKey(ApiParts parts, QString key, Caller caller, ServerRequest request, QJsonObject body)
{
    if (key.isEmpty())
        co_return Result<void>();
    Batch batch;
    batch.partition = parts.engine.booking().host().partition();
    const QString name = u"asked:"_s + fingerprint((caller.actor().id + u'\n' + key).toUtf8());
    // Members in one order and without blanks: the same wish written otherwise is the same wish.
    const QByteArray asked = fingerprint(request.route.toUtf8() + '\n' + toJson(body)).toLatin1();
    batch.puts.append({name, asked, 0, kept});
    const auto claimed = co_await parts.engine.store().commit(batch);
    if (claimed)
        co_return Result<void>();
    if (claimed.error().code != ErrorCode::Conflict)
        co_return tl::unexpected(claimed.error());
    const auto earlier = co_await parts.engine.store().get(batch.partition, name);
    if (!earlier)
        co_return tl::unexpected(earlier.error());
    if (!earlier->has_value())
        co_return failure(ErrorCode::Conflict, u"an idempotency key ran out just now"_s);
    co_return compare(**earlier, asked);
}

} // namespace ChatCal
