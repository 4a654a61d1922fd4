// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/caldav/caldavcalendar.h"

#include "core/base/ids.h"
#include "core/calendar/caldav/caldavcalendar_p.h"
#include "core/calendar/caldav/davhrefs.h"
#include "core/calendar/icalendarnames.h"
#include "core/calendar/localevents.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int mostAttempts = 4; ///< when others change the same event in between, or an answer is lost
constexpr std::chrono::milliseconds pauseAfterLoss(200);

/// Whether the write named @p change is the last one that came to @p calendar.
bool wasLastWritten(const ICalComponent &calendar, const QString &change)
{
    return std::any_of(calendar.components.begin(), calendar.components.end(), [&change](const ICalComponent &one) {
        return one.name == "VEVENT" && one.value(ICalendarNames::change) == change;
    });
}

} // namespace

std::optional<Event> CalDavCalendar::Private::Item::event() const
{
    for (const ICalendarSeries &series : object.series) {
        if (series.main)
            return series.main;
    }
    if (object.series.isEmpty())
        return std::nullopt;
    return object.series.constFirst().overrides.constFirst().event;
}

QCoro::Task<Result<void>> CalDavCalendar::Private::findPlace(DavLimits limits)
{
    const auto self = shared_from_this();
    const auto found = co_await discoverCalendar(client, options.url, limits);
    if (!found)
        co_return tl::unexpected(found.error());
    m_place = *found;
    m_place->addresses = options.addresses + m_place->addresses;
    if (options.client.username.contains(u'@'))
        m_place->addresses.append(options.client.username);
    m_reader.emplace(options.zone, m_place->addresses);
    co_return Result<void>();
}

QCoro::Task<Result<DavPlace>> CalDavCalendar::Private::place(DavLimits limits)
{
    const auto self = shared_from_this();
    if (!m_place) {
        const auto found = co_await findPlace(std::move(limits));
        if (!found)
            co_return tl::unexpected(found.error());
    }
    co_return DavPlace(*m_place);
}

ICalendarReader &CalDavCalendar::Private::reader()
{
    return *m_reader; // there is one since place()
}

ICalendarWriter CalDavCalendar::Private::writer() const
{
    const auto email = std::find_if(m_place->addresses.begin(), m_place->addresses.end(), [](const QString &address) {
        return address.contains(u'@') && !address.contains(u':') && !address.contains(u'/');
    });
    return {options.zone, email == m_place->addresses.end() ? QString() : *email};
}

Result<CalDavCalendar::Private::Item> CalDavCalendar::Private::read(const Resource &resource)
{
    auto calendar = parseICalendar(resource.data);
    if (!calendar)
        return tl::unexpected(calendar.error());
    Item item{std::move(*calendar), {}};
    item.object = reader().read(item.calendar);
    const auto mark = [this, &resource](Event *event) {
        event->id = resource.id;
        event->etag = resource.etag;
        event->isReadOnly = m_place->isReadOnly;
    };
    for (ICalendarSeries &series : item.object.series) {
        if (series.main)
            mark(&*series.main);
        for (ICalendarSeries::Override &one : series.overrides)
            mark(&one.event);
    }
    return item;
}

QCoro::Task<Result<QString>> CalDavCalendar::Private::etagOf(QUrl url, DavLimits limits)
{
    const auto self = shared_from_this();
    const auto found = co_await client->multistatus("PROPFIND", url, "0", DavXml::propfind({u"d:getetag"_s}), limits);
    if (!found)
        co_return tl::unexpected(found.error());
    co_return found->responses.isEmpty() ? QString()
                                         : strongEtag(found->responses.constFirst().text(DavNames::dav, u"getetag"));
}

QCoro::Task<Result<std::optional<CalDavCalendar::Private::Resource>>> CalDavCalendar::Private::get(QString id,
                                                                                                   DavLimits limits)
{
    const auto self = shared_from_this();
    const auto where = co_await place(limits);
    if (!where)
        co_return tl::unexpected(where.error());
    const QUrl url = hrefOfId(where->collection, id);
    if (!url.isValid())
        co_return std::nullopt;
    DavRequest request;
    request.method = "GET";
    request.url = url;
    request.headers = {{"Accept", "text/calendar"}};
    const auto reply = co_await client->send(request, limits);
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status() == 404 || reply->status() == 410)
        co_return std::nullopt;
    if (!reply->response.isSuccess())
        co_return tl::unexpected(reply->error(clock));
    Resource resource{id, reply->etag(), reply->response.body};
    if (resource.etag.isEmpty()) {
        const auto etag = co_await etagOf(url, limits);
        if (!etag)
            co_return tl::unexpected(etag.error());
        resource.etag = *etag;
    }
    co_return std::optional(resource);
}

