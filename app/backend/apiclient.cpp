// SPDX-License-Identifier: Apache-2.0
#include "app/backend/apiclient.h"

#include "core/base/json.h"
#include "core/net/ssereader.h"
#include "core/time/words.h"

#include <QCoroTimer>

#include <QJsonArray>
#include <QLocale>
#include <QPointer>
#include <QTimer>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

QList<Interval> readSlots(const QJsonValue &value)
{
    QList<Interval> list;
    for (const auto &slot : value.toArray()) {
        if (const auto interval = intervalFromJson(slot.toObject()))
            list.append(*interval);
    }
    return list;
}

/// The errors of a problem+json, in words.
QString problemWords(const QJsonObject &problem)
{
    const QString detail = problem.value("detail"_L1).toString();
    return detail.isEmpty() ? problem.value("title"_L1).toString() : detail;
}

Error toError(const HttpResponse &response, const QJsonObject &problem)
{
    const SystemClock clock;
    const auto checked = checkStatus(response, clock);
    Error error = checked ? Error{ErrorCode::Protocol, u"unexpected answer"_s, {}, {}} : checked.error();
    if (response.status == 500)
        error.code = ErrorCode::Internal; // it is there, and failed at this very wish
    for (const auto &value : problem.value("errors"_L1).toArray()) {
        const QJsonObject field = value.toObject();
        error.fields.append({field.value("field"_L1).toString(), Sentence::said(field.value("message"_L1).toString())});
    }
    return error;
}

QuickView readView(const QJsonObject &json)
{
    QuickView view;
    const QJsonObject draft = json.value("draft"_L1).toObject();
    view.title = draft.value("title"_L1).toString();
    view.words = draft.value("words"_L1).toString();
    view.when = intervalFromJson(draft);
    if (const auto midnight = fromIsoLocal(draft.value("day"_L1).toString() + u"T00:00"_s))
        view.day = dayOf(*midnight);
    view.workingHours = readSlots(json.value("working_hours"_L1));
    view.location = draft.value("location"_L1).toString();
    view.asksToRepeat = draft.value("asks_to_repeat"_L1).toBool();
    for (const auto &value : draft.value("attendees"_L1).toArray())
        view.attendees.append(value.toObject().value("name"_L1).toString());
    for (const auto &value : json.value("spans"_L1).toArray()) {
        const QJsonObject span = value.toObject();
        view.spans.append(
            {span.value("from"_L1).toInt(), span.value("to"_L1).toInt(), span.value("kind"_L1).toString()});
    }
    for (const auto &value : json.value("conflicts"_L1).toArray()) {
        const QJsonObject conflict = value.toObject();
        if (const auto when = intervalFromJson(conflict))
            view.conflicts.append({*when, conflict.value("title"_L1).toString()});
    }
    view.alternatives = readSlots(json.value("alternatives"_L1));
    return view;
}

QJsonObject quickBookBody(const QString &text, const QList<TextRange> &literal, bool commit)
{
    QJsonArray stretches;
    for (const TextRange &range : literal)
        stretches.append(QJsonObject{{u"from"_s, range.from}, {u"to"_s, range.to}});
    QJsonObject body{{u"text"_s, text}, {u"commit"_s, commit}};
    if (!stretches.isEmpty())
        body.insert(u"literal"_s, stretches);
    return body;
}

/// What a meeting or an event has become, or why it was refused (409); its id is of the one kind or the other.
QuickOutcome readOutcome(const QJsonObject &json, int status)
{
    QuickOutcome outcome;
    if (status == 409) {
        outcome.message = problemWords(json);
        outcome.alternatives = readSlots(json.value("alternatives"_L1));
        return outcome;
    }
    outcome.uid = json.value("uid"_L1).toString();
    outcome.title = json.value("title"_L1).toString();
    outcome.when = intervalFromJson(json);
    return outcome;
}

QString pathOf(const QString &meeting)
{
    return u"/api/v1/meetings/"_s + QString::fromLatin1(QUrl::toPercentEncoding(meeting));
}

