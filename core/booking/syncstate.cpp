// SPDX-License-Identifier: Apache-2.0
#include "core/booking/syncstate.h"

#include "core/base/json.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

QByteArray SyncState::toStored() const
{
    QJsonObject lookObject;
    for (auto look = looks.cbegin(); look != looks.cend(); ++look)
        lookObject.insert(look.key(), look.value() == Look::AbsentOnce);
    QStringList ids(known.cbegin(), known.cend());
    ids.sort();
    return toJson(QJsonObject{{u"source"_s, source},
                              {u"token"_s, token},
                              {u"looked_at"_s, qint64(lookedAt.time_since_epoch().count())},
                              {u"absent_once"_s, lookObject},
                              {u"known"_s, QJsonArray::fromStringList(ids)}});
}

SyncState SyncState::fromStored(const QByteArray &body, const QString &source)
{
    SyncState state;
    state.source = source;
    const auto object = parseJsonObject(body);
    if (!object || object->value("source"_L1).toString() != source)
        return state;
    state.token = object->value("token"_L1).toString();
    state.lookedAt = Instant(std::chrono::milliseconds(object->value("looked_at"_L1).toInteger()));
    const QJsonObject looks = object->value("absent_once"_L1).toObject();
    for (auto look = looks.constBegin(); look != looks.constEnd(); ++look)
        state.looks.insert(look.key(), look.value().toBool() ? Look::AbsentOnce : Look::Due);
    const QJsonArray known = object->value("known"_L1).toArray();
    for (const auto &id : known)
        state.known.insert(id.toString());
    return state;
}

} // namespace ChatCal
