// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/modelwire.h"
#include "core/net/httpclient.h"

#include <QCoroTask>

#include <QPointer>

#include <chrono>
#include <memory>
#include <stop_token>

namespace ChatCal {

struct ExchangeTimes
{
    std::chrono::milliseconds connect = std::chrono::seconds(3);
    std::chrono::milliseconds firstToken = std::chrono::seconds(6); ///< from the question to the first of the answer
    std::chrono::milliseconds silence = std::chrono::seconds(5); ///< between two pieces of it
    std::chrono::milliseconds deadline = std::chrono::seconds(20); ///< of it all
};

/// Asks once and reads the answer while it comes: events, or JSON where an endpoint does not stream. The words go to
/// @p listener as they arrive and, once it has returned, never again. Ends early when it is @p reader's last word, when
/// a time is over (Timeout), when what comes is broken, not UTF-8 or does not end (Protocol), and with @p stop
/// (Cancelled). @p clock outlives the task.
[[nodiscard]] QCoro::Task<ModelAnswer> exchange(QPointer<HttpClient> http, HttpRequest request,
                                                std::unique_ptr<AnswerReader> reader, ExchangeTimes times,
                                                std::shared_ptr<ReplyListener> listener, const Clock *clock,
                                                std::stop_token stop);

} // namespace ChatCal