QCoro::Task<Result<std::optional<Event>>> CalDavCalendar::Private::find(QString id, DavLimits limits)
{
    const auto self = shared_from_this();
    const auto there = co_await get(std::move(id), std::move(limits));
    if (!there)
        co_return tl::unexpected(there.error());
    if (!*there)
        co_return std::nullopt;
    const auto item = read(**there);
    if (!item)
        co_return tl::unexpected(item.error());
    co_return item->event();
}

QCoro::Task<Result<DavReply>> CalDavCalendar::Private::put(QUrl url, ICalComponent calendar, HttpHeaders conditions,
                                                           DavRequest::Repeat repeat, DavLimits limits)
{
    const auto self = shared_from_this();
    DavRequest request;
    request.method = "PUT";
    request.url = std::move(url);
    request.body = toICalendarText(calendar);
    request.contentType = "text/calendar; charset=utf-8";
    request.headers = std::move(conditions);
    request.repeat = repeat;
    const auto reply = co_await client->send(request, limits);
    co_return reply;
}

/// @p event as it is on the server after a PUT was answered with @p reply.
QCoro::Task<Result<Event>> CalDavCalendar::Private::written(Event event, DavReply reply, DavLimits limits)
{
    const auto self = shared_from_this();
    event.etag = reply.etag();
    if (!event.etag.isEmpty())
        co_return event;
    // RFC 4791 §5.3.4: no ETag means that the server has kept something else than it was given.
    const auto there = co_await find(event.id, limits);
    if (!there)
        co_return tl::unexpected(there.error());
    if (!*there)
        co_return failure(ErrorCode::Conflict, u"the event was removed at the same time"_s);
    co_return Event(**there);
}

/// For servers that keep a UID once in a calendar, under whatever name.
QCoro::Task<Result<std::optional<Event>>> CalDavCalendar::Private::findByUid(QString uid, DavLimits limits)
{
    const auto self = shared_from_this();
    const auto where = co_await place(limits);
    if (!where)
        co_return tl::unexpected(where.error());
    const auto found = co_await client->multistatus("REPORT", where->collection, "1", DavXml::uidQuery(uid), limits);
    if (!found)
        co_return tl::unexpected(found.error());
    for (const Resource &resource : answerOf(*found, where->collection).resources) {
        const auto item = read(resource);
        const auto event = item ? item->event() : std::nullopt;
        if (event && event->uid == uid) // some servers match a part
            co_return event;
    }
    co_return std::nullopt;
}

QCoro::Task<Result<Event>> CalDavCalendar::Private::insert(Event event, DavLimits limits)
{
    const auto self = shared_from_this();
    // One that was removed may come back under the name another program gave it.
    const auto good = LocalEvents::checked(event, isForeignId(event.id));
    if (!good)
        co_return tl::unexpected(good.error());
    const auto where = co_await place(limits);
    if (!where)
        co_return tl::unexpected(where.error());
    const QUrl url = hrefOfId(where->collection, good->id);
    const auto reply = co_await put(url, writer().write(*good, {clock.now(), randomToken(12)}),
                                    {{"If-None-Match", "*"}}, DavRequest::Repeat::IsSafe, limits);
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->response.isSuccess()) {
        const auto made = co_await written(*good, *reply, limits);
        co_return made;
    }
    const Error error = reply->error(clock);
    if (reply->status() == 412) {
        const auto there = co_await find(good->id, limits);
        if (!there)
            co_return tl::unexpected(there.error());
        if (!*there)
            co_return failure(ErrorCode::Conflict, u"the event was removed at the same time"_s);
        co_return Event(**there);
    }
    if (error.code == ErrorCode::InvalidInput || error.code == ErrorCode::Conflict) {
        const auto there = co_await findByUid(good->uid, limits);
        if (there && *there)
            co_return Event(**there);
    }
    co_return tl::unexpected(error);
}

