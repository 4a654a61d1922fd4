// SPDX-License-Identifier: Apache-2.0
#include "core/time/zone.h"

#include <date/tz.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::seconds;

Instant toMilliseconds(date::sys_seconds point)
{
    return Instant(std::chrono::duration_cast<std::chrono::milliseconds>(point.time_since_epoch()));
}

const date::time_zone *utcZone()
{
    static const date::time_zone *const zone = date::locate_zone("UTC");
    return zone;
}

} // namespace

Zone::Zone() : Zone(utcZone(), u"UTC"_s)
{
}

Zone::Zone(const date::time_zone *zone, QString name) : m_zone(zone), m_name(std::move(name))
{
}

std::optional<Zone> Zone::find(const QString &name)
{
    // The database is a folder: a name with dots could climb out of it.
    if (name.isEmpty() || name.size() > 64 || name.contains(".."_L1) || name.startsWith(u'/'))
        return std::nullopt;
    try {
        return Zone(date::locate_zone(name.toStdString()), name);
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

Result<void> Zone::checkDatabase()
{
    using namespace date;
    const auto berlin = find(u"Europe/Berlin"_s);
    if (!berlin)
        return failure(ErrorCode::Unavailable, u"the system has no tz database (Debian: tzdata)"_s);
    const LocalTime january = local_days(2026_y / 1 / 15) + seconds(0);
    const LocalTime july = local_days(2026_y / 7 / 15) + seconds(0);
    if (berlin->offset(berlin->toInstant(january)) == berlin->offset(berlin->toInstant(july)))
        return failure(ErrorCode::Unavailable, u"the tz database knows no summer time (slim TZif files)"_s);
    return {};
}

LocalTime Zone::toLocal(Instant instant) const
{
    return m_zone->to_local(std::chrono::floor<seconds>(instant));
}

LocalDate Zone::toLocalDate(Instant instant) const
{
    return std::chrono::floor<date::days>(toLocal(instant));
}

LocalResolution Zone::resolve(LocalTime local) const
{
    const date::local_info info = m_zone->get_info(local);
    const auto at = [&](const date::sys_info &sys) {
        return toMilliseconds(date::sys_seconds(local.time_since_epoch()) - sys.offset);
    };
    switch (info.result) {
    case date::local_info::nonexistent:
        return {LocalResolution::Kind::Gap, at(info.first), {}}; // the offset before the skip lands after it
    case date::local_info::ambiguous:
        return {LocalResolution::Kind::Overlap, at(info.first), at(info.second)};
    default:
        return {LocalResolution::Kind::Unique, at(info.first), {}};
    }
}

Instant Zone::toInstant(LocalTime local) const
{
    return resolve(local).instant;
}

seconds Zone::offset(Instant instant) const
{
    return m_zone->get_info(std::chrono::floor<seconds>(instant)).offset;
}

QString Zone::abbreviation(Instant instant) const
{
    const QString text = QString::fromStdString(m_zone->get_info(std::chrono::floor<seconds>(instant)).abbrev);
    const bool numeric = text.startsWith(u'+') || text.startsWith(u'-');
    return numeric ? u"UTC"_s + text : text;
}

} // namespace ChatCal
