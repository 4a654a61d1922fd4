// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar/caldav/caldavcalendar.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakehttpserver.h"

#include <gmock/gmock.h>

#include <QMap>

namespace ChatCal {

/// A CalDAV server with one calendar at /cal/, as plain as can be, and a calendar that reads it. Cases put in its place
/// what real servers do otherwise.
class CalDavWorld : public testing::Test
{
protected:
    using Request = FakeHttpServer::Request;
    struct Answer
    {
        int status = 207;
        QByteArray body;
        QByteArray headers; ///< "ETag: \"1\"\r\n"
    };
    using Handler = std::function<std::optional<Answer>(const Request &)>;

    CalDavWorld()
    {
        m_server.onOther([this](const Request &request, QTcpSocket &socket) {
            std::optional<Answer> answer = m_handler ? m_handler(request) : std::nullopt;
            if (!answer)
                answer = plain(request);
            socket.write("HTTP/1.1 " + QByteArray::number(answer->status) + " Whatever\r\n" + answer->headers
                         + "Content-Length: " + QByteArray::number(answer->body.size()) + "\r\n\r\n" + answer->body);
        });
        m_options.url = m_server.url("/cal/");
        m_options.zone = *Zone::find(QStringLiteral("Europe/Berlin"));
        m_options.addresses = {QStringLiteral("ada@example.com")};
        m_options.client.username = QStringLiteral("ada");
        m_options.client.password = Secret("secret");
        m_options.client.retry.firstPause = std::chrono::milliseconds(1);
    }

    [[nodiscard]] CalDavCalendar &calendar()
    {
        if (!m_calendar)
            m_calendar = std::make_unique<CalDavCalendar>(m_options, m_client, m_clock);
        return *m_calendar;
    }

    /// A multistatus around @p responses.
    static QByteArray multistatus(const QByteArray &responses)
    {
        return R"(<?xml version="1.0"?><D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" )"
               R"(xmlns:CS="http://calendarserver.org/ns/">)"
            + responses + "</D:multistatus>";
    }
    static QByteArray found(const QByteArray &href, const QByteArray &properties)
    {
        return "<D:response><D:href>" + href + "</D:href><D:propstat><D:prop>" + properties
            + "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
    }
    static QByteArray failed(const QByteArray &href, int status)
    {
        return "<D:response><D:href>" + href + "</D:href><D:status>HTTP/1.1 " + QByteArray::number(status)
            + " X</D:status></D:response>";
    }
    static QByteArray withData(const QByteArray &href, const QByteArray &data)
    {
        return found(href,
                     "<D:getetag>\"" + QByteArray::number(qHash(data)) + "\"</D:getetag><C:calendar-data>"
                         + QString::fromUtf8(data).toHtmlEscaped().toUtf8() + "</C:calendar-data>");
    }
    static QByteArray href(const QByteArray &href) { return "<D:href>" + href + "</D:href>"; }
    /// From @p start for an hour, both "20260305T080000Z".
    static QByteArray vevent(const QByteArray &uid, const QByteArray &start, const QByteArray &lines = {})
    {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:" + uid
            + "\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:" + start + "\r\nDURATION:PT1H\r\nSUMMARY:Tea\r\n" + lines
            + "END:VEVENT\r\nEND:VCALENDAR\r\n";
    }
    static bool asks(const Request &request, const QByteArray &method, const QByteArray &word = {})
    {
        return request.method == method && request.body.contains(word);
    }
    [[nodiscard]] int count(const QByteArray &method, const QByteArray &word = {}) const
    {
        return static_cast<int>(std::count_if(m_server.requests().begin(), m_server.requests().end(),
                                              [&](const Request &request) { return asks(request, method, word); }));
    }

    [[nodiscard]] static Instant at(const QString &local)
    {
        return Zone::find(QStringLiteral("Europe/Berlin"))->toInstant(*fromIsoLocal(local));
    }
    [[nodiscard]] static Interval march()
    {
        return {at(QStringLiteral("2026-03-01T00:00")), at(QStringLiteral("2026-04-01T00:00"))};
    }
    [[nodiscard]] Result<QList<Interval>> busy() { return await(calendar().freeBusy(march(), {})); }
    [[nodiscard]] ErrorCode busyError()
    {
        const auto result = busy();
        EXPECT_FALSE(result) << "an unreadable calendar is never free";
        return result ? ErrorCode::Internal : result.error().code;
    }

    QMap<QByteArray, QByteArray> m_resources; ///< by href
    QByteArray m_collectionProperties = "<CS:getctag>c1</CS:getctag><D:sync-token>s1</D:sync-token>";
    Handler m_handler; ///< asked first
    FakeHttpServer m_server;
    FakeClock m_clock;
    HttpClient m_client;
    CalDavCalendar::Options m_options;

private:
    [[nodiscard]] Answer plain(const Request &request) const
    {
        const auto known = m_resources.constFind(request.target);
        if (request.method == "GET" && known != m_resources.constEnd())
            return {200, *known, "ETag: \"" + QByteArray::number(qHash(*known)) + "\"\r\n"};
        if (request.method == "PROPFIND" && request.target == "/cal/" && request.header("depth") == "0")
            return {
                207,
                multistatus(found(
                    "/cal/", "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype>" + m_collectionProperties)),
                {}};
        QByteArray responses;
        for (auto it = m_resources.constBegin(); it != m_resources.constEnd(); ++it) {
            if (asks(request, "REPORT", "calendar-query") || asks(request, "REPORT", it.key() + "<"))
                responses += withData(it.key(), it.value());
            else if (request.method == "PROPFIND" && request.header("depth") == "1")
                responses += found(it.key(), "<D:getetag>\"x\"</D:getetag><D:resourcetype/>");
        }
        if (request.method == "REPORT" || request.method == "PROPFIND")
            return {207, multistatus(responses), {}};
        return {404, {}, {}};
    }

    std::unique_ptr<CalDavCalendar> m_calendar;
};

} // namespace ChatCal
