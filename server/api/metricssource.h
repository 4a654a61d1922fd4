// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QCoroTask>

namespace ChatCal {

/// Where /metrics takes its text from when this process is one of several that serve.
class MetricsSource
{
public:
    MetricsSource() = default;
    MetricsSource(const MetricsSource &) = delete;
    MetricsSource &operator=(const MetricsSource &) = delete;
    virtual ~MetricsSource() = default;

    /// Of all processes together, in Prometheus' text format 0.0.4.
    [[nodiscard]] virtual QCoro::Task<Result<QByteArray>> metricsText() = 0;
};

} // namespace ChatCal
