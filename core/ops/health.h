// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ChatCal {

/// How one outside part is. Degraded: something is missing but people are served.
struct ServiceHealth
{
    enum class Status { Healthy, Degraded, Unhealthy };
    Status status = Status::Healthy;
    QString detail; ///< for admins; no secret
};

[[nodiscard]] inline QString healthName(ServiceHealth::Status status)
{
    switch (status) {
    case ServiceHealth::Status::Healthy:
        return QStringLiteral("healthy");
    case ServiceHealth::Status::Degraded:
        return QStringLiteral("degraded");
    case ServiceHealth::Status::Unhealthy:
        break;
    }
    return QStringLiteral("unhealthy");
}

} // namespace ChatCal
