// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/ops/log.h"
#include "core/ops/metrics.h"
#include "core/ops/requestscope.h"

#include <QElapsedTimer>
#include <QString>

#include <chrono>
#include <memory>

namespace ChatCal {

/// One call of a service behind a port: timed from here to done(), which also gives the thread back to the request
/// that waited for the call. A call may end after the engine did.
class CallMeter
{
public:
    CallMeter(std::shared_ptr<Metrics> metrics, QString service, QString name, QString operation)
        : m_metrics(std::move(metrics)),
          m_service(std::move(service)),
          m_name(std::move(name)),
          m_operation(std::move(operation)),
          m_request(currentRequest())
    {
        m_timer.start();
    }

    template<typename T>
    void done(const Result<T> &result) const
    {
        finish(result ? nullptr : &result.error());
    }

private:
    void finish(const Error *error) const
    {
        setCurrentRequest(m_request);
        const std::chrono::microseconds took(m_timer.nsecsElapsed() / 1000);
        const QString outcome = error == nullptr ? QStringLiteral("ok") : errorName(error->code);
        m_metrics->call(m_service, m_name, m_operation, outcome, took);
        // What never leaves the machine is only worth a line when it fails.
        static const QStringList here{QStringLiteral("local"), QStringLiteral("file"), QStringLiteral("offline"),
                                      QStringLiteral("sqlite"), QStringLiteral("redis")};
        const bool isExpected = error == nullptr || error->code == ErrorCode::Conflict
            || error->code == ErrorCode::NotFound || error->code == ErrorCode::Cancelled;
        if (isExpected && here.contains(m_name))
            return;
        logEvent(QStringLiteral("call"),
                 {{QStringLiteral("service"), m_service},
                  {QStringLiteral("name"), m_name},
                  {QStringLiteral("operation"), m_operation},
                  {QStringLiteral("outcome"), outcome},
                  {QStringLiteral("ms"), static_cast<double>(took.count()) / 1000}});
    }

    std::shared_ptr<Metrics> m_metrics;
    QString m_service;
    QString m_name;
    QString m_operation;
    QByteArray m_request;
    QElapsedTimer m_timer;
};

} // namespace ChatCal
