// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redisschema.h"

#include "core/store/redis/redisprotocol.h"
#include "redisfakeserver.h"

#include <gmock/gmock.h>

#include <limits>

using namespace Qt::StringLiterals;
using testing::ElementsAre;

namespace ChatCal {

namespace {

RedisReply replyOf(const QByteArray &bytes)
{
    RedisReplyReader reader;
    reader.feed(bytes);
    return orDie(reader.next(), "it is a reply");
}

QList<QByteArray> argumentsOf(const QByteArray &wire)
{
    QList<QByteArray> arguments;
    const RedisReply command = replyOf(wire);
    for (const redisReply *part : elementsOf(*command))
        arguments.append(textOf(*part).toByteArray());
    return arguments;
}

const RedisSchema schema(u"app"_s, 3, std::chrono::seconds(10));

QByteArray lowerBound(qint64 score)
{
    return argumentsOf(schema.range({u"p"_s, u"i"_s, score, 0, 5, {}})).at(2);
}

} // namespace

TEST(RedisSchema, KnowsTheSlotsOfTheSpecification)
{
    EXPECT_EQ(redisSlot("123456789"), 0x31c3);
    EXPECT_EQ(redisSlot("foo"), 12182);
    EXPECT_EQ(redisSlot("{user1000}.following"), redisSlot("{user1000}.followers"));
    EXPECT_EQ(redisSlot("foo{bar}{zap}"), redisSlot("bar"));
    EXPECT_EQ(redisSlot("foo{{bar}}zap"), redisSlot("{bar"));
    EXPECT_NE(redisSlot("foo{}{bar}"), redisSlot("bar")) << "an empty tag is none";
}

TEST(RedisSchema, KeepsAPartitionInOneSlotWhateverItsName)
{
    for (const QString &partition : {u"p"_s, u"}"_s, u"{}"_s, u"a}b{c}"_s, u"%7D"_s, u"\u00fc}"_s}) {
        Batch batch;
        batch.partition = partition;
        batch.puts = {{u"}{"_s, "x", {}, {}}};
        batch.indexPuts = {{u"{i}"_s, u"m"_s, 1}};
        batch.fence = Lease{partition, u"l}"_s, u"o"_s, 1};
        const auto arguments = argumentsOf(schema.commit(batch, "id", true));
        const int count = arguments.at(2).toInt();
        ASSERT_EQ(count, 5);
        for (const QByteArray &key : arguments.mid(3, count))
            EXPECT_EQ(redisSlot(key), schema.slot(partition)) << key.toStdString();
    }
    EXPECT_NE(schema.documentKey(u"}"_s, u"k"_s), schema.documentKey(u"%7D"_s, u"k"_s));
}

TEST(RedisSchema, WritesNamesInUtf8AndEscapesOnlyTheTag)
{
    EXPECT_EQ(argumentsOf(schema.get(u"p%}\u00fc"_s, u"k%}\U0001f600"_s)).at(1),
              "app:{p%25%7D\xc3\xbc}:d:k%}\xf0\x9f\x98\x80");
    const QString longest(300, u'\u4e2d');
    EXPECT_EQ(argumentsOf(schema.get(longest, longest)).at(1), schema.documentKey(longest, longest));
    EXPECT_EQ(schema.documentKey(longest, longest).size(), qsizetype(sizeof "app:{}:d:") - 1 + 2 * 900);
    const auto arguments = argumentsOf(schema.acquireAndGet(u"p"_s, u"l"_s, u"o"_s, std::chrono::seconds(2), u"k"_s));
    EXPECT_THAT(arguments.mid(2),
                ElementsAre("3", "app:{p}:l:l", "app:{p}:t:l", "app:{p}:d:k", "o", "2000", "604802000"));
    const Lease lease{u"p"_s, u"l"_s, u"o"_s, 41};
    EXPECT_THAT(argumentsOf(schema.release(lease)).mid(2), ElementsAre("1", "app:{p}:l:l", "41:o"));
    EXPECT_THAT(argumentsOf(schema.renew(lease, std::chrono::seconds(2))).mid(4), ElementsAre("41:o", "2000"));
}

TEST(RedisSchema, OrdersScoresByTheirDigits)
{
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    const QList<qint64> scores{least, least + 1, -1, 0, 1, (qint64(1) << 53), (qint64(1) << 53) + 1, most - 1, most};
    for (qsizetype i = 1; i < scores.size(); ++i)
        EXPECT_LT(lowerBound(scores.at(i - 1)), lowerBound(scores.at(i)));
    const auto reply = replyOf(array({bulk("0000000000000000a"), bulk("ffffffffffffffff\xc3\xbc")}));
    EXPECT_THAT(*RedisSchema::entries(*reply), ElementsAre(IndexEntry{u"a"_s, least}, IndexEntry{u"\u00fc"_s, most}));
}

TEST(RedisSchema, StartsBehindAnEntryOnlyWhenThatIsFurther)
{
    EXPECT_EQ(argumentsOf(schema.range({u"p"_s, u"i"_s, 5, 9, 5, IndexEntry{u"m"_s, 5}})).at(2), "(8000000000000005m");
    EXPECT_EQ(argumentsOf(schema.range({u"p"_s, u"i"_s, 5, 9, 5, IndexEntry{u"m"_s, 4}})).at(2), "[8000000000000005");
}

TEST(RedisSchema, KeepsTimesToLiveWithinWhatRedisTakes)
{
    Batch batch;
    batch.partition = u"p"_s;
    batch.puts = {{u"k"_s, "x", {}, std::chrono::milliseconds::max()},
                  {u"l"_s, "x", {}, std::chrono::milliseconds(-1)}};
    const auto arguments = argumentsOf(schema.commit(batch, "id", false));
    EXPECT_EQ(arguments.last(), "0");
    EXPECT_EQ(arguments.at(arguments.size() - 4), "1000000000000000");
}

TEST(RedisSchema, RefusesWhatIsNotOurs)
{
    for (const QByteArray &bytes :
         {bulk("short"), bulk("not a number at all"), QByteArray(":1\r\n"), QByteArray("*0\r\n")})
        EXPECT_FALSE(RedisSchema::document(u"k"_s, *replyOf(bytes))) << bytes.toStdString();
    EXPECT_FALSE(RedisSchema::documents({u"a"_s, u"b"_s}, *replyOf(array({"$-1\r\n"}))));
    EXPECT_FALSE(RedisSchema::entries(*replyOf(array({bulk("0123")}))));
    EXPECT_FALSE(RedisSchema::entries(*replyOf(array({bulk("xxxxxxxxxxxxxxxxm")}))));
    EXPECT_FALSE(RedisSchema::versions(*replyOf(":1\r\n")));
    EXPECT_FALSE(RedisSchema::versions(*replyOf(bulk("+1 x"))));
    EXPECT_FALSE(RedisSchema::versions(*replyOf(bulk("+1  2"))));
    EXPECT_THAT(*RedisSchema::versions(*replyOf(bulk("+"))), testing::IsEmpty());
    EXPECT_THAT(*RedisSchema::versions(*replyOf(bulk("+12 3"))), ElementsAre(12, 3));
    EXPECT_FALSE(RedisSchema::token(*replyOf(bulk("x"))));
    for (const QByteArray &bytes : {bulk("1"), array({bulk("1")}), array({"$-1\r\n", "$-1\r\n"}),
                                    array({bulk("x"), "$-1\r\n"}), array({bulk("1"), bulk("short")})}) {
        const auto leased = RedisSchema::leased({}, u"k"_s, *replyOf(bytes));
        ASSERT_FALSE(leased) << bytes.toStdString();
        EXPECT_EQ(leased.error().code, ErrorCode::Internal) << bytes.toStdString();
    }
    EXPECT_TRUE(RedisSchema::leased({}, u"k"_s, *replyOf(array({bulk("1"), "$-1\r\n"}))));
}

TEST(RedisSchema, ReadsBackTheNoticesItWrites)
{
    const auto message = argumentsOf(schema.publish(u"t\u00f6pic:1"_s, QByteArray("a\0b", 3))).at(2);
    const auto notice = RedisSchema::notice(message);
    ASSERT_TRUE(notice);
    EXPECT_EQ(notice->topic, u"t\u00f6pic:1"_s);
    EXPECT_EQ(notice->body, QByteArray("a\0b", 3));
    for (const QByteArray &strange : {"", "x", "5:abc", "-1:abc", ":abc", "99999999999:abc"})
        EXPECT_FALSE(RedisSchema::notice(strange)) << strange.toStdString();
}

TEST(RedisProtocol, WritesCommandsWithTheLengthsOfTheirArguments)
{
    constexpr char expected[] = "*3\r\n$3\r\nSET\r\n$4\r\nk\0\r\n\r\n$0\r\n\r\n";
    EXPECT_EQ(redisCommand({"SET", QByteArrayView("k\0\r\n", 4), ""}), QByteArray(expected, sizeof expected - 1));
    RedisCommand pieces(4, 0);
    pieces.add({"a", "", QByteArrayView("bc"), QByteArrayView()});
    pieces.addNumber(std::numeric_limits<qint64>::min());
    pieces.addEmpty();
    pieces.add(QByteArray(100'000, 'x'));
    EXPECT_EQ(pieces.take(),
              "*4\r\n$3\r\nabc\r\n$20\r\n-9223372036854775808\r\n$0\r\n\r\n$100000\r\n" + QByteArray(100'000, 'x')
                  + "\r\n");
}

TEST(RedisProtocol, TellsWhatErrorsMeanAndKeepsTheirTextBack)
{
    const Error error = redisError("ERR unknown command 'SECRET', with args beginning with: 'hunter2'");
    EXPECT_EQ(error.code, ErrorCode::Internal);
    EXPECT_THAT(error.detail.toStdString(), testing::Not(testing::HasSubstr("hunter2")));
    const Error wrapped =
        redisError("ERR Error running script (call to f_0): @user_script:9: -OOM command not allowed");
    EXPECT_EQ(wrapped.code, ErrorCode::Unavailable) << "as Redis 6.2 writes it";
}

TEST(RedisProtocol, GivesUpOnGarbage)
{
    RedisReplyReader reader;
    reader.feed("HTTP/1.1 400 Bad Request\r\n");
    const auto reply = reader.next();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, ErrorCode::Protocol);
}

} // namespace ChatCal
