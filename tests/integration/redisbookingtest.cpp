// SPDX-License-Identifier: Apache-2.0
// The booking service of several instances on one Redis: nothing twice, nothing lost, also when replies are.
#include "core/booking/bookingservice.h"
#include "core/calendar/localcalendar.h"
#include "core/mail/filemailer.h"
#include "core/store/redis/redisstore.h"

#include "tests/integration/rediscuttingproxy.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/redisserver.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QTemporaryDir>

#include <array>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

const QString hostId = u"owner"_s;

Zone newYork()
{
    return *Zone::find(u"America/New_York"_s);
}

RedisOptions patient(const QString &url)
{
    RedisOptions options = orDie(RedisOptions::parse(url), "the URL is right");
    options.deadline = 10s; // the machine of the tests may be busy
    return options;
}

BookingService::Options hosted()
{
    BookingService::Options options;
    options.host.id = hostId;
    options.host.name = UntrustedText(u"Grace Hopper"_s);
    options.host.email = u"grace@example.org"_s;
    options.host.zone = newYork();
    return options;
}

BookingRequest wish()
{
    BookingRequest request;
    request.title = UntrustedText(u"Call with Ada"_s);
    request.start = newYork().toInstant(*fromIsoLocal(u"2026-03-10T14:00"_s));
    request.attendees = {{UntrustedText(u"Ada Lovelace"_s), u"ada@example.com"_s, {}}};
    request.guestZone = newYork();
    return request;
}

/// One server process of several. Its clock stands at Wednesday, March 4, 2026, 9:00 in New York.
struct Instance
{
    Instance(const QString &url, const QString &mailFolder)
        : store(patient(url)),
          calendar(store, hostId, clock),
          mailer(mailFolder),
          outbox(store, mailer, clock),
          service(hosted(), store, calendar, outbox, clock)
    {
    }

    FakeClock clock;
    RedisStore store;
    LocalCalendar calendar;
    FileMailer mailer;
    Outbox outbox;
    BookingService service;
};

} // namespace

TEST(RedisBooking, HasOneWinnerOfManyForOneSlotOnThreeInstances)
{
    if (!hasRedis())
        GTEST_SKIP() << "redis-server or redis-cli is not installed";
    constexpr int crowd = 48;
    RedisServer server;
    ASSERT_TRUE(server.start());
    CuttingProxy proxy(server.port());
    QTemporaryDir mails;
    std::array<std::unique_ptr<Instance>, 3> instances;
    for (auto &instance : instances) {
        instance = std::make_unique<Instance>(proxy.url(), mails.path());
        ASSERT_TRUE(await(instance->store.ping()));
    }
    proxy.cutEach(40);

    std::vector<QCoro::Task<Result<BookingOutcome>>> tasks;
    for (int i = 0; i < crowd; ++i)
        tasks.push_back(instances.at(static_cast<size_t>(i % 3))
                            ->service.book(wish(), {Actor::Role::Guest, u"guest%1"_s.arg(i)}, {}));
    int booked = 0;
    int taken = 0;
    for (auto &task : tasks) {
        const auto outcome = await(std::move(task));
        ASSERT_TRUE(outcome) << outcome.error().detail.toStdString();
        if (std::holds_alternative<Meeting>(*outcome))
            ++booked;
        else if (std::get<Refusal>(*outcome).reason == Refusal::Reason::Taken)
            ++taken;
    }
    EXPECT_EQ(booked, 1);
    EXPECT_EQ(taken, crowd - 1);
    EXPECT_GE(proxy.cuts(), 1);
    proxy.cutEach(0);
    EXPECT_TRUE(eventually([&] {
        return std::ranges::all_of(instances, [](const auto &instance) { return instance->outbox.isIdle(); });
    }));
    EXPECT_EQ(QDir(mails.path()).entryList({u"*.eml"_s}, QDir::Files).size(), 2)
        << "one for the guest, one for the host";
}

} // namespace ChatCal