QString pathOfEvent(const QString &id)
{
    return u"/api/v1/calendar-events/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id));
}

/// "from" and "to" of @p window as a query.
QUrlQuery queryFor(const Interval &window)
{
    QUrlQuery query;
    query.addQueryItem(u"from"_s, toRfc3339({window.start, Zone()}).replace(u'+', "%2B"_L1));
    query.addQueryItem(u"to"_s, toRfc3339({window.end, Zone()}).replace(u'+', "%2B"_L1));
    return query;
}

HttpHeaders withKey(const QString &key)
{
    return key.isEmpty() ? HttpHeaders() : HttpHeaders{{"Idempotency-Key", key.toLatin1()}};
}

HttpHeaders withSequence(std::optional<int> sequence)
{
    return sequence ? HttpHeaders{{"If-Match", '"' + QByteArray::number(*sequence) + '"'}} : HttpHeaders();
}

HttpHeaders withEtag(const QString &etag)
{
    return etag.isEmpty() ? HttpHeaders() : HttpHeaders{{"If-Match", '"' + etag.toLatin1() + '"'}};
}

QCoro::Task<> pause(std::chrono::milliseconds length)
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(length);
    co_await timer;
}

} // namespace

ApiClient::ApiClient(QObject *parent) : QObject(parent)
{
}

ApiClient::~ApiClient()
{
    m_following.request_stop();
}

void ApiClient::setServer(const QUrl &url, const Secret &token)
{
    m_url = url;
    m_token = token;
    m_lastEventId.clear();
    m_following.request_stop();
}

QCoro::Task<Result<ApiClient::Answer>> ApiClient::call(QByteArray method, QString path, QJsonObject body,
                                                       HttpHeaders headers)
{
    if (!hasServer())
        co_return failure(ErrorCode::Unavailable, u"no server yet"_s);
    HttpRequest request;
    request.method = method;
    request.url = QUrl(m_url.toString() + path);
    request.headers = {{"Authorization", "Bearer " + m_token.reveal()},
                       {"Content-Type", "application/json"},
                       {"Accept-Language", QLocale().bcp47Name().toLatin1()}};
    request.headers += headers;
    if (method != "GET")
        request.body = toJson(body);
    const auto response = co_await m_http.send(request, {});
    if (!response)
        co_return tl::unexpected(response.error());
    const auto json = parseJsonObject(response->body);
    if (!json && !response->isSuccess())
        co_return tl::unexpected(toError(*response, {})); // of a proxy in between: the status says enough
    if (!json)
        co_return failure(ErrorCode::Protocol, u"the server's answer is not JSON"_s);
    // 409 says what could be had instead: an answer, not a failure.
    if (!response->isSuccess() && response->status != 409)
        co_return tl::unexpected(toError(*response, *json));
    co_return Answer{response->status, *json};
}

QCoro::Task<Result<ServerFacts>> ApiClient::greet()
{
    const QPointer<ApiClient> self(this);
    const auto configuration = co_await call("GET", u"/widget-config.json"_s, {}, {});
    if (!configuration)
        co_return tl::unexpected(configuration.error());
    if (!self)
        co_return failure(ErrorCode::Cancelled, u"caller gone"_s);
    ServerFacts facts;
    facts.hostName = configuration->json.value("host_name"_L1).toString();
    facts.zone = Zone::find(configuration->json.value("time_zone"_L1).toString()).value_or(Zone());
    const auto health = co_await call("GET", u"/health"_s, {}, {});
    const auto now = health ? fromRfc3339(health->json.value("timestamp"_L1).toString()) : std::nullopt;
    // An ailing server has no clock to ask; this machine's will do.
    facts.now = now.value_or(SystemClock().now());
    co_return facts;
}

QCoro::Task<Result<Agenda>> ApiClient::agenda(Interval window)
{
    const auto answer = co_await call("GET", u"/api/v1/agenda?"_s + queryFor(window).toString(), {}, {});
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return agendaFromJson(answer->json);
}

