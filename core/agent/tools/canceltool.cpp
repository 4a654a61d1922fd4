// SPDX-License-Identifier: Apache-2.0
#include "core/agent/tools/canceltool.h"

#include "core/time/words.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

ToolSpec CancelTool::spec() const
{
    return {u"cancel_appointment"_s, u"Cancels a meeting at once."_s,
            schema({{"meeting"_L1, textSchema(u"id"_s)}}, {u"meeting"_s})};
}

QCoro::Task<Result<ToolResult>> CancelTool::run(QJsonObject object, ToolContext context, std::stop_token stop)
{
    const Workbench bench = m_bench;
    const Arguments arguments(std::move(object));
    const auto id = arguments.text(u"meeting"_s, 200);
    if (!id)
        co_return invalid(id.error());
    if (id->isEmpty())
        co_return invalid(u"meeting"_s, u"Which meeting? Its id is needed."_s);
    const auto found = co_await bench.booking.find(meetingKey(*id), context.actor);
    if (!found)
        co_return refusedByError(found.error());
    if (found->status == MeetingStatus::Cancelled)
        co_return refused(u"already_cancelled"_s, u"That meeting is already cancelled."_s,
                          {{"words"_L1, spanInWords(found->when, context.speakerZone)}});
    const auto cancelled = co_await bench.booking.cancel(found->uid, found->sequence, context.actor, stop);
    if (!cancelled)
        co_return refusedByError(cancelled.error());
    co_return changed(bench, *cancelled, context);
}

} // namespace ChatCal
