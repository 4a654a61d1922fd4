// SPDX-License-Identifier: Apache-2.0
// A whole turn that books, while the first model's answers are cut off, stalled or garbled: booked once, and told so.
#include "agentworld.h"
#include "core/llm/anthropicmodel.h"
#include "core/llm/modelchain.h"
#include "core/llm/offlinemodel.h"
#include "core/llm/openaimodel.h"
#include "tests/support/fakemodelserver.h"

#include <QJsonArray>
#include <QMap>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ChatCal;

namespace {

/// A world of its own for each try.
class Stage final : public AgentWorld
{
public:
    void TestBody() override { }
};

struct Case
{
    ModelFormat format;
    FakeAnswer::Ending ending;
    qsizetype stride; ///< every so many bytes
};

std::string caseName(const testing::TestParamInfo<Case> &info)
{
    const std::string format = info.param.format == ModelFormat::OpenAi ? "OpenAi" : "Anthropic";
    switch (info.param.ending) {
    case FakeAnswer::Ending::Cut:
        return format + "Cut";
    case FakeAnswer::Ending::Stall:
        return format + "Stall";
    default:
        return format + "Garbage";
    }
}

class ModelFaults : public testing::TestWithParam<Case>
{
protected:
    ModelFaults() : m_server(GetParam().format)
    {
        m_server.setManner([this](const ModelRequest &asked, const ModelReply &reply) {
            FakeAnswer answer;
            const qsizetype exchange = asked.messages.size();
            m_sizes.insert(exchange, m_server.streamOf(reply).size());
            if (exchange == m_faultyExchange) {
                answer.ending = GetParam().ending;
                answer.cutAt = m_place;
            }
            return answer;
        });
    }

    std::unique_ptr<ModelChain> chain()
    {
        std::vector<std::unique_ptr<ChatModel>> models;
        if (GetParam().format == ModelFormat::OpenAi) {
            OpenAiOptions options;
            options.baseUrl = m_server.baseUrl();
            options.key = Secret(FakeModelServer::key());
            options.silenceTimeout = 100ms;
            options.firstTokenTimeout = 600ms;
            models.push_back(std::make_unique<OpenAiModel>(options, m_http, m_clock));
        } else {
            AnthropicOptions options;
            options.baseUrl = m_server.baseUrl();
            options.key = Secret(FakeModelServer::key());
            options.silenceTimeout = 100ms;
            options.firstTokenTimeout = 600ms;
            models.push_back(std::make_unique<AnthropicModel>(options, m_http, m_clock));
        }
        models.push_back(std::make_unique<OfflineModel>());
        ModelChain::Options options;
        options.retryPause = 1ms;
        return std::make_unique<ModelChain>(std::move(models), m_clock, options);
    }

    /// One turn in a new world; true when the first model had the last word.
    bool book()
    {
        const auto speaker = chain();
        Stage stage;
        stage.restartWith(*speaker);
        const QString words = u"Book a 30 minute call on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s;
        const auto result = stage.respond(AgentWorld::guestSays(words));
        EXPECT_TRUE(result) << where();
        if (!result)
            return false;
        const QList<Meeting> meetings = stage.allMeetings();
        EXPECT_EQ(meetings.size(), 1) << where();
        EXPECT_EQ(AgentWorld::kinds(result->reply.cards).count(u"meeting"_s), 1) << where();
        for (const auto &card : result->reply.cards) {
            if (card["kind"_L1].toString() != "meeting"_L1 || meetings.isEmpty())
                continue;
            EXPECT_EQ(card["meeting"_L1]["id"_L1].toString(), meetings.first().id) << where();
            EXPECT_EQ(card["meeting"_L1]["status"_L1].toString(), u"confirmed"_s) << where();
        }
        EXPECT_FALSE(result->reply.text.isEmpty()) << where();
        EXPECT_FALSE(result->reply.text.contains("To be clear"_L1)) << where() << result->reply.text.toStdString();
        return result->reply.model != "offline"_L1;
    }
    [[nodiscard]] std::string where() const
    {
        return "exchange " + std::to_string(m_faultyExchange) + ", byte " + std::to_string(m_place);
    }

