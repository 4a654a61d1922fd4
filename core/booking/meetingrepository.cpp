// SPDX-License-Identifier: Apache-2.0
#include "core/booking/meetingrepository.h"

#include "core/base/ids.h"
#include "core/booking/logging.h"
#include "core/booking/meetingid.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {
namespace {

const QString startIndex = u"meetings"_s;
const QString unsettledIndex = u"unsettled"_s;
constexpr int pageOfIndex = 200;
constexpr int idsTriedAtOnce = 8;
/// Longer than any meeting: how far before a window a meeting that reaches into it may start.
constexpr std::chrono::hours longestMeeting{48};
/// How long a repeat is recognised; clients give up much earlier.
constexpr std::chrono::hours onceKept{24 * 7};

QString meetingKey(const QString &uid)
{
    return u"meeting:"_s + uid;
}
QString idKey(const QString &id)
{
    return u"meetingid:"_s + id;
}
QString intentKey(const QString &uid)
{
    return u"intent:"_s + uid;
}
QString bookedByIndex(const QString &bookedBy)
{
    return startIndex + u':' + bookedBy;
}

qint64 score(Instant instant)
{
    return instant.time_since_epoch().count();
}

/// "SCORE:MEMBER" as base64url.
QString cursorOf(const IndexEntry &entry)
{
    const QByteArray plain = QByteArray::number(entry.score) + ':' + entry.member.toUtf8();
    return QString::fromLatin1(plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}
std::optional<IndexEntry> entryOf(const QString &cursor)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        cursor.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const qsizetype colon = decoded.decoded.indexOf(':');
    bool isNumber = false;
    const qint64 value = decoded.decoded.left(colon < 0 ? 0 : colon).toLongLong(&isNumber);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok || !isNumber)
        return std::nullopt;
    return IndexEntry{QString::fromUtf8(decoded.decoded.mid(colon + 1)), value};
}

tl::unexpected<Error> storeGone()
{
    return failure(ErrorCode::Cancelled, u"the store is gone"_s);
}

bool isWanted(const Meeting &meeting, const MeetingQuery &query)
{
    if (query.from && meeting.when.end <= *query.from)
        return false;
    return query.status ? meeting.status == *query.status : meeting.status != MeetingStatus::Pending;
}

Result<std::optional<Meeting>> meetingOf(const Result<std::optional<Document>> &document)
{
    if (!document)
        return tl::unexpected(document.error());
    if (!*document)
        return std::optional<Meeting>();
    auto meeting = meetingFromStored((*document)->body, (*document)->version);
    if (!meeting)
        return tl::unexpected(meeting.error());
    return std::optional<Meeting>(std::move(*meeting));
}

QStringList meetingKeys(const QList<IndexEntry> &entries)
{
    QStringList keys;
    for (const IndexEntry &entry : entries)
        keys.append(meetingKey(entry.member));
    return keys;
}

} // namespace

MeetingRepository::MeetingRepository(Store &store, QString partition)
    : m_store(&store), m_partition(std::move(partition))
{
}

QCoro::Task<Result<std::optional<Meeting>>> MeetingRepository::byUid(QString uid) const
{
    if (!m_store)
        co_return storeGone();
    const auto document = co_await m_store->get(m_partition, meetingKey(uid));
    co_return meetingOf(document);
}

QCoro::Task<Result<std::optional<Meeting>>> MeetingRepository::byId(QString id) const
{
    if (!m_store)
        co_return storeGone();
    const auto alias = co_await m_store->get(m_partition, idKey(id));
    if (!alias)
        co_return tl::unexpected(alias.error());
    if (!*alias)
        co_return std::optional<Meeting>();
    const auto meeting = co_await byUid(QString::fromUtf8((*alias)->body));
    co_return meeting;
}

