// SPDX-License-Identifier: Apache-2.0
// What holds for every model behind HTTP, on both wire formats.
#include "remoteworld.h"

#include <QElapsedTimer>
#include <QJsonArray>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

class RemoteModelTest : public testing::TestWithParam<ModelFormat>
{
protected:
    RemoteWorld world{GetParam()};
    void TearDown() override { EXPECT_EQ(world.server.unasked(), 0); }
};

INSTANTIATE_TEST_SUITE_P(Formats, RemoteModelTest, testing::Values(ModelFormat::OpenAi, ModelFormat::Anthropic),
                         formatName);

TEST_P(RemoteModelTest, ReadsWordsHoweverTheyAreCut)
{
    const QString words = QString::fromUtf8("Tuesday 10:00–10:30, Żółć 岡本 🦜🧑‍🚀 \"done\"\n\\ end");
    for (const qsizetype piece : {0, 1, 2, 3, 5, 7, 64, 4096}) {
        FakeAnswer answer = RemoteWorld::saying(words);
        answer.piece = piece;
        answer.isChunked = piece != 5;
        world.server.then(answer);
        ModelRequest request = RemoteWorld::request();
        const auto notes = std::make_shared<Notes>();
        request.listener = notes;
        const auto reply = world.ask(request);
        ASSERT_TRUE(reply) << piece << reply.error().detail.toStdString();
        EXPECT_EQ(reply->text, words) << piece;
        EXPECT_EQ(notes->heard(), words) << piece;
        EXPECT_GT(notes->pieces.size(), 3);
    }
}

TEST_P(RemoteModelTest, PutsCallsTogetherHoweverTheyAreCut)
{
    for (const qsizetype piece : {0, 1, 3, 64, 4096}) {
        FakeAnswer answer = RemoteWorld::saying(u"One moment."_s);
        answer.reply.toolCalls = {{u"toolu_1"_s, u"book"_s, {{"when"_L1, u"Żółć \"9\" 🦜"_s}, {"name"_L1, u"Ada"_s}}},
                                  {u"toolu_2"_s, u"book"_s, {}},
                                  {u"toolu_3"_s, u"book"_s, {{"when"_L1, u"Tuesday"_s}}}};
        answer.piece = piece;
        world.server.then(answer);
        const auto reply = world.ask();
        ASSERT_TRUE(reply) << piece << reply.error().detail.toStdString();
        EXPECT_EQ(reply->text, u"One moment."_s);
        ASSERT_EQ(reply->toolCalls.size(), 3);
        for (qsizetype i = 0; i < 3; ++i) {
            EXPECT_EQ(reply->toolCalls.at(i).arguments, answer.reply.toolCalls.at(i).arguments);
            EXPECT_EQ(reply->toolCalls.at(i).id, answer.reply.toolCalls.at(i).id);
            EXPECT_TRUE(reply->toolCalls.at(i).malformed.isEmpty());
        }
    }
}

TEST_P(RemoteModelTest, UnderstandsJsonInPlaceOfAStream)
{
    FakeAnswer words = RemoteWorld::saying(u"Monday is free."_s);
    words.asJson = true;
    words.piece = 10;
    world.server.then(words);
    ModelRequest request = RemoteWorld::request();
    const auto notes = std::make_shared<Notes>();
    request.listener = notes;
    EXPECT_EQ(world.outcome(request), "Monday is free.");
    EXPECT_EQ(notes->heard(), u"Monday is free."_s);
    FakeAnswer call = RemoteWorld::calling();
    call.asJson = true;
    world.server.then(call);
    const auto reply = world.ask();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->toolCalls.first().arguments["when"_L1].toString(), u"Monday at 9"_s);
}

TEST_P(RemoteModelTest, TellsWhatItCost)
{
    FakeAnswer answer = RemoteWorld::saying(u"Hello"_s);
    answer.reply.usage = {1234, 56, {}};
    answer.delay = 20ms;
    world.server.then(answer);
    const auto reply = world.ask();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->usage.promptTokens, 1234);
    EXPECT_EQ(reply->usage.completionTokens, 56);
    ASSERT_TRUE(reply->usage.firstToken);
    EXPECT_GE(*reply->usage.firstToken, 15ms);
}

TEST_P(RemoteModelTest, LetsWordsOutAsTheyCome)
{
    FakeAnswer answer = RemoteWorld::saying(u"One two three four five six seven eight"_s);
    answer.pause = 20ms;
    world.server.then(answer);
    ModelRequest request = RemoteWorld::request();
    const auto notes = std::make_shared<Notes>();
    request.listener = notes;
    auto task = world.model->complete(request, {});
    EXPECT_TRUE(eventually([&] { return !notes->pieces.isEmpty(); }));
    EXPECT_LT(notes->heard().size(), answer.reply.text.size()) << "the first words came with the last";
    EXPECT_TRUE(await(std::move(task)));
}

