// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/freebusy.h"
#include "core/calendar/google/googlecalendar_p.h"
#include "core/calendar/google/logging.h"
#include "core/calendar/recurrence.h"
#include "core/time/words.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr int mostListed = 2000;
constexpr int mostPages = 400; ///< a list that goes on longer is not one
const QString pageSize = u"250"_s;
/// freeBusy.query refuses a range of more than some three months (timeRangeTooLong).
constexpr auto longestQuery = std::chrono::days(60);
constexpr int mostCalendars = 50; ///< calendarExpansionMax

QString utc(Instant instant)
{
    return toRfc3339({instant, Zone()});
}

/// Whole seconds around @p window; nothing is lost by rounding.
Interval rounded(const Interval &window)
{
    return {std::chrono::floor<std::chrono::seconds>(window.start),
            Instant(std::chrono::ceil<std::chrono::seconds>(window.end))};
}

Error calendarError(const QString &reason)
{
    const ErrorCode code = reason == "notFound"_L1 ? ErrorCode::NotFound : ErrorCode::Unavailable;
    return {code, u"a calendar's free/busy cannot be read: "_s + reason.left(60), {}, {}};
}

/// Busy stretches of one calendar of an answer. Whatever is amiss is an error, for silence would mean "free".
Result<QList<Interval>> readBusy(const QJsonValue &calendar)
{
    if (!calendar.isObject())
        return failure(ErrorCode::Protocol, u"a calendar is missing in the free/busy answer"_s);
    const QJsonArray errors = calendar["errors"_L1].toArray();
    if (!errors.isEmpty())
        return tl::unexpected(calendarError(errors.at(0)["reason"_L1].toString()));
    if (!calendar["busy"_L1].isArray())
        return failure(ErrorCode::Protocol, u"a calendar without busy times in the free/busy answer"_s);
    QList<Interval> busy;
    for (const QJsonValue span : calendar["busy"_L1].toArray()) {
        const auto start = fromRfc3339(span["start"_L1].toString());
        const auto end = fromRfc3339(span["end"_L1].toString());
        if (!start || !end)
            return failure(ErrorCode::Protocol, u"a busy time cannot be read"_s);
        busy.append({*start, *end});
    }
    return busy;
}

void sortByStart(QList<Event> *events)
{
    std::sort(events->begin(), events->end(), [](const Event &a, const Event &b) {
        return std::tie(a.when.start, a.when.end, a.id) < std::tie(b.when.start, b.when.end, b.id);
    });
}

} // namespace

QCoro::Task<Result<QList<Interval>>> GoogleCalendar::Private::freeBusy(Interval window, Limits limits)
{
    const auto self = shared_from_this();
    QList<Interval> busy;
    QStringList calendars = QStringList{options.calendarId} + options.alsoBusy;
    calendars.removeDuplicates();
    for (Instant from = window.start; from < window.end; from += longestQuery) {
        const Interval part{from, std::min(from + longestQuery, window.end)};
        for (qsizetype at = 0; at < calendars.size(); at += mostCalendars) {
            const auto read = co_await busyOf(calendars.mid(at, mostCalendars), part, &busy, limits);
            if (!read)
                co_return tl::unexpected(read.error());
        }
    }
    co_return mergeBusy(busy, window);
}

/// Adds to @p busy, which its caller keeps until this is done.
QCoro::Task<Result<void>> GoogleCalendar::Private::busyOf(QStringList calendars, Interval window, QList<Interval> *busy,
                                                          Limits limits)
{
    const auto self = shared_from_this();
    const Interval whole = rounded(window);
    QJsonArray items;
    for (const QString &id : std::as_const(calendars))
        items.append(QJsonObject{{u"id"_s, id}});
    GoogleCall call;
    call.method = "POST";
    call.path = {u"freeBusy"_s};
    call.body = {{u"timeMin"_s, utc(whole.start)}, {u"timeMax"_s, utc(whole.end)}, {u"items"_s, items}};
    const auto reply = co_await api.call(call, limits.deadline, limits.stop);
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (!reply->isSuccess())
        co_return tl::unexpected(reply->error());
    for (const QString &id : std::as_const(calendars)) {
        const auto read = readBusy(reply->json["calendars"_L1][id]);
        if (!read)
            co_return tl::unexpected(read.error());
        *busy += *read;
    }
    co_return Result<void>();
}

QCoro::Task<Result<GoogleCalendar::Private::Page>> GoogleCalendar::Private::page(Query query, Limits limits)
{
    const auto self = shared_from_this();
    GoogleCall call = eventsCall("GET");
    call.query = std::move(query);
    const bool hasSyncToken =
        std::ranges::any_of(call.query, [](const auto &item) { return item.first == "syncToken"; });
    const auto reply = co_await api.call(call, limits.deadline, limits.stop);
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (!reply->isSuccess()) {
        Error error = reply->error();
        // The one 410 a list can answer: the sync token is too old. Some token that is none answers 400.
        if (hasSyncToken && (reply->status == 410 || reply->status == 400))
            error.code = ErrorCode::Conflict;
        co_return tl::unexpected(error);
    }
    if (!reply->json["items"_L1].isArray())
        co_return failure(ErrorCode::Protocol, u"a list without items"_s);
    learnCalendar(reply->json);
    Page page;
    page.next = reply->json["nextPageToken"_L1].toString();
    page.sync = reply->json["nextSyncToken"_L1].toString();
    for (const QJsonValue item : reply->json["items"_L1].toArray())
        page.items.append(item.toObject());
    co_return page;
}