QCoro::Task<Result<MeetingDetails>> ApiClient::meeting(QString uid)
{
    const auto answer = co_await call("GET", pathOf(uid), {}, {});
    if (!answer)
        co_return tl::unexpected(answer.error());
    auto meeting = meetingFromJson(answer->json);
    if (!meeting)
        co_return failure(ErrorCode::Protocol, u"the server's answer is not a meeting"_s);
    co_return std::move(*meeting);
}

QCoro::Task<Result<QList<Interval>>> ApiClient::availability(Interval window, std::chrono::minutes length)
{
    QUrlQuery query = queryFor(window);
    query.addQueryItem(u"duration_minutes"_s, QString::number(length.count()));
    const auto answer = co_await call("GET", u"/api/v1/availability?"_s + query.toString(), {}, {});
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return readSlots(answer->json.value("slots"_L1));
}

QCoro::Task<Result<QJsonObject>> ApiClient::settings()
{
    const auto answer = co_await call("GET", u"/api/v1/settings"_s, {}, {});
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return QJsonObject(answer->json);
}

QCoro::Task<Result<QJsonObject>> ApiClient::changeSettings(QJsonObject changes)
{
    const auto answer = co_await call("PUT", u"/api/v1/settings"_s, std::move(changes), {});
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return QJsonObject(answer->json);
}

QCoro::Task<Result<QuickView>> ApiClient::preview(QString text, QList<TextRange> literal)
{
    const auto answer = co_await call("POST", u"/api/v1/quick-book"_s, quickBookBody(text, literal, false), {});
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return readView(answer->json);
}

QCoro::Task<Result<QuickOutcome>> ApiClient::book(const QString &text, const QString &key,
                                                  std::optional<Instant> typedAt, const QList<TextRange> &literal)
{
    QJsonObject body = quickBookBody(text, literal, true);
    if (typedAt)
        body.insert(u"typed_at"_s, toRfc3339({*typedAt, Zone()}));
    return change("POST", u"/api/v1/quick-book"_s, body, withKey(key));
}

QCoro::Task<Result<QuickOutcome>> ApiClient::bookMeeting(QJsonObject meeting, const QString &key)
{
    return change("POST", u"/api/v1/meetings"_s, std::move(meeting), withKey(key));
}

QCoro::Task<Result<QuickOutcome>> ApiClient::moveMeeting(const QString &uid, Interval when, std::optional<int> sequence)
{
    const auto length = std::chrono::duration_cast<std::chrono::minutes>(when.end - when.start).count();
    return change("PATCH", pathOf(uid),
                  {{u"start"_s, toRfc3339({when.start, Zone()})}, {u"duration_minutes"_s, static_cast<int>(length)}},
                  withSequence(sequence));
}

QCoro::Task<Result<QuickOutcome>> ApiClient::cancelMeeting(const QString &uid, std::optional<int> sequence)
{
    return change("DELETE", pathOf(uid), {}, withSequence(sequence));
}

QCoro::Task<Result<QuickOutcome>> ApiClient::change(QByteArray method, QString path, QJsonObject body,
                                                    HttpHeaders headers)
{
    const auto answer = co_await call(method, path, body, headers);
    if (!answer)
        co_return tl::unexpected(answer.error());
    QuickOutcome outcome = readOutcome(answer->json, answer->status);
    if (answer->status != 409) {
        outcome.meetingId = answer->json.value("id"_L1).toString();
        outcome.sequence = answer->json.value("sequence"_L1).toInt();
    }
    co_return outcome;
}

QCoro::Task<Result<QuickOutcome>> ApiClient::moveEvent(const QString &id, Interval when, const QString &etag)
{
    return changeEvent("PATCH", pathOfEvent(id),
                       {{u"start"_s, toRfc3339({when.start, Zone()})}, {u"end"_s, toRfc3339({when.end, Zone()})}},
                       withEtag(etag));
}

QCoro::Task<Result<QuickOutcome>> ApiClient::removeEvent(const QString &id, const QString &etag)
{
    return changeEvent("DELETE", pathOfEvent(id), {}, withEtag(etag));
}

