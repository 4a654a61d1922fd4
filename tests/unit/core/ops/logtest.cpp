// SPDX-License-Identifier: Apache-2.0
#include "core/ops/log.h"

#include <gtest/gtest.h>

#include <QDateTime>
#include <QJsonDocument>
#include <QLoggingCategory>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

/// What @p write sends to stderr, as the JSON objects of its lines.
template<typename Write>
QList<QJsonObject> linesOf(Write write)
{
    testing::internal::CaptureStderr();
    write();
    QList<QJsonObject> lines;
    for (const QByteArray &line : QByteArray::fromStdString(testing::internal::GetCapturedStderr()).split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        EXPECT_TRUE(document.isObject()) << line.toStdString();
        lines.append(document.object());
    }
    return lines;
}

} // namespace

TEST(Log, WritesOneJsonObjectALine)
{
    const auto lines = linesOf([] {
        installLog(LogFormat::Json);
        qWarning("two\nlines \"quoted\"");
        qInstallMessageHandler(nullptr);
    });
    ASSERT_EQ(lines.size(), 1);
    EXPECT_EQ(lines[0].value("level"_L1), u"warning"_s);
    EXPECT_EQ(lines[0].value("message"_L1), u"two\nlines \"quoted\""_s);
    EXPECT_TRUE(QDateTime::fromString(lines[0].value("time"_L1).toString(), Qt::ISODateWithMs).isValid());
}

TEST(Log, WritesEventsWithTheirFields)
{
    const auto lines = linesOf([] { logEvent(u"request"_s, {{u"status"_s, 200}}); });
    ASSERT_EQ(lines.size(), 1);
    EXPECT_EQ(lines[0].value("event"_L1), u"request"_s);
    EXPECT_EQ(lines[0].value("status"_L1).toInt(), 200);
}

TEST(Log, SaysWhichWorkerWrote)
{
    const auto lines = linesOf([] {
        setLogWorker(3);
        installLog(LogFormat::Json);
        qWarning("one");
        logEvent(u"request"_s, {});
        qInstallMessageHandler(nullptr);
        setLogWorker(0);
        logEvent(u"request"_s, {});
    });
    ASSERT_EQ(lines.size(), 3);
    for (const auto &line : {lines[0], lines[1]}) {
        EXPECT_EQ(line.value("worker"_L1).toInt(), 3);
        EXPECT_GT(line.value("pid"_L1).toInt(), 0);
    }
    EXPECT_FALSE(lines[2].contains("worker"_L1));
}
