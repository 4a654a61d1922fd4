// SPDX-License-Identifier: Apache-2.0
// Talk: a conversation of a model with the scripted tools.
#include "tests/unit/core/llm/scriptedtools.h"

#include "core/base/json.h"
#include "core/time/words.h"

#include <gtest/gtest.h>

#include <QDebug>

using namespace Qt::StringLiterals;

namespace ChatCal {

Talk::Talk(ModelContext::Role role, const QString &now, const QString &speakerZone)
    : m_tools(role, *Zone::find(u"America/New_York"_s), *Zone::find(speakerZone))
{
    m_context.role = role;
    m_context.hostName = u"Grace Hopper"_s;
    m_context.hostEmail = u"grace@example.com"_s;
    m_context.hostPhone = u"+1 212 555 0100"_s;
    m_context.hoursInWords = u"Monday to Friday, 9:00 AM–5:00 PM"_s;
    m_context.hostZone = *Zone::find(u"America/New_York"_s);
    m_context.speakerZone = *Zone::find(speakerZone);
    m_context.now = m_context.hostZone.toInstant(*fromIsoLocal(now));
}

QString Talk::say(const QString &words)
{
    m_toolsUsed.clear();
    m_calls.clear();
    if (qEnvironmentVariableIsSet("CHATCAL_TALK")) // shows the conversation
        qInfo().noquote() << ">>" << words;
    m_messages << ChatMessage{ChatMessage::Role::User, words, {}, {}, {}, m_context.now};
    for (int round = 0; round < 6; ++round) {
        m_context.speakerZone = m_tools.speakerZone();
        m_context.contactName = m_tools.contactName;
        m_context.contactEmail = m_tools.contactEmail;
        m_context.contactPhone = m_tools.contactPhone;
        m_context.hasConferenceUrl = m_tools.conferenceUrl;
        m_context.mailReachesPeople = m_tools.mail == u"sent"_s;
        const ModelReply reply = m_speaker->reply({m_context, m_messages, m_tools.specs(), std::chrono::seconds(20)});
        m_messages << ChatMessage{ChatMessage::Role::Assistant, reply.text, reply.toolCalls, {}, {}, m_context.now};
        if (reply.toolCalls.isEmpty()) {
            EXPECT_FALSE(reply.text.isEmpty()) << "no words for: " << qPrintable(words);
            EXPECT_FALSE(reply.text.contains(u'{')) << qPrintable(reply.text);
            EXPECT_LE(reply.suggestions.size(), 4);
            m_suggestions = reply.suggestions;
            if (qEnvironmentVariableIsSet("CHATCAL_TALK"))
                qInfo().noquote() << "<<" << reply.text << reply.suggestions;
            return reply.text;
        }
        for (const ToolCall &call : reply.toolCalls) {
            m_calls << call;
            const QJsonObject result = m_tools.run(call.name, call.arguments, m_context.now);
            if (qEnvironmentVariableIsSet("CHATCAL_TALK"))
                qInfo().noquote() << "  " << call.name << toJson(call.arguments) << "→" << toJson(result).left(160);
            if (result.value(u"ok"_s).toBool())
                m_toolsUsed << call.name;
            m_messages << ChatMessage{
                ChatMessage::Role::Tool, QString::fromUtf8(toJson(result)), {}, call.id, call.name, m_context.now};
        }
    }
    ADD_FAILURE() << "no answer in six rounds to: " << qPrintable(words);
    return {};
}

QStringList Talk::ids() const
{
    QStringList list;
    for (const auto &meeting : booked())
        list << meeting.id;
    return list;
}

} // namespace ChatCal
