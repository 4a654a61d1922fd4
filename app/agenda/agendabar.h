// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendalook.h"
#include "app/agenda/agendascene.h"

#include <QPainter>

namespace ChatCal {

/// A bar of what lasts days, in the head of days and in the cells of a month.
void paintBar(QPainter &painter, const AgendaLook &look, const AgendaEntry &entry, const AgendaBar &bar,
              const QRect &rect, bool isChosen, bool isPast, bool isMirrored);

} // namespace ChatCal
