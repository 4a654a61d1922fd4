// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendalayout.h"

#include <chrono>

namespace ChatCal {

/// What a hand does to the agenda between taking hold and letting go: drawing a new block, moving one or pulling at its
/// edge. Wall-clock times only; no widgets, no calendar.
class AgendaDrag
{
public:
    enum class Kind { None, Create, Move, StretchStart, StretchEnd };

    static constexpr std::chrono::minutes step{15};
    static constexpr std::chrono::minutes fineStep{5};

    /// Takes hold at @p grabbed. @p original is the block's time; for Create it is not looked at.
    void begin(Kind kind, LocalTime grabbed, const WallSpan &original = {});
    /// Where the hand is now; times snap to @p snap.
    void moveTo(LocalTime pointer, std::chrono::minutes snap = step);
    /// By keys: the block as a whole, or for StretchStart and StretchEnd its edge.
    void nudge(std::chrono::minutes by);
    void end() { m_kind = Kind::None; }

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isActive() const { return m_kind != Kind::None; }
    /// Whether letting go now would change anything.
    [[nodiscard]] bool hasChanged() const { return m_span != m_original; }
    [[nodiscard]] const WallSpan &span() const { return m_span; }

private:
    Kind m_kind = Kind::None;
    LocalTime m_grabbed;
    WallSpan m_original; ///< for Create an empty one where the hand began
    WallSpan m_span;
};

/// @p time at the nearest multiple of @p snap after midnight; and the one at or before it.
[[nodiscard]] LocalTime snapped(LocalTime time, std::chrono::minutes snap);
[[nodiscard]] LocalTime snappedDown(LocalTime time, std::chrono::minutes snap);

} // namespace ChatCal
