// SPDX-License-Identifier: Apache-2.0
#include "server/http/requestparser.h"

#include <gmock/gmock.h>

#include <QRandomGenerator>

using namespace ChatCal;

namespace {

/// What a reader made of some input.
struct Reading
{
    QByteArrayList requests;
    int failure = 0;
};

/// Reads @p input as it would come in pieces of at most @p piece bytes.
Reading readInPieces(const QByteArray &input, qsizetype piece, const HttpLimits &limits)
{
    Reading reading;
    RequestParser parser(limits);
    QByteArray waiting;
    qsizetype next = 0;
    while (true) {
        qsizetype consumed = 0;
        const auto step = parser.read(waiting, consumed);
        waiting.remove(0, consumed);
        if (step == RequestParser::Step::Head) {
            parser.setMaximumBody(limits.maximumBody);
        } else if (step == RequestParser::Step::Complete) {
            reading.requests.append(parser.method + ' ' + parser.target + '\n' + parser.headers.wire() + '\n'
                                    + parser.body + (parser.keepsAlive() ? " keeps" : " closes"));
            parser.reset();
        } else if (step == RequestParser::Step::Failed) {
            reading.failure = parser.failureStatus();
            return reading;
        } else if (next < input.size()) {
            waiting += input.mid(next, piece);
            next += piece;
        } else {
            return reading;
        }
    }
}

/// A request of some kind; most are well formed.
QByteArray someRequest(QRandomGenerator &random)
{
    const QByteArrayList requests{
        "GET /a HTTP/1.1\r\nHost: h\r\n\r\n",
        "\r\nGET /b?c=d HTTP/1.1\r\nHost: h\r\nAccept: */*\r\nX-Empty:\r\n\r\n",
        "POST /c HTTP/1.1\r\nHost: h\r\nContent-Length: 11\r\n\r\nhello\r\n\r\nab",
        "POST /d HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n1\r\n!\r\n0\r\n\r\n",
        "POST /e HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0;x\r\nT: 1\r\nU: 2\r\n\r\n",
        "PUT /f HTTP/1.0\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n",
        "DELETE /g HTTP/1.1\r\nhost:h\r\nConnection: close\r\n\r\n",
    };
    return requests.at(random.bounded(requests.size()));
}

} // namespace

TEST(RequestParser, ReadsTheSameRequestsInWhateverPiecesTheyCome)
{
    HttpLimits limits;
    limits.maximumHeader = 400;
    limits.maximumBody = 40;
    QRandomGenerator random(42);
    int withRequests = 0;
    int withFailures = 0;
    for (int round = 0; round < 5000; ++round) {
        QByteArray input;
        for (int i = random.bounded(1, 5); i > 0; --i)
            input += someRequest(random);
        // Some bytes are changed, doubled or lost.
        for (int i = random.bounded(0, 4); i > 0; --i) {
            const qsizetype at = random.bounded(input.size());
            const QByteArray others("\r\n\t :;0129afAF,chunked\0\x7f\xff", 25);
            const char other = others.at(random.bounded(others.size()));
            switch (random.bounded(3)) {
            case 0:
                input[at] = other;
                break;
            case 1:
                input.insert(at, other);
                break;
            default:
                input.remove(at, 1);
            }
        }
        const Reading whole = readInPieces(input, input.size(), limits);
        for (const qsizetype piece : {1, 2, 3, 7, 50}) {
            const Reading pieces = readInPieces(input, piece, limits);
            ASSERT_EQ(pieces.requests, whole.requests) << "piece " << piece << " of\n" << input.toStdString();
            // Of two flaws another may be seen first, and with too few bytes none; but no reading fails alone.
            if (pieces.failure != 0)
                ASSERT_NE(whole.failure, 0) << "piece " << piece << " of\n" << input.toStdString();
        }
        withRequests += whole.requests.isEmpty() ? 0 : 1;
        withFailures += whole.failure == 0 ? 0 : 1;
    }
    EXPECT_GT(withRequests, 1000);
    EXPECT_GT(withFailures, 500);
}

TEST(RequestParser, FieldsInSmallPiecesReachTheLimitToo)
{
    HttpLimits limits;
    limits.maximumHeader = 1000;
    limits.maximumFields = 100'000;
    QByteArray input = "GET /a HTTP/1.1\r\nHost: h\r\n";
    for (int i = 0; i < 1000; ++i)
        input += "X: y\r\n";
    for (const qsizetype piece : {1, 6, 7, 100, 900})
        EXPECT_EQ(readInPieces(input, piece, limits).failure, 431) << piece;
}

TEST(RequestParser, TrailersInSmallPiecesReachTheLimitToo)
{
    HttpLimits limits;
    limits.maximumHeader = 1000;
    QByteArray input = "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n";
    for (int i = 0; i < 1000; ++i)
        input += "X: y\r\n";
    for (const qsizetype piece : {1, 6, 7, 100, 900})
        EXPECT_EQ(readInPieces(input, piece, limits).failure, 400) << piece;
}

TEST(RequestParser, OneByteChunksAreFineUpToTheLimitOfTheBody)
{
    HttpLimits limits;
    limits.maximumBody = 20'000;
    QByteArray input = "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    input += QByteArray("1\r\nx\r\n").repeated(20'000) + "0\r\n\r\n";
    const Reading reading = readInPieces(input, 1400, limits);
    EXPECT_EQ(reading.failure, 0);
    ASSERT_EQ(reading.requests.size(), 1);
    EXPECT_TRUE(reading.requests.first().contains(QByteArray(20'000, 'x')));
}
