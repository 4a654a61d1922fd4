// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/calendarmath.h"
#include "core/time/lexicon.h"
#include "core/time/tokens.h"
#include "core/time/when.h"

#include <optional>

namespace ChatCal::WhenGrammar {

/// What was said about a day. Missing parts are 0 (weekday: -1) until resolve() fills them, so that the two ends of
/// a range can lend each other month and year.
struct DaySpec
{
    int year = 0;
    int month = 0;
    int day = 0;
    int weekday = -1;
    int holiday = 0; ///< a code of the words file
    enum class Turn : std::uint8_t { Bare, This, Next, Coming, Last } turn = Turn::Bare;
    bool isFixed = false; ///< days holds the answer
    bool isWindow = false; ///< only with isFixed: anywhere inside days
    bool isInNamedWeek = false; ///< "Friday next week"
    Days days;

    [[nodiscard]] bool isWeekdayOnly() const { return !isFixed && weekday >= 0 && !day && !month && !holiday; }
    [[nodiscard]] bool isDayNumberOnly() const { return !isFixed && day && !month; }
    [[nodiscard]] bool isMonthOnly() const { return !isFixed && month && !day; }
    [[nodiscard]] bool isYearOnly() const { return !isFixed && year && !month && !day && weekday < 0 && !holiday; }
    [[nodiscard]] bool isWeek() const { return isFixed && days.grain == Grain::Week; }
    [[nodiscard]] static DaySpec fixed(LocalDate day);
    [[nodiscard]] static DaySpec window(Days days);
};

/// A clock time as said; half tells what is known about the half of the day.
struct ClockTime
{
    enum class Half : std::uint8_t { Unsaid, Am, Pm, Given24 };
    int hour = 0;
    int minute = 0;
    int second = 0;
    Half half = Half::Unsaid;
    bool isBareNumber = false; ///< "3": a day as well, if its neighbours say so
    bool isMidnight = false; ///< the word: the end of the day named, or its start
    int minutesBefore = 0; ///< "quarter to three": minutes to take off

    /// Minutes of the day with the half of the day decided.
    [[nodiscard]] int minutes(Half decided) const;
    /// With the half of the day a scheduler would choose: 1-6 afternoon, 7-11 morning, 12 noon.
    [[nodiscard]] Half likelyHalf() const;
};

/// A length of time in the units it was said in: months have no fixed number of days.
struct Length
{
    int months = 0;
    int days = 0;
    int businessDays = 0;
    std::int64_t seconds = 0;
    TimeUnit smallest = TimeUnit::Second;
    bool isWeak = false; ///< "a day": a length only beside a word such as "for", "in" or "ago"

    [[nodiscard]] bool hasClock() const { return seconds != 0; }
    /// Months are 30 days, years 365.
    [[nodiscard]] std::chrono::minutes minutes() const;
    [[nodiscard]] Length times(int factor) const;
    [[nodiscard]] LocalTime addedTo(LocalTime time, int sign) const;
};

/// @p quarters quarters of one @p unit.
[[nodiscard]] Length quartersOf(TimeUnit unit, int quarters);

/// A piece of the text with one meaning; may carry several slots ("tonight": a day and a part of it).
struct Element
{
    int from = 0; ///< token
    int next = 0; ///< token after it
    std::optional<DaySpec> day;
    std::optional<ClockTime> clock;
    std::optional<int> part; ///< a DayPart code of the words file
    bool partIsAny = false; ///< "any afternoon"
    std::optional<Length> duration;
    std::optional<LocalTime> moment; ///< "in 2 hours", "now"
    std::optional<LocalTime> momentEnd; ///< "within 2 hours"
    bool isNow = false;
    std::optional<QString> zone;
};

[[nodiscard]] Element dayElement(int from, int next, const DaySpec &spec);

struct Words
{
    int value = 0;
    int next = 0; ///< token after them
    bool inDigits = false;
};

/// The rules. One object reads one text; every rule starts at a token and answers with an Element or nothing, and
/// looks only a bounded number of tokens ahead, which keeps the whole linear.
class Grammar
{
public:
    Grammar(const Tokens &tokens, const Lexicon &lexicon, const WhenContext &context, QStringView text);

    enum class Hint {
        None,
        Clock, ///< a bare number here is a time: after "at", beside a day
        Day ///< a bare number here is a day: after "on"
    };
    /// The longest sensible reading at token @p i.
    [[nodiscard]] std::optional<Element> elementAt(int i, Hint hint) const;

