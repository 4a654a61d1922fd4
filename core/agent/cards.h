// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/booking/bookingservice.h"
#include "core/calendar/event.h"

#include <QJsonArray>
#include <QJsonObject>

namespace ChatCal {

/// Facts made by tools, in the shapes of the API's `cards`. Times in words are in the speaker's zone and language; the
/// meeting object keeps the host's offset. All strings are data: whoever shows them escapes them.
namespace Cards {

/// {"kind":"meeting","meeting":{…},"words","time_zone"}.
[[nodiscard]] QJsonObject meeting(const Meeting &meeting, const Zone &speakerZone,
                                  Language language = Language::English);
/// {"kind":"slots","slots":[{"start","end","words"}],"time_zone","duration_minutes"}.
[[nodiscard]] QJsonObject slotList(const QList<Interval> &slotTimes, std::chrono::minutes length,
                                   const Zone &speakerZone, Language language = Language::English);
/// {"kind":"agenda","events":[…],"words","time_zone"}; for hosts only.
[[nodiscard]] QJsonObject agenda(const QList<Event> &events, const QString &calendar, const QString &windowWords,
                                 const Zone &speakerZone);
/// {"kind":"notice","code","title","detail"}.
[[nodiscard]] QJsonObject notice(const QString &code, const QString &title, const QString &detail);

/// Adds @p fresh behind @p cards. A meeting takes the place of the earlier card of the same meeting and of notices and
/// slots before it, which what was booked has overtaken.
void append(QJsonArray &cards, const QJsonArray &fresh);

} // namespace Cards

/// [{start, end, words}] as tools hand it to models.
[[nodiscard]] QJsonArray slotsForModel(const QList<Interval> &slotTimes, const Zone &speakerZone,
                                       Language language = Language::English);

enum class OthersWords { Tell, Keep };
/// The `meeting` of docs/tools.md. @p with is who the speaker meets; OthersWords::Keep leaves out titles and names.
[[nodiscard]] QJsonObject meetingForModel(const Meeting &meeting, const QString &with, const Zone &speakerZone,
                                          OthersWords words);
/// Who the speaker meets: for a guest the host, for a host the attendees.
[[nodiscard]] QString counterpart(const Meeting &meeting, const Actor &actor, const Host &host);

} // namespace ChatCal
