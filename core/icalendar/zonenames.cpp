// SPDX-License-Identifier: Apache-2.0
#include "core/icalendar/zonenames.h"

#include "core/icalendar/values.h"

#include <date/tz.h>

#include <QCryptographicHash>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr qsizetype mostRemembered = 1000;
constexpr qsizetype longestName = 200;

std::optional<Zone> byName(const QString &tzid)
{
    if (tzid.isEmpty() || tzid.size() > longestName)
        return std::nullopt;
    // Vendors put something before the name: "/mozilla.org/20050126_1/Europe/Berlin".
    const QStringList parts = tzid.split(u'/', Qt::SkipEmptyParts);
    for (qsizetype from = 0; from < parts.size(); ++from) {
        if (auto zone = Zone::find(parts.mid(from).join(u'/')))
            return zone;
        if (from == 0 && !tzid.startsWith(u'/') && parts.size() <= 2)
            break; // "Europe/UTC" is not UTC
    }
    const QByteArray iana = QTimeZone::windowsIdToDefaultIanaId(tzid.toUtf8());
    return iana.isEmpty() ? std::nullopt : Zone::find(QString::fromLatin1(iana));
}

struct Transition
{
    LocalTime utc; ///< as the clock at Greenwich shows it
    std::chrono::seconds before;
    std::chrono::seconds after;
};

/// RRULE of an observance. Zones change once a year on a day of a month; nothing else is understood.
class YearlyRule
{
public:
    explicit YearlyRule(const QString &rule)
    {
        for (const QString &part : rule.split(u';')) {
            const QString value = part.section(u'=', 1).trimmed();
            const QString key = part.section(u'=', 0, 0).trimmed().toUpper();
            if (key == "FREQ"_L1)
                m_isYearly = value.compare("YEARLY"_L1, Qt::CaseInsensitive) == 0;
            else if (key == "BYMONTH"_L1)
                m_month = value.toUInt();
            else if (key == "BYDAY"_L1)
                readDay(value.toUpper());
            else if (key == "BYMONTHDAY"_L1)
                readMonthDays(value);
            else if (key == "UNTIL"_L1)
                m_until = readICalTime(value, {});
        }
    }

    [[nodiscard]] std::optional<LocalDate> in(date::year year, LocalDate first) const
    {
        const date::month month(m_month != 0 ? m_month : static_cast<unsigned>(date::year_month_day(first).month()));
        if (!m_isYearly || !month.ok())
            return std::nullopt;
        if (!m_weekday && m_monthDays.isEmpty())
            return onThatDay(year / month, first);
        QList<LocalDate> days;
        const unsigned last = static_cast<unsigned>((year / month / date::last).day());
        for (unsigned day = 1; day <= last; ++day) {
            const LocalDate at(year / month / date::day(day));
            const bool fits = m_monthDays.isEmpty() || m_monthDays.contains(static_cast<int>(day))
                || m_monthDays.contains(static_cast<int>(day) - static_cast<int>(last) - 1);
            if (fits && (!m_weekday || date::weekday(at) == *m_weekday))
                days.append(at);
        }
        const qsizetype index = m_nth >= 0 ? std::max(m_nth - 1, 0) : days.size() + m_nth;
        return index >= 0 && index < days.size() ? std::optional(days[index]) : std::nullopt;
    }
    [[nodiscard]] bool isOver(LocalTime utc) const { return m_until && utc > m_until->local; }

private:
    static std::optional<LocalDate> onThatDay(date::year_month month, LocalDate first)
    {
        const date::year_month_day day = month / date::year_month_day(first).day();
        return day.ok() ? std::optional(LocalDate(day)) : std::nullopt;
    }
    void readDay(const QString &value)
    {
        static constexpr std::array names{"SU"_L1, "MO"_L1, "TU"_L1, "WE"_L1, "TH"_L1, "FR"_L1, "SA"_L1};
        const auto at = std::find(names.begin(), names.end(), value.right(2));
        if (at == names.end())
            return;
        m_weekday = date::weekday(static_cast<unsigned>(at - names.begin()));
        m_nth = value.chopped(2).toInt();
    }
    void readMonthDays(const QString &value)
    {
        for (const QString &day : value.split(u','))
            m_monthDays.append(day.toInt());
    }

    bool m_isYearly = false;
    unsigned m_month = 0;
    std::optional<date::weekday> m_weekday;
    int m_nth = 0;
    QList<int> m_monthDays;
    std::optional<ICalTime> m_until;
};

