// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/google/googlegrant.h"

#include "core/base/json.h"
#include "core/calendar/google/logging.h"

#include <QCoroFuture>

#include <QJsonArray>
#include <QPromise>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

const QString grantKey = u"grant"_s;
const QString refreshLease = u"refresh"_s;
constexpr auto leaseTime = 15s; ///< longer than a renewal can take
constexpr auto leasePatience = 3s;
/// A token is not used in its last minute: it could run out on the way.
constexpr auto margin = 60s;

Instant instantOf(const QJsonValue &value)
{
    return Instant(std::chrono::milliseconds(value.toInteger()));
}

tl::unexpected<Error> signedOut()
{
    return failure(ErrorCode::Unauthorized, u"nobody is signed in with Google"_s);
}

tl::unexpected<Error> withdrawn()
{
    return failure(ErrorCode::Unauthorized, u"Google access was withdrawn; sign in again"_s);
}

tl::unexpected<Error> unreadable()
{
    return failure(ErrorCode::Unauthorized,
                   u"the Google sign-in was sealed with another SECRET_KEY; restore the key or sign in again"_s);
}

} // namespace

/// One result for all who wait for it.
struct GoogleGrant::Renewal
{
    QPromise<Result<Secret>> promise;
};

std::shared_ptr<GoogleGrant> GoogleGrant::make(const QString &hostId, const Secret &masterKey, const GoogleOAuth &oauth,
                                               Store &store, const Clock &clock)
{
    return std::shared_ptr<GoogleGrant>(new GoogleGrant(hostId, masterKey, oauth, store, clock));
}

GoogleGrant::GoogleGrant(const QString &hostId, const Secret &masterKey, GoogleOAuth oauth, Store &store,
                         const Clock &clock)
    : m_partition(u"google:"_s + hostId),
      m_seal(masterKey, u"google-grant:"_s + hostId),
      m_oauth(std::move(oauth)),
      m_store(&store),
      m_clock(clock),
      m_ears(std::make_unique<QObject>())
{
    QObject::connect(&store, &Store::noticed, m_ears.get(), [this](const QString &topic) {
        if (topic == m_partition)
            m_access = Secret();
    });
}

bool GoogleGrant::isFresh(const Secret &access, Instant expiresAt) const
{
    return !access.isEmpty() && m_clock.now() + margin < expiresAt;
}

Secret GoogleGrant::held(const Kept &kept)
{
    m_access = kept.access;
    m_expiresAt = kept.expiresAt;
    return kept.access;
}

QCoro::Task<Result<GoogleGrant::Kept>> GoogleGrant::read()
{
    const auto self = shared_from_this();
    if (!m_store)
        co_return failure(ErrorCode::Cancelled, u"the store is gone"_s);
    const auto document = co_await m_store->get(m_partition, grantKey);
    if (!document)
        co_return tl::unexpected(document.error());
    Kept kept;
    kept.state = State::SignedOut;
    if (!*document)
        co_return kept;
    kept.version = (*document)->version;
    const auto json = parseJsonObject((*document)->body);
    if (!json)
        co_return failure(ErrorCode::Protocol, u"the stored Google sign-in is not JSON"_s);
    kept.since = instantOf((*json)["since"_L1]);
    kept.expiresAt = instantOf((*json)["expires_at"_L1]);
    for (const QJsonValue scope : (*json)["scopes"_L1].toArray())
        kept.scopes.append(scope.toString());
    kept.state = (*json)["withdrawn"_L1].toBool() ? State::Withdrawn : State::SignedIn;
    const auto refresh = m_seal.open((*json)["refresh_token"_L1].toString());
    const auto access = m_seal.open((*json)["access_token"_L1].toString());
    if (!refresh || !access) {
        kept.state = State::Unreadable;
        co_return kept;
    }
    kept.refresh = *refresh;
    kept.access = *access;
    co_return kept;
}

