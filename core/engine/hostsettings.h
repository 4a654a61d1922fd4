// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/booking/bookingservice.h"
#include "core/store/store.h"

#include <QCoroTask>

#include <QJsonObject>

namespace ChatCal {

/// What a host may change while the server runs: identity, working hours, policy. Kept in the store, so that every
/// instance sees it; what was never changed stays as the configuration says.
class HostSettingsStore
{
public:
    /// Both outlive it.
    HostSettingsStore(Store &store, BookingService &booking);

    /// Takes over what is stored; called at start and when another process changed it.
    [[nodiscard]] QCoro::Task<Result<void>> load();
    /// As GET /api/v1/settings answers.
    [[nodiscard]] QJsonObject current() const;
    /// Applies the members that are there and stores the result. InvalidInput names each wrong field; then nothing
    /// changed.
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> change(QJsonObject wish);

private:
    Store &m_store;
    BookingService &m_booking;
};

} // namespace ChatCal
