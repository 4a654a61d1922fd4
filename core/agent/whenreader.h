// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/tool.h"
#include "core/time/when.h"

namespace ChatCal {

/// What a tool's `when` means: wall-clock times resolved in the zone they were said in.
struct WhenSaid
{
    enum class Kind {
        Nothing, ///< no date or time in it
        Moment, ///< a start
        Window, ///< a day, a part of it, a week: the meeting may lie anywhere inside
        Length ///< only how long
    };
    Kind kind = Kind::Nothing;
    Instant start; ///< Moment
    Interval window; ///< Window
    std::optional<std::chrono::minutes> length;
    Zone zone; ///< the one named, else the speaker's
    LocalTime local; ///< Moment: the clock's face; Window: its beginning
    bool hasDate = false;
    bool isWholeDay = false; ///< Window: exactly one day
    QString note; ///< about a clock change; empty when there is nothing to say
};

/// Reads the person's own words, and ISO local times, with WhenParser.
class WhenReader
{
public:
    [[nodiscard]] WhenSaid read(const QString &text, const ToolContext &context) const;
    /// Resolves @p local in @p zone and notes a gap or an overlap.
    [[nodiscard]] static Instant resolve(LocalTime local, const Zone &zone, QString &note);
    /// The zone named by an IANA name or in the parser's words ("Eastern time", "CET").
    [[nodiscard]] std::optional<Zone> zoneNamed(const QString &text, const ToolContext &context) const;

private:
    WhenParser m_parser;
};

} // namespace ChatCal
