// SPDX-License-Identifier: Apache-2.0
#include "core/agent/tools/contacttool.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

ToolSpec ContactTool::spec() const
{
    return {u"remember_contact"_s, u"Keeps or corrects what the person says of themselves."_s,
            schema({{"name"_L1, textSchema()},
                    {"email"_L1, textSchema()},
                    {"phone"_L1, textSchema()},
                    {"time_zone"_L1, textSchema(u"IANA name or their words"_s)}})};
}

QCoro::Task<Result<ToolResult>> ContactTool::run(QJsonObject object, ToolContext context, std::stop_token)
{
    const Arguments arguments(std::move(object));
    const auto name = arguments.text(u"name"_s, nameLength);
    const auto email = arguments.email();
    const auto phone = arguments.phone();
    const auto zoneName = arguments.text(u"time_zone"_s, 60);
    for (const Error *error : {name ? nullptr : &name.error(), email ? nullptr : &email.error(),
                               phone ? nullptr : &phone.error(), zoneName ? nullptr : &zoneName.error()})
        if (error)
            co_return invalid(*error);
    std::optional<Zone> zone;
    if (!zoneName->isEmpty()) {
        zone = m_bench.when.zoneNamed(*zoneName, context);
        if (!zone)
            co_return invalid(u"time_zone"_s, u"That is no time zone that is known here; a city helps."_s);
    }

    Conversation &conversation = *context.conversation;
    Contact &contact = conversation.contact;
    if (!name->isEmpty())
        contact.name = *name;
    if (!email->isEmpty())
        contact.email = *email;
    if (!phone->isEmpty())
        contact.phone = *phone;
    if (zone) {
        conversation.zone = zone;
        conversation.zoneStated = true;
    }
    ToolResult result;
    result.succeeded = true;
    result.forModel = {{"ok"_L1, true},
                       {"name"_L1, contact.name},
                       {"email"_L1, contact.email},
                       {"phone"_L1, contact.phone},
                       {"time_zone"_L1, conversation.zone.value_or(context.speakerZone).name()}};
    co_return result;
}

} // namespace ChatCal