QCoro::Task<Result<MeetingPage>> MeetingRepository::page(MeetingQuery query) const
{
    IndexQuery range;
    range.partition = m_partition;
    range.index = query.bookedBy.isEmpty() ? startIndex : bookedByIndex(query.bookedBy);
    range.limit = pageOfIndex;
    if (query.from)
        range.from = score(*query.from - longestMeeting);
    if (query.to)
        range.to = score(*query.to);
    if (!query.cursor.isEmpty()) {
        range.after = entryOf(query.cursor);
        if (!range.after)
            co_return invalidField(u"cursor"_s, Sentence::en("is not one of a page before"));
    }
    const int limit = std::clamp(query.limit, 1, 500);
    MeetingPage page;
    for (;;) {
        if (!m_store)
            co_return storeGone();
        const auto entries = co_await m_store->range(range);
        if (!entries)
            co_return tl::unexpected(entries.error());
        if (entries->isEmpty())
            co_return page;
        if (!m_store)
            co_return storeGone();
        const auto documents = co_await m_store->getMany(m_partition, meetingKeys(*entries));
        if (!documents)
            co_return tl::unexpected(documents.error());
        auto document = documents->cbegin();
        for (const IndexEntry &entry : *entries) {
            range.after = entry;
            if (document == documents->cend() || document->key != meetingKey(entry.member))
                continue; // gone between the two questions
            const auto meeting = meetingFromStored(document->body, document->version);
            ++document;
            if (!meeting)
                co_return tl::unexpected(meeting.error());
            if (!isWanted(*meeting, query))
                continue;
            if (page.meetings.size() == limit) {
                const Meeting &last = page.meetings.last();
                page.next = cursorOf({last.uid, score(last.when.start)});
                co_return page;
            }
            page.meetings.append(*meeting);
        }
        if (entries->size() < pageOfIndex)
            co_return page;
    }
}

QCoro::Task<Result<QList<Instant>>> MeetingRepository::startsWithin(Interval window, QString exceptUid) const
{
    MeetingQuery query;
    query.from = window.start;
    query.to = window.end;
    query.status = MeetingStatus::Confirmed;
    query.limit = 500;
    QList<Instant> starts;
    do {
        const auto found = co_await page(query);
        if (!found)
            co_return tl::unexpected(found.error());
        for (const Meeting &meeting : found->meetings) {
            if (meeting.uid != exceptUid && meeting.when.start >= window.start)
                starts.append(meeting.when.start);
        }
        query.cursor = found->next;
    } while (!query.cursor.isEmpty());
    co_return starts;
}

QCoro::Task<Result<QList<Intent>>> MeetingRepository::intents() const
{
    if (!m_store)
        co_return storeGone();
    IndexQuery query;
    query.partition = m_partition;
    query.index = unsettledIndex;
    const auto entries = co_await m_store->range(query);
    if (!entries)
        co_return tl::unexpected(entries.error());
    QList<Intent> intents;
    for (const IndexEntry &entry : *entries) {
        const auto one = co_await intent(entry.member);
        if (!one)
            co_return tl::unexpected(one.error());
        if (*one)
            intents.append(**one);
    }
    co_return intents;
}

QCoro::Task<Result<std::optional<Intent>>> MeetingRepository::intent(QString uid) const
{
    if (!m_store)
        co_return storeGone();
    const auto document = co_await m_store->get(m_partition, intentKey(uid));
    if (!document)
        co_return tl::unexpected(document.error());
    if (!*document)
        co_return std::optional<Intent>();
    auto intent = intentFromStored((*document)->body);
    if (!intent)
        co_return tl::unexpected(intent.error());
    co_return std::optional<Intent>(std::move(*intent));
}

