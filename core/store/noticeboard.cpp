// SPDX-License-Identifier: Apache-2.0
#include "core/store/noticeboard.h"

#include <QMultiHash>

#include <mutex>

namespace ChatCal::NoticeBoard {

namespace {

struct Board
{
    std::mutex mutex;
    QMultiHash<QString, Store *> stores;
};

Board &board()
{
    static Board instance;
    return instance;
}

} // namespace

void join(const QString &place, Store *store)
{
    const std::scoped_lock lock(board().mutex);
    board().stores.insert(place, store);
}

void leave(Store *store)
{
    const std::scoped_lock lock(board().mutex);
    board().stores.removeIf([store](auto it) { return it.value() == store; });
}

void post(const QString &place, const std::vector<StoreNotice> &notices)
{
    // Posting under the lock keeps leave() waiting, so that no event goes to a store that is gone.
    const std::scoped_lock lock(board().mutex);
    const auto stores = board().stores.values(place);
    for (Store *store : stores) {
        // One event each: should a receiver delete the store, the others go nowhere.
        for (const StoreNotice &notice : notices) {
            const auto tell = [store, notice] { Q_EMIT store->noticed(notice.topic, notice.body); };
            QMetaObject::invokeMethod(store, tell, Qt::QueuedConnection);
        }
    }
}

} // namespace ChatCal::NoticeBoard
