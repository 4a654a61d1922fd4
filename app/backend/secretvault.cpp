// SPDX-License-Identifier: Apache-2.0
#include "app/backend/secretvault.h"

#include "core/base/json.h"

#include <qt6keychain/keychain.h>

#include <QCoroFuture>
#include <QCoroSignal>

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QPromise>
#include <QStandardPaths>
#include <QThreadPool>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

Q_LOGGING_CATEGORY(lcVault, "chatcal.vault", QtInfoMsg)

const QString service = u"chatcal"_s;
constexpr qint64 longestPassphrase = 4096;

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

/// What the owner alone may read; empty when it is not there.
Result<QByteArray> ownFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    const auto forOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & forOthers)
        return failure(ErrorCode::Unavailable,
                       u"%1 holds secrets and others on this machine can read it: chmod 600 it"_s.arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unavailable, u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    return file.readAll();
}

/// Making a key takes long on purpose; windows must not stand still meanwhile.
QCoro::Task<Result<SealedFile::Key>> inThread(std::function<Result<SealedFile::Key>()> work)
{
    const auto promise = std::make_shared<QPromise<Result<SealedFile::Key>>>();
    QFuture<Result<SealedFile::Key>> future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work] {
        promise->addResult(work());
        promise->finish();
    });
    const auto key = co_await future;
    co_return key;
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
    : QObject(parent),
      m_dataDir(folderOf(dataDir)),
      m_plain(m_dataDir + u"/desktop.secrets"_s),
      m_sealed(m_dataDir + u"/desktop.sealed"_s),
      m_patience(patience)
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
            QFile::remove(m_plain);
            QFile::remove(m_sealed);
            co_return Place::Keychain;
        }
    }
    const auto kept = co_await keepSealed(merged(found->file, change));
    if (!kept)
        co_return tl::unexpected(kept.error());
    co_return Place::SealedFile;
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
        const auto kept = co_await keepSealed(found->file);
        if (!self)
            co_return gone();
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
            const auto erased = co_await erase(probe);
            Q_UNUSED(erased)
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
    const auto plain = readPlain();
    if (!plain)
        co_return tl::unexpected(plain.error());
    const auto sealed = co_await openSealed(purpose);
    if (!sealed)
        co_return tl::unexpected(sealed.error());
    Found found;
    found.keychainAnswers = inKeychain.has_value();
    found.keychain = inKeychain.value_or(QJsonObject());
    found.file = merged(*plain, *sealed);
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

QCoro::Task<Result<void>> SecretVault::erase(QString key)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(key);
    const auto done = co_await finished(job);
    if (done)
        job->deleteLater();
    co_return done;
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

QCoro::Task<Result<void>> SecretVault::forgetAll()
{
    const QPointer<SecretVault> self(this);
    QFile::remove(m_plain);
    QFile::remove(m_sealed);
    m_key.reset();
    m_locked.clear();
    const auto kept = co_await readKeychain();
    if (!self)
        co_return gone();
    if (kept && kept->isEmpty())
        co_return Result<void>();
    // No keychain at all holds nothing; one that does not answer may.
    if (!kept && kept.error().code == ErrorCode::Unavailable)
        co_return Result<void>();
    const auto erased = co_await erase(m_dataDir);
    co_return erased;
}

bool SecretVault::hasPlainFile() const
{
    return QFile::exists(m_plain);
}

Result<QJsonObject> SecretVault::readPlain() const
{
    const auto bytes = ownFile(m_plain);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return parsed(*bytes, m_plain);
}

QCoro::Task<SecretVault::Answer> SecretVault::ask(Question question)
{
    const QString path = qEnvironmentVariable("CHATCAL_PASSPHRASE_FILE");
    const bool isWanted = question == Question::Passphrase || question == Question::NewPassphrase;
    if (isWanted && !path.isEmpty()) {
        QFile file(path);
        const QByteArray words = file.open(QIODevice::ReadOnly) ? file.read(longestPassphrase).trimmed() : QByteArray();
        if (!words.isEmpty())
            co_return Answer{Answer::Kind::Given, Secret(words)};
        qCWarning(lcVault) << "CHATCAL_PASSPHRASE_FILE names no file with a passphrase";
    }
    if (!m_asker)
        co_return Answer();
    const QPointer<SecretVault> self(this);
    m_isAsking = true;
    const Asker asker = m_asker; // it lives as long as its coroutine
    auto answer = co_await asker(question);
    if (self) {
        m_isAsking = false;
        Q_EMIT answered();
    }
    co_return answer;
}

