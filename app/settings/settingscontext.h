// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QCoroTask>

#include <QString>

#include <functional>

namespace ChatCal {

class ApiClient;
class GlobalShortcut;
class ServerSetup;
class Servers;
enum class Theme;

/// What the pages of the settings work on; all of it outlives them.
struct SettingsContext
{
    ApiClient &client;
    ServerSetup *own = nullptr; ///< null: a team's server, which is not set up from here
    Servers *servers = nullptr;
    QString ownLog = {}; ///< the file our own server logs into
    std::function<void(Theme)> setTheme = {};
    std::function<void()> remindersChanged = {}; ///< QSettings "reminders/…" are others now
    GlobalShortcut *shortcut = nullptr;
    std::function<Result<void>(bool)> setStartsAtLogin = {}; ///< empty: not to be had
    std::function<bool()> startsAtLogin = {};
    std::function<bool()> hasTray = {};
    std::function<void()> closingChanged = {}; ///< QSettings "window/closesToTray" is another now
    std::function<QCoro::Task<Result<void>>()> deleteAll = {}; ///< empty: not ours to delete
};

} // namespace ChatCal