struct Expected
{
    FakeError error;
    ErrorCode code;
    const char *words;
};

TEST_P(RemoteModelTest, UnderstandsEveryDocumentedError)
{
    for (const Expected &expected :
         {Expected{FakeError::WrongKey, ErrorCode::Unauthorized, "the key is wrong (HTTP 401"},
          Expected{FakeError::NoCredit, ErrorCode::Unauthorized, "the account has no credit"},
          Expected{FakeError::Forbidden, ErrorCode::Unauthorized, "the key may not use this"},
          Expected{FakeError::UnknownModel, ErrorCode::NotFound, "there is no such model"},
          Expected{FakeError::TooManyTokens, ErrorCode::InvalidInput, "the request is too long"},
          Expected{FakeError::TooLarge, ErrorCode::InvalidInput, "the request is too long"},
          Expected{FakeError::RateLimited, ErrorCode::RateLimited, "the rate limit is reached"},
          Expected{FakeError::Fault, ErrorCode::Unavailable, "it has a fault (HTTP 500"},
          Expected{FakeError::Unavailable, ErrorCode::Unavailable, "it is overloaded"},
          Expected{FakeError::Overloaded, ErrorCode::Unavailable, "it is overloaded"}}) {
        world.server.refuse(expected.error);
        const auto reply = world.ask();
        ASSERT_FALSE(reply);
        EXPECT_EQ(reply.error().code, expected.code) << expected.words;
        EXPECT_THAT(reply.error().detail.toStdString(),
                    StartsWith(world.model->name().toStdString() + ": " + expected.words));
        EXPECT_FALSE(reply.error().detail.contains("fake"_L1)) << "a vendor's words may name what is nobody's business";
        if (expected.code == ErrorCode::RateLimited) {
            EXPECT_EQ(reply.error().retryAfter, 7s);
        } else {
            EXPECT_FALSE(reply.error().retryAfter);
        }
    }
}

TEST_P(RemoteModelTest, AsksOnceMoreWithLessWhenTheTalkIsTooLong)
{
    for (const FakeError error : {FakeError::TooManyTokens, FakeError::TooLarge}) {
        world.server.refuse(error).say(u"Better."_s);
        ModelRequest request = RemoteWorld::request(u"first"_s);
        for (int i = 0; i < 4; ++i) {
            ChatMessage calling{ChatMessage::Role::Assistant, {}, {{u"a"_s, u"book"_s, {}}}, {}, {}, Instant()};
            request.messages << calling
                             << ChatMessage{ChatMessage::Role::Tool, u"{}"_s, {}, u"a"_s, u"book"_s, Instant()}
                             << ChatMessage{ChatMessage::Role::Assistant, u"ok"_s, {}, {}, {}, Instant()}
                             << ChatMessage{ChatMessage::Role::User, u"again"_s, {}, {}, {}, Instant()};
        }
        EXPECT_EQ(world.outcome(request), "Better.");
        const auto bodies = world.server.bodies();
        EXPECT_LT(bodies.last()["messages"_L1].toArray().size(),
                  bodies.at(bodies.size() - 2)["messages"_L1].toArray().size() * 2 / 3);
        world.server.refuse(error).refuse(error);
        EXPECT_THAT(world.outcome(request), StartsWith("invalid_input")) << "it asks twice, not for ever";
    }
    EXPECT_EQ(world.server.refusals(), 0) << "the shorter talk broke a rule";
}

TEST_P(RemoteModelTest, TakesABrokenAnswerForNone)
{
    const auto raw = [this](const QByteArray &body) {
        FakeAnswer answer;
        answer.raw = body;
        world.server.then(answer);
        return world.outcome();
    };
    const QByteArray good = world.server.streamOf(RemoteWorld::saying(u"Hello"_s).reply);
    EXPECT_THAT(raw("data: {\"choices\": [\n\n"), StartsWith("protocol"));
    EXPECT_THAT(raw("data: nonsense\n\n"), StartsWith("protocol"));
    EXPECT_THAT(raw("<html>gateway</html>"), StartsWith("unavailable"));
    EXPECT_THAT(raw(""), StartsWith("unavailable"));
    EXPECT_THAT(raw("{\"a\":"), StartsWith("protocol"));
    EXPECT_THAT(raw("{}"), StartsWith("protocol"));
    EXPECT_THAT(raw("data: [1, 2]\n\n"), StartsWith("protocol"));
    EXPECT_THAT(raw(good.left(good.size() / 2)), StartsWith("unavailable"));
    EXPECT_THAT(raw(QByteArray(good).replace("Hello", "H\xff\xfello")), StartsWith("protocol"));
    EXPECT_THAT(raw(QByteArray(good).replace("Hello", "H\xc3llo")), StartsWith("protocol"));
    EXPECT_THAT(raw(QByteArray(good).replace("Hello", QByteArray("H\0llo", 5))), StartsWith("protocol"));
    EXPECT_EQ(raw(good), "Hello");
    EXPECT_EQ(raw("\n\n: a comment\r\n\r\n" + good), "Hello");
    EXPECT_THAT(raw("data: " + QByteArray(2'000'000, 'x') + "\n\n"), StartsWith("protocol"));
}