/// What the passphrase keeps from us: at a look the rest has to do, a change must not lose it.
Result<QJsonObject> SecretVault::leftSealed(const QStringList &names, Purpose purpose)
{
    m_locked = names;
    if (purpose == Purpose::ToChange)
        return failure(ErrorCode::Cancelled, u"the sealed secrets were not opened"_s);
    return QJsonObject();
}

QCoro::Task<Result<QJsonObject>> SecretVault::openSealed(Purpose purpose)
{
    const QPointer<SecretVault> self(this);
    while (m_isAsking) { // one question at a time
        co_await qCoro(this, &SecretVault::answered);
        if (!self)
            co_return gone();
    }
    const auto bytes = ownFile(m_sealed);
    if (!bytes)
        co_return tl::unexpected(bytes.error());
    m_locked.clear();
    if (bytes->isEmpty())
        co_return QJsonObject();
    const auto file = SealedFile::parse(*bytes);
    if (file) {
        auto opened = co_await openBy(*file, purpose);
        co_return opened;
    }
    if (m_wasSkipped && purpose == Purpose::ToRead)
        co_return QJsonObject();
    const auto answer = co_await ask(Question::Damaged);
    if (!self)
        co_return gone();
    if (answer.kind == Answer::Kind::StartOver) {
        QFile::remove(m_sealed);
        co_return QJsonObject();
    }
    m_wasSkipped = true;
    co_return leftSealed({}, purpose);
}

QCoro::Task<Result<QJsonObject>> SecretVault::openBy(SealedFile file, Purpose purpose)
{
    const QPointer<SecretVault> self(this);
    if (m_key && file.belongsTo(*m_key)) {
        auto opened = file.open(*m_key);
        if (opened)
            co_return opened;
    }
    if (m_wasSkipped && purpose == Purpose::ToRead)
        co_return leftSealed(file.names(), purpose);
    for (auto question = Question::Passphrase;; question = Question::WrongPassphrase) {
        const auto answer = co_await ask(question);
        if (!self)
            co_return gone();
        if (answer.kind == Answer::Kind::StartOver) {
            QFile::remove(m_sealed);
            m_key.reset();
            co_return QJsonObject();
        }
        if (answer.kind == Answer::Kind::Skipped) {
            m_wasSkipped = true;
            co_return leftSealed(file.names(), purpose);
        }
        const auto key = co_await inThread([file, words = answer.passphrase] { return file.keyFrom(words); });
        if (!self)
            co_return gone();
        if (!key)
            co_return tl::unexpected(key.error());
        auto opened = file.open(*key);
        if (opened) {
            m_key = *key;
            m_wasSkipped = false;
            co_return opened;
        }
    }
}

/// In place of both files.
QCoro::Task<Result<void>> SecretVault::keepSealed(QJsonObject secrets)
{
    const QPointer<SecretVault> self(this);
    if (secrets.isEmpty()) {
        QFile::remove(m_plain);
        QFile::remove(m_sealed);
        co_return Result<void>();
    }
    if (!m_key) {
        const auto answer = co_await ask(Question::NewPassphrase);
        if (!self)
            co_return gone();
        if (answer.kind != Answer::Kind::Given)
            co_return failure(ErrorCode::Cancelled, u"no keychain answers, and no passphrase was given"_s);
        const auto key = co_await inThread([words = answer.passphrase] { return SealedFile::newKey(words); });
        if (!self)
            co_return gone();
        if (!key)
            co_return tl::unexpected(key.error());
        m_key = *key;
    }
    const auto kept = writeOwnFile(m_sealed, SealedFile::seal(secrets, *m_key));
    if (kept)
        QFile::remove(m_plain);
    co_return kept;
}

Result<void> SecretVault::writeOwnFile(const QString &path, const QByteArray &bytes) const
{
    const auto cannot = [&path] {
        return failure(ErrorCode::Unavailable,
                       u"%1 cannot be written: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    };
    if (!QFile::exists(m_dataDir) && QDir().mkpath(m_dataDir))
        QFile::setPermissions(m_dataDir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // Made for the owner alone from its first byte, and put in place whole.
    const QByteArray target = QFile::encodeName(path);
    const QByteArray fresh = target + ".new";
    ::unlink(fresh.constData());
    const int descriptor = ::open(fresh.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return cannot();
    const bool isWritten = ::write(descriptor, bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size()
        && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!isWritten || ::rename(fresh.constData(), target.constData()) != 0) {
        const auto failed = cannot();
        ::unlink(fresh.constData());
        return failed;
    }
    return {};
}

} // namespace ChatCal
