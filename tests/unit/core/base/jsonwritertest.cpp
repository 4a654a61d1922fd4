// SPDX-License-Identifier: Apache-2.0
#include "core/base/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace ChatCal;

namespace {

QJsonObject read(const QByteArray &json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    EXPECT_EQ(error.error, QJsonParseError::NoError) << json.toStdString();
    return document.object();
}

TEST(JsonWriterTest, WritesWhatQtReads)
{
    JsonWriter json;
    json.beginObject().key("text"_L1).string(u"a \"quoted\" \\ line\n\t\u0001 – ü 😀"_s).key("list"_L1).beginArray();
    json.number(qint64(1)).number(0.25).boolean(true).null().string("ascii"_L1).endArray();
    json.key("raw"_L1).raw(R"({"x":[1,2]})").endObject();
    const QJsonObject expected{{u"text"_s, u"a \"quoted\" \\ line\n\t\u0001 – ü 😀"_s},
                               {u"list"_s, QJsonArray{1, 0.25, true, QJsonValue(), u"ascii"_s}},
                               {u"raw"_s, QJsonObject{{u"x"_s, QJsonArray{1, 2}}}}};
    EXPECT_EQ(read(json.take()), expected);
}

TEST(JsonWriterTest, WritesObjectsAsQtDoes)
{
    const QJsonObject object{{u"empty"_s, QJsonObject()},
                             {u"key \"with\" ü"_s, QJsonArray{QJsonArray(), u""_s, QJsonValue()}},
                             {u"most"_s, std::numeric_limits<qint64>::max()},
                             {u"least"_s, std::numeric_limits<qint64>::min()},
                             {u"half"_s, -0.5},
                             {u"no"_s, false}};
    JsonWriter json;
    json.object(object);
    EXPECT_EQ(read(json.take()), object);
}

TEST(JsonWriterTest, NumbersThatAreNoneAreNull)
{
    JsonWriter json;
    json.beginArray().number(std::numeric_limits<double>::infinity()).number(std::nan("")).endArray();
    EXPECT_EQ(json.take(), "[null,null]");
}

TEST(JsonWriterTest, ReplacesHalfCharacters)
{
    const QString half = u"a"_s + QChar(0xd83d) + u"b"_s;
    JsonWriter json;
    json.beginObject().key("t"_L1).string(half).endObject();
    EXPECT_EQ(read(json.take())[u"t"_s].toString(), u"a?b"_s);
}

TEST(JsonWriterTest, GrowsBeyondItsFirstSize)
{
    const QString text(100'000, u'x');
    JsonWriter json;
    json.beginObject().key("t"_L1).string(text).endObject();
    EXPECT_EQ(read(json.take())[u"t"_s].toString(), text);
}

} // namespace
