// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/recurrence.h"

#include "core/calendar/freebusy.h"

#include <libical/ical.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

struct IteratorDeleter
{
    void operator()(icalrecur_iterator *iterator) const { icalrecur_iterator_free(iterator); }
};
using Iterator = std::unique_ptr<icalrecur_iterator, IteratorDeleter>;

tl::unexpected<Error> badRule(const Sentence &why)
{
    return invalidField(u"recurrence"_s, why);
}

icaltimetype toIcal(LocalTime local, bool dateOnly)
{
    const auto day = std::chrono::floor<date::days>(local);
    const date::year_month_day ymd(day);
    const auto clock = static_cast<int>((local - day).count());
    icaltimetype time = icaltime_null_time();
    time.year = static_cast<int>(ymd.year());
    time.month = static_cast<int>(static_cast<unsigned>(ymd.month()));
    time.day = static_cast<int>(static_cast<unsigned>(ymd.day()));
    time.is_date = dateOnly ? 1 : 0;
    if (!dateOnly) {
        time.hour = clock / 3600;
        time.minute = clock / 60 % 60;
        time.second = clock % 60;
    }
    return time;
}

LocalTime fromIcal(const icaltimetype &time)
{
    const date::local_days day(date::year(time.year) / time.month / time.day);
    return day + std::chrono::hours(time.hour) + std::chrono::minutes(time.minute) + std::chrono::seconds(time.second);
}

/// UNTIL in the wall-clock terms the expansion runs in.
icaltimetype localUntil(const icaltimetype &until, const Event &event)
{
    if (until.is_date && event.allDay)
        return until;
    LocalTime local = fromIcal(until);
    if (until.is_date)
        local += 24h - 1s; // a day as the end of a timed series: that day is still in it
    else if (icaltime_is_utc(until))
        local = event.zone.toLocal(Instant(local.time_since_epoch()));
    return toIcal(local, event.allDay);
}

struct Rule
{
    icalrecurrencetype ical;
    icaltimetype start;
};

bool isUsed(const short *by)
{
    return by[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

Result<Rule> readRule(const Event &event)
{
    const QByteArray text = event.recurrenceRule.toUtf8();
    if (text.size() > 1000)
        return badRule(Sentence::en("is too long"));
    Rule rule{icalrecurrencetype_from_string(text.constData()),
              toIcal(event.zone.toLocal(event.when.start), event.allDay)};
    if (rule.ical.freq == ICAL_NO_RECURRENCE)
        return badRule(Sentence::en("is not a recurrence rule, such as FREQ=WEEKLY;BYDAY=MO"));
    if (rule.ical.freq == ICAL_SECONDLY_RECURRENCE || rule.ical.freq == ICAL_MINUTELY_RECURRENCE)
        return badRule(Sentence::en("must not repeat more often than hourly"));
    if (rule.ical.freq == ICAL_HOURLY_RECURRENCE
        && (isUsed(rule.ical.by_month) || isUsed(rule.ical.by_month_day) || isUsed(rule.ical.by_year_day)
            || isUsed(rule.ical.by_day) || isUsed(rule.ical.by_week_no) || isUsed(rule.ical.by_set_pos)))
        return badRule(Sentence::en("must not limit an hourly rule by days or months"));
    if (rule.ical.count > longestSeries)
        return badRule(Sentence::en("must not repeat more than %1 times").arg(longestSeries));
    if (!icaltime_is_null_time(rule.ical.until))
        rule.ical.until = localUntil(rule.ical.until, event);
    return rule;
}

/// From wall clock to instants, for one event.
class Placing
{
public:
    explicit Placing(const Event &event)
        : m_event(event),
          m_start(event.zone.toLocal(event.when.start)),
          m_days(event.zone.toLocalDate(event.when.end) - event.zone.toLocalDate(event.when.start))
    {
    }
    [[nodiscard]] Interval at(LocalTime local) const
    {
        if (local == m_start)
            return m_event.when; // also when the clock shows this time twice and the second is meant
        const Instant start = m_event.zone.toInstant(local);
        if (m_event.allDay)
            return {start, m_event.zone.toInstant(local + m_days)};
        return {start, start + (m_event.when.end - m_event.when.start)};
    }

private:
    const Event &m_event;
    LocalTime m_start;
    date::days m_days;
};

} // namespace

Result<void> checkRecurrence(const Event &event)
{
    if (event.recurrenceRule.isEmpty())
        return {};
    auto rule = readRule(event);
    if (!rule)
        return tl::unexpected(rule.error());
    const Iterator iterator(icalrecur_iterator_new(rule->ical, rule->start));
    if (!iterator || icaltime_is_null_time(icalrecur_iterator_next(iterator.get())))
        return badRule(Sentence::en("never happens"));
    return {};
}

Result<QList<Interval>> occurrences(const Event &event, const Interval &window, int maximum)
{
    QList<Interval> found;
    if (isWithin(event.when, window) && !event.exceptions.contains(event.when.start))
        found.append(event.when);
    if (event.recurrenceRule.isEmpty())
        return found;
    auto rule = readRule(event);
    if (!rule)
        return tl::unexpected(rule.error());
    const Iterator iterator(icalrecur_iterator_new(rule->ical, rule->start));
    if (!iterator)
        return badRule(Sentence::en("never happens"));

    // With COUNT libical must count from the start; else it may begin shortly before the window.
    const LocalTime early = event.zone.toLocal(window.start - (event.when.end - event.when.start) - 48h);
    if (rule->ical.count == 0 && early > event.zone.toLocal(event.when.start))
        icalrecur_iterator_set_start(iterator.get(), toIcal(early, event.allDay));

    const Placing placing(event);
    for (int step = 0;; ++step) {
        if (step > longestSeries + maximum)
            return badRule(Sentence::en("repeats too often to be counted"));
        const icaltimetype next = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(next) || found.size() >= maximum)
            break;
        const Interval span = placing.at(fromIcal(next));
        if (span.start >= window.end + 3h) // a skipped hour may put a later wall-clock time before an earlier one
            break;
        if (span.start > event.when.start && isWithin(span, window) && !event.exceptions.contains(span.start))
            found.append(span);
    }
    std::sort(found.begin(), found.end(), [](const Interval &a, const Interval &b) { return a.start < b.start; });
    found.erase(std::unique(found.begin(), found.end()), found.end()); // two wall-clock times may be one instant
    return found;
}

Result<std::optional<Instant>> seriesEnd(const Event &event)
{
    if (event.recurrenceRule.isEmpty())
        return event.when.end;
    auto rule = readRule(event);
    if (!rule)
        return tl::unexpected(rule.error());
    const Placing placing(event);
    Instant end = event.when.end;
    if (!icaltime_is_null_time(rule->ical.until)) {
        end = std::max(end, placing.at(fromIcal(rule->ical.until)).end);
    } else if (rule->ical.count > 0) {
        const Iterator iterator(icalrecur_iterator_new(rule->ical, rule->start));
        if (!iterator)
            return badRule(Sentence::en("never happens"));
        for (int step = 0; step < rule->ical.count; ++step) {
            const icaltimetype next = icalrecur_iterator_next(iterator.get());
            if (icaltime_is_null_time(next))
                break;
            end = std::max(end, placing.at(fromIcal(next)).end);
        }
    } else {
        return std::nullopt;
    }
    return end + 2h; // a clock that goes back may make a stretch of wall clock longer
}

} // namespace ChatCal
