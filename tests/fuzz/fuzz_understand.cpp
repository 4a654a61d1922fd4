// SPDX-License-Identifier: Apache-2.0
// Any bytes are a conversation: each line one message, said in turn by person and assistant.
#include "core/llm/offline/understand.h"
#include "core/llm/offlinemodel.h"

#include <QString>

#include <algorithm>
#include <cstdint>

using namespace ChatCal;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr qsizetype longestMessage = 4000;
    constexpr qsizetype mostMessages = 12;
    static const LocalTime now = date::local_days{date::year{2026} / 3 / 4} + std::chrono::hours(9);
    static Understander owner(now);
    static const OfflineModel model;

    const auto length = std::min<qsizetype>(static_cast<qsizetype>(size), longestMessage);
    const QStringList lines = QString::fromUtf8(reinterpret_cast<const char *>(data), length).split(u'\n');
    owner.clear(now);
    ModelRequest request;
    request.context.hostName = u"Grace Hopper"_s;
    request.context.now = Instant(now.time_since_epoch());
    request.context.role = size % 2 == 0 ? ModelContext::Role::Guest : ModelContext::Role::Host;
    bool isPerson = true;
    for (const QString &line : lines.mid(0, mostMessages)) {
        const auto role = isPerson ? ChatMessage::Role::User : ChatMessage::Role::Assistant;
        static_cast<void>(owner.feed(role, line));
        request.messages.append({role, line, {}, {}, {}, request.context.now});
        if (isPerson)
            static_cast<void>(model.reply(request));
        isPerson = !isPerson;
    }
    return 0;
}
