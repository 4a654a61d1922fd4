// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/language.h"
#include "core/time/zone.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <chrono>
#include <optional>
#include <utility>

namespace ChatCal {

enum class Grain { Second, Minute, Hour, Day, Week, Month, Quarter, Year };
/// "second", "minute" … as in the JSON lines of chatcal-cli when.
[[nodiscard]] QString grainName(Grain grain);

/// A stretch of the text and what it says; positions are UTF-16 units, half-open.
struct WhenSpan
{
    enum class Kind { Date, Time, Duration, Zone };
    qsizetype from = 0;
    qsizetype to = 0;
    Kind kind = Kind::Date;
    bool operator==(const WhenSpan &) const = default;
};

/// What a phrase says about time; wall-clock times in @c zone if one was named, else in the speaker's zone.
struct When
{
    std::optional<LocalTime> start; ///< absent for "by 5 pm" and for a bare duration
    std::optional<LocalTime> end; ///< exclusive; only when a range, a window or a deadline was said
    Grain grain = Grain::Minute; ///< of start (of end when there is no start)
    std::optional<std::chrono::minutes> duration; ///< said ("for 45 minutes") or from a range of clock times
    bool hasDate = false; ///< a day (or week, month …) was named, not only assumed
    bool hasTime = false; ///< a clock time was named; a part of the day is a window, not a time
    bool isWindow =
        false; ///< start..end bounds where the meeting may lie ("Friday afternoon", "between 2 and 4", "next week")
    bool isNow = false; ///< "now", "right away"
    std::optional<Zone> zone; ///< named in the text
    std::optional<LocalTime> other; ///< a second start as good as the first ("at 7": morning or evening; "next Friday")
    /// With a window of several days: only these minutes of each day ("any afternoon next week").
    std::optional<std::pair<std::chrono::minutes, std::chrono::minutes>> dailyHours;
    QStringList assumed; ///< what was filled in, in words: "pm", "the coming Friday", "this year"
    QList<WhenSpan> spans; ///< in text order, not overlapping; empty when the phrase says nothing

    [[nodiscard]] bool isEmpty() const { return !start && !end && !duration; }
};

struct WhenContext
{
    enum class DateOrder { MonthDay, DayMonth };
    LocalTime now; ///< the speaker's wall clock
    Zone zone; ///< the speaker's zone
    DateOrder order = DateOrder::MonthDay; ///< how "12/3" is read
    /// What was just asked for: after "What time?" a bare "3" or "8-10" is a time, after "Which day?" "15" is a day.
    enum class Expected { Anything, Time, Day };
    Expected expected = Expected::Anything;
    /// A wish: "I told her on Monday … on Wednesday at 2" is ahead, though a verb speaks of the past.
    bool isForward = false;
    /// Whose words are read. The caller knows it, and sets @c order with it: defaultOrder().
    Language language = Language::English;
};

/// How dates of two numbers are written by those who speak @p language: month first in English, else day first.
[[nodiscard]] WhenContext::DateOrder defaultOrder(Language language);

/// Reads dates, times, ranges and durations in the natural language of the context. Thread-safe; the words of a
/// language are read once in the program, when first asked for. Linear in the length of the text; any text is accepted
/// and one that says nothing gives an empty When.
class WhenParser
{
public:
    /// Everything @p text says about time, merged into one meaning: "Friday … for half an hour … at 3".
    /// Where it names several separate times, the first complete one wins; parseAll gives them all.
    [[nodiscard]] When parse(QStringView text, const WhenContext &context) const;
    /// The separate mentions, in text order, each unmerged: "move my 3 pm on Friday to Monday at 10" gives two.
    [[nodiscard]] QList<When> parseAll(QStringView text, const WhenContext &context) const;
};

} // namespace ChatCal
