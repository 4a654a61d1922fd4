// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace ChatCal {

/// One content line (RFC 5545 §3.1), kept as it came: what nobody changes is written back byte for byte but for the
/// folding.
class ICalProperty
{
public:
    /// @p line unfolded and without its end.
    explicit ICalProperty(QByteArray line);

    [[nodiscard]] const QByteArray &line() const { return m_line; }
    [[nodiscard]] const QByteArray &name() const { return m_name; } ///< in upper case
    /// What stands after the colon, as it stands there.
    [[nodiscard]] QString value() const;
    /// The first value of the parameter, without quotes and with RFC 6868's ^' read; empty when there is none.
    [[nodiscard]] QString parameter(QByteArrayView upperCaseName) const;

private:
    QByteArray m_line;
    QByteArray m_name;
    qsizetype m_colon = 0;
};

/// A component and all in it, also what ChatCal has no idea of.
struct ICalComponent
{
    QByteArray name; ///< in upper case
    QList<ICalProperty> properties;
    QList<ICalComponent> components;

    /// The first one of this name.
    [[nodiscard]] const ICalProperty *find(QByteArrayView property) const;
    [[nodiscard]] QString value(QByteArrayView property) const; ///< empty when there is none
    void removeAll(QByteArrayView property);
    /// Takes all properties of its name away and puts @p lines, each as contentLine() gives it, in their place.
    void replace(QByteArrayView property, const QList<QByteArray> &lines);
};

/// The first VCALENDAR in @p text. Protocol when there is none, when components are not closed in order, or when it is
/// nested deeper than calendars are. Lines that are no content lines are left out.
[[nodiscard]] Result<ICalComponent> parseICalendar(const QByteArray &text);
[[nodiscard]] QByteArray toICalendarText(const ICalComponent &component);

} // namespace ChatCal
