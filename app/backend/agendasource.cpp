// SPDX-License-Identifier: Apache-2.0
#include "app/backend/agendasource.h"

#include "app/backend/logging.h"
#include "core/time/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr auto longestPause = 60s;
constexpr std::chrono::days monthsBack{31};
constexpr std::chrono::days monthsAhead{92};

/// Overlapping ranges become one, so that one call reads them.
QList<Interval> merged(QList<Interval> ranges)
{
    std::sort(ranges.begin(), ranges.end(),
              [](const Interval &one, const Interval &other) { return one.start < other.start; });
    QList<Interval> result;
    for (const Interval &range : std::as_const(ranges)) {
        if (!result.isEmpty() && range.start <= result.last().end)
            result.last().end = std::max(result.last().end, range.end);
        else
            result.append(range);
    }
    return result;
}

/// The entry a waiting booking would become, or what is to be brought back; nothing while its time is not known.
std::optional<AgendaItem> entryOf(const Change &change)
{
    const bool isOfWhatIsThere = change.kind == Change::Kind::Move || change.kind == Change::Kind::Cancel;
    if (isOfWhatIsThere || !change.when)
        return std::nullopt;
    AgendaItem item;
    item.uid = change.kind == Change::Kind::Restore ? change.uid : u"waiting:"_s + change.key;
    item.title = change.title.isEmpty() ? change.text : change.title;
    item.location = change.meeting.value("location"_L1).toString();
    item.when = *change.when;
    item.status = AgendaItem::Status::Pending;
    item.waits = true;
    return item;
}

/// @p items as they will be once @p waiting is done.
QList<AgendaItem> withWaiting(QList<AgendaItem> items, const QList<WaitingChange> &waiting)
{
    for (const WaitingChange &entry : waiting) {
        if (entry.refusal)
            continue;
        const Change &change = entry.change;
        bool isThere = false;
        for (AgendaItem &item : items) {
            if (change.uid.isEmpty() || item.uid != change.uid)
                continue;
            isThere = true;
            item.waits = true;
            if (change.kind == Change::Kind::Move)
                item.when = change.when.value_or(item.when);
            else if (change.kind == Change::Kind::Cancel)
                item.status = AgendaItem::Status::Cancelled;
        }
        const auto item = isThere ? std::nullopt : entryOf(change);
        if (item)
            items.append(*item);
    }
    return items;
}

} // namespace

AgendaSource::AgendaSource(ApiClient &client, const Clock &clock, QObject *parent)
    : QObject(parent), m_client(client), m_clock(clock)
{
    for (QTimer *timer : {&m_retry, &m_months, &m_saving})
        timer->setSingleShot(true);
    m_saving.setInterval(2s);
    connect(&m_retry, &QTimer::timeout, this, &AgendaSource::readWanted);
    connect(&m_months, &QTimer::timeout, this, &AgendaSource::readMonths);
    connect(&m_saving, &QTimer::timeout, this, &AgendaSource::save);
    connect(&m_client, &ApiClient::calendarChanged, this, &AgendaSource::refresh);
    connect(&m_client, &ApiClient::connectedChanged, this, [this](bool connected) {
        if (!connected)
            outdate(); // nobody tells of changes any more
    });
}

AgendaSource::~AgendaSource()
{
    save();
}

void AgendaSource::keepIn(const QString &file)
{
    if (file == m_file && m_server > 0)
        return;
    save();
    m_file = file;
    m_cache.open(file);
    m_waiting.clear();
    m_reading.clear();
    ++m_server;
    ++m_generation;
    m_months.stop();
    Q_EMIT replaced();
    Q_EMIT changed();
}

void AgendaSource::save()
{
    m_saving.stop();
    if (const auto saved = m_cache.save(m_clock.now()); !saved)
        qCWarning(lcBackend) << "the calendar is not kept for the time without a server:" << saved.error().detail;
}

void AgendaSource::want(const QObject *owner, const Interval &range)
{
    if (!m_wanted.contains(owner))
        connect(owner, &QObject::destroyed, this, [this, owner] { m_wanted.remove(owner); });
    m_wanted.insert(owner, range);
    readWanted();
}

