// SPDX-License-Identifier: Apache-2.0
#include "core/base/jsonwriter.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#if defined(__SSE2__)
#define RAPIDJSON_SSE2 // looks for what must be escaped in 16 bytes at once
#endif
#include <rapidjson/writer.h>

#include <cmath>
#include <cstring>

namespace ChatCal {

namespace {

constexpr size_t firstSize = 2048;

using Buffer = rapidjson::StringBuffer;

class Writer : public rapidjson::Writer<Buffer>
{
public:
    using rapidjson::Writer<Buffer>::Writer;
    /// As RawValue, which copies byte by byte.
    void copy(QByteArrayView json)
    {
        Prefix(rapidjson::kObjectType);
        std::memcpy(os_->Push(static_cast<size_t>(json.size())), json.data(), static_cast<size_t>(json.size()));
    }
};

} // namespace

struct JsonWriter::Private
{
    Buffer buffer{nullptr, firstSize};
    Writer writer{buffer};

    void text(QByteArrayView utf8) { writer.String(utf8.data(), static_cast<rapidjson::SizeType>(utf8.size())); }
};

JsonWriter::JsonWriter() : d(std::make_unique<Private>())
{
}

JsonWriter::~JsonWriter() = default;

JsonWriter &JsonWriter::beginObject()
{
    d->writer.StartObject();
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    d->writer.EndObject();
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    d->writer.StartArray();
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    d->writer.EndArray();
    return *this;
}

JsonWriter &JsonWriter::key(QLatin1StringView ascii)
{
    return string(ascii);
}

JsonWriter &JsonWriter::key(QStringView name)
{
    return string(name);
}

JsonWriter &JsonWriter::string(QStringView text)
{
    d->text(text.toUtf8());
    return *this;
}

JsonWriter &JsonWriter::string(QLatin1StringView ascii)
{
    d->text({ascii.data(), ascii.size()});
    return *this;
}

JsonWriter &JsonWriter::number(qint64 number)
{
    d->writer.Int64(number);
    return *this;
}

JsonWriter &JsonWriter::number(double number)
{
    if (std::isfinite(number))
        d->writer.Double(number);
    else
        d->writer.Null();
    return *this;
}

JsonWriter &JsonWriter::boolean(bool value)
{
    d->writer.Bool(value);
    return *this;
}

JsonWriter &JsonWriter::null()
{
    d->writer.Null();
    return *this;
}

JsonWriter &JsonWriter::value(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return boolean(value.toBool());
    case QJsonValue::Double: {
        const double number = value.toDouble();
        const qint64 whole = value.toInteger(0);
        // A number that was made from an integer stays one, also beyond a double's 53 bits.
        return static_cast<double>(whole) == number ? this->number(whole) : this->number(number);
    }
    case QJsonValue::String:
        return string(QStringView(value.toString()));
    case QJsonValue::Array:
        return array(value.toArray());
    case QJsonValue::Object:
        return object(value.toObject());
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return null();
}

JsonWriter &JsonWriter::array(const QJsonArray &array)
{
    d->writer.StartArray();
    for (const auto &element : array)
        value(element);
    d->writer.EndArray();
    return *this;
}

JsonWriter &JsonWriter::object(const QJsonObject &object)
{
    return beginObject().members(object).endObject();
}

JsonWriter &JsonWriter::members(const QJsonObject &object)
{
    for (auto it = object.begin(); it != object.end(); ++it)
        key(it.key()).value(it.value());
    return *this;
}

JsonWriter &JsonWriter::raw(QByteArrayView json)
{
    d->writer.copy(json);
    return *this;
}

QByteArray JsonWriter::take()
{
    return {d->buffer.GetString(), static_cast<qsizetype>(d->buffer.GetSize())};
}

} // namespace ChatCal
