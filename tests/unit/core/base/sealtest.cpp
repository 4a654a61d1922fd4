// SPDX-License-Identifier: Apache-2.0
#include "core/base/seal.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

TEST(Seal, OpensWhatItClosed)
{
    const Seal seal(Secret("master"), u"context"_s);
    for (const QByteArray &value : {QByteArray("1//refresh-token"), QByteArray(), QByteArray(10'000, '\0')}) {
        const QString closed = seal.close(Secret(value));
        EXPECT_TRUE(closed.startsWith("enc:v1:"_L1));
        EXPECT_TRUE(Seal::isSealed(closed));
        const auto opened = seal.open(closed);
        ASSERT_TRUE(opened.has_value());
        EXPECT_EQ(opened->reveal(), value);
    }
}

TEST(Seal, ShowsNothingOfWhatItHolds)
{
    const Seal seal(Secret("master"), u"context"_s);
    const QString closed = seal.close(Secret("a-refresh-token"));
    EXPECT_FALSE(closed.contains("refresh"_L1));
    EXPECT_FALSE(QByteArray::fromBase64(closed.mid(7).toLatin1(), QByteArray::Base64UrlEncoding).contains("refresh"));
    EXPECT_NE(seal.close(Secret("a-refresh-token")), closed);
}

TEST(Seal, OpensNothingOfAnotherKeyOrContext)
{
    const QString closed = Seal(Secret("master"), u"google:owner"_s).close(Secret("token"));
    for (const auto &[key, context] : {std::pair<QByteArray, QString>{"other", u"google:owner"_s},
                                       {"master", u"google:alan"_s},
                                       {"master\n", u"google:owner"_s}}) {
        const auto opened = Seal(Secret(key), context).open(closed);
        ASSERT_FALSE(opened.has_value());
        EXPECT_EQ(opened.error().code, ErrorCode::Unauthorized);
    }
}

TEST(Seal, NoticesEveryChangedByte)
{
    const Seal seal(Secret("master"), u"context"_s);
    const QString closed = seal.close(Secret("token"));
    for (qsizetype at = 0; at < closed.size(); ++at) {
        QString changed = closed;
        changed[at] = closed[at] == u'A' ? u'B' : u'A';
        const auto opened = seal.open(changed);
        // The last digit holds two bits that say nothing.
        if (opened) {
            EXPECT_EQ(at, closed.size() - 1);
            EXPECT_EQ(opened->reveal(), "token");
        }
    }
}

TEST(Seal, KnowsWhatIsNotSealed)
{
    const Seal seal(Secret("master"), u"context"_s);
    for (const QString &text :
         {QString(), u"enc:v1:"_s, u"enc:v2:AAAA"_s, u"plain"_s, u"enc:v1:AAAA"_s, u"enc:v1:=!"_s}) {
        const auto opened = seal.open(text);
        ASSERT_FALSE(opened.has_value());
        EXPECT_EQ(opened.error().code, ErrorCode::Protocol) << qPrintable(text);
    }
}

TEST(Seal, TakesMasterKeysOfAnyLength)
{
    for (const QByteArray &key : {QByteArray("x"), QByteArray(32, 'k'), QByteArray(1000, 'k')}) {
        const Seal seal(Secret(key), {});
        EXPECT_EQ(seal.open(seal.close(Secret("token")))->reveal(), "token");
    }
}

} // namespace ChatCal
