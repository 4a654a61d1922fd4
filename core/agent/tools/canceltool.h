// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/tools/workbench.h"

namespace ChatCal {

/// cancel_appointment: cancels a meeting of the speaker, by its id or UID alone.
class CancelTool final : public Tool
{
public:
    explicit CancelTool(Workbench bench) : m_bench(bench) { }
    [[nodiscard]] ToolSpec spec() const override;
    [[nodiscard]] bool isFor(Actor::Role) const override { return true; }
    [[nodiscard]] bool isWriting() const override { return true; }
    [[nodiscard]] QCoro::Task<Result<ToolResult>> run(QJsonObject arguments, ToolContext context,
                                                      std::stop_token stop) override;

private:
    Workbench m_bench;
};

} // namespace ChatCal
