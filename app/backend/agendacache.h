// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/agenda.h"
#include "core/base/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace ChatCal {

/// What was last read of one server's calendar, stretch by stretch, and its copy on disk for the time without a server.
/// The copy reaches half a year to both sides and holds 10,000 entries at most, those nearest to now.
class AgendaCache
{
public:
    /// A stretch that was read, and when.
    struct Stretch
    {
        Interval range;
        Instant asOf;
        quint64 generation = 0; ///< what the reader counts; not kept on disk
    };

    /// Forgets all and takes on what @p file holds; one that cannot be read counts as empty.
    void open(const QString &file);
    /// Writes the copy when something is new; with an empty file name nothing is kept.
    [[nodiscard]] Result<void> save(Instant now);

    /// Takes @p agenda for all that overlaps @p stretch.
    void put(const Stretch &stretch, const Agenda &agenda);
    [[nodiscard]] const QList<AgendaItem> &items() const { return m_items; }
    /// Of the host; nothing before anything was read.
    [[nodiscard]] const std::optional<Zone> &zone() const { return m_zone; }
    /// The stretches that together cover @p range, the newest generation of each part; nothing when a part of it was
    /// never read.
    [[nodiscard]] std::optional<QList<Stretch>> covering(const Interval &range) const;

private:
    QString m_file;
    QList<AgendaItem> m_items; ///< by start
    QList<Stretch> m_stretches; ///< by start, not overlapping
    std::optional<Zone> m_zone;
    bool m_isDirty = false;
};

} // namespace ChatCal
