// SPDX-License-Identifier: Apache-2.0
#include "core/booking/intent.h"

#include "core/base/json.h"

using namespace Qt::StringLiterals;

namespace ChatCal {
namespace {

QString kindName(Intent::Kind kind)
{
    switch (kind) {
    case Intent::Kind::Book:
        return u"book"_s;
    case Intent::Kind::Change:
        return u"change"_s;
    case Intent::Kind::Cancel:
        return u"cancel"_s;
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

QByteArray toStored(const Intent &intent)
{
    return toJson(QJsonObject{{u"kind"_s, kindName(intent.kind)},
                              {u"target"_s, QString::fromUtf8(toStored(intent.target))},
                              {u"once"_s, intent.onceKey},
                              {u"reserved_id"_s, intent.reservedId},
                              {u"abandoned"_s, intent.abandoned},
                              {u"followed"_s, intent.followed}});
}

Result<Intent> intentFromStored(const QByteArray &body)
{
    const auto object = parseJsonObject(body);
    if (!object)
        return failure(ErrorCode::Internal, u"a stored intent is not JSON: "_s + object.error().detail);
    auto target = meetingFromStored(object->value("target"_L1).toString().toUtf8(), 0);
    if (!target)
        return tl::unexpected(target.error());
    for (const Intent::Kind kind : {Intent::Kind::Book, Intent::Kind::Change, Intent::Kind::Cancel}) {
        if (object->value("kind"_L1).toString() != kindName(kind))
            continue;
        return Intent{kind,
                      std::move(*target),
                      object->value("once"_L1).toString(),
                      object->value("reserved_id"_L1).toBool(),
                      object->value("abandoned"_L1).toBool(),
                      object->value("followed"_L1).toBool()};
    }
    return failure(ErrorCode::Internal, u"a stored intent is of no known kind"_s);
}

} // namespace ChatCal
