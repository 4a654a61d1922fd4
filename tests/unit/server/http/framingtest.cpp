// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/server/http/rawclient.h"

#include <gmock/gmock.h>

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace ChatCal;

namespace {

QCoro::Task<ServerResponse> echo(ServerRequest request)
{
    co_return ServerResponse::text(request.method + ' ' + request.path.toUtf8() + ' ' + request.body);
}

Router echoRouter()
{
    Router router;
    router.route("GET", u"/a"_s, echo);
    router.route("POST", u"/a"_s, echo);
    router.route("POST", u"/small"_s, echo, {.maximumBody = 4});
    router.route("GET", u"/things/{id}"_s, [](ServerRequest request) -> QCoro::Task<ServerResponse> {
        co_return ServerResponse::text(request.parameter(u"id").toUtf8());
    });
    return router;
}

enum class After { Open, Closed };

struct FramingCase
{
    const char *name;
    QByteArray request;
    int status;
    After after;
    QByteArray body = {}; ///< when not empty: the answer's body
};

void PrintTo(const FramingCase &framing, std::ostream *stream)
{
    *stream << framing.name;
}

class Framing : public testing::TestWithParam<FramingCase>
{
};

QByteArray repeated(char c, qsizetype count)
{
    return QByteArray(count, c);
}

QByteArray manyFields(int count)
{
    QByteArray fields;
    for (int i = 0; i < count; ++i)
        fields += "X-" + QByteArray::number(i) + ": 1\r\n";
    return fields;
}

} // namespace

