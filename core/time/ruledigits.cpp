// SPDX-License-Identifier: Apache-2.0
// Dates written in digits: ISO 8601, "12/3", "3.5.2026", "2026/3".
#include "core/time/grammar.h"

namespace ChatCal::WhenGrammar {

namespace {

DaySpec monthDay(int year, int month, int day)
{
    DaySpec spec;
    spec.year = year;
    spec.month = month;
    spec.day = day;
    return spec;
}

bool isPossible(int year, int month, int day)
{
    return dayOf(year ? year : 2024, month, day).has_value(); // 2024: a leap year has every day
}

int fullYear(const Token &token)
{
    return token.digits == 2 ? 2000 + token.number : token.number;
}

} // namespace

// 2026-03-10, 2026-03-10T14:00:00, 20260310T1400
std::optional<Element> Grammar::isoDate(int i) const
{
    if (!isNumber(i) || at(i).afterLetter)
        return std::nullopt;
    int year = 0, month = 0, day = 0, next = i + 1;
    if (at(i).digits == 8) {
        year = at(i).number / 10000;
        month = at(i).number / 100 % 100;
        day = at(i).number % 100;
    } else if (at(i).digits == 4 && isNumber(i + 2) && isNumber(i + 4)
               && ((isSymbol(i + 1, u'-') && isSymbol(i + 3, u'-')) || (isSymbol(i + 1, u'/') && isSymbol(i + 3, u'/'))
                   || (isSymbol(i + 1, u'.') && isSymbol(i + 3, u'.')))
               && at(i + 2).digits <= 2 && at(i + 4).digits <= 2) {
        year = at(i).number;
        month = at(i + 2).number;
        day = at(i + 4).number;
        next = i + 5;
    } else if (at(i).digits == 4 && isNumber(i + 1) && isNumber(i + 2) && at(i + 1).digits == 2 && at(i + 2).digits == 2
               && !isSymbol(i + 3, u':')) {
        year = at(i).number; // "2014 12 28"
        month = at(i + 1).number;
        day = at(i + 2).number;
        next = i + 3;
    }
    if (year < 1900 || year > 2199 || !isPossible(year, month, day))
        return std::nullopt;
    Element element = dayElement(i, next, monthDay(year, month, day));
    if (next + 1 < size() && at(next).kind == Token::Kind::Word && isGlued(next) && word(next).size() == 1
        && word(next)[0].toUpper() == u'T' && isNumber(next + 1) && isGlued(next + 1)) {
        ClockTime clock;
        clock.half = ClockTime::Half::Given24;
        const Token &digits = at(next + 1);
        int end = next + 2;
        if (digits.digits == 2 && isSymbol(end, u':') && isNumber(end + 1) && at(end + 1).digits == 2) {
            clock.hour = digits.number;
            clock.minute = at(end + 1).number;
            end += 2;
            if (isSymbol(end, u':') && isNumber(end + 1) && at(end + 1).digits == 2) {
                clock.second = at(end + 1).number;
                end += 2;
                if (isSymbol(end, u'.') && isGlued(end) && isNumber(end + 1))
                    end += 2;
            }
        } else if (digits.digits == 4) {
            clock.hour = digits.number / 100;
            clock.minute = digits.number % 100;
        } else {
            return element;
        }
        if (clock.hour < 24 && clock.minute < 60 && clock.second < 60) {
            element.clock = clock;
            element.next = end;
        }
    }
    return element;
}

// 12/3, 12/3/2026, 3.12.2026, 10-1-2018; "12.3" and "12-3" only where a day is expected
std::optional<Element> Grammar::numericDate(int i, Hint hint) const
{
    if (!isNumber(i) || at(i).digits > 2 || at(i).afterLetter || i + 2 >= size()
        || at(i + 1).kind != Token::Kind::Symbol || !isNumber(i + 2) || at(i + 2).afterLetter)
        return std::nullopt;
    const char16_t sign = at(i + 1).symbol;
    if (sign != u'/' && sign != u'-' && sign != u'.')
        return std::nullopt;
    // the tail of something longer: "0.8/15", "30/4.85"
    if (i > 1 && isGlued(i) && at(i - 1).kind == Token::Kind::Symbol && isNumber(i - 2) && !isSymbol(i - 1, u'-')
        && !isSymbol(i - 1, u'('))
        return std::nullopt;
    const bool glued = isGlued(i + 1) && isGlued(i + 2);
    // "3.5." is surely a day where days are written so
    const bool dotted = sign == u'.' && glued && m_lexicon.has(Style::OrdinalDot) && isSymbol(i + 3, u'.')
        && isGlued(i + 3) && !(isNumber(i + 4) && isGlued(i + 4));
    const int a = at(i).number;
    if (at(i + 2).digits == 4 && at(i + 2).number >= 1900 && at(i + 2).number < 2200) { // "9/2012", "11- 2016"
        if (a < 1 || a > 12 || sign == u'.')
            return std::nullopt;
        return dayElement(i, i + 3, monthDay(at(i + 2).number, a, 0));
    }
    if (at(i + 2).digits > 2)
        return std::nullopt;
    const int b = at(i + 2).number;
    const bool dayFirst = a > 12 || (b <= 12 && (m_context.order == WhenContext::DateOrder::DayMonth || sign == u'.'));
    int next = i + 3;
    int year = 0;
    const bool sameSign = isSymbol(next, sign) && isNumber(next + 1) && glued && isGlued(next) && isGlued(next + 1);
    const bool comma = sign == u'/' && isSymbol(next, u',') && isNumber(next + 1) && at(next + 1).digits == 4;
    if ((sameSign || comma)
        && (at(next + 1).digits == 4
            || (at(next + 1).digits == 2
                && (sign != u'.' || (at(i).digits == 2 && at(i + 2).digits == 2)
                    || m_lexicon.has(Style::OrdinalDot))))) {
        year = fullYear(at(next + 1));
        if (year < 1900 || year > 2199)
            return std::nullopt;
        next += 2;
    } else if (sameSign) {
        return std::nullopt; // "1.10.3" is a version
    } else if (dotted) {
        ++next;
    } else {
        const bool followed = isSymbol(next, sign) && isGlued(next) && isNumber(next + 1);
        const bool decimals = isSymbol(next, u'.') && isGlued(next) && isNumber(next + 1) && isGlued(next + 1);
        if (followed || decimals || is(next, Word::Unit) || is(next, Word::AmPm) || is(next, Word::OClock)
            || isSymbol(next, u':'))
            return std::nullopt;
        const bool alone = (i == 0 || is(i - 1, Word::Weekday)) && (next == size() || is(next, Word::At));
        if (sign == u'.' && hint != Hint::Day && !is(i - 1, Word::Weekday) && !(is(i - 1, Word::In) && b > 12))
            return std::nullopt;
        if (sign == u'-' && !(hint == Hint::Day && b > 12) && !(alone && a <= 12 && b > 12))
            return std::nullopt;
        if (sign == u'/' && (!glued && !alone))
            return std::nullopt;
        if (isUnknownWord(next) && sign == u'/' && hint != Hint::Day && a <= 12 && b <= 12 && i > 0
            && isUnknownWord(i - 1))
            return std::nullopt; // "about 1/2 done": a fraction between words
    }
    int month = dayFirst ? b : a, day = dayFirst ? a : b;
    if (!isPossible(year, month, day))
        std::swap(month, day);
    if (!isPossible(year, month, day) || a == 0 || b == 0)
        return std::nullopt;
    // "Friday 7.6": the order in which the weekday is right
    DaySpec spec = monthDay(year, month, day);
    const int weekdayAt = isSymbol(i - 1, u',') ? i - 2 : i - 1;
    if (is(weekdayAt, Word::Weekday) && a <= 12 && b <= 12) {
        const int named = value(weekdayAt, Word::Weekday);
        const int in = year ? year : yearNumber(today());
        const auto said = dayOf(in, month, day), swapped = dayOf(in, day, month);
        if (said && swapped && weekdayOf(*said) != named && weekdayOf(*swapped) == named)
            std::swap(spec.month, spec.day);
    }
    return dayElement(i, next, spec);
}

// "2019-aug-1", "2016 November", "2016 - 11", "2020/23/Sep"
std::optional<Element> Grammar::yearFirst(int i) const
{
    if (!isNumber(i) || at(i).digits != 4)
        return std::nullopt;
    const auto named = year(i);
    if (!named)
        return std::nullopt;
    DaySpec spec;
    spec.year = named->value;
    int next = named->next;
    const bool sign = isSymbol(next, u'-') || isSymbol(next, u'/') || isSymbol(next, u'.') || isSymbol(next, u',');
    const char16_t used = sign ? at(next).symbol : u'\0';
    if (sign)
        ++next;
    if (is(next, Word::Month)) {
        spec.month = value(next, Word::Month);
        ++next;
        const int dayAt = sign && isSymbol(next, used) ? next + 1 : next;
        auto number = ordinal(dayAt);
        if (!number && isNumber(dayAt) && at(dayAt).digits <= 2 && !isSymbol(dayAt + 1, u':'))
            number = cardinal(dayAt, 31);
        if (number && isPossible(spec.year, spec.month, number->value)) {
            spec.day = number->value;
            next = number->next;
        }
        return dayElement(i, next, spec);
    }
    if (!sign || used == u',' || !isNumber(next) || at(next).digits > 2)
        return std::nullopt;
    if (used == u'/' && isSymbol(next + 1, u'/') && is(next + 2, Word::Month)) {
        spec.day = at(next).number;
        spec.month = value(next + 2, Word::Month);
        if (isPossible(spec.year, spec.month, spec.day))
            return dayElement(i, next + 3, spec);
        return std::nullopt;
    }
    const bool more = (isSymbol(next + 1, used) || isSymbol(next + 1, u':')) && isGlued(next + 1);
    if (at(next).number < 1 || at(next).number > 12 || more || is(next + 1, Word::Unit))
        return std::nullopt;
    spec.month = at(next).number;
    return dayElement(i, next + 1, spec);
}

} // namespace ChatCal::WhenGrammar
