// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/calendar/event.h"
#include "core/store/store.h"

#include <array>
#include <optional>

namespace ChatCal {

/// How LocalCalendar lays an event out in the store. Beside the document stands one index entry; which index depends on
/// the event's length, so that a window has to look back only as far as events of that index can reach.
namespace LocalEvents {

struct IndexKind
{
    QString name;
    std::optional<std::chrono::hours> reach; ///< longest event in it; nothing: any length
};
/// One-off events, shortest first.
[[nodiscard]] const std::array<IndexKind, 3> &oneOffIndexes();
/// Recurring events, scored by the series' start.
[[nodiscard]] QString seriesIndex();

/// What an index entry tells without its document.
struct Span
{
    QString id;
    Instant start;
    std::optional<Instant> end; ///< nothing: a series that goes on for ever
    bool busy = true;
};
[[nodiscard]] std::optional<Span> spanOf(const IndexEntry &entry);

struct Stored
{
    Event event;
    qint64 version = 0;
    Batch::IndexRemove entry; ///< takes the event out of the index it is in
};

[[nodiscard]] QString documentKey(const QString &id);
/// @p event ready to be kept, or InvalidInput: id as Event says, an end that is not before the start, whole local days
/// when it is all day, a rule that can be expanded. @p hasForeignId: another program gave the id, in a form of its own.
[[nodiscard]] Result<Event> checked(Event event, bool hasForeignId = false);
/// Adds @p event (from checked()) to @p batch.
void put(Batch &batch, const Event &event, std::optional<qint64> expectedVersion, Instant changedAt);
/// Protocol when the document is not one.
[[nodiscard]] Result<Stored> read(const Document &document);

} // namespace LocalEvents

} // namespace ChatCal
