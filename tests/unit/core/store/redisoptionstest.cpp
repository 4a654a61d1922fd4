// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redisoptions.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using testing::ElementsAre;

namespace ChatCal {

namespace {

RedisOptions parsed(const QString &url)
{
    return orDie(RedisOptions::parse(url), "the URL is right");
}

RedisAddress at(const QString &host, quint16 port)
{
    return {host, port, {}};
}

} // namespace

TEST(RedisOptions, ReadsOneServer)
{
    const RedisOptions options = parsed(u"redis://cache.example"_s);
    EXPECT_EQ(options.kind, RedisOptions::Kind::Single);
    EXPECT_THAT(options.addresses, ElementsAre(at(u"cache.example"_s, 6379)));
    EXPECT_FALSE(options.tls);
    EXPECT_TRUE(options.password.isEmpty());
    EXPECT_EQ(options.database, 0);
    EXPECT_EQ(options.prefix, u"chatcal"_s);
}

TEST(RedisOptions, ReadsUserPasswordDatabaseAndOptions)
{
    const RedisOptions options =
        parsed(u" REDISS://ada:p%40s%2Fs@[::1]:7000/3?prefix=a.b&ca=/etc/ca.pem&cert=/c&key=/k "_s);
    EXPECT_TRUE(options.tls);
    EXPECT_THAT(options.addresses, ElementsAre(at(u"::1"_s, 7000)));
    EXPECT_EQ(options.user, u"ada"_s);
    EXPECT_EQ(options.password.reveal(), "p@s/s");
    EXPECT_EQ(options.database, 3);
    EXPECT_EQ(options.prefix, u"a.b"_s);
    EXPECT_EQ(options.caFile, u"/etc/ca.pem"_s);
    EXPECT_EQ(options.certificateFile, u"/c"_s);
    EXPECT_EQ(options.keyFile, u"/k"_s);
}

TEST(RedisOptions, ReadsAPasswordWithoutAUser)
{
    const RedisOptions options = parsed(u"redis://:secret@h"_s);
    EXPECT_TRUE(options.user.isEmpty());
    EXPECT_EQ(options.password.reveal(), "secret");
}

TEST(RedisOptions, ReadsALocalSocket)
{
    const RedisOptions options = parsed(u"unix://:pw@/run/my%20redis.sock?db=2"_s);
    EXPECT_EQ(options.addresses.first().path, u"/run/my redis.sock"_s);
    EXPECT_EQ(options.database, 2);
    EXPECT_EQ(options.password.reveal(), "pw");
}

TEST(RedisOptions, ReadsAClustersSeeds)
{
    const RedisOptions options = parsed(u"rediss+cluster://u:p@a:1,b,[fe80::2]:3"_s);
    EXPECT_EQ(options.kind, RedisOptions::Kind::Cluster);
    EXPECT_TRUE(options.tls);
    EXPECT_THAT(options.addresses, ElementsAre(at(u"a"_s, 1), at(u"b"_s, 6379), at(u"fe80::2"_s, 3)));
}

TEST(RedisOptions, ReadsSentinels)
{
    const RedisOptions options = parsed(u"redis+sentinel://:pw@a,b:1/the%20master/4?sentinel_password=x"_s);
    EXPECT_EQ(options.kind, RedisOptions::Kind::Sentinel);
    EXPECT_THAT(options.addresses, ElementsAre(at(u"a"_s, 26379), at(u"b"_s, 1)));
    EXPECT_EQ(options.masterName, u"the master"_s);
    EXPECT_EQ(options.database, 4);
    EXPECT_EQ(options.password.reveal(), "pw");
    EXPECT_EQ(options.sentinelPassword.reveal(), "x");
}

TEST(RedisOptions, DescribesItselfWithoutSecrets)
{
    EXPECT_EQ(parsed(u"redis://ada:pw@[::1]/3"_s).describe(), u"redis://[::1]:6379/3"_s);
    EXPECT_EQ(parsed(u"rediss+cluster://:pw@a,b:2"_s).describe(), u"rediss+cluster://a:6379,b:2"_s);
    EXPECT_EQ(parsed(u"redis+sentinel://:pw@a/m?sentinel_password=x"_s).describe(), u"redis+sentinel://a:26379/m/0"_s);
    EXPECT_EQ(parsed(u"unix://:pw@/r.sock"_s).describe(), u"unix:///r.sock?db=0"_s);
}

struct BadUrl
{
    const char *name;
    QString url;
    const char *says;
};

void PrintTo(const BadUrl &bad, std::ostream *out)
{
    *out << bad.name;
}

class RedisOptionsRefuse : public testing::TestWithParam<BadUrl>
{
};

TEST_P(RedisOptionsRefuse, SayingWhyWithoutRepeatingTheUrl)
{
    const auto options = RedisOptions::parse(GetParam().url);
    ASSERT_FALSE(options);
    EXPECT_EQ(options.error().code, ErrorCode::InvalidInput);
    EXPECT_THAT(options.error().detail.toStdString(), testing::HasSubstr(GetParam().says));
    EXPECT_THAT(options.error().detail.toStdString(), testing::Not(testing::HasSubstr("hunter2")));
}

INSTANTIATE_TEST_SUITE_P(
    Table, RedisOptionsRefuse,
    testing::Values(BadUrl{"Empty", u""_s, "must begin with redis://"},
                    BadUrl{"OtherScheme", u"http://hunter2"_s, "must begin with redis://"},
                    BadUrl{"NoScheme", u"localhost:6379"_s, "must begin with redis://"},
                    BadUrl{"NoHost", u"redis://"_s, "expected host"},
                    BadUrl{"NoHostBehindThePassword", u"redis://:hunter2@"_s, "expected host"},
                    BadUrl{"SlashInThePassword", u"redis://:hunter2/x@host"_s, "percent-encoded"},
                    BadUrl{"HashInThePassword", u"redis://:x#hunter2?y@host"_s, "percent-encoded"},
                    BadUrl{"NoPassword", u"redis://hunter2@host"_s, "user:password@"},
                    BadUrl{"EmptyPassword", u"redis://hunter2:@host"_s, "password before the @ is empty"},
                    BadUrl{"PortZero", u"redis://h:0"_s, "between 1 and 65535"},
                    BadUrl{"PortTooLarge", u"redis://h:65536"_s, "between 1 and 65535"},
                    BadUrl{"PortNoNumber", u"redis://h:hunter2"_s, "expected host"},
                    BadUrl{"DatabaseNoNumber", u"redis://h/hunter2"_s, "number from 0"},
                    BadUrl{"DatabaseNegative", u"redis://h?db=-1"_s, "number from 0"},
                    BadUrl{"PathTooLong", u"redis://h/1/hunter2"_s, "too many parts"},
                    BadUrl{"TwoHostsAlone", u"redis://a,b"_s, "redis+cluster://"},
                    BadUrl{"DatabaseInACluster", u"redis+cluster://a/1"_s, "database 0 only"},
                    BadUrl{"SentinelsWithoutAName", u"redis+sentinel://a"_s, "master's name"},
                    BadUrl{"UnknownOption", u"redis://h?hunter2=1"_s, "the options are"},
                    BadUrl{"BadPrefix", u"redis://h?prefix=hunter2{"_s, "prefix takes"},
                    BadUrl{"AuthorityWithoutTls", u"redis://h?ca=/hunter2"_s, "rediss"},
                    BadUrl{"CertificateWithoutKey", u"rediss://h?cert=/hunter2"_s, "go together"},
                    BadUrl{"SentinelPasswordAlone", u"redis://h?sentinel_password=hunter2"_s, "needs sentinels"},
                    BadUrl{"SocketWithAHost", u"unix://hunter2/x"_s, "unix:///path"},
                    BadUrl{"SocketWithoutAPath", u"unix://"_s, "unix:///path"}),
    [](const auto &info) { return std::string(info.param.name); });

} // namespace ChatCal
