// SPDX-License-Identifier: Apache-2.0
#include "app/reminders/remindersettings.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

std::optional<QTime> readTime(const QSettings &settings, const char *key)
{
    const QTime time = QTime::fromString(settings.value(QLatin1StringView(key)).toString(), u"HH:mm"_s);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

} // namespace

ReminderSettings ReminderSettings::read(const QSettings &settings)
{
    ReminderSettings result;
    result.enabled = settings.value(QLatin1StringView(reminderEnabledKey), true).toBool();
    bool isNumber = false;
    const int minutes = settings.value(QLatin1StringView(reminderMinutesKey), 10).toInt(&isNumber);
    if (isNumber && minutes >= 0 && minutes <= 120)
        result.lead = std::chrono::minutes(minutes);
    const auto from = readTime(settings, reminderQuietFromKey), to = readTime(settings, reminderQuietToKey);
    if (from && to && *from != *to) {
        result.quietFrom = from;
        result.quietTo = to;
    }
    return result;
}

} // namespace ChatCal