TEST_P(RemoteModelTest, TakesAnEmptyAnswerForNone)
{
    world.server.then(RemoteWorld::saying({})).then(RemoteWorld::saying(u" \n"_s));
    EXPECT_THAT(world.outcome(), HasSubstr("the answer is empty"));
    EXPECT_THAT(world.outcome(), HasSubstr("the answer is empty"));
}

TEST_P(RemoteModelTest, NeedsNoGoodByeAfterTheLastThatMatters)
{
    FakeAnswer answer = RemoteWorld::saying(u"Hello"_s);
    answer.cutAt = world.server.streamOf(answer.reply).size();
    for (const auto ending : {FakeAnswer::Ending::Cut, FakeAnswer::Ending::Stall}) {
        answer.ending = ending;
        world.server.then(answer);
        QElapsedTimer elapsed;
        elapsed.start();
        EXPECT_EQ(world.outcome(), "Hello");
        EXPECT_LT(elapsed.elapsed(), 2000);
    }
}

TEST_P(RemoteModelTest, EndsAnAnswerThatDoesNotEnd)
{
    FakeAnswer answer = RemoteWorld::saying(QString(3000, u'x'));
    const QByteArray stream = world.server.streamOf(answer.reply);
    answer.raw = stream.left(stream.indexOf("xxx", stream.size() / 2));
    answer.raw = answer.raw->left(answer.raw->lastIndexOf("\n\n") + 2);
    answer.ending = FakeAnswer::Ending::Endless;
    world.server.then(answer);
    EXPECT_THAT(world.outcome(), HasSubstr("does not end"));
}

TEST_P(RemoteModelTest, RefusesAHundredCallsAtOnce)
{
    FakeAnswer answer;
    for (int i = 0; i < 100; ++i)
        answer.reply.toolCalls.append({u"toolu_%1"_s.arg(i), u"book"_s, {{"when"_L1, u"Monday"_s}}});
    world.server.then(answer);
    EXPECT_THAT(world.outcome(), HasSubstr("more than 8 tool calls"));
    answer.asJson = true;
    world.server.then(answer);
    EXPECT_THAT(world.outcome(), HasSubstr("more than 8 tool calls"));
    answer.asJson = false;
    answer.reply.toolCalls.resize(8);
    world.server.then(answer);
    EXPECT_EQ(world.ask()->toolCalls.size(), 8);
}

TEST_P(RemoteModelTest, GivesEveryCallAnIdOfItsOwn)
{
    FakeAnswer answer;
    answer.reply.toolCalls = {{u"a"_s, u"book"_s, {{"when"_L1, u"1"_s}}}, {{}, u"book"_s, {{"when"_L1, u"2"_s}}}};
    world.server.then(answer);
    const auto reply = world.ask();
    ASSERT_TRUE(reply);
    ASSERT_EQ(reply->toolCalls.size(), 2);
    EXPECT_FALSE(reply->toolCalls.at(1).id.isEmpty());
    EXPECT_NE(reply->toolCalls.at(0).id, reply->toolCalls.at(1).id);
}

TEST_P(RemoteModelTest, MarksACallItCannotRead)
{
    for (const QString &arguments : {u"{\"when\": \"Mon"_s, u"nonsense"_s, u"[1,2]"_s, u"\"Monday\""_s}) {
        FakeAnswer answer;
        answer.reply.toolCalls = {{u"a"_s, u"book"_s, {}, arguments}};
        world.server.then(answer);
        const auto reply = world.ask();
        ASSERT_TRUE(reply) << arguments.toStdString();
        EXPECT_FALSE(reply->toolCalls.first().malformed.isEmpty()) << arguments.toStdString();
    }
}

