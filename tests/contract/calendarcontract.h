// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar/calendar.h"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ChatCal {

/// What another program has put into the host's calendar, in that calendar's own language.
struct ForeignEvent
{
    enum class Answer { NotInvited, Accepted, Tentative, Unanswered, Declined }; ///< the host's, to the organizer

    Event event; ///< its id, etag and attendees do not count
    Answer answer = Answer::NotInvited;
    QList<QPair<Instant, Interval>> moved; ///< of a series: occurrence, and when it takes place instead
    QList<Instant> cancelled; ///< of a series: occurrences that were called off one by one
};

/// One calendar of one host, empty at first.
class CalendarPlace
{
public:
    virtual ~CalendarPlace() = default;
    /// Another way to the same calendar, as a second process has it; what earlier ones kept is there.
    [[nodiscard]] virtual std::unique_ptr<Calendar> open() = 0;

    // What not every place can do; cases that need it are skipped where it cannot.

    /// From now on the calendar does the work of the next write and the answer is lost. False: it cannot be lost here.
    [[nodiscard]] virtual bool loseNextAnswer() { return false; }
    /// As if written by another program. False: nobody else writes here.
    [[nodiscard]] virtual bool putForeign(const ForeignEvent &foreign)
    {
        Q_UNUSED(foreign)
        return false;
    }
    /// Whether changes() tells any.
    [[nodiscard]] virtual bool tellsChanges() const { return false; }
};

struct CalendarKind
{
    std::string name;
    std::function<std::unique_ptr<CalendarPlace>()> makePlace; ///< nullptr: what it needs is missing; cases are skipped
};

void PrintTo(const CalendarKind &kind, std::ostream *out);

/// What every adapter of the port must hold. An adapter instantiates it with its own CalendarKind:
/// `INSTANTIATE_TEST_SUITE_P(Local, CalendarContract, testing::Values(localKind()), calendarKindName);`
class CalendarContract : public testing::TestWithParam<CalendarKind>
{
protected:
    void SetUp() override;

    /// Tea in @p zone from @p start, "2026-03-05T09:00", local time.
    [[nodiscard]] static Event tea(const QString &id, const QString &start,
                                   std::chrono::minutes length = std::chrono::minutes(30),
                                   const QString &zone = QStringLiteral("Europe/Berlin"));
    /// All day from @p first for @p days days.
    [[nodiscard]] static Event wholeDays(const QString &id, const QString &first, int days = 1,
                                         const QString &zone = QStringLiteral("Europe/Berlin"));
    [[nodiscard]] static Event repeating(Event event, const QString &rule);
    [[nodiscard]] static Instant at(const QString &local, const QString &zone = QStringLiteral("Europe/Berlin"));
    [[nodiscard]] static Interval window(const QString &from, const QString &to,
                                         const QString &zone = QStringLiteral("Europe/Berlin"));

    /// The calls, which must succeed.
    Event insert(const Event &event);
    Event update(const Event &event);
    void remove(const QString &id);
    [[nodiscard]] CalendarChanges changes(const QString &token);
    [[nodiscard]] std::optional<Event> find(const QString &id);
    [[nodiscard]] QList<Event> list(const Interval &window);
    /// Busy stretches of @p window as "03-05 09:00-09:30", local time of @p zone.
    [[nodiscard]] std::vector<std::string> busy(const Interval &window,
                                                const QString &zone = QStringLiteral("Europe/Berlin"));
    /// Starts of what is listed, as "03-05 09:00", local time of @p zone.
    [[nodiscard]] std::vector<std::string> starts(const Interval &window,
                                                  const QString &zone = QStringLiteral("Europe/Berlin"));
    /// Ids of what is listed, in order.
    [[nodiscard]] QStringList ids(const Interval &window);

    std::unique_ptr<CalendarPlace> m_place;
    std::unique_ptr<Calendar> m_calendar;
};

[[nodiscard]] std::string calendarKindName(const testing::TestParamInfo<CalendarKind> &info);

} // namespace ChatCal
