// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/tool.h"
#include "core/agent/whenreader.h"

#include <QHash>

#include <memory>
#include <vector>

namespace ChatCal {

/// All tools, which role may use which, and one way to run a call: whatever is wrong with it is told to the model.
class Toolbox
{
public:
    /// @p booking and @p calendar outlive the toolbox and every call.
    Toolbox(BookingService &booking, Calendar &calendar);
    ~Toolbox();

    [[nodiscard]] const QList<ToolSpec> &specs(Actor::Role role) const;
    /// The tool of that name if @p role may use it; else null.
    [[nodiscard]] Tool *find(const QString &name, Actor::Role role) const;
    /// Refusals are results. Errors: Cancelled only; an outage is told to the model as `unavailable`.
    [[nodiscard]] QCoro::Task<Result<ToolResult>> run(ToolCall call, ToolContext context, std::stop_token stop) const;

private:
    WhenReader m_when;
    std::vector<std::unique_ptr<Tool>> m_tools;
    QHash<QString, Tool *> m_byName;
    QList<ToolSpec> m_guestSpecs;
    QList<ToolSpec> m_hostSpecs;
};

} // namespace ChatCal
