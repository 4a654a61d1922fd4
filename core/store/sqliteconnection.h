// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/store/store.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>
#include <unordered_map>

namespace ChatCal {

enum class SqliteAccess { Read, Write, DurableWrite };

/// One connection to a database file with the port's operations as plain, blocking functions. Opened, used and
/// destroyed in one thread. Operations run inside a transaction the caller begins and ends, so that many share one.
class SqliteConnection
{
public:
    using Access = SqliteAccess;

    /// Expects a file that prepareSqliteFile() has passed. Unavailable with the file's name in the detail.
    [[nodiscard]] static Result<std::unique_ptr<SqliteConnection>> open(const QString &path,
                                                                        std::chrono::milliseconds busyTimeout);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    [[nodiscard]] Result<void> begin(Access access);
    [[nodiscard]] Result<void> commit();
    /// Undoes the transaction; fine when SQLite has undone it already.
    void rollback();
    /// A step inside the transaction that can be undone alone.
    [[nodiscard]] Result<void> beginStep();
    [[nodiscard]] Result<void> keepStep();
    [[nodiscard]] Result<void> undoStep();

    [[nodiscard]] Result<std::optional<Document>> get(const QString &partition, const QString &key, Instant now);
    [[nodiscard]] Result<QList<Document>> getMany(const QString &partition, const QStringList &keys, Instant now);
    [[nodiscard]] Result<QList<IndexEntry>> range(const IndexQuery &query);
    /// Conflict may leave a part done: undo the step.
    [[nodiscard]] Result<QList<qint64>> apply(const Batch &batch, Instant now);
    [[nodiscard]] Result<Lease> acquire(const QString &partition, const QString &name,
                                        std::chrono::milliseconds timeToLive, Instant now);
    [[nodiscard]] Result<void> renew(const Lease &lease, std::chrono::milliseconds timeToLive, Instant now);
    [[nodiscard]] Result<void> release(const Lease &lease);
    [[nodiscard]] Result<void> ping();

    /// Removes up to @p limit rows of each kind that ran out; how many it found of the kind that had most.
    [[nodiscard]] Result<int> purge(Instant now, int limit);

private:
    explicit SqliteConnection(QString path);

    [[nodiscard]] Result<void> configure();
    [[nodiscard]] Result<void> migrate();
    [[nodiscard]] Result<void> pragma(const QString &setting);
    /// Runs the statement @p sql, prepared once and found again by the address of its text. Valid until the next run of
    /// the same statement.
    [[nodiscard]] Result<QSqlQuery *> run(const char *sql, const QVariantList &values = {});
    [[nodiscard]] Result<void> execute(const char *sql, const QVariantList &values = {});
    [[nodiscard]] tl::unexpected<Error> broken(const QSqlError &error) const;

    [[nodiscard]] Result<qint64> put(const QString &partition, const Batch::Put &put, Instant now);
    [[nodiscard]] Result<void> remove(const QString &partition, const Batch::Remove &remove, Instant now);
    [[nodiscard]] Result<qint64> currentVersion(const QString &partition, const QString &key, Instant now);
    [[nodiscard]] Result<void> expectHeld(const Lease &lease, Instant now);

    QString m_path;
    QString m_name;
    QString m_identity;
    QSqlDatabase m_database;
    std::unordered_map<const char *, QSqlQuery> m_statements;
    Access m_synchronous = Access::Write;
};

} // namespace ChatCal
