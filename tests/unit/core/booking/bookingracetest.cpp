// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/core/booking/bookingworld.h"

#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::IsEmpty;

namespace ChatCal {
namespace {

constexpr int crowd = 32;

class BookingRace : public BookingWorld
{
public:
    using Tasks = std::vector<QCoro::Task<Result<BookingOutcome>>>;
    struct Tally
    {
        QStringList booked; ///< UIDs
        int taken = 0;
        int offered = 0; ///< of the taken, those with alternatives
        int errors = 0;
    };
    static Tally tally(Tasks tasks)
    {
        Tally tally;
        for (auto &task : tasks) {
            const auto outcome = await(std::move(task));
            if (!outcome) {
                ++tally.errors;
            } else if (const auto *meeting = std::get_if<Meeting>(&*outcome)) {
                tally.booked.append(meeting->uid);
            } else if (const auto &refusal = std::get<Refusal>(*outcome); refusal.reason == Refusal::Reason::Taken) {
                ++tally.taken;
                tally.offered += refusal.alternatives.isEmpty() ? 0 : 1;
            }
        }
        return tally;
    }
};

TEST_F(BookingRace, OfManyForOneSlotHasOneWinnerAndOffersTheOthersMore)
{
    Tasks tasks;
    for (int i = 0; i < crowd; ++i)
        tasks.push_back(service->book(request(), {Actor::Role::Guest, u"guest%1"_s.arg(i)}, {}));
    const Tally result = tally(std::move(tasks));
    EXPECT_EQ(result.booked.size(), 1);
    EXPECT_EQ(result.taken, crowd - 1);
    EXPECT_EQ(result.offered, crowd - 1);
    EXPECT_EQ(calendar.events().size(), 1);
    EXPECT_EQ(allMeetings().size(), 1);
    ASSERT_TRUE(allMailSent());
    EXPECT_EQ(mailer.kept.size(), 2);
}

TEST_F(BookingRace, OfTwoProcessesHasOneWinnerToo)
{
    const auto otherStore = store.another();
    const auto otherCalendar = calendar.another();
    Outbox otherOutbox(*otherStore, mailer, clock);
    BookingService other(options(), *otherStore, *otherCalendar, otherOutbox, clock);
    Tasks tasks;
    for (int i = 0; i < crowd; ++i) {
        BookingService &one = i % 2 == 0 ? *service : other;
        BookingRequest wish = request();
        wish.start += i % 3 * 10min; // they overlap without being the same
        tasks.push_back(one.book(wish, {Actor::Role::Guest, u"guest%1"_s.arg(i)}, {}));
    }
    const Tally result = tally(std::move(tasks));
    EXPECT_EQ(result.booked.size(), 1);
    EXPECT_EQ(result.taken, crowd - 1);
    EXPECT_EQ(calendar.events().size(), 1);
    ASSERT_TRUE(eventually([&] { return outbox->isIdle() && otherOutbox.isIdle(); }));
}

TEST_F(BookingRace, OfOneKeyWithItselfBooksOnce)
{
    BookingRequest wish = request();
    wish.idempotencyKey = u"the same"_s;
    Tasks tasks;
    for (int i = 0; i < crowd; ++i)
        tasks.push_back(service->book(wish, guest(), {}));
    const Tally result = tally(std::move(tasks));
    ASSERT_EQ(result.booked.size(), crowd);
    for (const QString &uid : result.booked)
        EXPECT_EQ(uid, result.booked.first());
    EXPECT_EQ(calendar.events().size(), 1);
    ASSERT_TRUE(allMailSent());
    EXPECT_EQ(mailer.kept.size(), 2);
}

TEST_F(BookingRace, OfMovesAndBookingsLeavesNoTwoAtOneTime)
{
    const Meeting first = book(request("2026-03-10T09:00"));
    const Meeting second = book(request("2026-03-10T10:00"));
    ChangeRequest move;
    move.start = at("2026-03-10T11:00");
    Tasks tasks;
    tasks.push_back(service->change(first.uid, move, guest(), {}));
    tasks.push_back(service->change(second.uid, move, guest(), {}));
    tasks.push_back(service->book(request("2026-03-10T11:00"), guest("cccc"), {}));
    const Tally result = tally(std::move(tasks));
    EXPECT_EQ(result.booked.size(), 1);
    EXPECT_EQ(result.taken, 2);
    const auto meetings = allMeetings();
    for (qsizetype i = 1; i < meetings.size(); ++i)
        EXPECT_FALSE(meetings[i].when.overlaps(meetings[i - 1].when));
    EXPECT_EQ(calendar.events().size(), meetings.size());
}

/// The lease runs out while the calendar is slow, and another process takes over in the middle: before the event is
/// there (Insert) or after (Inserted).
class LostLease : public BookingRace
{
public:
    void SetUp() override
    {
        BookingRace::SetUp();
        otherStore = store.another();
        otherCalendar = calendar.another();
        otherOutbox = std::make_unique<Outbox>(*otherStore, mailer, clock);
        other = std::make_unique<BookingService>(options(), *otherStore, *otherCalendar, *otherOutbox, clock);
    }
    std::function<void(const QString &)> takeOverAt(const QString &call)
    {
        return [this, call](const QString &now) {
            if (now != call || isTaken)
                return;
            isTaken = true;
            clock.advance(16s); // the lease is over
            theirs = await(other->book(request(), guest("bbbb"), {}));
        };
    }
    void expectOne(const QString &uid)
    {
        calendar.onCall({});
        calendar.onDone({});
        ASSERT_TRUE(await(service->recover()));
        EXPECT_EQ(calendar.events().size(), 1);
        ASSERT_EQ(allMeetings().size(), 1);
        EXPECT_EQ(allMeetings().first().uid, uid);
        EXPECT_THAT(store.keys(u"host:owner"_s).filter(u"intent:"_s), IsEmpty());
        ASSERT_TRUE(eventually([&] { return outbox->isIdle() && otherOutbox->isIdle(); }));
        EXPECT_EQ(mailer.kept.size(), 2);
    }

    std::unique_ptr<MemoryStore> otherStore;
    std::unique_ptr<FakeCalendar> otherCalendar;
    std::unique_ptr<Outbox> otherOutbox;
    std::unique_ptr<BookingService> other;
    bool isTaken = false;
    Result<BookingOutcome> theirs = failure(ErrorCode::Internal, u"not asked yet"_s);
};

TEST_F(LostLease, BeforeTheEventIsThereTheOtherHasTheSlotAndOursLeavesNothing)
{
    calendar.onCall(takeOverAt(u"insert"_s));
    const auto ours = tryBook(request(), guest());
    EXPECT_FALSE(ours && std::holds_alternative<Meeting>(*ours)) << "both were told it is theirs";
    expectOne(takeMeeting(theirs).uid);
}

TEST_F(LostLease, AfterTheEventIsThereTheOtherFinishesOursForUs)
{
    calendar.onDone(takeOverAt(u"insert"_s));
    const auto ours = tryBook(request(), guest());
    EXPECT_EQ(takeRefusal(theirs).reason, Refusal::Reason::Taken);
    expectOne(takeMeeting(ours).uid);
}

} // namespace
} // namespace ChatCal
