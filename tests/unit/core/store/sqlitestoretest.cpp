// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlitestore.h"

#include "core/base/ids.h"
#include "core/store/sqlitefile.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <csignal>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::HasSubstr;

namespace ChatCal {

namespace {

/// The file seen by somebody else.
class RawConnection
{
public:
    explicit RawConnection(const QString &path)
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        m_database.setDatabaseName(path);
        EXPECT_TRUE(m_database.open());
    }
    ~RawConnection()
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    QVariant ask(const QString &sql)
    {
        QSqlQuery query(m_database);
        EXPECT_TRUE(query.exec(sql)) << sql.toStdString();
        return query.next() ? query.value(0) : QVariant();
    }

private:
    QString m_name = randomToken(8);
    QSqlDatabase m_database;
};

class SqliteStoreTest : public testing::Test
{
protected:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"store.db"_s); }
    [[nodiscard]] SqliteOptions options() const { return {.path = path(), .clock = m_clock}; }
    [[nodiscard]] std::unique_ptr<SqliteStore> open() const
    {
        return orDie(SqliteStore::open(options()), "the folder can be written");
    }
    /// What opening says; fails when it works.
    [[nodiscard]] std::string refusal(const QString &file) const
    {
        const auto store = SqliteStore::open({.path = file, .clock = m_clock});
        EXPECT_FALSE(store.has_value());
        if (store)
            return {};
        EXPECT_EQ(store.error().code, ErrorCode::Unavailable);
        EXPECT_FALSE(store.error().detail.contains(u'\n'));
        EXPECT_THAT(store.error().detail.toStdString(), HasSubstr(file.toStdString()));
        return store.error().detail.toStdString();
    }
    void fill(int documents) const
    {
        const auto store = open();
        Batch batch;
        batch.partition = u"p"_s;
        for (int i = 0; i < documents; ++i)
            batch.puts.append({u"k%1"_s.arg(i), QByteArray(3000, 'x'), {}, {}});
        ASSERT_TRUE(await(store->commit(batch)));
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(path());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    void overwrite(const QByteArray &content) const
    {
        QFile file(path());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QTemporaryDir m_folder;
    FakeClock m_clock;
};

Batch putBatch(const QString &key, const QByteArray &body)
{
    Batch batch;
    batch.partition = u"p"_s;
    batch.puts = {{key, body, {}, {}}};
    return batch;
}

} // namespace

TEST_F(SqliteStoreTest, KeepsItsFilesToTheOwner)
{
    const auto store = open();
    ASSERT_TRUE(await(store->commit(putBatch(u"k"_s, "x"))));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    const auto files = QDir(m_folder.path()).entryInfoList(QDir::Files);
    EXPECT_GE(files.size(), 2);
    for (const QFileInfo &file : files)
        EXPECT_FALSE(file.permissions() & others) << file.fileName().toStdString();
}

TEST_F(SqliteStoreTest, MakesTheFolder)
{
    const QString file = m_folder.filePath(u"new/folder/store.db"_s);
    EXPECT_TRUE(SqliteStore::open({.path = file, .clock = m_clock}));
    EXPECT_TRUE(QFile::exists(file));
}

TEST_F(SqliteStoreTest, RefusesANewerSchema)
{
    fill(1);
    RawConnection(path()).ask(u"PRAGMA user_version=%1"_s.arg(sqliteSchema + 1));
    const QByteArray before = bytes();
    EXPECT_THAT(refusal(path()), HasSubstr("newer ChatCal"));
    EXPECT_EQ(bytes(), before);
}

TEST_F(SqliteStoreTest, RefusesTheFileOfAnotherProgram)
{
    RawConnection(path()).ask(u"CREATE TABLE bookmarks (url TEXT)"_s);
    const QByteArray before = bytes();
    EXPECT_THAT(refusal(path()), HasSubstr("another program"));
    EXPECT_EQ(bytes(), before);
}

TEST_F(SqliteStoreTest, LeavesWhatIsNoDatabaseAsItIs)
{
    const QByteArray words = QByteArray("These are my notes, not a database.\n").repeated(200);
    overwrite(words);
    EXPECT_THAT(refusal(path()), HasSubstr("damaged"));
    EXPECT_EQ(bytes(), words);
}

TEST_F(SqliteStoreTest, LeavesADamagedDatabaseAsItIs)
{
    fill(20);
    const QByteArray good = bytes();
    ASSERT_GT(good.size(), 40000);
    QByteArray scrambled = good;
    for (qsizetype i = 4096; i < scrambled.size(); ++i)
        scrambled[i] = static_cast<char>(i * 31);
    QByteArray noSchema = good;
    noSchema.replace(100, 3996, QByteArray(3996, '\x55'));
    for (const QByteArray &bad : {scrambled, noSchema, good.left(good.size() / 2), good.left(60)}) {
        overwrite(bad);
        EXPECT_THAT(refusal(path()), HasSubstr("damaged"));
        EXPECT_TRUE(bytes() == bad);
    }
    overwrite(good);
    EXPECT_TRUE(SqliteStore::open(options())) << "the copy from the backup";
}

