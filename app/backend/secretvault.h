// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QCoroTask>

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QString>

#include <chrono>

namespace QKeychain {
class Job;
}

namespace ChatCal {

/// The secret settings of one person's data folder, by setting name: in the desktop's keychain (Secret Service,
/// KWallet), all in one entry. Where no keychain answers in time they are kept in the file DATA_DIR/desktop.secrets
/// instead, which its owner alone can read; what is found there goes before the keychain and moves into it with the
/// next change that reaches it.
class SecretVault : public QObject
{
    Q_OBJECT
public:
    using Secrets = QHash<QString, Secret>;
    enum class Place { Keychain, File };

    /// @p dataDir may be empty for the default. @p patience is what a keychain has for each step; one that is locked
    /// may ask its person meanwhile.
    explicit SecretVault(const QString &dataDir, std::chrono::milliseconds patience = std::chrono::seconds(3),
                         QObject *parent = nullptr);

    /// All of them. Unavailable when the file is there and cannot be read, or others could read it.
    [[nodiscard]] QCoro::Task<Result<Secrets>> read();
    /// Where it is kept now. One call of set() and remove() at a time.
    [[nodiscard]] QCoro::Task<Result<Place>> set(QString name, Secret value);
    /// NotFound when there is none of this name. Unavailable when the keychain did not answer, and may still hold it.
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString name);

    [[nodiscard]] QString filePath() const { return m_file; }

Q_SIGNALS:
    /// A keychain that was given up on has opened after all: read() may tell more now.
    void unlocked();

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
    [[nodiscard]] QCoro::Task<> erase(QString key);
    [[nodiscard]] QCoro::Task<Result<void>> finished(QKeychain::Job *job);
    [[nodiscard]] Result<QJsonObject> readFile() const;
    [[nodiscard]] Result<void> writeFile(const QJsonObject &secrets) const;

    QString m_dataDir;
    QString m_file;
    std::chrono::milliseconds m_patience;
    QPointer<QKeychain::Job> m_late; ///< given up on and still under way: the keychain answers one job at a time
};

} // namespace ChatCal
