// SPDX-License-Identifier: Apache-2.0
#include "app/window/upcoming.h"

#include "app/look/daywords.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr auto lookAhead = std::chrono::days(7);

QString inWords(std::chrono::minutes wait)
{
    if (wait < 1h)
        return Upcoming::tr("in %1 min").arg(wait.count());
    return Upcoming::tr("in %1 h").arg((wait + 30min) / 1h);
}

} // namespace

QString upcomingWords(const Agenda &agenda, Instant now)
{
    const AgendaItem *current = nullptr;
    const AgendaItem *next = nullptr;
    for (const AgendaItem &item : agenda.items) {
        if (item.allDay || item.when.end <= now)
            continue;
        if (item.when.start <= now && (!current || item.when.end < current->when.end))
            current = &item;
        if (item.when.start > now && (!next || item.when.start < next->when.start))
            next = &item;
    }
    const Zone &zone = agenda.zone;
    if (current)
        return Upcoming::tr("Now: %1, until %2")
            .arg(current->title, clockWords(toQTime(zone.toLocal(current->when.end))));
    if (!next)
        return Upcoming::tr("Nothing is planned for the next 7 days");
    const LocalDate day = zone.toLocalDate(next->when.start);
    const QString time = clockWords(toQTime(zone.toLocal(next->when.start)));
    const auto days = (day - zone.toLocalDate(now)).count();
    if (days == 0) {
        const auto wait = std::chrono::ceil<std::chrono::minutes>(next->when.start - now);
        return Upcoming::tr("Next: %1 at %2, %3").arg(next->title, time, inWords(wait));
    }
    if (days == 1)
        return Upcoming::tr("Next: %1, tomorrow at %2").arg(next->title, time);
    return Upcoming::tr("Next: %1, %2 at %3").arg(next->title, QLocale().dayName(toQDate(day).dayOfWeek()), time);
}

Upcoming::Upcoming(AgendaSource &source, const Clock &clock, QObject *parent)
    : QObject(parent), m_source(source), m_clock(clock)
{
    m_minute.setInterval(30s);
    connect(&m_minute, &QTimer::timeout, this, &Upcoming::refresh);
    connect(&m_source, &AgendaSource::changed, this, &Upcoming::tell);
    m_minute.start();
}

Interval Upcoming::range() const
{
    const Instant hour = std::chrono::floor<std::chrono::hours>(m_clock.now()); // the same range for a while
    return {hour - 24h, hour + lookAhead};
}

void Upcoming::refresh()
{
    m_source.want(this, range());
    tell();
}

void Upcoming::tell()
{
    const AgendaSource::View view = m_source.view(range());
    if (!view.asOf)
        return;
    const QString words = upcomingWords(view.agenda, m_clock.now());
    if (words != std::exchange(m_words, words))
        Q_EMIT changed(m_words);
}

} // namespace ChatCal
