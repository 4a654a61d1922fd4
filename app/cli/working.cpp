// SPDX-License-Identifier: Apache-2.0
// chatcal-cli chat, book and agenda.
#include "app/cli/assistant.h"

#include "core/time/when.h"
#include "core/time/words.h"

#include <QJsonArray>

#include <cstdio>
#include <iostream>
#include <string>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// A terminal must not be steered by what others wrote.
QString printable(const QString &text)
{
    QString clean;
    for (const QChar c : text) {
        if (c == u'\n' || c.category() != QChar::Other_Control)
            clean += c;
    }
    return clean;
}

QString spanOf(const QJsonObject &object, const Zone &zone)
{
    const auto start = fromRfc3339(object.value("start"_L1).toString());
    const auto end = fromRfc3339(object.value("end"_L1).toString());
    return start && end ? spanInWords({*start, *end}, zone) : QString();
}

void printSlots(const QJsonArray &slots_, const Zone &zone)
{
    for (const auto &slot : slots_)
        std::printf("  %s\n", qPrintable(spanOf(slot.toObject(), zone)));
}

void printReply(const QJsonObject &reply)
{
    std::printf("%s\n", qPrintable(printable(reply.value("text"_L1).toString())));
    const QJsonArray suggestions = reply.value("suggestions"_L1).toArray();
    for (const auto &suggestion : suggestions)
        std::printf("  · %s\n", qPrintable(printable(suggestion.toString())));
    std::fflush(stdout);
}

} // namespace

Result<std::unique_ptr<Assistant>> makeAssistant(const CliArguments &arguments)
{
    return arguments.server.isValid() ? makeRemoteAssistant(arguments) : makeLocalAssistant(arguments);
}

Result<std::pair<LocalTime, LocalTime>> daysMeant(const QString &words, LocalTime now, const Zone &zone)
{
    using std::chrono::days;
    if (words.isEmpty()) {
        const LocalTime today = std::chrono::floor<days>(now);
        return std::pair(today, today + days(1));
    }
    const When when = WhenParser().parse(words, {now, zone, WhenContext::DateOrder::MonthDay});
    if (!when.start)
        return invalidField(u"agenda"_s, Sentence::said(u"\"%1\" names no day"_s.arg(words)));
    const LocalTime start = std::chrono::floor<days>(*when.start);
    const LocalTime end = when.end ? LocalTime(std::chrono::ceil<days>(*when.end)) : start;
    return std::pair(start, std::max(end, start + days(1)));
}

int runChat(const CliArguments &arguments)
{
    const auto assistant = makeAssistant(arguments);
    if (!assistant)
        return complain(assistant.error());
    const bool isTerminal = isatty(STDIN_FILENO) == 1;
    QString sessionId;
    std::string line;
    if (isTerminal)
        std::printf("Say what you need; an empty line or Ctrl+D leaves.\n");
    for (;;) {
        if (isTerminal) {
            std::printf("> ");
            std::fflush(stdout);
        }
        if (!std::getline(std::cin, line))
            break;
        const QString message = QString::fromStdString(line).trimmed();
        if (message.isEmpty() && isTerminal)
            break;
        if (message.isEmpty())
            continue;
        const auto reply = (*assistant)->chat(message, sessionId);
        if (!reply)
            return complain(reply.error());
        sessionId = reply->value("session_id"_L1).toString();
        printReply(*reply);
    }
    return 0;
}

int runBook(const CliArguments &arguments)
{
    if (arguments.words.isEmpty())
        return complain(Error{
            ErrorCode::InvalidInput, u"book needs words: chatcal-cli book Lunch with Kim tomorrow at noon"_s, {}, {}});
    const auto assistant = makeAssistant(arguments);
    if (!assistant)
        return complain(assistant.error());
    const auto booked = (*assistant)->book(arguments.words.join(u' '));
    if (!booked)
        return complain(booked.error());
    const Zone zone = Zone::find(booked->value("time_zone"_L1).toString()).value_or(Zone());
    if (booked->contains("alternatives"_L1)) {
        std::printf("Not booked: %s. Free instead:\n",
                    qPrintable(booked->value("reason"_L1).toString().replace(u'_', u' ')));
        printSlots(booked->value("alternatives"_L1).toArray(), zone);
        return 1;
    }
    std::printf("Booked %s: %s, %s\n", qPrintable(booked->value("id"_L1).toString()),
                qPrintable(printable(booked->value("title"_L1).toString())), qPrintable(spanOf(*booked, zone)));
    if (booked->value("asks_to_repeat"_L1).toBool())
        std::printf("This one time only: meetings that repeat cannot be booked here.\n");
    return 0;
}

int runAgenda(const CliArguments &arguments)
{
    const auto assistant = makeAssistant(arguments);
    if (!assistant)
        return complain(assistant.error());
    const auto agenda = (*assistant)->agenda(arguments.words.join(u' '));
    if (!agenda)
        return complain(agenda.error());
    const Zone zone = Zone::find(agenda->value("time_zone"_L1).toString()).value_or(Zone());
    const QJsonArray events = agenda->value("events"_L1).toArray();
    if (events.isEmpty())
        std::printf("Nothing is planned.\n");
    for (const auto &value : events) {
        const QJsonObject event = value.toObject();
        const QString id = event.value("meeting_id"_L1).toString();
        std::printf("%s  %s%s\n", qPrintable(spanOf(event, zone)),
                    qPrintable(printable(event.value("title"_L1).toString())),
                    id.isEmpty() ? "" : qPrintable(u"  ("_s + id + u')'));
    }
    return 0;
}

} // namespace ChatCal
