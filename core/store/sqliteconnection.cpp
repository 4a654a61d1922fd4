// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqliteconnection.h"

#include "core/base/ids.h"
#include "core/store/processidentity.h"
#include "core/store/sqlitefile.h"

#include <QSqlError>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr auto retryAfter = std::chrono::seconds(1);

// Primary result codes, https://www.sqlite.org/rescode.html (2022).
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CantOpen = 14,
    NotADb = 26
};

// Lease rows come and go; AUTOINCREMENT alone promises that a token never comes back.
// A member's place in its index is found in both directions: by member to move it, by score to list it.
constexpr std::array schemaStatements = {
    "CREATE TABLE document (partition TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, expires INTEGER, "
    "body BLOB NOT NULL, PRIMARY KEY (partition, key))",
    "CREATE INDEX document_expires ON document (expires) WHERE expires IS NOT NULL",
    "CREATE TABLE entry (partition TEXT NOT NULL, name TEXT NOT NULL, member TEXT NOT NULL, score INTEGER NOT NULL, "
    "PRIMARY KEY (partition, name, member)) WITHOUT ROWID",
    "CREATE INDEX entry_order ON entry (partition, name, score, member)",
    "CREATE TABLE lease (token INTEGER PRIMARY KEY AUTOINCREMENT, partition TEXT NOT NULL, name TEXT NOT NULL, "
    "owner TEXT NOT NULL, holder TEXT NOT NULL, expires INTEGER NOT NULL, UNIQUE (partition, name))",
    "CREATE INDEX lease_expires ON lease (expires)",
};

constexpr char sqlBeginRead[] = "BEGIN";
constexpr char sqlBeginWrite[] = "BEGIN IMMEDIATE";
constexpr char sqlCommit[] = "COMMIT";
constexpr char sqlRollback[] = "ROLLBACK";
constexpr char sqlBeginStep[] = "SAVEPOINT step";
constexpr char sqlKeepStep[] = "RELEASE step";
constexpr char sqlUndoStep[] = "ROLLBACK TO step";

constexpr char sqlGet[] = "SELECT body, version FROM document WHERE partition=? AND key=? AND "
                          "(expires IS NULL OR expires>?)";
constexpr char sqlVersion[] = "SELECT version FROM document WHERE partition=? AND key=? AND "
                              "(expires IS NULL OR expires>?)";
constexpr char sqlPut[] = "INSERT INTO document (partition, key, version, expires, body) VALUES (?,?,?,?,?) "
                          "ON CONFLICT (partition, key) DO UPDATE SET version=excluded.version, "
                          "expires=excluded.expires, body=excluded.body";
constexpr char sqlRemove[] = "DELETE FROM document WHERE partition=? AND key=?";
constexpr char sqlPurgeDocuments[] = "DELETE FROM document WHERE rowid IN (SELECT rowid FROM document "
                                     "WHERE expires<=? ORDER BY expires LIMIT ?)";

constexpr char sqlIndexPut[] = "INSERT INTO entry (partition, name, member, score) VALUES (?,?,?,?) "
                               "ON CONFLICT (partition, name, member) DO UPDATE SET score=excluded.score";
constexpr char sqlIndexRemove[] = "DELETE FROM entry WHERE partition=? AND name=? AND member=?";
constexpr char sqlRange[] = "SELECT member, score FROM entry WHERE partition=? AND name=? AND score>=? AND score<? "
                            "ORDER BY score, member LIMIT ?";
constexpr char sqlRangeAfter[] = "SELECT member, score FROM entry WHERE partition=? AND name=? AND score>=? AND "
                                 "score<? AND (score, member)>(?,?) ORDER BY score, member LIMIT ?";

constexpr char sqlHolder[] = "SELECT holder FROM lease WHERE partition=? AND name=? AND expires>?";
constexpr char sqlAcquire[] = "INSERT OR REPLACE INTO lease (partition, name, owner, holder, expires) "
                              "VALUES (?,?,?,?,?)";
