// SPDX-License-Identifier: Apache-2.0
// Round trips of RedisStore to a Redis of its own on the same machine.
#include "core/store/redis/redisstore.h"

#include "tests/support/await.h"
#include "tests/support/redisserver.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>

#include <vector>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

RedisStore &store()
{
    static RedisServer server;
    static const bool isRunning = server.start();
    if (!isRunning)
        qFatal("redis-server does not start");
    static RedisStore instance(orDie(RedisOptions::parse(server.url()), "its own URL is right"));
    orDie(await(instance.ping()), "the server runs");
    return instance;
}

// What one turn of conversation writes: the conversation and its place among all.
Batch oneTurn(int conversation)
{
    Batch batch;
    batch.partition = u"conversation:%1"_s.arg(conversation);
    batch.puts = {{u"conversation"_s, QByteArray(4096, 'x'), {}, std::chrono::hours(1)}};
    batch.indexPuts = {{u"recent"_s, u"c"_s, conversation}};
    return batch;
}

/// @p state's range: how many are under way at a time.
void commits(benchmark::State &state)
{
    RedisStore &to = store();
    const auto atATime = static_cast<int>(state.range(0));
    for (auto step : state) {
        std::vector<QCoro::Task<Result<QList<qint64>>>> tasks;
        for (int i = 0; i < atATime; ++i)
            tasks.push_back(to.commit(oneTurn(i)));
        for (auto &task : tasks)
            orDie(await(std::move(task)), "the server runs");
    }
    state.SetItemsProcessed(state.iterations() * atATime);
}
BENCHMARK(commits)->Arg(1)->Arg(16)->Arg(64)->UseRealTime()->Unit(benchmark::kMicrosecond);

void reads(benchmark::State &state)
{
    RedisStore &from = store();
    const auto atATime = static_cast<int>(state.range(0));
    orDie(await(from.commit(oneTurn(0))), "the server runs");
    for (auto step : state) {
        std::vector<QCoro::Task<Result<std::optional<Document>>>> tasks;
        for (int i = 0; i < atATime; ++i)
            tasks.push_back(from.get(u"conversation:0"_s, u"conversation"_s));
        for (auto &task : tasks)
            orDie(await(std::move(task)), "the server runs");
    }
    state.SetItemsProcessed(state.iterations() * atATime);
}
BENCHMARK(reads)->Arg(1)->Arg(16)->Arg(64)->UseRealTime()->Unit(benchmark::kMicrosecond);

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (!hasRedis()) {
        qWarning("redis-server is not installed: nothing is measured");
        return 0;
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
