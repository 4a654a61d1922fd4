// SPDX-License-Identifier: Apache-2.0
#include "core/llm/calltext.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr std::array marks{"<function"_L1, "<tool"_L1, "<|python_tag|>"_L1, "[tool_call"_L1};

QJsonObject objectOrText(const QJsonValue &value)
{
    if (value.isString())
        return parseJsonObject(value.toString().toUtf8()).value_or(QJsonObject());
    return value.toObject();
}

/// {"name":…, "parameters" or "arguments":…}, also within "function" and as the first of "tool_calls".
std::optional<ToolCall> callIn(QJsonObject object)
{
    if (const QJsonArray calls = object["tool_calls"_L1].toArray(); !calls.isEmpty())
        object = calls.first().toObject();
    const QJsonObject outer = object;
    if (object["function"_L1].isObject())
        object = object["function"_L1].toObject();
    const QString name = object["name"_L1].toString();
    if (name.isEmpty())
        return std::nullopt;
    for (const QJsonObject &place : {object, outer})
        for (const auto key : {"arguments"_L1, "parameters"_L1})
            if (place.contains(key))
                return ToolCall{{}, name, objectOrText(place[key])};
    return ToolCall{{}, name, {}};
}

} // namespace

bool mayBeCall(const QString &beginning)
{
    const QString start = beginning.trimmed();
    if (start.isEmpty())
        return false;
    if (start.startsWith(u'{')) {
        static const QRegularExpression named(u"^\\{\\s*(\"|$)"_s);
        return named.match(start).hasMatch();
    }
    return std::any_of(marks.begin(), marks.end(),
                       [&start](auto mark) { return start.startsWith(mark) || QString(mark).startsWith(start); });
}

std::optional<ToolCall> callInWords(const QString &text)
{
    const QString words = text.trimmed();
    const qsizetype open = words.indexOf(u'{');
    const qsizetype close = words.lastIndexOf(u'}');
    const bool isMarked =
        std::any_of(marks.begin(), marks.end(), [&words](auto mark) { return words.startsWith(mark); });
    const auto object = open >= 0 && close > open ? parseJsonObject(words.mid(open, close - open + 1).toUtf8())
                                                  : Result<QJsonObject>(failure(ErrorCode::InvalidInput, {}));
    if (object)
        if (const auto call = callIn(*object))
            return call;
    // The name stands before the arguments: <function=name>{…}</function>, name{…}
    static const QRegularExpression before(
        u"^(?:<function[=/ ]?\\(?|<\\|python_tag\\|>)?([a-z][a-z0-9_]{2,63})\\)?[>(]?$"_s);
    const auto match = before.match(words.left(open < 0 ? words.size() : open).trimmed());
    if (match.hasMatch() && (object || isMarked)) {
        ToolCall call{{}, match.captured(1), object.value_or(QJsonObject())};
        if (!object)
            call.malformed = u"The arguments are not a JSON object."_s;
        return call;
    }
    if (isMarked)
        return ToolCall{{}, {}, {}, u"The tool call could not be read."_s};
    return std::nullopt;
}

} // namespace ChatCal
