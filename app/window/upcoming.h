// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"
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
    Upcoming(ApiClient &client, const Clock &clock, QObject *parent = nullptr);

    /// Reads the next days anew.
    void refresh();
    /// Empty before the first answer.
    [[nodiscard]] const QString &words() const { return m_words; }

Q_SIGNALS:
    void changed(const QString &words);

private:
    void tell();

    ApiClient &m_client;
    const Clock &m_clock;
    std::optional<Agenda> m_agenda;
    QString m_words;
    quint64 m_request = 0;
    QTimer m_minute;
};

} // namespace ChatCal