/// Conflict when it was changed since it was read.
QCoro::Task<Result<void>> GoogleGrant::write(Kept kept)
{
    const auto self = shared_from_this();
    if (!m_store)
        co_return failure(ErrorCode::Cancelled, u"the store is gone"_s);
    const QJsonObject body{{u"refresh_token"_s, m_seal.close(kept.refresh)},
                           {u"access_token"_s, m_seal.close(kept.access)},
                           {u"expires_at"_s, qint64(kept.expiresAt.time_since_epoch().count())},
                           {u"scopes"_s, QJsonArray::fromStringList(kept.scopes)},
                           {u"since"_s, qint64(kept.since.time_since_epoch().count())},
                           {u"withdrawn"_s, kept.state == State::Withdrawn}};
    Batch batch;
    batch.partition = m_partition;
    batch.puts.append({grantKey, toJson(body), kept.version, {}});
    batch.notify = m_partition;
    const auto done = co_await m_store->commit(batch);
    if (!done)
        co_return tl::unexpected(done.error());
    co_return Result<void>();
}

QCoro::Task<Result<Secret>> GoogleGrant::token(std::stop_token stop)
{
    const auto self = shared_from_this();
    if (isFresh(m_access, m_expiresAt))
        co_return Secret(m_access);
    const auto kept = co_await read();
    if (!kept)
        co_return tl::unexpected(kept.error());
    switch (kept->state) {
    case State::SignedOut:
        co_return signedOut();
    case State::Withdrawn:
        co_return withdrawn();
    case State::Unreadable:
        co_return unreadable();
    case State::SignedIn:
        break;
    }
    if (isFresh(kept->access, kept->expiresAt))
        co_return held(*kept);
    const auto renewal = co_await renewed(Secret(), std::move(stop));
    co_return renewal;
}

QCoro::Task<Result<Secret>> GoogleGrant::tokenAfter(Secret refused, std::stop_token stop)
{
    const auto self = shared_from_this();
    if (isFresh(m_access, m_expiresAt) && !m_access.equals(refused.reveal()))
        co_return Secret(m_access);
    m_access = Secret();
    const auto renewal = co_await renewed(std::move(refused), std::move(stop));
    co_return renewal;
}

/// Waits for the renewal under way, or for one that it begins.
QCoro::Task<Result<Secret>> GoogleGrant::renewed(Secret refused, std::stop_token stop)
{
    const auto self = shared_from_this();
    if (!m_renewal) {
        m_renewal = std::make_shared<Renewal>();
        m_renewal->promise.start();
        const auto begun = m_renewal;
        static_cast<void>(renew(std::move(refused))); // goes on when who asked first has left
        const auto future = begun->promise.future();
        const auto result = co_await future;
        co_return result;
    }
    const auto future = m_renewal->promise.future();
    const auto result = co_await future;
    if (stop.stop_requested())
        co_return failure(ErrorCode::Cancelled, u"the caller is gone"_s);
    co_return result;
}

QCoro::Task<> GoogleGrant::renew(Secret refused)
{
    const auto self = shared_from_this();
    const auto renewal = m_renewal;
    auto result = co_await renewOnce(std::move(refused));
    m_renewal.reset();
    renewal->promise.addResult(std::move(result));
    renewal->promise.finish();
}

QCoro::Task<Result<Secret>> GoogleGrant::renewOnce(Secret refused)
{
    const auto self = shared_from_this();
    if (!m_store)
        co_return failure(ErrorCode::Cancelled, u"the store is gone"_s);
    // Other processes wait here and then find what this one fetched.
    const auto lease = co_await acquireWithin(*m_store, m_partition, refreshLease, leaseTime, leasePatience);
    if (!lease && lease.error().code != ErrorCode::Conflict)
        co_return tl::unexpected(lease.error());
    const auto kept = co_await read();
    Result<Secret> result = signedOut();
    if (!kept)
        result = tl::unexpected(kept.error());
    else if (kept->state == State::Withdrawn)
        result = withdrawn();
    else if (kept->state == State::Unreadable)
        result = unreadable();
    else if (isFresh(kept->access, kept->expiresAt) && !kept->access.equals(refused.reveal()))
        result = held(*kept);
    else if (kept->state == State::SignedIn)
        result = co_await ask(*kept);
    if (lease && m_store)
        static_cast<void>(co_await m_store->release(*lease));
    co_return result;
}

