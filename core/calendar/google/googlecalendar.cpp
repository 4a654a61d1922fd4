// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/google/googlecalendar.h"

#include "core/base/ids.h"
#include "core/calendar/google/googlecalendar_p.h"
#include "core/calendar/google/logging.h"
#include "core/calendar/localevents.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr int mostAttempts = 4; ///< when others change the same event in between
constexpr auto firstConferencePause = 150ms;

const QPair<QByteArray, QString> silently{"sendUpdates", u"none"_s};
const QPair<QByteArray, QString> withConferences{"conferenceDataVersion", u"1"_s};

/// Of an event that came into the calendar from elsewhere ("_60q3…"); nobody may give such an id.
bool isForeignId(const QString &id)
{
    return id.startsWith(u'_') || id.size() > 100;
}

tl::unexpected<Error> crowded()
{
    return failure(ErrorCode::Conflict, u"others keep changing the event"_s);
}

} // namespace

GoogleCall GoogleCalendar::Private::eventsCall(const QByteArray &method, const QString &id) const
{
    GoogleCall call;
    call.method = method;
    call.path = {u"calendars"_s, options.calendarId, u"events"_s};
    if (!id.isEmpty())
        call.path.append(id);
    return call;
}

QCoro::Task<Result<std::optional<QJsonObject>>> GoogleCalendar::Private::get(QString id, Limits limits)
{
    const auto self = shared_from_this();
    if (id.isEmpty() || id.size() > 1024)
        co_return std::nullopt;
    const auto reply = co_await api.call(eventsCall("GET", id), limits.deadline, limits.stop);
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->isSuccess())
        co_return std::optional(reply->json);
    if (reply->status == 404 || reply->status == 410)
        co_return std::nullopt;
    co_return tl::unexpected(reply->error());
}

QCoro::Task<Result<std::optional<Event>>> GoogleCalendar::Private::find(QString id, Limits limits)
{
    const auto self = shared_from_this();
    const auto there = co_await get(std::move(id), limits);
    if (!there)
        co_return tl::unexpected(there.error());
    if (!*there)
        co_return std::nullopt;
    const auto calendarZone = co_await zone(limits);
    if (!calendarZone)
        co_return tl::unexpected(calendarZone.error());
    const auto read = GoogleEvents::fromGoogle(**there, *calendarZone);
    if (!read)
        co_return tl::unexpected(read.error());
    if (read->isDeleted)
        co_return std::nullopt;
    Event event = read->event;
    event.isReadOnly = m_isReadOnly;
    co_return std::optional(event);
}

QCoro::Task<Result<Event>> GoogleCalendar::Private::insert(Event event, Limits limits)
{
    const auto self = shared_from_this();
    const auto good = LocalEvents::checked(event, isForeignId(event.id));
    if (!good)
        co_return tl::unexpected(good.error());
    const auto calendarZone = co_await zone(limits);
    if (!calendarZone)
        co_return tl::unexpected(calendarZone.error());
    QJsonObject body = GoogleEvents::toGoogle(*good, *calendarZone);
    body.insert(u"id"_s, good->id);
    if (good->wantsConference)
        body.insert(u"conferenceData"_s, GoogleEvents::conferenceRequest(*good));
    const auto item = co_await created(*good, body, limits);
    if (!item)
        co_return tl::unexpected(item.error());
    const auto made = co_await withConference(*item, limits);
    co_return made;
}

