// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/localcalendar.h"

#include "core/calendar/freebusy.h"
#include "core/calendar/localevents.h"
#include "core/calendar/recurrence.h"

#include <QHash>
#include <QPointer>
#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr int mostListed = 2000;
constexpr int mostOccurrences = 50'000; ///< of one series in one window
constexpr int pageSize = 2000;
constexpr int mostAttempts = 8; ///< when others change the same event in between

/// One thing in the window that is looked at; of a series, one per occurrence.
struct Occurrence
{
    Interval when;
    QString id;
};

void sortByStart(QList<Occurrence> &found)
{
    std::sort(found.begin(), found.end(), [](const Occurrence &a, const Occurrence &b) {
        return std::tie(a.when.start, a.when.end, a.id) < std::tie(b.when.start, b.when.end, b.id);
    });
}

tl::unexpected<Error> cancelled()
{
    return failure(ErrorCode::Cancelled, u"the caller is gone"_s);
}

bool isConflict(const Error &error)
{
    return error.code == ErrorCode::Conflict;
}

} // namespace

class LocalCalendar::Private : public std::enable_shared_from_this<LocalCalendar::Private>
{
public:
    Private(Store &chosenStore, const QString &hostId, const Clock &chosenClock)
        : store(&chosenStore), clock(chosenClock), partition(u"calendar:"_s + hostId)
    {
    }

    QCoro::Task<Result<QList<Occurrence>>> look(Interval window, bool busyOnly, std::stop_token stop);
    QCoro::Task<Result<QList<LocalEvents::Span>>> spans(QString index, Instant from, Instant to);
    QCoro::Task<Result<QList<Document>>> documents(QStringList ids);
    QCoro::Task<Result<std::optional<LocalEvents::Stored>>> read(QString id);
    QCoro::Task<Result<QList<Event>>> listed(Interval window, std::stop_token stop);
    QCoro::Task<Result<Event>> insert(Event event, std::stop_token stop);
    QCoro::Task<Result<Event>> update(Event event, std::stop_token stop);
    QCoro::Task<Result<void>> remove(QString id, std::stop_token stop);

    Result<QList<Interval>> expanded(const Document &document, const Interval &window);
    [[nodiscard]] Batch batchFor(const QString &id) const
    {
        Batch batch;
        batch.partition = partition;
        batch.notify = partition;
        batch.notice = id.toUtf8();
        return batch;
    }

    QPointer<Store> store;
    const Clock &clock;
    const QString partition;

private:
    /// A series as it was last expanded. It is used only while the store still holds the very same document, so
    /// another process's change is seen at once.
    struct Series
    {
        QByteArray body;
        Interval window;
        QList<Interval> occurrences;
    };
    QHash<QString, Series> m_series;
};

/// All entries of @p index with a score in [@p from, @p to).
QCoro::Task<Result<QList<LocalEvents::Span>>> LocalCalendar::Private::spans(QString index, Instant from, Instant to)
{
    const auto self = shared_from_this();
    IndexQuery query;
    query.partition = partition;
    query.index = index;
    query.from = from.time_since_epoch().count();
    query.to = to.time_since_epoch().count();
    query.limit = pageSize;
    QList<LocalEvents::Span> found;
    for (;;) {
        if (!store)
            co_return cancelled();
        const auto page = co_await store->range(query);
        if (!page)
            co_return tl::unexpected(page.error());
        for (const IndexEntry &entry : *page) {
            const auto span = LocalEvents::spanOf(entry);
            if (!span)
                co_return failure(ErrorCode::Protocol, u"an index entry of the calendar cannot be read"_s);
            found.append(*span);
        }
        if (page->size() < pageSize)
            co_return found;
        query.after = page->last();
    }
}

QCoro::Task<Result<QList<Document>>> LocalCalendar::Private::documents(QStringList ids)
{
    const auto self = shared_from_this();
    QList<Document> found;
    for (qsizetype from = 0; from < ids.size(); from += 500) {
        QStringList keys;
        for (qsizetype i = from; i < std::min(from + 500, ids.size()); ++i)
            keys.append(LocalEvents::documentKey(ids[i]));
        if (!store)
            co_return cancelled();
        const auto page = co_await store->getMany(partition, keys);
        if (!page)
            co_return tl::unexpected(page.error());
        found += *page;
    }
    co_return found;
}

