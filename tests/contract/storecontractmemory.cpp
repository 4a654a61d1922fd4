// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/storecontract.h"
#include "tests/support/fakeclock.h"
#include "tests/support/memorystore.h"

namespace ChatCal {

namespace {

class MemoryPlace final : public StorePlace
{
public:
    [[nodiscard]] std::unique_ptr<Store> open() override { return m_store.another(); }
    void pass(std::chrono::milliseconds time) override { m_clock.advance(time); }

private:
    FakeClock m_clock;
    MemoryStore m_store{m_clock};
};

} // namespace

/// The fake others are tested with holds to the same rules.
INSTANTIATE_TEST_SUITE_P(Memory, StoreContract,
                         testing::Values(StoreKind{"Memory", [] { return std::make_unique<MemoryPlace>(); }}),
                         storeKindName);

} // namespace ChatCal