constexpr char sqlHeld[] = "SELECT 1 FROM lease WHERE token=? AND partition=? AND name=? AND owner=? AND expires>?";
constexpr char sqlRenew[] = "UPDATE lease SET expires=? WHERE token=? AND owner=?";
constexpr char sqlRelease[] = "DELETE FROM lease WHERE token=? AND owner=?";
constexpr char sqlPurgeLeases[] = "DELETE FROM lease WHERE token IN (SELECT token FROM lease WHERE expires<=? LIMIT ?)";
constexpr char sqlPing[] = "SELECT count(*) FROM sqlite_schema";

qint64 stamp(Instant instant)
{
    return instant.time_since_epoch().count();
}

// The instant at which a time to live that starts now is over; the end of time when it is further away than that.
qint64 stampAfter(Instant now, std::chrono::milliseconds timeToLive)
{
    const qint64 start = stamp(now);
    const qint64 farthest = std::numeric_limits<qint64>::max() - std::max<qint64>(start, 0);
    return start + std::min<qint64>(timeToLive.count(), farthest);
}

tl::unexpected<Error> versionConflict(qint64 expected, qint64 found)
{
    return failure(ErrorCode::Conflict, u"expected version %1, found %2"_s.arg(expected).arg(found));
}

} // namespace

SqliteConnection::SqliteConnection(QString path)
    : m_path(std::move(path)), m_name(u"chatcal-store-"_s + randomToken(8)), m_identity(processIdentity())
{
}

SqliteConnection::~SqliteConnection()
{
    // QtSql warns unless queries go first, then every handle, then the connection.
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const QString &path,
                                                                 std::chrono::milliseconds busyTimeout)
{
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(path));
    connection->m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection->m_name);
    QSqlDatabase &database = connection->m_database;
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeout.count()));
    if (!database.open())
        return connection->broken(database.lastError());
    if (auto configured = connection->configure(); !configured)
        return tl::unexpected(configured.error());
    if (auto migrated = connection->migrate(); !migrated)
        return tl::unexpected(migrated.error());
    return connection;
}

Result<void> SqliteConnection::configure()
{
    for (const QString &setting : {u"journal_mode=WAL"_s, u"synchronous=NORMAL"_s, u"journal_size_limit=67108864"_s,
                                   u"temp_store=MEMORY"_s, u"cache_size=-8000"_s}) {
        if (auto done = pragma(setting); !done)
            return done;
    }
    return {};
}

Result<void> SqliteConnection::pragma(const QString &setting)
{
    // Never as a kept statement: most pragmas act while they are prepared and do nothing when run again.
    QSqlQuery query(m_database);
    if (!query.exec(u"PRAGMA "_s + setting))
        return broken(query.lastError());
    return {};
}

Result<void> SqliteConnection::migrate()
{
    // Inside a transaction: another process may be doing the same.
    if (auto begun = begin(Access::Write); !begun)
        return begun;
    auto version = run("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    const int schema = (*version)->next() ? (*version)->value(0).toInt() : 0;
    (*version)->finish();
    if (schema == sqliteSchema) {
        rollback();
        return {};
    }
    for (const char *sql : schemaStatements) {
        if (auto done = execute(sql); !done) {
            rollback();
            return done;
        }
    }
    for (const QString &mark :
         {u"application_id=%1"_s.arg(sqliteApplication), u"user_version=%1"_s.arg(sqliteSchema)}) {
        if (auto done = pragma(mark); !done) {
            rollback();
            return done;
        }
    }
    return commit();
}

tl::unexpected<Error> SqliteConnection::broken(const QSqlError &error) const
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    auto wrong = failure(ErrorCode::Internal, u"%1: %2"_s.arg(m_path, error.databaseText()));
    switch (code) {
    case Busy:
    case Locked:
    case ReadOnly:
    case IoError:
    case Corrupt:
    case Full:
    case CantOpen:
    case NotADb:
        wrong.value().code = ErrorCode::Unavailable;
        wrong.value().retryAfter = retryAfter;
        break;
    default:
        break;
    }
    return wrong;
}

Result<QSqlQuery *> SqliteConnection::run(const char *sql, const QVariantList &values)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(QString::fromLatin1(sql)))
            return broken(query.lastError());
        found = m_statements.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = found->second;
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values.at(i));
    if (!query.exec())
        return broken(query.lastError());
    return &query;
}

