// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/booking/bookingservice.h"
#include "core/store/store.h"

#include <QCoroTask>

#include <QJsonObject>
#include <QObject>

namespace ChatCal {

/// What a host may change while the server runs: identity, working hours, policy, meeting types. Kept in the store, so
/// that every instance sees it; what was never changed stays as the configuration says. Follows changes that other
/// processes make.
class HostSettingsStore
{
public:
    /// Both outlive it. What @p booking has by now is the configuration.
    HostSettingsStore(Store &store, BookingService &booking);

    /// Takes over what is stored; called at start.
    [[nodiscard]] QCoro::Task<Result<void>> load();
    /// As GET /api/v1/settings answers.
    [[nodiscard]] QJsonObject current() const;
    /// Applies the members that are there and stores them; null counts as absent, but for most_per_day, where it lifts
    /// the limit. InvalidInput names each wrong field; then nothing changed.
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> change(QJsonObject wish);

private:
    struct Stored
    {
        QJsonObject wishes; ///< what was changed, and nothing else
        qint64 version = 0;
    };
    [[nodiscard]] QCoro::Task<Result<Stored>> stored();

    Store &m_store;
    BookingService &m_booking;
    BookingService::Options m_configured;
    QObject m_listener;
};

} // namespace ChatCal
