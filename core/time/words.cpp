// SPDX-License-Identifier: Apache-2.0
#include "core/time/words.h"

#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

struct Names
{
    std::array<QStringView, 7> weekdays; ///< from Sunday
    std::array<QStringView, 12> months;
    QStringView minute, minutes, hour, hours;
};

constexpr std::array<Names, languageCount> allNames{
    Names{{u"Sunday", u"Monday", u"Tuesday", u"Wednesday", u"Thursday", u"Friday", u"Saturday"},
          {u"January", u"February", u"March", u"April", u"May", u"June", u"July", u"August", u"September", u"October",
           u"November", u"December"},
          u"minute",
          u"minutes",
          u"hour",
          u"hours"},
    Names{{u"Sonntag", u"Montag", u"Dienstag", u"Mittwoch", u"Donnerstag", u"Freitag", u"Samstag"},
          {u"Januar", u"Februar", u"März", u"April", u"Mai", u"Juni", u"Juli", u"August", u"September", u"Oktober",
           u"November", u"Dezember"},
          u"Minute",
          u"Minuten",
          u"Stunde",
          u"Stunden"},
    Names{{u"dimanche", u"lundi", u"mardi", u"mercredi", u"jeudi", u"vendredi", u"samedi"},
          {u"janvier", u"février", u"mars", u"avril", u"mai", u"juin", u"juillet", u"août", u"septembre", u"octobre",
           u"novembre", u"décembre"},
          u"minute",
          u"minutes",
          u"heure",
          u"heures"},
    Names{{u"domingo", u"lunes", u"martes", u"miércoles", u"jueves", u"viernes", u"sábado"},
          {u"enero", u"febrero", u"marzo", u"abril", u"mayo", u"junio", u"julio", u"agosto", u"septiembre", u"octubre",
           u"noviembre", u"diciembre"},
          u"minuto",
          u"minutos",
          u"hora",
          u"horas"},
};

const Names &namesOf(Language language)
{
    return allNames[static_cast<std::size_t>(language)];
}

/// Two digits, and what stands before them.
void append(QString &text, char16_t before, unsigned number)
{
    const std::array added{before, char16_t(u'0' + number / 10 % 10), char16_t(u'0' + number % 10)};
    text.append(QStringView(added.data(), added.size()));
}

struct Parts
{
    date::year_month_day day;
    unsigned hour, minute, second;
};

Parts partsOf(LocalTime local)
{
    const auto days = std::chrono::floor<date::days>(local);
    const auto clock = static_cast<unsigned>((local - days).count());
    return {date::year_month_day(days), clock / 3600, clock / 60 % 60, clock % 60};
}

/// "2:00" where half() stands behind it, "14:00" elsewhere.
QString clockOnly(const Parts &parts, Language language)
{
    QString text = QString::number(language == Language::English ? (parts.hour + 11) % 12 + 1 : parts.hour);
    append(text, u':', parts.minute);
    return text;
}

/// What stands behind a clock time: " PM", " Uhr".
QString half(const Parts &parts, Language language)
{
    if (language == Language::English)
        return parts.hour < 12 ? u" AM"_s : u" PM"_s;
    return language == Language::German ? u" Uhr"_s : QString();
}

/// "at", between a day and a clock time.
QString atWord(const Parts &parts, Language language)
{
    switch (language) {
    case Language::English:
        return u" at "_s;
    case Language::German:
        return u" um "_s;
    case Language::French:
        return u" à "_s;
    case Language::Spanish:
        return parts.hour == 1 ? u", a la "_s : u", a las "_s;
    }
    Q_UNREACHABLE();
}

std::optional<int> number(QStringView text)
{
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + (c.unicode() - u'0');
    }
    return text.isEmpty() ? std::nullopt : std::optional(value);
}

