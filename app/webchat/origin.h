// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>

namespace ChatCal {

/// Scheme, host and port.
[[nodiscard]] inline bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const int usual = b.scheme() == QLatin1StringView("https") ? 443 : 80;
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port(usual) == b.port(usual);
}

} // namespace ChatCal