TEST_P(RemoteModelTest, TellsTheConnectionWhenItsCallerLeaves)
{
    FakeAnswer answer = RemoteWorld::saying(u"One two three four five"_s);
    answer.pause = 50ms;
    world.server.then(answer);
    std::stop_source source;
    const auto notes = std::make_shared<Notes>();
    ModelRequest request = RemoteWorld::request();
    request.listener = notes;
    auto task = world.model->complete(request, source.get_token());
    EXPECT_TRUE(eventually([&] { return !notes->pieces.isEmpty(); }));
    source.request_stop();
    EXPECT_EQ(await(std::move(task)).error().code, ErrorCode::Cancelled);
    const qsizetype heard = notes->pieces.size();
    EXPECT_TRUE(eventually([this] { return world.server.http().disconnections() == 1; }));
    EXPECT_EQ(notes->pieces.size(), heard) << "it spoke after its answer";
}

TEST_P(RemoteModelTest, KeepsItsConnection)
{
    for (int i = 0; i < 5; ++i) {
        world.server.say(u"Hello"_s);
        EXPECT_EQ(world.outcome(), "Hello");
    }
    EXPECT_EQ(world.server.http().connections(), 1);
}

TEST_P(RemoteModelTest, OutlivesItsClient)
{
    auto http = std::make_unique<HttpClient>();
    OpenAiOptions options;
    options.baseUrl = world.server.baseUrl();
    const auto model = std::make_unique<OpenAiModel>(options, *http, world.clock);
    FakeAnswer answer = RemoteWorld::saying(u"Hello"_s);
    answer.delay = 10s;
    auto task = model->complete(RemoteWorld::request(), {});
    http.reset();
    EXPECT_EQ(await(std::move(task)).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(await(model->complete(RemoteWorld::request(), {})).error().code, ErrorCode::Cancelled);
}

TEST_P(RemoteModelTest, SaysWhenNobodyIsThere)
{
    OpenAiOptions options;
    options.baseUrl = QUrl(u"http://127.0.0.1:1/v1"_s);
    OpenAiModel model(options, world.http, world.clock);
    const auto reply = await(model.complete(RemoteWorld::request(), {}));
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, ErrorCode::Unavailable);
}

TEST_P(RemoteModelTest, ChecksAddressKeyAndModel)
{
    world.server.say(u"ready"_s);
    EXPECT_TRUE(await(world.model->check({})));
    world.server.refuse(FakeError::WrongKey);
    EXPECT_EQ(await(world.model->check({})).error().code, ErrorCode::Unauthorized);
    EXPECT_EQ(world.server.refusals(), 0);
}

class ImpatientModelTest : public testing::TestWithParam<ModelFormat>
{
protected:
    RemoteWorld world{GetParam(), {200ms, 150ms}};
};

INSTANTIATE_TEST_SUITE_P(Formats, ImpatientModelTest, testing::Values(ModelFormat::OpenAi, ModelFormat::Anthropic),
                         formatName);

TEST_P(ImpatientModelTest, WaitsForTheFirstWordOnlySoLong)
{
    FakeAnswer answer = RemoteWorld::saying(u"late"_s);
    answer.delay = 30s;
    world.server.then(answer);
    EXPECT_THAT(world.outcome(), HasSubstr("no answer came in time"));
}

TEST_P(ImpatientModelTest, WaitsForTheNextPieceOnlySoLong)
{
    FakeAnswer answer = RemoteWorld::saying(u"One two three"_s);
    answer.ending = FakeAnswer::Ending::Stall;
    answer.cutAt = world.server.streamOf(answer.reply).indexOf("three") - 60;
    world.server.then(answer);
    EXPECT_THAT(world.outcome(), HasSubstr("stalled"));
}

TEST_P(ImpatientModelTest, IsNotKeptWaitingBySignsOfLifeAlone)
{
    FakeAnswer answer;
    answer.raw = GetParam() == ModelFormat::OpenAi ? ": keep-alive\n\n" : "event: ping\ndata: {\"type\": \"ping\"}\n\n";
    answer.pause = 20ms;
    answer.ending = FakeAnswer::Ending::Endless;
    world.server.then(answer);
    EXPECT_THAT(world.outcome(), HasSubstr("no answer came in time"));
}

TEST_P(ImpatientModelTest, EndsAtTheDeadlineHoweverBusyTheModelIs)
{
    FakeAnswer answer = RemoteWorld::saying(QString(3000, u'x'));
    answer.pause = 10ms;
    world.server.then(answer);
    ModelRequest request = RemoteWorld::request();
    request.deadline = 400ms;
    QElapsedTimer elapsed;
    elapsed.start();
    EXPECT_THAT(world.outcome(request), StartsWith("timeout"));
    EXPECT_LT(elapsed.elapsed(), 3000);
}

} // namespace