void AgendaSource::refresh()
{
    outdate();
    readWanted();
}

void AgendaSource::outdate()
{
    ++m_generation;
    Q_EMIT changed();
}

bool AgendaSource::isFresh(const Interval &range) const
{
    const auto stretches = m_cache.covering(range);
    return stretches && std::all_of(stretches->begin(), stretches->end(), [this](const AgendaCache::Stretch &stretch) {
               return stretch.generation == m_generation;
           });
}

void AgendaSource::readWanted()
{
    m_retry.stop();
    if (!m_client.hasServer())
        return;
    QList<Interval> missing;
    for (const Interval &range : std::as_const(m_wanted)) {
        if (!isFresh(range))
            missing.append(range);
    }
    for (const Interval &range : merged(missing))
        read(range);
}

void AgendaSource::read(const Interval &range)
{
    const auto isAsked = std::any_of(m_reading.begin(), m_reading.end(), [&](const AgendaCache::Stretch &asked) {
        return asked.generation == m_generation && asked.range.contains(range);
    });
    if (isAsked)
        return;
    const AgendaCache::Stretch stretch{range, m_clock.now(), m_generation};
    m_reading.append(stretch);
    QCoro::connect(m_client.agenda(range), this,
                   [this, stretch, server = m_server](const Result<Agenda> &agenda) { take(stretch, agenda, server); });
}

void AgendaSource::take(const AgendaCache::Stretch &stretch, const Result<Agenda> &agenda, quint64 server)
{
    if (server != m_server)
        return;
    m_reading.removeIf([&stretch](const AgendaCache::Stretch &asked) {
        return asked.generation == stretch.generation && asked.range == stretch.range;
    });
    if (!agenda) {
        m_retry.start(std::max(m_pause, agenda.error().retryAfter.value_or(0s)));
        m_pause = std::min<std::chrono::seconds>(m_pause * 2, longestPause);
        Q_EMIT failed(agenda.error());
        return;
    }
    m_pause = 2s;
    const auto known = m_cache.covering(stretch.range);
    const bool isOlder = known && std::any_of(known->begin(), known->end(), [&](const AgendaCache::Stretch &part) {
                             return part.generation > stretch.generation;
                         });
    if (isOlder)
        return; // a later question was answered first
    m_cache.put(stretch, *agenda);
    m_saving.start();
    if (!m_months.isActive())
        m_months.start(m_cache.covering(months()) ? 30s : 1s);
    Q_EMIT changed();
}

/// Reads beforehand what one may turn to, and may want to see without a server.
void AgendaSource::readMonths()
{
    if (m_client.hasServer() && !isFresh(months()))
        read(months());
}

Interval AgendaSource::months() const
{
    const Instant today = std::chrono::floor<std::chrono::days>(m_clock.now());
    return {today - monthsBack, today + monthsAhead};
}

void AgendaSource::setWaiting(const QList<WaitingChange> &waiting)
{
    m_waiting = waiting;
    Q_EMIT changed();
}

AgendaSource::View AgendaSource::view(const Interval &range) const
{
    View view;
    view.agenda.zone = m_cache.zone().value_or(Zone());
    const QList<AgendaItem> items = m_waiting.isEmpty() ? m_cache.items() : withWaiting(m_cache.items(), m_waiting);
    for (const AgendaItem &item : items) {
        if (item.when.overlaps(range))
            view.agenda.items.append(item);
    }
    std::stable_sort(view.agenda.items.begin(), view.agenda.items.end(),
                     [](const AgendaItem &one, const AgendaItem &other) { return one.when.start < other.when.start; });
    if (const auto stretches = m_cache.covering(range)) {
        for (const AgendaCache::Stretch &stretch : *stretches)
            view.asOf = std::min(view.asOf.value_or(stretch.asOf), stretch.asOf);
        view.isFresh = isFresh(range);
    }
    return view;
}

} // namespace ChatCal
