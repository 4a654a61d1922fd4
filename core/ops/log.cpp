// SPDX-License-Identifier: Apache-2.0
#include "core/ops/log.h"

#include "core/ops/requestscope.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <atomic>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

std::atomic<LogFormat> chosenFormat = LogFormat::Text;
std::atomic<bool> logsEvents = true;
std::atomic<int> chosenWorker = 0; // 0: the only process

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    default:
        return u"error"_s;
    }
}

void writeLine(const QByteArray &line)
{
    // One call, so that lines of several threads do not mix.
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
}

QString timestamp()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

void writeObject(QJsonObject line)
{
    if (const int worker = chosenWorker; worker != 0) {
        line.insert(u"worker"_s, worker);
        line.insert(u"pid"_s, static_cast<qint64>(::getpid()));
    }
    writeLine(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString category = QString::fromLatin1(context.category ? context.category : "default");
    if (chosenFormat == LogFormat::Text) {
        const QString worker = chosenWorker == 0 ? QString() : u"[%1] "_s.arg(chosenWorker);
        writeLine((worker + levelName(type) + u' ' + category + u": "_s + message + u'\n').toUtf8());
    } else {
        QJsonObject line{{u"time"_s, timestamp()},
                         {u"level"_s, levelName(type)},
                         {u"category"_s, category},
                         {u"message"_s, message}};
        if (!currentRequest().isEmpty())
            line.insert(u"request_id"_s, QString::fromLatin1(currentRequest()));
        writeObject(line);
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
    QJsonObject line{{u"time"_s, timestamp()}, {u"level"_s, u"info"_s}, {u"event"_s, event}};
    if (!currentRequest().isEmpty())
        line.insert(u"request_id"_s, QString::fromLatin1(currentRequest()));
    for (auto it = fields.begin(); it != fields.end(); ++it)
        line.insert(it.key(), it.value());
    writeObject(line);
}

} // namespace ChatCal