TEST_F(SqliteStoreTest, RefusesPlacesThatCannotBeWritten)
{
    EXPECT_THAT(refusal(u"/proc/chatcal/store.db"_s), HasSubstr("cannot create the folder"));
    EXPECT_THAT(refusal(u"/proc/self/store.db"_s), HasSubstr("cannot open"));
    EXPECT_THAT(refusal(m_folder.path()), HasSubstr("is not a file"));
}

TEST_F(SqliteStoreTest, RefusesAFolderWithoutWriteAccess)
{
    if (geteuid() == 0)
        GTEST_SKIP() << "root may write everywhere";
    const QString folder = m_folder.filePath(u"closed"_s);
    ASSERT_TRUE(QDir().mkpath(folder));
    ASSERT_TRUE(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    EXPECT_THAT(refusal(folder + u"/store.db"_s), HasSubstr("cannot open"));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

TEST_F(SqliteStoreTest, RemovesExpiredDocumentsFromTheFile)
{
    auto purging = options();
    purging.purgeInterval = 0ms;
    const auto store = orDie(SqliteStore::open(purging), "the folder can be written");
    Batch batch;
    batch.partition = u"p"_s;
    for (int i = 0; i < 450; ++i)
        batch.puts.append({u"k%1"_s.arg(i), "x", {}, 1min});
    batch.puts.append({u"stays"_s, "x", {}, 10min});
    ASSERT_TRUE(await(store->commit(batch)));
    m_clock.advance(1min);
    ASSERT_TRUE(await(store->ping()));
    RawConnection raw(path());
    EXPECT_TRUE(eventually([&raw] { return raw.ask(u"SELECT count(*) FROM document"_s).toInt() == 1; }));
}

TEST_F(SqliteStoreTest, AnswersTimeoutWhenTheFileStaysLocked)
{
    auto hasty = options();
    hasty.deadline = 50ms;
    hasty.busyTimeout = 1000ms;
    const auto store = orDie(SqliteStore::open(hasty), "the folder can be written");
    RawConnection raw(path());
    raw.ask(u"BEGIN IMMEDIATE"_s);
    auto begun = store->commit(putBatch(u"a"_s, "x"));
    auto waiting = store->commit(putBatch(u"b"_s, "x"));
    const auto first = await(std::move(begun));
    const auto second = await(std::move(waiting));
    ASSERT_FALSE(first);
    EXPECT_EQ(first.error().code, ErrorCode::Timeout);
    EXPECT_EQ(second.error().code, ErrorCode::Timeout);
    raw.ask(u"ROLLBACK"_s);
    EXPECT_TRUE(eventually([&store] { return await(store->ping()).has_value(); })) << "and works again afterwards";
}

TEST_F(SqliteStoreTest, AnswersUnavailableWhenSomebodyElseKeepsWriting)
{
    auto hasty = options();
    hasty.busyTimeout = 20ms;
    const auto store = orDie(SqliteStore::open(hasty), "the folder can be written");
    RawConnection raw(path());
    raw.ask(u"BEGIN IMMEDIATE"_s);
    const auto refused = await(store->commit(putBatch(u"a"_s, "x")));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Unavailable);
    EXPECT_TRUE(refused.error().retryAfter);
    EXPECT_TRUE(await(store->get(u"p"_s, u"a"_s))) << "reading goes on";
    raw.ask(u"ROLLBACK"_s);
    EXPECT_TRUE(await(store->commit(putBatch(u"a"_s, "x"))));
}

namespace {

/// While it lives no file of this process grows past @p bytes: writes fail as they do on a full disk.
class FullDisk
{
public:
    explicit FullDisk(qint64 bytes)
    {
        EXPECT_EQ(getrlimit(RLIMIT_FSIZE, &m_before), 0);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{static_cast<rlim_t>(bytes), m_before.rlim_max};
        EXPECT_EQ(setrlimit(RLIMIT_FSIZE, &limit), 0);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

TEST_F(SqliteStoreTest, LosesNothingWhenTheDiskIsFull)
{
    auto store = open();
    QStringList confirmed;
    {
        const FullDisk full(300 * 1024);
        for (int round = 0; round < 20; ++round) {
            std::vector<QCoro::Task<Result<QList<qint64>>>> tasks;
            for (int i = 0; i < 8; ++i)
                tasks.push_back(store->commit(putBatch(u"k%1-%2"_s.arg(round).arg(i), QByteArray(9000, 'x'))));
            for (int i = 0; i < 8; ++i) {
                const auto done = await(std::move(tasks.at(static_cast<size_t>(i))));
                if (done)
                    confirmed.append(u"k%1-%2"_s.arg(round).arg(i));
                else
                    EXPECT_EQ(done.error().code, ErrorCode::Unavailable) << done.error().detail.toStdString();
            }
        }
        EXPECT_GT(confirmed.size(), 8);
        EXPECT_LT(confirmed.size(), 160) << "the disk was never full";
        EXPECT_EQ(await(store->getMany(u"p"_s, confirmed))->size(), confirmed.size()) << "reading goes on";
    }
    EXPECT_TRUE(await(store->commit(putBatch(u"after"_s, QByteArray(9000, 'x'))))) << "there is room again";
    store.reset();
    store = open();
    EXPECT_EQ(await(store->getMany(u"p"_s, confirmed))->size(), confirmed.size());
    EXPECT_TRUE(*await(store->get(u"p"_s, u"after"_s)));
}

namespace {

QCoro::Task<ErrorCode> askTwice(Store *store)
{
    const auto first = co_await store->commit(putBatch(u"k"_s, "x"));
    if (first)
        co_return ErrorCode::Internal;
    const auto second = co_await store->get(u"p"_s, u"k"_s);
    co_return second ? ErrorCode::Internal : second.error().code;
}

QCoro::Task<bool> destroyAfterCommit(std::unique_ptr<SqliteStore> *store)
{
    const auto done = co_await (*store)->commit(putBatch(u"k"_s, "x"));
    store->reset();
    co_return done.has_value();
}

} // namespace

TEST_F(SqliteStoreTest, RefusesWhoAsksAgainWhileItIsDestroyed)
{
    auto store = open();
    auto asking = askTwice(store.get());
    store.reset();
    EXPECT_EQ(await(std::move(asking)), ErrorCode::Cancelled);
}

TEST_F(SqliteStoreTest, MayBeDestroyedByWhoItAnswers)
{
    auto store = open();
    SqliteStore *raw = store.get();
    auto destroying = destroyAfterCommit(&store);
    auto other = raw->commit(putBatch(u"other"_s, "x"));
    EXPECT_TRUE(await(std::move(destroying)));
    const auto answered = await(std::move(other));
    EXPECT_TRUE(answered || answered.error().code == ErrorCode::Cancelled);
    EXPECT_FALSE(store);
}

TEST_F(SqliteStoreTest, KeepsWhatWasConfirmedBeforeTheProcessWasKilled)
{
    QList<int> confirmed;
    qint64 token = 0;
    for (int round = 0; round < 3; ++round) {
        QFile::remove(path());
        QFile::remove(path() + u"-wal"_s);
        QFile::remove(path() + u"-shm"_s);
        confirmed.clear();
        QProcess writer;
        writer.start(QStringLiteral(STORE_WRITER), {path()});
        const auto readLines = [&] {
            while (writer.canReadLine()) {
                const QList<QByteArray> words = writer.readLine().trimmed().split(' ');
                if (words.at(0) == "lease")
                    token = words.at(1).toLongLong();
                else if (words.at(0) == "committed")
                    confirmed.append(words.at(1).toInt());
                else
                    ADD_FAILURE() << words.join(' ').toStdString();
            }
        };
        while (confirmed.size() < 100 * (round + 1) && writer.waitForReadyRead(10000))
            readLines();
        writer.kill(); // SIGKILL
        ASSERT_TRUE(writer.waitForFinished(10000));
        readLines();
        ASSERT_GE(confirmed.size(), 100 * (round + 1));

        const SystemClock clock;
        const auto store = orDie(SqliteStore::open({.path = path(), .clock = clock}), "reopening after a crash");
        for (int number : std::as_const(confirmed)) {
            const auto left = await(store->get(u"p"_s, u"left%1"_s.arg(number)));
            ASSERT_TRUE(left && *left) << "lost " << number;
            EXPECT_EQ((*left)->body, QByteArray(2000, static_cast<char>('a' + number % 26)));
        }
        const auto entries =
            orDie(await(store->range({.partition = u"p"_s, .index = u"i"_s, .limit = 1000000})), "reads");
        EXPECT_GE(entries.size(), confirmed.size());
        for (const IndexEntry &entry : entries) {
            const auto both = await(store->getMany(u"p"_s, {u"left"_s + entry.member, u"right"_s + entry.member}));
            EXPECT_EQ(both->size(), 2) << "half a batch";
        }
        const auto lease = await(store->acquire(u"p"_s, u"l"_s, 1min));
        ASSERT_TRUE(lease) << "the holder is dead";
        EXPECT_GT(lease->token, token);
    }
}

} // namespace ChatCal
