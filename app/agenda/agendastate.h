// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendadrag.h"
#include "core/base/clock.h"

#include <QString>

#include <optional>

namespace ChatCal {

/// What is chosen, held and pointed at, beside what the agenda holds.
struct AgendaState
{
    qsizetype chosen = -1; ///< index into AgendaScene::entries()
    std::optional<LocalTime> cursor; ///< the slot chosen by keys or a click, when no entry is
    AgendaDrag drag;
    qsizetype dragged = -1; ///< the entry that is moved or stretched
    bool isDragging = false; ///< the hand went far enough to mean it
    bool clashes = false; ///< where it is now there is something else
    QString clash; ///< its title
    bool hasFocus = false;
    bool isKnown = false; ///< which day it is there
    bool isUnfolded = false; ///< all of the bars above the hours are shown
    Instant now;
    LocalDate today;
};

/// How long a block made without drawing it is.
constexpr std::chrono::minutes usualLength{30};

} // namespace ChatCal
