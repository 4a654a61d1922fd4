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

/// What is tried again: a plain function, so that no coroutine captures anything.
template<typename T>
using Attempt = QCoro::Task<Result<T>> (*)(Store &store, const QString &partition, const QString &name,
                                           std::chrono::milliseconds timeToLive, const QString &key);

template<typename T>
QCoro::Task<Result<T>> acquirePatiently(QPointer<Store> store, Attempt<T> attempt, QString partition, QString name,
                                        std::chrono::milliseconds timeToLive, QString key,
                                        std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    int pause = 1;
    for (;;) {
        auto granted = co_await attempt(*store, partition, name, timeToLive, key);
        if (granted || granted.error().code != ErrorCode::Conflict || deadline.hasExpired())
            co_return granted;
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
    const Attempt<Lease> attempt = [](Store &asked, const QString &in, const QString &lease,
                                      std::chrono::milliseconds life,
                                      const QString & /*key*/) { return asked.acquire(in, lease, life); };
    return acquirePatiently(QPointer(&store), attempt, std::move(partition), std::move(name), timeToLive, QString(),
                            patience);
}

QCoro::Task<Result<LeasedDocument>> acquireAndGetWithin(Store &store, QString partition, QString name,
                                                        std::chrono::milliseconds timeToLive, QString key,
                                                        std::chrono::milliseconds patience)
{
    const Attempt<LeasedDocument> attempt = [](Store &asked, const QString &in, const QString &lease,
                                               std::chrono::milliseconds life, const QString &wanted) {
        return asked.acquireAndGet(in, lease, life, wanted);
    };
    return acquirePatiently(QPointer(&store), attempt, std::move(partition), std::move(name), timeToLive,
                            std::move(key), patience);
}

} // namespace ChatCal
