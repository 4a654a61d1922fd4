// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace ChatCal {

/// A whole conversation as tests/data/conversations writes it down; its README says how.
struct WrittenTalk
{
    struct Turn
    {
        QString words; ///< of the person
        QStringList parts; ///< must be in the reply, whatever the case
        QStringList absent; ///< must not be
        QString about; ///< id of the meeting chosen on the screen; empty: none
        QStringList tools; ///< that wrote: in the order they ran
    };
    QString title;
    QString file; ///< and line, to find it by
    bool isHost = false;
    QString now; ///< local time of the host; empty: that of AgentWorld
    QString zone; ///< what the person's browser says; empty: nothing
    QString phone; ///< the host's
    QStringList busy; ///< events of the host's calendar
    QStringList meetings; ///< booked before the talk
    QStringList kinds; ///< of meetings the host offers, "Quick chat 15m"
    QList<Turn> turns;
    QStringList calendar; ///< the meetings that stand in the end, by start
    QStringList cancelled; ///< the meetings that were cancelled, by start

    /// The title in CamelCase, for a test's name.
    [[nodiscard]] QString name() const;
};

/// All talks of @p folder, by file. A line that cannot be read becomes a talk without turns that names it.
[[nodiscard]] QList<WrittenTalk> readTalks(const QString &folder);

/// "2026-03-10 14:00 30m Sync | Kim Lee <kim@example.com> | phone": a meeting on a line of a talk.
struct WrittenMeeting
{
    QString start; ///< ISO, in the host's zone
    int minutes = 0;
    QString title;
    QString people;
    QString how;
};
[[nodiscard]] std::optional<WrittenMeeting> readMeeting(const QString &line);

} // namespace ChatCal
