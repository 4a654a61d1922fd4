// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/google/googlesignin.h"

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/calendar/google/logging.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

const QString partition = u"google-signin"_s;
constexpr auto lifetime = 10min;

bool isEnough(const QStringList &granted)
{
    return std::ranges::all_of(GoogleOAuth::scopes(), [&granted](const QString &scope) {
        return granted.contains(scope) || granted.contains(u"https://www.googleapis.com/auth/calendar"_s);
    });
}

} // namespace

GoogleSignIn::GoogleSignIn(const Options &options, Store &store, HttpClient &http, const Clock &clock)
    : m_options(options),
      m_oauth(options.client, http, clock),
      m_grant(GoogleGrant::make(options.hostId, options.masterKey, m_oauth, store, clock)),
      m_store(&store),
      m_clock(clock)
{
}

Seal GoogleSignIn::sealFor(const QString &stateKey) const
{
    return {m_options.masterKey, u"google-signin:"_s + stateKey};
}

QCoro::Task<Result<QUrl>> GoogleSignIn::begin(QString redirectUri)
{
    if (!m_store)
        co_return failure(ErrorCode::Cancelled, u"the store is gone"_s);
    const QString state = randomToken();
    const Secret verifier(randomToken(48).toLatin1()); // 64 characters; RFC 7636 §4.1 wants 43 to 128
    const QString key = fingerprint(state.toLatin1());
    const QUrl url = m_oauth.consentUrl(redirectUri, state, verifier);
    const QJsonObject body{{u"host"_s, m_options.hostId},
                           {u"redirect_uri"_s, redirectUri},
                           {u"verifier"_s, sealFor(key).close(verifier)},
                           {u"begun_at"_s, qint64(m_clock.now().time_since_epoch().count())}};
    Batch batch;
    batch.partition = partition;
    batch.puts.append({key, toJson(body), 0, lifetime});
    const auto kept = co_await m_store->commit(batch);
    if (!kept)
        co_return tl::unexpected(kept.error());
    co_return url;
}

QCoro::Task<Result<std::optional<GoogleSignIn::Pending>>> GoogleSignIn::take(QString state)
{
    if (state.isEmpty() || state.size() > 200 || !m_store)
        co_return std::nullopt;
    // Nothing of this object is touched once the store was asked: it may be gone then.
    const QPointer<Store> store = m_store;
    const QString key = fingerprint(state.toUtf8());
    const Seal seal = sealFor(key);
    const QString hostId = m_options.hostId;
    const Instant now = m_clock.now();
    const auto document = co_await store->get(partition, key);
    if (!document)
        co_return tl::unexpected(document.error());
    if (!*document || !store)
        co_return std::nullopt;
    Batch batch;
    batch.partition = partition;
    batch.removes.append({key, (*document)->version});
    const auto taken = co_await store->commit(batch);
    if (!taken && taken.error().code == ErrorCode::Conflict) // somebody else has just taken it
        co_return std::nullopt;
    if (!taken)
        co_return tl::unexpected(taken.error());

    const auto json = parseJsonObject((*document)->body);
    const Instant begun(std::chrono::milliseconds(json ? (*json)["begun_at"_L1].toInteger() : 0));
    if (!json || (*json)["host"_L1].toString() != hostId || begun + lifetime < now)
        co_return std::nullopt;
    const auto verifier = seal.open((*json)["verifier"_L1].toString());
    if (!verifier)
        co_return std::nullopt;
    co_return Pending{*verifier, (*json)["redirect_uri"_L1].toString()};
}

QCoro::Task<Result<GoogleSignIn::Outcome>> GoogleSignIn::finish(Return back, std::stop_token stop)
{
    const auto grant = m_grant;
    const GoogleOAuth oauth = m_oauth;
    const auto pending = co_await take(back.state);
    if (!pending)
        co_return tl::unexpected(pending.error());
    if (!*pending)
        co_return Outcome::Stale;
    if (!back.error.isEmpty()) {
        qCInfo(lcGoogle) << "a sign-in with Google was not granted";
        if (back.error == "access_denied"_L1)
            co_return Outcome::Denied;
        co_return failure(ErrorCode::Protocol, u"Google ended the sign-in with an error"_s);
    }
    if (back.code.isEmpty())
        co_return Outcome::Stale;
    const auto tokens = co_await oauth.exchange(back.code, (*pending)->verifier, (*pending)->redirectUri, stop);
    if (!tokens && tokens.error().code == ErrorCode::Unauthorized)
        co_return Outcome::Stale; // the code is used up or too old
    if (!tokens)
        co_return tl::unexpected(tokens.error());
    if (!isEnough(tokens->scopes)) {
        const auto revoked = co_await oauth.revoke(tokens->access, stop);
        if (!revoked)
            qCWarning(lcGoogle) << "a grant that is of no use could not be given back";
        co_return Outcome::TooLittle;
    }
    if (tokens->refresh.isEmpty())
        co_return failure(ErrorCode::Protocol, u"Google gave no refresh token"_s);
    const auto kept = co_await grant->keep(*tokens);
    if (!kept)
        co_return tl::unexpected(kept.error());
    qCInfo(lcGoogle) << "a host is signed in with Google";
    co_return Outcome::SignedIn;
}

} // namespace ChatCal
