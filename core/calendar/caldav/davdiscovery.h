// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar/caldav/davclient.h"

#include <QStringList>
#include <QUrl>

namespace ChatCal {

/// A calendar on a server, as found.
struct DavPlace
{
    QUrl collection; ///< ends with a slash
    QStringList addresses; ///< of its owner: e-mail addresses and URIs the server knows the owner by
    bool isReadOnly = false; ///< it says that its events must not be written
    bool knowsSync = false; ///< it has a sync-token or offers sync-collection
};

/// Finds the calendar behind @p url (RFC 6764 §6, RFC 4791 §6.2.1): the collection itself, a principal, a home of
/// calendars, or a server, asked at "/.well-known/caldav" when @p url has no path. Among several the server's default
/// one, else the first that takes events and may be written to. NotFound when there is none; Unauthorized.
///
/// What a server says in OPTIONS is not asked for: some leave calendar-access out.
[[nodiscard]] QCoro::Task<Result<DavPlace>> discoverCalendar(std::shared_ptr<DavClient> client, QUrl url,
                                                             DavLimits limits);

} // namespace ChatCal
