// SPDX-License-Identifier: Apache-2.0
#include "core/engine/accounts.h"

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/engine/keptsecret.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

const QString &partition()
{
    static const QString name = u"accounts"_s;
    return name;
}

} // namespace

Accounts::Accounts(Store &store, Secret ownerToken) : m_store(store), m_ownerToken(std::move(ownerToken))
{
}

Result<std::unique_ptr<Accounts>> Accounts::open(Store &store, const QString &dataDir, Secret ownerToken)
{
    if (ownerToken.isEmpty()) {
        auto kept = keptSecret(dataDir + u"/owner.token"_s);
        if (!kept)
            return tl::unexpected(kept.error());
        ownerToken = std::move(*kept);
    }
    return std::unique_ptr<Accounts>(new Accounts(store, std::move(ownerToken)));
}

QCoro::Task<Result<std::optional<Account>>> Accounts::find(QByteArray token)
{
    if (m_ownerToken.equals(token))
        co_return std::optional(Account{u"owner"_s, u"owner"_s, true});
    const auto document = co_await m_store.get(partition(), u"token:"_s + fingerprint(token));
    if (!document)
        co_return tl::unexpected(document.error());
    if (!document->has_value())
        co_return std::optional<Account>();
    const auto body = parseJsonObject((*document)->body);
    if (!body)
        co_return failure(ErrorCode::Internal, u"an account cannot be read"_s);
    co_return std::optional(Account{body->value("name"_L1).toString(), body->value("host"_L1).toString(),
                                    body->value("admin"_L1).toBool()});
}

QCoro::Task<Result<Secret>> Accounts::add(QString name)
{
    const auto clean = cleanText(name, u"name"_s, 64);
    if (!clean)
        co_return tl::unexpected(clean.error());
    const Secret token(randomToken().toLatin1());
    const QString key = u"token:"_s + fingerprint(token.reveal());
    Batch batch;
    batch.partition = partition();
    batch.durability = Batch::Durability::Full;
    // Everybody shares the owner's calendar; being an admin stays with the owner.
    const QJsonObject body{{u"name"_s, *clean}, {u"host"_s, u"owner"_s}, {u"admin"_s, false}};
    batch.puts.append({u"name:"_s + *clean, key.toUtf8(), 0, {}});
    batch.puts.append({key, toJson(body), 0, {}});
    batch.indexPuts.append({u"names"_s, *clean, 0});
    const auto done = co_await m_store.commit(batch);
    if (!done && done.error().code == ErrorCode::Conflict)
        co_return failure(ErrorCode::Conflict, u"\"%1\" has a token already; remove it first"_s.arg(*clean));
    if (!done)
        co_return tl::unexpected(done.error());
    co_return token;
}

QCoro::Task<Result<void>> Accounts::remove(QString name)
{
    const auto entry = co_await m_store.get(partition(), u"name:"_s + name);
    if (!entry)
        co_return tl::unexpected(entry.error());
    if (!entry->has_value())
        co_return failure(ErrorCode::NotFound, u"nobody is called \"%1\""_s.arg(name));
    Batch batch;
    batch.partition = partition();
    batch.durability = Batch::Durability::Full;
    batch.removes.append({u"name:"_s + name, (*entry)->version});
    batch.removes.append({QString::fromUtf8((*entry)->body), {}});
    batch.indexRemoves.append({u"names"_s, name});
    const auto done = co_await m_store.commit(batch);
    if (!done)
        co_return tl::unexpected(done.error());
    co_return Result<void>();
}

QCoro::Task<Result<QStringList>> Accounts::names()
{
    IndexQuery query;
    query.partition = partition();
    query.index = u"names"_s;
    const auto entries = co_await m_store.range(query);
    if (!entries)
        co_return tl::unexpected(entries.error());
    QStringList list{u"owner"_s};
    for (const IndexEntry &entry : *entries)
        list.append(entry.member);
    co_return list;
}

} // namespace ChatCal
