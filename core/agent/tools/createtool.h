// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/tools/workbench.h"

namespace ChatCal {

/// create_appointment: books. A guest must be known by name and an address or a number; a host need not bring anybody.
class CreateTool final : public Tool
{
public:
    explicit CreateTool(Workbench bench) : m_bench(bench) { }
    [[nodiscard]] ToolSpec spec() const override;
    [[nodiscard]] bool isFor(Actor::Role) const override { return true; }
    [[nodiscard]] bool isWriting() const override { return true; }
    [[nodiscard]] QCoro::Task<Result<ToolResult>> run(QJsonObject arguments, ToolContext context,
                                                      std::stop_token stop) override;

private:
    [[nodiscard]] Result<BookingRequest> request(const Arguments &arguments, const ToolContext &context) const;
    Workbench m_bench;
};

} // namespace ChatCal
