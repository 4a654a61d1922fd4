// SPDX-License-Identifier: Apache-2.0
#include "core/engine/meteredmailer.h"

#include "core/engine/callmeter.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

MeteredMailer::MeteredMailer(std::unique_ptr<Mailer> inner, std::shared_ptr<Metrics> metrics)
    : m_metrics(std::move(metrics)), m_inner(std::move(inner))
{
}

QCoro::Task<Result<void>> MeteredMailer::send(MailMessage message, std::stop_token stop)
{
    const CallMeter meter(m_metrics, u"mail"_s, m_inner->name(), u"send"_s);
    auto result = co_await m_inner->send(std::move(message), stop);
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<void>> MeteredMailer::check(std::stop_token stop)
{
    const CallMeter meter(m_metrics, u"mail"_s, m_inner->name(), u"check"_s);
    auto result = co_await m_inner->check(stop);
    meter.done(result);
    co_return result;
}

} // namespace ChatCal
