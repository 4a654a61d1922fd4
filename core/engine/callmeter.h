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

/// What all calls of one operation of one adapter share.
class MeteredOperation
{
public:
    MeteredOperation(std::shared_ptr<Metrics> metrics, QString service, QString name, QString operation)
        : m_metrics(std::move(metrics)),
          m_service(std::move(service)),
          m_name(std::move(name)),
          m_operation(std::move(operation))
    {
        static const QStringList here{QStringLiteral("local"), QStringLiteral("file"), QStringLiteral("offline"),
                                      QStringLiteral("sqlite"), QStringLiteral("redis")};
        m_isHere = here.contains(m_name);
    }

    /// Counts a call, and tells the log of it. @p error: null when it went well.
    void done(const Error *error, std::chrono::microseconds took)
    {
        if (error == nullptr) {
            if (m_succeeded == nullptr)
                m_succeeded = &m_metrics->callSeries(m_service, m_name, m_operation, outcome(nullptr));
            Metrics::count(*m_succeeded, took);
        } else {
            m_metrics->call(m_service, m_name, m_operation, outcome(error), took);
        }
        // What never leaves the machine is only worth a line when it fails.
        const bool isExpected = error == nullptr || error->code == ErrorCode::Conflict
            || error->code == ErrorCode::NotFound || error->code == ErrorCode::Cancelled;
        if (isExpected && m_isHere)
            return;
        logEvent(QStringLiteral("call"),
                 {{QStringLiteral("service"), m_service},
                  {QStringLiteral("name"), m_name},
                  {QStringLiteral("operation"), m_operation},
                  {QStringLiteral("outcome"), outcome(error)},
                  {QStringLiteral("ms"), static_cast<double>(took.count()) / 1000}});
    }

private:
    static QString outcome(const Error *error)
    {
        return error == nullptr ? QStringLiteral("ok") : errorName(error->code);
    }

    std::shared_ptr<Metrics> m_metrics;
    QString m_service;
    QString m_name;
    QString m_operation;
    bool m_isHere = false; ///< never leaves the machine
    prometheus::Histogram *m_succeeded = nullptr; ///< once there was one
};

/// One call of a service behind a port: timed from here to done(), which also gives the thread back to the request
/// that waited for the call. A call may end after the engine did.
class CallMeter
{
public:
    CallMeter(std::shared_ptr<Metrics> metrics, QString service, QString name, QString operation)
        : CallMeter(std::make_shared<MeteredOperation>(std::move(metrics), std::move(service), std::move(name),
                                                       std::move(operation)))
    {
    }
    /// For who calls often.
    explicit CallMeter(std::shared_ptr<MeteredOperation> operation)
        : m_operation(std::move(operation)), m_request(currentRequest())
    {
        m_timer.start();
    }

    template<typename T>
    void done(const Result<T> &result) const
    {
        setCurrentRequest(m_request);
        m_operation->done(result ? nullptr : &result.error(), std::chrono::microseconds(m_timer.nsecsElapsed() / 1000));
    }

private:
    std::shared_ptr<MeteredOperation> m_operation;
    QByteArray m_request;
    QElapsedTimer m_timer;
};

} // namespace ChatCal