/// Reads "YYYY-MM-DDTHH:MM[:SS[.fff]]"; @p used tells where it ends.
std::optional<LocalTime> readLocal(QStringView text, qsizetype &used)
{
    if (text.size() < 16 || text[4] != u'-' || text[7] != u'-'
        || (text[10] != u'T' && text[10] != u' ' && text[10] != u't') || text[13] != u':')
        return std::nullopt;
    const auto year = number(text.mid(0, 4)), month = number(text.mid(5, 2)), day = number(text.mid(8, 2));
    const auto hour = number(text.mid(11, 2)), minute = number(text.mid(14, 2));
    if (!year || !month || !day || !hour || !minute || *hour > 23 || *minute > 59)
        return std::nullopt;
    const date::year_month_day ymd{date::year(*year), date::month(static_cast<unsigned>(*month)),
                                   date::day(static_cast<unsigned>(*day))};
    if (!ymd.ok())
        return std::nullopt;
    used = 16;
    int second = 0;
    if (text.size() >= 19 && text[16] == u':') {
        const auto read = number(text.mid(17, 2));
        if (!read || *read > 60)
            return std::nullopt;
        second = std::min(*read, 59);
        used = 19;
        if (used < text.size() && text[used] == u'.') {
            ++used;
            while (used < text.size() && text[used].isDigit())
                ++used;
        }
    }
    return date::local_days(ymd) + std::chrono::hours(*hour) + minutes(*minute) + seconds(second);
}

} // namespace

QString toIsoDate(LocalDate day)
{
    const date::year_month_day ymd(day);
    QString text = QString::number(static_cast<int>(ymd.year())).rightJustified(4, u'0');
    append(text, u'-', static_cast<unsigned>(ymd.month()));
    append(text, u'-', static_cast<unsigned>(ymd.day()));
    return text;
}

QString toIsoLocal(LocalTime local)
{
    const Parts parts = partsOf(local);
    QString text = toIsoDate(date::local_days(parts.day));
    append(text, u'T', parts.hour);
    append(text, u':', parts.minute);
    return text;
}

QString toRfc3339(const ZonedInstant &when)
{
    const seconds offset = when.zone.offset(when.instant);
    const LocalTime local(std::chrono::floor<seconds>(when.instant).time_since_epoch() + offset);
    const auto size = static_cast<unsigned>(std::abs(std::chrono::floor<minutes>(offset).count()));
    QString text = toIsoLocal(local);
    append(text, u':', partsOf(local).second);
    append(text, offset < seconds(0) ? u'-' : u'+', size / 60);
    append(text, u':', size % 60);
    return text;
}

std::optional<Instant> fromRfc3339(const QString &text)
{
    qsizetype used = 0;
    const auto local = readLocal(text, used);
    if (!local)
        return std::nullopt;
    const QStringView rest = QStringView(text).mid(used);
    minutes offset{0};
    if (rest.size() == 6 && (rest[0] == u'+' || rest[0] == u'-') && rest[3] == u':') {
        const auto hour = number(rest.mid(1, 2)), minute = number(rest.mid(4, 2));
        if (!hour || !minute || *hour > 23 || *minute > 59)
            return std::nullopt;
        offset = minutes(*hour * 60 + *minute) * (rest[0] == u'-' ? -1 : 1);
    } else if (rest != u"Z" && rest != u"z") {
        return std::nullopt;
    }
    return Instant(std::chrono::duration_cast<std::chrono::milliseconds>(local->time_since_epoch() - offset));
}

std::optional<LocalTime> fromIsoLocal(const QString &text)
{
    qsizetype used = 0;
    const auto local = readLocal(text, used);
    return local && used == text.size() ? local : std::nullopt;
}

