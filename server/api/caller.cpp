// SPDX-License-Identifier: Apache-2.0
#include "server/api/caller.h"

#include "server/api/problem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// A proxy on this machine connects from loopback too; it says for whom.
bool cameThroughProxy(const HeaderFields &headers)
{
    static const QByteArrayList byProxy{"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"};
    return std::any_of(byProxy.begin(), byProxy.end(), [&](const QByteArray &name) { return headers.contains(name); });
}

} // namespace

Actor Caller::actor() const
{
    if (!account)
        return {};
    return {account->isAdmin ? Actor::Role::Admin : Actor::Role::Host, account->hostId};
}

QCoro::Task<Result<Caller>> identify(Accounts *accounts, ServerRequest request)
{
    Caller caller;
    caller.isLocal = request.peerAddress.isLoopback() && !cameThroughProxy(request.headers);
    const QByteArray header = request.headers.value("Authorization");
    if (header.isEmpty())
        co_return caller;
    const bool isBearer = header.size() > 7 && header.left(7).compare("bearer ", Qt::CaseInsensitive) == 0;
    if (!isBearer)
        co_return failure(ErrorCode::Unauthorized, u"not a bearer token"_s);
    const auto account = co_await accounts->find(header.mid(7).trimmed());
    if (!account)
        co_return tl::unexpected(account.error());
    if (!account->has_value())
        co_return failure(ErrorCode::Unauthorized, u"unknown token"_s);
    caller.account = **account;
    co_return caller;
}

QCoro::Task<Result<Caller>> identifyHost(Accounts *accounts, ServerRequest request)
{
    auto caller = co_await identify(accounts, request);
    if (caller && !caller->isHost())
        co_return failure(ErrorCode::Unauthorized, u"no token"_s);
    co_return caller;
}

QCoro::Task<tl::expected<Caller, ServerResponse>> identifyAdmin(Accounts *accounts, ServerRequest request,
                                                                Sentence forbidden)
{
    const auto caller = co_await identifyHost(accounts, std::move(request));
    if (!caller)
        co_return tl::unexpected(toProblem(caller.error()));
    if (!caller->isAdmin())
        co_return tl::unexpected(problem(403, Sentence::en("Forbidden"), forbidden));
    co_return *caller;
}

} // namespace ChatCal
