// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/arguments.h"
#include "core/agent/cards.h"
#include "core/agent/whenreader.h"
#include "core/booking/bookingservice.h"

namespace ChatCal {

/// What tools work with, and how they put its outcomes into words. Everything referred to outlives it.
struct Workbench
{
    BookingService &booking;
    Calendar &calendar;
    const WhenReader &when;
};

/// A meeting was booked, moved or cancelled: the result for the model and its card.
[[nodiscard]] ToolResult changed(const Workbench &bench, const Meeting &meeting, const ToolContext &context,
                                 const QString &note = {});
/// Meetings that exist, as find_meeting and list_meetings tell them.
[[nodiscard]] ToolResult told(const Workbench &bench, const QList<Meeting> &meetings, const ToolContext &context,
                              OthersWords words);
/// A query for what @p actor may see: a guest's own bookings, all of the host's.
[[nodiscard]] MeetingQuery ownMeetings(const Actor &actor);
/// The meeting id inside @p text ("#0310-1400-30m"), else the text as it is, for a UID.
[[nodiscard]] QString meetingKey(const QString &text);
/// A wish was refused: reason, words and free times, a notice and a slots card. Why a time is taken stays unsaid.
[[nodiscard]] ToolResult refusedBy(const Workbench &bench, const Refusal &refusal, std::chrono::minutes length,
                                   const ToolContext &context);
/// NotFound and Conflict are words to go on from; anything else is an outage and stays an error.
[[nodiscard]] Result<ToolResult> refusedByError(const Error &error);
/// No such meeting, or somebody else's: the same answer.
[[nodiscard]] ToolResult meetingNotFound();
/// Why a wish was refused: for the model in English, for the notice in the person's language.
[[nodiscard]] QString refusalInWords(const Workbench &bench, Refusal::Reason reason,
                                     Language language = Language::English);

/// Whether results may repeat titles and names: a guest's are the guest's own, and a model bound to the person's own
/// words cannot be talked into anything by a title.
[[nodiscard]] OthersWords othersWordsFor(const ToolContext &context);

/// Free times inside @p said's window that are still to come, as the refusal of a `when` without a clock time.
[[nodiscard]] QCoro::Task<Result<QList<Interval>>> freeIn(Workbench bench, Interval window, std::chrono::minutes length,
                                                          int limit, ToolContext context, std::stop_token stop);
/// JSON Schema of an arguments object. @p properties maps names to schemas.
[[nodiscard]] QJsonObject schema(const QJsonObject &properties, const QStringList &required = {});
[[nodiscard]] QJsonObject textSchema(const QString &description = {});
[[nodiscard]] QJsonObject minutesSchema();

constexpr std::chrono::minutes usualLength{30};
constexpr int slotsShown = 6;

} // namespace ChatCal
