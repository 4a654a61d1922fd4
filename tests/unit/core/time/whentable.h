// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/when.h"
#include "core/time/words.h"

#include <QStringList>

#include <gtest/gtest.h>

#include <string>

namespace ChatCal {

/// One line of a table: what is said at nine on Wednesday, March 4, 2026 in New York, and what it means.
struct WhenCase
{
    const char *name;
    const char *said;
    const char *means; ///< as describe() writes it
};

inline void PrintTo(const WhenCase &row, std::ostream *out)
{
    *out << '"' << row.said << '"';
}

inline WhenContext wednesdayMorning(Language language = Language::English)
{
    WhenContext context;
    context.language = language;
    context.order = defaultOrder(language);
    context.now = *fromIsoLocal(QStringLiteral("2026-03-04T09:00"));
    context.zone = *Zone::find(QStringLiteral("America/New_York"));
    return context;
}

inline const WhenParser &parser()
{
    static const WhenParser one;
    return one;
}

/// "2026-03-10T14:00..2026-03-10T15:00 60m window @Europe/Berlin or 2026-03-11T14:00"; "nothing" for an empty When.
inline std::string describe(const When &when)
{
    if (when.isEmpty())
        return "nothing";
    const bool clock = when.grain == Grain::Minute || when.grain == Grain::Hour || when.grain == Grain::Second;
    const auto time = [clock](LocalTime value) {
        return clock ? toIsoLocal(value) : toIsoDate(date::floor<date::days>(value));
    };
    QStringList parts;
    if (when.end)
        parts.append((when.start ? time(*when.start) : QString()) + QStringLiteral("..") + time(*when.end));
    else if (when.start)
        parts.append(time(*when.start));
    if (when.duration)
        parts.append(QString::number(when.duration->count()) + QLatin1Char('m'));
    if (when.isWindow)
        parts.append(QStringLiteral("window"));
    if (when.isNow)
        parts.append(QStringLiteral("now"));
    if (when.dailyHours)
        parts.append(
            QStringLiteral("daily %1-%2").arg(when.dailyHours->first.count()).arg(when.dailyHours->second.count()));
    if (when.zone)
        parts.append(QLatin1Char('@') + when.zone->name());
    if (when.other)
        parts.append(QStringLiteral("or ") + time(*when.other));
    return parts.join(QLatin1Char(' ')).toStdString();
}

inline std::string meaning(const char *said, const WhenContext &context = wednesdayMorning())
{
    const QString text = QString::fromUtf8(said);
    return describe(parser().parse(text, context));
}

inline std::string caseName(const testing::TestParamInfo<WhenCase> &info)
{
    return info.param.name;
}

} // namespace ChatCal
