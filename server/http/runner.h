// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/exchange.h"

#include <QCoroTask>

namespace ChatCal {

/// Runs the handler and hands its answer in, if somebody still waits for it; answers 500 when it throws.
QCoro::Task<> runHandler(std::shared_ptr<Exchange> exchange);

/// Runs a stream's body and closes the stream after it; cuts the stream off when it throws.
QCoro::Task<> runStream(StreamBody body, std::shared_ptr<EventStream> stream);

} // namespace ChatCal
