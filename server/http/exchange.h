// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/router.h"
#include "server/http/serverrequest.h"
#include "server/http/serverresponse.h"

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

namespace ChatCal {

class Connection;
class EventStream;
class RequestParser;

/// A request and the answer being made for it. Shared with the handler's task, which may outlive the connection.
struct Exchange
{
    Connection *connection = nullptr; ///< null once nobody waits for the answer
    ServerRequest request;
    Router::Match match;
    std::stop_source stop;
    std::optional<std::chrono::steady_clock::time_point> deadline; ///< of the handler
    std::optional<ServerResponse> response; ///< set when the answer is ready
    std::shared_ptr<EventStream> stream; ///< while an event stream is being written
    AtDrain atDrain = AtDrain::Finish; ///< of the stream
    bool isHead = false;
    bool isHttp10 = false;
    bool keepAlive = true;
    bool owesContinue = false; ///< the client waits for "100 Continue" before it sends the body
    bool streamEnded = false;
};

[[nodiscard]] QByteArray newRequestId();

/// Fills @p exchange from the head that @p parser has read and finds its route; what is wrong with it, if something
/// is. owesContinue is set when the client waits to be asked for its body.
[[nodiscard]] std::optional<HttpRefusal> openExchange(Exchange &exchange, RequestParser &parser, const Router &router);

/// What a request without a handler gets: 404, 405, or what OPTIONS asked for.
[[nodiscard]] ServerResponse answerWithoutRoute(const Exchange &exchange);

/// @p refusal as a problem; a 503 says when to try again.
[[nodiscard]] ServerResponse refusalOf(const HttpRefusal &refusal);

} // namespace ChatCal