QCoro::Task<Result<MeetingRepository::FreeId>> MeetingRepository::freeId(Interval when, Zone zone, QString uid) const
{
    for (int first = 1;; first += idsTriedAtOnce) {
        QStringList ids;
        QStringList keys;
        for (int copy = first; copy < first + idsTriedAtOnce; ++copy) {
            ids.append(MeetingId::make(when, zone, copy));
            keys.append(idKey(ids.last()));
        }
        if (!m_store)
            co_return storeGone();
        const auto taken = co_await m_store->getMany(m_partition, keys);
        if (!taken)
            co_return tl::unexpected(taken.error());
        for (const QString &id : std::as_const(ids)) {
            const auto document = std::ranges::find(*taken, idKey(id), &Document::key);
            if (document == taken->cend())
                co_return FreeId{id, true};
            if (document->body == uid.toUtf8())
                co_return FreeId{id, false};
        }
    }
}

QString MeetingRepository::onceKey(const QString &actorId, const QString &idempotencyKey)
{
    // Hashed, since neither may hold what a key may not; NUL keeps "ab"+"c" apart from "a"+"bc".
    return u"once:"_s + fingerprint(actorId.toUtf8() + '\0' + idempotencyKey.toUtf8());
}

QCoro::Task<Result<std::optional<QString>>> MeetingRepository::bookedOnce(QString onceKey) const
{
    if (!m_store)
        co_return storeGone();
    const auto document = co_await m_store->get(m_partition, onceKey);
    if (!document)
        co_return tl::unexpected(document.error());
    if (!*document)
        co_return std::optional<QString>();
    co_return std::optional<QString>(QString::fromUtf8((*document)->body));
}

Batch MeetingRepository::batch(const Lease &lease) const
{
    Batch batch;
    batch.partition = m_partition;
    batch.fence = lease;
    batch.durability = Batch::Durability::Full;
    return batch;
}

void MeetingRepository::putMeeting(Batch &batch, const Meeting &meeting) const
{
    batch.puts.append({meetingKey(meeting.uid), toStored(meeting), {}, {}});
    batch.indexPuts.append({startIndex, meeting.uid, score(meeting.when.start)});
    batch.indexPuts.append({bookedByIndex(meeting.bookedBy), meeting.uid, score(meeting.when.start)});
}

void MeetingRepository::begin(Batch &batch, const Intent &intent) const
{
    const QString &uid = intent.target.uid;
    if (intent.kind == Intent::Kind::Book) {
        Meeting pending = intent.target;
        pending.status = MeetingStatus::Pending;
        putMeeting(batch, pending);
    }
    if (intent.reservedId)
        batch.puts.append({idKey(intent.target.id), uid.toUtf8(), 0, {}});
    batch.puts.append({intentKey(uid), toStored(intent), {}, {}});
    batch.indexPuts.append({unsettledIndex, uid, score(intent.target.updatedAt)});
}

void MeetingRepository::complete(Batch &batch, const Intent &intent) const
{
    const QString &uid = intent.target.uid;
    putMeeting(batch, intent.target);
    if (!intent.onceKey.isEmpty())
        batch.puts.append({intent.onceKey, uid.toUtf8(), {}, onceKept});
    batch.removes.append({intentKey(uid), {}});
    batch.indexRemoves.append({unsettledIndex, uid});
    batch.notify = topic();
    batch.notice = uid.toUtf8();
}

void MeetingRepository::drop(Batch &batch, const Intent &intent) const
{
    const QString &uid = intent.target.uid;
    if (intent.kind == Intent::Kind::Book) {
        batch.removes.append({meetingKey(uid), {}});
        batch.indexRemoves.append({startIndex, uid});
        batch.indexRemoves.append({bookedByIndex(intent.target.bookedBy), uid});
    }
    if (intent.reservedId)
        batch.removes.append({idKey(intent.target.id), {}});
    batch.removes.append({intentKey(uid), {}});
    batch.indexRemoves.append({unsettledIndex, uid});
}

void MeetingRepository::abandon(Batch &batch, const Intent &intent) const
{
    Intent marked = intent;
    marked.abandoned = true;
    batch.puts.append({intentKey(intent.target.uid), toStored(marked), {}, {}});
}

} // namespace ChatCal
