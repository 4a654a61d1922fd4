// SPDX-License-Identifier: Apache-2.0
// From what was said to start, end and window.
#include "core/time/dayparts.h"
#include "core/time/mentions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::WhenGrammar {

using date::days;
using std::chrono::minutes;
using Half = ClockTime::Half;

namespace {

constexpr int dayMinutes = 1440;
/// A bare time that has just passed still means today: bookings are taken up to a quarter of an hour late.
constexpr minutes grace{15};

class Meaning
{
public:
    Meaning(Mention mention, const Grammar &grammar)
        : m_said(std::move(mention)), m_grammar(grammar), m_now(grammar.now())
    {
    }

    When run()
    {
        m_when.spans = {m_said.spans.begin(), m_said.spans.end()};
        if (m_said.duration)
            m_when.duration = m_said.duration->minutes();
        if (m_said.zone)
            m_when.zone = Zone::find(*m_said.zone);
        if (m_said.right) {
            lend();
            range();
        } else {
            point();
        }
        if (m_said.left.isNow)
            m_when.isNow = true;
        if (m_when.start && m_when.end && *m_when.end <= *m_when.start) {
            m_when.end.reset(); // "from Friday to tomorrow"
            m_when.isWindow = false;
        }
        return std::move(m_when);
    }

private:
    // Single mentions ---------------------------------------------------------------------------------------------

    void point()
    {
        const Side &side = m_said.left;
        if (side.isEmpty())
            return;
        if (side.moment) {
            m_when.hasDate = true;
            m_when.hasTime = true;
            m_when.start = side.moment;
            if (side.momentEnd) {
                m_when.end = side.momentEnd;
                m_when.isWindow = true;
            }
            applyRelation(*side.moment, side.momentEnd.value_or(*side.moment));
            return;
        }
        const auto day = side.day ? std::optional(m_grammar.resolve(*side.day)) : std::nullopt;
        if (day) {
            m_when.hasDate = true;
            noteAssumed(day->assumed);
        }
        if (side.clock)
            return atClock(side, day);
        if (side.part)
            return inPart(side, day);
        m_when.start = day->days.start;
        m_when.grain = day->days.grain;
        if (day->isWindow || day->days.end - day->days.start > days(1)) {
            m_when.isWindow = true;
            m_when.end = day->days.end;
        }
        if (day->other)
            m_when.other = *day->other;
        // "off for a week from the 20th"
        if (!m_when.end && m_said.duration && m_said.duration->smallest >= TimeUnit::Day
            && !m_said.duration->hasClock())
            m_when.end = m_said.duration->addedTo(*m_when.start, 1);
        applyRelation(day->days.start, day->days.end);
    }

    void atClock(const Side &side, const std::optional<Grammar::Resolved> &day)
    {
        const ClockTime &clock = *side.clock;
        m_when.hasTime = true;
        m_when.grain = Grain::Minute;
        Half half = side.part ? halfIn(*side.part, clock) : m_grammar.likelyHalf(clock);
        const LocalDate today = m_grammar.today();
        LocalDate on = day ? day->days.start : today;
        if (clock.half == Half::Unsaid && !side.part && on == today && day) {
            // "today at 8" said at ten is in the evening
            const LocalTime likely = on + minutes(clock.minutes(half));
            const LocalTime second = on + minutes(clock.minutes(opposite(half)));
            if (likely + grace < m_now && second > m_now)
                half = opposite(half);
        }
        const minutes ofDay = clockMinutes(clock, half, side.part);
        LocalTime start = on + ofDay + std::chrono::seconds(clock.second);
        if (day && day->other && *day->other == today && *day->other + ofDay > m_now)
            m_when.other = *day->other + ofDay;
        else if (day && day->other && *day->other != today)
            m_when.other = *day->other + ofDay;
        if (clock.half == Half::Unsaid && !side.part) {
            m_when.assumed.append(half == Half::Pm ? u"pm"_s : u"am"_s);
            if (clock.hour == 7 && !m_when.other && !m_grammar.isMealNamed())
                m_when.other = on + minutes(clock.minutes(opposite(half)));
        }
        if (!day && start + grace < m_now && !m_grammar.isPast()) {
            start += days(1);
            if (m_when.other)
                *m_when.other += days(1);
            m_when.assumed.append(u"tomorrow"_s);
        } else if (!day) {
            m_when.assumed.append(u"today"_s);
        }
        m_when.start = start;
        applyRelation(start, start);
    }

