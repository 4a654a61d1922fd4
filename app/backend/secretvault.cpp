// SPDX-License-Identifier: Apache-2.0
#include "app/backend/secretvault.h"

#include "core/base/json.h"

#include <qt6keychain/keychain.h>

#include <QCoroSignal>

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QStandardPaths>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

Q_LOGGING_CATEGORY(lcVault, "chatcal.vault", QtInfoMsg)

const QString service = u"chatcal"_s;

tl::unexpected<Error> gone()
{
    return failure(ErrorCode::Cancelled, u"the vault is gone"_s);
}

Result<QJsonObject> parsed(const QByteArray &bytes, const QString &where)
{
    auto object = bytes.isEmpty() ? Result<QJsonObject>(QJsonObject()) : parseJsonObject(bytes);
    if (!object) // the parser's own words could quote a secret
        return failure(ErrorCode::Internal, u"the secrets in %1 cannot be understood"_s.arg(where));
    return object;
}

/// Where the desktop's server keeps its data.
QString folderOf(const QString &wish)
{
    for (const QString &folder : {wish, qEnvironmentVariable("CHATCAL_DATA_DIR")}) {
        if (!folder.isEmpty())
            return QDir(folder).absolutePath();
    }
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/chatcal"_s;
}

/// @p upper over @p lower.
QJsonObject merged(QJsonObject lower, const QJsonObject &upper)
{
    for (auto it = upper.begin(); it != upper.end(); ++it)
        lower.insert(it.key(), it.value());
    return lower;
}

} // namespace

SecretVault::SecretVault(const QString &dataDir, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent), m_dataDir(folderOf(dataDir)), m_file(m_dataDir + u"/desktop.secrets"_s), m_patience(patience)
{
}

QCoro::Task<Result<SecretVault::Secrets>> SecretVault::read()
{
    const auto found = co_await find(Purpose::ToRead);
    if (!found)
        co_return tl::unexpected(found.error());
    const QJsonObject all = merged(found->keychain, found->file);
    Secrets secrets;
    for (auto it = all.begin(); it != all.end(); ++it)
        secrets.insert(it.key(), Secret(it.value().toString().toUtf8()));
    co_return secrets;
}

QCoro::Task<Result<SecretVault::Place>> SecretVault::set(QString name, Secret value)
{
    const QPointer<SecretVault> self(this);
    const auto found = co_await find(Purpose::ToChange);
    if (!found)
        co_return tl::unexpected(found.error());
    const QJsonObject change{{name, QString::fromUtf8(value.reveal())}};
    if (found->keychainAnswers) {
        const auto written = co_await write(m_dataDir, merged(merged(found->keychain, found->file), change));
        if (!self)
            co_return gone();
        if (written) {
            QFile::remove(m_file);
            co_return Place::Keychain;
        }
    }
    const auto kept = writeFile(merged(found->file, change));
    if (!kept)
        co_return tl::unexpected(kept.error());
    co_return Place::File;
}

QCoro::Task<Result<void>> SecretVault::remove(QString name)
{
    const QPointer<SecretVault> self(this);
    auto found = co_await find(Purpose::ToChange);
    if (!found)
        co_return tl::unexpected(found.error());
    const bool wasInFile = found->file.contains(name);
    const bool wasInKeychain = found->keychain.contains(name);
    if (found->keychainAnswers && !wasInFile && !wasInKeychain)
        co_return failure(ErrorCode::NotFound, u"no secret is kept as "_s + name);
    if (wasInFile) {
        found->file.remove(name);
        const auto kept = writeFile(found->file);
        if (!kept)
            co_return tl::unexpected(kept.error());
    }
    if (!found->keychainAnswers)
        co_return failure(ErrorCode::Unavailable, u"the keychain does not answer and may still hold "_s + name);
    if (!wasInKeychain)
        co_return Result<void>();
    found->keychain.remove(name);
    const auto written = co_await write(m_dataDir, found->keychain);
    co_return written;
}