    FakeClock m_clock;
    HttpClient m_http;
    FakeModelServer m_server;
    QMap<qsizetype, qsizetype> m_sizes; ///< of the answers, by how many messages they answer
    qsizetype m_faultyExchange = -1;
    qsizetype m_place = 0;
};

INSTANTIATE_TEST_SUITE_P(Faults, ModelFaults,
                         testing::Values(Case{ModelFormat::OpenAi, FakeAnswer::Ending::Cut, 23},
                                         Case{ModelFormat::OpenAi, FakeAnswer::Ending::Stall, 97},
                                         Case{ModelFormat::OpenAi, FakeAnswer::Ending::Garbage, 31},
                                         Case{ModelFormat::Anthropic, FakeAnswer::Ending::Cut, 29},
                                         Case{ModelFormat::Anthropic, FakeAnswer::Ending::Stall, 101},
                                         Case{ModelFormat::Anthropic, FakeAnswer::Ending::Garbage, 37}),
                         caseName);

TEST_P(ModelFaults, LeaveTheBookingDoneOnceAndTold)
{
    EXPECT_TRUE(book()) << "without a fault the first model speaks";
    EXPECT_EQ(m_server.refusals(), 0);
    const QMap<qsizetype, qsizetype> sizes = m_sizes;
    ASSERT_GE(sizes.size(), 2);
    int tries = 0;
    int last = 0;
    for (auto it = sizes.begin(); it != sizes.end(); ++it) {
        m_faultyExchange = it.key();
        for (m_place = 0; m_place < it.value(); m_place += GetParam().stride) {
            last += book();
            ++tries;
            if (HasFailure())
                return;
        }
    }
    RecordProperty("tries", tries);
    EXPECT_GT(last, 0) << "in a later round the first model may speak again";
    EXPECT_LT(last, tries);
}

/// One world, the first model scripted.
class ModelManners : public ModelFaults
{
protected:
    ModelManners()
    {
        m_chain = chain();
        m_stage.restartWith(*m_chain);
    }
    TurnResult
    book(const QString &words = u"Book a 30 minute call on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s)
    {
        return m_stage.answer(AgentWorld::guestSays(words));
    }
    std::unique_ptr<ModelChain> m_chain;
    Stage m_stage;
};

INSTANTIATE_TEST_SUITE_P(Formats, ModelManners,
                         testing::Values(Case{ModelFormat::OpenAi, FakeAnswer::Ending::Complete, 1},
                                         Case{ModelFormat::Anthropic, FakeAnswer::Ending::Complete, 1}),
                         [](const testing::TestParamInfo<Case> &info) {
                             return info.param.format == ModelFormat::OpenAi ? "OpenAi" : "Anthropic";
                         });

TEST_P(ModelManners, InventedBookingsAreCorrected)
{
    m_server.say(u"Your meeting is booked for Tuesday at 2 PM. An invitation is on its way!"_s);
    const TurnResult result = book();
    EXPECT_TRUE(m_stage.allMeetings().isEmpty());
    EXPECT_TRUE(AgentWorld::kinds(result.reply.cards).isEmpty());
    EXPECT_NE(result.reply.text, u"Your meeting is booked for Tuesday at 2 PM. An invitation is on its way!"_s);
}

TEST_P(ModelManners, WrongCallsAreCorrectedOnceAndNeverRun)
{
    m_server.call(u"fly_to_the_moon"_s, {})
        .call(u"create_appointment"_s, AgentWorld::adasCall())
        .call(u"create_appointment"_s, {{"name"_L1, QJsonArray{u"Ada"_s}}})
        .say(u"Tuesday it is."_s);
    const TurnResult result = book();
    EXPECT_EQ(m_stage.allMeetings().size(), 1);
    EXPECT_EQ(AgentWorld::kinds(result.reply.cards), u"meeting"_s);
    EXPECT_EQ(result.reply.text, u"Tuesday it is."_s);
    EXPECT_EQ(m_server.refusals(), 0);
}

TEST_P(ModelManners, TheNextTakesTheTurnFromOneThatCannotCall)
{
    FakeAnswer half;
    half.reply.toolCalls = {{u"toolu_x"_s, u"create_appointment"_s, {}, u"{\"when\": \"March 10"_s}};
    m_server.then(half).then(half);
    const TurnResult result = book();
    EXPECT_EQ(m_stage.allMeetings().size(), 1) << "the next model booked";
    EXPECT_EQ(AgentWorld::kinds(result.reply.cards), u"meeting"_s);
}

TEST_P(ModelManners, AnswersOfEveryErrorComeFromTheNext)
{
    for (const FakeError error : {FakeError::WrongKey, FakeError::RateLimited, FakeError::Fault, FakeError::Overloaded,
                                  FakeError::UnknownModel, FakeError::TooLarge}) {
        m_chain = chain(); // with its breakers closed
        m_stage.restartWith(*m_chain);
        m_server.refuse(error);
        if (error == FakeError::Fault || error == FakeError::Overloaded)
            m_server.refuse(error); // it is asked once more
        const TurnResult result = book(u"Hello!"_s);
        EXPECT_EQ(result.reply.model, u"offline"_s);
        EXPECT_FALSE(result.reply.text.isEmpty());
        EXPECT_EQ(m_server.unasked(), 0);
    }
}

} // namespace
