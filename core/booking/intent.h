// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/booking/meeting.h"

#include <QByteArray>
#include <QString>

namespace ChatCal {

/// What is about to be done to a meeting and its calendar event, written down before the calendar is touched, so that
/// whoever comes after a crash can finish it or take it back.
struct Intent
{
    enum class Kind { Book, Change, Cancel };
    Kind kind = Kind::Book;
    Meeting target; ///< the meeting as it will be when done
    QString onceKey; ///< the document that remembers the idempotency key; empty: none
    bool reservedId = false; ///< target.id was reserved for it and is given back when it is dropped
    /// Somebody was told that it did not happen: take it back, whatever the calendar shows. A cancellation is carried
    /// through all the same.
    bool abandoned = false;
    /// The calendar's event is at target's time already, by the host's hand: what is dropped takes nothing back there.
    bool followed = false;
};

[[nodiscard]] QByteArray toStored(const Intent &intent);
[[nodiscard]] Result<Intent> intentFromStored(const QByteArray &body);

} // namespace ChatCal
