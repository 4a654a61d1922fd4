// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/store/store.h"

#include <QCoroTask>

#include <QHash>
#include <QString>

#include <optional>

namespace ChatCal {

/// Somebody with a bearer token.
struct Account
{
    QString name;
    QString hostId;
    bool isAdmin = false;
};

/// Tokens, kept as fingerprints in the partition "accounts". The owner's is CHATCAL_HOST_TOKEN, else the one in
/// DATA_DIR/owner.token (mode 0600), which is made when it is missing.
class Accounts
{
public:
    /// Unavailable when owner.token can be neither read nor written. @p store outlives it.
    [[nodiscard]] static Result<std::unique_ptr<Accounts>> open(Store &store, const QString &dataDir,
                                                                Secret ownerToken);

    /// Who presents @p token; nobody for a wrong one. Constant time for the owner's; others by fingerprint.
    [[nodiscard]] QCoro::Task<Result<std::optional<Account>>> find(QByteArray token);
    /// Makes a token for @p name and answers with it; it is not kept in clear. Conflict when the name has one.
    [[nodiscard]] QCoro::Task<Result<Secret>> add(QString name);
    /// NotFound when nobody has that name.
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString name);
    [[nodiscard]] QCoro::Task<Result<QStringList>> names();

    [[nodiscard]] const Secret &ownerToken() const { return m_ownerToken; }

private:
    Accounts(Store &store, Secret ownerToken);
    Store &m_store;
    Secret m_ownerToken;
};

} // namespace ChatCal
