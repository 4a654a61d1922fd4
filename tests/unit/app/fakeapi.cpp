// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/app/fakeapi.h"

#include "core/base/json.h"
#include "core/time/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QJsonObject bodyOf(const ServerRequest &request)
{
    return parseJsonObject(request.body).value_or(QJsonObject());
}

void setTime(QJsonObject &meeting, Instant start, int minutes)
{
    meeting.insert(u"start"_s, toRfc3339({start, Zone()}));
    meeting.insert(u"end"_s, toRfc3339({start + std::chrono::minutes(minutes), Zone()}));
    meeting.insert(u"duration_minutes"_s, minutes);
}

bool isCancelled(const QJsonObject &meeting)
{
    return meeting.value("status"_L1) == "cancelled"_L1;
}

/// Whether If-Match, if there is one, names the meeting as it is.
bool isCurrent(const ServerRequest &request, const QJsonObject &meeting)
{
    const QByteArray wanted = request.headers.value("If-Match");
    return wanted.isEmpty() || wanted == '"' + QByteArray::number(meeting.value("sequence"_L1).toInt()) + '"';
}

/// The same of an event.
bool isSame(const ServerRequest &request, const QJsonObject &event)
{
    const QByteArray wanted = request.headers.value("If-Match");
    return wanted.isEmpty() || wanted == '"' + event.value("etag"_L1).toString().toLatin1() + '"';
}

void count(QJsonObject &meeting)
{
    meeting.insert(u"sequence"_s, meeting.value("sequence"_L1).toInt() + 1);
}

} // namespace

FakeApi::FakeApi()
{
    Router router;
    serve(router, "POST", u"/api/v1/quick-book"_s, &FakeApi::quickBook);
    serve(router, "GET", u"/api/v1/agenda"_s, &FakeApi::answerAgenda);
    serve(router, "GET", u"/api/v1/availability"_s, &FakeApi::answerSlots);
    serve(router, "GET", u"/api/v1/settings"_s, &FakeApi::answerSettings);
    serve(router, "PUT", u"/api/v1/settings"_s, &FakeApi::changeSettings);
    serve(router, "POST", u"/api/v1/meetings"_s, &FakeApi::book);
    serve(router, "GET", u"/api/v1/meetings/{id}"_s, &FakeApi::showMeeting);
    serve(router, "PATCH", u"/api/v1/meetings/{id}"_s, &FakeApi::changeMeeting);
    serve(router, "DELETE", u"/api/v1/meetings/{id}"_s, &FakeApi::cancelMeeting);
    serve(router, "PATCH", u"/api/v1/calendar-events/{id}"_s, &FakeApi::moveEvent);
    serve(router, "DELETE", u"/api/v1/calendar-events/{id}"_s, &FakeApi::removeEvent);
    serve(router, "POST", u"/api/v1/calendar-events/{id}/restore"_s, &FakeApi::restoreEvent);
    router.route("GET", u"/widget-config.json"_s, [](const ServerRequest &) -> QCoro::Task<ServerResponse> {
        co_return ServerResponse::json({{u"host_name"_s, u"Grace"_s}, {u"time_zone"_s, u"America/New_York"_s}});
    });
    router.route("GET", u"/version"_s, [](const ServerRequest &) -> QCoro::Task<ServerResponse> {
        co_return ServerResponse::json({{u"name"_s, u"ChatCal"_s}});
    });
    m_server = std::make_unique<HttpServer>(std::move(router));
    const auto port = orDie(m_server->listen(QHostAddress(QHostAddress::LocalHost), 0), "a free port");
    m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
}

void FakeApi::serve(Router &router, const QByteArray &method, const QString &path, Handler handler)
{
    router.route(method, path, [this, handler](ServerRequest request) -> QCoro::Task<ServerResponse> {
        if (!isAuthorized(request))
            co_return problemResponse(401, u"no token"_s);
        calls.append(QString::fromLatin1(request.method) + u' ' + request.path);
        auto scripted = before ? before(request) : std::nullopt;
        if (scripted)
            co_return std::move(*scripted);
        co_return (this->*handler)(request);
    });
}

bool FakeApi::isAuthorized(const ServerRequest &request) const
{
    return request.headers.value("Authorization") == "Bearer " + token().reveal();
}

QJsonObject FakeApi::addMeeting(const QString &uid, const QString &title, const QString &start, int minutes)
{
    QJsonObject meeting{{u"id"_s, u"id-"_s + uid},
                        {u"uid"_s, uid},
                        {u"title"_s, title},
                        {u"sequence"_s, 0},
                        {u"attendees"_s, QJsonArray()},
                        {u"status"_s, u"confirmed"_s}};
    setTime(meeting, *fromRfc3339(start), minutes);
    meetings.insert(uid, meeting);
    return meeting;
}

ServerResponse FakeApi::quickBook(const ServerRequest &request)
{
    const QJsonObject body = bodyOf(request);
    if (!body.value("text"_L1).isString())
        return problemResponse(400, u"text is missing"_s);
    const QString text = body.value("text"_L1).toString();
    literal = body.value("literal"_L1).toArray();
    if (!body.value("commit"_L1).toBool()) {
        texts.append(text);
        return ServerResponse::json(preview);
    }
    const QString key = QString::fromLatin1(request.headers.value("Idempotency-Key"));
    booked.append(text);
    keys.append(key);
    if (m_answers.contains(key))
        return m_answers.value(key);
    const ServerResponse response = ServerResponse::json(outcome, outcomeStatus);
    if (outcomeStatus == 201) {
        done.append(u"book "_s + text);
        m_answers.insert(key, response);
    }
    return response;
}

