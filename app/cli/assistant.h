// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "core/time/zone.h"

#include <QJsonObject>

#include <memory>
#include <utility>

namespace ChatCal {

/// What the working commands need, from a server or from this process: answers in the API's own JSON.
class Assistant
{
public:
    virtual ~Assistant() = default;
    /// As POST /chat.
    [[nodiscard]] virtual Result<QJsonObject> chat(const QString &message, const QString &sessionId) = 0;
    /// As POST /api/v1/quick-book with commit; a refusal is a problem with "alternatives".
    [[nodiscard]] virtual Result<QJsonObject> book(const QString &text) = 0;
    /// As GET /api/v1/agenda; "time_zone" is always there.
    [[nodiscard]] virtual Result<QJsonObject> agenda(const QString &words) = 0;
};

/// The days @p words name, midnight to midnight; today when there are none. InvalidInput when they name no day.
[[nodiscard]] Result<std::pair<LocalTime, LocalTime>> daysMeant(const QString &words, LocalTime now, const Zone &zone);

/// Through @p arguments.server with CHATCAL_TOKEN, or by itself in the data folder.
[[nodiscard]] Result<std::unique_ptr<Assistant>> makeAssistant(const CliArguments &arguments);
[[nodiscard]] Result<std::unique_ptr<Assistant>> makeLocalAssistant(const CliArguments &arguments);
[[nodiscard]] Result<std::unique_ptr<Assistant>> makeRemoteAssistant(const CliArguments &arguments);

} // namespace ChatCal