void GoogleCalendar::Private::learnCalendar(const QJsonObject &list)
{
    const QString role = list["accessRole"_L1].toString();
    m_isReadOnly = role == "reader"_L1 || role == "freeBusyReader"_L1;
    if (const auto known = Zone::find(list["timeZone"_L1].toString()))
        m_zone = known;
}

QCoro::Task<Result<Zone>> GoogleCalendar::Private::zone(Limits limits)
{
    const auto self = shared_from_this();
    if (!m_zone) {
        const auto asked = co_await check(limits);
        if (!asked)
            co_return tl::unexpected(asked.error());
    }
    co_return Zone(m_zone.value_or(Zone()));
}

QCoro::Task<Result<void>> GoogleCalendar::Private::check(Limits limits)
{
    const auto self = shared_from_this();
    const auto read = co_await page({{"maxResults", u"1"_s}}, limits);
    if (!read)
        co_return tl::unexpected(read.error());
    co_return Result<void>();
}

std::optional<GoogleEvents::Read> GoogleCalendar::Private::readOrSkip(const QJsonObject &item, const Zone &calendarZone)
{
    auto read = GoogleEvents::fromGoogle(item, calendarZone);
    if (read && !read->isDeleted) {
        if (const auto rule = seriesEnd(read->event); !rule)
            read = tl::unexpected(rule.error());
    }
    if (read) {
        read->event.isReadOnly = m_isReadOnly;
        return *read;
    }
    ++skipped;
    qCWarning(lcGoogle) << "an event cannot be read and is left out;" << skipped << "so far";
    return std::nullopt;
}

QCoro::Task<Result<QList<Event>>> GoogleCalendar::Private::list(Interval window, Limits limits)
{
    const auto self = shared_from_this();
    QList<Event> found;
    if (window.isEmpty())
        co_return found;
    // timeMin is exclusive for an event's end: one without length at the window's start would be missed.
    const Interval whole = rounded({window.start - 1s, window.end});
    const Query query{{"timeMin", utc(whole.start)},
                      {"timeMax", utc(whole.end)},
                      {"singleEvents", u"true"_s},
                      {"orderBy", u"startTime"_s},
                      {"maxResults", pageSize}};
    Query next = query;
    QSet<QString> seen;
    for (int pages = 0; found.size() < mostListed; ++pages) {
        const auto part = co_await page(next, limits);
        if (!part)
            co_return tl::unexpected(part.error());
        for (const QJsonObject &item : part->items) {
            const auto read = readOrSkip(item, m_zone.value_or(Zone()));
            if (read && !read->isDeleted && !read->isPlace && isWithin(read->event.when, window))
                found.append(read->event);
        }
        if (part->next.isEmpty())
            break;
        if (seen.contains(part->next) || pages >= mostPages)
            co_return failure(ErrorCode::Protocol, u"a list without an end"_s);
        seen.insert(part->next);
        next = query;
        next.emplaceBack("pageToken", part->next);
    }
    sortByStart(&found);
    if (found.size() > mostListed)
        found.resize(mostListed);
    co_return found;
}

/// All items since @p token, or from a day ago on when it is empty; the token to go on with. Conflict for a token that
/// is no longer good. Its caller keeps @p token until this is done.
QCoro::Task<Result<QList<QJsonObject>>> GoogleCalendar::Private::changedSince(QString *token, Limits limits)
{
    const auto self = shared_from_this();
    Query query{{"maxResults", pageSize}};
    if (token->isEmpty())
        query.emplaceBack("timeMin", utc(std::chrono::floor<std::chrono::seconds>(clock.now() - 24h)));
    else
        query.emplaceBack("syncToken", *token);
    Query next = query;
    QList<QJsonObject> items;
    QSet<QString> seen;
    for (int pages = 0;; ++pages) {
        const auto part = co_await page(next, limits);
        if (!part)
            co_return tl::unexpected(part.error());
        items += part->items;
        if (part->next.isEmpty()) {
            if (part->sync.isEmpty())
                co_return failure(ErrorCode::Protocol, u"a list without a sync token"_s);
            *token = part->sync;
            co_return items;
        }
        if (seen.contains(part->next) || pages >= mostPages)
            co_return failure(ErrorCode::Protocol, u"a list without an end"_s);
        seen.insert(part->next);
        next = query;
        next.emplaceBack("pageToken", part->next);
    }
}

QCoro::Task<Result<CalendarChanges>> GoogleCalendar::Private::changes(QString token, Limits limits)
{
    const auto self = shared_from_this();
    CalendarChanges changes;
    changes.isComplete = token.isEmpty();
    auto items = co_await changedSince(&token, limits);
    if (!items && items.error().code == ErrorCode::Conflict && !token.isEmpty()) {
        qCInfo(lcGoogle) << "the sync token is no longer good; everything is read again";
        token.clear();
        changes.isComplete = true;
        items = co_await changedSince(&token, limits);
    }
    if (!items)
        co_return tl::unexpected(items.error());
    changes.token = token;

    QHash<QString, QList<Instant>> exceptions; // by series
    for (const QJsonObject &item : std::as_const(*items)) {
        auto read = readOrSkip(item, m_zone.value_or(Zone()));
        if (!read)
            continue;
        if (read->isOccurrence() && read->originalStart)
            exceptions[read->event.id].append(*read->originalStart);
        if (!read->isDeleted) {
            read->event.id = read->ownId;
            changes.changed.append(read->event);
        } else if (!read->isOccurrence() && !changes.isComplete) {
            changes.removed.append(read->ownId);
        }
    }
    for (Event &event : changes.changed)
        event.exceptions += exceptions.value(event.id);
    co_return changes;
}

} // namespace ChatCal