    void inPart(const Side &side, const std::optional<Grammar::Resolved> &day)
    {
        const PartHours hours = hoursOf(*side.part);
        m_when.grain = Grain::Hour;
        m_when.isWindow = true;
        LocalDate first = m_grammar.today();
        LocalDate last = first;
        if (day) {
            first = day->days.start;
            last = day->days.end - days(1);
            if (day->other)
                m_when.other = *day->other + minutes(hours.from);
        } else if (first + minutes(hours.to) <= m_now && !m_grammar.isPast()) {
            first = last = first + days(1);
            m_when.assumed.append(u"tomorrow"_s);
        } else {
            m_when.assumed.append(u"today"_s);
        }
        if (first != last)
            m_when.dailyHours = std::pair(minutes(hours.from), minutes(hours.to));
        m_when.start = first + minutes(hours.from);
        m_when.end = last + minutes(hours.to);
        applyRelation(*m_when.start, *m_when.end);
    }

    /// @p start and @p end are those of the thing named, equal for a clock time.
    void applyRelation(LocalTime start, LocalTime end)
    {
        switch (m_said.relation) {
        case Mention::Relation::At:
            return;
        case Mention::Relation::Until:
            m_when.start.reset();
            m_when.end = end;
            m_when.isWindow = true;
            break;
        case Mention::Relation::Before:
            m_when.start.reset();
            m_when.end = start;
            m_when.isWindow = true;
            break;
        case Mention::Relation::After:
        case Mention::Relation::From:
            m_when.start = m_said.relation == Mention::Relation::After ? end : start;
            m_when.end.reset();
            m_when.isWindow = true;
            if (m_when.grain != Grain::Minute && m_when.grain != Grain::Hour)
                m_when.grain = Grain::Day;
            break;
        }
        m_when.other.reset();
        if (m_when.end && m_when.grain != Grain::Minute && m_when.grain != Grain::Hour)
            m_when.grain = Grain::Day;
    }

    // Ranges ------------------------------------------------------------------------------------------------------

    /// Each end of a range lacks what the other says: "10 - 22 August", "3pm to 4pm tomorrow", "December to May 2025".
    void lend()
    {
        Side &left = m_said.left;
        Side &right = *m_said.right;
        const auto asDay = [](Side &side, int month, int year) {
            DaySpec spec;
            spec.day = side.clock->hour;
            spec.month = month;
            spec.year = year;
            side.clock.reset();
            side.day = spec;
        };
        const auto bare = [](const Side &side) { return side.clock && side.clock->isBareNumber && !side.part; };
        // "from 4 to 22 this month", "November between 19 and 20"
        if (bare(left) && bare(right)) {
            const auto &month = right.day ? right.day : left.day;
            if (month && (month->isMonthOnly() || (month->isFixed && month->days.grain == Grain::Month))) {
                const LocalDate first = m_grammar.resolve(*month).days.start;
                asDay(left, monthNumber(first), yearNumber(first));
                asDay(right, monthNumber(first), yearNumber(first));
                return;
            }
        }
        // "from 3 to 12 of September"
        if (bare(left) && !left.day && right.day && !right.clock && !right.day->isFixed && right.day->day)
            asDay(left, right.day->month, right.day->year);
        else if (bare(left) && !left.day && right.day && right.clock && right.dayCameFirst && !right.day->isFixed
                 && right.day->day) { // "22-23 February at 7 pm"
            asDay(left, right.day->month, right.day->year);
            left.clock = right.clock;
        } else if (bare(right) && left.day && !left.clock && !left.day->isFixed && left.day->day && !right.day)
            asDay(right, left.day->month, left.day->year);
        else if (bare(right) && right.day && right.day->isMonthOnly() && left.day)
            asDay(right, right.day->month, right.day->year);
        if (!left.part && right.part && left.clock && left.clock->half == Half::Unsaid && right.clock)
            left.part = right.part;
        if (!right.part && left.part && right.clock && right.clock->half == Half::Unsaid && left.clock
            && left.clock->half == Half::Unsaid)
            right.part = left.part;
        if (!left.day || !right.day || left.day->isFixed || right.day->isFixed) {
            if (left.day && right.day && right.day->isDayNumberOnly() && left.day->isFixed)
                fillAfter(*right.day, left.day->days.start);
            if (left.day && right.day && left.day->isDayNumberOnly() && right.day->isFixed
                && right.day->days.grain == Grain::Day) {
                left.day->month = monthNumber(right.day->days.start);
                left.day->year = yearNumber(right.day->days.start);
            }
            return;
        }
        DaySpec &from = *left.day;
        DaySpec &to = *right.day;
        if (from.isDayNumberOnly() && to.month)
            from.month = to.month;
        else if (to.isDayNumberOnly() && from.month) {
            to.month = from.month;
            if (to.day < from.day) // "April 27 to the 3rd"
                to.month = from.month % 12 + 1;
        }
        const auto place = [](const DaySpec &spec) { return spec.month * 32 + spec.day; };
        if (from.month && to.month && !from.year && to.year)
            from.year = place(from) > place(to) ? to.year - 1 : to.year;
        else if (from.month && to.month && from.year && !to.year)
            to.year = place(from) > place(to) ? from.year + 1 : from.year;
    }