TEST_P(Framing, AnswersAndKeepsOrClosesTheConnection)
{
    const FramingCase &framing = GetParam();
    HttpServer server(echoRouter());
    const auto port = server.listen(QHostAddress(QHostAddress::LocalHost), 0);
    ASSERT_TRUE(port);

    // In one piece, and byte by byte as a slow network may bring it.
    for (const bool inPieces : {false, true}) {
        if (inPieces && framing.request.size() > 2000)
            continue;
        RawClient client(*port);
        if (inPieces) {
            for (const char byte : framing.request) {
                client.send(QByteArray(1, byte));
                QCoreApplication::processEvents();
            }
        } else {
            client.send(framing.request);
        }
        const auto answer = client.next(framing.request.startsWith("HEAD"));
        ASSERT_TRUE(answer) << "pieces: " << inPieces;
        EXPECT_EQ(answer.status, framing.status) << "pieces: " << inPieces;
        if (!framing.body.isEmpty()) {
            EXPECT_EQ(answer.body, framing.body);
        }
        if (framing.after == After::Closed) {
            EXPECT_TRUE(client.waitClosed()) << "pieces: " << inPieces;
            EXPECT_EQ(client.received(), QByteArray()) << "nothing after the last answer";
        } else {
            client.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n");
            const auto second = client.next();
            ASSERT_TRUE(second) << "pieces: " << inPieces;
            EXPECT_EQ(second.status, 200) << "pieces: " << inPieces;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Accepted, Framing,
    testing::Values(
        FramingCase{"Get", "GET /a HTTP/1.1\r\nHost: h\r\n\r\n", 200, After::Open, "GET /a "},
        FramingCase{"PostWithLength", "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello", 200, After::Open,
                    "POST /a hello"},
        FramingCase{"PostWithoutBody", "POST /a HTTP/1.1\r\nHost: h\r\n\r\n", 200, After::Open, "POST /a "},
        FramingCase{"Chunked",
                    "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: Chunked\r\n\r\n"
                    "3\r\nhel\r\n2;x=\"y z\"\r\nlo\r\n0\r\nTrailer: t\r\n\r\n",
                    200, After::Open, "POST /a hello"},
        FramingCase{"HeadIsGetWithoutBody", "HEAD /a HTTP/1.1\r\nHost: h\r\n\r\n", 200, After::Open},
        FramingCase{"AbsoluteForm", "GET http://other/a?x=1 HTTP/1.1\r\nHost: h\r\n\r\n", 200, After::Open, "GET /a "},
        FramingCase{"EmptyLinesBefore", "\r\n\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\n", 200, After::Open, "GET /a "},
        FramingCase{"DotSegments", "GET /x/../%2e/a HTTP/1.1\r\nHost: h\r\n\r\n", 200, After::Open, "GET /a "},
        FramingCase{"AboveTheRoot", "GET /../../a HTTP/1.1\r\nHost: h\r\n\r\n", 200, After::Open, "GET /a "},
        FramingCase{"EncodedParameter", "GET /things/caf%C3%A9%2F+1 HTTP/1.1\r\nHost: h\r\n\r\n", 200, After::Open,
                    "caf\xC3\xA9/+1"},
        FramingCase{"Http10Closes", "GET /a HTTP/1.0\r\n\r\n", 200, After::Closed, "GET /a "},
        FramingCase{"Http10KeepAlive", "GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", 200, After::Open},
        FramingCase{"ConnectionClose", "GET /a HTTP/1.1\r\nHost: h\r\nConnection: x, Close\r\n\r\n", 200,
                    After::Closed},
        FramingCase{"NothingAfterClose",
                    "GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\n", 200,
                    After::Closed},
        FramingCase{"Options", "OPTIONS /a HTTP/1.1\r\nHost: h\r\n\r\n", 204, After::Open},
        FramingCase{"OptionsOfTheServer", "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", 204, After::Open},
        FramingCase{"NotFound", "GET /nowhere HTTP/1.1\r\nHost: h\r\n\r\n", 404, After::Open},
        FramingCase{"NotFoundWithBody", "POST /nowhere HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello", 404,
                    After::Open},
        FramingCase{"WrongMethod", "DELETE /a HTTP/1.1\r\nHost: h\r\n\r\n", 405, After::Open},
        FramingCase{"BodyAtTheLimit", "POST /small HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nfour", 200,
                    After::Open, "POST /small four"}),
    [](const auto &info) { return std::string(info.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Refused, Framing,
    testing::Values(
        FramingCase{"NoHost", "GET /a HTTP/1.1\r\n\r\n", 400, After::Closed},
        FramingCase{"TwoHosts", "GET /a HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n", 400, After::Closed},
        FramingCase{"HostWithPath", "GET /a HTTP/1.1\r\nHost: h/x\r\n\r\n", 400, After::Closed},
        FramingCase{"LengthAndChunked",
                    "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
                    "0\r\n\r\n",
                    400, After::Closed},
        FramingCase{"ChunkedAndLength",
                    "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n"
                    "0\r\n\r\n",
                    400, After::Closed},
        FramingCase{"TwoLengths", "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
                    400, After::Closed},
        FramingCase{"ListOfLengths", "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5, 5\r\n\r\nhello", 400,
                    After::Closed},
        FramingCase{"SignedLength", "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: +5\r\n\r\nhello", 400,
                    After::Closed},
        FramingCase{"NegativeLength", "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: -5\r\n\r\nhello", 400,
                    After::Closed},
        FramingCase{"LengthBeyondSixtyFourBits",
                    "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 18446744073709551617\r\n\r\nx", 400, After::Closed},
        FramingCase{"Gzip",
                    "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip\r\n\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\n",
                    501, After::Closed},
        FramingCase{"GzipChunked", "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                    400, After::Closed},
        FramingCase{"ChunkedTwice",
                    "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n", 400,
                    After::Closed},
        FramingCase{"TwoTransferEncodings",
                    "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: "
                    "identity\r\n\r\n0\r\n\r\n",
                    400, After::Closed},
        FramingCase{"IdentityIsNoCoding", "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: identity\r\n\r\n", 501,
                    After::Closed},
        FramingCase{"ChunkedInHttp10", "POST /a HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                    400, After::Closed},
        FramingCase{"BlankBeforeColon", "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                    400, After::Closed},
        FramingCase{"FoldedValue", "GET /a HTTP/1.1\r\nHost: h\r\nX: a\r\n b\r\n\r\n", 400, After::Closed},
        FramingCase{"FoldedEmptyValue", "GET /a HTTP/1.1\r\nHost: h\r\nX:\r\n b\r\n\r\n", 400, After::Closed},
        FramingCase{"FoldedEncoding", "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding:\r\n\tchunked\r\n\r\n0\r\n\r\n",
                    400, After::Closed},
        FramingCase{"BareLineFeed", "GET /a HTTP/1.1\nHost: h\n\n", 400, After::Closed},
        FramingCase{"BareCarriageReturn", "GET /a HTTP/1.1\r\nHost: h\rX: y\r\n\r\n", 400, After::Closed},
        FramingCase{"NulInValue", QByteArray("GET /a HTTP/1.1\r\nHost: h\r\nX: a\0b\r\n\r\n", 36), 400, After::Closed},
        FramingCase{"LineFeedInChunkSize",
                    "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\nabc\r\n0\r\n\r\n", 400,
                    After::Closed},
        FramingCase{"LineFeedInChunkExtension",
                    "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3;a=\"\n\"\r\nabc\r\n0\r\n\r\n",
                    400, After::Closed},
        FramingCase{"ChunkSizeWithPrefix",
                    "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n", 400,
                    After::Closed},
        FramingCase{"ChunkLongerThanSaid",
                    "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n", 400,
                    After::Closed},
        FramingCase{"NulInPath", "GET /things/a%00b HTTP/1.1\r\nHost: h\r\n\r\n", 400, After::Closed},
        FramingCase{"LineEndInPath", "GET /things/a%0d%0ab HTTP/1.1\r\nHost: h\r\n\r\n", 400, After::Closed},
        FramingCase{"BrokenEscape", "GET /things/a%2 HTTP/1.1\r\nHost: h\r\n\r\n", 400, After::Closed},
        FramingCase{"NotUtf8", "GET /things/%ff HTTP/1.1\r\nHost: h\r\n\r\n", 400, After::Closed},
        FramingCase{"FragmentInTarget", "GET /a#b HTTP/1.1\r\nHost: h\r\n\r\n", 400, After::Closed},
        FramingCase{"TargetWithoutSlash", "GET a HTTP/1.1\r\nHost: h\r\n\r\n", 400, After::Closed},
        FramingCase{"UserInTarget", "GET http://u@h/a HTTP/1.1\r\nHost: h\r\n\r\n", 400, After::Closed},
        FramingCase{"StarIsForOptions", "GET * HTTP/1.1\r\nHost: h\r\n\r\n", 400, After::Closed},
        FramingCase{"Connect", "CONNECT h:1 HTTP/1.1\r\nHost: h\r\n\r\n", 501, After::Closed},
        FramingCase{"UnknownMethod", "BREW /a HTTP/1.1\r\nHost: h\r\n\r\n", 501, After::Closed},
        FramingCase{"MethodInLowerCase", "get /a HTTP/1.1\r\nHost: h\r\n\r\n", 501, After::Closed},
        FramingCase{"HttpTwo", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, After::Closed},
        FramingCase{"HttpNine", "GET /a\r\n\r\n", 400, After::Closed},
        FramingCase{"TwoBlanks", "GET  /a HTTP/1.1\r\nHost: h\r\n\r\n", 400, After::Closed},
        FramingCase{"OnlyEmptyLines", "\r\n\r\n\r\n\r\n\r\n\r\n", 400, After::Closed},
        FramingCase{"UnknownExpectation", "POST /a HTTP/1.1\r\nHost: h\r\nExpect: cake\r\nContent-Length: 1\r\n\r\nx",
                    417, After::Closed},
        FramingCase{"LongTarget", "GET /" + repeated('a', 9000) + " HTTP/1.1\r\nHost: h\r\n\r\n", 414, After::Closed},
        FramingCase{"EndlessTarget", "GET /" + repeated('a', 40000), 414, After::Closed},
        FramingCase{"LongField", "GET /a HTTP/1.1\r\nHost: h\r\nX: " + repeated('a', 20000) + "\r\n\r\n", 431,
                    After::Closed},
        FramingCase{"ManyFields", "GET /a HTTP/1.1\r\nHost: h\r\n" + manyFields(101) + "\r\n", 431, After::Closed},
        FramingCase{"BodyBeyondTheLimit", "POST /small HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nfive5", 413,
                    After::Closed},
        FramingCase{"BodyBeyondTheLimitUnsent", "POST /small HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\n", 413,
                    After::Closed},
        FramingCase{"ChunksBeyondTheLimit",
                    "POST /small HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n3\r\n", 413,
                    After::Closed},
        FramingCase{"HugeChunk",
                    "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n", 413,
                    After::Closed},
        FramingCase{"EndlessChunkExtension",
                    "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1;" + repeated('a', 20000), 400,
                    After::Closed},
        FramingCase{"EndlessTrailer",
                    "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: " + repeated('a', 20000),
                    400, After::Closed}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(FramingOfGarbage, AnswersOrClosesAndGoesOn)
{
    HttpLimits limits;
    limits.lingerTime = std::chrono::milliseconds(20);
    HttpServer server(echoRouter(), limits);
    const auto port = server.listen(QHostAddress(QHostAddress::LocalHost), 0);
    ASSERT_TRUE(port);
    QRandomGenerator random(20260304);
    const QByteArrayList pieces{"GET ",
                                "POST ",
                                "/a ",
                                "HTTP/1.1",
                                "HTTP/1.0",
                                "\r\n",
                                "\r",
                                "\n",
                                "Host: h\r\n",
                                "Content-Length: ",
                                "Transfer-Encoding: chunked\r\n",
                                "3\r\nabc\r\n",
                                "0\r\n\r\n",
                                ":",
                                " ",
                                "%",
                                "\t",
                                "Expect: 100-continue\r\n",
                                "Connection: close\r\n",
                                "99999999999"};
    for (int round = 0; round < 1000; ++round) {
        QByteArray bytes;
        const int count = random.bounded(1, 40);
        for (int i = 0; i < count; ++i) {
            if (random.bounded(3) == 0)
                bytes.append(static_cast<char>(random.bounded(256)));
            else
                bytes.append(pieces.at(random.bounded(pieces.size())));
        }
        RawClient client(*port);
        client.send(bytes);
        QCoreApplication::processEvents();
        client.leave();
    }
    RawClient client(*port);
    client.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n");
    const auto answer = client.next();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(eventually([&] { return server.connectionCount() == 1; })) << "the others are forgotten";
}