/// Inserts; where the id is taken, answers with what is there, and brings back what was deleted.
QCoro::Task<Result<QJsonObject>> GoogleCalendar::Private::created(Event event, QJsonObject body, Limits limits)
{
    const auto self = shared_from_this();
    GoogleCall call = eventsCall("POST");
    call.query = {silently, withConferences};
    call.body = body;
    auto reply = co_await api.call(call, limits.deadline, limits.stop);
    if (reply && reply->status == 400 && body.contains("conferenceData"_L1)) {
        // Not every account may make Meet conferences: the meeting is booked all the same.
        qCWarning(lcGoogle) << "an event is made without its conference, which the calendar refused";
        call.body.remove(u"conferenceData"_s);
        reply = co_await api.call(call, limits.deadline, limits.stop);
    }
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->isSuccess())
        co_return reply->json;
    if (reply->status != 409 && !isForeignId(event.id))
        co_return tl::unexpected(reply->error());

    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const auto there = co_await get(event.id, limits);
        if (!there)
            co_return tl::unexpected(there.error());
        if (!*there)
            co_return failure(ErrorCode::Conflict, u"the event was removed at the same time"_s);
        const bool isDeleted = (**there)["status"_L1].toString() == "cancelled"_L1;
        if (!isDeleted || event.status == Event::Status::Cancelled)
            co_return **there;
        const auto again = co_await revived(event, call.body, **there, limits);
        if (again || again.error().code != ErrorCode::Conflict)
            co_return again;
    }
    co_return crowded();
}

/// An id stays taken after its event was deleted: the event is written over what is left of it.
QCoro::Task<Result<QJsonObject>> GoogleCalendar::Private::revived(Event event, QJsonObject body, QJsonObject deleted,
                                                                  Limits limits)
{
    const auto self = shared_from_this();
    GoogleCall call = eventsCall("PATCH", event.id);
    call.query = {silently, withConferences};
    call.body = GoogleEvents::toPatch(event, deleted, m_zone.value_or(Zone()));
    if (body.contains("conferenceData"_L1))
        call.body.insert(u"conferenceData"_s, body["conferenceData"_L1]);
    call.ifMatch = deleted["etag"_L1].toString().toUtf8();
    const auto reply = co_await api.call(call, limits.deadline, limits.stop);
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (!reply->isSuccess())
        co_return tl::unexpected(reply->error());
    co_return reply->json;
}

/// @p item as an event, its conference waited for: Google makes it after it has answered.
QCoro::Task<Result<Event>> GoogleCalendar::Private::withConference(QJsonObject item, Limits limits)
{
    const auto self = shared_from_this();
    const auto calendarZone = co_await zone(limits);
    if (!calendarZone)
        co_return tl::unexpected(calendarZone.error());
    auto read = GoogleEvents::fromGoogle(item, *calendarZone);
    const Limits brief{std::min(limits.deadline, QDeadlineTimer(options.conferencePatience)), limits.stop};
    std::chrono::milliseconds pause = firstConferencePause;
    while (read && read->conferencePending && brief.deadline.remainingTimeAsDuration() > pause) {
        const bool waited = co_await pauseFor(pause, brief.stop);
        if (!waited)
            break;
        pause = std::min(pause * 2, std::chrono::milliseconds(1s));
        const auto now = co_await get(read->event.id, brief);
        if (!now || !*now)
            break; // it is booked all the same
        read = GoogleEvents::fromGoogle(**now, *calendarZone);
    }
    if (!read)
        co_return tl::unexpected(read.error());
    if (read->conferencePending)
        qCWarning(lcGoogle) << "a conference was not made in time; its meeting has no link";
    co_return Event(read->event);
}

