// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar/google/googlegrant.h"

namespace ChatCal {

/// How a host lets us into the own Google calendar. The way there leaves this server and comes back through the
/// host's browser, perhaps to another process: what must be known then waits in the store for ten minutes, under the
/// fingerprint of a random state that is good once.
class GoogleSignIn
{
public:
    struct Options
    {
        GoogleClient client;
        Secret masterKey; ///< SECRET_KEY, or what stands in for it; not empty
        QString hostId = QStringLiteral("owner"); ///< whose calendar it is for
    };
    enum class Outcome {
        SignedIn,
        Denied, ///< the person said no
        Stale, ///< a state nobody was given, or given too long ago, or used before
        TooLittle ///< the person left a permission unticked that we cannot do without
    };
    /// What the browser brought back.
    struct Return
    {
        QString state;
        Secret code;
        QString error;
    };

    /// @p store, @p http and @p clock outlive it; @p clock is the same in all processes on the store.
    GoogleSignIn(const Options &options, Store &store, HttpClient &http, const Clock &clock);

    /// Where to send the host's browser. @p redirectUri is registered with Google and leads back to /auth/callback.
    /// Whoever opens it decides whose calendar it is: hand it to the host alone.
    [[nodiscard]] QCoro::Task<Result<QUrl>> begin(QString redirectUri);
    /// InvalidInput when Google refuses this client, Unavailable and Timeout when it cannot be asked; the state is used
    /// up then. A store that fails may leave it good.
    [[nodiscard]] QCoro::Task<Result<Outcome>> finish(Return back, std::stop_token stop);
    /// True when Google was told as well.
    [[nodiscard]] QCoro::Task<Result<bool>> signOut(std::stop_token stop) { return m_grant->forget(std::move(stop)); }
    [[nodiscard]] QCoro::Task<Result<GoogleGrant::Status>> status() { return m_grant->status(); }

    /// For a GoogleCalendar of this host.
    [[nodiscard]] std::shared_ptr<GoogleAccess> access() const { return m_grant; }

private:
    struct Pending
    {
        Secret verifier;
        QString redirectUri;
    };
    /// What waits for @p state, and no longer; nothing when it is stale.
    [[nodiscard]] QCoro::Task<Result<std::optional<Pending>>> take(QString state);
    [[nodiscard]] Seal sealFor(const QString &stateKey) const;

    Options m_options;
    GoogleOAuth m_oauth;
    std::shared_ptr<GoogleGrant> m_grant;
    QPointer<Store> m_store;
    const Clock &m_clock;
};

} // namespace ChatCal
