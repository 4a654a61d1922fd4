// SPDX-License-Identifier: Apache-2.0
#include "core/engine/cachedcheck.h"

#include "core/ops/requestscope.h"

#include <QCoroTimer>

#include <QTimer>

using namespace Qt::StringLiterals;

namespace ChatCal {

struct CachedCheck::State
{
    Check check;
    std::chrono::milliseconds freshFor;
    std::optional<Result<void>> seen;
    QDeadlineTimer fresh;
    bool isLooking = false;
    std::stop_source stop;
    QTimer patience; ///< of those who wait for a look; runs out at once when it is over
};

namespace {

/// The longest a caller waits for the first look.
constexpr std::chrono::milliseconds patience{3000};

/// What begins within it serves whoever asks, not the request under way.
class ForEverybody
{
public:
    ForEverybody() { setCurrentRequest({}); }
    ~ForEverybody() { setCurrentRequest(m_request); }
    Q_DISABLE_COPY_MOVE(ForEverybody)

private:
    QByteArray m_request = currentRequest();
};

} // namespace

CachedCheck::CachedCheck(Check check, std::chrono::milliseconds freshFor) : d(std::make_shared<State>())
{
    d->check = std::move(check);
    d->freshFor = freshFor;
}

CachedCheck::~CachedCheck()
{
    d->stop.request_stop();
}

QCoro::Task<Result<void>> CachedCheck::result()
{
    const auto state = d;
    if (!state->isLooking && (!state->seen || state->fresh.hasExpired())) {
        state->isLooking = true;
        state->patience.setSingleShot(true);
        state->patience.start(patience);
        const auto look = [](std::shared_ptr<State> held) -> QCoro::Task<> {
            auto seen = co_await held->check(held->stop.get_token());
            // Trouble is looked at again sooner.
            held->fresh = QDeadlineTimer(seen ? held->freshFor : held->freshFor / 5);
            held->seen = std::move(seen);
            held->isLooking = false;
            held->patience.start(0);
        };
        const ForEverybody scope;
        [[maybe_unused]] const auto running = look(state); // goes on when it is dropped
    }
    // What was seen before is good enough while a look is under way, but not one that takes no time.
    if (!state->seen || (state->isLooking && state->freshFor.count() == 0)) {
        if (state->patience.isActive())
            co_await state->patience;
    }
    if (!state->seen)
        co_return failure(ErrorCode::Timeout, u"no answer in time"_s);
    co_return Result<void>(*state->seen);
}

} // namespace ChatCal
