// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/sealedfile.h"
#include "core/base/result.h"
#include "core/base/secret.h"

#include <QCoroTask>

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace QKeychain {
class Job;
}

namespace ChatCal {

/// The secret settings of one person's data folder, by setting name: in the desktop's keychain (Secret Service,
/// KWallet), all in one entry. Where no keychain answers in time they are kept in the file DATA_DIR/desktop.sealed
/// instead, which opens with a passphrase; what is found there goes before the keychain and moves into it with the
/// next change that reaches it. A file desktop.secrets of an earlier version, not sealed, is read as well and gone with
/// the next change.
class SecretVault : public QObject
{
    Q_OBJECT
public:
    using Secrets = QHash<QString, Secret>;
    enum class Place { Keychain, SealedFile };
    /// What its person is asked for.
    enum class Question {
        NewPassphrase, ///< there is something to keep, and no keychain
        Passphrase, ///< of what is kept
        WrongPassphrase, ///< as before: the one given was another
        Damaged, ///< what is kept cannot be read any more; only a fresh start helps
    };
    struct Answer
    {
        enum class Kind { Given, Skipped, StartOver };
        Kind kind = Kind::Skipped;
        Secret passphrase;
    };
    using Asker = std::function<QCoro::Task<Answer>(Question)>;

    /// @p dataDir may be empty for the default. @p patience is what a keychain has for each step; one that is locked
    /// may ask its person meanwhile.
    explicit SecretVault(const QString &dataDir, std::chrono::milliseconds patience = std::chrono::seconds(3),
                         QObject *parent = nullptr);

    /// Who is asked when CHATCAL_PASSPHRASE_FILE names no file with the passphrase; nobody until set: all is skipped.
    void setAsker(Asker asker) { m_asker = std::move(asker); }

    /// All of them, but those that stay sealed: see locked(). Unavailable when the file is there and cannot be read, or
    /// others could read it.
    [[nodiscard]] QCoro::Task<Result<Secrets>> read();
    /// Where it is kept now. Cancelled when it could only be kept in the sealed file and no passphrase was given.
    /// One call of set() and remove() at a time.
    [[nodiscard]] QCoro::Task<Result<Place>> set(QString name, Secret value);
    /// NotFound when there is none of this name. Unavailable when the keychain did not answer, and may still hold it.
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString name);

    /// Takes all of them away, opened or not. Unavailable when a keychain did not answer, and may still hold some.
    [[nodiscard]] QCoro::Task<Result<void>> forgetAll();

    /// The names of those that stayed sealed at the last look, because the passphrase was not given.
    [[nodiscard]] const QStringList &locked() const { return m_locked; }
    /// Asks for the passphrase again at the next look, though it was not given before.
    void askAgain() { m_wasSkipped = false; }
    /// Secrets lie in a file that nothing seals.
    [[nodiscard]] bool hasPlainFile() const;

    [[nodiscard]] QString folder() const { return m_dataDir; }
    [[nodiscard]] QString filePath() const { return m_sealed; }

Q_SIGNALS:
    /// A keychain that was given up on has opened after all: read() may tell more now.
    void unlocked();
    /// A question was answered.
    void answered();

private:
    struct Found
    {
        QJsonObject keychain;
        QJsonObject file;
        bool keychainAnswers = false;
    };
    enum class Purpose { ToRead, ToChange };
    [[nodiscard]] QCoro::Task<Result<Found>> find(Purpose purpose);
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> readKeychain();
    [[nodiscard]] QCoro::Task<Result<void>> write(QString key, QJsonObject secrets);
    [[nodiscard]] QCoro::Task<Result<void>> erase(QString key);
    [[nodiscard]] QCoro::Task<Result<void>> finished(QKeychain::Job *job);
    [[nodiscard]] Result<QJsonObject> readPlain() const;
    [[nodiscard]] QCoro::Task<Answer> ask(Question question);
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> openSealed(Purpose purpose);
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> openBy(SealedFile file, Purpose purpose);
    [[nodiscard]] QCoro::Task<Result<void>> keepSealed(QJsonObject secrets);
    [[nodiscard]] Result<QJsonObject> leftSealed(const QStringList &names, Purpose purpose);
    [[nodiscard]] Result<void> writeOwnFile(const QString &path, const QByteArray &bytes) const;

    QString m_dataDir;
    QString m_plain;
    QString m_sealed;
    std::chrono::milliseconds m_patience;
    Asker m_asker;
    std::optional<SealedFile::Key> m_key; ///< once the passphrase was given
    QStringList m_locked;
    bool m_wasSkipped = false;
    bool m_isAsking = false;
    QPointer<QKeychain::Job> m_late; ///< given up on and still under way: the keychain answers one job at a time
};

} // namespace ChatCal
