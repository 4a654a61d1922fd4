// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mail/mailer.h"
#include "core/ops/metrics.h"

#include <memory>

namespace ChatCal {

/// A mailer whose every call is counted, timed and logged.
class MeteredMailer final : public Mailer
{
public:
    MeteredMailer(std::unique_ptr<Mailer> inner, std::shared_ptr<Metrics> metrics);

    [[nodiscard]] QString name() const override { return m_inner->name(); }
    [[nodiscard]] bool reachesPeople() const override { return m_inner->reachesPeople(); }
    [[nodiscard]] QCoro::Task<Result<void>> send(MailMessage message, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> check(std::stop_token stop) override;

private:
    std::shared_ptr<Metrics> m_metrics;
    std::unique_ptr<Mailer> m_inner; ///< goes first, see MeteredStore
};

} // namespace ChatCal
