// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/tools/workbench.h"

namespace ChatCal {

/// check_availability: free times, and whether one time is free; never why the rest is not.
class AvailabilityTool final : public Tool
{
public:
    explicit AvailabilityTool(Workbench bench) : m_bench(bench) { }
    [[nodiscard]] ToolSpec spec() const override;
    [[nodiscard]] bool isFor(Actor::Role) const override { return true; }
    [[nodiscard]] QCoro::Task<Result<ToolResult>> run(QJsonObject arguments, ToolContext context,
                                                      std::stop_token stop) override;

private:
    Workbench m_bench;
};

} // namespace ChatCal