    // Token helpers, used by all rules.
    [[nodiscard]] int size() const { return static_cast<int>(m_tokens.size()); }
    /// Beyond either end an empty token, so that rules may look around freely.
    [[nodiscard]] const Token &at(int i) const { return i >= 0 && i < size() ? m_tokens[i] : m_nothing; }
    [[nodiscard]] bool is(int i, Word word) const
    {
        return i >= 0 && i < size() && m_tokens[i].entry && m_tokens[i].entry->is(word);
    }
    [[nodiscard]] bool isAnyOf(int i, const WordSet &words) const
    {
        return i >= 0 && i < size() && m_tokens[i].entry && m_tokens[i].entry->isAnyOf(words);
    }
    [[nodiscard]] int value(int i, Word word) const { return m_tokens[i].entry->value(word); }
    [[nodiscard]] bool isSymbol(int i, char16_t symbol) const
    {
        return i >= 0 && i < size() && m_tokens[i].kind == Token::Kind::Symbol && m_tokens[i].symbol == symbol;
    }
    [[nodiscard]] bool isNumber(int i) const { return i >= 0 && i < size() && m_tokens[i].kind == Token::Kind::Number; }
    [[nodiscard]] bool isGlued(int i) const { return i < size() && !m_tokens[i].spaceBefore; }
    [[nodiscard]] bool isUnknownWord(int i) const
    {
        return i >= 0 && i < size() && m_tokens[i].kind == Token::Kind::Word
            && (!m_tokens[i].entry || m_tokens[i].entry->isEmpty() || m_tokens[i].entry->is(Word::Counted));
    }
    [[nodiscard]] int skip(int i, Word word) const { return is(i, word) ? i + 1 : i; }
    [[nodiscard]] int skipSymbol(int i, char16_t symbol) const { return isSymbol(i, symbol) ? i + 1 : i; }
    /// Whether the reader talks about the past: "went", "happened".
    [[nodiscard]] bool isPast() const { return m_past; }
    /// ClockTime::likelyHalf(), unless a meal is named.
    [[nodiscard]] ClockTime::Half likelyHalf(const ClockTime &clock) const;
    [[nodiscard]] bool isMealNamed() const { return m_meal != ClockTime::Half::Unsaid; }
    [[nodiscard]] WhenContext::Expected expected() const { return m_context.expected; }
    [[nodiscard]] LocalDate today() const { return m_today; }
    [[nodiscard]] LocalTime now() const { return m_context.now; }
    [[nodiscard]] QStringView word(int i) const { return m_text.mid(at(i).from, at(i).to - at(i).from); }

    // numbers.cpp
    [[nodiscard]] std::optional<Words> cardinal(int i, int most = 9999) const;
    [[nodiscard]] std::optional<Words> ordinal(int i) const;
    [[nodiscard]] std::optional<Words> year(int i) const;
    /// A number of things: digits, words, "a", "a couple of", "few".
    [[nodiscard]] std::optional<Words> amount(int i) const;

    /// Lets nothing of @p spec open; @p past looks for the latest day instead of the coming one.
    struct Resolved
    {
        Days days;
        bool isWindow = false;
        std::optional<LocalDate> other;
        QString assumed;
    };
    [[nodiscard]] Resolved resolve(const DaySpec &spec) const;

    // What the assembler asks for directly.
    [[nodiscard]] std::optional<Element> zoneAt(int i) const;
    [[nodiscard]] std::optional<Element> clockAt(int i, Hint hint) const;
    [[nodiscard]] std::optional<Element> dayAt(int i, Hint hint) const;
    [[nodiscard]] std::optional<Element> durationAt(int i) const;

private:
    // ruletimes.cpp
    [[nodiscard]] std::optional<Element> namedClock(int i) const;
    [[nodiscard]] std::optional<Element> pastOrTo(int i) const;
    [[nodiscard]] std::optional<Element> digitalClock(int i, Hint hint) const;
    [[nodiscard]] std::optional<Element> wordClock(int i, Hint hint) const;
    bool takeHalf(int &i, ClockTime &clock) const;
    bool takeOClock(int &i, ClockTime &clock) const;
    [[nodiscard]] bool isTimeFollower(int i) const;
    [[nodiscard]] bool isBehindDay(int i, int next) const;
    [[nodiscard]] bool isAtHour(int i, int next) const;

    // ruleparts.cpp
    [[nodiscard]] std::optional<Element> partAt(int i) const;
    /// A part of the day; for some words only with a day before it. Then its code is partCode().
    [[nodiscard]] bool isPart(int i) const;
    [[nodiscard]] int partCode(int i) const;

