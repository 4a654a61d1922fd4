// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/calendar/calendar.h"
#include "core/engine/settings.h"
#include "core/llm/modelchain.h"
#include "core/llm/remotemodel.h"
#include "core/mail/mailer.h"
#include "core/net/httpclient.h"
#include "core/store/store.h"

#include <memory>

namespace ChatCal {

// The one place that picks concrete classes by the settings. What is passed by reference outlives what is made.

/// Redis, else SQLite in the data folder. @p clock drives leases and times to live of SQLite; Redis has its own.
[[nodiscard]] Result<std::unique_ptr<Store>> openStore(const Settings &settings, const Clock &clock);
[[nodiscard]] Result<std::unique_ptr<Calendar>> openCalendar(const Settings &settings, Store &store,
                                                             const Clock &clock);
[[nodiscard]] Result<std::unique_ptr<Mailer>> openMailer(const Settings &settings);

struct Models
{
    std::unique_ptr<ModelChain> chain; ///< in the order of Settings::models
    QList<RemoteModel *> remote; ///< the chain's, those that are asked over a network
};
[[nodiscard]] Models openModels(const Settings &settings, HttpClient &http, const Clock &clock);

} // namespace ChatCal
