// SPDX-License-Identifier: Apache-2.0
#include "core/base/signedlink.h"

#include <gmock/gmock.h>

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

const SignedLinks &links()
{
    static const SignedLinks made(Secret("a master key"));
    return made;
}

SignedLink link()
{
    return {u"1b4e28ba-2fa1-41d2-883f-0016d3cca427@chatcal"_s, links().readerOf(u"ada@example.com"_s), 3,
            Instant(1'775'000'000s)};
}

} // namespace

TEST(SignedLinks, ReadsWhatItSigned)
{
    const QString text = links().sign(link());
    EXPECT_TRUE(QRegularExpression(u"^[A-Za-z0-9_-]{40,160}$"_s).match(text).hasMatch()) << text.toStdString();
    EXPECT_EQ(links().read(text), link());
    EXPECT_EQ(links().sign(link()), text); // a mail written again is the same mail
    EXPECT_EQ(SignedLinks(Secret("a master key")).read(text), link()); // another process reads it
}

TEST(SignedLinks, HoldsNoAddress)
{
    const QString text = links().sign(link());
    const QByteArray bytes = QByteArray::fromBase64(text.toLatin1(), QByteArray::Base64UrlEncoding);
    EXPECT_FALSE(bytes.contains("ada") || bytes.contains("example"));
    EXPECT_EQ(links().readerOf(u" ADA@example.com"_s), link().reader);
    EXPECT_NE(links().readerOf(u"bob@example.com"_s), link().reader);
}

TEST(SignedLinks, RefusesEveryChangedByteAndEveryCutText)
{
    const QString text = links().sign(link());
    const QByteArray bytes = QByteArray::fromBase64(text.toLatin1(), QByteArray::Base64UrlEncoding);
    constexpr auto how = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QByteArray changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_FALSE(links().read(QString::fromLatin1(changed.toBase64(how)))) << i;
        EXPECT_FALSE(links().read(QString::fromLatin1(bytes.left(i).toBase64(how)))) << i;
    }
    for (qsizetype i = 0; i < text.size(); ++i)
        EXPECT_FALSE(links().read(text.left(i))) << i;
    for (const QString &odd : {text + u'A', text + u"=="_s, u' ' + text, QString(text).replace(0, 1, u"é"_s), QString(),
                               QString(4000, u'A')})
        EXPECT_FALSE(links().read(odd)) << odd.toStdString();
}

TEST(SignedLinks, RefusesAnotherKeyAndAnotherUseOfTheSame)
{
    const QString text = links().sign(link());
    EXPECT_FALSE(SignedLinks(Secret("another key")).read(text));
    EXPECT_NE(SignedLinks(Secret("another key")).readerOf(u"ada@example.com"_s), link().reader);
}

TEST(SignedLinks, SignsNoUidItCouldNotRead)
{
    SignedLink wrong = link();
    wrong.uid.clear();
    EXPECT_TRUE(links().sign(wrong).isEmpty());
    wrong.uid = QString(256, u'x');
    EXPECT_TRUE(links().sign(wrong).isEmpty());
    wrong.uid = QString(255, u'x');
    EXPECT_EQ(links().read(links().sign(wrong)), wrong);
    wrong.reader = u"xyz"_s;
    EXPECT_TRUE(links().sign(wrong).isEmpty());
}

} // namespace ChatCal