QCoro::Task<Result<Event>> CalDavCalendar::Private::update(Event event, DavLimits limits)
{
    const auto self = shared_from_this();
    const auto good = LocalEvents::checked(event, isForeignId(event.id));
    if (!good)
        co_return tl::unexpected(good.error());
    const ICalendarWriter::Stamp stamp{clock.now(), randomToken(12)};
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const auto there = co_await get(good->id, limits);
        if (!there)
            co_return tl::unexpected(there.error());
        if (!*there)
            co_return failure(ErrorCode::NotFound, u"no such event"_s);
        const auto item = read(**there);
        if (!item)
            co_return tl::unexpected(item.error());
        const auto before = item->event();
        if (!before)
            co_return failure(ErrorCode::NotFound, u"no event where it should be"_s);
        Event after = *good;
        after.uid = before->uid; // never changes
        // The answer to an earlier attempt was lost; curl, too, sends once more when a connection it kept is broken.
        if (attempt > 0 && wasLastWritten(item->calendar, stamp.change))
            co_return Event(*before);
        if (!good->etag.isEmpty() && strongEtag(good->etag) != before->etag)
            co_return failure(ErrorCode::Conflict, u"the event moved on"_s);

        const auto calendar = writer().change(item->calendar, *before, after, reader(), stamp);
        HttpHeaders conditions;
        if (!before->etag.isEmpty())
            conditions.emplaceBack("If-Match", before->etag.toUtf8());
        const QUrl url = hrefOfId(m_place->collection, good->id);
        const auto reply = co_await put(url, calendar, conditions, DavRequest::Repeat::Never, limits);
        if (!reply) {
            const bool isLast = attempt + 1 == mostAttempts || limits.deadline.hasExpired();
            if (isLast || !isWorthRetrying(reply.error().code))
                co_return tl::unexpected(reply.error());
            const bool waited = co_await pauseFor(pauseAfterLoss, limits.stop);
            if (!waited)
                co_return failure(ErrorCode::Cancelled, u"the caller is gone"_s);
            continue; // perhaps it was done
        }
        if (reply->response.isSuccess()) {
            const auto made = co_await written(after, *reply, limits);
            co_return made;
        }
        if (reply->status() != 412)
            co_return tl::unexpected(reply->error(clock));
    }
    co_return failure(ErrorCode::Conflict, u"others keep changing the event"_s);
}

QCoro::Task<Result<void>> CalDavCalendar::Private::remove(QString id, DavLimits limits)
{
    const auto self = shared_from_this();
    const auto where = co_await place(limits);
    if (!where)
        co_return tl::unexpected(where.error());
    DavRequest request;
    request.method = "DELETE";
    request.url = hrefOfId(where->collection, id);
    if (!request.url.isValid())
        co_return Result<void>();
    const auto reply = co_await client->send(request, limits);
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (!reply->response.isSuccess() && reply->status() != 404 && reply->status() != 410)
        co_return tl::unexpected(reply->error(clock));
    co_return Result<void>();
}

CalDavCalendar::CalDavCalendar(Options options, HttpClient &client, const Clock &clock)
    : d(std::make_shared<Private>(std::move(options), client, clock))
{
}

CalDavCalendar::~CalDavCalendar() = default;

QString CalDavCalendar::name() const
{
    return u"caldav"_s;
}

qint64 CalDavCalendar::unreadable() const
{
    return d->unreadable;
}

QCoro::Task<Result<QList<Interval>>> CalDavCalendar::freeBusy(Interval window, std::stop_token stop)
{
    return d->freeBusy(window, d->limits(std::move(stop)));
}

QCoro::Task<Result<QList<Event>>> CalDavCalendar::list(Interval window, std::stop_token stop)
{
    return d->list(window, d->limits(std::move(stop)));
}

QCoro::Task<Result<std::optional<Event>>> CalDavCalendar::find(QString id, std::stop_token stop)
{
    return d->find(std::move(id), d->limits(std::move(stop)));
}

QCoro::Task<Result<Event>> CalDavCalendar::insert(Event event, std::stop_token stop)
{
    return d->insert(std::move(event), d->limits(std::move(stop)));
}

QCoro::Task<Result<Event>> CalDavCalendar::update(Event event, std::stop_token stop)
{
    return d->update(std::move(event), d->limits(std::move(stop)));
}

QCoro::Task<Result<void>> CalDavCalendar::remove(QString id, std::stop_token stop)
{
    return d->remove(std::move(id), d->limits(std::move(stop)));
}

QCoro::Task<Result<CalendarChanges>> CalDavCalendar::changes(QString token, std::stop_token stop)
{
    return d->changes(std::move(token), d->limits(std::move(stop)));
}

QCoro::Task<Result<void>> CalDavCalendar::check(std::stop_token stop)
{
    return d->check(d->limits(std::move(stop)));
}

} // namespace ChatCal
