// SPDX-License-Identifier: Apache-2.0
// Hours whose minutes stand behind them in words: "15 Uhr 30", "trois heures et demie", "las tres menos diez".
#include "core/time/grammar.h"

namespace ChatCal::WhenGrammar {

namespace {

/// From this hour on "8 heures" is a time of day before it is a length.
constexpr int firstLikelyHour = 7;

} // namespace

// The hour itself, with its word if it has one; next is where the minutes may stand.
std::optional<Grammar::Hour> Grammar::hourWithWord(int i, Hint hint) const
{
    if (const auto named = namedClock(i); named && !named->clock->isMidnight)
        return Hour{*named->clock, named->next, false, true};
    if (isNumber(i) && (at(i).afterLetter || at(i).digits > 2))
        return std::nullopt;
    if (isNumber(i) && isGlued(i) && isNumber(i - 2) && at(i - 1).kind == Token::Kind::Symbol && !isSymbol(i - 1, u'-'))
        return std::nullopt; // the tail of "3.15 Uhr"
    const auto number = cardinal(i, 24);
    if (!number)
        return std::nullopt;
    Hour hour;
    hour.clock.hour = number->value;
    hour.next = number->next;
    hour.hasWord = is(hour.next, Word::OClock);
    if (hour.hasWord) {
        // "deux heures" is a length and a time: the place decides
        const bool length = is(hour.next, Word::Unit);
        const bool certain = hint == Hint::Clock || number->value >= firstLikelyHour || isPart(hour.next + 1);
        if (length && (!certain || is(i - 1, Word::During) || (is(i - 1, Word::For) && number->value < 12)))
            return std::nullopt;
        ++hour.next;
    }
    if (number->value > 12 || number->value == 0 || (isNumber(i) && at(i).digits == 2 && number->value < 10))
        hour.clock.half = ClockTime::Half::Given24;
    return hour;
}

// "30", "trente", "et demie", "y cuarto", "moins le quart", "menos diez"; moves @p hour.next behind them.
bool Grammar::takeMinutesBehind(Hour &hour, int from, Hint hint) const
{
    const int i = hour.next;
    const bool placed = hour.hasWord || hour.isNamed || hint == Hint::Clock;
    const bool minus = is(i, Word::Minus);
    const bool and_ = is(i, Word::And);
    int next = minus || and_ ? i + 1 : i;
    next = minus ? skip(next, Word::The) : next;
    next = minus || and_ ? skip(next, Word::Article) : next;
    if ((minus || and_) && (is(next, Word::Half) || is(next, Word::Quarter)) && !is(next + 1, Word::Unit)) {
        const int minutes = is(next, Word::Half) ? 30 : 15;
        (minus ? hour.clock.minutesBefore : hour.clock.minute) = minutes;
        hour.next = next + 1;
        return true;
    }
    const bool between = is(from - 1, Word::Between) || is(from - 2, Word::Between) || is(from - 3, Word::Between);
    if (!placed || (and_ && (between || hour.hasWord)) || (!minus && !and_ && !hour.hasWord))
        return false;
    const int numberAt = minus || and_ ? i + 1 : i;
    const auto number = cardinal(numberAt, 59);
    if (!number || (number->value == 0 && !number->inDigits) || is(number->next, Word::OClock)
        || is(number->next, Word::Month) || is(number->next, Word::Of))
        return false;
    const bool minuteWord =
        is(number->next, Word::Unit) && value(number->next, Word::Unit) == static_cast<int>(TimeUnit::Minute);
    if (is(number->next, Word::Unit) && !minuteWord)
        return false;
    if (number->inDigits && at(numberAt).digits != 2 && !minuteWord)
        return false;
    if (number->inDigits && isSymbol(number->next, u'.') && isNumber(number->next + 1))
        return false;
    (minus ? hour.clock.minutesBefore : hour.clock.minute) = number->value;
    hour.next = minuteWord ? number->next + 1 : number->next;
    return true;
}

std::optional<Element> Grammar::hourWithTail(int i, Hint hint) const
{
    auto hour = hourWithWord(i, hint);
    if (!hour)
        return std::nullopt;
    const bool minutes = takeMinutesBehind(*hour, i, hint);
    if (!minutes && !hour->hasWord)
        return std::nullopt;
    if (hour->clock.hour == 24 && hour->clock.minute)
        return std::nullopt;
    takeHalf(hour->next, hour->clock);
    if (is(hour->next, Word::OClock) && !is(hour->next, Word::Unit))
        ++hour->next; // "las tres y media en punto"
    Element element;
    element.from = i;
    element.next = hour->next;
    element.clock = hour->clock;
    return element;
}

} // namespace ChatCal::WhenGrammar