void addObservance(const ICalComponent &observance, date::year around, QList<Transition> *transitions)
{
    const auto start = readICalTime(observance.value("DTSTART"), {});
    const auto before = readUtcOffset(observance.value("TZOFFSETFROM"));
    const auto after = readUtcOffset(observance.value("TZOFFSETTO"));
    if (!start || !before || !after)
        return;
    const auto add = [&](LocalTime local) { transitions->append({local - *before, *before, *after}); };
    add(start->local);
    for (const ICalProperty &property : observance.properties) {
        if (property.name() != "RDATE")
            continue;
        for (const QString &value : property.value().split(u',')) {
            if (const auto date = readICalTime(value, {}))
                add(date->local);
        }
    }
    const YearlyRule rule(observance.value("RRULE"));
    const auto first = std::chrono::floor<date::days>(start->local);
    const date::year firstYear = date::year_month_day(first).year();
    for (date::year year = std::max(firstYear, around - date::years(2)); year <= around + date::years(5); ++year) {
        const auto day = rule.in(year, first);
        if (!day || *day <= first)
            continue;
        const LocalTime local = *day + (start->local - first);
        if (!rule.isOver(local - *before))
            add(local);
    }
}

std::chrono::seconds offsetAt(const QList<Transition> &transitions, LocalTime utc)
{
    std::chrono::seconds offset = transitions.constFirst().before;
    for (const Transition &one : transitions) {
        if (one.utc > utc)
            break;
        offset = one.after;
    }
    return offset;
}

std::optional<Zone> byRules(const ICalComponent &vtimezone, LocalTime around)
{
    QList<Transition> transitions;
    const date::year year = date::year_month_day(std::chrono::floor<date::days>(around)).year();
    for (const ICalComponent &observance : vtimezone.components)
        addObservance(observance, year, &transitions);
    if (transitions.isEmpty())
        return std::nullopt;
    std::sort(transitions.begin(), transitions.end(),
              [](const Transition &a, const Transition &b) { return a.utc < b.utc; });

    struct Sample
    {
        Instant at;
        std::chrono::seconds offset;
    };
    QList<Sample> samples;
    // A list of changes without a rule says nothing about the time after its last one.
    const bool hasRule = std::any_of(vtimezone.components.begin(), vtimezone.components.end(),
                                     [](const ICalComponent &one) { return one.find("RRULE") != nullptr; });
    LocalTime last = around + 24h * 366 * 3;
    if (!hasRule && transitions.size() > 2)
        last = std::clamp(transitions.constLast().utc + 24h * 100, around + 24h, last);
    for (auto at = around - 24h * 30; at < last; at += 24h * 5)
        samples.append({Instant(at.time_since_epoch()), offsetAt(transitions, at)});
    const auto fits = [&samples](const Zone &zone) {
        return std::all_of(samples.begin(), samples.end(),
                           [&zone](const Sample &sample) { return zone.offset(sample.at) == sample.offset; });
    };
    QStringList names{u"UTC"_s,
                      u"Europe/Berlin"_s,
                      u"Europe/London"_s,
                      u"America/New_York"_s,
                      u"America/Chicago"_s,
                      u"America/Denver"_s,
                      u"America/Los_Angeles"_s,
                      u"Asia/Tokyo"_s,
                      u"Asia/Kolkata"_s,
                      u"Australia/Sydney"_s}; // the likely ones bear the better names
    for (const date::time_zone &zone : date::get_tzdb().zones)
        names.append(QString::fromStdString(zone.name()));
    for (const QString &name : std::as_const(names)) {
        const auto zone = Zone::find(name);
        if (zone && fits(*zone))
            return zone;
    }
    return std::nullopt;
}

const ICalComponent *vtimezoneOf(const ICalComponent &calendar, const QString &tzid)
{
    const auto found =
        std::find_if(calendar.components.begin(), calendar.components.end(), [&tzid](const ICalComponent &one) {
            return one.name == "VTIMEZONE" && one.value("TZID") == tzid;
        });
    return found == calendar.components.end() ? nullptr : &*found;
}

} // namespace

bool showSameTime(const Zone &one, const Zone &other, Instant around)
{
    if (one == other)
        return true;
    for (Instant at = around - 24h * 366; at < around + 24h * 366 * 4; at += 24h * 5) {
        if (one.offset(at) != other.offset(at))
            return false;
    }
    return true;
}

std::optional<Zone> ZoneNames::find(const QString &tzid, const ICalComponent &calendar, LocalTime around)
{
    if (m_found.size() >= mostRemembered)
        m_found.clear();
    auto named = m_found.constFind(tzid);
    if (named == m_found.constEnd())
        named = m_found.insert(tzid, byName(tzid));
    if (*named)
        return *named;
    const ICalComponent *const vtimezone = vtimezoneOf(calendar, tzid);
    if (!vtimezone)
        return std::nullopt;
    if (auto zone = byName(vtimezone->value("X-LIC-LOCATION")))
        return zone;
    const int year = static_cast<int>(date::year_month_day(std::chrono::floor<date::days>(around)).year());
    const QByteArray hash = QCryptographicHash::hash(toICalendarText(*vtimezone), QCryptographicHash::Sha256);
    const QString key = QString::number(year) + u'\n' + QString::fromLatin1(hash.toHex());
    const auto ruled = m_found.constFind(key);
    if (ruled != m_found.constEnd())
        return *ruled;
    const auto zone = byRules(*vtimezone, around);
    m_found.insert(key, zone);
    return zone;
}

} // namespace ChatCal