    static void fillAfter(DaySpec &spec, LocalDate after)
    {
        LocalDate month = monthStart(after);
        if (spec.day < dayNumber(after))
            month = plusMonths(month, 1);
        spec.month = monthNumber(month);
        spec.year = yearNumber(month);
    }

    void range()
    {
        Side &left = m_said.left;
        Side &right = *m_said.right;
        const bool clocks = left.hasClock() || right.hasClock();
        m_when.isWindow = m_said.isBetween;
        if (!clocks)
            return rangeOfDays(left, right);
        m_when.hasTime = true;
        m_when.grain = Grain::Minute;
        if (!left.day && !left.moment && right.day && left.clock) {
            left.day = right.day;
            if (!right.moment)
                right.day.reset();
        }
        auto firstDay = left.day ? std::optional(m_grammar.resolve(*left.day)) : std::nullopt;
        m_when.hasDate = firstDay || left.moment;
        if (firstDay)
            noteAssumed(firstDay->assumed);
        LocalTime start;
        if (left.moment) {
            start = *left.moment;
        } else if (left.clock) {
            const LocalDate on = firstDay ? firstDay->days.start : m_grammar.today();
            const Half half = leftHalf(left, right, on, firstDay.has_value());
            start = on + clockMinutes(*left.clock, half, left.part) + std::chrono::seconds(left.clock->second);
            if (left.clock->half == Half::Unsaid && !left.part && !(right.clock && right.clock->half != Half::Unsaid))
                m_when.assumed.append(half == Half::Pm ? u"pm"_s : u"am"_s);
        } else {
            start = firstDay ? LocalTime(firstDay->days.start) : LocalTime(m_grammar.today());
        }
        LocalTime end = endOfRange(left, right, start);
        if (!firstDay && !left.moment && !right.day && start + grace < m_now && !m_grammar.isPast()) {
            start += days(1);
            end += days(1);
            m_when.assumed.append(u"tomorrow"_s);
        } else if (!firstDay && !left.moment) {
            m_when.assumed.append(u"today"_s);
        }
        if (firstDay && firstDay->other && *firstDay->other != m_grammar.today())
            m_when.other = *firstDay->other + (start - LocalTime(firstDay->days.start));
        // "between 8 and noon any day next week"
        const bool daily = m_when.isWindow && firstDay && firstDay->isWindow && left.clock && right.clock && !right.day
            && firstDay->days.end - firstDay->days.start > days(1) && end - start < days(1);
        if (daily) {
            const LocalTime midnight = firstDay->days.start;
            m_when.dailyHours =
                std::pair(std::chrono::floor<minutes>(start - midnight), std::chrono::floor<minutes>(end - midnight));
            end += firstDay->days.end - firstDay->days.start - days(1);
        }
        m_when.start = start;
        m_when.end = end;
        if (!m_when.isWindow && !m_when.duration && left.hasClock() && right.hasClock() && end > start
            && end - start <= days(1))
            m_when.duration = std::chrono::floor<minutes>(end - start);
    }

    Half leftHalf(const Side &left, const Side &right, LocalDate on, bool dayNamed) const
    {
        const ClockTime &clock = *left.clock;
        if (clock.half != Half::Unsaid)
            return clock.half;
        if (left.part)
            return halfIn(*left.part, clock);
        if (right.clock && !right.day && right.clock->half != Half::Unsaid && right.clock->hour <= 12) {
            // "3-4pm" is one afternoon, "11 to 3pm" goes over noon
            const int end = right.clock->minutes(right.clock->half);
            const int limit = end == 0 || right.clock->isMidnight ? dayMinutes : end;
            const int pm = clock.minutes(Half::Pm), am = clock.minutes(Half::Am);
            if (right.clock->half == Half::Am)
                return am < limit ? Half::Am : Half::Pm;
            return pm < limit ? Half::Pm : Half::Am;
        }
        const Half likely = m_grammar.likelyHalf(clock);
        if (dayNamed && on == m_grammar.today() && on + minutes(clock.minutes(likely)) + grace < m_now
            && on + minutes(clock.minutes(opposite(likely))) > m_now)
            return opposite(likely);
        return likely;
    }

