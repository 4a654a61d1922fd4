// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mail/mailer.h"

#include <QThreadPool>

#include <memory>

namespace ChatCal {

/// "Sends" by writing one .eml file per message into a folder, readable by the owner alone. The same message twice is
/// the same file. A file appears complete or not at all. Unavailable when the folder cannot be made or written.
class FileMailer final : public Mailer
{
public:
    /// @p folder is made when it is missing.
    explicit FileMailer(const QString &folder);
    ~FileMailer() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool reachesPeople() const override { return false; }
    [[nodiscard]] QCoro::Task<Result<void>> send(MailMessage message, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> check(std::stop_token stop) override;

    /// Where @p messageId is written, inside the folder.
    [[nodiscard]] static QString fileName(const QString &messageId);

private:
    QString m_folder;
    QThreadPool m_thread; ///< one thread: writing waits for the disk, the event loop must not
};

} // namespace ChatCal
