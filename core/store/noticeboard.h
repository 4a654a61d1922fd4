// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/store.h"

#include <vector>

namespace ChatCal {

struct StoreNotice
{
    QString topic;
    QByteArray body;
};

/// Carries notices between the stores of this process that share one place. All functions may be called from any
/// thread.
namespace NoticeBoard {

void join(const QString &place, Store *store);
/// After this returns no further notice is on its way to @p store but those already posted to its thread.
void leave(Store *store);
/// Emits Store::noticed in the thread of every store at @p place, from its event loop.
void post(const QString &place, const std::vector<StoreNotice> &notices);

} // namespace NoticeBoard

} // namespace ChatCal
