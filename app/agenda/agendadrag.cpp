// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendadrag.h"

#include <algorithm>

namespace ChatCal {

using std::chrono::minutes;

LocalTime snappedDown(LocalTime time, minutes snap)
{
    const LocalTime midnight(dayOf(time));
    return midnight + (time - midnight) / snap * snap;
}

LocalTime snapped(LocalTime time, minutes snap)
{
    return snappedDown(time + snap / 2, snap);
}

void AgendaDrag::begin(Kind kind, LocalTime grabbed, const WallSpan &original)
{
    m_kind = kind;
    m_grabbed = grabbed;
    m_original = original;
    if (kind == Kind::Create) {
        const LocalTime start = snappedDown(grabbed, step);
        m_original = {start, start};
    }
    m_span = m_original;
}

void AgendaDrag::moveTo(LocalTime pointer, minutes snap)
{
    switch (m_kind) {
    case Kind::None:
        return;
    case Kind::Create: {
        // Upwards and downwards alike; never over the end of the day it began on.
        const LocalTime dayStart(dayOf(m_original.start));
        const LocalTime at = std::clamp(pointer, dayStart, dayStart + date::days(1));
        const LocalTime anchor = snappedDown(m_grabbed, snap);
        if (at >= anchor)
            m_span = {anchor, std::max(snapped(at, snap), anchor + snap)};
        else
            m_span = {snappedDown(at, snap), anchor + snap};
        m_span.end = std::min(m_span.end, dayStart + date::days(1));
        return;
    }
    case Kind::Move: {
        const auto delta = pointer - m_grabbed;
        const auto days = std::chrono::round<date::days>(delta);
        LocalTime start = m_original.start + days;
        // A meeting at ten past keeps its ten past while it goes from day to day.
        if (std::chrono::abs(delta - days) > snap / 2)
            start = snapped(m_original.start + delta, snap);
        m_span = {start, start + (m_original.end - m_original.start)};
        return;
    }
    case Kind::StretchStart:
        m_span.start = std::min(snapped(m_original.start + (pointer - m_grabbed), snap), m_original.end - snap);
        return;
    case Kind::StretchEnd:
        m_span.end = std::max(snapped(m_original.end + (pointer - m_grabbed), snap), m_original.start + snap);
        return;
    }
}

void AgendaDrag::nudge(minutes by)
{
    if (m_kind != Kind::StretchEnd)
        m_span.start += by;
    if (m_kind != Kind::StretchStart)
        m_span.end += by;
    const bool isTooShort = m_span.end - m_span.start < fineStep;
    if (isTooShort && m_kind == Kind::StretchEnd)
        m_span.end = m_span.start + fineStep;
    if (isTooShort && m_kind == Kind::StretchStart)
        m_span.start = m_span.end - fineStep;
}

} // namespace ChatCal
