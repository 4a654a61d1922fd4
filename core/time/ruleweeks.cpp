// SPDX-License-Identifier: Apache-2.0
// Weeks and quarters by a day in them or by their number: "the week of April 10th", "KW 12", "Q3".
#include "core/time/grammar.h"

namespace ChatCal::WhenGrammar {

using date::days;

// "the week of April 10th", "week starting tomorrow"
std::optional<Element> Grammar::weekOfDay(int i) const
{
    int start = skip(i, Word::The);
    start = skip(start, Word::Article);
    if (!is(start, Word::WeekOf) || m_depth >= 2)
        return std::nullopt;
    ++m_depth;
    const auto day = dayAt(
        skip(start + 1, Word::The) != start + 1 && !is(start + 2, Word::Ordinal) && !isNumber(start + 2) ? start + 2
                                                                                                         : start + 1,
        Hint::Day);
    --m_depth;
    if (!day || !day->day)
        return std::nullopt;
    const LocalDate first = resolve(*day->day).days.start;
    // from tomorrow on it is seven days, from a date it is the calendar's week
    if (day->day->isFixed && !day->day->isWindow)
        return dayElement(i, day->next, DaySpec::window({first, first + days(7), Grain::Day}));
    return dayElement(i, day->next, DaySpec::window(weekOf(first)));
}

// "KW 12", "semaine 12", "week 12 of 2027": weeks as ISO 8601 counts them, the next one of that number
std::optional<Element> Grammar::weekNumber(int i) const
{
    const int start = skip(i, Word::The);
    if (!is(start, Word::WeekNumber) || !isNumber(start + 1) || at(start + 1).digits > 2 || at(start + 1).number < 1
        || at(start + 1).number > 53 || is(start + 2, Word::Month) || is(start + 2, Word::Unit)
        || is(start + 2, Word::OClock) || is(start + 2, Word::AmPm) || isNumber(start - 1)
        || is(start - 1, Word::Number) || is(start - 1, Word::Next) || is(start - 1, Word::This)
        || is(start - 1, Word::Article))
        return std::nullopt;
    const auto week = [&](int year) { // the first week holds January 4
        return weekOf(weekStart(*dayOf(year, 1, 4)) + days(7 * (at(start + 1).number - 1)));
    };
    int next = start + 2;
    const int yearAt = is(next, Word::Of) || isSymbol(next, u'/') ? next + 1 : next;
    if (const auto said = year(yearAt); said && said->inDigits)
        return dayElement(i, said->next, DaySpec::window(week(said->value)));
    if (next < size() && at(next).kind == Token::Kind::Symbol && isNumber(next + 1) && isGlued(next + 1))
        return std::nullopt;
    const Days ofThisYear = week(yearNumber(today()));
    return dayElement(i, next, DaySpec::window(ofThisYear.end > today() ? ofThisYear : week(yearNumber(today()) + 1)));
}

// "third quarter of 2016", "Q3", "4th quarter 2018"
std::optional<Element> Grammar::quarterNumber(int i) const
{
    int next = skip(i, Word::The);
    int number = 0;
    if (const auto said = ordinal(next); said && is(said->next, Word::Quarter) && is(said->next, Word::Unit)) {
        number = said->value;
        next = said->next + 1;
    } else if (next < size() && at(next).kind == Token::Kind::Word && word(next).size() == 1
               && word(next)[0].toUpper() == u'Q' && isNumber(next + 1) && isGlued(next + 1)
               && at(next + 1).digits == 1) {
        number = at(next + 1).number;
        next += 2;
    }
    if (number < 1 || number > 4)
        return std::nullopt;
    int whichYear = yearNumber(today());
    const int of = is(next, Word::Of) ? next + 1 : next;
    if (const auto named = year(of)) {
        whichYear = named->value;
        next = named->next;
    } else if ((is(of, Word::This) || is(of, Word::Next) || is(of, Word::Last)) && is(of + 1, Word::Unit)
               && value(of + 1, Word::Unit) == static_cast<int>(TimeUnit::Year)) {
        whichYear += is(of, Word::Next) ? 1 : is(of, Word::Last) ? -1 : 0;
        next = of + 2;
    } else if (*dayOf(whichYear, number * 3, 28) < today()) {
        ++whichYear;
    }
    return dayElement(i, next, DaySpec::window(quarterOf(*dayOf(whichYear, number * 3 - 2, 1))));
}

} // namespace ChatCal::WhenGrammar
