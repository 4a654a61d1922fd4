// SPDX-License-Identifier: Apache-2.0
#include "app/backend/agendacache.h"

#include "app/backend/ownfile.h"
#include "core/base/json.h"
#include "core/time/words.h"

#include <QFile>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr auto reach = std::chrono::days(183);
constexpr qsizetype mostItems = 10'000;

/// @p range as far as it lies within @p bounds.
Interval clipped(const Interval &range, const Interval &bounds)
{
    return {std::max(range.start, bounds.start), std::min(range.end, bounds.end)};
}

QString moment(Instant instant)
{
    return toRfc3339({instant, Zone()});
}

bool startsEarlier(const AgendaItem &one, const AgendaItem &other)
{
    return one.when.start < other.when.start;
}

/// How far from @p now entries may be kept.
std::chrono::milliseconds keptReach(const QList<AgendaItem> &items, Instant now)
{
    if (items.size() <= mostItems)
        return reach;
    QList<std::chrono::milliseconds> distances;
    for (const AgendaItem &item : items)
        distances.append(std::chrono::abs(item.when.start - now));
    std::nth_element(distances.begin(), distances.begin() + mostItems, distances.end());
    return std::min<std::chrono::milliseconds>(distances.at(mostItems), reach);
}

} // namespace

void AgendaCache::open(const QString &file)
{
    *this = {};
    m_file = file;
    QFile kept(file);
    if (file.isEmpty() || !kept.open(QIODevice::ReadOnly))
        return;
    const auto json = parseJsonObject(kept.readAll());
    if (!json)
        return;
    const Agenda agenda = agendaFromJson(*json);
    m_items = agenda.items;
    m_zone = agenda.zone;
    for (const auto &value : json->value("stretches"_L1).toArray()) {
        const QJsonObject stretch = value.toObject();
        const auto range = intervalFromJson(stretch);
        const auto asOf = fromRfc3339(stretch.value("as_of"_L1).toString());
        if (range && asOf)
            m_stretches.append({*range, *asOf, 0});
    }
}

Result<void> AgendaCache::save(Instant now)
{
    if (m_file.isEmpty() || !m_isDirty || !m_zone)
        return {};
    const auto kept = keptReach(m_items, now);
    const Interval bounds{now - kept, now + kept};
    Agenda agenda{{}, *m_zone};
    for (const AgendaItem &item : m_items) {
        if (item.when.overlaps(bounds) && agenda.items.size() < mostItems)
            agenda.items.append(item);
    }
    QJsonArray stretches;
    for (const Stretch &stretch : m_stretches) {
        const Interval range = clipped(stretch.range, bounds);
        if (!range.isEmpty())
            stretches.append(QJsonObject{
                {u"start"_s, moment(range.start)}, {u"end"_s, moment(range.end)}, {u"as_of"_s, moment(stretch.asOf)}});
    }
    QJsonObject json = toJson(agenda);
    json.insert(u"stretches"_s, stretches);
    auto written = writeOwnFile(m_file, toJson(json));
    m_isDirty = m_isDirty && !written;
    return written;
}

void AgendaCache::put(const Stretch &stretch, const Agenda &agenda)
{
    m_isDirty = true;
    m_zone = agenda.zone;
    // A meeting, and an event that may be moved, is in one place: what was known of it elsewhere is past.
    QSet<QString> moving;
    for (const AgendaItem &item : agenda.items) {
        if (!item.meetingId.isEmpty() || item.isEditable)
            moving.insert(item.uid);
    }
    m_items.removeIf([&stretch, &moving](const AgendaItem &item) {
        return item.when.overlaps(stretch.range) || moving.contains(item.uid);
    });
    m_items += agenda.items;
    std::stable_sort(m_items.begin(), m_items.end(), startsEarlier);

    QList<Stretch> rest{stretch};
    for (const Stretch &old : std::as_const(m_stretches)) {
        const Interval before{old.range.start, std::min(old.range.end, stretch.range.start)};
        const Interval after{std::max(old.range.start, stretch.range.end), old.range.end};
        if (!before.isEmpty())
            rest.append({before, old.asOf, old.generation});
        if (!after.isEmpty())
            rest.append({after, old.asOf, old.generation});
    }
    std::sort(rest.begin(), rest.end(),
              [](const Stretch &one, const Stretch &other) { return one.range.start < other.range.start; });
    m_stretches = rest;
}

std::optional<QList<AgendaCache::Stretch>> AgendaCache::covering(const Interval &range) const
{
    QList<Stretch> found;
    Instant reached = range.start;
    for (const Stretch &stretch : m_stretches) {
        if (!stretch.range.overlaps(range))
            continue;
        if (stretch.range.start > reached)
            return std::nullopt;
        reached = stretch.range.end;
        found.append(stretch);
    }
    if (reached < range.end)
        return std::nullopt;
    return found;
}

} // namespace ChatCal