    LocalTime endOfRange(const Side &left, const Side &right, LocalTime start) const
    {
        if (right.moment)
            return *right.moment;
        LocalDate on = date::floor<days>(start);
        const bool named = right.day.has_value();
        if (named) {
            on = m_grammar.resolve(*right.day).days.start;
            if (on < date::floor<days>(start) && !right.day->isFixed)
                on = right.day->isWeekdayOnly() ? weekdayFrom(date::floor<days>(start), right.day->weekday)
                                                : plusMonths(on, 12);
        }
        if (!right.clock) // "from Monday 3pm to Friday"
            return left.clock && named ? on + clockMinutes(*left.clock, left.clock->likelyHalf(), left.part)
                                       : LocalTime(on + days(1));
        const ClockTime &clock = *right.clock;
        if (clock.half != Half::Unsaid || right.part) {
            const Half half = right.part ? halfIn(*right.part, clock) : clock.half;
            LocalTime end = on + clockMinutes(clock, half, right.part) + std::chrono::seconds(clock.second);
            if (end <= start && !named)
                end += days(1);
            return end;
        }
        if (named && on != date::floor<days>(start))
            return on + minutes(clock.minutes(clock.likelyHalf()));
        // the first time after the start at which a clock shows it
        LocalTime end = on + minutes(clock.minutes(Half::Am));
        while (end <= start)
            end += std::chrono::hours(12);
        return end;
    }

    void rangeOfDays(const Side &left, const Side &right)
    {
        if (left.part && right.part && !left.day) {
            const LocalDate on = right.day ? m_grammar.resolve(*right.day).days.start : m_grammar.today();
            m_when.hasDate = right.day.has_value();
            m_when.grain = Grain::Hour;
            m_when.isWindow = true;
            m_when.start = on + minutes(hoursOf(*left.part).from);
            m_when.end = on + minutes(hoursOf(*right.part).to);
            return;
        }
        const Grammar::Resolved from = left.day
            ? m_grammar.resolve(*left.day)
            : Grammar::Resolved{{m_grammar.today(), m_grammar.today() + days(1), Grain::Day}, false, {}, {}};
        m_when.hasDate = true;
        noteAssumed(from.assumed);
        m_when.start = left.moment ? *left.moment : LocalTime(from.days.start);
        if (right.moment) {
            m_when.end = right.moment;
            m_when.grain = Grain::Minute;
            return;
        }
        if (!right.day) {
            m_when.end = from.days.end;
            m_when.grain = from.days.grain;
            return;
        }
        Days to = m_grammar.resolve(*right.day).days;
        const DaySpec &said = *right.day;
        if (to.start < from.days.start && !said.isFixed) {
            if (said.isWeekdayOnly()) {
                const LocalDate day = weekdayFrom(from.days.start, said.weekday);
                to = {day, day + days(1), Grain::Day};
            } else if (!said.year && said.month) {
                const auto length = to.end - to.start;
                to.start = plusMonths(to.start, 12);
                to.end = said.day ? to.start + length : plusMonths(to.start, 1);
            }
        }
        m_when.end = to.end;
        m_when.grain = Grain::Day;
        if (left.part)
            *m_when.start += minutes(hoursOf(*left.part).from);
    }

    // Small things ------------------------------------------------------------------------------------------------

    static Half opposite(Half half) { return half == Half::Pm ? Half::Am : Half::Pm; }

    /// Counted from the start of the day named; at night, hours after midnight belong to the next day.
    [[nodiscard]] minutes clockMinutes(const ClockTime &clock, Half half, const std::optional<int> &part) const
    {
        int result = clock.minutes(half);
        const bool night = part && (*part == 3 || *part == 10);
        if (night && result < 5 * 60 && clock.half == Half::Unsaid && clock.hour == 12)
            result += dayMinutes;
        return minutes(result);
    }

    void noteAssumed(const QString &what)
    {
        if (!what.isEmpty())
            m_when.assumed.append(what);
    }

    Mention m_said;
    const Grammar &m_grammar;
    LocalTime m_now;
    When m_when;
};

} // namespace

When meaningOf(Mention mention, const Grammar &grammar)
{
    return Meaning(std::move(mention), grammar).run();
}

} // namespace ChatCal::WhenGrammar
