// SPDX-License-Identifier: Apache-2.0
#include "core/agent/toolbox.h"

#include "core/agent/logging.h"
#include "core/agent/tools/availabilitytool.h"
#include "core/agent/tools/canceltool.h"
#include "core/agent/tools/contacttool.h"
#include "core/agent/tools/createtool.h"
#include "core/agent/tools/findtool.h"
#include "core/agent/tools/listtool.h"
#include "core/agent/tools/rescheduletool.h"
#include "core/words/phrasebook.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// Without what only a host may give: guests' models need not hear of it.
ToolSpec forGuest(ToolSpec spec)
{
    QJsonObject properties = spec.parameters["properties"_L1].toObject();
    properties.remove("attendees"_L1);
    spec.parameters.insert("properties"_L1, properties);
    return spec;
}

} // namespace

Toolbox::Toolbox(BookingService &booking, Calendar &calendar)
{
    const Workbench bench{booking, calendar, m_when};
    m_tools.push_back(std::make_unique<AvailabilityTool>(bench));
    m_tools.push_back(std::make_unique<CreateTool>(bench));
    m_tools.push_back(std::make_unique<RescheduleTool>(bench));
    m_tools.push_back(std::make_unique<CancelTool>(bench));
    m_tools.push_back(std::make_unique<ListTool>(bench));
    m_tools.push_back(std::make_unique<FindTool>(bench));
    m_tools.push_back(std::make_unique<ContactTool>(bench));
    for (const auto &tool : m_tools) {
        m_byName.insert(tool->spec().name, tool.get());
        if (tool->isFor(Actor::Role::Guest))
            m_guestSpecs.append(forGuest(tool->spec()));
        if (tool->isFor(Actor::Role::Host))
            m_hostSpecs.append(tool->spec());
    }
}

Toolbox::~Toolbox() = default;

const QList<ToolSpec> &Toolbox::specs(Actor::Role role) const
{
    return role == Actor::Role::Guest ? m_guestSpecs : m_hostSpecs;
}

Tool *Toolbox::find(const QString &name, Actor::Role role) const
{
    Tool *tool = m_byName.value(name);
    return tool && tool->isFor(role) ? tool : nullptr;
}

QCoro::Task<Result<ToolResult>> Toolbox::run(ToolCall call, ToolContext context, std::stop_token stop) const
{
    Tool *tool = find(call.name, context.actor.role);
    if (!tool)
        co_return refused(u"unknown_tool"_s, u"There is no such tool."_s);
    auto result = co_await tool->run(call.arguments, context, stop);
    if (result || result.error().code == ErrorCode::Cancelled)
        co_return result;
    qCWarning(lcAgent) << "a tool failed, the model is told so:" << call.name << errorName(result.error().code);
    const Phrasebook &words = Phrasebook::of(context.language);
    ToolResult outage =
        refused(u"unavailable"_s, u"That could not be done just now. It is not certain that anything was changed."_s);
    outage.cards.append(
        Cards::notice(u"unavailable"_s, words.translate("cards", "Not possible just now"),
                      words.translate("cards", "The calendar did not answer. Please try again a little later.")));
    co_return outage;
}

} // namespace ChatCal
