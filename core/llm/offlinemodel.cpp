// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offlinemodel.h"

#include "core/llm/offline/dialoguestate.h"
#include "core/llm/offline/policy.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

struct OfflineModel::Private
{
    Dialogue::Reader reader;
    Dialogue::ReadingMemory memory{reader};
};

OfflineModel::OfflineModel() : d(std::make_unique<Private>())
{
}

OfflineModel::~OfflineModel() = default;

QString OfflineModel::name() const
{
    return u"offline"_s;
}

ModelReply OfflineModel::reply(const ModelRequest &request) const
{
    Dialogue::StateTracker tracker(d->memory, request.context);
    for (const ChatMessage &message : request.messages)
        tracker.apply(message);
    ModelReply reply = Dialogue::Policy(tracker.state(), request).next();
    reply.model = name();
    return reply;
}

QCoro::Task<Result<ModelReply>> OfflineModel::complete(ModelRequest request, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return failure(ErrorCode::Cancelled, u"caller gone"_s);
    if (request.messages.isEmpty() || request.messages.constLast().role == ChatMessage::Role::Assistant)
        co_return failure(ErrorCode::InvalidInput, u"the messages end with nothing to answer"_s);
    co_return reply(request);
}

} // namespace ChatCal
