// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/seal.h"
#include "core/calendar/google/googleaccess.h"
#include "core/calendar/google/googleoauth.h"
#include "core/store/store.h"

#include <QJsonObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace ChatCal {

/// What a host granted us at Google: kept sealed in the store, in the partition "google:HOST", so that every process
/// has it; renewed when it runs out, by one process and one call at a time. Its topic, the partition's name, is told
/// each change. Held by a shared_ptr.
class GoogleGrant final : public GoogleAccess, public std::enable_shared_from_this<GoogleGrant>
{
public:
    enum class State {
        SignedOut,
        SignedIn,
        Withdrawn, ///< the host took it back at Google, or Google let it end
        Unreadable ///< sealed with another SECRET_KEY
    };
    struct Status
    {
        State state = State::SignedOut;
        Instant since; ///< of the sign-in; not with SignedOut
    };

    /// @p store and @p clock outlive it. @p clock must be the same in all processes on the store: times to live are
    /// kept by it.
    [[nodiscard]] static std::shared_ptr<GoogleGrant> make(const QString &hostId, const Secret &masterKey,
                                                           const GoogleOAuth &oauth, Store &store, const Clock &clock);

    [[nodiscard]] QCoro::Task<Result<Secret>> token(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Secret>> tokenAfter(Secret refused, std::stop_token stop) override;

    /// In place of whatever was there. @p tokens have a refresh token.
    [[nodiscard]] QCoro::Task<Result<void>> keep(GoogleTokens tokens);
    /// Withdraws it at Google and forgets it; what is forgotten is forgotten also when Google does not answer, then
    /// false.
    [[nodiscard]] QCoro::Task<Result<bool>> forget(std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<Status>> status();

private:
    struct Kept
    {
        Secret refresh;
        Secret access;
        Instant expiresAt;
        QStringList scopes;
        Instant since;
        State state = State::SignedIn;
        qint64 version = 0; ///< of the document; 0: there is none
    };

    GoogleGrant(const QString &hostId, const Secret &masterKey, GoogleOAuth oauth, Store &store, const Clock &clock);
    [[nodiscard]] QCoro::Task<Result<Kept>> read();
    [[nodiscard]] QCoro::Task<Result<void>> write(Kept kept);
    [[nodiscard]] QCoro::Task<Result<Secret>> renewed(Secret refused, std::stop_token stop);
    QCoro::Task<> renew(Secret refused);
    [[nodiscard]] QCoro::Task<Result<Secret>> renewOnce(Secret refused);
    [[nodiscard]] QCoro::Task<Result<Secret>> ask(Kept kept);
    [[nodiscard]] bool isFresh(const Secret &access, Instant expiresAt) const;
    [[nodiscard]] Secret held(const Kept &kept);

    struct Renewal;
    const QString m_partition;
    const Seal m_seal;
    const GoogleOAuth m_oauth;
    QPointer<Store> m_store;
    const Clock &m_clock;
    std::unique_ptr<QObject> m_ears; ///< hears when another process changed it
    Secret m_access; ///< as it was last read; empty: read it
    Instant m_expiresAt;
    std::shared_ptr<Renewal> m_renewal; ///< under way
};

} // namespace ChatCal
