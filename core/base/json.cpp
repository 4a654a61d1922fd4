// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"

#include <QJsonDocument>
#include <QUtf8StringView>

using namespace Qt::StringLiterals;

namespace ChatCal {

Result<QJsonObject> parseJsonObject(const QByteArray &bytes)
{
    if (!QUtf8StringView(bytes).isValidUtf8())
        return failure(ErrorCode::InvalidInput, u"the body is not UTF-8"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorCode::InvalidInput,
                       u"not JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return failure(ErrorCode::InvalidInput, u"the JSON must be an object"_s);
    return document.object();
}

QByteArray toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace ChatCal
