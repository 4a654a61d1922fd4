// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/agendasource.h"
#include "app/backend/apiclient.h"
#include "app/reminders/remindermarksfile.h"
#include "app/reminders/reminderschedule.h"
#include "core/base/clock.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace ChatCal {

/// Knows the agenda of the next two days and tells when a reminder is due: each once, also over a restart, and also
/// where the server's event stream says the same. Wakes when the next one is due and once a minute; a wall clock that
/// went on without the steady one was a suspend, after which everything is looked at anew.
class ReminderKeeper : public QObject
{
    Q_OBJECT
public:
    /// How long the program has been running, suspends left out.
    using Steady = std::function<std::chrono::milliseconds()>;
    struct Snoozed
    {
        AgendaItem item;
        Instant until;
    };

    /// @p source, @p client and @p clock outlive it; @p file keeps what was told (empty: nothing does).
    ReminderKeeper(AgendaSource &source, ApiClient &client, const Clock &clock, const QString &file,
                   QObject *parent = nullptr);

    void setSettings(const ReminderSettings &settings);
    /// For tests.
    void setSteady(Steady steady);
    /// What a timer does: looks at the clocks, tells what is due.
    void look();

    /// Comes back later.
    void snooze(const ReminderKey &key);
    void dismiss(const ReminderKey &key);
    /// What is snoozed and still planned, by when it comes back.
    [[nodiscard]] QList<Snoozed> snoozed() const;
    [[nodiscard]] const Agenda &agenda() const { return m_agenda; }
    [[nodiscard]] Instant now() const { return m_clock.now(); }
    [[nodiscard]] std::optional<AgendaItem> find(const ReminderKey &key) const;

Q_SIGNALS:
    /// All of them at once, by start; already marked as told.
    void due(const QList<ChatCal::AgendaItem> &items);
    void snoozedChanged();
    /// A minute went by, or the agenda is another.
    void looked(const ChatCal::Agenda &agenda, ChatCal::Instant now);

private:
    void take();
    void forgetOld();
    void mark(const ReminderKey &key, const ReminderMark &mark);
    void save();
    [[nodiscard]] bool clockJumped();
    void wakeAt(std::optional<Instant> next, Instant now);

    AgendaSource &m_source;
    const Clock &m_clock;
    ReminderMarksFile m_file;
    ReminderSettings m_settings;
    Steady m_steady;
    Agenda m_agenda;
    bool m_hasAgenda = false;
    ReminderMarks m_marks;
    Instant m_wallThen;
    std::chrono::milliseconds m_steadyThen{0};
    Instant m_wantedAt; ///< the range asked for is around this
    QTimer m_minute;
    QTimer m_wake;
};

} // namespace ChatCal
