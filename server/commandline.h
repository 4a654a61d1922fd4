// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/engine/settings.h"
#include "core/time/language.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace ChatCal {

/// What chatcal-server was asked to do.
struct CommandLine
{
    enum class Action { Serve, CheckConfig, HealthCheck, Token };
    Action action = Action::Serve;
    bool triesServices = false; ///< --try, with --check-config: reach what is set up
    Language language = Language::English; ///< --language: in which a wrong setting is told
    QStringList words; ///< after "token"
    /// One of several processes that serve: its number from 1, and the listening socket it was given.
    struct Worker
    {
        int number = 0;
        int listeningDescriptor = -1;
    };
    std::optional<Worker> worker; ///< --worker, for the parent's use only
    /// --child: stdin begins with the owner's token and, as NAME=VALUE lines, what the desktop's keychain holds; an
    /// empty line ends them, and the end of stdin the server.
    bool isChild = false;
    SettingsSources sources;
    QString answer; ///< --help, --version: print this and stop
};

/// InvalidInput with one line when an argument is unknown or lacks its value. Reads the process environment, and with
/// --child the first lines of stdin.
[[nodiscard]] Result<CommandLine> readCommandLine(const QStringList &arguments);

} // namespace ChatCal
