// SPDX-License-Identifier: Apache-2.0
#include "core/agent/whenreader.h"

#include "core/llm/offline/languagechoice.h"
#include "core/time/words.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// "Now" is the next quarter hour, so that a meeting starts at a time people keep.
LocalTime nextQuarter(LocalTime local)
{
    using Quarters = std::chrono::duration<long long, std::ratio<15 * 60>>;
    return std::chrono::ceil<Quarters>(local);
}

/// Where a stretch ends that was named by its beginning alone.
LocalTime endOf(LocalTime start, Grain grain)
{
    const LocalDate day = dayOf(start);
    const date::year_month_day ymd(day);
    switch (grain) {
    case Grain::Second:
    case Grain::Minute:
    case Grain::Hour:
        return start + std::chrono::hours(1);
    case Grain::Day:
        break;
    case Grain::Week:
        return day + date::days(7);
    case Grain::Month:
        return date::local_days(date::year_month_day(ymd + date::months(1)));
    case Grain::Quarter:
        return date::local_days(date::year_month_day(ymd + date::months(3)));
    case Grain::Year:
        return date::local_days(date::year_month_day(ymd + date::years(1)));
    }
    return day + date::days(1);
}

std::optional<LocalDate> isoDate(const QString &text)
{
    const auto midnight = text.size() == 10 ? fromIsoLocal(text + u"T00:00"_s) : std::nullopt;
    return midnight ? std::optional(dayOf(*midnight)) : std::nullopt;
}

} // namespace

Instant WhenReader::resolve(LocalTime local, const Zone &zone, QString &note)
{
    const LocalResolution resolution = zone.resolve(local);
    if (resolution.kind == LocalResolution::Kind::Gap)
        note = u"The clocks skip %1 that night; it was taken as %2."_s.arg(timeInWords(local),
                                                                           momentInWords({resolution.instant, zone}));
    else if (resolution.kind == LocalResolution::Kind::Overlap)
        note = u"The clocks show %1 twice that night; the first, %2, was taken."_s.arg(
            timeInWords(local), momentInWords({resolution.instant, zone}));
    return resolution.instant;
}

WhenSaid WhenReader::read(const QString &text, const ToolContext &context) const
{
    WhenSaid said;
    said.zone = context.speakerZone;
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return said;

    const auto setMoment = [&said](LocalTime local) {
        said.kind = WhenSaid::Kind::Moment;
        said.local = local;
        said.start = resolve(local, said.zone, said.note);
    };
    const auto setWindow = [&said](LocalTime from, LocalTime to) {
        said.kind = WhenSaid::Kind::Window;
        said.local = from;
        said.window = {said.zone.toInstant(from), said.zone.toInstant(to)};
        said.isWholeDay = from == dayOf(from) && to == dayOf(from) + date::days(1);
    };

    if (const auto instant = fromRfc3339(trimmed)) {
        said.hasDate = true;
        setMoment(said.zone.toLocal(*instant));
        said.start = *instant; // not through the wall clock, which may show the time twice
        said.note.clear();
        return said;
    }
    if (const auto local = fromIsoLocal(trimmed)) {
        said.hasDate = true;
        setMoment(*local);
        return said;
    }
    if (const auto day = isoDate(trimmed)) {
        said.hasDate = true;
        setWindow(*day, *day + date::days(1));
        return said;
    }

    const LocalTime now = context.speakerZone.toLocal(context.now);
    // A language model may hand on the person's own words in any language.
    const Language language = Dialogue::spokenIn(trimmed, {}).toRead();
    WhenContext reading{now, context.speakerZone, defaultOrder(language)};
    reading.language = language;
    const When when = m_parser.parse(trimmed, reading);
    if (when.zone)
        said.zone = *when.zone;
    said.length = when.duration;
    said.hasDate = when.hasDate;
    if (when.isNow) {
        said.hasDate = true;
        setMoment(nextQuarter(said.zone.toLocal(context.now)));
    } else if (when.start && when.hasTime && !when.isWindow) {
        setMoment(*when.start);
    } else if (when.start) {
        setWindow(*when.start, when.end ? *when.end : endOf(*when.start, when.grain));
    } else if (when.end) {
        setWindow(said.zone.toLocal(context.now), *when.end);
    } else if (when.duration) {
        said.kind = WhenSaid::Kind::Length;
    }
    return said;
}

std::optional<Zone> WhenReader::zoneNamed(const QString &text, const ToolContext &context) const
{
    if (const auto zone = Zone::find(text.trimmed()))
        return zone;
    const LocalTime now = context.speakerZone.toLocal(context.now);
    return m_parser.parse(u"at 12:00 pm "_s + text, {now, context.speakerZone, WhenContext::DateOrder::MonthDay}).zone;
}

} // namespace ChatCal
