// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"

#include <QSet>
#include <QStringList>

namespace ChatCal {

/// The calendars there are, which of the fixed shades each has, and which the person hides. Kept in the settings
/// ("agenda/calendars", "agenda/hidden"), so that a calendar keeps its shade from one start to the next.
class AgendaCalendars
{
public:
    /// As the settings have them.
    [[nodiscard]] static AgendaCalendars kept();

    /// True when one of them is new to names().
    bool learn(const QList<AgendaItem> &items);
    void setHidden(const QString &name, bool hidden);

    /// Those of entries seen since the start.
    [[nodiscard]] const QStringList &names() const { return m_names; }
    [[nodiscard]] bool isHidden(const QString &name) const { return m_hidden.contains(name); }
    /// While there is only one calendar, meetings booked here and other events are told apart instead.
    [[nodiscard]] int shadeOf(const AgendaItem &item) const;
    [[nodiscard]] int shadeOf(const QString &name) const;
    /// "Local calendar", "Google", or the name as it is.
    [[nodiscard]] static QString words(const QString &name);

private:
    QStringList m_kept; ///< all ever seen, in the order they were: a shade by its place
    QStringList m_names; ///< in the same order
    QSet<QString> m_hidden;
};

} // namespace ChatCal
