// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/mail/message.h"

#include <QCoroTask>

#include <stop_token>

namespace ChatCal {

/// A way for mail to leave. Error codes: InvalidInput (this mail is refused for ever); Timeout (the whole mail was
/// handed over and nobody said what became of it: it may have left, so that a repeat must be the same mail);
/// Unavailable, Unauthorized and Protocol (it has not left and may later); Cancelled.
class Mailer
{
public:
    virtual ~Mailer() = default;
    /// "file", "smtp".
    [[nodiscard]] virtual QString name() const = 0;
    /// True when a person's mailbox is really reached, so that a reply may say "is on its way"; a file transport is
    /// not.
    [[nodiscard]] virtual bool reachesPeople() const = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> send(MailMessage message, std::stop_token stop) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> check(std::stop_token stop) = 0;
};

} // namespace ChatCal
