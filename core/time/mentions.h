// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/grammar.h"

#include <QVarLengthArray>

#include <vector>

namespace ChatCal::WhenGrammar {

/// One end of a mention.
struct Side
{
    std::optional<DaySpec> day;
    std::optional<ClockTime> clock;
    std::optional<int> part;
    bool partIsAny = false;
    bool dayCameFirst = false; ///< "23 February at 7 pm", not "7 pm on 23 February"
    std::optional<LocalTime> moment;
    std::optional<LocalTime> momentEnd;
    bool isNow = false;

    [[nodiscard]] bool isEmpty() const { return !day && !clock && !part && !moment; }
    [[nodiscard]] bool hasDay() const { return day || moment; }
    [[nodiscard]] bool hasClock() const { return clock || moment; }
    /// Takes the element's slots; false, and nothing changed, when one of them is filled with something else.
    bool take(const Element &element, const Grammar &grammar);
};

/// Neighbouring elements that together say one thing: a point, a range, a deadline, a length.
struct Mention
{
    enum class Relation : std::uint8_t {
        At,
        Until,
        Before,
        After, ///< "after Monday": from Tuesday on
        From ///< "from Monday on"
    };
    Side left;
    std::optional<Side> right; ///< of a range
    bool isBetween = false;
    bool isAlternative = false; ///< stands behind "or" and the mention before it
    Relation relation = Relation::At;
    std::optional<Length> duration;
    std::optional<QString> zone;
    QVarLengthArray<WhenSpan, 6> spans;

    [[nodiscard]] bool isEmpty() const { return left.isEmpty() && !duration; }
    [[nodiscard]] bool hasDay() const { return left.hasDay() || (right && right->hasDay()); }
    [[nodiscard]] bool hasClock() const { return left.hasClock() || (right && right->hasClock()); }
};

/// All mentions of the text, in its order.
[[nodiscard]] std::vector<Mention> findMentions(const Grammar &grammar);
struct Merged
{
    Mention mention;
    std::optional<Mention> alternative; ///< "Thursday or Friday at 3"
};
/// The one meaning of several mentions: the first with a day and a time, completed by the others.
[[nodiscard]] Merged mergeMentions(std::vector<Mention> mentions);
/// What a mention comes to; local times as the grammar's context counts them.
[[nodiscard]] When meaningOf(Mention mention, const Grammar &grammar);

} // namespace ChatCal::WhenGrammar
