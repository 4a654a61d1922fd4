// SPDX-License-Identifier: Apache-2.0
#include "app/reminders/reminderkeeper.h"

#include "app/reminders/logging.h"

#include <QCoroTask>

#include <algorithm>
#include <functional>

using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr auto lookBack = 24h; // snoozed ones may have begun long ago
constexpr auto lookAhead = 48h;
constexpr auto moveAfter = 1h; // the range asked for lies around now
constexpr auto jump = 5s;
constexpr qsizetype mostMarks = 1000;

std::chrono::milliseconds steadyNow()
{
    // CLOCK_MONOTONIC on Linux: stands still while the machine sleeps.
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace

ReminderKeeper::ReminderKeeper(AgendaSource &source, ApiClient &client, const Clock &clock, const QString &file,
                               QObject *parent)
    : QObject(parent), m_source(source), m_clock(clock), m_file(file), m_steady(steadyNow), m_marks(m_file.load())
{
    m_wallThen = m_clock.now();
    m_steadyThen = m_steady();
    m_minute.setInterval(60s);
    m_minute.setTimerType(Qt::VeryCoarseTimer);
    m_wake.setSingleShot(true);
    connect(&m_minute, &QTimer::timeout, this, &ReminderKeeper::look);
    connect(&m_wake, &QTimer::timeout, this, &ReminderKeeper::look);
    connect(&m_source, &AgendaSource::changed, this, &ReminderKeeper::take);
    // Only a hint that what is known here may be old: whether and when it is told is settled in one place.
    connect(&client, &ApiClient::reminder, &m_source, &AgendaSource::refresh);
    m_minute.start();
    take();
}

void ReminderKeeper::setSettings(const ReminderSettings &settings)
{
    m_settings = settings;
    look();
}

void ReminderKeeper::setSteady(Steady steady)
{
    m_steady = std::move(steady);
    m_wallThen = m_clock.now();
    m_steadyThen = m_steady();
}

void ReminderKeeper::take()
{
    const Instant now = m_clock.now();
    if (now - m_wantedAt > moveAfter || now < m_wantedAt) {
        m_wantedAt = now;
        m_source.want(this, {now - lookBack, now + lookAhead});
    }
    const AgendaSource::View view = m_source.view({now - lookBack, now + lookAhead});
    // A part of it is better than nothing: the rest is told as soon as it is known.
    m_hasAgenda = m_hasAgenda || view.asOf.has_value();
    m_agenda = view.agenda;
    forgetOld();
    look();
    Q_EMIT snoozedChanged(); // a title may be another
}

/// By number, not by time: a clock that is wrong before the server is asked must not make what was told be told again.
void ReminderKeeper::forgetOld()
{
    if (m_marks.size() <= mostMarks)
        return;
    QList<Instant> starts;
    for (auto it = m_marks.keyBegin(); it != m_marks.keyEnd(); ++it)
        starts.append(it->start);
    std::nth_element(starts.begin(), starts.begin() + mostMarks / 2, starts.end(), std::greater());
    m_marks.removeIf([oldest = starts.at(mostMarks / 2)](const auto &entry) { return entry.key().start < oldest; });
    save();
}

bool ReminderKeeper::clockJumped()
{
    const Instant wall = m_clock.now();
    const auto steady = m_steady();
    const auto difference = (wall - m_wallThen) - (steady - m_steadyThen);
    m_wallThen = wall;
    m_steadyThen = steady;
    return std::chrono::abs(difference) > jump;
}

void ReminderKeeper::look()
{
    const Instant now = m_clock.now();
    if (clockJumped()) {
        qCInfo(lcReminders) << "the clock jumped; the agenda is read again";
        m_source.refresh(); // and what is known is told at once: the server may take a while to be back
    }
    if (now - m_wantedAt > moveAfter || now < m_wantedAt) {
        take(); // looks again
        return;
    }
    if (!m_hasAgenda)
        return;
    const ReminderSchedule schedule(m_settings, m_agenda.zone);
    const ReminderPlan plan = schedule.plan(m_agenda.items, m_marks, now);
    if (!plan.due.isEmpty()) {
        bool wasSnoozed = false;
        for (const AgendaItem &item : plan.due) {
            wasSnoozed = wasSnoozed || m_marks.contains(keyOf(item));
            m_marks.insert(keyOf(item), {ReminderMark::Kind::Told, {}});
        }
        save(); // before it is told: rather once too few than twice
        Q_EMIT due(plan.due);
        if (wasSnoozed)
            Q_EMIT snoozedChanged();
    }
    wakeAt(plan.next, now);
    Q_EMIT looked(m_agenda, now);
}

void ReminderKeeper::wakeAt(std::optional<Instant> next, Instant now)
{
    // What is further away the minute's beat comes near to.
    if (next && *next - now < 2min)
        m_wake.start(std::max<std::chrono::milliseconds>(*next - now, 1ms));
    else
        m_wake.stop();
}

void ReminderKeeper::mark(const ReminderKey &key, const ReminderMark &mark)
{
    m_marks.insert(key, mark);
    save();
    Q_EMIT snoozedChanged();
    look();
}

void ReminderKeeper::snooze(const ReminderKey &key)
{
    mark(key, {ReminderMark::Kind::Snoozed, ReminderSchedule::snoozeEnd(key.start, m_clock.now())});
}

void ReminderKeeper::dismiss(const ReminderKey &key)
{
    mark(key, {ReminderMark::Kind::Dismissed, {}});
}

void ReminderKeeper::save()
{
    const auto saved = m_file.save(m_marks);
    if (!saved)
        qCWarning(lcReminders) << "what was told could not be kept; it may be told again after a restart:"
                               << saved.error().detail;
}

std::optional<AgendaItem> ReminderKeeper::find(const ReminderKey &key) const
{
    for (const AgendaItem &item : m_agenda.items) {
        if (keyOf(item) == key)
            return item;
    }
    return std::nullopt;
}

QList<ReminderKeeper::Snoozed> ReminderKeeper::snoozed() const
{
    QList<Snoozed> list;
    for (const AgendaItem &item : m_agenda.items) {
        const auto found = m_marks.constFind(keyOf(item));
        if (found != m_marks.constEnd() && found->kind == ReminderMark::Kind::Snoozed)
            list.append({item, found->until});
    }
    std::sort(list.begin(), list.end(), [](const auto &a, const auto &b) { return a.until < b.until; });
    return list;
}

} // namespace ChatCal
