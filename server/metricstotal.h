// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMap>

namespace ChatCal {

/// The metrics of several processes as one, so that it does not matter which of them a scrape meets. Counters and
/// histograms are added up, and what a process that ended has counted stays, so that a sum never falls by its end; of
/// a gauge the highest value of those that live is told.
class MetricsTotal
{
public:
    /// The latest of process @p key: @p text in Prometheus' text format 0.0.4. Lines that are none are left out.
    void update(qint64 key, const QByteArray &text);
    /// The process ended.
    void retire(qint64 key);
    [[nodiscard]] QByteArray text() const;

private:
    struct Family
    {
        QByteArray help; ///< the whole line
        QByteArray kind; ///< "counter", "gauge", …
        QHash<QByteArray, double> values; ///< by name and labels as they were written
        QByteArrayList order; ///< of these
    };
    using Families = QMap<QByteArray, Family>; ///< by name

    [[nodiscard]] static Families parsed(const QByteArray &text);
    static void add(Families &sum, const Families &families);

    QMap<qint64, Families> m_living;
    Families m_ended;
};

} // namespace ChatCal
