// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/calendar/calendar.h"
#include "core/calendar/google/googlesignin.h"
#include "core/engine/settings.h"
#include "core/llm/modelchain.h"
#include "core/llm/remotemodel.h"
#include "core/mail/mailer.h"
#include "core/net/httpclient.h"
#include "core/store/store.h"

#include <functional>
#include <memory>

namespace ChatCal {

// The one place that picks concrete classes by the settings. What is passed by reference outlives what is made.

/// Redis, else SQLite in the data folder. @p clock drives leases and times to live of SQLite; Redis has its own.
[[nodiscard]] Result<std::unique_ptr<Store>> openStore(const Settings &settings, const Clock &clock);

struct CalendarParts
{
    Store &store;
    HttpClient &http;
    GoogleSignIn *google = nullptr; ///< when the calendar is Google's
    const Clock &clock;
};
[[nodiscard]] GoogleSignIn::Options googleSignInOptions(const Settings &settings, const Secret &masterKey);
[[nodiscard]] Result<std::unique_ptr<Calendar>> openCalendar(const Settings &settings, const CalendarParts &parts);

[[nodiscard]] Result<std::unique_ptr<Mailer>> openMailer(const Settings &settings);

struct Models
{
    std::unique_ptr<ModelChain> chain; ///< in the order of Settings::models
    QList<RemoteModel *> remote; ///< the chain's, those that are asked over a network
};
/// @p onOutcome hears of every answer of a model, for metrics.
[[nodiscard]] Models openModels(const Settings &settings, HttpClient &http, const Clock &clock,
                                std::function<void(const ModelChain::Outcome &)> onOutcome);

} // namespace ChatCal
