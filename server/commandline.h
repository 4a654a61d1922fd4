// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/engine/settings.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace ChatCal {

/// What chatcal-server was asked to do.
struct CommandLine
{
    enum class Action { Serve, CheckConfig, Token };
    Action action = Action::Serve;
    QStringList words; ///< after "token"
    /// One of several processes that serve: its number from 1, and the listening socket it was given.
    struct Worker
    {
        int number = 0;
        int listeningDescriptor = -1;
    };
    std::optional<Worker> worker; ///< --worker, for the parent's use only
    bool isChild = false; ///< --child: the owner's token comes first on stdin, and the end of stdin ends the server
    SettingsSources sources;
    QString answer; ///< --help, --version: print this and stop
};

/// InvalidInput with one line when an argument is unknown or lacks its value. Reads the process environment, and one
/// line of stdin with --child.
[[nodiscard]] Result<CommandLine> readCommandLine(const QStringList &arguments);

} // namespace ChatCal
