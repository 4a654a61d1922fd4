// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace ChatCal {

/// A mail taken apart by its own reading of RFC 2045 to 2047, sharing nothing with the writer under test.
struct MimePart
{
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< unfolded
    std::vector<MimePart> parts;
    QByteArray content; ///< of a leaf, its transfer encoding undone

    [[nodiscard]] static MimePart read(const QByteArray &data);
    [[nodiscard]] QByteArray header(const QByteArray &name) const; ///< the first one
    [[nodiscard]] QString decodedHeader(const QByteArray &name) const; ///< encoded words undone
    [[nodiscard]] QByteArray type() const; ///< "text/plain"
};

} // namespace ChatCal
