// SPDX-License-Identifier: Apache-2.0
#include "server/workermessage.h"

#include <gtest/gtest.h>

#include <QList>

using namespace ChatCal;

TEST(WorkerMessages, AreWholeHoweverTheyArrive)
{
    const QByteArray stream = WorkerMessage{"ready", {}}.framed() + WorkerMessage{"metrics", "a 1\nb 2\n"}.framed()
        + WorkerMessage{"total", QByteArray(70'000, 'x')}.framed();
    for (const qsizetype step : {qsizetype(1), qsizetype(7), stream.size()}) {
        WorkerMessages messages;
        QList<WorkerMessage> came;
        for (qsizetype at = 0; at < stream.size(); at += step) {
            messages.feed(stream.mid(at, step));
            while (const auto message = messages.next())
                came.append(*message);
        }
        ASSERT_EQ(came.size(), 3);
        EXPECT_EQ(came[0].name, "ready");
        EXPECT_EQ(came[0].body, QByteArray());
        EXPECT_EQ(came[1].body, "a 1\nb 2\n");
        EXPECT_EQ(came[2].body.size(), 70'000);
        EXPECT_FALSE(messages.isBroken());
    }
}

TEST(WorkerMessages, AreBrokenByAnythingElse)
{
    for (const QByteArray &bytes : {QByteArray("hello\n"), QByteArray(" 3\nabc"), QByteArray("ready -1\n"),
                                    QByteArray("ready x\n"), QByteArray("total 99999999999\n"), QByteArray(200, 'x')}) {
        WorkerMessages messages;
        messages.feed(bytes);
        EXPECT_FALSE(messages.next());
        EXPECT_TRUE(messages.isBroken()) << bytes.left(20).toStdString();
    }
}
