// SPDX-License-Identifier: Apache-2.0
#pragma once

/// CHATCAL_FAIL_POINT("step") kills the process there when the environment variable CHATCAL_FAIL_POINT names that step.
/// Only for the crash tests, which compile these sources with CHATCAL_FAIL_POINTS; nothing anywhere else.
#ifdef CHATCAL_FAIL_POINTS
#include <csignal>
#include <cstdlib>
#include <cstring>
#define CHATCAL_FAIL_POINT(step)                                                                                       \
    do {                                                                                                               \
        const char *chatcalFailPoint = std::getenv("CHATCAL_FAIL_POINT");                                              \
        if (chatcalFailPoint && std::strcmp(chatcalFailPoint, step) == 0)                                              \
            std::raise(SIGKILL);                                                                                       \
    } while (false)
#else
#define CHATCAL_FAIL_POINT(step) static_cast<void>(0)
#endif
