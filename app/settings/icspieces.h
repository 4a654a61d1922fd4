// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace ChatCal {

/// An iCalendar text in pieces of about @p size bytes, each a calendar of its own with all time zones in it; the events
/// of one UID stay together. Empty when there is no event in @p text.
[[nodiscard]] QList<QByteArray> icsPieces(const QByteArray &text, qsizetype size);

} // namespace ChatCal