/// Expands a series, or takes what an earlier call found: rules are expanded for a stretch around the window, so that
/// the next window of the same weeks needs no counting.
Result<QList<Interval>> LocalCalendar::Private::expanded(const Document &document, const Interval &window)
{
    auto known = m_series.constFind(document.key);
    if (known == m_series.constEnd() || known->body != document.body || !known->window.contains(window)) {
        const auto stored = LocalEvents::read(document);
        if (!stored)
            return tl::unexpected(stored.error());
        const Interval stretch{window.start - 24h * 8, window.end + 24h * 32};
        const auto found = occurrences(stored->event, stretch, mostOccurrences);
        if (!found)
            return tl::unexpected(found.error());
        if (found->size() >= mostOccurrences)
            return failure(ErrorCode::InvalidInput, u"the window holds too many occurrences"_s);
        if (m_series.size() >= 1000)
            m_series.clear();
        known = m_series.insert(document.key, {document.body, stretch, *found});
    }
    QList<Interval> inside;
    for (const Interval &span : known->occurrences) {
        if (isWithin(span, window))
            inside.append(span);
    }
    return inside;
}

/// Everything in @p window, in no order.
QCoro::Task<Result<QList<Occurrence>>> LocalCalendar::Private::look(Interval window, bool busyOnly,
                                                                    std::stop_token stop)
{
    const auto self = shared_from_this();
    QList<Occurrence> found;
    for (const LocalEvents::IndexKind &kind : LocalEvents::oneOffIndexes()) {
        const Instant from = kind.reach ? window.start - *kind.reach : Instant::min();
        const auto entries = co_await spans(kind.name, from, window.end);
        if (!entries)
            co_return tl::unexpected(entries.error());
        for (const LocalEvents::Span &span : *entries) {
            const Interval when{span.start, span.end.value_or(span.start)};
            if ((span.busy || !busyOnly) && isWithin(when, window))
                found.append({when, span.id});
        }
    }
    const auto series = co_await spans(LocalEvents::seriesIndex(), Instant::min(), window.end);
    if (!series)
        co_return tl::unexpected(series.error());
    QStringList ids;
    for (const LocalEvents::Span &span : *series) {
        if ((span.busy || !busyOnly) && (!span.end || *span.end > window.start))
            ids.append(span.id);
    }
    const auto read = co_await documents(ids);
    if (!read)
        co_return tl::unexpected(read.error());
    if (stop.stop_requested())
        co_return cancelled();
    for (const Document &document : *read) {
        const auto times = expanded(document, window);
        if (!times)
            co_return tl::unexpected(times.error());
        const QString id = document.key.mid(LocalEvents::documentKey({}).size());
        for (const Interval &when : *times)
            found.append({when, id});
    }
    co_return found;
}

QCoro::Task<Result<QList<Event>>> LocalCalendar::Private::listed(Interval window, std::stop_token stop)
{
    const auto self = shared_from_this();
    auto found = co_await look(window, false, stop);
    if (!found)
        co_return tl::unexpected(found.error());
    sortByStart(*found);
    if (found->size() > mostListed)
        found->resize(mostListed);

    QStringList ids;
    QSet<QString> seen;
    for (const Occurrence &occurrence : std::as_const(*found)) {
        if (!seen.contains(occurrence.id)) {
            seen.insert(occurrence.id);
            ids.append(occurrence.id);
        }
    }
    const auto read = co_await documents(ids);
    if (!read)
        co_return tl::unexpected(read.error());
    QHash<QString, Event> events;
    for (const Document &document : *read) {
        const auto stored = LocalEvents::read(document);
        if (!stored)
            co_return tl::unexpected(stored.error());
        events.insert(stored->event.id, stored->event);
    }
    QList<Event> list;
    for (const Occurrence &occurrence : std::as_const(*found)) {
        const auto at = events.constFind(occurrence.id);
        if (at == events.constEnd())
            continue; // removed since the index was read
        Event event = *at;
        event.when = occurrence.when;
        list.append(event);
    }
    co_return list;
}

QCoro::Task<Result<std::optional<LocalEvents::Stored>>> LocalCalendar::Private::read(QString id)
{
    const auto self = shared_from_this();
    if (id.isEmpty() || id.size() > 100)
        co_return std::nullopt;
    if (!store)
        co_return cancelled();
    const auto document = co_await store->get(partition, LocalEvents::documentKey(id));
    if (!document)
        co_return tl::unexpected(document.error());
    if (!*document)
        co_return std::nullopt;
    auto stored = LocalEvents::read(**document);
    if (!stored)
        co_return tl::unexpected(stored.error());
    co_return std::optional(*stored);
}

QCoro::Task<Result<Event>> LocalCalendar::Private::insert(Event event, std::stop_token stop)
{
    const auto self = shared_from_this();
    const auto good = LocalEvents::checked(event);
    if (!good)
        co_return tl::unexpected(good.error());
    if (stop.stop_requested() || !store)
        co_return cancelled();
    Batch batch = batchFor(good->id);
    LocalEvents::put(batch, *good, 0, clock.now());
    const Document document{LocalEvents::documentKey(good->id), batch.puts.constFirst().body, 1};
    const auto done = co_await store->commit(batch);
    if (!done && !isConflict(done.error()))
        co_return tl::unexpected(done.error());
    if (!done) {
        const auto there = co_await read(good->id);
        if (!there)
            co_return tl::unexpected(there.error());
        if (!*there)
            co_return failure(ErrorCode::Conflict, u"the event was removed at the same time"_s);
        co_return Event((*there)->event);
    }
    const auto stored = LocalEvents::read(document);
    if (!stored)
        co_return tl::unexpected(stored.error());
    co_return Event(stored->event);
}

