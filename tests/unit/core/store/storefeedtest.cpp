// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlitestore.h"

#include "tests/support/await.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

class StoreFeed : public testing::Test
{
protected:
    void SetUp() override
    {
        m_store = open(path());
        QObject::connect(m_store.get(), &Store::noticed, m_store.get(),
                         [this](const QString &topic, const QByteArray &notice) {
                             m_heard.append(topic + u'=' + QString::fromUtf8(notice));
                         });
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"store.db"_s); }
    [[nodiscard]] std::unique_ptr<SqliteStore> open(const QString &file) const
    {
        return orDie(SqliteStore::open({.path = file, .clock = m_clock}), "the folder can be written");
    }
    [[nodiscard]] qsizetype sockets() const
    {
        return QDir(path() + u"-feed"_s).entryList(QDir::System | QDir::Files).size();
    }
    void startNeighbour(QProcess &neighbour) const
    {
        neighbour.start(QStringLiteral(STORE_NEIGHBOUR), {path()});
        ASSERT_TRUE(neighbour.waitForStarted());
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<SqliteStore> m_store;
    QStringList m_heard;
};

} // namespace

TEST_F(StoreFeed, ReachesTheOtherProcessAndBack)
{
    QProcess neighbour;
    startNeighbour(neighbour);
    ASSERT_TRUE(eventually([this] { return m_heard == QStringList{u"hello=from next door"_s}; }));
    EXPECT_TRUE(*await(m_store->get(u"p"_s, u"neighbour"_s))) << "told once it is committed";
    for (int i = 0; i < 500; ++i)
        ASSERT_TRUE(await(m_store->publish(u"count"_s, QByteArray::number(i))));
    ASSERT_TRUE(await(m_store->publish(u"stop"_s, "now")));
    ASSERT_TRUE(eventually([&neighbour] { return neighbour.state() == QProcess::NotRunning; }));
    EXPECT_EQ(neighbour.exitCode(), 0);
    QByteArray expected = "hello=from next door\n";
    for (int i = 0; i < 500; ++i)
        expected += "count=" + QByteArray::number(i) + '\n';
    EXPECT_EQ(neighbour.readAllStandardOutput(), expected + "stop=now\n");
    EXPECT_EQ(m_heard.count(u"stop=now"_s), 1) << "nothing comes back as an echo";
}

TEST_F(StoreFeed, TakesAwayTheSocketOfAProcessThatWasKilled)
{
    QProcess neighbour;
    startNeighbour(neighbour);
    ASSERT_TRUE(eventually([this] { return !m_heard.isEmpty(); }));
    EXPECT_EQ(sockets(), 2);
    neighbour.kill();
    ASSERT_TRUE(neighbour.waitForFinished(10000));
    ASSERT_TRUE(await(m_store->publish(u"anybody"_s, "there?")));
    EXPECT_TRUE(eventually([this] { return sockets() == 1; }));
}

TEST_F(StoreFeed, LeavesNothingBehind)
{
    EXPECT_EQ(sockets(), 1);
    m_store.reset();
    EXPECT_FALSE(QDir(path() + u"-feed"_s).exists());
}

TEST_F(StoreFeed, OpensWithoutASocketWhereThePathIsTooLong)
{
    const auto store = open(m_folder.filePath(QString(120, u'd') + u"/store.db"_s));
    EXPECT_TRUE(await(store->publish(u"t"_s, "x")));
    EXPECT_TRUE(await(store->ping()));
}

} // namespace ChatCal
