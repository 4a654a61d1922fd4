// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace ChatCal::ICalendarNames {

// Properties of a VEVENT that iCalendar has none for.
inline constexpr QByteArrayView meeting = "X-CHATCAL-MEETING"; ///< Event::meetingId
inline constexpr QByteArrayView phone = "X-CHATCAL-PHONE"; ///< of a guest: value the number, CN the name
inline constexpr QByteArrayView email = "X-CHATCAL-EMAIL"; ///< its parameter: whose number it is
inline constexpr QByteArrayView change = "X-CHATCAL-CHANGE"; ///< names the write an event was last changed by
/// Outlook's: a DATE-TIME from midnight to midnight is whole days. So is a whole day of a zone that is not the host's,
/// for a DATE says no zone.
inline constexpr QByteArrayView wholeDay = "X-MICROSOFT-CDO-ALLDAYEVENT";

} // namespace ChatCal::ICalendarNames
