// SPDX-License-Identifier: Apache-2.0
#include "core/booking/meetingid.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ChatCal {
namespace {

/// The parts of an id that the pattern cannot judge by itself.
bool isReal(const QRegularExpressionMatch &match)
{
    const auto number = [&match](int group) { return match.capturedView(group).toUInt(); };
    // 2000 is a leap year: an id has no year, so 0229 must be possible.
    const date::year_month_day day{date::year(2000), date::month(number(1)), date::day(number(2))};
    const bool realCopy = match.capturedLength(6) == 0 || number(6) >= 2;
    return day.ok() && number(3) < 24 && number(4) < 60 && number(5) > 0 && realCopy;
}

} // namespace

QString MeetingId::make(const Interval &when, const Zone &zone, int copy)
{
    const LocalTime local = zone.toLocal(when.start);
    const LocalDate day = date::floor<date::days>(local);
    const date::year_month_day parts(day);
    const date::hh_mm_ss time(std::chrono::floor<std::chrono::minutes>(local - day));
    const auto twoDigits = [](auto value) { return u"%1"_s.arg(static_cast<int>(value), 2, 10, '0'_L1); };
    QString id = twoDigits(static_cast<unsigned>(parts.month())) + twoDigits(static_cast<unsigned>(parts.day())) + u'-'
        + twoDigits(time.hours().count()) + twoDigits(time.minutes().count()) + u'-'
        + QString::number(when.length().count()) + u'm';
    if (copy > 1)
        id += u'-' + QString::number(copy);
    return id;
}

bool MeetingId::isValid(QStringView text)
{
    static const QRegularExpression pattern(
        u"\\A([0-9]{2})([0-9]{2})-([0-9]{2})([0-9]{2})-([1-9][0-9]{0,4})m(?:-([1-9][0-9]{0,2}))?\\z"_s);
    const auto match = pattern.match(text.toString());
    return match.hasMatch() && isReal(match);
}

std::optional<QString> MeetingId::findIn(QStringView text)
{
    // The suffix belongs to the id only where no further digit or letter follows it: "…-30m-2nd floor" has none.
    static const QRegularExpression pattern(
        u"(?<![\\p{L}\\p{N}])([0-9]{2})([0-9]{2})-([0-9]{2})([0-9]{2})-([1-9][0-9]{0,4})[mM](?![\\p{L}\\p{N}])"
        "(?:-([1-9][0-9]{0,2})(?![\\p{L}\\p{N}]))?"_s);
    auto matches = pattern.globalMatch(text.toString());
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (isReal(match))
            return match.captured().toLower();
    }
    return std::nullopt;
}

} // namespace ChatCal
