// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mail/mailer.h"

#include <QCoroTimer>

#include <functional>
#include <string>
#include <vector>

namespace ChatCal {

/// Keeps what it is given, after failing as told.
class ScriptedMailer final : public Mailer
{
public:
    QList<MailMessage> sent;
    int attempts = 0;
    QList<ErrorCode> failures; ///< of the next attempts, in order
    std::optional<ErrorCode> failAlways;
    std::optional<std::chrono::seconds> retryAfter; ///< with a failure
    std::function<void(int nth)> onSend; ///< while attempt @p nth is under way

    [[nodiscard]] QStringList idList() const
    {
        QStringList list;
        for (const MailMessage &message : sent)
            list.append(message.messageId);
        return list;
    }
    [[nodiscard]] std::vector<std::string> ids() const
    {
        std::vector<std::string> list;
        for (const MailMessage &message : sent)
            list.push_back(message.messageId.toStdString());
        return list;
    }

    QString name() const override { return QStringLiteral("scripted"); }
    bool reachesPeople() const override { return true; }
    QCoro::Task<Result<void>> send(MailMessage message, std::stop_token) override
    {
        const int nth = ++attempts;
        QTimer pause;
        pause.setSingleShot(true);
        pause.start(0);
        co_await pause;
        std::optional<ErrorCode> code = failAlways;
        if (!failures.isEmpty())
            code = failures.takeFirst();
        if (!code)
            sent.append(message);
        if (onSend)
            onSend(nth);
        if (code)
            co_return tl::unexpected(Error{*code, QStringLiteral("made to fail"), retryAfter, {}});
        co_return Result<void>();
    }
    QCoro::Task<Result<void>> check(std::stop_token) override { co_return Result<void>(); }
};

} // namespace ChatCal
