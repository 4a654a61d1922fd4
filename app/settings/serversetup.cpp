// SPDX-License-Identifier: Apache-2.0
#include "app/settings/serversetup.h"

#include "app/look/language.h"
#include "core/base/ids.h"
#include "core/time/language.h"

#include <QCoroSignal>

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

struct Later
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

constexpr auto patienceToCheck = 10s;
constexpr int patienceToStart = 3000;
constexpr auto patienceToTry = 40s; // each service has its own limits below that

/// "NAME = value  (origin)", a line each.
ServerSetup::Values valuesOf(const QString &description)
{
    static const QRegularExpression form(u"^([A-Z_]+) = (.*)  \\((.*)\\)$"_s);
    ServerSetup::Values values;
    for (const QString &line : description.split(u'\n', Qt::SkipEmptyParts)) {
        const auto match = form.match(line);
        if (match.hasMatch())
            values.insert(match.captured(1), {match.captured(2), match.captured(3)});
    }
    return values;
}

/// "chatcal-server: NAME (origin): what is wrong" as an error at its field.
Error toError(const QString &complaint)
{
    static const QRegularExpression form(u"^chatcal-server: ([A-Z_]+)(?: \\([^)]*\\):)? (.*)$"_s);
    const auto match = form.match(complaint);
    Error error{ErrorCode::InvalidInput, complaint.mid(complaint.indexOf(u": "_s) + 2), {}, {}};
    if (match.hasMatch()) {
        QString name = match.captured(1);
        // As settings.cpp calls some of them in the environment.
        static const QStringList prefixed{u"CHATCAL_DATA_DIR"_s, u"CHATCAL_LISTEN"_s, u"CHATCAL_WORKERS"_s,
                                          u"CHATCAL_CALENDAR"_s, u"CHATCAL_RATE_LIMIT"_s};
        if (prefixed.contains(name))
            name.remove(0, 8);
        error.fields.append({name, Sentence::said(match.captured(2))});
    }
    return error;
}

} // namespace

ServerSetup::ServerSetup(QString program, SecretVault &vault, QObject *parent)
    : QObject(parent), m_program(std::move(program)), m_vault(vault)
{
}

QString ServerSetup::dataDir() const
{
    return m_vault.folder();
}

QString ServerSetup::configPath() const
{
    return dataDir() + u"/chatcal.conf"_s;
}

QCoro::Task<Result<ServerSetup::Said>> ServerSetup::ask(QString program, QString folder, SecretVault::Secrets secrets,
                                                        QStringList locked, QStringList arguments,
                                                        std::chrono::milliseconds patience)
{
    // Not destroyed here: the coroutine goes on inside the process's own signal.
    const std::unique_ptr<QProcess, Later> process(new QProcess);
    QStringList all{u"--child"_s, u"--check-config"_s, u"--language="_s + languageCode(languageInUse()),
                    u"--data-dir"_s, folder};
    process->start(program, all + arguments);
    if (!process->waitForStarted(patienceToStart)) // the fork alone
        co_return failure(ErrorCode::Unavailable, u"%1 cannot be started"_s.arg(program));
    // As ServerProcess hands them over: no command line and no environment shows them.
    QByteArray lines = randomToken().toLatin1() + '\n';
    for (auto it = secrets.begin(); it != secrets.end(); ++it)
        lines += it.key().toLatin1() + '=' + it->reveal() + '\n';
    for (const QString &name : locked)
        lines += '!' + name.toLatin1() + '\n';
    process->write(lines + '\n');
    const auto finished = co_await qCoro(process.get(), &QProcess::finished, patience);
    if (!finished) {
        process->kill();
        process->waitForFinished(1000);
        co_return failure(ErrorCode::Timeout, u"%1 did not answer in time"_s.arg(program));
    }
    Said said;
    said.exitCode = process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1;
    said.output = QString::fromUtf8(process->readAllStandardOutput());
    const QString errors = QString::fromUtf8(process->readAllStandardError()).trimmed();
    said.complaint = errors.mid(errors.lastIndexOf(u'\n') + 1);
    co_return said;
}

QCoro::Task<Result<ServerSetup::Values>> ServerSetup::read()
{
    const QPointer<ServerSetup> self(this);
    const auto secrets = co_await m_vault.read();
    if (!self)
        co_return failure(ErrorCode::Cancelled, u"caller gone"_s);
    if (!secrets)
        co_return tl::unexpected(secrets.error());
    const auto said = co_await ask(m_program, dataDir(), *secrets, m_vault.locked(), {}, patienceToCheck);
    if (!said)
        co_return tl::unexpected(said.error());
    if (said->exitCode != 0)
        co_return tl::unexpected(toError(said->complaint));
    co_return valuesOf(said->output);
}

ServerSetup::Values ServerSetup::written() const
{
    Values values;
    const auto file = ConfigFile::read(configPath());
    if (!file)
        return values;
    const auto lines = file->values();
    for (auto it = lines.begin(); it != lines.end(); ++it)
        values.insert(it.key(), {*it, configPath()});
    return values;
}

