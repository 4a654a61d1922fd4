// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"
#include "core/llm/offline/understanding.h"

#include <QJsonObject>

#include <memory>

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

/// Follows one conversation of a calendar's owner with any assistant and tells what is wanted after each message. It
/// reads words as the offline model does, and acts on nothing.
class Understander
{
public:
    /// Making one costs some milliseconds (word lists); clear() begins the next conversation.
    explicit Understander(LocalTime now, Zone zone = Zone());
    void clear(LocalTime now);
    /// The state after @p text; of an assistant's words, which are only context, the state before.
    UnderstoodTurn feed(ChatMessage::Role role, const QString &text);

private:
    void hearAssistant(const QString &text);
    void hearUser(const QString &text);
    void begin(const QString &intent);
    void merge(const Dialogue::Understood &said);
    void pass(); ///< nothing to act on

    Dialogue::Reader m_reader;
    LocalTime m_now;
    Zone m_zone;
    UnderstoodTurn m_frame; ///< what is being talked about
    UnderstoodTurn m_answer;
    bool m_isOpen = false; ///< not yet done or dropped
    bool m_asks = false; ///< the assistant waits for an answer
    Dialogue::Expectation m_expects;
    std::optional<LocalDate> m_day; ///< spoken of last
};

} // namespace ChatCal
