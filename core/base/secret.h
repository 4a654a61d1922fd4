// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace ChatCal {

/// A key, password or token. Converts to nothing by itself and prints as nothing, so that it cannot reach a log,
/// a reply or a prompt by accident; wiped when it goes.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value);
    ~Secret();
    Secret(const Secret &) = default;
    Secret(Secret &&) noexcept = default;
    Secret &operator=(const Secret &) = default;
    Secret &operator=(Secret &&) noexcept = default;

    [[nodiscard]] bool isEmpty() const { return m_value.isEmpty(); }
    /// The value itself, for the one place that sends it.
    [[nodiscard]] const QByteArray &reveal() const { return m_value; }
    /// Constant time.
    [[nodiscard]] bool equals(QByteArrayView candidate) const;

private:
    QByteArray m_value;
};

} // namespace ChatCal
