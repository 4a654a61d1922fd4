// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace ChatCal {

class ApiClient;
class ServerSetup;
enum class Theme;

/// What the pages of the settings work on; all of it outlives them.
struct SettingsContext
{
    ApiClient &client;
    ServerSetup *own = nullptr; ///< null: a team's server, which is not set up from here
    std::function<void(Theme)> setTheme = {};
};

} // namespace ChatCal
