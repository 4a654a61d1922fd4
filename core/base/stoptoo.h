// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>

namespace ChatCal {

/// For a std::stop_callback that passes a request to stop on to @c source.
struct StopToo
{
    std::stop_source source;
    void operator()() { source.request_stop(); }
};

} // namespace ChatCal
