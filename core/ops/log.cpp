// SPDX-License-Identifier: Apache-2.0
#include "core/ops/log.h"

#include "core/base/jsonwriter.h"
#include "core/ops/requestscope.h"

#include <QJsonObject>
#include <QLoggingCategory>

#include <array>
#include <atomic>
#include <cstdio>
#include <ctime>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

std::atomic<LogFormat> chosenFormat = LogFormat::Text;
std::atomic<bool> logsEvents = true;
std::atomic<int> chosenWorker = 0; // 0: the only process

QLatin1StringView levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    default:
        return "error"_L1;
    }
}

void writeLine(const QByteArray &line)
{
    // One call, so that lines of several threads do not mix.
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
}

/// "2026-03-04T14:00:00.123Z".
QLatin1StringView timestamp(std::array<char, 32> &text)
{
    std::timespec now{};
    std::timespec_get(&now, TIME_UTC);
    std::tm parts{};
    gmtime_r(&now.tv_sec, &parts);
    const size_t seconds = std::strftime(text.data(), text.size(), "%FT%T", &parts);
    const int rest = std::snprintf(text.data() + seconds, text.size() - seconds, ".%03ldZ", now.tv_nsec / 1'000'000);
    return {text.data(), static_cast<qsizetype>(seconds) + rest};
}

/// What every line of JSON begins with.
void begin(JsonWriter &json, QLatin1StringView level, const QByteArray &request)
{
    std::array<char, 32> text{};
    json.beginObject().key("time"_L1).string(timestamp(text)).key("level"_L1).string(level);
    if (!request.isEmpty())
        json.key("request_id"_L1).string(QString::fromLatin1(request));
    if (const int worker = chosenWorker; worker != 0)
        json.key("worker"_L1).number(worker).key("pid"_L1).number(::getpid());
}

void end(JsonWriter &json)
{
    writeLine(json.endObject().take() + '\n');
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString category = QString::fromLatin1(context.category ? context.category : "default");
    if (chosenFormat == LogFormat::Text) {
        const QString worker = chosenWorker == 0 ? QString() : u"[%1] "_s.arg(chosenWorker);
        writeLine((worker + levelName(type) + u' ' + category + u": "_s + message + u'\n').toUtf8());
    } else {
        JsonWriter json;
        begin(json, levelName(type), currentRequest());
        json.key("category"_L1).string(category).key("message"_L1).string(message);
        end(json);
    }
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

void installLog(LogFormat format)
{
    chosenFormat = format;
    qInstallMessageHandler(handleMessage);
}

void setLogWorker(int number)
{
    chosenWorker = number;
}

void setEventLogging(bool on)
{
    logsEvents = on;
}

void logEvent(const QString &event, const QJsonObject &fields)
{
    if (!logsEvents)
        return;
    JsonWriter json;
    begin(json, "info"_L1, fields.contains("request_id"_L1) ? QByteArray() : currentRequest());
    json.key("event"_L1).string(event).members(fields);
    end(json);
}

} // namespace ChatCal
