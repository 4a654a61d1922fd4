// SPDX-License-Identifier: Apache-2.0
// Times told from another time: "in 3 days", "two weeks after Friday", "next 3 hours", "an hour ago", "now".
#include "core/time/grammar.h"

namespace ChatCal::WhenGrammar {

using date::days;

/// Now or today moved by @p length: lengths with a clock give a moment, others a day.
Element Grammar::shifted(int from, int next, const Length &length, int sign) const
{
    Element element;
    element.from = from;
    element.next = next;
    if (length.hasClock())
        element.moment = length.addedTo(now(), sign);
    else
        element.day = DaySpec::fixed(date::floor<days>(length.addedTo(now(), sign)));
    return element;
}

// "two weeks after Friday", "a week from tomorrow", "3 days before January 12th", "20 minutes before the 3 pm"
std::optional<Element> Grammar::anchored(int i, int from, const Length &length, int sign) const
{
    if (m_depth >= 2)
        return std::nullopt;
    if (is(i, Word::Now)) {
        Element element = shifted(from, i + 1, length, sign);
        return element;
    }
    ++m_depth;
    auto anchor = dayAt(i, Hint::Day);
    if (!anchor)
        anchor = clockAt(skip(i, Word::The), Hint::Clock);
    --m_depth;
    if (!anchor)
        return std::nullopt;
    anchor->from = from;
    if (anchor->clock && !anchor->day) {
        const ClockTime &clock = *anchor->clock;
        const LocalTime when = today() + std::chrono::minutes(clock.minutes(clock.likelyHalf()));
        anchor->moment = length.addedTo(when, sign);
        anchor->clock.reset();
        return anchor;
    }
    if (!anchor->day)
        return std::nullopt;
    const Resolved resolved = resolve(*anchor->day);
    const bool oneDay = resolved.days.end - resolved.days.start == days(1);
    const LocalDate base = oneDay || sign < 0 ? resolved.days.start : resolved.days.end;
    const LocalTime when = length.addedTo(base, sign);
    if (length.hasClock()) {
        // "an hour after tomorrow" says nothing exact; from midnight on is the best reading
        anchor->moment = when;
        anchor->day.reset();
    } else {
        anchor->day = DaySpec::fixed(date::floor<days>(when));
    }
    return anchor;
}

// "next 3 hours", "the last two weeks", "past few days", "next couple weeks"
std::optional<Element> Grammar::countedUnits(int i) const
{
    int next = skip(i, Word::In);
    next = skip(next, Word::During);
    next = skip(next, Word::The);
    const bool forward = is(next, Word::Next) || is(next, Word::Coming);
    const bool backward =
        is(next, Word::Last) || is(next, Word::LastPast) || (is(next, Word::Past) && !is(next, Word::After));
    std::optional<std::pair<Length, int>> said;
    int sign = forward ? 1 : -1;
    // "should last two hours" tells a length
    if (backward && next == i && (is(i - 1, Word::Modal) || is(i - 1, Word::And)))
        return std::nullopt;
    if (forward || backward) {
        if (is(next + 1, Word::Unit)) {
            // "in the next hour", "last minute" aside
            const auto unit = static_cast<TimeUnit>(value(next + 1, Word::Unit));
            if (unit != TimeUnit::Hour || at(next + 1).to - at(next + 1).from == 1)
                return std::nullopt;
            Length hour;
            hour.seconds = 3600;
            hour.smallest = TimeUnit::Hour;
            said = std::pair(hour, next + 2);
        } else {
            said = length(next + 1);
        }
    } else if (is(i, Word::In) && is(next - 1, Word::The)) {
        // "in the 5 past minutes"
        const auto number = cardinal(next, 999);
        if (number && isAnyOf(number->next, {Word::Next, Word::Coming}) && is(number->next + 1, Word::Unit)) {
            // "dans les deux prochaines semaines"
            const auto unit = static_cast<TimeUnit>(value(number->next + 1, Word::Unit));
            return comingUnits(i, number->next + 2, quartersOf(unit, number->value * 4), 1);
        }
        if (!number || !(is(number->next, Word::Past) || is(number->next, Word::Last))
            || !is(number->next + 1, Word::Unit))
            return std::nullopt;
        Length minutes;
        minutes.seconds = std::int64_t(60) * number->value;
        if (value(number->next + 1, Word::Unit) != static_cast<int>(TimeUnit::Minute))
            return std::nullopt;
        said = std::pair(minutes, number->next + 2);
        sign = -1;
    }
    if (!said)
        return std::nullopt;
    return comingUnits(i, said->second, said->first, sign);
}

/// From now, or tomorrow, on; backwards up to now, or yesterday.
Element Grammar::comingUnits(int from, int next, const Length &length, int sign) const
{
    Element element;
    element.from = from;
    element.next = next;
    if (length.hasClock()) {
        const LocalTime other = length.addedTo(now(), sign);
        element.moment = std::min(now(), other);
        element.momentEnd = std::max(now(), other);
        return element;
    }
    const LocalDate other = date::floor<days>(length.addedTo(today(), sign));
    element.day = sign > 0 ? DaySpec::window({today() + days(1), other + days(1), Grain::Day})
                           : DaySpec::window({other, today(), Grain::Day});
    return element;
}

// "3 Fridays from now", "two Sundays later", "2 Thursdays back"
std::optional<Element> Grammar::countedWeekdays(int i) const
{
    const auto number = amount(i);
    if (!number || !is(number->next, Word::Weekday) || number->value < 1 || number->value > 52)
        return std::nullopt;
    const int weekday = value(number->next, Word::Weekday);
    const int next = number->next + 1;
    if (is(next, Word::Later) || (is(next, Word::From) && is(next + 1, Word::Now))) {
        const int end = is(next, Word::Later) ? next + 1 : next + 2;
        const LocalDate first = weekdayFrom(today() + days(1), weekday);
        return dayElement(i, end, DaySpec::fixed(first + days(7 * (number->value - 1))));
    }
    if (is(next, Word::Ago) && !is(next, Word::Before)) {
        const LocalDate latest = weekdayFrom(today() - days(7), weekday);
        return dayElement(i, next + 1, DaySpec::fixed(latest - days(7 * (number->value - 1))));
    }
    return std::nullopt;
}

// "the day after Christmas", "day before the 3rd", "2 day after tomorrow"
std::optional<Element> Grammar::dayBeside(int i) const
{
    const auto number = is(i, Word::Article) ? std::nullopt : cardinal(i, 999);
    const int start = number ? number->next : skip(i, Word::The);
    if (!is(start, Word::TheDay))
        return std::nullopt;
    Length length;
    length.days = number ? number->value : 1;
    length.smallest = TimeUnit::Day;
    const int code = value(start, Word::TheDay);
    if (code >= 2)
        return anchored(start + 1, i, length, code == 2 ? -1 : 1);
    if (!number)
        return std::nullopt;
    return dayElement(i, start + 1, DaySpec::fixed(today() + days(code * (1 + length.days))));
}

// "the week after next", "Friday after next", "a week on Friday", "Monday week"
std::optional<Element> Grammar::unitAfterNext(int i) const
{
    const int start = skip(i, Word::The);
    const bool weekday = is(start, Word::Weekday);
    if (is(start, Word::RelativeDay) && is(start + 1, Word::WeeksOn) && is(start + 1, Word::Unit)) // "tomorrow week"
        return dayElement(i, start + 2, DaySpec::fixed(today() + days(7 + value(start, Word::RelativeDay))));
    const bool unit = is(start, Word::Unit) && at(start).to - at(start).from > 1;
    if (!weekday && !unit)
        return std::nullopt;
    int next = start + 1;
    if (is(next, Word::After)) {
        const int last = skip(next + 1, Word::The);
        if (!is(last, Word::Next))
            return std::nullopt;
        if (weekday) {
            const LocalDate coming = weekdayFrom(today() + days(1), value(start, Word::Weekday));
            return dayElement(i, last + 1, DaySpec::fixed(coming + days(7)));
        }
        auto found = turnedUnit(start, DaySpec::Turn::Next);
        if (!found)
            return std::nullopt;
        if (!moveOn(*found, static_cast<TimeUnit>(value(start, Word::Unit))))
            return std::nullopt;
        found->from = i;
        found->next =
            is(last + 1, Word::Unit) && value(last + 1, Word::Unit) == value(start, Word::Unit) ? last + 2 : last + 1;
        return found;
    }
    if (weekday && is(next, Word::Unit) && is(next, Word::WeeksOn)
        && (next + 1 >= size() || at(next + 1).kind == Token::Kind::Symbol || is(next + 1, Word::At))
        && !is(i - 1, Word::Unit) && !is(i - 1, Word::This) && !is(i - 1, Word::Next)) {
        const LocalDate coming = weekdayFrom(today() + days(1), value(start, Word::Weekday));
        return dayElement(i, next + 1, DaySpec::fixed(coming + days(7)));
    }
    return std::nullopt;
}

// "this time tomorrow", "this time next week", "morgen um diese Zeit": the clock of now
std::optional<Element> Grammar::thisTime(int i) const
{
    Element element;
    element.from = i;
    element.next = i + 1;
    const auto clock = date::hh_mm_ss(date::floor<std::chrono::minutes>(now() - LocalTime(today())));
    element.clock.emplace();
    element.clock->hour = static_cast<int>(clock.hours().count());
    element.clock->minute = static_cast<int>(clock.minutes().count());
    element.clock->half = ClockTime::Half::Given24;
    if (isAnyOf(i - 1, {Word::Weekday, Word::RelativeDay, Word::TheDay}))
        return element;
    if (is(i + 1, Word::Next) && is(i + 2, Word::Unit)) {
        const Length length = quartersOf(static_cast<TimeUnit>(value(i + 2, Word::Unit)), 4);
        element.day = DaySpec::fixed(date::floor<days>(length.addedTo(today(), 1)));
        element.next = i + 3;
        return length.hasClock() ? std::nullopt : std::optional(element);
    }
    const auto day = dayAt(skip(i + 1, Word::On), Hint::Day);
    if (!day || !day->day || day->part || is(day->next, Word::At) || is(i - 1, Word::ByWord))
        return std::nullopt; // "this time Friday at 3", "where will I be by this time tomorrow"
    const Days named = resolve(*day->day).days;
    if (named.end - named.start > days(1))
        return std::nullopt;
    element.day = day->day;
    element.next = day->next;
    return element;
}

// "call me in 10": minutes, where nothing is counted
std::optional<Element> Grammar::inBareMinutes(int i) const
{
    constexpr int fewest = 5; // "cut in two"
    const auto number = is(i, Word::In) && !is(i, Word::Of) ? cardinal(i + 1, 60) : std::nullopt;
    if (!number || number->value < fewest || isNumber(i - 1) || is(i - 1, Word::Number))
        return std::nullopt;
    const int next = number->next;
    const bool closed = isSymbol(next, u',') || isSymbol(next, u'!') || isSymbol(next, u'?')
        || (isSymbol(next, u'.') && next + 1 == size());
    if (next != size() && (!closed || isNumber(next + 1)))
        return std::nullopt;
    return shifted(i, next, quartersOf(TimeUnit::Minute, number->value * 4), 1);
}

std::optional<Element> Grammar::relative(int i) const
{
    if (is(i, Word::ThisTime))
        return thisTime(i);
    if (is(i, Word::Now)) {
        Element element;
        element.from = i;
        element.next = i + 1;
        element.isNow = true;
        element.moment = now();
        if (isSymbol(i + 1, u'+')) {
            if (const auto said = length(i + 2))
                return shifted(i, said->second, said->first, 1);
        }
        return element;
    }
    if (auto found = countedUnits(i))
        return found;
    if (auto found = dayBeside(i))
        return found;
    if (auto found = unitAfterNext(i))
        return found;
    if (auto found = countedWeekdays(i))
        return found;
    // "in 3 days", "within 2 weeks", "in a fortnight's time"
    // "after 5 days" and "+15 minutes" as "in"
    const bool plus = isSymbol(i, u'+') && isGlued(i + 1) && !isNumber(i - 1) && !is(i - 1, Word::Zone);
    const bool in = is(i, Word::In) || is(i, Word::After) || plus;
    const bool within = is(i, Word::Within);
    const int start = (in || within) ? i + 1 : i;
    const int afterThe = within ? skip(start, Word::The) : start;
    // "within the hour"
    if (within && is(start, Word::The) && is(afterThe, Word::Unit)
        && value(afterThe, Word::Unit) == static_cast<int>(TimeUnit::Hour)) {
        Element element;
        element.from = i;
        element.next = afterThe + 1;
        element.moment = now();
        element.momentEnd = now() + std::chrono::hours(1);
        return element;
    }
    const bool agoLead = is(i, Word::AgoLead);
    const auto said = length(agoLead ? i + 1 : afterThe);
    if (!said)
        return inBareMinutes(i);
    const auto &[length, next] = *said;
    if (agoLead) // "vor zwei Tagen", but "avant deux heures" is a time
        return shifted(i, next, length, -1);
    // "après 15 heures" is a time of day
    if (is(i, Word::After) && !is(i, Word::In) && is(next - 1, Word::OClock))
        return std::nullopt;
    if (within) {
        int end = next;
        if (is(end, Word::Later))
            ++end;
        else if (is(end, Word::From) && (is(end + 1, Word::Now) || is(end + 1, Word::RelativeDay)))
            end += 2;
        Element element;
        element.from = i;
        element.next = end;
        if (length.hasClock()) {
            element.moment = now();
            element.momentEnd = length.addedTo(now(), 1);
        } else {
            element.day = DaySpec::window({today(), date::floor<days>(length.addedTo(today(), 1)), Grain::Day});
        }
        return element;
    }
    if (((is(next, Word::From) && !is(next, Word::Of)) || (is(next, Word::After) && !is(next, Word::Until))
         || (is(next, Word::On) && length.smallest >= TimeUnit::Week))
        && !(is(next, Word::Later) && !is(next, Word::From) && !is(next, Word::After))) {
        // "3 hours from 10 am" and "for a week from June 1" are a length and a start
        const bool clockAfter =
            is(next, Word::From) && ((length.hasClock() && !is(next + 1, Word::Now)) || is(i - 1, Word::For));
        if (!clockAfter) {
            if (auto found = anchored(next + 1, i, length, 1))
                return found;
        }
    }
    // "a week today", "two weeks tomorrow"
    if (!in && !within && (length.smallest == TimeUnit::Week || length.smallest == TimeUnit::Fortnight)
        && is(next, Word::RelativeDay)) {
        if (auto found = anchored(next, i, length, 1))
            return found;
    }
    const bool before = is(next, Word::Before) && !is(next, Word::ByWord) && !is(next, Word::Until);
    if (before) {
        if (auto found = anchored(next + 1, i, length, -1))
            return found;
    }
    if (is(next, Word::Ago) && (!is(next, Word::Before) || next + 1 >= size()))
        return shifted(i, next + 1, length, -1);
    // "time" closes only "in two weeks' time"
    if (is(next, Word::Later) && (!is(next, Word::ZoneTail) || in))
        return shifted(i, next + 1, length, 1);
    if (in)
        return shifted(i, next, length, 1);
    return std::nullopt;
}

} // namespace ChatCal::WhenGrammar
