// SPDX-License-Identifier: Apache-2.0
#include "core/engine/adapters.h"

#include "core/calendar/localcalendar.h"
#include "core/llm/offlinemodel.h"
#include "core/mail/filemailer.h"
#include "core/store/redis/redisstore.h"
#include "core/store/sqlitestore.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace ChatCal {

Result<std::unique_ptr<Store>> openStore(const Settings &settings, const Clock &clock)
{
    if (!settings.redisUrl.isEmpty()) {
        auto options = RedisOptions::parse(QString::fromUtf8(settings.redisUrl.reveal()));
        if (!options)
            return failure(ErrorCode::InvalidInput, u"REDIS_URL: "_s + options.error().detail);
        return std::unique_ptr<Store>(std::make_unique<RedisStore>(std::move(*options)));
    }
    auto opened = SqliteStore::open({settings.dataDir + u"/chatcal.sqlite"_s, clock});
    if (!opened)
        return tl::unexpected(opened.error());
    return std::unique_ptr<Store>(std::move(*opened));
}

Result<std::unique_ptr<Calendar>> openCalendar(const Settings &, Store &store, const Clock &clock)
{
    return std::unique_ptr<Calendar>(std::make_unique<LocalCalendar>(store, u"owner"_s, clock));
}

Result<std::unique_ptr<Mailer>> openMailer(const Settings &settings)
{
    return std::unique_ptr<Mailer>(std::make_unique<FileMailer>(settings.dataDir + u"/outbox"_s));
}

std::unique_ptr<ModelChain> openModels(const Settings &settings, const Clock &clock)
{
    std::vector<std::unique_ptr<ChatModel>> models;
    for (const QString &name : settings.models) {
        if (name == "offline"_L1)
            models.push_back(std::make_unique<OfflineModel>());
    }
    return std::make_unique<ModelChain>(std::move(models), clock);
}

} // namespace ChatCal
