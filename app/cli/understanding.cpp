// SPDX-License-Identifier: Apache-2.0
// chatcal-cli when and understand: what the offline engine makes of words.
#include "app/cli/command.h"

#include "core/base/json.h"
#include "core/llm/offline/understand.h"
#include "core/time/when.h"
#include "core/time/whenjson.h"
#include "core/time/words.h"

#include <QJsonArray>

#include <cstdio>
#include <iostream>
#include <string>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

void printLine(const QJsonObject &object)
{
    const QByteArray line = toJson(object) + '\n';
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
}

/// Calls @p handle for each JSON line of stdin; a line that is none is complained of and passed over.
template<typename Handle>
int forEachLine(Handle handle)
{
    int result = 0;
    std::string line;
    for (int number = 1; std::getline(std::cin, line); ++number) {
        const auto object = parseJsonObject(QByteArray::fromStdString(line));
        if (object) {
            handle(*object);
        } else {
            std::fprintf(stderr, "chatcal-cli: line %d: %s\n", number, qPrintable(object.error().detail));
            result = 2;
        }
    }
    std::fflush(stdout);
    return result;
}

LocalTime referenceOf(const QString &text, const Zone &zone)
{
    return fromIsoLocal(text).value_or(zone.toLocal(SystemClock().now()));
}

Result<Zone> zoneOf(const CliArguments &arguments)
{
    if (arguments.zone.isEmpty())
        return Zone();
    const auto zone = Zone::find(arguments.zone);
    if (!zone)
        return failure(ErrorCode::InvalidInput, u"--tz should look like Europe/Paris"_s);
    return *zone;
}

/// Feeds the turns of one conversation and prints a line per user turn.
void understandOne(Understander &understander, const QJsonObject &input, const Zone &zone)
{
    understander.clear(referenceOf(input.value("ref"_L1).toString(), zone));
    QJsonArray turns = input.value("turns"_L1).toArray();
    if (turns.isEmpty())
        turns.append(input.value("text"_L1));
    int number = 0;
    for (const auto &turn : std::as_const(turns)) {
        const bool isAssistant = turn.toObject().value("role"_L1).toString() == "assistant"_L1;
        const QString text = turn.isString() ? turn.toString() : turn.toObject().value("text"_L1).toString();
        const auto understood =
            understander.feed(isAssistant ? ChatMessage::Role::Assistant : ChatMessage::Role::User, text);
        if (isAssistant)
            continue;
        QJsonObject answer = toJson(understood);
        answer.insert(u"id"_s, input.value("id"_L1));
        answer.insert(u"turn"_s, number++);
        printLine(answer);
    }
}

} // namespace

int runWhen(const CliArguments &arguments)
{
    const auto zone = zoneOf(arguments);
    if (!zone)
        return complain(zone.error());
    if (!arguments.reference.isEmpty() && !fromIsoLocal(arguments.reference))
        return complain(Error{ErrorCode::InvalidInput, u"--ref should look like 2026-03-04T09:00"_s, {}, {}});
    const WhenParser parser;
    const auto language = languageFromCode(arguments.language.isEmpty() ? u"en"_s : arguments.language);
    if (!language)
        return complain(Error{ErrorCode::InvalidInput, u"--language is one of en, de, fr, es"_s, {}, {}});
    WhenContext context;
    context.zone = *zone;
    context.language = *language;
    context.order = defaultOrder(*language);
    if (arguments.jsonLines) {
        return forEachLine([&](const QJsonObject &input) {
            context.now = referenceOf(input.value("ref"_L1).toString(), *zone);
            const QString text = input.value("text"_L1).toString();
            printLine(toJsonLine(input.value("id"_L1).toString(), parser.parse(text, context)));
        });
    }
    if (arguments.words.isEmpty())
        return complain(
            Error{ErrorCode::InvalidInput, u"when needs words: chatcal-cli when next Tuesday at 3"_s, {}, {}});
    context.now = referenceOf(arguments.reference, *zone);
    const QString text = arguments.words.join(u' ');
    const When when = parser.parse(text, context);
    std::printf("%s\n", qPrintable(explain(text, when, *zone)));
    return when.isEmpty() ? 1 : 0;
}

int runUnderstand(const CliArguments &arguments)
{
    const auto zone = zoneOf(arguments);
    if (!zone)
        return complain(zone.error());
    Understander understander(referenceOf(arguments.reference, *zone), *zone);
    if (arguments.jsonLines)
        return forEachLine([&](const QJsonObject &input) { understandOne(understander, input, *zone); });
    if (arguments.words.isEmpty())
        return complain(
            Error{ErrorCode::InvalidInput, u"understand needs words, or --jsonl and lines on stdin"_s, {}, {}});
    understandOne(understander, {{u"ref"_s, arguments.reference}, {u"text"_s, arguments.words.join(u' ')}}, *zone);
    return 0;
}

} // namespace ChatCal
