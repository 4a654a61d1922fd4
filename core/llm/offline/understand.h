// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"
#include "core/llm/offline/slotfeatures.h"

#include <QJsonObject>

#include <map>

namespace ChatCal {

/// What would be acted on after one message of a person (chatcal-cli understand).
struct UnderstoodTurn
{
    QString intent; ///< create, query_events, availability, update, delete, other
    QString subject; ///< empty: not said
    std::optional<LocalDate> date;
    std::optional<std::chrono::minutes> time; ///< since midnight
    std::optional<std::chrono::minutes> duration;
    QStringList attendees;
    QString location;
};
/// All keys but id and turn; null means not said.
[[nodiscard]] QJsonObject toJson(const UnderstoodTurn &turn);

/// What was learned from talks (docs/decisions/0012). The built-in one is read once and shared.
struct UnderstandingModels
{
    Dialogue::LinearModel intents;
    std::array<Dialogue::LinearModel, Dialogue::slots.size()> slots; ///< in the order of Dialogue::slots
    [[nodiscard]] static const UnderstandingModels &builtIn();
};

/// Follows one conversation of a calendar's owner with any assistant and tells what is wanted after each message. It
/// reads words as the offline model does, and acts on nothing.
class Understander
{
public:
    /// Making one costs some milliseconds (word lists); clear() begins the next conversation. @p models must outlive
    /// it.
    explicit Understander(LocalTime now, Zone zone = Zone(),
                          const UnderstandingModels &models = UnderstandingModels::builtIn());
    void clear(LocalTime now);
    /// The state after @p text; of an assistant's words, which are only context, the state before.
    UnderstoodTurn feed(ChatMessage::Role role, const QString &text);
    /// The person's last message in the light of what was said before it; valid until the next feed().
    [[nodiscard]] Dialogue::TurnView lastTurn() const;

private:
    void hearAssistant(const QString &text);
    void hearPerson(const QString &text);
    [[nodiscard]] QString weighIntent();
    /// What the last message says of subject, attendees and place.
    [[nodiscard]] UnderstoodTurn readSlots(const QString &text, const QString &intent) const;
    [[nodiscard]] bool goesOn(const UnderstoodTurn &said) const;
    void merge(const UnderstoodTurn &said);

    const UnderstandingModels &m_models;
    Dialogue::Reader m_reader;
    LocalTime m_now;
    Zone m_zone;
    std::optional<Language> m_language; ///< the person speaks
    UnderstoodTurn m_frame; ///< what is being talked about
    UnderstoodTurn m_answer;
    bool m_isOpen = false; ///< not yet done or dropped
    std::optional<LocalDate> m_day; ///< spoken of last
    Dialogue::Heard m_heard; ///< since the person's last message
    Dialogue::Understood m_said;
    Dialogue::Heard m_answered; ///< what m_said answers
    std::optional<Dialogue::Understood> m_saidBefore;
    Dialogue::Heard m_heardBefore;
    std::map<QString, float> m_before; ///< how likely each intent was of the turn before; empty at first
};

} // namespace ChatCal
