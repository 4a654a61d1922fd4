// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendacalendars.h"

#include "app/agenda/agendashades.h"

#include <QCoreApplication>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace ChatCal {

AgendaCalendars AgendaCalendars::kept()
{
    const QSettings settings;
    AgendaCalendars calendars;
    calendars.m_kept = settings.value("agenda/calendars"_L1).toStringList();
    const QStringList hidden = settings.value("agenda/hidden"_L1).toStringList();
    calendars.m_hidden = QSet<QString>(hidden.begin(), hidden.end());
    return calendars;
}

bool AgendaCalendars::learn(const QList<AgendaItem> &items)
{
    const qsizetype before = m_names.size();
    const qsizetype keptBefore = m_kept.size();
    for (const AgendaItem &item : items) {
        if (item.calendar.isEmpty() || m_names.contains(item.calendar))
            continue;
        m_names.append(item.calendar);
        if (!m_kept.contains(item.calendar))
            m_kept.append(item.calendar);
    }
    if (m_kept.size() > keptBefore)
        QSettings().setValue("agenda/calendars"_L1, m_kept);
    if (m_names.size() == before)
        return false;
    std::sort(m_names.begin(), m_names.end(),
              [this](const QString &a, const QString &b) { return m_kept.indexOf(a) < m_kept.indexOf(b); });
    return true;
}

void AgendaCalendars::setHidden(const QString &name, bool hidden)
{
    if (hidden)
        m_hidden.insert(name);
    else
        m_hidden.remove(name);
    QSettings().setValue("agenda/hidden"_L1, QStringList(m_hidden.values()));
}

int AgendaCalendars::shadeOf(const AgendaItem &item) const
{
    if (m_names.size() < 2)
        return item.meetingId.isEmpty() ? 1 : 0;
    return shadeOf(item.calendar);
}

int AgendaCalendars::shadeOf(const QString &name) const
{
    return static_cast<int>(std::max<qsizetype>(m_kept.indexOf(name), 0) % agendaShadeCount);
}

QString AgendaCalendars::words(const QString &name)
{
    if (name == "local"_L1)
        return QCoreApplication::translate("AgendaCalendars", "Local calendar");
    if (name == "google"_L1)
        return QCoreApplication::translate("AgendaCalendars", "Google");
    if (name == "caldav"_L1)
        return QCoreApplication::translate("AgendaCalendars", "CalDAV");
    return name;
}

} // namespace ChatCal
