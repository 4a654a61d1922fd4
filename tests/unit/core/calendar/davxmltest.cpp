// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/caldav/davxml.h"
#include "core/calendar/caldav/davhrefs.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using testing::IsEmpty;
using testing::SizeIs;

namespace ChatCal {

TEST(DavXml, ReadsAnyPrefixByItsNamespace)
{
    const QByteArray prefixed =
        R"(<?xml version='1.0' encoding='utf-8'?><d:multistatus xmlns:d="DAV:" xmlns:cal="urn:ietf:params:xml:ns:caldav"
        ><d:response><d:href>/a/b.ics</d:href><d:propstat><d:prop><d:getetag>"1"</d:getetag><cal:calendar-data
        >BEGIN</cal:calendar-data></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response
        ><d:sync-token>t</d:sync-token></d:multistatus>)";
    const QByteArray unprefixed =
        R"(<multistatus xmlns="DAV:"><response><href>
        /a/b.ics </href><propstat><prop><getetag>&quot;1&quot;</getetag>
        <calendar-data xmlns="urn:ietf:params:xml:ns:caldav"><![CDATA[BEGIN]]></calendar-data></prop>
        <status>HTTP/1.1 200 OK</status></propstat></response><sync-token>t</sync-token></multistatus>)";
    QByteArray numbered = prefixed; // Python's ElementTree
    numbered.replace("d:", "ns0:")
        .replace("xmlns:d=", "xmlns:ns0=")
        .replace("cal:", "ns1:")
        .replace("xmlns:cal=", "xmlns:ns1=");
    for (const QByteArray &xml : {prefixed, unprefixed, numbered}) {
        const auto read = parseMultistatus(xml);
        ASSERT_TRUE(read) << qPrintable(read.error().detail);
        ASSERT_THAT(read->responses, SizeIs(1));
        EXPECT_EQ(read->responses[0].href, "/a/b.ics");
        EXPECT_EQ(read->responses[0].text(DavNames::dav, u"getetag"), u"\"1\""_s);
        EXPECT_EQ(read->responses[0].text(DavNames::calDav, u"calendar-data"), u"BEGIN"_s);
        EXPECT_EQ(read->syncToken, u"t"_s);
    }
}

TEST(DavXml, TakesNoOtherNamespaceForDav)
{
    const auto read = parseMultistatus(
        R"(<D:multistatus xmlns:D="DAV:" xmlns:X="urn:x"><X:response><D:href>/a</D:href></X:response></D:multistatus>)");
    ASSERT_TRUE(read);
    EXPECT_THAT(read->responses, IsEmpty());
    EXPECT_FALSE(parseMultistatus(R"(<D:multistatus xmlns:D="urn:x"/>)"));
}

TEST(DavXml, DoesNotTakeAMissingPropertyForAMissingResource)
{
    const auto read = parseMultistatus(
        R"(<D:multistatus xmlns:D="DAV:"><D:response><D:href>/a.ics</D:href><D:propstat><D:prop><D:getetag />
        </D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response><D:response><D:href>/b.ics</D:href
        ><D:status>HTTP/1.1 404 Not Found</D:status></D:response></D:multistatus>)");
    ASSERT_TRUE(read);
    ASSERT_THAT(read->responses, SizeIs(2));
    EXPECT_FALSE(read->responses[0].isGone());
    EXPECT_THAT(read->responses[0].properties, IsEmpty());
    EXPECT_TRUE(read->responses[1].isGone());
}

TEST(DavXml, RefusesWhatIsNotWellFormedOrTooClever)
{
    const QByteArray laughs = R"(<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>)"
                              R"(<D:multistatus xmlns:D="DAV:"><D:sync-token>&b;</D:sync-token></D:multistatus>)";
    QByteArray nested = R"(<D:multistatus xmlns:D="DAV:">)";
    nested += QByteArray("<D:a>").repeated(5000);
    for (const QByteArray &xml :
         {QByteArray(), QByteArray("<html><body>Login</body></html>"), QByteArray("\x00\xff\xfe", 3),
          QByteArray(R"(<D:multistatus xmlns:D="DAV:"><D:response><D:href>/a)"),
          QByteArray(R"(<D:multistatus xmlns:D="DAV:"></D:response>)"), laughs, nested}) {
        const auto read = parseMultistatus(xml);
        ASSERT_FALSE(read) << xml.left(80).constData();
        EXPECT_EQ(read.error().code, ErrorCode::Protocol);
    }
}

TEST(DavXml, NamesThePreconditionOfAnError)
{
    EXPECT_EQ(davPrecondition(R"(<?xml version="1.0"?><d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns">)"
                              R"(<s:exception>X</s:exception><d:valid-sync-token/></d:error>)"),
              u"valid-sync-token"_s);
    EXPECT_TRUE(davPrecondition("<html/>").isEmpty());
}

TEST(DavHrefs, GivesOwnEventsTheirIdAndOthersOneThatNamesTheResource)
{
    const QUrl collection(u"http://host:5232/cal%20s/ada%40x/"_s);
    EXPECT_EQ(idOfHref("/cal%20s/ada%40x/tea01.ics"), u"tea01"_s);
    EXPECT_EQ(hrefOfId(collection, u"tea01"_s).toEncoded(), "http://host:5232/cal%20s/ada%40x/tea01.ics");
    for (const QByteArray &name : {"5F3A-11.ics", "Tea%20with%20Ada.ics", "tea01", "x.ics", "%2Fetc%2Fpasswd.ics",
                                   "w0123.ics", "caf%C3%A9.ics", "a%25b.ics", "UPPER.ics"}) {
        const QString id = idOfHref("/cal/" + name);
        EXPECT_TRUE(isForeignId(id)) << name.constData();
        const QByteArray path = hrefOfId(collection, id).path(QUrl::FullyEncoded).toLatin1();
        EXPECT_EQ(idOfHref(path), id);
        EXPECT_EQ(QByteArray::fromPercentEncoding(path.mid(path.lastIndexOf('/') + 1)),
                  QByteArray::fromPercentEncoding(name));
    }
    EXPECT_TRUE(idOfHref("/cal/").isEmpty());
    for (const auto &id : {u"UPPER"_s, u"../x"_s, u"w"_s, u"wzz"_s, u"w5o"_s + u"é"_s, QString()})
        EXPECT_FALSE(hrefOfId(collection, id).isValid()) << qPrintable(id);
}

TEST(DavHrefs, KeepsThePortAndKnowsAResourceByOtherSpellings)
{
    const QUrl base(u"https://host:8443/dav/"_s);
    EXPECT_EQ(resolvedHref(base, "/dav/cal/").toString(), u"https://host:8443/dav/cal/"_s);
    EXPECT_EQ(resolvedHref(base, "https://p34.host/cal/").toString(), u"https://p34.host/cal/"_s);
    EXPECT_TRUE(isSameResource(QUrl(u"https://h/a@b/"_s), QUrl(u"https://h/a%40b"_s)));
    EXPECT_FALSE(isSameResource(QUrl(u"https://h/a/b"_s), QUrl(u"https://h/a"_s)));
}

} // namespace ChatCal
