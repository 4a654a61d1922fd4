// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakegoogle.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

void write(QTcpSocket &socket, int status, const QByteArray &body, const QByteArray &headers = {})
{
    socket.write("HTTP/1.1 " + QByteArray::number(status) + " Whatever\r\nContent-Type: application/json\r\n" + headers
                 + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

QByteArray bytesOf(int status, const QJsonObject &json)
{
    return status == 204 ? QByteArray() : QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// As a form is read: "+" is a space.
QUrlQuery formOf(QByteArray text)
{
    return QUrlQuery(QString::fromLatin1(text.replace('+', "%20")));
}

FakeGoogleEvents::Query readable(const QUrlQuery &query)
{
    FakeGoogleEvents::Query values;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        values.insert(name, value);
    return values;
}

/// A page as long as a list of 50 MB would be, in pieces, so that it is never held here at once.
void flood(QTcpSocket &socket)
{
    constexpr qint64 size = 50 * 1024 * 1024;
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(size)
                 + "\r\n\r\n{\"items\":[");
    const QByteArray event = R"({"id":"flood1","summary":")" + QByteArray(60'000, 'x') + "\"},";
    const auto more = [&socket, event, sent = qint64(10)](qint64) mutable {
        while (socket.bytesToWrite() < 256 * 1024 && sent < size) {
            const QByteArray piece = event.left(size - sent);
            sent += socket.write(piece);
        }
    };
    QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, more);
}

} // namespace

const QStringList FakeGoogle::scopes{u"https://www.googleapis.com/auth/calendar.events"_s,
                                     u"https://www.googleapis.com/auth/calendar.freebusy"_s};

FakeGoogle::FakeGoogle()
{
    m_server.onOther([this](const FakeHttpServer::Request &request, QTcpSocket &socket) { answer(request, socket); });
}

QStringList FakeGoogle::calls() const
{
    QStringList calls;
    const QByteArray base = "/calendar/v3";
    for (const FakeHttpServer::Request &request : m_server.requests()) {
        if (request.target.startsWith(base))
            calls.append(QString::fromLatin1(request.method + ' ' + request.target.mid(base.size())));
    }
    return calls;
}

void FakeGoogle::break_(const Fault &fault, int times)
{
    for (int i = 0; i < times; ++i)
        m_faults.append(fault);
}

std::optional<FakeGoogle::Fault> FakeGoogle::nextFault(const FakeHttpServer::Request &request)
{
    const bool isWrite = request.method != "GET" && !request.target.endsWith("/freeBusy");
    for (qsizetype at = 0; at < m_faults.size(); ++at) {
        const bool fits = m_faults[at].method.isEmpty() || m_faults[at].method == request.method;
        if (fits && (isWrite || !m_faults[at].onlyWrites))
            return m_faults.takeAt(at);
    }
    return std::nullopt;
}

void FakeGoogle::answer(const FakeHttpServer::Request &request, QTcpSocket &socket)
{
    const QUrl url = QUrl::fromEncoded(request.target);
    const QString path = url.path(QUrl::FullyEncoded);
    const QUrlQuery query = formOf(url.query(QUrl::FullyEncoded).toLatin1());
    if (path == "/fake/events"_L1) {
        QJsonArray events;
        for (const QJsonObject &event : m_events.events())
            events.append(event);
        write(socket, 200, bytesOf(200, {{u"events"_s, events}}));
        return;
    }
    if (path.startsWith("/oauth/"_L1)) {
        const auto answer = oauth(request, path.mid(6), query);
        const QByteArray where =
            answer.location.isEmpty() ? QByteArray() : "Location: " + answer.location.toEncoded() + "\r\n";
        write(socket, answer.status, bytesOf(answer.status, answer.json), where);
        return;
    }
    const auto fault = nextFault(request);
    if (fault && fault->kind == Fault::Kind::Stall)
        return;
    if (fault && fault->kind == Fault::Kind::Flood) {
        flood(socket);
        return;
    }
    if (fault && fault->kind == Fault::Kind::Nonsense) {
        write(socket, 200, "<html>\xff\xfe captive portal");
        return;
    }
    if (fault && fault->kind == Fault::Kind::Status) {
        const auto no = FakeGoogleEvents::failure(fault->status, fault->reason, u"Broken by the test."_s);
        write(socket, no.status, bytesOf(no.status, no.json), fault->headers);
        return;
    }
    const auto answer = path.startsWith("/calendar/v3/"_L1)
        ? api(request, path.mid(12), query)
        : FakeGoogleEvents::failure(404, u"notFound"_s, u"Not Found"_s);
    const QByteArray body = bytesOf(answer.status, answer.json);
    if (fault && fault->kind == Fault::Kind::LoseAnswer) {
        socket.abort();
    } else if (fault && fault->kind == Fault::Kind::HalfAnswer) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size() + 10) + "\r\n\r\n"
                     + body.left(body.size() / 2));
        socket.disconnectFromHost();
    } else {
        write(socket, answer.status, body);
    }
}

