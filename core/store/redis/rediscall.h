// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/redis/redisoptions.h"
#include "core/store/redis/redisprotocol.h"

#include <chrono>
#include <coroutine>
#include <list>
#include <memory>
#include <optional>

namespace ChatCal {

struct RedisScript;

/// One command on its way to a server and back.
struct RedisCall
{
    enum class Effect {
        None, ///< reads
        Repeatable, ///< changes something; a repeat changes nothing more
        Once ///< must not be repeated once it may have been done
    };

    QByteArray wire; ///< what redisCommand() made
    int slot = 0; ///< that it concerns; see RedisSchema::slot()
    Effect effect = Effect::None;
    const RedisScript *script = nullptr; ///< that it calls, to be loaded where it is not known

    std::chrono::steady_clock::time_point deadline; ///< RedisOptions::deadline from when it is asked, unless set before

    // The router's.
    std::coroutine_handle<> waiting; ///< until it is resumed
    std::list<std::shared_ptr<RedisCall>>::iterator place; ///< among those that wait
    std::chrono::steady_clock::time_point sentAt;
    std::optional<RedisAddress> redirectedTo; ///< by MOVED or ASK, for one time
    bool asking = false; ///< ASKING goes before it, for one time
    bool isSent = false; ///< and not answered yet
    bool isDoubtful = false; ///< a connection broke behind it: its effect may have come to pass
    bool isAnswered = false;
    int detours = 0; ///< redirections and loaded scripts
    std::optional<Error> lastTrouble; ///< why it was not done at once
    Result<RedisReply> result = RedisReply();
};

using RedisCallPtr = std::shared_ptr<RedisCall>;

} // namespace ChatCal
