// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/tools/workbench.h"

namespace ChatCal {

/// reschedule_appointment: moves, lengthens, renames a meeting of the speaker, or adds the guest's address to it.
class RescheduleTool final : public Tool
{
public:
    explicit RescheduleTool(Workbench bench) : m_bench(bench) { }
    [[nodiscard]] ToolSpec spec() const override;
    [[nodiscard]] bool isFor(Actor::Role) const override { return true; }
    [[nodiscard]] bool isWriting() const override { return true; }
    [[nodiscard]] QCoro::Task<Result<ToolResult>> run(QJsonObject arguments, ToolContext context,
                                                      std::stop_token stop) override;

private:
    Workbench m_bench;
};

} // namespace ChatCal
