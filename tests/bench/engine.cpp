// SPDX-License-Identifier: Apache-2.0
// What one turn of conversation is made of, each part by itself, on one thread.
#include "core/agent/agent.h"
#include "core/booking/slotfinder.h"
#include "core/calendar/localcalendar.h"
#include "core/llm/offlinemodel.h"
#include "core/store/sqlitestore.h"
#include "core/time/when.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/memorystore.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QTemporaryDir>

#include <array>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

const QString wholeBooking = u"Book a 30 minute call on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s;

Zone newYork()
{
    return *Zone::find(u"America/New_York"_s);
}

class SilentMailer final : public Mailer
{
public:
    [[nodiscard]] QString name() const override { return u"silent"_s; }
    [[nodiscard]] bool reachesPeople() const override { return false; }
    QCoro::Task<Result<void>> send(MailMessage, std::stop_token) override { co_return Result<void>(); }
    QCoro::Task<Result<void>> check(std::stop_token) override { co_return Result<void>(); }
};

/// The engine's parts over one store.
struct World
{
    explicit World(Store &store)
        : outbox(store, mailer, clock),
          calendar(store, u"owner"_s, clock),
          booking(options(), store, calendar, outbox, clock),
          conversations(store, clock),
          agent({}, conversations, booking, calendar, model, clock)
    {
    }
    static BookingService::Options options()
    {
        BookingService::Options options;
        options.host.id = u"owner"_s;
        options.host.name = UntrustedText(u"Grace Hopper"_s);
        options.host.zone = newYork();
        return options;
    }

    FakeClock clock;
    SilentMailer mailer;
    Outbox outbox;
    LocalCalendar calendar;
    BookingService booking;
    OfflineModel model;
    Conversations conversations;
    Agent agent;
};

void parsesAPhrase(benchmark::State &state)
{
    const std::array<QString, 4> phrases{u"next Tuesday at half past three for 45 minutes"_s, u"tmrw 3-4pm"_s,
                                         u"any afternoon next week"_s, wholeBooking};
    const WhenParser parser;
    const WhenContext context{*fromIsoLocal(u"2026-03-04T09:00"_s), newYork()};
    size_t next = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(parser.parse(phrases[next++ % phrases.size()], context));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(parsesAPhrase);

void offlineModelDecides(benchmark::State &state)
{
    const FakeClock clock;
    const OfflineModel model;
    ModelRequest request;
    request.context.now = clock.now();
    request.context.hostZone = newYork();
    request.context.speakerZone = newYork();
    for (int64_t i = 0; i < state.range(0); ++i)
        request.messages.append(
            {ChatMessage::Role::User, u"How about the week after next, in the afternoon?"_s, {}, {}, {}, clock.now()});
    request.messages.append({ChatMessage::Role::User, wholeBooking, {}, {}, {}, clock.now()});
    for (auto _ : state)
        benchmark::DoNotOptimize(model.reply(request));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(offlineModelDecides)->ArgName("messages_before")->Arg(0)->Arg(10)->Arg(30);

void agentTakesATurnInMemory(benchmark::State &state)
{
    FakeClock clock;
    MemoryStore store(clock);
    World world(store);
    Turn turn;
    turn.message = u"When are you free on Thursday?"_s;
    for (auto _ : state)
        benchmark::DoNotOptimize(await(world.agent.respond(turn, {})));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(agentTakesATurnInMemory)->Unit(benchmark::kMicrosecond);

void agentTakesATurnOnSqlite(benchmark::State &state)
{
    const QTemporaryDir folder;
    const SystemClock clock;
    const auto store = orDie(SqliteStore::open({folder.filePath(u"bench.sqlite"_s), clock}), "a new file");
    World world(*store);
    Turn turn;
    turn.message = u"When are you free on Thursday?"_s;
    for (auto _ : state)
        benchmark::DoNotOptimize(await(world.agent.respond(turn, {})));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(agentTakesATurnOnSqlite)->Unit(benchmark::kMicrosecond)->UseRealTime();

/// Four weeks of one host's free slots with so many events in the calendar.
void findsFreeSlots(benchmark::State &state)
{
    FakeClock clock;
    MemoryStore store(clock);
    World world(store);
    for (int64_t i = 0; i < state.range(0); ++i) {
        Event event;
        event.id = u"bench%1"_s.arg(static_cast<int>(i), 6, 10, QChar(u'0'));
        event.uid = event.id;
        event.zone = newYork();
        const Instant start = clock.now() + std::chrono::minutes(i * 20);
        event.when = {start, start + std::chrono::minutes(15)};
        orDie(await(world.calendar.insert(event, {})), "a new event");
    }
    const Interval window{clock.now(), clock.now() + std::chrono::days(28)};
    for (auto _ : state)
        benchmark::DoNotOptimize(await(world.booking.availability(window, std::chrono::minutes(30), 500, Actor{}, {})));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(findsFreeSlots)->ArgName("events")->Arg(0)->Arg(200)->Arg(2000)->Unit(benchmark::kMicrosecond);

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
