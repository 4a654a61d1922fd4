// SPDX-License-Identifier: Apache-2.0
#include "core/net/ssereader.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace ChatCal {

namespace {

QList<SseEvent> readWhole(const QByteArray &stream)
{
    SseReader reader;
    return orDie(reader.feed(stream), "short enough");
}

SseEvent message(const QString &data, const QString &id = {})
{
    return {u"message"_s, data, id};
}

} // namespace

TEST(SseReader, ReadsAnEventWithAllFields)
{
    EXPECT_THAT(readWhole("event: token\nid: 7\ndata: {\"a\":1}\n\n"),
                ElementsAre(SseEvent{u"token"_s, u"{\"a\":1}"_s, u"7"_s}));
}

TEST(SseReader, JoinsDataLinesWithLineFeeds)
{
    EXPECT_THAT(readWhole("data: one\ndata:two\ndata\ndata:  three\n\n"),
                ElementsAre(message(u"one\ntwo\n\n three"_s)));
}

TEST(SseReader, TakesAllThreeLineEndings)
{
    for (const QByteArray &end : {QByteArray("\n"), QByteArray("\r"), QByteArray("\r\n")}) {
        QByteArray stream = "data: a\nevent: x\n\ndata: b\n\n";
        stream.replace("\n", end);
        EXPECT_THAT(readWhole(stream), ElementsAre(SseEvent{u"x"_s, u"a"_s, {}}, message(u"b"_s)));
    }
}

TEST(SseReader, DoesNotMindHowTheStreamIsCut)
{
    const QByteArray stream = "\xEF\xBB\xBF"
                              "id: 1\r\n: comment\r\ndata: gr\xC3\xBC\xC3\x9F\r\n\r\nevent: e\rdata: b\r\rdata: c\n\n";
    const QList<SseEvent> expected{
        message(u"gr\u00fc\u00df"_s, u"1"_s), {u"e"_s, u"b"_s, u"1"_s}, message(u"c"_s, u"1"_s)};
    for (qsizetype size = 1; size <= stream.size(); ++size) {
        SseReader reader;
        QList<SseEvent> events;
        for (qsizetype at = 0; at < stream.size(); at += size)
            events += orDie(reader.feed(stream.mid(at, size)), "short enough");
        EXPECT_EQ(events, expected) << "pieces of " << size;
    }
}

TEST(SseReader, SkipsOneByteOrderMarkOnly)
{
    EXPECT_THAT(readWhole("\xEF\xBB\xBF"
                          "data: a\n\n\xEF\xBB\xBF"
                          "data: b\n\n"),
                ElementsAre(message(u"a"_s)));
}

TEST(SseReader, HasNoEventWithoutData)
{
    EXPECT_THAT(readWhole("event: ping\n\nid: 3\n\n: hello\n\n\n\n"), IsEmpty());
    EXPECT_THAT(readWhole("event: ping\n\ndata: a\n\n"), ElementsAre(message(u"a"_s))) << "its type does not linger";
    EXPECT_THAT(readWhole("data\n\n"), ElementsAre(message({}))) << "empty data is data";
}

TEST(SseReader, KeepsTheLastId)
{
    EXPECT_THAT(readWhole("id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n"),
                ElementsAre(message(u"a"_s, u"1"_s), message(u"b"_s, u"1"_s), message(u"c"_s)));
    EXPECT_THAT(readWhole(QByteArray("id: 1\nid: 2\0 3\ndata: a\n\n", 24)), ElementsAre(message(u"a"_s, u"1"_s)))
        << "an id with NUL is none";
}

TEST(SseReader, LeavesAnUnfinishedEventOut)
{
    EXPECT_THAT(readWhole("data: a\n\ndata: b\n"), ElementsAre(message(u"a"_s)));
}

TEST(SseReader, NotesTheRetryTime)
{
    SseReader reader;
    EXPECT_EQ(reader.retry(), std::nullopt);
    EXPECT_TRUE(reader.feed("retry: 1500\nretry: soon\nretry: -1\nretry: +7\nretry:\nretry: 99999999999999999999\n"));
    EXPECT_EQ(reader.retry(), std::chrono::milliseconds(1500));
}

TEST(SseReader, IgnoresUnknownFields)
{
    EXPECT_THAT(readWhole("data : no\nDATA: no\nfoo: bar\ndata: yes\n\n"), ElementsAre(message(u"yes"_s)));
}

TEST(SseReader, RefusesAnEventThatGrowsTooLong)
{
    SseReader endless(100);
    EXPECT_TRUE(endless.feed(QByteArray(60, 'x')));
    const auto refused = endless.feed(QByteArray(60, 'x'));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Protocol);

    SseReader manyLines(100);
    Result<QList<SseEvent>> result;
    for (int i = 0; i < 20 && result; ++i)
        result = manyLines.feed("data: 0123456789\n");
    EXPECT_FALSE(result);
    SseReader manyEvents(100);
    EXPECT_EQ(manyEvents.feed(QByteArray("data: 0123456789\n\n").repeated(100))->size(), 100)
        << "each for itself is short";
}

} // namespace ChatCal
