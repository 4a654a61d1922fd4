// SPDX-License-Identifier: Apache-2.0
// Clock times: "3:30 pm", "half past three", "quarter to nine", "15h30", "noon", "5ish".
#include "core/time/grammar.h"

#include <algorithm>

namespace ChatCal::WhenGrammar {

namespace {

std::optional<Element> clockElement(int from, int next, const ClockTime &clock)
{
    Element element;
    element.from = from;
    element.next = next;
    element.clock = clock;
    return element;
}

} // namespace

int ClockTime::minutes(Half decided) const
{
    int result = hour * 60 + minute;
    if (decided == Half::Pm && hour < 12)
        result += 720;
    if (decided == Half::Am && hour == 12)
        result -= 720;
    return result - minutesBefore;
}

ClockTime::Half ClockTime::likelyHalf() const
{
    if (half != Half::Unsaid)
        return half;
    if (hour == 0 || hour > 12)
        return Half::Given24;
    return hour < 7 || hour == 12 ? Half::Pm : Half::Am;
}

bool Grammar::takeOClock(int &i, ClockTime &clock) const
{
    if (!is(i, Word::OClock) || is(i, Word::Unit)) // "deux heures" may be a length: hourWithWord() decides
        return false;
    clock.isBareNumber = false;
    ++i;
    return true;
}

// "pm", "p" glued to its number, "in the pm"
bool Grammar::takeHalf(int &i, ClockTime &clock) const
{
    int next = i;
    if (is(next, Word::In) && is(next + 1, Word::The) && is(next + 2, Word::AmPm))
        next += 2;
    if (!is(next, Word::AmPm))
        return false;
    const bool oneLetter = at(next).to - at(next).from == 1;
    if (oneLetter
        && (at(next).spaceBefore
            || (next + 1 < size() && at(next + 1).kind == Token::Kind::Number && isGlued(next + 1))))
        return false;
    // "a" and "m" apart are read as one phrase; "14 pm" is no time but "15:30 pm" is 15:30
    const bool pm = value(next, Word::AmPm) == 12;
    clock.half = pm ? ClockTime::Half::Pm : ClockTime::Half::Am;
    if (clock.hour > 12)
        clock.half = ClockTime::Half::Given24;
    clock.isBareNumber = false;
    i = next + 1;
    // "9p.", "3 p.m ."
    if (oneLetter && isSymbol(i, u'.') && isGlued(i) && i + 1 == size())
        ++i;
    return true;
}

std::optional<Element> Grammar::namedClock(int i) const
{
    if (!is(i, Word::Clock))
        return std::nullopt;
    ClockTime clock;
    const int minutes = value(i, Word::Clock);
    clock.isMidnight = minutes == 1440;
    clock.hour = clock.isMidnight ? 0 : minutes / 60;
    clock.half = ClockTime::Half::Given24;
    return clockElement(i, i + 1, clock);
}

// "half past three", "half three", "quarter to nine", "ten minutes past 4 pm", "20 to 2pm", "15 past noon"
std::optional<Element> Grammar::pastOrTo(int i) const
{
    constexpr WordSet starters{Word::Number, Word::Half, Word::Quarter, Word::Article};
    if (!isNumber(i) && !isAnyOf(i, starters))
        return std::nullopt;
    int next = skip(i, Word::Article);
    int minutes = 0;
    bool exact = true; // words that leave no doubt
    bool halfSaid = false;
    if (is(next, Word::Half)) {
        minutes = 30;
        ++next;
    } else if (is(next, Word::Quarter)) {
        minutes = 15 * std::max(1, value(next, Word::Quarter)); // "dreiviertel" is three of them
        ++next;
    } else {
        if (next != i)
            return std::nullopt;
        const auto number = cardinal(i, 59);
        if (!number || number->value == 0 || (isNumber(i) && at(i).afterLetter))
            return std::nullopt;
        minutes = number->value;
        next = number->next;
        exact = is(next, Word::Unit) && value(next, Word::Unit) == static_cast<int>(TimeUnit::Minute);
        if (exact)
            ++next;
    }
    const bool halfBefore = m_lexicon.has(Style::HalfBefore);
    if (halfBefore && minutes == 3 && is(next, Word::Quarter)) { // "drei viertel vier"
        minutes = 45;
        exact = true;
        ++next;
    }
    const bool past = is(next, Word::Past) && !is(next, Word::Before);
    const bool to = is(next, Word::To);
    const bool british = minutes == 30 && exact && !past && !to && is(next - 1, Word::Half) && next - 1 == i;
    const bool upTo = halfBefore && exact && !past && !to && !is(next - 1, Word::Unit); // "viertel vier" is 3:15
    if (!past && !to && !british && !upTo)
        return std::nullopt;
    const bool before = !halfBefore && (is(next, Word::Before) || is(next, Word::Of));
    exact = exact || halfBefore || (to && !before && !is(next, Word::Until));
    if (past || to)
        ++next;
    if (past && is(next, Word::The))
        return std::nullopt;
    const bool half = halfBefore && (past || to) && is(next, Word::Half); // "fünf nach halb drei"
    if (half)
        ++next;
    // "10 to 11" is a range unless the wording says otherwise
    ClockTime clock;
    const auto named = namedClock(next);
    if (named) {
        clock = *named->clock;
        next = named->next;
    } else {
        const auto hour = cardinal(next, 24);
        if (!hour || hour->value == 0 || (is(hour->next, Word::Unit) && !is(hour->next, Word::AmPm)))
            return std::nullopt;
        clock.hour = hour->value;
        if (hour->value > 12)
            clock.half = ClockTime::Half::Given24;
        next = hour->next;
        // "three minutes to five thirty", "five to 10:30"
        if (isSymbol(next, u':') && isNumber(next + 1) && at(next + 1).digits == 2 && at(next + 1).number < 60) {
            clock.minute = at(next + 1).number;
            next += 2;
        } else if (const auto tail = cardinal(next, 59); exact && tail && tail->value >= 10 && !tail->inDigits) {
            clock.minute = tail->value;
            next = tail->next;
        }
        takeOClock(next, clock);
        halfSaid = takeHalf(next, clock);
    }
    if (to && !exact) {
        const bool usual = minutes == 5 || minutes == 10 || minutes == 20 || minutes == 25;
        // "ten to five", but "nine to five"
        const bool spoken =
            !isNumber(i) && minutes >= 10 && clock.hour < 10 && !is(i - 1, Word::From) && !is(i - 1, Word::Between);
        const bool settled = (minutes > 12 && (named || halfSaid)) || (usual && spoken);
        if (before || (!settled && !(usual && is(i - 1, Word::At))))
            return std::nullopt;
    }
    if (before && minutes != 15 && !is(i + 1, Word::Unit))
        return std::nullopt;
    if (to) {
        // 12 noon less a quarter is 11:45, midnight less a quarter 23:45
        if (clock.isMidnight) {
            clock.hour = 24;
            clock.isMidnight = false;
            clock.half = ClockTime::Half::Given24;
        }
        clock.minutesBefore = minutes;
    } else if (upTo) {
        clock.minutesBefore = 60 - minutes;
    } else {
        clock.minute += minutes;
        clock.isMidnight = false;
    }
    if (half)
        clock.minutesBefore += 30;
    clock.isBareNumber = false;
    return clockElement(i, next, clock);
}

bool Grammar::isTimeFollower(int i) const
{
    // After a bare number: an end, a sign, or a word that is no counted thing.
    if (i >= size())
        return true;
    const Token &token = at(i);
    if (token.kind == Token::Kind::Symbol)
        return token.symbol != u'/' && token.symbol != u'%' && token.symbol != u':' && token.symbol != u'°'
            && !(token.symbol == u'.' && isNumber(i + 1) && isGlued(i + 1));
    if (token.kind != Token::Kind::Word)
        return token.kind == Token::Kind::Number && token.spaceBefore && token.digits == 4;
    if (!token.entry || token.entry->isEmpty())
        return false;
    if (is(i, Word::Ordinal) || is(i, Word::Counted))
        return false; // "1722 First Street"
    return !is(i, Word::Suffix) || token.spaceBefore;
}

/// "Tues 9-10 standup", "tomorrow at 9 gym": right behind a day a number is an hour, whatever the next word is.
bool Grammar::isBehindDay(int i, int next) const
{
    const bool word = next < size() && at(next).kind == Token::Kind::Word && at(next).spaceBefore
        && m_text.at(at(next).from).isLower() && !isAnyOf(next, {Word::Ordinal, Word::Suffix, Word::Counted});
    int before = i - 1;
    const bool counts = word && m_text.at(at(next).to - 1) == u's'; // "Monday 3 meetings"
    const bool sure = isSymbol(before, u'-') || is(before, Word::At);
    if (isSymbol(before, u'-') && isNumber(before - 1) && at(before - 1).digits <= 2)
        before -= 2;
    if (is(before, Word::At))
        --before;
    constexpr WordSet days{Word::Weekday, Word::RelativeDay, Word::Tonight};
    return word && (sure || !counts) && at(i).digits <= 2 && at(i).number <= 12 && before >= 0 && isAnyOf(before, days);
}

/// "at 9 dentist", "um 9 Zahnarzt", "at 10 30 min": behind "at" a number is an hour before what is not counted.
bool Grammar::isAtHour(int i, int next) const
{
    if (!is(i - 1, Word::AtHour) || next >= size() || !at(next).spaceBefore || (isNumber(i) && at(i).digits > 2))
        return false;
    if (isNumber(next))
        return is(next + 1, Word::Unit);
    if (!isUnknownWord(next) || is(next, Word::Counted) || is(next + 1, Word::Counted))
        return false;
    if (value(i - 1, Word::AtHour))
        return true;
    const bool one = is(i, Word::Number) && value(i, Word::Number) == 1; // "at one glance"
    const bool name = !m_text.at(at(next).from).isLower(); // "at 5 Main Street"
    const auto isPlural = [this](int t) { return isUnknownWord(t) && m_text.at(at(t).to - 1) == u's'; };
    return !one && !name && !isPlural(next) && !isPlural(next + 1); // "at 3 locations", "at 5 different places"
}

std::optional<Element> Grammar::digitalClock(int i, Hint hint) const
{
    const Token &first = at(i);
    const bool afterSign = i > 0 && isGlued(i)
        && (isSymbol(i - 1, u'.') || isSymbol(i - 1, u':') || isSymbol(i - 1, u'/')) && isNumber(i - 2)
        && !(isSymbol(i - 1, u':') && at(i - 2).digits == 4);
    if (first.afterLetter || afterSign || first.digits > 4)
        return std::nullopt;
    ClockTime clock;
    clock.hour = first.number;
    int next = i + 1;
    const auto twoDigits = [&](int t) { return isNumber(t) && isGlued(t) && at(t).digits == 2 && at(t).number < 60; };
    bool withMinutes = false;
    const bool colon = isSymbol(next, u':') && isGlued(next);
    const bool point = isSymbol(next, u'.') && isGlued(next);
    const bool hourLetter = is(next, Word::Unit) && isGlued(next)
        && value(next, Word::Unit) == static_cast<int>(TimeUnit::Hour) && at(next).to - at(next).from == 1;
    if (first.digits <= 2 && (colon || point) && twoDigits(next + 1)) {
        if (clock.hour > 24 || (isSymbol(next + 2, u'.') && isNumber(next + 3) && isGlued(next + 3))
            || (point && isSymbol(next + 2, u'/')))
            return std::nullopt;
        clock.minute = at(next + 1).number;
        next += 2;
        withMinutes = true;
        if (colon && isSymbol(next, u':') && twoDigits(next + 1)) {
            clock.second = at(next + 1).number;
            next += 2;
            if (isSymbol(next, u'.') && isGlued(next) && isNumber(next + 1) && isGlued(next + 1))
                next += 2;
        }
        // "09:30" is written by those who count to 24
        if (clock.hour > 12 || clock.hour == 0 || (first.digits == 2 && clock.hour < 10))
            clock.half = ClockTime::Half::Given24;
    } else if (first.digits <= 2 && hourLetter && clock.hour <= 24) {
        // "15h30", "9h"; small numbers of hours are lengths unless the place asks for a time
        const bool minutes = twoDigits(next + 1);
        const int connector = next + (minutes ? 2 : 1);
        const bool range = (isSymbol(connector, u'-') || is(connector, Word::Until)) && isNumber(connector + 1)
            && is(connector + 2, Word::Unit) && isGlued(connector + 2) && word(connector + 2) == word(next);
        const bool time = hint == Hint::Clock || range || clock.hour >= (minutes ? 6 : 13);
        if (!time || is(i - 1, Word::For))
            return std::nullopt;
        clock.minute = minutes ? at(next + 1).number : 0;
        clock.half = ClockTime::Half::Given24;
        next += minutes ? 2 : 1;
        return clockElement(i, next, clock);
    } else if (first.digits >= 3) {
        if (first.digits == 3 && (first.number < 100 || clock.hour == 0))
            return std::nullopt;
        clock.hour = first.number / 100;
        clock.minute = first.number % 100;
        if (clock.hour > 24 || clock.minute > 59)
            return std::nullopt;
        if (clock.hour > 12 || first.digits == 4)
            clock.half = clock.hour >= 10 && clock.hour <= 12 ? ClockTime::Half::Unsaid : ClockTime::Half::Given24;
        int probe = next;
        ClockTime withHalf = clock;
        if (takeHalf(probe, withHalf))
            return clockElement(i, probe, withHalf);
        const bool hours = is(next, Word::Unit) && value(next, Word::Unit) == static_cast<int>(TimeUnit::Hour);
        if (hours && first.digits == 4)
            return clockElement(i, next + 1, clock);
        if (hint != Hint::Clock || (first.digits == 4 && first.number >= 1960) || !isTimeFollower(next)
            || is(next, Word::Unit))
            return std::nullopt;
        return clockElement(i, next, clock);
    }
    if (clock.hour == 24 && clock.minute)
        return std::nullopt;
    const ClockTime plain = clock;
    const bool oclock = takeOClock(next, clock);
    const bool half = takeHalf(next, clock);
    if (half) {
        if (plain.hour > 12 && !withMinutes)
            return std::nullopt; // "14PM"
        return clockElement(i, next, clock);
    }
    const int ish = skipSymbol(next, u'-');
    const bool vague = is(ish, Word::Ish) && (isGlued(next) || !is(ish, Word::Plain)) && at(ish).to - at(ish).from == 3;
    if (vague && clock.hour <= 24)
        return clockElement(i, ish + 1, clock);
    if (oclock)
        return clock.hour <= 24 ? clockElement(i, next, clock) : std::nullopt;
    if (withMinutes) {
        if (point && hint != Hint::Clock)
            return std::nullopt;
        if (is(next, Word::Unit) && value(next, Word::Unit) == static_cast<int>(TimeUnit::Hour) && colon
            && (first.digits == 2 || is(next, Word::OClock)))
            ++next; // "14:00 hrs"
        if (point && (is(next, Word::Unit) || isSymbol(next, u'%')))
            return std::nullopt;
        return clockElement(i, next, clock);
    }
    if (hint != Hint::Clock || clock.hour > 24)
        return std::nullopt;
    // "at 12 15"
    if (isNumber(next) && at(next).spaceBefore && at(next).digits == 2 && at(next).number < 60 && clock.hour <= 23
        && (isTimeFollower(next + 1) || isAtHour(i, next + 1)) && !is(next + 1, Word::Month)
        && !is(next + 1, Word::Unit)) {
        clock.minute = at(next).number;
        return clockElement(i, next + 1, clock);
    }
    if (!(isTimeFollower(next) || isBehindDay(i, next) || isAtHour(i, next))
        || (is(next, Word::Unit) && !is(next, Word::AmPm)))
        return std::nullopt;
    if (clock.hour > 12)
        clock.half = ClockTime::Half::Given24;
    clock.isBareNumber = true;
    return clockElement(i, next, clock);
}

// "seven thirty am", "three o'clock", "at seven", "fifteen thirty p m"
std::optional<Element> Grammar::wordClock(int i, Hint hint) const
{
    const int hour = value(i, Word::Number);
    if (hour == 0 || hour > 24 || is(i, Word::Scale))
        return std::nullopt;
    ClockTime clock;
    clock.hour = hour;
    int next = i + 1;
    bool withMinutes = false;
    const bool hyphen = isSymbol(next, u'-') && isGlued(next) && isGlued(next + 1) && hour <= 12;
    if (hyphen && is(next + 1, Word::Number) && value(next + 1, Word::Number) >= 10)
        ++next; // "eight-thirty"
    if (is(next, Word::Number) && value(next, Word::Number) >= 10) {
        const auto minutes = cardinal(next, 59);
        if (minutes && !is(minutes->next, Word::Unit)) {
            clock.minute = minutes->value;
            next = minutes->next;
            withMinutes = true;
        }
    }
    if (hour > 12)
        clock.half = ClockTime::Half::Given24;
    const bool oclock = takeOClock(next, clock);
    if (takeHalf(next, clock) || oclock)
        return clockElement(i, next, clock);
    if (is(next, Word::Ish) && at(next).to - at(next).from == 3)
        return clockElement(i, next + 1, clock);
    // "five thirty"
    const bool usual = withMinutes && hour <= 12 && clock.minute % 15 == 0
        && !isAnyOf(i - 1, {Word::Number, Word::Scale}) && !isNumber(i - 1);
    const bool expected =
        hint == Hint::Clock || usual || (withMinutes && (hyphen || is(i - 1, Word::For))); // "an alarm for ten forty"
    if (!expected || !(isTimeFollower(next) || isAtHour(i, next)) || (is(next, Word::Unit) && !is(next, Word::AmPm)))
        return std::nullopt;
    if (hour >= 20 && !withMinutes && !m_lexicon.has(Style::HourTails))
        return std::nullopt;
    clock.isBareNumber = !withMinutes;
    return clockElement(i, next, clock);
}

std::optional<Element> Grammar::clockAt(int i, Hint hint) const
{
    if (i >= size() || is(i - 1, Word::Label))
        return std::nullopt;
    constexpr WordSet starters{Word::Number, Word::Half, Word::Quarter, Word::Article, Word::Clock};
    if (!isNumber(i) && !isAnyOf(i, starters))
        return std::nullopt;
    if (m_lexicon.has(Style::HourTails)) {
        if (auto hour = hourWithTail(i, hint))
            return hour;
    }
    if (auto named = namedClock(i))
        return named;
    if (auto relativeToHour = pastOrTo(i))
        return relativeToHour;
    if (isNumber(i))
        return digitalClock(i, hint);
    if (is(i, Word::Number))
        return wordClock(i, hint);
    return std::nullopt;
}

std::optional<Element> Grammar::zoneAt(int i) const
{
    if (i >= size())
        return std::nullopt;
    Element element;
    element.from = i;
    int next = is(i, Word::In) && is(i + 1, Word::Zone) ? i + 1 : i;
    if (is(next, Word::Zone)) {
        const int index = value(next, Word::Zone);
        const QStringView said = word(next);
        element.zone = m_lexicon.zoneName(index);
        element.next = next + 1;
        // words that are also other words count only with "time" behind them or in capitals
        const bool capitals = said.size() <= 4 && said == said.toString().toUpper();
        const bool tail = is(element.next, Word::ZoneTail);
        if (said.size() <= 3 && !capitals && !tail && (is(next, Word::Plain) || said.size() == 1))
            return std::nullopt;
        if (tail)
            ++element.next;
        // "UTC+2", "GMT -5:30"
        const bool plus = isSymbol(element.next, u'+');
        if (*element.zone == u"UTC" && (plus || isSymbol(element.next, u'-')) && isNumber(element.next + 1)) {
            const Token &hours = at(element.next + 1);
            int minutes = hours.digits > 2 ? hours.number / 100 * 60 + hours.number % 100 : hours.number * 60;
            int after = element.next + 2;
            if (isSymbol(after, u':') && isNumber(after + 1) && isGlued(after) && isGlued(after + 1)) {
                minutes += at(after + 1).number;
                after += 2;
            }
            const QString name = m_lexicon.zoneOfOffset(plus ? minutes : -minutes);
            if (!name.isEmpty()) {
                element.zone = name;
                element.next = after;
            }
        }
        return element;
    }
    // "+02:00" glued to a time
    if ((isSymbol(i, u'+') || isSymbol(i, u'-')) && isGlued(i) && isNumber(i + 1) && isGlued(i + 1)
        && at(i + 1).digits == 2 && isSymbol(i + 2, u':') && isNumber(i + 3) && at(i + 3).digits == 2) {
        const int minutes = at(i + 1).number * 60 + at(i + 3).number;
        const QString name = m_lexicon.zoneOfOffset(isSymbol(i, u'+') ? minutes : -minutes);
        if (name.isEmpty())
            return std::nullopt;
        element.zone = name;
        element.next = i + 4;
        return element;
    }
    // "Europe/Berlin", "America/New_York"
    if (at(i).kind == Token::Kind::Word && at(i).spaceBefore && isSymbol(i + 1, u'/') && isGlued(i + 1)
        && i + 2 < size() && at(i + 2).kind == Token::Kind::Word && isGlued(i + 2)) {
        int last = i + 2;
        while (last + 2 < size() && last < i + 8 && (isSymbol(last + 1, u'_') || isSymbol(last + 1, u'/'))
               && isGlued(last + 1) && at(last + 2).kind == Token::Kind::Word && isGlued(last + 2))
            last += 2;
        const QString name = m_text.mid(at(i).from, at(last).to - at(i).from).toString();
        if (Zone::find(name)) {
            element.zone = name;
            element.next = last + 1;
            return element;
        }
    }
    return std::nullopt;
}

} // namespace ChatCal::WhenGrammar
