// SPDX-License-Identifier: Apache-2.0
#include "core/llm/modelchain.h"

#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedmodel.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QJsonArray>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ModelRequest request(std::chrono::milliseconds deadline = 20s)
{
    ModelRequest wish;
    wish.messages << ChatMessage{ChatMessage::Role::User, u"hi"_s, {}, {}, {}, Instant()};
    wish.deadline = deadline;
    const QJsonObject when{{u"when"_s, QJsonObject{{u"type"_s, u"string"_s}}}};
    wish.tools << ToolSpec{
        u"check_availability"_s, u"Free times."_s, {{u"type"_s, u"object"_s}, {u"properties"_s, when}}};
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
        options.retryPause = 2ms;
        options.onOutcome = [this](const ModelChain::Outcome &outcome) {
            outcomes.append(outcome.model + u' ' + outcome.outcome);
        };
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
    QStringList outcomes;
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
    for (const ErrorCode code : {ErrorCode::Protocol, ErrorCode::InvalidInput}) {
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
    first->fail(ErrorCode::Timeout).fail(ErrorCode::Protocol);
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
    first->fail(ErrorCode::Timeout);
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
    first->fail(ErrorCode::Protocol);
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

TEST_F(ModelChainTest, RepeatsOnceWhatCouldNotBeHad)
{
    first->fail(ErrorCode::Unavailable).say(u"now"_s);
    EXPECT_EQ(ask()->text, u"now"_s);
    first->fail(ErrorCode::Unavailable).fail(ErrorCode::Unavailable);
    second->say(u"hello"_s);
    EXPECT_EQ(ask()->model, u"second"_s);
    EXPECT_EQ(outcomes,
              (QStringList{u"first unavailable"_s, u"first ok"_s, u"first unavailable"_s, u"first unavailable"_s,
                           u"second ok"_s}));
}

TEST_F(ModelChainTest, RepeatsNothingThatMayHaveBeenDoneOrWasRefused)
{
    for (const ErrorCode code : {ErrorCode::Timeout, ErrorCode::Protocol, ErrorCode::InvalidInput}) {
        first->fail(code);
        second->say(u"hello"_s);
        EXPECT_EQ(ask()->model, u"second"_s);
        clock.advance(60s);
    }
}

TEST_F(ModelChainTest, RepeatsNothingWithoutTime)
{
    first->fail(ErrorCode::Unavailable);
    second->say(u"hello"_s);
    EXPECT_EQ(ask(2900ms)->model, u"second"_s);
}

TEST_F(ModelChainTest, LeavesALimitedModelAloneAsLongAsItAsks)
{
    first->then(
        {tl::unexpected(Error{ErrorCode::RateLimited, u"first: the rate limit is reached"_s, 45s, {}}), {}, {}});
    second->say(u"1"_s).say(u"2"_s);
    EXPECT_TRUE(ask());
    clock.advance(44s);
    EXPECT_EQ(ask()->model, u"second"_s);
    EXPECT_EQ(first->callCount(), 1);
    EXPECT_EQ(chain->status().first().reason, u"first: the rate limit is reached"_s);
    clock.advance(1s);
    first->say(u"back"_s);
    EXPECT_EQ(ask()->model, u"first"_s);
    EXPECT_TRUE(chain->status().first().reason.isEmpty());
}

TEST_F(ModelChainTest, SaysWhyAModelIsOutAndTriesItSeldom)
{
    first->then({failure(ErrorCode::Unauthorized, u"first: the key is wrong (HTTP 401)"_s), {}, {}});
    second->say(u"1"_s).say(u"2"_s);
    EXPECT_TRUE(ask());
    clock.advance(4min);
    EXPECT_TRUE(ask());
    EXPECT_EQ(first->callCount(), 1);
    const ModelChain::Status status = chain->status().first();
    EXPECT_FALSE(status.available);
    EXPECT_EQ(status.reason, u"first: the key is wrong (HTTP 401)"_s);
    EXPECT_TRUE(chain->status().at(1).latency.has_value());
    EXPECT_TRUE(chain->isAvailable());
}

namespace {

ScriptedModel::Step badCall(const QString &when, const QString &tool = u"check_availability"_s)
{
    return {ModelReply{{}, {ToolCall{u"1"_s, tool, {{u"when"_s, QJsonValue(QJsonArray{when})}}}}, {}, {}}, {}, {}};
}

} // namespace

TEST_F(ModelChainTest, TellsAModelOnceWhatIsWrongWithItsCalls)
{
    first->then(badCall(u"Monday"_s));
    first->then({ModelReply{{}, {ToolCall{u"2"_s, u"check_availability"_s, {{u"when"_s, u"Monday"_s}}}}, {}, {}},
                 [](const ModelRequest &seen) {
                     ASSERT_EQ(seen.messages.size(), 3);
                     EXPECT_EQ(seen.messages.at(1).toolCalls.first().name, u"check_availability"_s);
                     EXPECT_EQ(seen.messages.at(2).role, ChatMessage::Role::Tool);
                     EXPECT_EQ(seen.messages.at(2).toolCallId, seen.messages.at(1).toolCalls.first().id);
                     EXPECT_TRUE(seen.messages.at(2).text.contains(u"`when` must be of the type string"_s));
                 },
                 {}});
    const auto reply = ask();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->toolCalls.first().id, u"2"_s);
    EXPECT_EQ(outcomes, (QStringList{u"first malformed"_s, u"first ok"_s}));
}

TEST_F(ModelChainTest, GivesTheTurnToTheNextWhenCallsStayWrong)
{
    first->then(badCall(u"Monday"_s)).then(badCall(u"Monday"_s, u"no_such_tool"_s));
    second->then(
        {ModelReply{u"hello"_s, {}, {}, {}}, [](const ModelRequest &seen) { EXPECT_EQ(seen.messages.size(), 1); }, {}});
    EXPECT_EQ(ask()->model, u"second"_s);
    EXPECT_EQ(chain->status().first().reason, u"first: its tool calls cannot be run"_s);
}

TEST_F(ModelChainTest, LetsNoCallOutThatCouldNotBeRead)
{
    ToolCall half{u"1"_s, u"check_availability"_s, {}, u"The arguments are not a JSON object."_s};
    for (ScriptedModel *model : {first, second})
        for (int i = 0; i < 2; ++i)
            model->then({ModelReply{{}, {half}, {}, {}}, {}, {}});
    EXPECT_EQ(ask().error().code, ErrorCode::Protocol);
}

namespace {

class Ear final : public ReplyListener
{
public:
    void words(const QString &piece) override { heard.append(piece); }
    void restarted() override { heard.append(u"|"_s); }
    QStringList heard;
};

/// Says something and then fails, and goes on speaking when nobody listens any more.
class Babbler final : public ChatModel
{
public:
    [[nodiscard]] QString name() const override { return u"babbler"_s; }
    [[nodiscard]] bool isAvailable() const override { return true; }
    [[nodiscard]] QCoro::Task<Result<ModelReply>> complete(ModelRequest request, std::stop_token) override
    {
        const auto to = request.listener;
        kept = to;
        to->words(u"I am"_s);
        to->words(u" about"_s);
        co_return failure(ErrorCode::Protocol, u"broken"_s);
    }
    std::shared_ptr<ReplyListener> kept;
};

} // namespace

TEST(ModelChainListening, HearsOneModelAtATime)
{
    auto babbler = std::make_unique<Babbler>();
    Babbler *first = babbler.get();
    auto good = std::make_unique<ScriptedModel>(u"good"_s);
    good->then({ModelReply{u"hello"_s, {}, {}, {}},
                [first](const ModelRequest &request) {
                    first->kept->words(u"still talking"_s);
                    first->kept->restarted();
                    request.listener->words(u"hello"_s);
                },
                {}});
    std::vector<std::unique_ptr<ChatModel>> models;
    models.push_back(std::move(babbler));
    models.push_back(std::move(good));
    const FakeClock clock;
    ModelChain chain(std::move(models), clock);
    const auto ear = std::make_shared<Ear>();
    ModelRequest wish = request();
    wish.listener = ear;
    ASSERT_TRUE(await(chain.complete(wish, {})));
    first->kept->words(u"and now"_s);
    EXPECT_EQ(ear->heard, (QStringList{u"I am"_s, u" about"_s, u"|"_s, u"hello"_s}));
}

TEST(ModelChainListening, EndsWithItsCallerAtOnce)
{
    auto slow = std::make_unique<ScriptedModel>(u"slow"_s);
    slow->hang(60s);
    std::vector<std::unique_ptr<ChatModel>> models;
    models.push_back(std::move(slow));
    const FakeClock clock;
    ModelChain chain(std::move(models), clock);
    std::stop_source source;
    QTimer::singleShot(20ms, [&source] { source.request_stop(); });
    QElapsedTimer elapsed;
    elapsed.start();
    EXPECT_EQ(await(chain.complete(request(), source.get_token())).error().code, ErrorCode::Cancelled);
    EXPECT_LT(elapsed.elapsed(), 5000);
}
