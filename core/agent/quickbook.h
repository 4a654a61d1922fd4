// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/booking/bookingservice.h"
#include "core/calendar/calendar.h"

#include <QCoroTask>

#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <stop_token>

namespace ChatCal {

/// A stretch of the typed text; UTF-16 units, half-open.
struct TextStretch
{
    qsizetype from = 0;
    qsizetype to = 0;
};

/// A stretch of the typed text and what it was taken for; UTF-16 units, half-open.
struct QuickSpan
{
    enum class Kind { Date, Time, Duration, Attendee, Title, Location };
    qsizetype from = 0;
    qsizetype to = 0;
    Kind kind = Kind::Title;
};
[[nodiscard]] QString kindName(QuickSpan::Kind kind);

/// One line as it was typed.
struct QuickLine
{
    QString text;
    /// Stretches that mean nothing but themselves, whatever they look like; one outside the text is none.
    QList<TextStretch> literal = {};
    std::optional<Instant> typedAt = {}; ///< what "tomorrow" and the like are counted from; now, when absent
};

/// What one line of quick booking says: "Lunch with Kim tomorrow at noon at Luigi's".
struct QuickDraft
{
    UntrustedText title; ///< never empty
    std::optional<Instant> start; ///< absent while no time is named
    std::optional<LocalDate> day; ///< named, or today for a bare time; absent while neither is
    std::chrono::minutes length{30};
    QList<Attendee> attendees;
    UntrustedText location;
    MeetingHow how = MeetingHow::Video;
    bool asksToRepeat = false; ///< "every Monday": it is booked once, and the person is to be told
    QList<QuickSpan> spans; ///< in text order, not overlapping
};

struct QuickPreview
{
    QuickDraft draft;
    QList<Event> conflicts; ///< what is in the way, for the host's eyes
    QList<Interval> alternatives; ///< nearest free slots when something is; free ones of the day when no time is named
};

struct QuickBooking
{
    BookingOutcome outcome;
    bool asksToRepeat = false; ///< as in the draft
};

/// The host's one-line entry: the tray field, the terminal, POST /api/v1/quick-book.
class QuickBook
{
public:
    /// All outlive it.
    QuickBook(BookingService &booking, Calendar &calendar, const Clock &clock);
    ~QuickBook();

    /// Words between quotes are the title as they stand. Never fails: what says nothing is the title.
    [[nodiscard]] QuickDraft read(const QuickLine &line) const;
    [[nodiscard]] QCoro::Task<Result<QuickPreview>> preview(QuickLine line, std::stop_token stop) const;
    /// InvalidInput naming "text" when it names no day and time.
    [[nodiscard]] QCoro::Task<Result<QuickBooking>> book(QuickLine line, QString idempotencyKey, Actor actor,
                                                         std::stop_token stop) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ChatCal
