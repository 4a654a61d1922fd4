// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/dialoguestate.h"
#include "core/llm/offline/wording.h"

namespace ChatCal::Dialogue {

/// Decides what comes next: a tool to run, or words. Pure: the same state gives the same reply.
class Policy
{
public:
    Policy(const DialogueState &state, const ModelRequest &request);
    [[nodiscard]] ModelReply next() const;

private:
    struct Missing
    {
        bool moment = false;
        bool duration = false;
        bool name = false;
        bool contact = false;
        bool phone = false; ///< a number to call, because a call was asked for
        [[nodiscard]] bool who() const { return name || contact || phone; }
        [[nodiscard]] bool any() const { return moment || duration || who(); }
    };

    // policybooking.cpp
    [[nodiscard]] ModelReply book() const;
    [[nodiscard]] ModelReply booked(const Outcome &made) const;
    [[nodiscard]] ModelReply listFree(const Outcome &checked) const;
    [[nodiscard]] ModelReply refused(const Outcome &outcome, const QString &moment) const;
    [[nodiscard]] ModelReply offerAgain() const;
    [[nodiscard]] ModelReply ask(const Missing &missing, const QString &before) const;
    [[nodiscard]] QString momentNote(bool wasChecked) const;
    [[nodiscard]] ModelReply createCall() const;
    [[nodiscard]] Missing missing() const;
    [[nodiscard]] QString kindNote(const MeetingOffer &kind) const; ///< which lengths it has
    [[nodiscard]] QString mailNote(const Outcome &made, Say sent, Say outbox) const;
    [[nodiscard]] QString howNote(const Outcome &made) const;

    // policychanges.cpp
    [[nodiscard]] ModelReply cancel() const;
    [[nodiscard]] ModelReply move() const;
    [[nodiscard]] ModelReply find() const;
    [[nodiscard]] ModelReply notFound() const;
    [[nodiscard]] ModelReply choose(Say question) const;
    [[nodiscard]] ModelReply moved(const Outcome &made) const;
    [[nodiscard]] QJsonObject changeArguments() const;

    // policyagenda.cpp
    [[nodiscard]] ModelReply availability() const;
    [[nodiscard]] ModelReply agenda() const;
    [[nodiscard]] QString foundOne(const QJsonObject &meeting) const;
    [[nodiscard]] ModelReply listed(const Outcome &outcome) const;

    // policy.cpp
    [[nodiscard]] QJsonObject newContact() const; ///< what this turn told of the person and is not remembered yet
    [[nodiscard]] ModelReply talk() const;
    [[nodiscard]] ModelReply invalid() const;
    [[nodiscard]] QString nextQuestion(QStringList *suggestions) const;
    [[nodiscard]] ToolCall toolCall(const QString &name, const QJsonObject &arguments, int number) const;
    [[nodiscard]] ModelReply call(const QString &name, const QJsonObject &arguments) const;
    [[nodiscard]] static ModelReply words(const QStringList &sentences, const QStringList &suggestions = {});
    [[nodiscard]] QString slotList(const QList<OfferedSlot> &offered) const;
    [[nodiscard]] QStringList slotWords() const;
    [[nodiscard]] bool isHost() const { return m_context.role == ModelContext::Role::Host; }
    [[nodiscard]] QString zoneInWords() const;
    [[nodiscard]] QString zoneNote() const; ///< when this turn named the zone that is in use now
    [[nodiscard]] QString host() const; ///< escaped; "the host" when no name is known
    [[nodiscard]] QString momentWords(LocalTime local) const;
    [[nodiscard]] QString meetingWords(const QJsonObject &meeting) const; ///< when one is that a tool told of
    [[nodiscard]] QString cancelledWords(const Outcome &cancelled) const;
    [[nodiscard]] QString meetingLines(const QJsonArray &meetings) const;
    [[nodiscard]] QString windowWords(const Outcome &listed) const;
    [[nodiscard]] QString hoursWords() const; ///< ModelContext::hoursInWords in the person's language
    [[nodiscard]] QString lengthsWords(const QList<std::chrono::minutes> &lengths) const; ///< "30 or 60 minutes"
    [[nodiscard]] QStringList lengthSuggestions(const std::optional<MeetingOffer> &kind) const;
    [[nodiscard]] bool hasTool(QStringView name) const;

    const DialogueState &m_state;
    const ModelRequest &m_request;
    const ModelContext &m_context;
    Language m_language;
    Wording m_wording;
};

/// @p when as a tool's argument: an ISO local time, a day, or "from … to …"; empty when it names nothing.
[[nodiscard]] QString whenArgument(const When &when);
[[nodiscard]] QString escaped(const QString &text);

} // namespace ChatCal::Dialogue