QCoro::Task<Result<QuickOutcome>> ApiClient::restoreEvent(const QString &id)
{
    return changeEvent("POST", pathOfEvent(id) + u"/restore"_s, {}, {});
}

QCoro::Task<Result<QuickOutcome>> ApiClient::changeEvent(QByteArray method, QString path, QJsonObject body,
                                                         HttpHeaders headers)
{
    const auto answer = co_await call(method, path, body, headers);
    if (!answer)
        co_return tl::unexpected(answer.error());
    QuickOutcome outcome = readOutcome(answer->json, answer->status);
    if (answer->status != 409) { // else it became another kind of event
        outcome.eventId = answer->json.value("id"_L1).toString();
        outcome.etag = answer->json.value("etag"_L1).toString();
    }
    co_return outcome;
}

QCoro::Task<Result<QJsonObject>> ApiClient::ask(QByteArray method, QString path, QJsonObject body)
{
    const auto answer = co_await call(method, path, body, {});
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (answer->status == 409)
        co_return failure(ErrorCode::Conflict, problemWords(answer->json));
    co_return QJsonObject(answer->json);
}

void ApiClient::follow()
{
    m_following.request_stop();
    m_following = std::stop_source();
    followStream(m_url, m_following.get_token());
}

QCoro::Task<> ApiClient::followStream(QUrl url, std::stop_token stop)
{
    const QPointer<ApiClient> self(this);
    std::chrono::milliseconds wait = 500ms;
    while (self && !stop.stop_requested()) {
        auto reader = std::make_shared<SseReader>();
        auto opened = std::make_shared<bool>(false);
        HttpRequest request;
        request.url = QUrl(url.toString() + u"/api/v1/events"_s);
        request.headers = {{"Authorization", "Bearer " + m_token.reveal()}, {"Accept", "text/event-stream"}};
        if (!m_lastEventId.isEmpty())
            request.headers.append({"Last-Event-ID", m_lastEventId});
        request.timeout = 40s; // the server sends a comment every 15 s
        request.maximumBody = std::numeric_limits<qint64>::max();
        const auto done = co_await m_http.stream(request, streamTaker(self, reader, opened), stop);
        if (!self || stop.stop_requested())
            co_return;
        if (*opened)
            wait = 500ms;
        Q_EMIT connectedChanged(false);
        co_await pause(wait);
        wait = std::min<std::chrono::milliseconds>(wait * 2, 30s);
    }
}

HttpClient::Taker ApiClient::streamTaker(const QPointer<ApiClient> &self, const std::shared_ptr<SseReader> &reader,
                                         const std::shared_ptr<bool> &opened)
{
    return
        [self, reader, opened](const QByteArray &piece) -> QCoro::Task<> { return take(self, reader, opened, piece); };
}

QCoro::Task<> ApiClient::take(QPointer<ApiClient> self, std::shared_ptr<SseReader> reader, std::shared_ptr<bool> opened,
                              QByteArray piece)
{
    if (!self)
        co_return;
    if (!std::exchange(*opened, true)) {
        Q_EMIT self->connectedChanged(true);
        Q_EMIT self->calendarChanged(); // whatever happened while nobody listened
    }
    const auto events = reader->feed(piece);
    if (!events)
        co_return;
    for (const SseEvent &event : *events) {
        if (!self)
            co_return;
        self->m_lastEventId = event.lastEventId.toLatin1();
        self->handle(event.type, event.data.toUtf8());
    }
}

void ApiClient::handle(const QString &event, const QByteArray &data)
{
    if (event == "meeting_changed"_L1 || event == "calendar_changed"_L1 || event == "reset"_L1) {
        Q_EMIT calendarChanged();
    } else if (event == "reminder"_L1) {
        const auto json = parseJsonObject(data);
        if (!json)
            return;
        const QJsonObject meeting = json->value("meeting"_L1).toObject();
        Q_EMIT reminder(meeting.value("title"_L1).toString(), meeting.value("id"_L1).toString(),
                        json->value("minutes"_L1).toInt());
    }
}

} // namespace ChatCal
