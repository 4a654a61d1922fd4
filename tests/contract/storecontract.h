// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/store.h"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>

namespace ChatCal {

/// One place where state lives, empty at first, and the time that passes there.
class StorePlace
{
public:
    virtual ~StorePlace() = default;
    /// Another store on this place; what earlier ones kept is there.
    [[nodiscard]] virtual std::unique_ptr<Store> open() = 0;
    /// Lets @p time pass for times to live: moves a fake clock, or waits where the clock is somebody else's.
    virtual void pass(std::chrono::milliseconds time) = 0;
};

struct StoreKind
{
    std::string name;
    std::function<std::unique_ptr<StorePlace>()> makePlace;
};

void PrintTo(const StoreKind &kind, std::ostream *out);

/// What every adapter of the port must hold. An adapter instantiates it with its own StoreKind:
/// `INSTANTIATE_TEST_SUITE_P(Sqlite, StoreContract, testing::Values(sqliteKind()), storeKindName);`
class StoreContract : public testing::TestWithParam<StoreKind>
{
protected:
    void SetUp() override;

    /// Puts one document without conditions; its version.
    qint64 put(const QString &key, const QByteArray &body);
    [[nodiscard]] std::optional<Document> get(const QString &key);
    [[nodiscard]] Result<QList<qint64>> commit(Batch batch);
    [[nodiscard]] Lease acquire(const QString &name, std::chrono::milliseconds timeToLive);
    /// Puts @p member at @p score in the index "i".
    void place(const QString &member, qint64 score);
    [[nodiscard]] QList<IndexEntry> range(qint64 from, qint64 to, int limit = 1000,
                                          std::optional<IndexEntry> after = std::nullopt);

    std::unique_ptr<StorePlace> m_place;
    std::unique_ptr<Store> m_store;
};

[[nodiscard]] std::string storeKindName(const testing::TestParamInfo<StoreKind> &info);

} // namespace ChatCal