QCoro::Task<Result<SecretVault::Found>> SecretVault::find(Purpose purpose)
{
    const QPointer<SecretVault> self(this);
    auto inKeychain = co_await readKeychain();
    if (!self)
        co_return gone();
    if (purpose == Purpose::ToChange && inKeychain && inKeychain->isEmpty()) {
        // A keychain that stays locked (its person sent the question away) says that there is nothing. Only one that
        // takes an entry says so truly; else the next write, asked for anew, would go over what is there.
        const QString probe = m_dataDir + u" (open?)"_s;
        const auto taken = co_await write(probe, {});
        if (!self)
            co_return gone();
        if (taken) {
            co_await erase(probe);
            if (!self)
                co_return gone();
            inKeychain = co_await readKeychain();
            if (!self)
                co_return gone();
        } else {
            inKeychain = tl::unexpected(taken.error());
        }
    }
    if (!inKeychain && inKeychain.error().code == ErrorCode::Internal)
        co_return tl::unexpected(inKeychain.error()); // it must not be written over
    const auto inFile = readFile();
    if (!inFile)
        co_return tl::unexpected(inFile.error());
    Found found;
    found.keychainAnswers = inKeychain.has_value();
    found.keychain = inKeychain.value_or(QJsonObject());
    found.file = *inFile;
    co_return found;
}

QCoro::Task<Result<QJsonObject>> SecretVault::readKeychain()
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(m_dataDir); // as chatcal.conf: another folder, other secrets
    const auto done = co_await finished(job);
    if (!done)
        co_return tl::unexpected(done.error());
    const QByteArray bytes = job->textData().toUtf8();
    job->deleteLater();
    co_return parsed(bytes, u"the keychain"_s);
}

QCoro::Task<Result<void>> SecretVault::write(QString key, QJsonObject secrets)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(key);
    job->setTextData(QString::fromUtf8(toJson(secrets)));
    const auto done = co_await finished(job);
    if (done)
        job->deleteLater();
    co_return done;
}

QCoro::Task<> SecretVault::erase(QString key)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(key);
    const auto done = co_await finished(job);
    if (done)
        job->deleteLater();
}

/// Runs @p job. It is still there afterwards when this succeeds; that nothing is kept under its key is a success too.
QCoro::Task<Result<void>> SecretVault::finished(QKeychain::Job *job)
{
    const QPointer<SecretVault> self(this);
    if (m_late) {
        job->deleteLater();
        co_return failure(ErrorCode::Timeout, u"the keychain is still busy"_s);
    }
    job->setAutoDelete(false);
    job->start();
    // A keychain that D-Bus tries to start, or that asks its person, may take 25 s and more.
    const auto done = co_await qCoro(job, &QKeychain::Job::finished, m_patience);
    if (!done) {
        job->setAutoDelete(true);
        if (!self)
            co_return gone();
        qCWarning(lcVault) << "the keychain does not answer in time; going on without it";
        m_late = job;
        connect(job, &QKeychain::Job::finished, this, [this](const QKeychain::Job *late) {
            m_late.clear();
            if (late->error() == QKeychain::NoError)
                Q_EMIT unlocked();
        });
        co_return failure(ErrorCode::Timeout, u"the keychain does not answer in time"_s);
    }
    const auto error = job->error();
    if (error == QKeychain::NoError || error == QKeychain::EntryNotFound)
        co_return Result<void>();
    // Its words name services and paths, nothing that is kept.
    qCInfo(lcVault) << "no keychain to be had:" << job->errorString();
    job->deleteLater();
    co_return failure(ErrorCode::Unavailable, u"no keychain answers"_s);
}

Result<QJsonObject> SecretVault::readFile() const
{
    QFile file(m_file);
    if (!file.exists())
        return QJsonObject();
    const auto forOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & forOthers)
        return failure(ErrorCode::Unavailable,
                       u"%1 holds secrets and others on this machine can read it: chmod 600 it"_s.arg(m_file));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unavailable, u"%1 cannot be read: %2"_s.arg(m_file, file.errorString()));
    return parsed(file.readAll(), m_file);
}

Result<void> SecretVault::writeFile(const QJsonObject &secrets) const
{
    const auto cannot = [this] {
        return failure(ErrorCode::Unavailable,
                       u"%1 cannot be written: %2"_s.arg(m_file, QString::fromLocal8Bit(std::strerror(errno))));
    };
    if (secrets.isEmpty()) {
        QFile::remove(m_file);
        return {};
    }
    if (!QFile::exists(m_dataDir) && QDir().mkpath(m_dataDir))
        QFile::setPermissions(m_dataDir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // Made for the owner alone from its first byte, and put in place whole.
    const QByteArray path = QFile::encodeName(m_file);
    const QByteArray fresh = path + ".new";
    ::unlink(fresh.constData());
    const int descriptor = ::open(fresh.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return cannot();
    const QByteArray bytes = toJson(secrets) + '\n';
    const bool isWritten = ::write(descriptor, bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size()
        && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!isWritten || ::rename(fresh.constData(), path.constData()) != 0) {
        const auto failed = cannot();
        ::unlink(fresh.constData());
        return failed;
    }
    return {};
}

} // namespace ChatCal
