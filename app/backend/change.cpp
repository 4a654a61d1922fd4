// SPDX-License-Identifier: Apache-2.0
#include "app/backend/change.h"

#include "app/backend/agenda.h"
#include "core/time/words.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

// As Change::Kind counts them.
constexpr std::array kindNames{"quick_book"_L1, "book"_L1, "move"_L1, "cancel"_L1, "restore"_L1};

std::optional<Change::Kind> kindFrom(const QString &name)
{
    for (size_t index = 0; index < kindNames.size(); ++index) {
        if (kindNames.at(index) == name)
            return static_cast<Change::Kind>(index);
    }
    return std::nullopt;
}

QString moment(Instant instant)
{
    return toRfc3339({instant, Zone()});
}

QJsonObject toJson(const Interval &interval)
{
    return {{u"start"_s, moment(interval.start)}, {u"end"_s, moment(interval.end)}};
}

QJsonObject toJson(const ChangeOutcome &refusal)
{
    QJsonArray alternatives;
    for (const Interval &alternative : refusal.alternatives)
        alternatives.append(toJson(alternative));
    return {{u"message"_s, refusal.message}, {u"alternatives"_s, alternatives}, {u"may_repeat"_s, refusal.mayRepeat}};
}

ChangeOutcome refusalFrom(const QJsonObject &json)
{
    ChangeOutcome refusal;
    refusal.message = json.value("message"_L1).toString();
    refusal.mayRepeat = json.value("may_repeat"_L1).toBool();
    for (const auto &value : json.value("alternatives"_L1).toArray()) {
        if (const auto alternative = intervalFromJson(value.toObject()))
            refusal.alternatives.append(*alternative);
    }
    return refusal;
}

} // namespace

QJsonObject toJson(const WaitingChange &waiting)
{
    const Change &change = waiting.change;
    QJsonObject json{{u"kind"_s, kindNames.at(static_cast<size_t>(change.kind))},
                     {u"key"_s, change.key},
                     {u"asked_at"_s, moment(waiting.askedAt)},
                     {u"text"_s, change.text},
                     {u"meeting"_s, change.meeting},
                     {u"uid"_s, change.uid},
                     {u"title"_s, change.title},
                     {u"failures"_s, waiting.failures}};
    QJsonArray literal;
    for (const TextRange &range : change.literal)
        literal.append(QJsonObject{{u"from"_s, range.from}, {u"to"_s, range.to}});
    json.insert(u"literal"_s, literal);
    if (change.when)
        json.insert(u"when"_s, toJson(*change.when));
    if (change.sequence)
        json.insert(u"sequence"_s, *change.sequence);
    if (!change.eventId.isEmpty()) {
        json.insert(u"event_id"_s, change.eventId);
        json.insert(u"etag"_s, change.etag);
    }
    if (waiting.refusal)
        json.insert(u"refusal"_s, toJson(*waiting.refusal));
    return json;
}

std::optional<WaitingChange> waitingChangeFromJson(const QJsonObject &json)
{
    const auto kind = kindFrom(json.value("kind"_L1).toString());
    const auto askedAt = fromRfc3339(json.value("asked_at"_L1).toString());
    const QString key = json.value("key"_L1).toString();
    if (!kind || !askedAt || key.isEmpty())
        return std::nullopt;
    WaitingChange waiting;
    waiting.askedAt = *askedAt;
    waiting.failures = json.value("failures"_L1).toInt();
    Change &change = waiting.change;
    change.kind = *kind;
    change.key = key;
    change.text = json.value("text"_L1).toString();
    for (const auto &value : json.value("literal"_L1).toArray())
        change.literal.append({value["from"_L1].toInt(), value["to"_L1].toInt()});
    change.meeting = json.value("meeting"_L1).toObject();
    change.uid = json.value("uid"_L1).toString();
    change.title = json.value("title"_L1).toString();
    change.when = intervalFromJson(json.value("when"_L1).toObject());
    if (json.contains("sequence"_L1))
        change.sequence = json.value("sequence"_L1).toInt();
    change.eventId = json.value("event_id"_L1).toString();
    change.etag = json.value("etag"_L1).toString();
    if (json.contains("refusal"_L1))
        waiting.refusal = refusalFrom(json.value("refusal"_L1).toObject());
    if (change.kind == Change::Kind::Move && !change.when)
        return std::nullopt;
    if (change.kind == Change::Kind::Restore && change.eventId.isEmpty())
        return std::nullopt;
    return waiting;
}

} // namespace ChatCal