FakeGoogleEvents::Answer FakeGoogle::api(const FakeHttpServer::Request &request, const QString &path,
                                         const QUrlQuery &query)
{
    const bool isFreeBusy = path == "/freeBusy"_L1;
    const QByteArray authorization = request.header("authorization");
    if (!authorization.startsWith("Bearer "))
        return FakeGoogleEvents::failure(401, u"required"_s, u"Login Required."_s);
    const QStringList needed = isFreeBusy
        ? QStringList{u"calendar"_s, u"calendar.readonly"_s, u"calendar.freebusy"_s, u"calendar.events.freebusy"_s}
        : QStringList{u"calendar"_s, u"calendar.events"_s};
    switch (m_oauth.allows(authorization.mid(7), needed)) {
    case FakeGoogleOAuth::Scope::None:
        return FakeGoogleEvents::failure(401, u"authError"_s, u"Invalid Credentials"_s);
    case FakeGoogleOAuth::Scope::Wrong:
        return FakeGoogleEvents::failure(403, u"insufficientPermissions"_s, u"Insufficient Permission"_s);
    case FakeGoogleOAuth::Scope::Good:
        break;
    }
    FakeGoogleEvents::Request call;
    if (!request.body.isEmpty()) {
        QJsonParseError error;
        call.body = QJsonDocument::fromJson(request.body, &error).object();
        if (error.error != QJsonParseError::NoError || !request.header("content-type").startsWith("application/json"))
            return FakeGoogleEvents::failure(400, u"parseError"_s, u"Parse Error"_s);
    }
    if (isFreeBusy && request.method == "POST")
        return m_events.freeBusy(call.body);
    QStringList segments = path.mid(1).split(u'/');
    for (QString &segment : segments)
        segment = QUrl::fromPercentEncoding(segment.toLatin1());
    if (segments.size() < 3 || segments.size() > 4 || segments[0] != "calendars"_L1 || segments[2] != "events"_L1)
        return FakeGoogleEvents::failure(404, u"notFound"_s, u"Not Found"_s);
    call.calendarId = segments[1];
    call.eventId = segments.value(3);
    call.query = readable(query);
    call.ifMatch = QString::fromLatin1(request.header("if-match"));
    const bool isOne = segments.size() == 4;
    if (request.method == "GET")
        return isOne ? m_events.get(call) : m_events.list(call);
    if (request.method == "POST" && !isOne)
        return m_events.insert(call);
    if (request.method == "PATCH" && isOne)
        return m_events.patch(call);
    if (request.method == "PUT" && isOne)
        return m_events.update(call);
    if (request.method == "DELETE" && isOne)
        return m_events.remove(call);
    return FakeGoogleEvents::failure(404, u"notFound"_s, u"Not Found"_s);
}

FakeGoogleOAuth::Answer FakeGoogle::oauth(const FakeHttpServer::Request &request, const QString &path,
                                          const QUrlQuery &query)
{
    if (path == "/o/oauth2/v2/auth"_L1 && request.method == "GET")
        return m_oauth.authorize(query);
    const bool isForm = request.header("content-type").startsWith("application/x-www-form-urlencoded");
    if (request.method == "POST" && isForm && path == "/token"_L1)
        return m_oauth.token(formOf(request.body));
    if (request.method == "POST" && isForm && path == "/revoke"_L1)
        return m_oauth.revoke(formOf(request.body));
    return {404, {}, {}};
}

} // namespace ChatCal
