// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/when.h"

#include <QJsonObject>
#include <QString>

namespace ChatCal {

/// {"id","start","end","grain","duration_minutes"}: local wall-clock times as YYYY-MM-DDTHH:MM, null where the phrase
/// says nothing. A window has its bounds as start and end.
[[nodiscard]] QJsonObject toJsonLine(const QString &id, const When &when);

/// What @p text was taken for, for people: the text with its words underlined and a line for each thing understood.
/// Times without a zone of their own are in @p zone; where its clocks skip or repeat one, that is said.
[[nodiscard]] QString explain(const QString &text, const When &when, const Zone &zone = Zone());

} // namespace ChatCal
