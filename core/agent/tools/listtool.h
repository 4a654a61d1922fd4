// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/tools/workbench.h"

namespace ChatCal {

/// list_meetings: for a host what the calendar holds, for a guest this guest's own bookings.
class ListTool final : public Tool
{
public:
    explicit ListTool(Workbench bench) : m_bench(bench) { }
    [[nodiscard]] ToolSpec spec() const override;
    [[nodiscard]] bool isFor(Actor::Role) const override { return true; }
    [[nodiscard]] QCoro::Task<Result<ToolResult>> run(QJsonObject arguments, ToolContext context,
                                                      std::stop_token stop) override;

private:
    Workbench m_bench;
};

} // namespace ChatCal
