// SPDX-License-Identifier: Apache-2.0
#include "server/http/answerwriter.h"

#include <QDateTime>
#include <QLocale>

#include <ctime>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// "Date: …" with its line end (RFC 9110 §6.6.1), made once a second.
const QByteArray &dateField()
{
    thread_local std::time_t made = 0;
    thread_local QByteArray field;
    if (const std::time_t now = std::time(nullptr); now != made) {
        made = now;
        const QDateTime date = QDateTime::fromSecsSinceEpoch(now, Qt::UTC);
        field = "Date: " + QLocale::c().toString(date, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1() + "\r\n";
    }
    return field;
}

void appendNumber(QByteArray &output, qint64 number, int base = 10)
{
    char digits[24];
    char *end = digits + sizeof digits;
    char *begin = end;
    do {
        *--begin = "0123456789abcdef"[number % base];
        number /= base;
    } while (number > 0);
    output.append(begin, end - begin);
}

} // namespace

void appendAnswer(QByteArray &output, const ServerResponse &response, AnswerFraming framing)
{
    const bool bodiless = response.status == 204 || response.status == 304; // RFC 9110 §6.4.1
    const bool isStream = response.stream && !bodiless;
    const bool writesBody = !framing.isHead && !bodiless && !isStream;
    output.reserve(output.size() + response.headers.wire().size() + 192 + (writesBody ? response.body.size() : 0));

    output.append("HTTP/1.1 ");
    appendNumber(output, response.status);
    output.append(' ').append(reasonPhrase(response.status)).append("\r\n");
    output.append(response.headers.wire());
    output.append(dateField());
    if (isStream) {
        if (!framing.isHttp10)
            output.append("Transfer-Encoding: chunked\r\n");
    } else if (!bodiless) {
        output.append("Content-Length: ");
        appendNumber(output, response.body.size());
        output.append("\r\n");
    }
    if (!framing.keepAlive)
        output.append("Connection: close\r\n");
    else if (framing.isHttp10)
        output.append("Connection: keep-alive\r\n");
    output.append("\r\n");
    if (writesBody)
        output.append(response.body);
}

void appendChunk(QByteArray &output, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    appendNumber(output, bytes.size(), 16);
    output.append("\r\n").append(bytes).append("\r\n");
}

} // namespace ChatCal
