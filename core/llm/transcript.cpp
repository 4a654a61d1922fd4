// SPDX-License-Identifier: Apache-2.0
#include "core/llm/transcript.h"

#include "core/base/json.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype longResult = 1200;
constexpr qsizetype shortResult = 1000; ///< with the mark of the cut it is no long one

bool isBlank(const QString &text)
{
    return QStringView(text).trimmed().isEmpty();
}

ChatMessage notRun(const ToolCall &call, Instant at)
{
    return {ChatMessage::Role::Tool, uR"({"ok":false,"reason":"not_run"})"_s, {}, call.id, call.name, at};
}

/// What was chosen on the screen, said in words: a language model sees nothing else.
ChatMessage withChosen(ChatMessage message)
{
    if (message.about.isEmpty())
        return message;
    message.text +=
        u"\n\n[On the screen the person has chosen this meeting, which \"this\" and \"it\" may mean: %1]"_s.arg(
            QString::fromUtf8(toJson(message.about)));
    message.about = {};
    return message;
}

/// The results that follow the calls at @p place, by call id; moves @p place behind them.
QHash<QString, ChatMessage> resultsAfter(const QList<ChatMessage> &messages, qsizetype *place)
{
    QHash<QString, ChatMessage> results;
    while (*place + 1 < messages.size() && messages.at(*place + 1).role == ChatMessage::Role::Tool) {
        const ChatMessage &result = messages.at(++*place);
        if (!results.contains(result.toolCallId))
            results.insert(result.toolCallId, result);
    }
    return results;
}

} // namespace

QList<ChatMessage> tidied(const QList<ChatMessage> &messages)
{
    QList<ChatMessage> tidy;
    tidy.reserve(messages.size());
    int calls = 0;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const ChatMessage &message = messages.at(i);
        if (message.role == ChatMessage::Role::User) {
            if (!isBlank(message.text))
                tidy.append(withChosen(message));
            continue;
        }
        if (tidy.isEmpty() || message.role == ChatMessage::Role::Tool)
            continue; // before the person's first word, or a result nobody asked for
        if (message.toolCalls.isEmpty()) {
            if (!isBlank(message.text))
                tidy.append(message);
            continue;
        }
        ChatMessage asked = message;
        const QHash<QString, ChatMessage> results = resultsAfter(messages, &i);
        QList<ChatMessage> answers;
        for (ToolCall &call : asked.toolCalls) {
            ChatMessage answer = results.value(call.id, notRun(call, message.at));
            call.id = u"call_%1"_s.arg(++calls);
            answer.toolCallId = call.id;
            answer.toolName = call.name;
            answers.append(std::move(answer));
        }
        tidy.append(std::move(asked));
        tidy.append(answers);
    }
    return tidy;
}

std::optional<QList<ChatMessage>> trimmed(const QList<ChatMessage> &messages)
{
    QList<qsizetype> turns; // where the person begins to speak
    for (qsizetype i = 0; i < messages.size(); ++i)
        if (messages.at(i).role == ChatMessage::Role::User)
            turns.append(i);
    if (turns.size() > 1)
        return messages.mid(turns.at((turns.size() + 1) / 2));

    QList<ChatMessage> shorter = messages;
    bool hasShortened = false;
    for (ChatMessage &message : shorter) {
        if (message.role != ChatMessage::Role::Tool || message.text.size() <= longResult)
            continue;
        message.text = message.text.left(shortResult) + u" … (cut)"_s;
        hasShortened = true;
    }
    if (!hasShortened)
        return std::nullopt;
    return shorter;
}

} // namespace ChatCal
