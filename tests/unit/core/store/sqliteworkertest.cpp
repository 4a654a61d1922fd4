// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqliteworker.h"

#include "core/store/sqlitefile.h"
#include "tests/support/fakeclock.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using Access = SqliteConnection::Access;
using Versions = QList<qint64>;

class RunTogether : public testing::Test
{
protected:
    void SetUp() override
    {
        const QString path = m_folder.filePath(u"store.db"_s);
        ASSERT_TRUE(prepareSqliteFile(path));
        m_connection = orDie(SqliteConnection::open(path, std::chrono::milliseconds(100)), "a fresh folder");
    }

    std::shared_ptr<SqliteAnswer<Versions>> put(const QString &key, Access access = Access::Write)
    {
        Batch batch;
        batch.partition = u"p"_s;
        batch.puts = {{key, "x", {}, {}}};
        return std::make_shared<SqliteAnswer<Versions>>(
            access, m_clock.now(),
            [batch](SqliteConnection &connection, Instant now) { return connection.apply(batch, now); });
    }

    // Changes something, then meets an error that is nobody's refusal.
    std::shared_ptr<SqliteAnswer<Versions>> putThenBreak(const QString &key)
    {
        Batch batch;
        batch.partition = u"p"_s;
        batch.puts = {{key, "x", {}, {}}};
        return std::make_shared<SqliteAnswer<Versions>>(
            Access::Write, m_clock.now(), [batch](SqliteConnection &connection, Instant now) -> Result<Versions> {
                static_cast<void>(connection.apply(batch, now));
                return failure(ErrorCode::Unavailable, u"the disk is full"_s);
            });
    }

    bool has(const QString &key)
    {
        EXPECT_TRUE(m_connection->begin(Access::Read));
        const auto document = m_connection->get(u"p"_s, key, m_clock.now());
        EXPECT_TRUE(m_connection->commit());
        return document && *document;
    }

    QTemporaryDir m_folder;
    FakeClock m_clock;
    std::unique_ptr<SqliteConnection> m_connection;
};

} // namespace

TEST_F(RunTogether, CommitsEverything)
{
    const auto first = put(u"a"_s);
    const auto second = put(u"b"_s, Access::DurableWrite);
    runTogether(*m_connection, {first, second});
    EXPECT_TRUE(first->takeResult());
    EXPECT_TRUE(second->takeResult());
    EXPECT_TRUE(has(u"a"_s));
    EXPECT_TRUE(has(u"b"_s));
}

TEST_F(RunTogether, SavesTheNeighboursOfACallThatBreaksTheTransaction)
{
    const auto before = put(u"before"_s);
    const auto breaking = putThenBreak(u"breaking"_s);
    const auto after = put(u"after"_s);
    runTogether(*m_connection, {before, breaking, after});
    EXPECT_EQ(before->takeResult(), Versions{1}) << "done once, though tried twice";
    EXPECT_TRUE(after->takeResult());
    const auto broken = breaking->takeResult();
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, ErrorCode::Unavailable);
    EXPECT_TRUE(has(u"before"_s));
    EXPECT_FALSE(has(u"breaking"_s));
    EXPECT_TRUE(has(u"after"_s));
}

TEST_F(RunTogether, TellsNothingOfWhatWasNotDone)
{
    const auto breaking = putThenBreak(u"breaking"_s);
    breaking->notice = StoreNotice{u"t"_s, "n"};
    runTogether(*m_connection, {breaking, put(u"a"_s)});
    EXPECT_FALSE(breaking->notice);
}

TEST_F(RunTogether, FailsEveryCallWhileSomebodyElseWrites)
{
    const auto other = orDie(SqliteConnection::open(m_folder.filePath(u"store.db"_s), std::chrono::milliseconds(10)),
                             "the file is there");
    ASSERT_TRUE(other->begin(Access::Write));
    const auto first = put(u"a"_s);
    const auto second = put(u"b"_s);
    runTogether(*m_connection, {first, second});
    EXPECT_EQ(first->takeResult().error().code, ErrorCode::Unavailable);
    const auto error = second->takeResult().error();
    EXPECT_EQ(error.code, ErrorCode::Unavailable);
    EXPECT_TRUE(error.retryAfter);
    other->rollback();
    runTogether(*m_connection, {put(u"a"_s)});
    EXPECT_TRUE(has(u"a"_s)) << "and works again afterwards";
}

TEST_F(RunTogether, SwitchesDurabilityBackAndForth)
{
    const auto synchronous = [] {
        QSqlQuery query(QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst()));
        EXPECT_TRUE(query.exec(u"PRAGMA synchronous"_s) && query.next());
        return query.value(0).toInt();
    };
    for (int round = 0; round < 2; ++round) {
        runTogether(*m_connection, {put(u"a"_s), put(u"b"_s, Access::DurableWrite)});
        EXPECT_EQ(synchronous(), 2) << "FULL";
        runTogether(*m_connection, {put(u"a"_s)});
        EXPECT_EQ(synchronous(), 1) << "NORMAL";
    }
}

} // namespace ChatCal
