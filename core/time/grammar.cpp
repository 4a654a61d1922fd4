// SPDX-License-Identifier: Apache-2.0
// The order of the rules, and what an open date comes to.
#include "core/time/grammar.h"

#include "core/time/words.h"

using namespace Qt::StringLiterals;

namespace ChatCal::WhenGrammar {

using date::days;

namespace {

QString weekdayWord(LocalDate day)
{
    return dateInWords(day).section(u',', 0, 0);
}

} // namespace

Grammar::Grammar(const Tokens &tokens, const Lexicon &lexicon, const WhenContext &context, QStringView text)
    : m_tokens(tokens), m_lexicon(lexicon), m_context(context), m_text(text), m_today(date::floor<days>(context.now))
{
    for (int i = 0; i < size(); ++i) {
        if (!isAnyOf(i, {Word::PastVerb, Word::Meal}))
            continue;
        m_past = m_past || (is(i, Word::PastVerb) && !context.isForward);
        if (is(i, Word::Meal))
            m_meal = value(i, Word::Meal) ? ClockTime::Half::Pm : ClockTime::Half::Am;
    }
}

ClockTime::Half Grammar::likelyHalf(const ClockTime &clock) const
{
    // "dinner at 8", "breakfast at 6"
    if (m_meal != ClockTime::Half::Unsaid && clock.half == ClockTime::Half::Unsaid && clock.hour >= 5
        && clock.hour < 12)
        return m_meal;
    return clock.likelyHalf();
}

std::optional<Element> Grammar::elementAt(int i, Hint hint) const
{
    const Token &token = at(i);
    if (token.kind == Token::Kind::Opaque
        || (token.kind == Token::Kind::Word && (!token.entry || token.entry->isEmpty())
            && !(i + 1 < size() && isNumber(i + 1) && isGlued(i + 1))))
        return std::nullopt;
    // "20 minutes past 8" before "20 minutes after …"
    if (!is(i - 1, Word::Label)) {
        if (auto found = pastOrTo(i))
            return found;
    }
    if (auto found = relative(i))
        return found;
    if (auto found = restOfSpan(i))
        return found;
    if (auto found = partOfSpan(i))
        return found;
    auto day = dayAt(i, hint);
    if (day && day->next - i > 1)
        return day;
    // "3 pm" before "the 3rd", "half an hour" before "half past"
    auto clock = clockAt(i, hint);
    auto duration = durationAt(i);
    // "à 14 h, 30 minutes": behind the comma stands the length
    const bool parted =
        clock && hint == Hint::Clock && isSymbol(clock->next, u',') && is(clock->next - 1, Word::OClock);
    if (duration && !parted && (!clock || duration->next > clock->next || clock->clock->isBareNumber))
        return duration;
    if (day)
        return day;
    if (clock)
        return clock;
    return partAt(i);
}

Grammar::Resolved Grammar::resolve(const DaySpec &spec) const
{
    Resolved result;
    if (spec.isFixed) {
        result.days = spec.days;
        result.isWindow = spec.isWindow;
        return result;
    }
    const auto oneDay = [&](LocalDate day) { result.days = {day, day + days(1), Grain::Day}; };
    const int thisYear = yearNumber(m_today);
    if (spec.holiday) {
        const bool last =
            spec.turn == DaySpec::Turn::Last || (m_past && !spec.year && spec.turn != DaySpec::Turn::Next);
        int when = spec.year ? spec.year : thisYear;
        auto day = holiday(spec.holiday, when);
        if (!spec.year && day && last && *day >= m_today)
            day = holiday(spec.holiday, when - 1);
        else if (!spec.year && day && !last && *day < m_today)
            day = holiday(spec.holiday, when + 1);
        oneDay(day.value_or(m_today));
        return result;
    }
    if (spec.month && spec.day) {
        if (spec.year) {
            const auto day = dayOf(spec.year, spec.month, spec.day);
            oneDay(day ? *day : *dayOf(spec.year, spec.month, 28));
            return result;
        }
        // the next such day; one on the weekday said, if there is one in the next years
        std::optional<LocalDate> first, matching;
        for (int step = 0; step <= 8 && !matching; ++step) {
            const auto day = dayOf(m_past ? thisYear - step : thisYear + step, spec.month, spec.day);
            if (!day || (m_past ? *day > m_today : *day < m_today))
                continue;
            if (!first)
                first = day;
            if (step <= 3 && (spec.weekday < 0 || weekdayOf(*day) == spec.weekday))
                matching = day;
        }
        const LocalDate day = matching ? *matching : first.value_or(m_today);
        oneDay(day);
        if (yearNumber(day) != thisYear)
            result.assumed = yearNumber(day) == thisYear + 1 ? u"next year"_s : QString::number(yearNumber(day));
        else
            result.assumed = u"this year"_s;
        return result;
    }
    if (spec.month) {
        int when = spec.year;
        if (!when) {
            const int current = monthNumber(m_today);
            when = thisYear;
            if (spec.turn == DaySpec::Turn::Last)
                --when;
            else if (spec.turn == DaySpec::Turn::Next || spec.turn == DaySpec::Turn::Coming)
                when += spec.month <= current ? 1 : 0;
            else if (spec.turn == DaySpec::Turn::Bare)
                when += m_past ? (spec.month > current ? -1 : 0) : (spec.month < current ? 1 : 0);
            result.assumed = when == thisYear ? u"this year"_s
                : when == thisYear + 1        ? u"next year"_s
                                              : QString::number(when);
        }
        result.days = monthOf(*dayOf(when, spec.month, 1));
        result.isWindow = true;
        return result;
    }
    if (spec.day) {
        // the next month (in a tale about the past, the latest) that has the day, on the weekday said
        LocalDate month = monthStart(m_today);
        for (int step = 0; step < 48; ++step) {
            const LocalDate in = plusMonths(month, m_past ? -step : step);
            const auto day = dayOf(spec.year ? spec.year : yearNumber(in), monthNumber(in), spec.day);
            if (!day || (m_past ? *day > m_today : *day < m_today))
                continue;
            if (spec.weekday >= 0 && weekdayOf(*day) != spec.weekday)
                continue;
            oneDay(*day);
            result.assumed = dateInWords(*day).section(u' ', 1, 1);
            return result;
        }
        oneDay(m_today);
        return result;
    }
    if (spec.weekday >= 0) {
        const LocalDate fromToday = weekdayFrom(m_today, spec.weekday);
        const LocalDate coming = weekdayFrom(m_today + days(1), spec.weekday);
        switch (spec.turn) {
        case DaySpec::Turn::Last:
            oneDay(weekdayFrom(m_today - days(7), spec.weekday));
            break;
        case DaySpec::Turn::This:
            oneDay(fromToday);
            break;
        case DaySpec::Turn::Coming:
            oneDay(coming);
            break;
        case DaySpec::Turn::Next: {
            const LocalDate ofNextWeek = weekdayFrom(weekStart(m_today) + days(7), spec.weekday);
            oneDay(ofNextWeek);
            if (coming != ofNextWeek)
                result.other = coming;
            break;
        }
        case DaySpec::Turn::Bare:
            if (m_past) {
                oneDay(weekdayFrom(m_today - days(7), spec.weekday));
                break;
            }
            oneDay(coming);
            result.assumed = u"the coming %1"_s.arg(weekdayWord(coming));
            if (fromToday == m_today)
                result.other = m_today;
            break;
        }
        return result;
    }
    result.days = yearOf(spec.year ? spec.year : thisYear);
    result.isWindow = true;
    return result;
}

} // namespace ChatCal::WhenGrammar