Result<void> SqliteConnection::execute(const char *sql, const QVariantList &values)
{
    auto query = run(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    // An open cursor would keep the transaction from ending.
    (*query)->finish();
    return {};
}

Result<void> SqliteConnection::begin(Access access)
{
    if (access == Access::Read)
        return execute(sqlBeginRead);
    if (access != m_synchronous) {
        // SQLite refuses to change this inside a transaction.
        if (auto set = pragma(access == Access::DurableWrite ? u"synchronous=FULL"_s : u"synchronous=NORMAL"_s); !set)
            return set;
        m_synchronous = access;
    }
    return execute(sqlBeginWrite);
}

Result<void> SqliteConnection::commit()
{
    return execute(sqlCommit);
}

void SqliteConnection::rollback()
{
    // Fails only when SQLite has rolled back by itself, as it does on a full disk.
    static_cast<void>(execute(sqlRollback));
}

Result<void> SqliteConnection::beginStep()
{
    return execute(sqlBeginStep);
}

Result<void> SqliteConnection::keepStep()
{
    return execute(sqlKeepStep);
}

Result<void> SqliteConnection::undoStep()
{
    // ROLLBACK TO leaves the savepoint itself on the stack.
    if (auto undone = execute(sqlUndoStep); !undone)
        return undone;
    return execute(sqlKeepStep);
}

Result<std::optional<Document>> SqliteConnection::get(const QString &partition, const QString &key, Instant now)
{
    auto query = run(sqlGet, {partition, key, stamp(now)});
    if (!query)
        return tl::unexpected(query.error());
    std::optional<Document> document;
    if ((*query)->next())
        document = Document{key, (*query)->value(0).toByteArray(), (*query)->value(1).toLongLong()};
    (*query)->finish();
    return document;
}

Result<QList<Document>> SqliteConnection::getMany(const QString &partition, const QStringList &keys, Instant now)
{
    QList<Document> documents;
    for (const QString &key : keys) {
        auto document = get(partition, key, now);
        if (!document)
            return tl::unexpected(document.error());
        if (auto &found = *document; found.has_value())
            documents.append(std::move(*found));
    }
    return documents;
}

Result<QList<IndexEntry>> SqliteConnection::range(const IndexQuery &query)
{
    QList<IndexEntry> entries;
    if (query.limit <= 0)
        return entries;
    QVariantList values{query.partition, query.index, query.from, query.to, query.limit};
    if (const auto &after = query.after; after.has_value())
        values = {query.partition, query.index, std::max(query.from, after->score), query.to, after->score,
                  after->member,   query.limit};
    auto rows = run(query.after ? sqlRangeAfter : sqlRange, values);
    if (!rows)
        return tl::unexpected(rows.error());
    while ((*rows)->next())
        entries.append(IndexEntry{(*rows)->value(0).toString(), (*rows)->value(1).toLongLong()});
    const QSqlError error = (*rows)->lastError();
    (*rows)->finish();
    if (error.isValid())
        return broken(error);
    return entries;
}

Result<qint64> SqliteConnection::currentVersion(const QString &partition, const QString &key, Instant now)
{
    auto query = run(sqlVersion, {partition, key, stamp(now)});
    if (!query)
        return tl::unexpected(query.error());
    const qint64 version = (*query)->next() ? (*query)->value(0).toLongLong() : 0;
    (*query)->finish();
    return version;
}

Result<qint64> SqliteConnection::put(const QString &partition, const Batch::Put &put, Instant now)
{
    const auto current = currentVersion(partition, put.key, now);
    if (!current)
        return tl::unexpected(current.error());
    if (put.expectedVersion && *put.expectedVersion != *current)
        return versionConflict(*put.expectedVersion, *current);
    const QVariant expires = put.timeToLive ? QVariant(stampAfter(now, *put.timeToLive)) : QVariant();
    // A null QByteArray would be bound as NULL.
    const QByteArray body = put.body.isNull() ? QByteArray("") : put.body;
    if (auto done = execute(sqlPut, {partition, put.key, *current + 1, expires, body}); !done)
        return tl::unexpected(done.error());
    return *current + 1;
}

Result<void> SqliteConnection::remove(const QString &partition, const Batch::Remove &remove, Instant now)
{
    if (remove.expectedVersion) {
        const auto current = currentVersion(partition, remove.key, now);
        if (!current)
            return tl::unexpected(current.error());
        if (*remove.expectedVersion != *current)
            return versionConflict(*remove.expectedVersion, *current);
    }
    return execute(sqlRemove, {partition, remove.key});
}

Result<void> SqliteConnection::expectHeld(const Lease &lease, Instant now)
{
    auto query = run(sqlHeld, {lease.token, lease.partition, lease.name, lease.owner, stamp(now)});
    if (!query)
        return tl::unexpected(query.error());
    const bool held = (*query)->next();
    (*query)->finish();
    if (!held)
        return failure(ErrorCode::Conflict, u"the lease is no longer held"_s);
    return {};
}

Result<QList<qint64>> SqliteConnection::apply(const Batch &batch, Instant now)
{
    Result<void> done;
    if (batch.fence)
        done = expectHeld(*batch.fence, now);
    QList<qint64> versions;
    versions.reserve(batch.puts.size());
    for (auto it = batch.puts.cbegin(); done && it != batch.puts.cend(); ++it) {
        if (const auto version = put(batch.partition, *it, now))
            versions.append(*version);
        else
            done = tl::unexpected(version.error());
    }
    for (auto it = batch.removes.cbegin(); done && it != batch.removes.cend(); ++it)
        done = remove(batch.partition, *it, now);
    for (auto it = batch.indexPuts.cbegin(); done && it != batch.indexPuts.cend(); ++it)
        done = execute(sqlIndexPut, {batch.partition, it->index, it->member, it->score});
    for (auto it = batch.indexRemoves.cbegin(); done && it != batch.indexRemoves.cend(); ++it)
        done = execute(sqlIndexRemove, {batch.partition, it->index, it->member});
    if (done && batch.fence && batch.releaseFence)
        done = release(*batch.fence);
    if (!done)
        return tl::unexpected(done.error());
    return versions;
}

Result<Lease> SqliteConnection::acquire(const QString &partition, const QString &name,
                                        std::chrono::milliseconds timeToLive, Instant now)
{
    auto holder = run(sqlHolder, {partition, name, stamp(now)});
    if (!holder)
        return tl::unexpected(holder.error());
    // A lease dies with its process: a restart after a crash need not wait for the time to live.
    const QString other = (*holder)->next() ? (*holder)->value(0).toString() : QString();
    const bool taken = !other.isNull() && (other == m_identity || !hasEnded(other));
    (*holder)->finish();
    if (taken)
        return failure(ErrorCode::Conflict, u"the lease is held by somebody else"_s);
    const QString owner = randomToken(16);
    auto granted = run(sqlAcquire, {partition, name, owner, m_identity, stampAfter(now, timeToLive)});
    if (!granted)
        return tl::unexpected(granted.error());
    const qint64 token = (*granted)->lastInsertId().toLongLong();
    (*granted)->finish();
    return Lease{partition, name, owner, token};
}

Result<void> SqliteConnection::renew(const Lease &lease, std::chrono::milliseconds timeToLive, Instant now)
{
    if (auto held = expectHeld(lease, now); !held)
        return held;
    return execute(sqlRenew, {stampAfter(now, timeToLive), lease.token, lease.owner});
}

Result<void> SqliteConnection::release(const Lease &lease)
{
    return execute(sqlRelease, {lease.token, lease.owner});
}

Result<void> SqliteConnection::ping()
{
    return execute(sqlPing);
}

Result<int> SqliteConnection::purge(Instant now, int limit)
{
    int most = 0;
    for (const char *sql : {sqlPurgeDocuments, sqlPurgeLeases}) {
        auto purged = run(sql, {stamp(now), limit});
        if (!purged)
            return tl::unexpected(purged.error());
        most = std::max(most, (*purged)->numRowsAffected());
        (*purged)->finish();
    }
    return most;
}

} // namespace ChatCal
