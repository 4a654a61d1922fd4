// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"
#include "core/time/interval.h"
#include "core/time/when.h"

#include <QJsonArray>

#include <memory>
#include <ostream>

// So that failures show words, not bytes.
inline void PrintTo(const QString &text, std::ostream *out)
{
    *out << '"' << text.toStdString() << '"';
}
inline void PrintTo(const QStringList &list, std::ostream *out)
{
    *out << '[' << list.join(QStringLiteral(", ")).toStdString() << ']';
}

namespace ChatCal {

/// Plays the tools of docs/tools.md on meetings in memory. Breaking their rules (an unknown tool or argument, a wrong
/// type, a time that says nothing) fails the test.
class ScriptedTools
{
public:
    struct Meeting
    {
        QString id;
        QString uid;
        QString title;
        Interval when;
        QString status = QStringLiteral("confirmed");
        QString name;
        QString email;
        QString phone;
        QString how;
        QStringList attendees;
        bool own = true; ///< this actor booked it
    };

    ScriptedTools(ModelContext::Role role, Zone hostZone, Zone speakerZone);

    /// A meeting that stands in the calendar already; local times in the host's zone.
    void addMeeting(const QString &start, int minutes, const QString &title, const QStringList &attendees = {},
                    bool own = true);
    [[nodiscard]] QJsonObject run(const QString &tool, const QJsonObject &arguments, Instant now);
    [[nodiscard]] const Zone &speakerZone() const { return m_speakerZone; }
    [[nodiscard]] QList<ToolSpec> specs() const;
    [[nodiscard]] QList<Meeting> confirmed() const;
    [[nodiscard]] const QList<Meeting> &meetings() const { return m_meetings; }

    QString contactName, contactEmail, contactPhone;
    QString mail = QStringLiteral("sent"); ///< what happens to a mail when there is an address
    bool conferenceUrl = false;

private:
    struct Asked
    {
        When when;
        std::optional<Instant> start;
        std::optional<Instant> end;
    };
    [[nodiscard]] std::optional<Asked> resolve(const QString &text, Instant now) const;
    [[nodiscard]] QString refusal(const Interval &wish, Instant now, const QString &except = {}) const;
    [[nodiscard]] QJsonArray freeSlots(Instant from, Instant to, std::chrono::minutes length, Instant now,
                                       int most) const;
    [[nodiscard]] QJsonArray nearest(Instant wish, std::chrono::minutes length, Instant now) const;
    [[nodiscard]] QJsonObject meetingJson(const Meeting &meeting) const;
    [[nodiscard]] Meeting *findMeeting(const QString &idOrUid);
    [[nodiscard]] QJsonObject check(const QJsonObject &arguments, Instant now) const;
    [[nodiscard]] QJsonObject create(const QJsonObject &arguments, Instant now);
    [[nodiscard]] QJsonObject reschedule(const QJsonObject &arguments, Instant now);
    [[nodiscard]] QJsonObject cancel(const QJsonObject &arguments);
    [[nodiscard]] QJsonObject find(const QJsonObject &arguments, Instant now) const;
    [[nodiscard]] QJsonObject list(const QJsonObject &arguments, Instant now) const;
    [[nodiscard]] QJsonObject remember(const QJsonObject &arguments);
    [[nodiscard]] QString makeId(const Interval &when) const;

    ModelContext::Role m_role;
    Zone m_hostZone;
    Zone m_speakerZone;
    WhenParser m_parser;
    QList<Meeting> m_meetings;
};

/// Who answers in a Talk: the offline model, by itself or behind a language model's wire format; which, the test
/// program decides by what it is built from (talkoffline.cpp, talkwire.cpp).
class TalkSpeaker
{
public:
    virtual ~TalkSpeaker() = default;
    [[nodiscard]] virtual ModelReply reply(const ModelRequest &request) = 0;
    [[nodiscard]] static std::unique_ptr<TalkSpeaker> make();
};

/// A whole conversation, as the agent would hold it.
class Talk
{
public:
    explicit Talk(ModelContext::Role role = ModelContext::Role::Guest,
                  const QString &now = QStringLiteral("2026-03-04T09:00"),
                  const QString &speakerZone = QStringLiteral("America/New_York"));

    /// Says it, runs the tools asked for, and gives the words of the answer.
    QString say(const QString &text);
    void advance(std::chrono::milliseconds by) { m_context.now += by; }

    [[nodiscard]] const QStringList &toolsUsed() const { return m_toolsUsed; } ///< of the last turn
    [[nodiscard]] const QStringList &suggestions() const { return m_suggestions; }
    [[nodiscard]] const QList<ToolCall> &calls() const { return m_calls; } ///< of the last turn
    [[nodiscard]] ScriptedTools &tools() { return m_tools; }
    [[nodiscard]] ModelContext &context() { return m_context; }
    [[nodiscard]] const QList<ChatMessage> &messages() const { return m_messages; }
    [[nodiscard]] QList<ScriptedTools::Meeting> booked() const { return m_tools.confirmed(); }
    /// The ids of the confirmed meetings, in order of booking.
    [[nodiscard]] QStringList ids() const;

private:
    ModelContext m_context;
    ScriptedTools m_tools;
    std::unique_ptr<TalkSpeaker> m_speaker = TalkSpeaker::make();
    QList<ChatMessage> m_messages;
    QStringList m_toolsUsed;
    QStringList m_suggestions;
    QList<ToolCall> m_calls;
};

} // namespace ChatCal
