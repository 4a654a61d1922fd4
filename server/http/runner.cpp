// SPDX-License-Identifier: Apache-2.0
#include "server/http/runner.h"

#include "server/http/connection.h"
#include "server/http/logging.h"

#include <exception>
#include <utility>

using namespace Qt::StringLiterals;

namespace ChatCal {

QCoro::Task<> runHandler(std::shared_ptr<Exchange> exchange)
{
    // Held here: the handler's captures must last as long as its task, and the router may go before it.
    const auto route = exchange->match.route;
    std::optional<ServerResponse> response;
    try {
        response = co_await route->handler(exchange->request);
    } catch (const std::exception &exception) {
        qCWarning(lcHttp) << "the handler of" << route->pattern << "threw; answering 500 to request"
                          << exchange->request.requestId;
        qCDebug(lcHttp) << "it threw:" << exception.what();
    } catch (...) {
        qCWarning(lcHttp) << "the handler of" << route->pattern << "threw; answering 500 to request"
                          << exchange->request.requestId;
    }
    // The connection may have gone while the handler waited; the exchange knows.
    Connection *connection = exchange->connection;
    if (!connection)
        co_return;
    if (!response)
        response = refusalOf({500, u"The server failed to handle this request."_s});
    connection->answer(*exchange, std::move(*response));
}

QCoro::Task<> runStream(StreamBody body, std::shared_ptr<EventStream> stream)
{
    // body is held here because a coroutine lambda lives no longer than its closure.
    try {
        co_await body(stream);
        stream->close();
    } catch (...) {
        qCWarning(lcHttp) << "the body of an event stream threw; cutting it off";
        stream->abort();
    }
}

} // namespace ChatCal
