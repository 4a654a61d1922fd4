// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QLatin1StringView>
#include <QStringView>

#include <memory>

class QJsonArray;
class QJsonObject;
class QJsonValue;

namespace ChatCal {

/// Writes compact JSON (RFC 8259, UTF-8) piece by piece, without an object in between. Half a surrogate pair becomes a
/// question mark. Whoever writes sees to it that keys and values alternate within objects.
class JsonWriter
{
public:
    JsonWriter();
    ~JsonWriter();
    Q_DISABLE_COPY_MOVE(JsonWriter)

    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &key(QLatin1StringView ascii);
    JsonWriter &key(QStringView name);
    JsonWriter &string(QStringView text);
    JsonWriter &string(QLatin1StringView ascii);
    JsonWriter &number(qint64 number);
    JsonWriter &number(int number) { return this->number(qint64(number)); }
    JsonWriter &number(double number); ///< null when it is not finite
    JsonWriter &boolean(bool value);
    JsonWriter &null();
    JsonWriter &value(const QJsonValue &value);
    JsonWriter &array(const QJsonArray &array);
    JsonWriter &object(const QJsonObject &object);
    /// The members of @p object within the object being written.
    JsonWriter &members(const QJsonObject &object);
    /// One value that is JSON already.
    JsonWriter &raw(QByteArrayView json);

    /// What was written; nothing may be written any more.
    [[nodiscard]] QByteArray take();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ChatCal
