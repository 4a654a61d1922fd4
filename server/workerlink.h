// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ops/metrics.h"
#include "server/api/metricssource.h"
#include "server/workermessage.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>

namespace ChatCal {

/// A worker's end of the pipes to its parent: stdin and stdout. It never waits for the parent.
class WorkerLink final : public QObject, public MetricsSource
{
    Q_OBJECT
public:
    /// @p metrics are this worker's own; they outlive the link.
    explicit WorkerLink(Metrics &metrics, QObject *parent = nullptr);
    ~WorkerLink() override;

    /// Tells the parent that this worker serves; its metrics follow now and then.
    void tellReady();
    /// The last metrics, at the end of the worker.
    void tellMetrics();
    /// What came on stdin.
    void hear(const QByteArray &bytes);

    /// Of all workers, those that ended included. Unavailable when the parent does not answer within a second.
    [[nodiscard]] QCoro::Task<Result<QByteArray>> metricsText() override;

Q_SIGNALS:
    void totalCame(const QByteArray &text);

private:
    void send(const WorkerMessage &message);
    void write();

    Metrics &m_metrics;
    WorkerMessages m_messages;
    QByteArray m_unsent;
    QByteArray m_told; ///< the metrics the parent has
    std::unique_ptr<QSocketNotifier> m_writable;
    QTimer m_now;
};

} // namespace ChatCal
