// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/calendar.h"

#include "core/base/ids.h"

namespace ChatCal {

QCoro::Task<Result<CalendarChanges>> Calendar::changes(QString token, std::stop_token stop)
{
    Q_UNUSED(token)
    Q_UNUSED(stop)
    co_return CalendarChanges();
}

QString Calendar::newUid() const
{
    return ChatCal::newUid();
}

} // namespace ChatCal
