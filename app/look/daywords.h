// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/zone.h"

#include <QDate>
#include <QString>
#include <QTime>

namespace ChatCal {

// Days and times of the clock as this desktop's locale writes them.

[[nodiscard]] QDate toQDate(LocalDate day);
/// To the minute.
[[nodiscard]] QTime toQTime(LocalTime local);
/// "Thursday, March 5", "jeudi 5 mars".
[[nodiscard]] QString dayWords(QDate day);
/// "Thu, Mar 5"; with the year "Thu, Mar 5, 2026".
[[nodiscard]] QString shortDayWords(QDate day, bool withYear = false);
/// For fields that show a time as clockWords() does.
[[nodiscard]] QString clockFormat();
/// "9:30 AM" or "09:30"; never with seconds.
[[nodiscard]] QString clockWords(QTime time);
/// "9 AM" where clocks count to twelve, else "09:00".
[[nodiscard]] QString hourWords(int hour);

} // namespace ChatCal
