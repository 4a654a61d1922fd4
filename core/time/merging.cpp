// SPDX-License-Identifier: Apache-2.0
// What belongs together: two days that are one, the slots of a mention, the mentions of a message.
#include "core/time/mentions.h"

#include <algorithm>

namespace ChatCal::WhenGrammar {

namespace {

bool isOneDay(const DaySpec &spec)
{
    return spec.isFixed && !spec.isWindow;
}

/// Both days as one, where they describe the same: "Friday" + "July 18", "Tuesday" + "next week".
std::optional<DaySpec> together(const DaySpec &a, const DaySpec &b, const Grammar &grammar)
{
    if (b.isWeekdayOnly() && !a.isWeekdayOnly()) {
        if (a.isWeek() || (!a.isFixed && a.month && a.day) || isOneDay(a) || a.isDayNumberOnly())
            return together(b, a, grammar);
        return std::nullopt;
    }
    if (a.isWeekdayOnly()) {
        if (b.isWeek()) {
            DaySpec both = DaySpec::fixed(weekdayFrom(b.days.start, a.weekday));
            both.isInNamedWeek = true;
            return both;
        }
        if (isOneDay(b))
            return weekdayOf(b.days.start) == a.weekday ? std::optional(b) : std::nullopt;
        if (!b.isFixed && b.day && b.weekday < 0) {
            DaySpec both = b;
            both.weekday = a.weekday;
            return both;
        }
        return std::nullopt;
    }
    if (b.isDayNumberOnly() && b.weekday < 0 && (a.isMonthOnly() || (a.isFixed && a.days.grain == Grain::Month)))
        return together(b, a, grammar);
    if (a.isDayNumberOnly() && a.weekday < 0 && (b.isMonthOnly() || (b.isFixed && b.days.grain == Grain::Month))) {
        const LocalDate first = grammar.resolve(b).days.start;
        if (const auto day = dayOf(yearNumber(first), monthNumber(first), a.day))
            return DaySpec::fixed(*day);
        return std::nullopt;
    }
    if (b.isYearOnly() && !a.isFixed && !a.year && (a.month || a.holiday)) {
        DaySpec both = a;
        both.year = b.year;
        return both;
    }
    return std::nullopt;
}

} // namespace

bool Side::take(const Element &element, const Grammar &grammar)
{
    std::optional<DaySpec> bothDays = element.day;
    if (element.day && day) {
        bothDays = together(*day, *element.day, grammar);
        if (!bothDays)
            return false;
    }
    if ((element.clock && (clock || moment)) || (element.part && part && *part != *element.part)
        || (element.moment && !isEmpty() && !(part && !clock && !day)))
        if (!(element.moment && day && !clock))
            return false;
    if (element.day && moment && !element.clock)
        return false;
    if (element.day && !clock && !day)
        dayCameFirst = true;
    if (bothDays)
        day = bothDays;
    if (element.clock)
        clock = element.clock;
    if (element.part)
        part = element.part;
    partIsAny = partIsAny || element.partIsAny;
    if (element.moment) {
        moment = element.moment;
        momentEnd = element.momentEnd;
        isNow = element.isNow;
        day.reset(); // "today in one hour"
    }
    return true;
}

namespace {

/// Alternatives share what only one of them says: "Thursday or Friday at 3", "tomorrow at 3 or 4 pm".
void share(Mention &first, Mention &second)
{
    const auto lend = [](const Side &from, Side &to) {
        if (!to.hasDay())
            to.day = from.day;
        if (!to.hasClock() && !to.part) {
            to.clock = from.clock;
            to.part = from.part;
        }
    };
    if (first.left.clock && second.left.clock && first.left.clock->half == ClockTime::Half::Unsaid)
        first.left.clock->half = second.left.clock->half;
    // "the 5th or 6th of May"
    if (first.left.day && second.left.day && first.left.day->isDayNumberOnly() && !second.left.day->isFixed) {
        first.left.day->month = second.left.day->month;
        first.left.day->year = second.left.day->year;
    }
    // "next week Wednesday or Thursday"
    if (first.left.day && isOneDay(*first.left.day) && second.left.day && second.left.day->isWeekdayOnly()
        && second.left.day->turn == DaySpec::Turn::Bare)
        second.left.day =
            DaySpec::fixed(weekdayFrom(first.left.day->days.start + date::days(1), second.left.day->weekday));
    // "Thursday or Friday next week"
    if (first.left.day && first.left.day->isWeekdayOnly() && first.left.day->turn == DaySpec::Turn::Bare
        && second.left.day && second.left.day->isInNamedWeek)
        first.left.day = DaySpec::fixed(weekdayFrom(weekStart(second.left.day->days.start), first.left.day->weekday));
    // "tomorrow or the day after"
    if (first.left.day && second.left.day && isOneDay(*first.left.day) && isOneDay(*second.left.day)
        && first.left.day->days.start == second.left.day->days.start && !second.left.clock && !second.left.part)
        second.left.day = DaySpec::fixed(first.left.day->days.start + date::days(1));
    lend(first.left, second.left);
    if (!first.right && !second.right)
        lend(second.left, first.left);
}

} // namespace

Merged mergeMentions(std::vector<Mention> mentions)
{
    if (mentions.empty())
        return {};
    Merged merged;
    std::ptrdiff_t owner = -1;
    for (std::size_t i = 1; i < mentions.size(); ++i) {
        if (!mentions[i].isAlternative || mentions[i].left.isEmpty() || mentions[i - 1].left.isEmpty())
            continue;
        share(mentions[i - 1], mentions[i]);
        for (const WhenSpan &span : mentions[i].spans)
            mentions[i - 1].spans.append(span);
        merged.alternative = mentions[i];
        owner = static_cast<std::ptrdiff_t>(i) - 1;
        mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(i));
        break; // one second start is all a When holds
    }
    const auto complete =
        std::find_if(mentions.begin(), mentions.end(), [](const Mention &m) { return m.hasDay() && m.hasClock(); });
    const auto dated = std::find_if(mentions.begin(), mentions.end(), [](const Mention &m) { return m.hasDay(); });
    const auto timed = std::find_if(mentions.begin(), mentions.end(), [](const Mention &m) { return m.hasClock(); });
    const auto parted =
        std::find_if(mentions.begin(), mentions.end(), [](const Mention &m) { return m.left.part.has_value(); });
    auto base = complete != mentions.end() ? complete
        : dated != mentions.end()          ? dated
        : timed != mentions.end()          ? timed
        : parted != mentions.end()         ? parted
                                           : mentions.begin();
    if (base - mentions.begin() != owner)
        merged.alternative.reset();
    Mention result = *base;
    const auto join = [&result](const Mention &other) {
        for (const WhenSpan &span : other.spans)
            result.spans.append(span);
    };
    const bool rangeOfDays = result.right && !result.right->hasClock();
    if (complete == mentions.end() && base == dated && !rangeOfDays) {
        const auto clock = timed != mentions.end() ? timed : parted;
        if (clock != mentions.end() && clock != base && (timed != mentions.end() || !result.left.part)) {
            result.left.clock = clock->left.clock;
            if (clock->left.part)
                result.left.part = clock->left.part;
            result.right = clock->right;
            result.isBetween = clock->isBetween;
            if (clock->relation != Mention::Relation::At)
                result.relation = clock->relation;
            join(*clock);
            if (!result.zone)
                result.zone = clock->zone;
            if (!result.duration)
                result.duration = clock->duration;
        }
    } else if (base == timed && parted != mentions.end() && parted != base && !result.left.part) {
        result.left.part = parted->left.part;
        join(*parted);
    }
    for (const Mention &other : mentions) {
        if (!result.duration && other.duration && other.left.isEmpty()) {
            result.duration = other.duration;
            join(other);
        }
    }
    std::sort(result.spans.begin(), result.spans.end(),
              [](const WhenSpan &a, const WhenSpan &b) { return a.from < b.from; });
    merged.mention = std::move(result);
    return merged;
}

} // namespace ChatCal::WhenGrammar
