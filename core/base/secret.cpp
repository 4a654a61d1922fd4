// SPDX-License-Identifier: Apache-2.0
#include "core/base/secret.h"

#include "core/base/ids.h"

#include <sodium.h>

namespace ChatCal {

Secret::Secret(QByteArray value) : m_value(std::move(value))
{
}

Secret::~Secret()
{
    // A shared copy is still somebody's; the last owner wipes.
    if (m_value.isDetached() && !m_value.isEmpty())
        sodium_memzero(m_value.data(), static_cast<size_t>(m_value.size()));
}

bool Secret::equals(QByteArrayView candidate) const
{
    return !m_value.isEmpty() && equalConstantTime(m_value, candidate);
}

} // namespace ChatCal
