// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/agendacache.h"
#include "app/backend/apiclient.h"
#include "app/backend/change.h"
#include "core/base/clock.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace ChatCal {

/// The calendar for whoever shows it: what the server last said, read anew when it changes, and there without a server
/// too. Months around today are read beforehand.
class AgendaSource : public QObject
{
    Q_OBJECT
public:
    struct View
    {
        Agenda agenda; ///< with the changes that wait, marked AgendaItem::waits
        std::optional<Instant> asOf; ///< when it was read, the oldest part of it; nothing: not all of it is known
        bool isFresh = false; ///< nothing is known to be newer
    };

    /// Both outlive it.
    AgendaSource(ApiClient &client, const Clock &clock, QObject *parent = nullptr);
    /// Keeps what is known.
    ~AgendaSource() override;

    /// From now on the calendar is that of the server ApiClient has or will have; @p file holds what was known of it.
    /// The same file again changes nothing.
    void keepIn(const QString &file);
    /// @p owner shows @p range from now on: it is read unless it is known, and anew whenever the calendar changes,
    /// until @p owner goes or wants another range. changed() follows when there is more to see.
    void want(const QObject *owner, const Interval &range);
    /// Reads anew what is wanted; the server answers again, or somebody asked for it.
    void refresh();
    /// What is known may be old from now on: nobody would tell of a change.
    void outdate();
    /// The changes that wait for the server, shown as if they were done.
    void setWaiting(const QList<WaitingChange> &waiting);

    /// What is known now.
    [[nodiscard]] View view(const Interval &range) const;
    /// The host's; nothing before anything was read.
    [[nodiscard]] const std::optional<Zone> &zone() const { return m_cache.zone(); }

Q_SIGNALS:
    /// It is another server's calendar now; what was shown of the old one is not part of it.
    void replaced();
    /// view() may tell something else now.
    void changed();
    /// What is wanted could not be read; what was known stays. It is tried again.
    void failed(const ChatCal::Error &error);

private:
    void readWanted();
    void read(const Interval &range);
    void take(const AgendaCache::Stretch &stretch, const Result<Agenda> &agenda, quint64 server);
    void readMonths();
    [[nodiscard]] Interval months() const;
    void save();
    [[nodiscard]] bool isFresh(const Interval &range) const;

    ApiClient &m_client;
    const Clock &m_clock;
    QString m_file;
    AgendaCache m_cache;
    QList<WaitingChange> m_waiting;
    QHash<const QObject *, Interval> m_wanted;
    QList<AgendaCache::Stretch> m_reading; ///< asked for, not answered
    quint64 m_generation = 1; ///< counts what may have changed all
    quint64 m_server = 0; ///< counts the servers: an answer of an earlier one is not this calendar's
    QTimer m_retry;
    QTimer m_months;
    QTimer m_saving;
    std::chrono::seconds m_pause{2};
};

} // namespace ChatCal
