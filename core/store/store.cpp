// SPDX-License-Identifier: Apache-2.0
#include "core/store/store.h"

#include <QCoroTimer>

#include <QDeadlineTimer>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QCoro::Task<Result<Lease>> acquirePatiently(QPointer<Store> store, QString partition, QString name,
                                            std::chrono::milliseconds timeToLive, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    int pause = 1;
    for (;;) {
        auto lease = co_await store->acquire(partition, name, timeToLive);
        if (lease || lease.error().code != ErrorCode::Conflict || deadline.hasExpired())
            co_return lease;
        QTimer timer;
        timer.setSingleShot(true);
        timer.start(std::chrono::milliseconds(pause + QRandomGenerator::global()->bounded(pause)));
        co_await timer;
        pause = std::min(pause * 2, 32);
        if (!store)
            co_return failure(ErrorCode::Cancelled, u"the store is gone"_s);
    }
}

} // namespace

QCoro::Task<Result<Lease>> acquireWithin(Store &store, QString partition, QString name,
                                         std::chrono::milliseconds timeToLive, std::chrono::milliseconds patience)
{
    return acquirePatiently(&store, std::move(partition), std::move(name), timeToLive, patience);
}

} // namespace ChatCal
