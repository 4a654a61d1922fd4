// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlitestore.h"
#include "tests/contract/storecontract.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>

namespace ChatCal {

namespace {

class SqlitePlace final : public StorePlace
{
public:
    [[nodiscard]] std::unique_ptr<Store> open() override
    {
        return orDie(SqliteStore::open({.path = m_folder.filePath(QStringLiteral("store.db")), .clock = m_clock}),
                     "a fresh folder can be written");
    }
    void pass(std::chrono::milliseconds time) override { m_clock.advance(time); }

private:
    QTemporaryDir m_folder;
    FakeClock m_clock;
};

StoreKind sqliteKind()
{
    return {"Sqlite", [] { return std::make_unique<SqlitePlace>(); }};
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Sqlite, StoreContract, testing::Values(sqliteKind()), storeKindName);

} // namespace ChatCal
