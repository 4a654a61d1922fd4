// SPDX-License-Identifier: Apache-2.0
// Lengths of time: "90 min", "an hour and a half", "1h30", "two or three hours".
#include "core/time/grammar.h"

#include <algorithm>

namespace ChatCal::WhenGrammar {

namespace {

constexpr std::int64_t minuteSeconds = 60;
constexpr std::int64_t hourSeconds = 3600;

Length sum(const Length &a, const Length &b)
{
    Length result = a;
    result.months += b.months;
    result.days += b.days;
    result.businessDays += b.businessDays;
    result.seconds += b.seconds;
    result.smallest = b.smallest;
    return result;
}

/// Quarters in "½", "¼", "¾"; 0 for other signs.
int quartersOfSign(const Token &token)
{
    if (token.kind != Token::Kind::Symbol)
        return 0;
    return token.symbol == u'½' ? 2 : token.symbol == u'¼' ? 1 : token.symbol == u'¾' ? 3 : 0;
}

} // namespace

Length quartersOf(TimeUnit unit, int quarters)
{
    Length length;
    length.smallest = unit;
    switch (unit) {
    case TimeUnit::Second:
        length.seconds = quarters / 4;
        break;
    case TimeUnit::Minute:
        length.seconds = quarters * minuteSeconds / 4;
        break;
    case TimeUnit::Hour:
        length.seconds = quarters * hourSeconds / 4;
        break;
    case TimeUnit::Day:
        length.days = quarters / 4;
        if (quarters % 4) {
            length.seconds = (quarters % 4) * 6 * hourSeconds;
            length.smallest = TimeUnit::Hour;
        }
        break;
    case TimeUnit::Week:
        length.days = quarters * 7 / 4;
        break;
    case TimeUnit::Weekend:
        length.days = quarters * 7 / 4;
        break;
    case TimeUnit::Fortnight:
        length.days = quarters * 14 / 4;
        break;
    case TimeUnit::BusinessDay:
        length.businessDays = quarters / 4;
        break;
    case TimeUnit::Month:
        length.months = quarters / 4;
        length.days = quarters % 4 * 30 / 4;
        break;
    case TimeUnit::Quarter:
        length.months = quarters * 3 / 4;
        break;
    case TimeUnit::Year:
        length.months = quarters * 3;
        break;
    }
    return length;
}

std::chrono::minutes Length::minutes() const
{
    const std::int64_t wholeDays = days + businessDays + months / 12 * 365 + months % 12 * 30;
    return std::chrono::minutes(wholeDays * 1440 + (seconds + 59) / 60);
}

Length Length::times(int factor) const
{
    Length result = *this;
    result.months *= factor;
    result.days *= factor;
    result.businessDays *= factor;
    result.seconds *= factor;
    return result;
}

LocalTime Length::addedTo(LocalTime time, int sign) const
{
    LocalDate day = date::floor<date::days>(time);
    const auto clock = time - day;
    day = plusMonths(day, sign * months) + date::days(sign * days);
    if (businessDays)
        day = plusBusinessDays(day, sign * businessDays);
    return day + clock + std::chrono::seconds(sign * seconds);
}

// "half an hour", "half hour", "a half hour", "½ hour", "1/2 h", "a quarter of an hour", "three quarters of an hour"
std::optional<std::pair<Length, int>> Grammar::fraction(int i) const
{
    int quarters = 0;
    int next = i;
    if (is(i, Word::Article)
        && (is(i + 1, Word::Half) || is(i + 1, Word::Quarter) || (i + 1 < size() && quartersOfSign(at(i + 1)))))
        next = i + 1;
    if (is(next, Word::Half)) {
        quarters = 2;
        ++next;
    } else if (is(next, Word::Quarter)) {
        quarters = std::max(1, value(next, Word::Quarter));
        ++next;
    } else if (is(i, Word::Number) && value(i, Word::Number) == 3 && is(i + 1, Word::Quarter)) {
        quarters = 3;
        next = i + 2;
    } else if (next < size() && quartersOfSign(at(next))) {
        quarters = quartersOfSign(at(next));
        ++next;
    } else if (isNumber(i) && isSymbol(i + 1, u'/') && isNumber(i + 2) && at(i).number > 0 && at(i).number < 4
               && (at(i + 2).number == 2 || at(i + 2).number == 4)) {
        quarters = at(i).number * 4 / at(i + 2).number;
        next = i + 3;
    } else {
        return std::nullopt;
    }
    if (is(i - 1, Word::Ordinal))
        return std::nullopt; // "the first half of the month"
    next = skipSymbol(next, u'-');
    next = skip(next, Word::Of);
    next = skip(next, Word::Article);
    next = skip(next, Word::The);
    if (!is(next, Word::Unit))
        return std::nullopt;
    const auto unit = static_cast<TimeUnit>(value(next, Word::Unit));
    if (unit == TimeUnit::Second || unit == TimeUnit::BusinessDay || unit == TimeUnit::Weekend)
        return std::nullopt;
    if (unit == TimeUnit::Day && quarters % 4) // half a working day is no fixed length; take twelve hours
        return std::pair(Length{0, 0, 0, quarters * 6 * hourSeconds, TimeUnit::Hour, false}, next + 1);
    return std::pair(quartersOf(unit, quarters), next + 1);
}

std::optional<std::pair<Length, int>> Grammar::oneLength(int i) const
{
    if (auto part = fraction(i))
        return part;
    const int named = skip(i, Word::Article);
    if (is(named, Word::LengthWord)) {
        const int minutes = value(named, Word::LengthWord);
        Length length;
        length.smallest = minutes % 1440 ? TimeUnit::Minute : TimeUnit::Day;
        if (minutes % 1440)
            length.seconds = minutes * minuteSeconds;
        else
            length.days = minutes / 1440;
        return std::pair(length, named + 1);
    }
    if (is(i, Word::Quarters) && is(i + 1, Word::Unit)) // "anderthalb Stunden"
        return std::pair(quartersOf(static_cast<TimeUnit>(value(i + 1, Word::Unit)), value(i, Word::Quarters)), i + 2);
    if (is(i, Word::Unit) && is(i + 1, Word::And)) { // "hora y media", "hour and a half"
        const int part = skip(i + 2, Word::Article);
        if ((!is(part, Word::Half) && !is(part, Word::Quarter)) || is(part + 1, Word::Unit))
            return std::nullopt;
        return std::pair(quartersOf(static_cast<TimeUnit>(value(i, Word::Unit)), is(part, Word::Half) ? 6 : 5),
                         part + 1);
    }
    const auto number = amount(i);
    if (!number || (isNumber(i) && at(i).afterLetter))
        return std::nullopt;
    const bool weak = is(i, Word::Article) && !is(i + 1, Word::Couple);
    // "1:30 hours"
    if (number->inDigits && isSymbol(number->next, u':') && isNumber(number->next + 1)
        && at(number->next + 1).digits == 2 && at(number->next + 1).number < 60) {
        const int unitAt = number->next + 2;
        // "09:00 hrs" is a time of day
        if (at(i).digits == 2 || !is(unitAt, Word::Unit)
            || value(unitAt, Word::Unit) != static_cast<int>(TimeUnit::Hour))
            return std::nullopt;
        Length clock;
        clock.seconds = number->value * hourSeconds + at(unitAt - 1).number * minuteSeconds;
        clock.smallest = TimeUnit::Minute;
        return std::pair(clock, unitAt + 1);
    }
    int quarters = number->value * 4;
    int next = number->next;
    // "1.5 hours", "2,5 hours", "1½ hours", "2 and a half hours", "one and half hour"
    if (number->inDigits && (isSymbol(next, u'.') || isSymbol(next, u',')) && isGlued(next) && isNumber(next + 1)
        && isGlued(next + 1)) {
        const Token &decimals = at(next + 1);
        if (decimals.digits > 2)
            return std::nullopt;
        quarters += (decimals.digits == 1 ? decimals.number * 40 : decimals.number * 4) / 100;
        const int hundredths = decimals.digits == 1 ? decimals.number * 10 : decimals.number;
        next += 2;
        const int unitAt = skipSymbol(next, u'-');
        if (is(unitAt, Word::Unit) && value(unitAt, Word::Unit) == static_cast<int>(TimeUnit::Hour)) {
            Length exact;
            exact.seconds = number->value * hourSeconds + hundredths * 36;
            exact.smallest = TimeUnit::Minute;
            return std::pair(exact, unitAt + 1);
        }
    } else if (next < size() && quartersOfSign(at(next))) {
        quarters += quartersOfSign(at(next));
        ++next;
    } else if (is(next, Word::And)) {
        const int half = skip(next + 1, Word::Article);
        if (is(half, Word::Half) && is(half + 1, Word::Unit)) {
            quarters += 2;
            next = half + 1;
        } else if (is(half, Word::Quarter) && is(half + 1, Word::Unit)) {
            quarters += 1;
            next = half + 1;
        }
    }
    next = skipSymbol(next, u'-');
    if (!is(next, Word::Unit))
        return std::nullopt;
    const auto unit = static_cast<TimeUnit>(value(next, Word::Unit));
    const bool oneLetter = at(next).to - at(next).from == 1;
    if (oneLetter && !number->inDigits)
        return std::nullopt;
    // "the second", "a second": moments, not lengths
    if (unit == TimeUnit::Second && weak)
        return std::nullopt;
    // "one day next week"
    if (unit == TimeUnit::Day && quarters == 4 && !number->inDigits
        && isAnyOf(next + 1, {Word::Next, Word::This, Word::Coming}))
        return std::nullopt;
    Length length = quartersOf(unit, quarters);
    length.isWeak = weak && unit != TimeUnit::Hour && unit != TimeUnit::Fortnight;
    ++next;
    // "1h30", "1 hr 15"
    const bool spaced = isNumber(next) && !isGlued(next) && !is(next + 1, Word::Unit) && !is(next + 1, Word::AmPm)
        && !is(next + 1, Word::Month) && !(next + 1 < size() && at(next + 1).kind == Token::Kind::Symbol);
    if (unit == TimeUnit::Hour && number->inDigits && isNumber(next) && (isGlued(next) || spaced)
        && at(next).digits == 2 && at(next).number < 60) {
        length.seconds += at(next).number * minuteSeconds;
        length.smallest = TimeUnit::Minute;
        const bool minuteWord = is(next + 1, Word::Unit)
            && value(next + 1, Word::Unit) == static_cast<int>(TimeUnit::Minute) && isGlued(next + 1);
        return std::pair(length, minuteWord ? next + 2 : next + 1);
    }
    // "an hour and a half", "one hour and half"
    if (is(next, Word::And)) {
        const int half = skip(next + 1, Word::Article);
        if (is(half, Word::Half) && !is(half + 1, Word::Unit)) {
            length = quartersOf(unit, quarters + 2);
            return std::pair(length, half + 1);
        }
        if (is(half, Word::Quarter) && unit == TimeUnit::Hour && !is(half + 1, Word::Of)) {
            length = quartersOf(unit, quarters + 1);
            return std::pair(length, half + 1);
        }
    }
    return std::pair(length, next);
}

std::optional<std::pair<Length, int>> Grammar::length(int i) const
{
    i = skip(i, Word::About);
    constexpr WordSet starters{Word::Number,  Word::Article,    Word::Couple,  Word::Half,
                               Word::Quarter, Word::LengthWord, Word::Quarters};
    const bool canStart = isNumber(i) || isAnyOf(i, starters) || (is(i, Word::Unit) && is(i + 1, Word::And))
        || (i < size() && quartersOfSign(at(i)));
    if (!canStart)
        return std::nullopt;
    // "2-3 hours", "two or three hours": the longer one, which the shorter fits into
    if (const auto low = cardinal(i, 999)) {
        const int high = low->next;
        if (isSymbol(high, u'-') || (is(high, Word::Until) && !is(high, Word::At)) || is(high, Word::Or)) {
            if (const auto second = cardinal(high + 1, 999); second && second->value > low->value) {
                const int unit = skipSymbol(second->next, u'-');
                // "13-14h" are times
                if (is(unit, Word::Unit) && !(is(unit, Word::OClock) && second->value > 6))
                    i = high + 1;
            }
        }
    }
    auto result = oneLength(i);
    if (!result)
        return std::nullopt;
    // "2 hours and 30 minutes", "1d 2hr 5min"
    for (int more = 0; more < 4; ++more) {
        int next = result->second;
        if (isSymbol(next, u',') || (isSymbol(next, u'.') && isGlued(next))) // "1 hr. 30 min."
            ++next;
        next = skip(next, Word::And);
        if (is(next, Word::Article))
            break;
        const auto added = oneLength(next);
        if (!added || added->first.smallest >= result->first.smallest)
            break;
        result = std::pair(sum(result->first, added->first), added->second);
    }
    return result;
}

std::optional<Element> Grammar::durationAt(int i) const
{
    auto found = length(i);
    // "for the hour"
    if (!found && is(i - 1, Word::For) && is(i, Word::The) && is(i + 1, Word::Unit)
        && value(i + 1, Word::Unit) == static_cast<int>(TimeUnit::Hour))
        found = std::pair(quartersOf(TimeUnit::Hour, 4), i + 2);
    if (!found)
        return std::nullopt;
    Element element;
    element.from = i;
    element.next = found->second;
    element.duration = found->first;
    return element;
}

} // namespace ChatCal::WhenGrammar
