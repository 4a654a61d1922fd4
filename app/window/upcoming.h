// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/agendasource.h"
#include "core/base/clock.h"

#include <QObject>
#include <QTimer>

namespace ChatCal {

/// "Now: Standup, until 9:45 AM", "Next: Lunch, tomorrow at 12:00 PM", "Nothing is planned for the next 7 days".
[[nodiscard]] QString upcomingWords(const Agenda &agenda, Instant now);

/// Keeps the next meeting in words for the status bar and the tray, whatever days the agenda shows.
class Upcoming : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    Upcoming(AgendaSource &source, const Clock &clock, QObject *parent = nullptr);

    /// Looks at the next days from now.
    void refresh();

Q_SIGNALS:
    void changed(const QString &words);

private:
    void tell();
    [[nodiscard]] Interval range() const;

    AgendaSource &m_source;
    const Clock &m_clock;
    QString m_words; ///< told last
    QTimer m_minute;
};

} // namespace ChatCal