ServerResponse FakeApi::book(const ServerRequest &request)
{
    const QString key = QString::fromLatin1(request.headers.value("Idempotency-Key"));
    if (!key.isEmpty() && m_answers.contains(key))
        return m_answers.value(key);
    const QJsonObject body = bodyOf(request);
    const auto start = fromRfc3339(body.value("start"_L1).toString());
    if (!start)
        return problemResponse(422, u"start is missing"_s);
    const QString title = body.value("title"_L1).toString();
    QJsonObject meeting = addMeeting(QString::number(meetings.size() + 1), title, body.value("start"_L1).toString(),
                                     body.value("duration_minutes"_L1).toInt());
    for (const auto member : {"attendees"_L1, "location"_L1, "description"_L1}) {
        if (body.contains(member))
            meeting.insert(member, body.value(member));
    }
    meetings.insert(meeting.value("uid"_L1).toString(), meeting);
    done.append(u"book "_s + title);
    const ServerResponse response = ServerResponse::json(meeting, 201);
    if (!key.isEmpty())
        m_answers.insert(key, response);
    return response;
}

ServerResponse FakeApi::showMeeting(const ServerRequest &request)
{
    const QString uid = request.parameter(u"id");
    return meetings.contains(uid) ? ServerResponse::json(meetings.value(uid)) : problemResponse(404, u"no meeting"_s);
}

ServerResponse FakeApi::changeMeeting(const ServerRequest &request)
{
    const QString uid = request.parameter(u"id");
    if (!meetings.contains(uid))
        return problemResponse(404, u"no meeting"_s);
    QJsonObject &meeting = meetings[uid];
    if (isCancelled(meeting))
        return problemResponse(409, u"It is cancelled."_s);
    if (!isCurrent(request, meeting))
        return problemResponse(412, u"It moved on."_s);
    const QJsonObject body = bodyOf(request);
    const auto start = fromRfc3339(body.value("start"_L1).toString());
    setTime(meeting, start.value_or(*fromRfc3339(meeting.value("start"_L1).toString())),
            body.value("duration_minutes"_L1).toInt(meeting.value("duration_minutes"_L1).toInt()));
    count(meeting);
    done.append(u"move "_s + uid);
    return ServerResponse::json(meeting);
}

ServerResponse FakeApi::cancelMeeting(const ServerRequest &request)
{
    const QString uid = request.parameter(u"id");
    if (!meetings.contains(uid))
        return problemResponse(404, u"no meeting"_s);
    QJsonObject &meeting = meetings[uid];
    if (isCancelled(meeting))
        return ServerResponse::json(meeting);
    if (!isCurrent(request, meeting))
        return problemResponse(412, u"It moved on."_s);
    meeting.insert(u"status"_s, u"cancelled"_s);
    count(meeting);
    done.append(u"cancel "_s + uid);
    return ServerResponse::json(meeting);
}

void FakeApi::addEvent(const QString &title, const QString &start, const QString &end)
{
    const QString id = u"id-"_s + title;
    events.insert(id,
                  {{u"id"_s, id},
                   {u"uid"_s, u"uid-"_s + title},
                   {u"title"_s, title},
                   {u"start"_s, start},
                   {u"end"_s, end},
                   {u"etag"_s, u"1"_s}});
}

ServerResponse FakeApi::moveEvent(const ServerRequest &request)
{
    const QString id = request.parameter(u"id");
    if (!events.contains(id))
        return problemResponse(404, u"no event"_s);
    QJsonObject &event = events[id];
    const QJsonObject body = bodyOf(request);
    const auto moment = [](const QJsonObject &object, QLatin1StringView member) {
        return fromRfc3339(object.value(member).toString());
    };
    if (moment(event, "start"_L1) == moment(body, "start"_L1) && moment(event, "end"_L1) == moment(body, "end"_L1))
        return ServerResponse::json(event);
    if (!isSame(request, event))
        return problemResponse(412, u"It moved on."_s);
    event.insert(u"start"_s, body.value("start"_L1));
    event.insert(u"end"_s, body.value("end"_L1));
    event.insert(u"etag"_s, QString::number(event.value("etag"_L1).toString().toInt() + 1));
    done.append(u"move "_s + id);
    return ServerResponse::json(event);
}

ServerResponse FakeApi::removeEvent(const ServerRequest &request)
{
    const QString id = request.parameter(u"id");
    if (!events.contains(id))
        return problemResponse(404, u"no event"_s);
    if (!isSame(request, events.value(id)))
        return problemResponse(412, u"It moved on."_s);
    const QJsonObject event = events.take(id);
    removed.insert(id, event);
    done.append(u"delete "_s + id);
    return ServerResponse::json(event);
}

ServerResponse FakeApi::restoreEvent(const ServerRequest &request)
{
    const QString id = request.parameter(u"id");
    if (!removed.contains(id))
        return problemResponse(404, u"no event"_s);
    if (!events.contains(id)) {
        QJsonObject event = removed.value(id);
        event.insert(u"etag"_s, QString::number(event.value("etag"_L1).toString().toInt() + 10));
        events.insert(id, event);
        done.append(u"restore "_s + id);
    }
    return ServerResponse::json(events.value(id));
}

ServerResponse FakeApi::changeSettings(const ServerRequest &request)
{
    const QJsonObject changes = bodyOf(request);
    for (auto it = changes.begin(); it != changes.end(); ++it)
        settings.insert(it.key(), it.value());
    return ServerResponse::json(settings);
}

} // namespace ChatCal
