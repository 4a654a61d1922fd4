// SPDX-License-Identifier: Apache-2.0
#pragma once

/// CHATCAL_FAIL_POINT("step") kills the process there when the environment variable CHATCAL_FAIL_POINT names that step,
/// or a file that holds its name at that moment. Only for the crash tests, which compile these sources with
/// CHATCAL_FAIL_POINTS; nothing anywhere else.
#ifdef CHATCAL_FAIL_POINTS
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace ChatCal {

inline bool isFailPoint(const char *step)
{
    const char *named = std::getenv("CHATCAL_FAIL_POINT");
    if (named == nullptr)
        return false;
    char armed[64] = "";
    if (named[0] != '/')
        return std::strcmp(named, step) == 0;
    if (std::FILE *file = std::fopen(named, "r")) {
        const std::size_t size = std::fread(armed, 1, sizeof armed - 1, file);
        armed[size] = 0;
        std::fclose(file);
    }
    return std::strcmp(armed, step) == 0;
}

} // namespace ChatCal

#define CHATCAL_FAIL_POINT(step)                                                                                       \
    do {                                                                                                               \
        if (ChatCal::isFailPoint(step))                                                                                \
            std::raise(SIGKILL);                                                                                       \
    } while (false)
#else
#define CHATCAL_FAIL_POINT(step) static_cast<void>(0)
#endif
