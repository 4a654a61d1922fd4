// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/queryparameters.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>

#include <optional>

namespace ChatCal {

/// A request target taken apart (RFC 9112 §3.2).
struct RequestTarget
{
    QStringList segments; ///< decoded, dot segments resolved; {""} for "/", empty for "*"
    QueryParameters query;
    std::optional<QByteArray> authority; ///< of an absolute-form target; it overrides Host

    /// "/" and the segments joined; a slash that was percent-encoded looks like any other.
    [[nodiscard]] QString path() const;
};

/// Nothing when the target is malformed: no known form, a wrong percent escape, not UTF-8, a control character
/// (NUL and line ends among them), plain or escaped, or a fragment.
[[nodiscard]] std::optional<RequestTarget> parseRequestTarget(QByteArrayView target);

} // namespace ChatCal
