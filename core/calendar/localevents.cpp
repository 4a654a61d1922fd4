// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/localevents.h"

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/calendar/eventcodec.h"
#include "core/calendar/freebusy.h"
#include "core/calendar/recurrence.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal::LocalEvents {

namespace {

bool isId(const QString &id)
{
    // RFC 2938's base32hex alphabet in lower case, the one Google Calendar takes for ids given by a client.
    return id.size() >= 5 && id.size() <= 100 && std::all_of(id.begin(), id.end(), [](QChar c) {
               return (c >= u'a' && c <= u'v') || (c >= u'0' && c <= u'9');
           });
}

struct Slot
{
    QString index;
    QString member;
};

Slot slotOf(const Event &event)
{
    QString index = seriesIndex();
    // checked() has read the rule already; if it were unreadable the series would count as endless, never as over.
    std::optional<Instant> end = seriesEnd(event).value_or(std::nullopt);
    if (event.recurrenceRule.isEmpty()) {
        end = event.when.end;
        for (const IndexKind &kind : oneOffIndexes()) {
            index = kind.name;
            if (!kind.reach || event.when.end - event.when.start <= *kind.reach)
                break;
        }
    }
    const QString until = end ? QString::number(end->time_since_epoch().count()) : u"-"_s;
    return {index, event.id + u'/' + until + (blocksTime(event) ? u"/b"_s : u"/f"_s)};
}

} // namespace

const std::array<IndexKind, 3> &oneOffIndexes()
{
    // A local day has up to 25 hours, a month of days the same hour more.
    static const std::array<IndexKind, 3> kinds{
        {{u"event-day"_s, 26h}, {u"event-month"_s, 24h * 32}, {u"event-long"_s, std::nullopt}}};
    return kinds;
}

QString seriesIndex()
{
    return u"event-series"_s;
}

std::optional<Span> spanOf(const IndexEntry &entry)
{
    const QStringView member(entry.member);
    const qsizetype second = member.lastIndexOf(u'/');
    const qsizetype first = second > 0 ? member.lastIndexOf(u'/', second - 1) : -1;
    if (first < 1)
        return std::nullopt;
    Span span{member.left(first).toString(),
              Instant(std::chrono::milliseconds(entry.score)),
              {},
              member.mid(second + 1) != u"f"};
    const QStringView end = member.mid(first + 1, second - first - 1);
    if (end != u"-")
        span.end = Instant(std::chrono::milliseconds(end.toLongLong()));
    return span;
}

QString documentKey(const QString &id)
{
    return u"event:"_s + id;
}

Result<Event> checked(Event event, bool hasForeignId)
{
    if (!hasForeignId && !isId(event.id))
        return invalidField(u"id"_s, Sentence::en("must be 5 to 100 letters a to v and digits"));
    if (event.when.end < event.when.start)
        return invalidField(u"end"_s, Sentence::en("must not be before the start"));
    if (event.uid.isEmpty())
        event.uid = newUid();
    if (event.allDay) {
        const LocalDate first = event.zone.toLocalDate(event.when.start);
        // The end is exclusive: a millisecond before it lies on the last day.
        const LocalDate last = event.zone.toLocalDate(std::max(event.when.start, event.when.end - 1ms));
        event.when = {event.zone.toInstant(LocalTime(first)), event.zone.toInstant(LocalTime(last + date::days(1)))};
    }
    if (const auto rule = checkRecurrence(event); !rule)
        return tl::unexpected(rule.error());
    return event;
}

void put(Batch &batch, const Event &event, std::optional<qint64> expectedVersion, Instant changedAt)
{
    const Slot slot = slotOf(event);
    QJsonObject body = toStored(event);
    // Where it stands is kept with it: another release may lay events out differently and must find the old entry.
    body.insert("slot"_L1, QJsonArray{slot.index, slot.member});
    body.insert("changed_at"_L1, qint64(changedAt.time_since_epoch().count()));
    batch.puts.append({documentKey(event.id), toJson(body), expectedVersion, {}});
    batch.indexPuts.append({slot.index, slot.member, event.when.start.time_since_epoch().count()});
}

Result<Stored> read(const Document &document)
{
    const auto body = parseJsonObject(document.body);
    if (!body)
        return failure(ErrorCode::Protocol, u"a stored event is not JSON"_s);
    auto event = eventFromStored(*body);
    if (!event)
        return tl::unexpected(event.error());
    // The version alone could come again when an event is removed and made anew.
    event->etag = QString::number(document.version) + u'-' + fingerprint(document.body).left(12);
    event->isOneOfMany = !event->recurrenceRule.isEmpty();
    const QJsonArray slot = (*body)["slot"_L1].toArray();
    return Stored{*event, document.version, {slot[0].toString(), slot[1].toString()}};
}

} // namespace ChatCal::LocalEvents
