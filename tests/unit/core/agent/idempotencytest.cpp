// SPDX-License-Identifier: Apache-2.0
#include "agentworld.h"

using namespace Qt::StringLiterals;
using namespace ChatCal;
using namespace std::chrono_literals;

namespace {

const QString key = u"6f1c7f2e-0b7a-4c5e-9d39-1f7c3b1a2e4d"_s;

class IdempotencyTest : public AgentWorld
{
};

/// Calls create_appointment for every message and says what came of it; any number of turns.
class BookingModel final : public ChatModel
{
public:
    [[nodiscard]] QString name() const override { return u"booking"_s; }
    [[nodiscard]] bool isAvailable() const override { return true; }
    [[nodiscard]] QCoro::Task<Result<ModelReply>> complete(ModelRequest request, std::stop_token) override
    {
        const ChatMessage last = request.messages.last();
        if (last.role == ChatMessage::Role::User)
            co_return ModelReply{{}, {{u"1"_s, u"create_appointment"_s, AgentWorld::adasCall()}}, {}, name()};
        const bool isBooked = last.text.contains("\"ok\":true"_L1);
        co_return ModelReply{isBooked ? u"Your meeting is booked."_s : u"That did not work."_s, {}, {}, name()};
    }
};

TEST_F(IdempotencyTest, ARepeatGetsTheSavedReplyAndBooksOnce)
{
    model.say(u"Hello"_s).callTool(u"create_appointment"_s, adasCall()).say(u"Booked."_s);
    const QString session = answer(guestSays(u"Hi"_s)).sessionId;
    const TurnResult first = answer(guestSays(u"Book"_s, session, key));
    clock.advance(5min);
    const TurnResult second = answer(guestSays(u"Book"_s, session, key));
    EXPECT_EQ(first.json, second.json);
    EXPECT_EQ(second.reply.toolsUsed, QStringList{u"create_appointment"_s});
    EXPECT_EQ(model.callCount(), 3);
    EXPECT_EQ(allMeetings().size(), 1);
    EXPECT_TRUE(await(store.acquire(Conversations::partition(session), u"turn"_s, 1s)));
}

TEST_F(IdempotencyTest, ARepeatOfAFirstMessageOpensNoSecondTalk)
{
    model.callTool(u"create_appointment"_s, adasCall()).say(u"Booked."_s);
    const TurnResult first = answer(guestSays(u"Book"_s, {}, key));
    restart(); // nor does another process
    const TurnResult second = answer(guestSays(u"Book"_s, {}, key));
    EXPECT_EQ(first.json, second.json);
    EXPECT_EQ(allMeetings().size(), 1);
}

TEST_F(IdempotencyTest, AFirstMessageOpensNoTalkThatHasGoneOn)
{
    model.say(u"Hello"_s).say(u"Yes"_s);
    const QString session = answer(guestSays(u"Hi"_s, {}, key)).sessionId;
    answer(guestSays(u"It's me"_s, session));
    const auto guessed = respond(guestSays(u"Hi"_s, {}, key));
    ASSERT_FALSE(guessed);
    EXPECT_EQ(guessed.error().code, ErrorCode::InvalidInput);
}

TEST_F(IdempotencyTest, OtherWordsWithoutASessionAreAnotherTalk)
{
    model.say(u"One"_s).say(u"Two"_s);
    const TurnResult first = answer(guestSays(u"Hi"_s, {}, key));
    const TurnResult second = answer(guestSays(u"Hello"_s, {}, key));
    EXPECT_NE(first.sessionId, second.sessionId);
}

TEST_F(IdempotencyTest, RefusesTheKeyWithOtherWords)
{
    model.say(u"Hello"_s);
    const QString session = answer(guestSays(u"Hi"_s, {}, key)).sessionId;
    const auto result = respond(guestSays(u"Something else"_s, session, key));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::InvalidInput);
    ASSERT_EQ(result.error().fields.size(), 1);
    EXPECT_EQ(result.error().fields.first().field, u"Idempotency-Key"_s);
}

TEST_F(IdempotencyTest, AKeyInFlightIsAConflict)
{
    model.say(u"Hello"_s);
    const QString session = answer(guestSays(u"Hi"_s)).sessionId;
    model.then({ModelReply{u"ok"_s, {}, {}, {}}, {}, 20ms});
    auto first = agent->respond(guestSays(u"Book"_s, session, key), {});
    const auto second = respond(guestSays(u"Book"_s, session, key));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Conflict);
    EXPECT_TRUE(await(std::move(first)));
}

TEST_F(IdempotencyTest, KeepsTheNewestEightKeys)
{
    model.say(u"Hello"_s);
    const QString session = answer(guestSays(u"Hi"_s)).sessionId;
    for (int i = 0; i < 9; ++i) {
        model.say(QString::number(i));
        answer(guestSays(u"Say %1"_s.arg(i), session, u"key-%1"_s.arg(i)));
    }
    const auto talk = await(conversations->load(session));
    ASSERT_TRUE(talk);
    EXPECT_EQ(talk->answered.size(), 8);
    EXPECT_EQ(answer(guestSays(u"Say 1"_s, session, u"key-1"_s)).reply.text, u"1"_s);
}

/// A world of its own for each run.
class World final : public AgentWorld
{
    void TestBody() override { }
};

/// The client repeats with its key until it is answered, whichever store call failed before: booked once, said truly.
class FailingStore : public testing::TestWithParam<int>
{
};

TEST_P(FailingStore, BooksOnceWhicheverCallFails)
{
    for (const auto applied : {MemoryStore::Applied::No, MemoryStore::Applied::Yes}) {
        World world;
        BookingModel bookingModel;
        world.restartWith(bookingModel);
        world.store.failCall(GetParam(), ErrorCode::Timeout, applied);
        auto result = world.respond(AgentWorld::guestSays(u"Book"_s, {}, key));
        for (int repeat = 0; repeat < 3 && !result; ++repeat) {
            world.clock.advance(30s); // a lease whose release was lost runs out
            world.restartWith(bookingModel);
            ASSERT_TRUE(await(world.booking->recover()));
            result = world.respond(AgentWorld::guestSays(u"Book"_s, {}, key));
        }
        ASSERT_TRUE(result) << errorName(result.error().code).toStdString();
        if (world.store.calls() < GetParam())
            return; // nothing failed, and so nothing will with a later call
        int confirmed = 0;
        const QList<Meeting> meetings = world.allMeetings();
        for (const Meeting &meeting : meetings)
            confirmed += meeting.status == MeetingStatus::Confirmed;
        const bool isTold = result->reply.text.contains("is booked"_L1);
        EXPECT_LE(confirmed, 1);
        if (isTold) {
            EXPECT_EQ(confirmed, 1);
            EXPECT_EQ(AgentWorld::kinds(result->reply.cards), u"meeting"_s);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(EachCall, FailingStore, testing::Range(1, 26));

} // namespace
