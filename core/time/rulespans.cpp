// SPDX-License-Identifier: Apache-2.0
// Days by their place: "tomorrow", "next week", "this Friday", "end of the month", "the first Monday of May".
#include "core/time/grammar.h"

#include <array>

namespace ChatCal::WhenGrammar {

using date::days;

namespace {

int direction(DaySpec::Turn turn)
{
    return turn == DaySpec::Turn::Last ? -1 : turn == DaySpec::Turn::This || turn == DaySpec::Turn::Bare ? 0 : 1;
}

/// Where in a longer span: its first days, its middle, its last days.
enum class Where { Start, Middle, End };

Days partOf(const Days &whole, Where where)
{
    const auto length = (whole.end - whole.start).count();
    if (whole.grain == Grain::Week || length == 7) {
        if (where == Where::Start)
            return {whole.start, whole.start + days(2), Grain::Day};
        if (where == Where::Middle)
            return {whole.start + days(2), whole.start + days(3), Grain::Day};
        return {whole.start + days(4), whole.start + days(5), Grain::Day};
    }
    if (whole.grain == Grain::Month) {
        if (where == Where::Start)
            return {whole.start, whole.start + days(7), Grain::Day};
        if (where == Where::Middle)
            return {whole.start + days(12), whole.start + days(18), Grain::Day};
        return {whole.end - days(7), whole.end, Grain::Day};
    }
    if (where == Where::Start)
        return {whole.start, plusMonths(whole.start, 1), Grain::Month};
    if (where == Where::Middle) {
        const LocalDate middle = whole.start + days(length / 2);
        return {monthStart(middle), plusMonths(monthStart(middle), 1), Grain::Month};
    }
    return {plusMonths(whole.end, -1), whole.end, Grain::Month};
}

} // namespace

// "today", "tomorrow", "the day after tomorrow"
std::optional<Element> Grammar::relativeDay(int i) const
{
    const int start = skip(i, Word::The);
    if (is(start, Word::TheDay)) {
        const int code = value(start, Word::TheDay);
        const int offset = code == 1 ? 2 : code == -1 ? -2 : code == 2 ? -1 : 1;
        return dayElement(i, start + 1, DaySpec::fixed(today() + days(offset)));
    }
    if (start == i && is(i, Word::RelativeDay) && !isPart(i))
        return dayElement(i, i + 1, DaySpec::fixed(today() + days(value(i, Word::RelativeDay))));
    return std::nullopt;
}

std::optional<Element> Grammar::turnedUnit(int i, DaySpec::Turn turn) const
{
    const int step = direction(turn);
    if (is(i, Word::WorkWeek)) {
        const LocalDate monday = weekStart(today()) + days(7 * step);
        return dayElement(i, i + 1, DaySpec::window({monday, monday + days(5), Grain::Day}));
    }
    if (!is(i, Word::Unit) || at(i).to - at(i).from == 1)
        return std::nullopt;
    DaySpec spec;
    switch (static_cast<TimeUnit>(value(i, Word::Unit))) {
    case TimeUnit::Day:
        spec = DaySpec::fixed(today() + days(step));
        break;
    case TimeUnit::BusinessDay:
        spec = DaySpec::fixed(plusBusinessDays(today(), step));
        break;
    case TimeUnit::Week:
        spec = DaySpec::window(weekOf(today() + days(7 * step)));
        break;
    case TimeUnit::Weekend:
        spec = DaySpec::window(weekendOf(today() + days(turn == DaySpec::Turn::Coming ? 0 : 7 * step)));
        break;
    case TimeUnit::Month:
        spec = DaySpec::window(monthOf(plusMonths(monthStart(today()), step)));
        break;
    case TimeUnit::Quarter:
        spec = DaySpec::window(quarterOf(plusMonths(monthStart(today()), 3 * step)));
        break;
    case TimeUnit::Year:
        spec = DaySpec::window(yearOf(yearNumber(today()) + step));
        break;
    case TimeUnit::Fortnight: {
        const LocalDate from = step > 0 ? today() + days(1) : step < 0 ? today() - days(14) : today();
        spec = DaySpec::window({from, from + days(14), Grain::Day});
        break;
    }
    case TimeUnit::Second:
    case TimeUnit::Minute:
    case TimeUnit::Hour:
        return std::nullopt;
    }
    return dayElement(i, i + 1, spec);
}

/// Moves "next week" on by one of its units.
bool Grammar::moveOn(Element &unit, TimeUnit which) const
{
    Days &window = unit.day->days;
    if (which == TimeUnit::Week)
        window = weekOf(window.end);
    else if (which == TimeUnit::Month)
        window = monthOf(window.end);
    else if (which == TimeUnit::Quarter)
        window = quarterOf(window.end);
    else if (which == TimeUnit::Year)
        window = yearOf(yearNumber(window.end));
    else if (which == TimeUnit::Weekend)
        window = weekendOf(window.start + days(7));
    else
        return false;
    return true;
}

// "übernächste Woche", "übernächsten Freitag"
std::optional<Element> Grammar::nextButOne(int i) const
{
    const int thing = i + 1;
    if (is(thing, Word::Weekday)) {
        const LocalDate week = weekStart(today()) + days(14);
        return dayElement(i, thing + 1, DaySpec::fixed(weekdayFrom(week, value(thing, Word::Weekday))));
    }
    auto unit = turnedUnit(thing, DaySpec::Turn::Next);
    if (!unit || !is(thing, Word::Unit) || !moveOn(*unit, static_cast<TimeUnit>(value(thing, Word::Unit))))
        return std::nullopt;
    unit->from = i;
    return unit;
}

// "next Friday", "this week", "last September", "the coming month", "this morning", "next easter"
std::optional<Element> Grammar::turned(int i) const
{
    int next = skip(i, Word::The);
    DaySpec::Turn turn = DaySpec::Turn::Bare;
    if (is(next + 1, Word::Behind)) // "la semaine prochaine"; "mardi prochain" is weekdayName()'s
        return turnedBehind(i, next);
    constexpr WordSet turns{Word::LastPast, Word::Coming, Word::This,      Word::Next,
                            Word::Last,     Word::Past,   Word::NextButOne};
    if (!isAnyOf(next, turns))
        return std::nullopt;
    if (is(next, Word::NextButOne))
        return nextButOne(next);
    if (is(next, Word::LastPast))
        turn = DaySpec::Turn::Last;
    else if (is(next, Word::Coming))
        turn = DaySpec::Turn::Coming;
    else if (is(next, Word::This))
        turn = DaySpec::Turn::This;
    else if (is(next, Word::Next))
        turn = DaySpec::Turn::Next;
    else if (is(next, Word::Last) || (is(next, Word::Past) && !is(next, Word::After)))
        turn = DaySpec::Turn::Last;
    else
        return std::nullopt;
    ++next;
    if (turn == DaySpec::Turn::This && (is(next, Word::Next) || is(next, Word::Coming)))
        turn = DaySpec::Turn::Coming, ++next;
    if (is(next, Word::Weekday)) {
        DaySpec spec;
        spec.weekday = value(next, Word::Weekday);
        spec.turn = turn;
        return dayElement(i, next + 1, spec);
    }
    if (isPart(next)) {
        Element element = dayElement(i, next + 1, DaySpec::fixed(today() + days(direction(turn))));
        element.part = partCode(next);
        return element;
    }
    if (auto unit = turnedUnit(next, turn)) {
        unit->from = i;
        return unit;
    }
    if (is(next, Word::Month) && !(is(next, Word::Plain) && !is(next + 1, Word::Plain))) {
        DaySpec spec;
        spec.month = value(next, Word::Month);
        spec.turn = turn;
        return dayElement(i, next + 1, spec);
    }
    if (is(next, Word::Holiday)) {
        DaySpec spec;
        spec.holiday = value(next, Word::Holiday);
        spec.turn = turn;
        return dayElement(i, next + 1, spec);
    }
    return std::nullopt;
}

// "la semaine prochaine", "el mes que viene", "le 14 juillet prochain" aside
std::optional<Element> Grammar::turnedBehind(int i, int thing) const
{
    const auto turn = static_cast<DaySpec::Turn>(value(thing + 1, Word::Behind));
    if (is(thing, Word::Month) || is(thing, Word::Holiday)) {
        DaySpec spec;
        spec.month = is(thing, Word::Month) ? value(thing, Word::Month) : 0;
        spec.holiday = spec.month ? 0 : value(thing, Word::Holiday);
        spec.turn = turn;
        return dayElement(i, thing + 2, spec);
    }
    std::optional<Element> found = turnedUnit(thing, turn);
    if (found) {
        found->from = i;
        found->next = thing + 2;
    }
    return found;
}

// Spans that other rules refer to: "next month", "the month", "March 2026", "2026", "the week"
std::optional<Element> Grammar::span(int i) const
{
    if (auto found = turned(i))
        return found;
    if (is(i, Word::The) && is(i + 1, Word::Unit)
        && (is(i - 1, Word::In) || is(i - 1, Word::Of) || is(i - 1, Word::During) || is(i - 1, Word::End)
            || is(i - 1, Word::Start) || is(i - 1, Word::Middle) || i == 0)) {
        const auto unit = static_cast<TimeUnit>(value(i + 1, Word::Unit));
        if (unit == TimeUnit::Week || unit == TimeUnit::Month || unit == TimeUnit::Year || unit == TimeUnit::Quarter) {
            auto found = turnedUnit(i + 1, DaySpec::Turn::This);
            if (found)
                found->from = i;
            return found;
        }
    }
    if (const auto weekend = weekendName(i))
        return weekend;
    if (const auto named = year(i)) {
        const bool led = is(i - 1, Word::In) || is(i - 1, Word::Of) || is(i - 1, Word::During)
            || is(i - 1, Word::Before) || is(i - 1, Word::End) || is(i - 1, Word::Start) || is(i - 1, Word::Middle)
            || is(i - 1, Word::After);
        if (led && (named->inDigits || named->value >= 2000) && (named->next >= size() || !is(named->next, Word::Unit))
            && !isSymbol(named->next, u':')) {
            DaySpec spec;
            spec.year = named->value;
            return dayElement(i, named->next, spec);
        }
    }
    return std::nullopt;
}

std::optional<Element> Grammar::weekendName(int i) const
{
    const int start = skip(i, Word::The);
    if (!is(start, Word::Unit) || value(start, Word::Unit) != static_cast<int>(TimeUnit::Weekend))
        return std::nullopt;
    int next = start + 1;
    // "the weekend of Halloween"
    const int of = is(next, Word::Of) ? skip(next + 1, Word::The) : next;
    if (of > next && m_depth < 2) {
        ++m_depth;
        const auto day = dayAt(of, Hint::Day);
        --m_depth;
        if (day && day->day) {
            const Days found = resolve(*day->day).days;
            // a Monday belongs to the weekend before it, every other day to the one of its week
            const LocalDate anchor = weekdayOf(found.start) == 1 ? found.start - days(1) : found.start;
            Days weekend = weekendOf(anchor);
            weekend.end = std::max(weekend.end, weekdayOf(found.start) == 1 ? found.end : weekend.end);
            return dayElement(i, day->next, DaySpec::window(weekend));
        }
    }
    return dayElement(i, next, DaySpec::window(weekendOf(today())));
}

// "the second half of next week"; @p start is behind the article
std::optional<Element> Grammar::halfOfSpan(int i, int start) const
{
    if (!is(start, Word::Ordinal) || value(start, Word::Ordinal) > 2 || !is(start + 1, Word::Half)
        || !is(start + 2, Word::Of) || m_depth >= 2)
        return std::nullopt;
    const int bare = skip(start + 3, Word::The);
    ++m_depth;
    auto whole = is(bare, Word::Unit) && !is(bare + 1, Word::Behind) ? turnedUnit(bare, DaySpec::Turn::This)
                                                                     : dayAt(start + 3, Hint::None);
    --m_depth;
    if (!whole || !whole->day)
        return std::nullopt;
    Days within = resolve(*whole->day).days;
    const LocalDate middle = within.start + (within.end - within.start) / 2;
    (value(start, Word::Ordinal) == 1 ? within.end : within.start) = middle;
    within.grain = Grain::Day;
    return dayElement(i, whole->next, DaySpec::window(within));
}

// "end of next month", "early March", "mid-January", "beginning of the week", "end of Friday", "EOM", "first thing"
std::optional<Element> Grammar::partOfSpan(int i) const
{
    int start = skip(i, Word::The);
    if (is(start, Word::EndOfSpan)) {
        const auto unit = static_cast<TimeUnit>(value(start, Word::EndOfSpan));
        const Days whole = unit == TimeUnit::Week ? weekOf(today())
            : unit == TimeUnit::Month             ? monthOf(today())
                                                  : yearOf(yearNumber(today()));
        return dayElement(i, start + 1, DaySpec::window(partOf(whole, Where::End)));
    }
    if (auto half = halfOfSpan(i, start))
        return half;
    Where where = Where::Start;
    if (is(start, Word::End))
        where = Where::End;
    else if (is(start, Word::Middle))
        where = Where::Middle;
    else if (!is(start, Word::Start))
        return std::nullopt;
    int next = skipSymbol(start + 1, u'-');
    next = skip(next, Word::Of);
    const int bare = skip(next, Word::The);
    std::optional<Element> whole;
    if (is(bare, Word::Unit) && value(bare, Word::Unit) == static_cast<int>(TimeUnit::Day) && bare != start + 1) {
        Element ofDay; // "at the end of the day tomorrow"
        ofDay.from = i;
        ofDay.next = bare + 1;
        ofDay.part = where == Where::Start ? 13 : where == Where::End ? 14 : 4;
        return ofDay;
    }
    if (is(bare, Word::Unit) && !is(bare + 1, Word::Behind)) { // "end of the month", "end of month"
        whole = turnedUnit(bare, DaySpec::Turn::This);
    } else if (m_depth < 2) {
        ++m_depth;
        whole = span(next);
        if (!whole)
            whole = dayAt(next, Hint::None);
        --m_depth;
    }
    if (!whole || !whole->day)
        return std::nullopt;
    const Resolved resolved = resolve(*whole->day);
    Element element;
    element.from = i;
    element.next = whole->next;
    // "early Friday afternoon"
    if (is(element.next, Word::Part) && value(element.next, Word::Part) <= 2) {
        constexpr std::array<std::array<int, 3>, 3> codes{{{5, 11, 6}, {7, 12, 8}, {9, 2, 10}}};
        element.part =
            codes[static_cast<std::size_t>(value(element.next, Word::Part))][static_cast<std::size_t>(where)];
        element.day = *whole->day;
        ++element.next;
        return element;
    }
    if (resolved.days.grain == Grain::Day && resolved.days.end - resolved.days.start == days(1)) {
        element.day = *whole->day;
        element.part = where == Where::Start ? 5 : where == Where::End ? 14 : 4;
        return element;
    }
    element.day = DaySpec::window(partOf(resolved.days, where));
    return element;
}

// "later this week", "the rest of the month"
std::optional<Element> Grammar::restOfSpan(int i) const
{
    const int start = skip(i, Word::The);
    if (!is(start, Word::Rest))
        return std::nullopt;
    int next = skip(start + 1, Word::Of);
    next = is(next, Word::In) ? next + 1 : next;
    const int bare = skip(next, Word::The);
    const bool coming = is(bare, Word::Next) || is(bare, Word::Coming);
    const auto turnWord = is(bare, Word::Unit) ? bare : is(bare, Word::This) || coming ? bare + 1 : bare;
    const auto whole = turnedUnit(turnWord, coming ? DaySpec::Turn::Next : DaySpec::Turn::This);
    if (!whole)
        return std::nullopt;
    if (value(turnWord, Word::Unit) == static_cast<int>(TimeUnit::Day))
        return std::nullopt;
    Days days_ = resolve(*whole->day).days;
    if (coming && next == start + 1) // "later next week": its second half; but "the rest of next week"
        days_.start += (days_.end - days_.start) / 2;
    days_.start = std::max(days_.start, today());
    days_.grain = Grain::Day;
    return dayElement(i, whole->next, DaySpec::window(days_));
}

// "the first Monday of May", "last day in October", "20th of next month", "third Tuesday after Christmas"
std::optional<Element> Grammar::nthOf(int i) const
{
    const int start = skip(i, Word::The);
    std::optional<Words> which;
    if (is(start, Word::Last))
        which = Words{-1, start + 1, false};
    else
        which = ordinal(start);
    if (!which && isNumber(start) && at(start).digits <= 2 && is(start + 1, Word::Of) && !at(start).afterLetter)
        which = cardinal(start, 31);
    if (!which || which->value == 0 || which->value > 31)
        return std::nullopt;
    int next = which->next;
    const bool weekday = is(next, Word::Weekday);
    const bool dayWord = is(next, Word::Unit) && value(next, Word::Unit) == static_cast<int>(TimeUnit::Day);
    const bool weekOfWord = is(next, Word::WeekOf); // "week of" is one word of the lexicon
    const bool monthWeek = is(next, Word::MonthWeek); // "die zweite Aprilwoche"
    const bool weekWord = weekOfWord || monthWeek
        || (is(next, Word::Unit) && value(next, Word::Unit) == static_cast<int>(TimeUnit::Week));
    const bool weekendWord = is(next, Word::Unit) && value(next, Word::Unit) == static_cast<int>(TimeUnit::Weekend);
    const int weekdayValue = weekday ? value(next, Word::Weekday) : 0;
    if (weekday || dayWord || weekWord || weekendWord)
        next += monthWeek ? 0 : 1;
    else if (which->value < 0)
        return std::nullopt;
    if (weekday && is(next, Word::After) && which->value > 0 && m_depth < 2) {
        ++m_depth;
        const auto anchor = dayAt(next + 1, Hint::Day);
        --m_depth;
        if (!anchor || !anchor->day)
            return std::nullopt;
        const LocalDate after = resolve(*anchor->day).days.end;
        return dayElement(i, anchor->next,
                          DaySpec::fixed(weekdayFrom(after, weekdayValue) + days(7 * (which->value - 1))));
    }
    if (is(next, Word::Of) || is(next, Word::In))
        ++next;
    else if (!weekOfWord && !monthWeek && !is(next, Word::This) && !is(next, Word::Next) && !is(next, Word::Last)
             && !(is(next, Word::Month) && weekday))
        return std::nullopt;
    const bool numberOnly = !weekday && !dayWord && !weekWord && !weekendWord;
    if (numberOnly && is(next, Word::Month))
        return std::nullopt; // "3rd of May": dayFirst keeps its year open
    std::optional<Element> whole;
    const int bare = skip(next, Word::The);
    if (is(next, Word::Month) || monthWeek) {
        DaySpec spec;
        spec.month = value(next, monthWeek ? Word::MonthWeek : Word::Month);
        whole = dayElement(next, takeYear(next + 1, spec), spec);
        whole->day = spec;
    } else if (is(bare, Word::Unit) && !is(bare + 1, Word::Behind)) {
        whole = turnedUnit(bare, DaySpec::Turn::This);
    } else if (m_depth < 2) {
        ++m_depth;
        whole = span(next);
        --m_depth;
    }
    if (!whole || !whole->day)
        return std::nullopt;
    Days within = resolve(*whole->day).days;
    if (within.end - within.start < days(5))
        return std::nullopt;
    const int n = which->value;
    const auto locate = [&](const Days &inside) {
        if (weekWord) {
            // a week belongs to the month its Thursday lies in (ISO 8601)
            const LocalDate thursday =
                n < 0 ? weekdayFrom(inside.end - days(7), 4) : weekdayFrom(inside.start, 4) + days(7 * (n - 1));
            return weekStart(thursday);
        }
        if (weekendWord)
            return n < 0 ? weekdayFrom(inside.end - days(7), 6) : weekdayFrom(inside.start, 6) + days(7 * (n - 1));
        if (weekday) {
            return n < 0 ? weekdayFrom(inside.end - days(7), weekdayValue)
                         : weekdayFrom(inside.start, weekdayValue) + days(7 * (n - 1));
        }
        return n < 0 ? inside.end - days(1) : inside.start + days(n - 1);
    };
    LocalDate found = locate(within);
    // "the first Friday of July" said after it means next year's
    if (whole->day->isMonthOnly() && !whole->day->year && whole->day->turn == DaySpec::Turn::Bare && found < today()
        && !m_past)
        found = locate({plusMonths(within.start, 12), plusMonths(within.end, 12), within.grain});
    else if (found >= within.end || found < within.start - days(7))
        return std::nullopt;
    if (weekWord)
        return dayElement(i, whole->next, DaySpec::window(weekOf(found)));
    if (weekendWord)
        return dayElement(i, whole->next, DaySpec::window({found, found + days(2), Grain::Day}));
    return dayElement(i, whole->next, DaySpec::fixed(found));
}

} // namespace ChatCal::WhenGrammar
