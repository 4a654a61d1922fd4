// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlitefile.h"

#include "core/base/ids.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

// Larger files are read page by page while they are used; a damaged page is then reported by the call that meets it.
constexpr qint64 largestFullCheck = 8 * 1024 * 1024;

tl::unexpected<Error> damaged(const QString &path, const QString &what)
{
    return failure(
        ErrorCode::Unavailable,
        u"%1 is damaged (%2); nothing was changed: move it away or put a copy from a backup in its place"_s.arg(path,
                                                                                                                what));
}

Result<void> create(const QString &path)
{
    const QFileInfo file(path);
    const QString folder = file.absolutePath();
    if (!file.dir().exists()
        && !(QDir().mkpath(folder)
             && QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))) {
        return failure(ErrorCode::Unavailable,
                       u"cannot create the folder of %1: choose a data folder that can be written"_s.arg(path));
    }
    // SQLite gives its -wal and -shm files the mode of the database.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return failure(ErrorCode::Unavailable,
                       u"cannot open %1 for writing (%2): check who owns it, or choose another data folder"_s.arg(
                           path, QString::fromLocal8Bit(std::strerror(errno))));
    }
    ::close(descriptor);
    if (::access(QFile::encodeName(folder).constData(), W_OK) != 0) {
        return failure(ErrorCode::Unavailable,
                       u"cannot write beside %1: check who owns its folder, or choose another data folder"_s.arg(path));
    }
    return {};
}

// One value of one row; nothing when SQLite could not say.
std::optional<QVariant> ask(const QSqlDatabase &database, const QString &sql, QString *error)
{
    QSqlQuery query(database);
    if (query.exec(sql) && query.next())
        return query.value(0);
    *error = query.lastError().databaseText();
    return std::nullopt;
}

Result<void> examine(const QString &path, const QSqlDatabase &database)
{
    QString error;
    const auto application = ask(database, u"PRAGMA application_id"_s, &error);
    const auto schema = ask(database, u"PRAGMA user_version"_s, &error);
    const auto tables = ask(database, u"SELECT count(*) FROM sqlite_schema"_s, &error);
    if (!application || !schema || !tables)
        return damaged(path, error);
    if (application->toInt() != sqliteApplication && tables->toInt() > 0) {
        return failure(ErrorCode::Unavailable,
                       u"%1 belongs to another program; nothing was changed: choose another data folder"_s.arg(path));
    }
    if (schema->toInt() > sqliteSchema) {
        return failure(ErrorCode::Unavailable,
                       u"%1 was written by a newer ChatCal (schema %2, this one knows %3); nothing was changed: "
                       "install that version again or choose another data folder"_s.arg(path)
                           .arg(schema->toInt())
                           .arg(sqliteSchema));
    }
    if (QFileInfo(path).size() <= largestFullCheck) {
        const auto verdict = ask(database, u"PRAGMA quick_check(1)"_s, &error);
        if (!verdict)
            return damaged(path, error);
        if (verdict->toString() != "ok"_L1)
            return damaged(path, verdict->toString().simplified());
    }
    return {};
}

} // namespace

Result<void> prepareSqliteFile(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists() && !file.isFile()) {
        return failure(ErrorCode::Unavailable, u"%1 is not a file: choose another data folder"_s.arg(path));
    }
    auto created = create(path);
    if (!created || QFileInfo(path).size() == 0)
        return created;

    // A read-only connection: it neither folds a left-over log into the file nor sets anything.
    const QString name = u"chatcal-look-"_s + randomToken(8);
    Result<void> verdict;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"_s);
        if (database.open())
            verdict = examine(path, database);
        else
            verdict = damaged(path, database.lastError().databaseText());
    }
    QSqlDatabase::removeDatabase(name);
    return verdict;
}

} // namespace ChatCal
