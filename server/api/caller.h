// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/booking/bookingservice.h"
#include "core/engine/accounts.h"
#include "server/http/serverrequest.h"
#include "server/http/serverresponse.h"

#include <QCoroTask>

#include <optional>

namespace ChatCal {

/// Who sent a request, by its credentials alone.
struct Caller
{
    std::optional<Account> account; ///< nobody: a guest
    bool isLocal = false; ///< from this machine, not through a proxy

    [[nodiscard]] bool isHost() const { return account.has_value(); }
    [[nodiscard]] bool isAdmin() const { return account && account->isAdmin; }
    /// A host's; a guest's has no id until a session gives one.
    [[nodiscard]] Actor actor() const;
};

/// Unauthorized when there is an Authorization header that is not a known bearer token. @p accounts outlives the task.
[[nodiscard]] QCoro::Task<Result<Caller>> identify(Accounts *accounts, ServerRequest request);
/// Unauthorized for guests too.
[[nodiscard]] QCoro::Task<Result<Caller>> identifyHost(Accounts *accounts, ServerRequest request);
/// An admin, or the answer to everybody else; to a host it says @p forbidden.
[[nodiscard]] QCoro::Task<tl::expected<Caller, ServerResponse>> identifyAdmin(Accounts *accounts, ServerRequest request,
                                                                              Sentence forbidden);

} // namespace ChatCal