QCoro::Task<Result<Event>> LocalCalendar::Private::update(Event event, std::stop_token stop)
{
    const auto self = shared_from_this();
    const auto good = LocalEvents::checked(event);
    if (!good)
        co_return tl::unexpected(good.error());
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const auto before = co_await read(good->id);
        if (!before)
            co_return tl::unexpected(before.error());
        if (!*before)
            co_return failure(ErrorCode::NotFound, u"no such event"_s);
        if (!good->etag.isEmpty() && good->etag != (*before)->event.etag)
            co_return failure(ErrorCode::Conflict, u"the event moved on"_s);
        if (stop.stop_requested() || !store)
            co_return cancelled();
        Event after = *good;
        after.uid = (*before)->event.uid; // never changes
        Batch batch = batchFor(after.id);
        LocalEvents::put(batch, after, (*before)->version, clock.now());
        // The new entry may be the old one; removes come after puts and would take it away.
        if (batch.indexPuts.constFirst().member != (*before)->entry.member
            || batch.indexPuts.constFirst().index != (*before)->entry.index)
            batch.indexRemoves.append((*before)->entry);
        const Document document{LocalEvents::documentKey(after.id), batch.puts.constFirst().body,
                                (*before)->version + 1};
        const auto done = co_await store->commit(batch);
        if (done) {
            const auto stored = LocalEvents::read(document);
            if (!stored)
                co_return tl::unexpected(stored.error());
            co_return Event(stored->event);
        }
        if (!isConflict(done.error()))
            co_return tl::unexpected(done.error());
    }
    co_return failure(ErrorCode::Conflict, u"others keep changing the event"_s);
}

QCoro::Task<Result<void>> LocalCalendar::Private::remove(QString id, std::stop_token stop)
{
    const auto self = shared_from_this();
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const auto before = co_await read(id);
        if (!before)
            co_return tl::unexpected(before.error());
        if (!*before)
            co_return Result<void>();
        if (stop.stop_requested() || !store)
            co_return cancelled();
        Batch batch = batchFor(id);
        batch.removes.append({LocalEvents::documentKey(id), (*before)->version});
        batch.indexRemoves.append((*before)->entry);
        const auto done = co_await store->commit(batch);
        if (done)
            co_return Result<void>();
        if (!isConflict(done.error()))
            co_return tl::unexpected(done.error());
    }
    co_return failure(ErrorCode::Conflict, u"others keep changing the event"_s);
}

LocalCalendar::LocalCalendar(Store &store, const QString &hostId, const Clock &clock)
    : d(std::make_shared<Private>(store, hostId, clock))
{
}

LocalCalendar::~LocalCalendar() = default;

QString LocalCalendar::name() const
{
    return u"local"_s;
}

QCoro::Task<Result<QList<Interval>>> LocalCalendar::freeBusy(Interval window, std::stop_token stop)
{
    const auto self = d;
    if (window.isEmpty())
        co_return QList<Interval>();
    const auto found = co_await self->look(window, true, stop);
    if (!found)
        co_return tl::unexpected(found.error());
    QList<Interval> busy;
    busy.reserve(found->size());
    for (const Occurrence &occurrence : *found)
        busy.append(occurrence.when);
    co_return mergeBusy(busy, window);
}

QCoro::Task<Result<QList<Event>>> LocalCalendar::list(Interval window, std::stop_token stop)
{
    return d->listed(window, stop);
}

QCoro::Task<Result<std::optional<Event>>> LocalCalendar::find(QString id, std::stop_token stop)
{
    const auto self = d;
    const auto stored = co_await self->read(id);
    if (!stored)
        co_return tl::unexpected(stored.error());
    if (stop.stop_requested())
        co_return cancelled();
    if (!*stored)
        co_return std::nullopt;
    co_return std::optional((*stored)->event);
}

QCoro::Task<Result<Event>> LocalCalendar::insert(Event event, std::stop_token stop)
{
    return d->insert(event, stop);
}

QCoro::Task<Result<Event>> LocalCalendar::update(Event event, std::stop_token stop)
{
    return d->update(event, stop);
}

QCoro::Task<Result<void>> LocalCalendar::remove(QString id, std::stop_token stop)
{
    return d->remove(id, stop);
}

QCoro::Task<Result<void>> LocalCalendar::check(std::stop_token)
{
    const auto self = d;
    if (!self->store)
        co_return cancelled();
    co_return co_await self->store->ping();
}

} // namespace ChatCal
