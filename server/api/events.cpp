// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "server/api/caller.h"
#include "server/api/problem.h"
#include "server/http/eventstream.h"

#include <QCoroSignal>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// From now on, for as long as the stream lives.
void passOn(EventFeed &feed, EventStream &stream)
{
    QObject::connect(&feed, &EventFeed::happened, &stream,
                     [&stream](const EventFeed::Item &item) { stream.send(item.event, item.data, item.id); });
}

QCoro::Task<> follow(EventFeed *feed, QByteArray lastId, std::shared_ptr<EventStream> stream)
{
    if (!lastId.isEmpty()) {
        const auto missed = feed->since(lastId);
        if (missed) {
            for (const EventFeed::Item &item : *missed)
                stream->send(item.event, item.data, item.id);
        } else {
            // Too old, or of another process: what happened in between cannot be told.
            stream->send("reset", "{}");
        }
    } else {
        stream->sendComment("connected");
    }
    passOn(*feed, *stream);
    if (stream->isOpen())
        co_await qCoro(stream.get(), &EventStream::closed);
}

StreamBody following(EventFeed &feed, const QByteArray &lastId)
{
    return [&feed, lastId](std::shared_ptr<EventStream> stream) { return follow(&feed, lastId, std::move(stream)); };
}

QCoro::Task<ServerResponse> events(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identifyHost(&parts.engine.accounts(), request);
    if (!caller)
        co_return toProblem(caller.error());
    co_return ServerResponse::eventStream(following(parts.feed, request.headers.value("Last-Event-ID")),
                                          AtDrain::Close);
}

} // namespace

void addEvents(Router &router, ApiParts parts)
{
    RouteOptions options;
    options.deadline = {}; // it lasts as long as its reader
    router.route(
        "GET", u"/api/v1/events"_s, [parts](ServerRequest request) { return events(parts, std::move(request)); },
        options);
}

} // namespace ChatCal