    // rulehours.cpp
    struct Hour
    {
        ClockTime clock;
        int next = 0;
        bool hasWord = false; ///< "Uhr", "heures"
        bool isNamed = false; ///< "midi"
    };
    [[nodiscard]] std::optional<Hour> hourWithWord(int i, Hint hint) const;
    bool takeMinutesBehind(Hour &hour, int from, Hint hint) const;
    [[nodiscard]] std::optional<Element> hourWithTail(int i, Hint hint) const;

    // ruledates.cpp, ruledigits.cpp
    [[nodiscard]] std::optional<Element> plainDay(int i, Hint hint) const;
    [[nodiscard]] std::optional<Element> weeksBehind(const Element &day) const;
    [[nodiscard]] std::optional<Element> isoDate(int i) const;
    [[nodiscard]] std::optional<Element> numericDate(int i, Hint hint) const;
    [[nodiscard]] std::optional<Element> monthFirst(int i) const;
    [[nodiscard]] std::optional<Element> dayFirst(int i) const;
    [[nodiscard]] std::optional<Element> yearFirst(int i) const;
    [[nodiscard]] std::optional<Element> weekdayName(int i) const;
    [[nodiscard]] bool isDayOf(int i, int weekday) const;
    [[nodiscard]] std::optional<Element> weekdayBeside(int i, int next, int weekday) const;
    [[nodiscard]] std::optional<Element> dayNumber(int i, Hint hint) const;
    [[nodiscard]] std::optional<Element> holidayName(int i) const;
    [[nodiscard]] bool stands(int i, int next) const;
    [[nodiscard]] int takeYear(int i, DaySpec &spec) const;

    // rulespans.cpp, ruleweeks.cpp
    [[nodiscard]] std::optional<Element> relativeDay(int i) const;
    [[nodiscard]] std::optional<Element> turned(int i) const;
    [[nodiscard]] std::optional<Element> turnedBehind(int i, int thing) const;
    [[nodiscard]] std::optional<Element> nextButOne(int i) const;
    bool moveOn(Element &unit, TimeUnit which) const;
    [[nodiscard]] std::optional<Element> turnedUnit(int i, DaySpec::Turn turn) const;
    [[nodiscard]] std::optional<Element> span(int i) const;
    [[nodiscard]] std::optional<Element> partOfSpan(int i) const;
    [[nodiscard]] std::optional<Element> halfOfSpan(int i, int start) const;
    [[nodiscard]] std::optional<Element> restOfSpan(int i) const;
    [[nodiscard]] std::optional<Element> nthOf(int i) const;
    [[nodiscard]] std::optional<Element> weekOfDay(int i) const;
    [[nodiscard]] std::optional<Element> quarterNumber(int i) const;
    [[nodiscard]] std::optional<Element> weekNumber(int i) const;
    [[nodiscard]] std::optional<Element> weekendName(int i) const;

    // rulerelative.cpp
    [[nodiscard]] std::optional<Element> relative(int i) const;
    [[nodiscard]] std::optional<Element> countedUnits(int i) const;
    [[nodiscard]] Element comingUnits(int from, int next, const Length &length, int sign) const;
    [[nodiscard]] std::optional<Element> countedWeekdays(int i) const;
    [[nodiscard]] std::optional<Element> dayBeside(int i) const;
    [[nodiscard]] std::optional<Element> unitAfterNext(int i) const;
    [[nodiscard]] std::optional<Element> anchored(int i, int from, const Length &length, int sign) const;
    [[nodiscard]] std::optional<Element> thisTime(int i) const;
    [[nodiscard]] std::optional<Element> inBareMinutes(int i) const;
    [[nodiscard]] Element shifted(int from, int next, const Length &length, int sign) const;

    // ruledurations.cpp
    [[nodiscard]] std::optional<std::pair<Length, int>> length(int i) const;
    [[nodiscard]] std::optional<std::pair<Length, int>> oneLength(int i) const;
    [[nodiscard]] std::optional<std::pair<Length, int>> fraction(int i) const;

    const Tokens &m_tokens;
    const Token m_nothing{};
    const Lexicon &m_lexicon;
    const WhenContext &m_context;
    QStringView m_text;
    LocalDate m_today;
    bool m_past = false;
    ClockTime::Half m_meal = ClockTime::Half::Unsaid;
    mutable int m_depth = 0;
};

} // namespace ChatCal::WhenGrammar
