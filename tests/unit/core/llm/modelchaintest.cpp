// SPDX-License-Identifier: Apache-2.0
#include "core/llm/modelchain.h"

#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedmodel.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ModelRequest request(std::chrono::milliseconds deadline = 20s)
{
    ModelRequest wish;
    wish.messages << ChatMessage{ChatMessage::Role::User, u"hi"_s, {}, {}, {}, Instant()};
    wish.deadline = deadline;
    return wish;
}

/// Two scripted models, "first" and "second", and the chain over them.
class ModelChainTest : public testing::Test
{
protected:
    ModelChainTest()
    {
        auto one = std::make_unique<ScriptedModel>(u"first"_s);
        auto two = std::make_unique<ScriptedModel>(u"second"_s);
        first = one.get();
        second = two.get();
        std::vector<std::unique_ptr<ChatModel>> models;
        models.push_back(std::move(one));
        models.push_back(std::move(two));
        ModelChain::Options options;
        options.circuit = {.failures = 2, .rest = 30s};
        options.reserve = 1s;
        chain = std::make_unique<ModelChain>(std::move(models), clock, options);
    }
    /// A model left alone at its deadline ends on the next turn of the loop.
    void TearDown() override
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    Result<ModelReply> ask(std::chrono::milliseconds deadline = 20s)
    {
        return await(chain->complete(request(deadline), {}));
    }

    FakeClock clock;
    ScriptedModel *first = nullptr;
    ScriptedModel *second = nullptr;
    std::unique_ptr<ModelChain> chain;
};

} // namespace

TEST_F(ModelChainTest, AsksTheFirstAndSaysWhoSpoke)
{
    first->say(u"hello"_s);
    const auto reply = ask();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->text, u"hello"_s);
    EXPECT_EQ(reply->model, u"first"_s);
    EXPECT_EQ(second->callCount(), 0);
}

TEST_F(ModelChainTest, FallsToTheNextWithinTheTurn)
{
    for (const ErrorCode code : {ErrorCode::Unavailable, ErrorCode::InvalidInput}) {
        first->fail(code);
        second->say(u"hello"_s);
        const auto reply = ask();
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->model, u"second"_s);
    }
}

TEST_F(ModelChainTest, PassesOverOneThatIsNotAvailable)
{
    first->setAvailable(false);
    second->say(u"hello"_s);
    EXPECT_EQ(ask()->model, u"second"_s);
    EXPECT_EQ(first->callCount(), 0);
    EXPECT_TRUE(chain->isAvailable());
    second->setAvailable(false);
    EXPECT_FALSE(chain->isAvailable());
    EXPECT_EQ(ask().error().code, ErrorCode::Unavailable);
}

TEST_F(ModelChainTest, RestsAModelThatFailsAndTriesItAgain)
{
    first->fail(ErrorCode::Timeout).fail(ErrorCode::RateLimited);
    second->say(u"1"_s).say(u"2"_s).say(u"3"_s);
    EXPECT_TRUE(ask());
    EXPECT_TRUE(ask());
    EXPECT_TRUE(ask()); // the first is not asked
    EXPECT_EQ(first->callCount(), 2);
    EXPECT_FALSE(chain->status().at(0).available);
    clock.advance(31s);
    first->say(u"back"_s);
    EXPECT_EQ(ask()->text, u"back"_s);
    EXPECT_TRUE(chain->status().at(0).available);
}

TEST_F(ModelChainTest, DoesNotBlameAModelForARequestThatDoesNotFit)
{
    for (int i = 0; i < 3; ++i) {
        first->fail(ErrorCode::InvalidInput);
        second->say(u"ok"_s);
        EXPECT_TRUE(ask());
    }
    EXPECT_TRUE(chain->status().at(0).available);
}

TEST_F(ModelChainTest, GivesTheLastErrorWhenAllFail)
{
    first->fail(ErrorCode::Unavailable);
    second->fail(ErrorCode::Protocol);
    EXPECT_EQ(ask().error().code, ErrorCode::Protocol);
}

TEST_F(ModelChainTest, KeepsTheReserveForTheLastModel)
{
    first->hang(60s);
    second->say(u"in time"_s);
    QElapsedTimer elapsed;
    elapsed.start();
    const auto reply = ask(1100ms);
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->model, u"second"_s);
    EXPECT_LT(elapsed.elapsed(), 1100);
    EXPECT_LE(first->requests().at(0).deadline, 100ms);
    EXPECT_GE(second->requests().at(0).deadline, 500ms);
}

TEST_F(ModelChainTest, SkipsTheFirstWhenOnlyTheReserveIsLeft)
{
    second->say(u"at once"_s);
    EXPECT_EQ(ask(800ms)->model, u"second"_s);
    EXPECT_EQ(first->callCount(), 0);
}

TEST_F(ModelChainTest, EndsAtTheDeadlineWhateverTheLastModelDoes)
{
    first->setAvailable(false);
    second->hang(60s);
    EXPECT_EQ(ask(50ms).error().code, ErrorCode::Timeout);
}

TEST_F(ModelChainTest, AsksNobodyForACallerWhoLeft)
{
    std::stop_source source;
    source.request_stop();
    const auto reply = await(chain->complete(request(), source.get_token()));
    EXPECT_EQ(reply.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(first->callCount(), 0);
}

TEST_F(ModelChainTest, PassesTheRequestOnUnchanged)
{
    first->fail(ErrorCode::Unavailable);
    second->then({ModelReply{{}, {ToolCall{u"1"_s, u"check_availability"_s, {}}}, {}, {}},
                  [](const ModelRequest &seen) {
                      ASSERT_EQ(seen.messages.size(), 1);
                      EXPECT_EQ(seen.messages.at(0).text, u"hi"_s);
                  },
                  {}});
    const auto reply = ask();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->toolCalls.at(0).name, u"check_availability"_s);
}