/// A new access token from Google, kept for all.
QCoro::Task<Result<Secret>> GoogleGrant::ask(Kept kept)
{
    const auto self = shared_from_this();
    const auto tokens = co_await m_oauth.refresh(kept.refresh, {});
    if (!tokens && tokens.error().code == ErrorCode::InvalidInput)
        co_return failure(ErrorCode::Unauthorized, tokens.error().detail);
    if (!tokens && tokens.error().code != ErrorCode::Unauthorized)
        co_return tl::unexpected(tokens.error());
    if (!tokens) {
        qCWarning(lcGoogle) << "Google no longer honours the host's grant; the host must sign in again";
        kept.state = State::Withdrawn;
        kept.access = Secret();
        const auto marked = co_await write(kept);
        if (!marked && marked.error().code == ErrorCode::Conflict) // the host signed in anew at this moment
            co_return failure(ErrorCode::Unavailable, u"the Google sign-in was changed at the same time"_s);
        co_return withdrawn();
    }
    kept.access = tokens->access;
    kept.expiresAt = tokens->expiresAt;
    if (!tokens->refresh.isEmpty())
        kept.refresh = tokens->refresh;
    const auto written = co_await write(kept);
    if (!written && written.error().code == ErrorCode::Conflict)
        co_return failure(ErrorCode::Unavailable, u"the Google sign-in was changed at the same time"_s);
    if (!written) // it holds all the same, for this process
        qCWarning(lcGoogle) << "a renewed access token could not be kept:" << errorName(written.error().code);
    co_return held(kept);
}

QCoro::Task<Result<void>> GoogleGrant::keep(GoogleTokens tokens)
{
    const auto self = shared_from_this();
    for (int attempt = 0; attempt < 5; ++attempt) {
        const auto before = co_await read();
        if (!before)
            co_return tl::unexpected(before.error());
        Kept kept;
        kept.refresh = tokens.refresh;
        kept.access = tokens.access;
        kept.expiresAt = tokens.expiresAt;
        kept.scopes = tokens.scopes;
        kept.since = m_clock.now();
        kept.version = before->version;
        const auto written = co_await write(kept);
        if (written || written.error().code != ErrorCode::Conflict) {
            m_access = Secret();
            co_return written;
        }
    }
    co_return failure(ErrorCode::Unavailable, u"others keep changing the Google sign-in"_s);
}

QCoro::Task<Result<bool>> GoogleGrant::forget(std::stop_token stop)
{
    const auto self = shared_from_this();
    const auto kept = co_await read();
    if (!kept)
        co_return tl::unexpected(kept.error());
    if (!m_store)
        co_return failure(ErrorCode::Cancelled, u"the store is gone"_s);
    Batch batch;
    batch.partition = m_partition;
    batch.removes.append({grantKey, {}});
    batch.notify = m_partition;
    const auto removed = co_await m_store->commit(batch);
    m_access = Secret();
    if (!removed)
        co_return tl::unexpected(removed.error());
    if (kept->refresh.isEmpty() || kept->state == State::Withdrawn)
        co_return kept->state != State::Unreadable;
    const auto revoked = co_await m_oauth.revoke(kept->refresh, std::move(stop));
    if (!revoked)
        qCWarning(lcGoogle) << "a grant is forgotten here but not withdrawn at Google:"
                            << errorName(revoked.error().code);
    co_return revoked.has_value();
}

QCoro::Task<Result<GoogleGrant::Status>> GoogleGrant::status()
{
    const auto self = shared_from_this();
    const auto kept = co_await read();
    if (!kept)
        co_return tl::unexpected(kept.error());
    co_return Status{kept->state, kept->since};
}

} // namespace ChatCal
