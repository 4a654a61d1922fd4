// SPDX-License-Identifier: Apache-2.0
// Parts of the day: "tonight", "any afternoon", "Friday PM", "the evening before the 10th".
#include "core/time/grammar.h"

namespace ChatCal::WhenGrammar {

bool Grammar::isPart(int i) const
{
    if (is(i, Word::Part))
        return true;
    const WordSet days{Word::Weekday, Word::RelativeDay, Word::TheDay};
    if (is(i, Word::AmPm) && at(i).to - at(i).from > 1) { // "Friday PM", "in the am"
        const bool ends = i + 1 >= size() || at(i + 1).kind != Token::Kind::Word
            || isAnyOf(i + 1, {Word::Or, Word::And, Word::At, Word::From, Word::Between, Word::For, Word::On});
        return ends && (isAnyOf(i - 1, days) || (is(i - 1, Word::The) && is(i - 2, Word::In)));
    }
    return is(i, Word::PartBehind)
        && (is(i - 1, Word::Weekday) || is(i - 1, Word::RelativeDay) || is(i - 1, Word::TheDay) || is(i - 1, Word::This)
            || is(i - 1, Word::Any) || is(i - 1, Word::Article));
}

int Grammar::partCode(int i) const
{
    if (is(i, Word::AmPm))
        return value(i, Word::AmPm) == 12 ? 1 : 0;
    return is(i, Word::Part) ? value(i, Word::Part) : value(i, Word::PartBehind);
}

std::optional<Element> Grammar::partAt(int i) const
{
    Element element;
    element.from = i;
    int next = i;
    if (is(next, Word::Tonight)) {
        element.day = DaySpec::fixed(today());
        element.part = value(next, Word::Tonight);
        element.next = next + 1;
        return element;
    }
    next = skip(next, Word::The);
    if (!isAnyOf(next, {Word::Any, Word::Part, Word::PartBehind, Word::AmPm}))
        return std::nullopt;
    if (is(next, Word::Any) && isPart(next + 1)) {
        element.partIsAny = true;
        ++next;
    }
    if (!isPart(next))
        return std::nullopt;
    // "two nights" are counted by the rule of lengths before this one is asked
    element.part = partCode(next);
    // "the evening before the 10th"
    const bool before = is(next + 1, Word::Before) && !is(next + 1, Word::Until);
    if (is(i, Word::The) && next == i + 1 && m_depth < 2 && (before || is(next + 1, Word::After))) {
        ++m_depth;
        const auto day = dayAt(next + 2, Hint::Day);
        --m_depth;
        if (day && day->day && !day->part && !day->clock) {
            const LocalDate beside = resolve(*day->day).days.start + date::days(before ? -1 : 1);
            element.day = DaySpec::fixed(beside);
            element.next = day->next;
            return element;
        }
    }
    element.next = next + 1;
    if (is(element.next, Word::Ish) && at(element.next).to - at(element.next).from == 3)
        ++element.next;
    return element;
}

} // namespace ChatCal::WhenGrammar