QString dateInWords(LocalDate day, Language language)
{
    const date::year_month_day ymd(day);
    const Names &names = namesOf(language);
    const QString weekday = names.weekdays[date::weekday(day).c_encoding()].toString();
    const QString month = names.months[static_cast<unsigned>(ymd.month()) - 1].toString();
    const QString number = QString::number(static_cast<unsigned>(ymd.day()));
    const QString year = QString::number(static_cast<int>(ymd.year()));
    switch (language) {
    case Language::English:
        return weekday + u", "_s + month + u' ' + number + u", "_s + year;
    case Language::German:
        return weekday + u", "_s + number + u". "_s + month + u' ' + year;
    case Language::French:
        return weekday + u' ' + number + (number == u"1" ? u"er "_s : u" "_s) + month + u' ' + year;
    case Language::Spanish:
        return weekday + u", "_s + number + u" de "_s + month + u" de "_s + year;
    }
    Q_UNREACHABLE();
}

QString timeInWords(LocalTime local, Language language)
{
    const Parts parts = partsOf(local);
    return clockOnly(parts, language) + half(parts, language);
}

QString momentInWords(const ZonedInstant &when, Language language)
{
    const LocalTime local = when.zone.toLocal(when.instant);
    return dateInWords(std::chrono::floor<date::days>(local), language) + atWord(partsOf(local), language)
        + timeInWords(local, language) + u' ' + when.zone.abbreviation(when.instant);
}

QString shortMomentInWords(const ZonedInstant &when, Language language)
{
    const LocalTime local = when.zone.toLocal(when.instant);
    const date::year_month_day ymd(std::chrono::floor<date::days>(local));
    const Names &names = namesOf(language);
    const QString weekday = names.weekdays[date::weekday(date::local_days(ymd)).c_encoding()].toString();
    const QString month = names.months[static_cast<unsigned>(ymd.month()) - 1].toString();
    const QString number = QString::number(static_cast<unsigned>(ymd.day()));
    QString day;
    switch (language) {
    case Language::English:
        day = weekday.left(3) + u' ' + month.left(3) + u' ' + number;
        break;
    case Language::German:
        day = weekday.left(2) + u". "_s + number + u". "_s + month;
        break;
    case Language::French:
        day = weekday.left(3) + u". "_s + number + (number == u"1" ? u"er "_s : u" "_s) + month;
        break;
    case Language::Spanish:
        day = weekday.left(3) + u", "_s + number + u" de "_s + month;
        break;
    }
    return day + u", "_s + timeInWords(local, language) + u' ' + when.zone.abbreviation(when.instant);
}

QString spanInWords(const Interval &span, const Zone &zone, Language language)
{
    const LocalTime start = zone.toLocal(span.start);
    const LocalTime end = zone.toLocal(span.end);
    const Parts first = partsOf(start), last = partsOf(end);
    const QString startZone = zone.abbreviation(span.start), endZone = zone.abbreviation(span.end);
    QString text = dateInWords(date::local_days(first.day), language) + u", "_s + clockOnly(first, language);
    if (half(first, language) != half(last, language) || first.day != last.day || startZone != endZone)
        text += half(first, language);
    if (startZone != endZone)
        text += u' ' + startZone;
    text += u'–';
    if (first.day != last.day)
        text += dateInWords(date::local_days(last.day), language) + u", "_s;
    return text + clockOnly(last, language) + half(last, language) + u' ' + endZone;
}

QString durationInWords(minutes length, Language language)
{
    const Names &names = namesOf(language);
    const auto total = length.count();
    const auto hours = total / 60, rest = total % 60;
    QString text;
    if (hours > 0)
        text = QString::number(hours) + u' ' + (hours == 1 ? names.hour : names.hours).toString();
    if (rest == 0 && hours > 0)
        return text;
    if (hours > 0 && language == Language::French) { // "1 heure 05"
        append(text, u' ', static_cast<unsigned>(rest));
        return text;
    }
    if (hours > 0)
        text += language == Language::Spanish ? u" y "_s : u" "_s;
    return text + QString::number(rest) + u' ' + (rest == 1 ? names.minute : names.minutes).toString();
}

} // namespace ChatCal