QCoro::Task<Result<ServerSetup::Draft>> ServerSetup::draft(Wish wish)
{
    const QString path = configPath();
    const auto secrets = co_await m_vault.read();
    if (!secrets)
        co_return tl::unexpected(secrets.error());
    auto file = ConfigFile::read(path);
    if (!file)
        co_return tl::unexpected(file.error());
    Draft draft{std::move(*file), *secrets, m_vault.locked()};
    for (auto it = wish.values.begin(); it != wish.values.end(); ++it) {
        if (it->trimmed().isEmpty())
            draft.file.remove(it.key());
        else
            draft.file.set(it.key(), it->trimmed());
    }
    for (auto it = wish.secrets.begin(); it != wish.secrets.end(); ++it) {
        // What the file says of it would come back.
        draft.file.remove(it.key());
        draft.file.remove(it.key() + u"_FILE"_s);
        draft.locked.removeAll(it.key());
        if (it->isEmpty())
            draft.secrets.remove(it.key());
        else
            draft.secrets.insert(it.key(), *it);
    }
    co_return draft;
}

QCoro::Task<Result<void>> ServerSetup::apply(Wish wish)
{
    const QPointer<ServerSetup> self(this);
    const auto next = co_await draft(wish);
    if (!next)
        co_return tl::unexpected(next.error());
    if (!self)
        co_return failure(ErrorCode::Cancelled, u"caller gone"_s);
    const QTemporaryDir folder;
    const auto drafted = next->file.write(folder.filePath(u"chatcal.conf"_s));
    if (!drafted)
        co_return tl::unexpected(drafted.error());
    const auto said = co_await ask(m_program, folder.path(), next->secrets, next->locked, {}, patienceToCheck);
    if (!said)
        co_return tl::unexpected(said.error());
    if (said->exitCode != 0)
        co_return tl::unexpected(toError(said->complaint));
    if (!self)
        co_return failure(ErrorCode::Cancelled, u"caller gone"_s);
    for (auto it = wish.secrets.begin(); it != wish.secrets.end(); ++it) {
        if (it->isEmpty()) {
            const auto removed = co_await m_vault.remove(it.key());
            if (!removed && removed.error().code != ErrorCode::NotFound)
                co_return tl::unexpected(removed.error());
        } else {
            const auto kept = co_await m_vault.set(it.key(), *it);
            if (!kept)
                co_return tl::unexpected(kept.error());
        }
        if (!self)
            co_return failure(ErrorCode::Cancelled, u"caller gone"_s);
    }
    const auto written = next->file.write(configPath());
    if (!written)
        co_return tl::unexpected(written.error());
    Q_EMIT changed();
    co_return Result<void>();
}

QCoro::Task<Result<QList<ServerSetup::Trial>>> ServerSetup::tryOut(Wish wish, QStringList settings)
{
    const QString program = m_program;
    auto next = co_await draft(wish);
    if (!next)
        co_return tl::unexpected(next.error());
    const auto matters = [&settings](const QString &name) {
        return std::any_of(settings.begin(), settings.end(),
                           [&name](const QString &beginning) { return name.startsWith(beginning); });
    };
    next->file.keepOnly(matters);
    for (const QString &name : next->secrets.keys()) {
        if (!matters(name))
            next->secrets.remove(name);
    }
    const QTemporaryDir folder; // with a store of its own: nothing is left of the trial
    const auto drafted = next->file.write(folder.filePath(u"chatcal.conf"_s));
    if (!drafted)
        co_return tl::unexpected(drafted.error());
    const auto said = co_await ask(program, folder.path(), next->secrets, next->locked, {u"--try"_s}, patienceToTry);
    if (!said)
        co_return tl::unexpected(said.error());
    // 1: something did not answer as it should, and the lines say what.
    if (said->exitCode != 0 && said->exitCode != 1)
        co_return tl::unexpected(toError(said->complaint));
    QList<Trial> trials;
    static const QRegularExpression form(u"^((?:store|model|calendar|mail) [a-z]+): (.*)$"_s);
    for (const QString &line : said->output.split(u'\n', Qt::SkipEmptyParts)) {
        const auto match = form.match(line);
        if (match.hasMatch())
            trials.append({match.captured(1), match.captured(2) == "ok"_L1, match.captured(2)});
    }
    co_return trials;
}

QCoro::Task<Result<void>> ServerSetup::deleteAll()
{
    const QPointer<ServerSetup> self(this);
    const auto forgotten = co_await m_vault.forgetAll();
    if (!self)
        co_return failure(ErrorCode::Cancelled, u"caller gone"_s);
    const QString folder = dataDir();
    bool isGone = true;
    const auto entries =
        QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        // A link goes, what it points at stays.
        const bool isFolder = entry.isDir() && !entry.isSymLink();
        isGone = (isFolder ? QDir(entry.filePath()).removeRecursively() : QFile::remove(entry.filePath())) && isGone;
    }
    if (!isGone)
        co_return failure(ErrorCode::Unavailable, u"not all of %1 could be deleted"_s.arg(folder));
    co_return forgotten;
}

} // namespace ChatCal
