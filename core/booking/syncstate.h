// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QMap>
#include <QSet>
#include <QString>

namespace ChatCal {

/// How far CalendarFollower has got with one calendar, as the store keeps it. Ids are those of events.
struct SyncState
{
    enum class Look {
        Due, ///< to be asked for
        AbsentOnce ///< asked for and not there; once more, and it is gone
    };
    QString source; ///< which calendar the token is of
    QString token; ///< empty: nothing was asked yet
    Instant lookedAt; ///< by whichever process
    QMap<QString, Look> looks; ///< what the next look has to ask for
    QSet<QString> known; ///< of meetings to come, seen in this calendar: only what was there can have gone

    [[nodiscard]] QByteArray toStored() const;
    /// A fresh state for a document that cannot be read or is another calendar's.
    [[nodiscard]] static SyncState fromStored(const QByteArray &body, const QString &source);
};

} // namespace ChatCal
