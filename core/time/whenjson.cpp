// SPDX-License-Identifier: Apache-2.0
#include "core/time/whenjson.h"

#include "core/time/words.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

bool hasClock(Grain grain)
{
    return grain == Grain::Second || grain == Grain::Minute || grain == Grain::Hour;
}

QString inWords(LocalTime time, bool withClock)
{
    const QString day = dateInWords(date::floor<date::days>(time));
    return withClock ? day + u" at "_s + timeInWords(time) : day;
}

QChar mark(WhenSpan::Kind kind)
{
    switch (kind) {
    case WhenSpan::Kind::Date:
        return u'=';
    case WhenSpan::Kind::Time:
        return u'~';
    case WhenSpan::Kind::Duration:
        return u'-';
    case WhenSpan::Kind::Zone:
        return u'^';
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject toJsonLine(const QString &id, const When &when)
{
    const auto time = [](const std::optional<LocalTime> &value) {
        return value ? QJsonValue(toIsoLocal(*value)) : QJsonValue(QJsonValue::Null);
    };
    QJsonObject line;
    line.insert("id"_L1, id);
    line.insert("start"_L1, time(when.start));
    line.insert("end"_L1, time(when.end));
    line.insert("grain"_L1, when.start || when.end ? QJsonValue(grainName(when.grain)) : QJsonValue(QJsonValue::Null));
    line.insert("duration_minutes"_L1,
                when.duration ? QJsonValue(static_cast<qint64>(when.duration->count())) : QJsonValue(QJsonValue::Null));
    return line;
}

namespace {

QString clockChange(const When &when, const Zone &zone)
{
    if (!when.start || !when.hasTime || when.isWindow)
        return {};
    const LocalResolution resolution = zone.resolve(*when.start);
    const QString clock = timeInWords(*when.start);
    const QString taken = momentInWords({resolution.instant, zone});
    if (resolution.kind == LocalResolution::Kind::Gap)
        return u"the clocks skip %1; it is taken as %2"_s.arg(clock, taken);
    if (resolution.kind == LocalResolution::Kind::Overlap)
        return u"the clocks show %1 twice; the first is taken, %2"_s.arg(clock, taken);
    return {};
}

} // namespace

QString explain(const QString &text, const When &when, const Zone &zone)
{
    QString shown = text;
    for (QChar &c : shown) {
        if (c.isSpace())
            c = u' '; // one line, so that the marks stand under their words
    }
    QStringList lines{shown};
    if (when.isEmpty()) {
        lines.append(u"says nothing about time"_s);
        return lines.join(u'\n');
    }
    QString marks(text.size(), u' ');
    for (const WhenSpan &span : when.spans) {
        for (qsizetype i = span.from; i < span.to && i < marks.size(); ++i)
            marks[i] = mark(span.kind);
    }
    while (marks.endsWith(u' '))
        marks.chop(1);
    lines.append(marks);
    const bool clock = hasClock(when.grain);
    if (when.isNow)
        lines.append(u"now"_s);
    if (when.start && when.end)
        lines.append((when.isWindow ? u"between  %1 and %2"_s : u"from     %1 to %2"_s)
                         .arg(inWords(*when.start, clock), inWords(*when.end, clock)));
    else if (when.start)
        lines.append((when.isWindow ? u"after    %1"_s : u"at       %1"_s).arg(inWords(*when.start, clock)));
    else if (when.end)
        lines.append(u"before   %1"_s.arg(inWords(*when.end, clock)));
    if (when.duration)
        lines.append(u"length   %1"_s.arg(durationInWords(*when.duration)));
    if (when.zone)
        lines.append(u"zone     %1"_s.arg(when.zone->name()));
    if (when.other)
        lines.append(u"or       %1"_s.arg(inWords(*when.other, clock)));
    if (const QString change = clockChange(when, when.zone.value_or(zone)); !change.isEmpty())
        lines.append(u"note     %1"_s.arg(change));
    if (!when.assumed.isEmpty())
        lines.append(u"assumed  %1"_s.arg(when.assumed.join(u", "_s)));
    return lines.join(u'\n');
}

} // namespace ChatCal
