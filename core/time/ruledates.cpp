// SPDX-License-Identifier: Apache-2.0
// Dates of the calendar: "March 10th", "the 3rd", weekdays, holidays.
#include "core/time/grammar.h"

namespace ChatCal::WhenGrammar {

namespace {

bool isPossible(int year, int month, int day)
{
    return dayOf(year ? year : 2024, month, day).has_value(); // 2024: a leap year has every day
}

int fullYear(const Token &token)
{
    return token.digits == 2 ? 2000 + token.number : token.number;
}

} // namespace

Element dayElement(int from, int next, const DaySpec &spec)
{
    Element element;
    element.from = from;
    element.next = next;
    element.day = spec;
    return element;
}

DaySpec DaySpec::fixed(LocalDate day)
{
    DaySpec spec;
    spec.isFixed = true;
    spec.days = {day, day + date::days(1), Grain::Day};
    return spec;
}

DaySpec DaySpec::window(Days days)
{
    DaySpec spec;
    spec.isFixed = true;
    spec.isWindow = true;
    spec.days = days;
    return spec;
}

int Grammar::takeYear(int i, DaySpec &spec) const
{
    int next = i;
    if (isSymbol(next, u',') || isSymbol(next, u'-') || isSymbol(next, u'/') || isSymbol(next, u'.'))
        ++next;
    const bool dashed = next > i && !isSymbol(i, u',');
    if (is(next, Word::Of) || is(next, Word::In))
        ++next;
    if (const auto named = year(next)) {
        // "May 5, 2030" but not "May 5 - 2030 hours", "may 3 2000 words"
        if (named->inDigits && (isSymbol(named->next, u':') || is(named->next, Word::Unit)))
            return i;
        spec.year = named->value;
        return named->next;
    }
    // "21-APR-16", "Jan 15 '21"
    if (dashed && isGlued(next) && isNumber(next) && at(next).digits == 2 && isGlued(i) && !isSymbol(next + 1, u':')
        && !isSymbol(i, u'.') && spec.day && isSymbol(i - 2, at(i).symbol)) {
        spec.year = fullYear(at(next));
        return next + 1;
    }
    return i;
}

// "March 10th, 2026", "Feb13", "Oct/2", "July the 4th", "March 2026", "March"
std::optional<Element> Grammar::monthFirst(int i) const
{
    DaySpec spec;
    if (is(i, Word::DottedMonth) && isSymbol(i + 1, u'.')
        && isAnyOf(i - 1, {Word::In, Word::Start, Word::Middle, Word::End})) { // "en sept."
        spec.month = value(i, Word::DottedMonth);
        return dayElement(i, takeYear(i + 2, spec), spec);
    }
    if (!is(i, Word::Month))
        return std::nullopt;
    spec.month = value(i, Word::Month);
    int next = i + 1;
    if (isSymbol(next, u'.') || isSymbol(next, u',')
        || ((isSymbol(next, u'-') || isSymbol(next, u'/')) && isGlued(next)))
        ++next;
    const bool signBetween = next > i + 1;
    const int afterThe = skip(next, Word::The);
    std::optional<Words> number = ordinal(afterThe);
    if (!number && afterThe == next && !year(next))
        number = cardinal(next, 31);
    if (!number && signBetween && isSymbol(i + 1, u'.') && isNumber(next) && at(next).digits <= 2)
        number = cardinal(next, 31);
    if (number && number->inDigits && at(number->next - 1).kind == Token::Kind::Number) {
        // "May 5:30" and "March 3pm" say a time, "March 12%" nothing
        const int after = number->next;
        const bool clock = isSymbol(after, u':') || is(after, Word::AmPm) || is(after, Word::OClock)
            || (is(after, Word::Unit) && isGlued(after)
                && value(after, Word::Unit) == static_cast<int>(TimeUnit::Hour));
        if (clock)
            number.reset();
    }
    if (number && number->value >= 1 && isPossible(0, spec.month, number->value)) {
        spec.day = number->value;
        next = takeYear(number->next, spec);
        return dayElement(i, next, spec);
    }
    if (number && number->value <= 31 && at(number->next - 1).digits == 2)
        return std::nullopt; // "Feb 30"
    next = takeYear(i + 1, spec);
    if (!spec.year && !stands(i, i + 1))
        return std::nullopt;
    return dayElement(i, next, spec);
}

// "10 March 2026", "the 3rd of May", "15SEP", "04th Jan 2019"
std::optional<Element> Grammar::dayFirst(int i) const
{
    const int start = skip(i, Word::The);
    std::optional<Words> number = ordinal(start);
    if (!number)
        number = cardinal(start, 31);
    if (!number || number->value < 1 || (isNumber(start) && at(start).afterLetter))
        return std::nullopt;
    int next = number->next;
    if (is(next, Word::Unit) && value(next, Word::Unit) == static_cast<int>(TimeUnit::Day) && is(next + 1, Word::Of))
        ++next; // "the 15th day of June"
    if (isSymbol(next, u'-') || isSymbol(next, u'/') || isSymbol(next, u'.') || is(next, Word::Of)
        || isSymbol(next, u','))
        ++next;
    next = skip(next, Word::The);
    const bool dot = isSymbol(next + 1, u'.'); // left out in "le 12 sept" and "12 sept 2026"
    const bool dotted =
        number->inDigits && is(next, Word::DottedMonth) && (dot || start != i || is(i - 1, Word::On) || year(next + 1));
    if (!is(next, Word::Month) && !dotted)
        return std::nullopt;
    // "one may ask" and "at 3 may I" have no date in them
    if (value(next, Word::Month) == 5 && is(start, Word::Number) && next == start + 1 && is(next, Word::Ambiguous))
        return std::nullopt;
    if (is(next, Word::Plain)
        || (value(next, Word::Month) == 5 && is(next + 1, Word::Plain) && !is(next + 1, Word::At)
            && word(next + 1).size() <= 3 && word(next + 1).toString().toLower() == u"i"))
        return std::nullopt;
    DaySpec spec;
    spec.month = value(next, dotted ? Word::DottedMonth : Word::Month);
    spec.day = number->value;
    if (!isPossible(0, spec.month, spec.day))
        return std::nullopt;
    next += dotted && dot ? 2 : 1;
    if (isSymbol(next, u'.') && (isNumber(next + 1) || next + 1 == size()))
        ++next;
    next = takeYear(next, spec);
    return dayElement(i, next, spec);
}

// Words such as "sat", "may" or "march" are dates only in the company of date words.
bool Grammar::stands(int i, int next) const
{
    if (!is(i, Word::Ambiguous)) {
        // "I'm April", "with June": a name
        return !(is(i, Word::Month) && is(i - 1, Word::Name) && !is(i - 1, Word::From) && !is(i - 1, Word::And)
                 && !is(i - 1, Word::For) && at(i).kind == Token::Kind::Word);
    }
    const auto dateWord = [this](int t) {
        return isNumber(t)
            || isAnyOf(t,
                       {Word::Weekday, Word::Month, Word::Part, Word::RelativeDay, Word::Clock, Word::Next, Word::Last,
                        Word::This, Word::Coming, Word::PartBehind});
    };
    const auto leads = [&](int t) {
        return dateWord(t) || is(t, Word::On) || is(t, Word::In) || is(t, Word::Before) || is(t, Word::After)
            || is(t, Word::From) || is(t, Word::Of) || is(t, Word::During) || is(t, Word::Start) || is(t, Word::End)
            || is(t, Word::Middle) || is(t, Word::Until) || is(t, Word::Between) || is(t, Word::For) || is(t, Word::At)
            || is(t, Word::Any) || ((is(t, Word::Or) || is(t, Word::And)) && dateWord(t - 1) && !is(t - 1, Word::Modal))
            || isSymbol(t, u'-') || isSymbol(t, u',') || isSymbol(t, u'(') || (is(t, Word::AmPm) && isNumber(t - 1))
            || (is(t, Word::Unit) && isAnyOf(t - 1, {Word::Next, Word::This, Word::Coming}));
    };
    const bool opens = i == 0 || at(i - 1).kind == Token::Kind::Symbol;
    const bool follows = next >= size() || at(next).kind == Token::Kind::Symbol || dateWord(next)
        || is(next, Word::Plain) || is(next, Word::Number) || is(next, Word::At) || is(next, Word::Until)
        || is(next, Word::Before);
    if (is(i, Word::Month)) {
        if (leads(i - 1) && !is(i - 1, Word::Any))
            return !is(i - 1, Word::On) && follows;
        return opens && (next >= size() || isSymbol(next, u'-') || isSymbol(next, u'.') || is(next, Word::Until));
    }
    if (!follows)
        return false;
    if (leads(i - 1))
        return true;
    if (opens)
        return !is(next, Word::For) && !is(next, Word::On);
    // "call sat 3pm": a word before it is a thing to do, not who sat
    return i > 0 && (dateWord(next) || (is(next, Word::At) && isNumber(next + 1))) && !is(i - 1, Word::The)
        && !is(i - 1, Word::Plain);
}

/// Whether a bare number at @p i is the date of a @p weekday of the next weeks: where dates stand so behind their day.
bool Grammar::isDayOf(int i, int weekday) const
{
    if (m_lexicon.has(Style::OrdinalDot) || !isNumber(i) || at(i).digits > 2 || at(i).number < 1 || at(i).number > 31
        || !isTimeFollower(i + 1) || isSymbol(i + 1, u'-') || isSymbol(i + 1, u'.')
        || isAnyOf(i + 1, {Word::Month, Word::Unit, Word::AmPm, Word::OClock, Word::Of, Word::And})
        || (is(i + 1, Word::Until) && !is(i + 1, Word::At)))
        return false;
    DaySpec spec;
    spec.day = at(i).number;
    const LocalDate day = resolve(spec).days.start;
    return weekdayOf(day) == weekday && day - today() < date::days(32);
}

// "the Monday after Easter", "Friday before the 15th": @p i to @p next name the weekday
std::optional<Element> Grammar::weekdayBeside(int i, int next, int weekday) const
{
    const bool after = is(next, Word::After) && !is(next, Word::Before);
    const bool before = is(next, Word::Before) && !is(next, Word::Until);
    if ((!after && !before) || m_depth >= 2)
        return std::nullopt;
    ++m_depth;
    const auto anchor = dayAt(next + 1, Hint::None);
    --m_depth;
    if (!anchor || !anchor->day || anchor->part || anchor->day->isFixed || anchor->day->weekday >= 0
        || !(anchor->day->holiday || anchor->day->day))
        return std::nullopt;
    const LocalDate day = resolve(*anchor->day).days.start;
    const LocalDate found =
        after ? weekdayFrom(day + date::days(1), weekday) : weekdayFrom(day - date::days(7), weekday);
    return dayElement(i, anchor->next, DaySpec::fixed(found));
}

std::optional<Element> Grammar::weekdayName(int i) const
{
    const int start = is(i, Word::The) && is(i + 1, Word::Weekday) ? i + 1 : i;
    if (!is(start, Word::Weekday) || !stands(start, start + 1) || (isNumber(i - 1) && is(i, Word::Unit)))
        return std::nullopt;
    DaySpec spec;
    spec.weekday = value(start, Word::Weekday);
    const int next = start + 1;
    if (is(start, Word::Part)) { // "Freitagnachmittag"
        Element both = dayElement(i, next, spec);
        both.part = value(start, Word::Part);
        return both;
    }
    if (is(next, Word::Behind)) { // "mardi prochain"
        spec.turn = static_cast<DaySpec::Turn>(value(next, Word::Behind));
        return dayElement(i, next + 1, spec);
    }
    if (auto beside = weekdayBeside(i, next, spec.weekday))
        return beside;
    if (m_lexicon.has(Style::HourTails) && isDayOf(next, spec.weekday)) { // "mardi 10"
        spec.day = at(next).number;
        return dayElement(i, next + 1, spec);
    }
    // "Friday the 26th", "Tue 13th", "Monday 21"
    int number = next;
    number = isSymbol(number, u',') ? number + 1 : number;
    number = is(number, Word::The) ? number + 1 : number;
    if (const auto day = ordinal(number);
        day && day->value <= 31 && !isAnyOf(day->next, {Word::Month, Word::Of, Word::Weekday, Word::MonthWeek})) {
        spec.day = day->value;
        return dayElement(i, day->next, spec);
    }
    if (isNumber(next) && at(next).digits == 2 && at(next).number > 12 && at(next).number <= 31 && at(next).spaceBefore
        && (isTimeFollower(next + 1) && !isSymbol(next + 1, u'-') && !isSymbol(next + 1, u'.'))
        && !isAnyOf(next + 1, {Word::Month, Word::Unit, Word::Until, Word::AmPm, Word::OClock, Word::Of})) {
        spec.day = at(next).number;
        return dayElement(i, next + 1, spec);
    }
    return dayElement(i, next, spec);
}

// "the 3rd", "on 15": a day of this month or the next that has one
std::optional<Element> Grammar::dayNumber(int i, Hint hint) const
{
    const int start = skip(i, Word::The);
    const auto said = ordinal(start);
    const bool article = start != i;
    if (said && said->value >= 1 && said->value <= 31) {
        if (isNumber(start) && at(start).afterLetter)
            return std::nullopt;
        const int next = said->next;
        if (isUnknownWord(next) || is(next, Word::Unit) || is(next, Word::Weekday) || is(next, Word::Part)
            || is(next, Word::Quarter) || is(next, Word::Half) || is(next, Word::Any))
            return std::nullopt; // "the first time", "3rd floor"
        const bool dot = isSymbol(next - 1, u'.');
        if ((!said->inDigits || dot) && !article && hint != Hint::Day)
            return std::nullopt;
        DaySpec spec;
        spec.day = said->value;
        // "May 8th - 10th, 2026"
        if (const auto named = isSymbol(next, u',') ? year(next + 1) : std::nullopt; named && named->inDigits) {
            spec.year = named->value;
            return dayElement(i, named->next, spec);
        }
        return dayElement(i, next, spec);
    }
    if (hint != Hint::Day || !isNumber(start) || at(start).digits > 2 || at(start).number < 1 || at(start).number > 31
        || at(start).afterLetter)
        return std::nullopt;
    const int next = start + 1;
    if (!isTimeFollower(next) || is(next, Word::Unit) || is(next, Word::AmPm) || is(next, Word::OClock)
        || (isSymbol(next, u'.') && isNumber(next + 1)))
        return std::nullopt;
    DaySpec spec;
    spec.day = at(start).number;
    return dayElement(i, next, spec);
}

std::optional<Element> Grammar::holidayName(int i) const
{
    const int start = skip(i, Word::The);
    if (!is(start, Word::Holiday))
        return std::nullopt;
    DaySpec spec;
    spec.holiday = value(start, Word::Holiday);
    int next = start + 1;
    if (is(next, Word::Unit) && value(next, Word::Unit) == static_cast<int>(TimeUnit::Day))
        ++next;
    const int of = is(next, Word::Of) || is(next, Word::In) ? next + 1 : next;
    if (const auto named = year(of)) {
        spec.year = named->value;
        return dayElement(i, named->next, spec);
    }
    const bool turn = is(of, Word::Next) || is(of, Word::Last) || is(of, Word::This);
    if (turn && is(of + 1, Word::Unit) && value(of + 1, Word::Unit) == static_cast<int>(TimeUnit::Year)) {
        spec.year = yearNumber(today()) + (is(of, Word::Next) ? 1 : is(of, Word::Last) ? -1 : 0);
        return dayElement(i, of + 2, spec);
    }
    return dayElement(i, next, spec);
}

// "mardi en huit", "heute in einer Woche": weeks or days counted from the day before them
std::optional<Element> Grammar::weeksBehind(const Element &day) const
{
    if (!day.day || (day.day->isFixed && day.day->isWindow) || day.day->isMonthOnly() || day.day->isYearOnly())
        return std::nullopt;
    Element moved = day;
    const LocalDate base = resolve(*day.day).days.start;
    if (is(day.next, Word::WeeksOn)) {
        moved.day = DaySpec::fixed(base + date::days(7 * value(day.next, Word::WeeksOn)));
        moved.next = day.next + 1;
        return moved;
    }
    const auto said = length(day.next + 1);
    if (!said || said->first.hasClock())
        return std::nullopt;
    moved.day = DaySpec::fixed(date::floor<date::days>(said->first.addedTo(base, 1)));
    moved.next = said->second;
    return moved;
}

std::optional<Element> Grammar::dayAt(int i, Hint hint) const
{
    auto found = plainDay(i, hint);
    if (found && isAnyOf(found->next, {Word::WeeksOn, Word::In}) && !is(found->next, Word::Unit)
        && (is(found->next, Word::WeeksOn) || m_lexicon.has(Style::LengthBehindDay))) {
        if (auto moved = weeksBehind(*found))
            found = std::move(moved);
    }
    return found;
}

std::optional<Element> Grammar::plainDay(int i, Hint hint) const
{
    // "Room 5" is no day, "flight Monday" is one.
    if (i >= size() || (is(i - 1, Word::Label) && !is(i, Word::Weekday)))
        return std::nullopt;
    if (isNumber(i)) {
        if (auto iso = isoDate(i))
            return iso;
        if (auto numbers = numericDate(i, hint))
            return numbers;
        if (auto yearThenMonth = yearFirst(i))
            return yearThenMonth;
    }
    if (auto found = nthOf(i))
        return found;
    if (auto found = dayFirst(i))
        return found;
    if (auto found = monthFirst(i))
        return found;
    if (auto found = weekdayName(i))
        return found;
    if (auto found = holidayName(i))
        return found;
    if (auto found = quarterNumber(i))
        return found;
    if (is(i, Word::WeekNumber) || is(i + 1, Word::WeekNumber)) {
        if (auto found = weekNumber(i))
            return found;
    }
    if (auto found = weekOfDay(i))
        return found;
    if (auto found = turned(i))
        return found;
    if (auto found = relativeDay(i))
        return found;
    if (auto found = span(i))
        return found;
    return dayNumber(i, hint);
}

} // namespace ChatCal::WhenGrammar