QCoro::Task<Result<Event>> GoogleCalendar::Private::update(Event event, Limits limits)
{
    const auto self = shared_from_this();
    const auto good = LocalEvents::checked(event, isForeignId(event.id));
    if (!good)
        co_return tl::unexpected(good.error());
    const auto calendarZone = co_await zone(limits);
    if (!calendarZone)
        co_return tl::unexpected(calendarZone.error());
    const QString mark = randomToken(9);
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const auto there = co_await get(good->id, limits);
        if (!there)
            co_return tl::unexpected(there.error());
        const auto before = GoogleEvents::fromGoogle(there->value_or(QJsonObject()), *calendarZone);
        if (before && *there && GoogleEvents::changeMark(**there) == mark)
            co_return Event(before->event); // the answer to an earlier attempt was lost on its way
        const QString etag = *there ? (**there)["etag"_L1].toString() : QString();
        const bool isDeleted = *there && (**there)["status"_L1].toString() == "cancelled"_L1;
        // What the caller itself has cancelled it may take back; else what is deleted is not there.
        if (!*there || (isDeleted && good->etag != etag))
            co_return failure(ErrorCode::NotFound, u"no such event"_s);
        if (!good->etag.isEmpty() && good->etag != etag)
            co_return failure(ErrorCode::Conflict, u"the event moved on"_s);

        Event after = *good;
        if (before && !before->event.uid.isEmpty())
            after.uid = before->event.uid; // never changes
        GoogleCall call = eventsCall("PATCH", good->id);
        call.query = {silently};
        call.body = GoogleEvents::toPatch(after, **there, *calendarZone);
        GoogleEvents::setChangeMark(&call.body, mark);
        call.ifMatch = etag.toUtf8();
        const auto reply = co_await api.call(call, limits.deadline, limits.stop);
        if (!reply)
            co_return tl::unexpected(reply.error());
        if (reply->isSuccess()) {
            const auto read = GoogleEvents::fromGoogle(reply->json, *calendarZone);
            if (!read)
                co_return tl::unexpected(read.error());
            co_return Event(read->event);
        }
        if (reply->status != 412)
            co_return tl::unexpected(reply->error());
    }
    co_return crowded();
}

QCoro::Task<Result<void>> GoogleCalendar::Private::remove(QString id, Limits limits)
{
    const auto self = shared_from_this();
    if (id.isEmpty() || id.size() > 1024)
        co_return Result<void>();
    GoogleCall call = eventsCall("DELETE", id);
    call.query = {silently};
    const auto reply = co_await api.call(call, limits.deadline, limits.stop);
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (!reply->isSuccess() && reply->status != 404 && reply->status != 410)
        co_return tl::unexpected(reply->error());
    co_return Result<void>();
}

GoogleCalendar::GoogleCalendar(Options options, std::shared_ptr<GoogleAccess> access, HttpClient &client,
                               const Clock &clock)
    : d(std::make_shared<Private>(std::move(options), std::move(access), client, clock))
{
}

GoogleCalendar::~GoogleCalendar() = default;

QString GoogleCalendar::name() const
{
    return u"google"_s;
}

QString GoogleCalendar::newUid() const
{
    return GoogleEvents::googleUid(fingerprint(randomToken().toLatin1()).left(32)); // hex digits are base32hex, too
}

qint64 GoogleCalendar::skipped() const
{
    return d->skipped;
}

QCoro::Task<Result<QList<Interval>>> GoogleCalendar::freeBusy(Interval window, std::stop_token stop)
{
    return d->freeBusy(window, d->limits(std::move(stop)));
}

QCoro::Task<Result<QList<Event>>> GoogleCalendar::list(Interval window, std::stop_token stop)
{
    return d->list(window, d->limits(std::move(stop)));
}

QCoro::Task<Result<std::optional<Event>>> GoogleCalendar::find(QString id, std::stop_token stop)
{
    return d->find(std::move(id), d->limits(std::move(stop)));
}

QCoro::Task<Result<Event>> GoogleCalendar::insert(Event event, std::stop_token stop)
{
    return d->insert(std::move(event), d->limits(std::move(stop)));
}

QCoro::Task<Result<Event>> GoogleCalendar::update(Event event, std::stop_token stop)
{
    return d->update(std::move(event), d->limits(std::move(stop)));
}

QCoro::Task<Result<void>> GoogleCalendar::remove(QString id, std::stop_token stop)
{
    return d->remove(std::move(id), d->limits(std::move(stop)));
}

QCoro::Task<Result<CalendarChanges>> GoogleCalendar::changes(QString token, std::stop_token stop)
{
    return d->changes(std::move(token), d->limits(std::move(stop)));
}

QCoro::Task<Result<void>> GoogleCalendar::check(std::stop_token stop)
{
    return d->check(d->limits(std::move(stop)));
}

} // namespace ChatCal
