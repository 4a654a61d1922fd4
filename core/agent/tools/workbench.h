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

enum class MeetingChange { Booked, Moved, Cancelled };

/// A meeting was booked, moved or cancelled: the result for the model and its card.
[[nodiscard]] ToolResult changed(const Workbench &bench, const Meeting &meeting, MeetingChange change,
                                 const ToolContext &context, const QString &note = {});
/// A wish was refused: reason, words and free times, a notice and a slots card. Why a time is taken stays unsaid.
[[nodiscard]] ToolResult refusedBy(const Workbench &bench, const Refusal &refusal, std::chrono::minutes length,
                                   const ToolContext &context);
/// NotFound and Conflict are words to go on from; anything else is an outage and stays an error.
[[nodiscard]] Result<ToolResult> refusedByError(const Error &error);
/// No such meeting, or somebody else's: the same answer.
[[nodiscard]] ToolResult meetingNotFound();
/// {reason, words} of a refusal, shared by the model's result and the notice.
[[nodiscard]] QString refusalInWords(const Workbench &bench, Refusal::Reason reason);

/// Whether results may repeat titles and names: a guest's are the guest's own, and a model bound to the person's own
/// words cannot be talked into anything by a title.
[[nodiscard]] OthersWords othersWordsFor(const ToolContext &context);

/// Free times inside @p said's window that are still to come, as the refusal of a `when` without a clock time.
[[nodiscard]] QCoro::Task<Result<QList<Interval>>> freeIn(Workbench bench, Interval window, std::chrono::minutes length,
                                                          int limit, ToolContext context, std::stop_token stop);
/// JSON Schema of an arguments object. @p properties maps names to schemas.
[[nodiscard]] QJsonObject schema(QJsonObject properties, QStringList required = {});
[[nodiscard]] QJsonObject textSchema(const QString &description);
[[nodiscard]] QJsonObject minutesSchema();

constexpr std::chrono::minutes usualLength{30};
constexpr int slotsShown = 6;

} // namespace ChatCal
