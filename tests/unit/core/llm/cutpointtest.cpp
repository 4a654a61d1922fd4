// SPDX-License-Identifier: Apache-2.0
// The first model's answer is cut off, stalled or garbled at every single byte: the chain gives one right answer.
#include "core/llm/modelchain.h"
#include "core/llm/toolcheck.h"
#include "remoteworld.h"

#include <QJsonArray>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto fallbackWords = "The second speaks."_L1;

/// Answers at once, always the same.
class Second final : public ChatModel
{
public:
    [[nodiscard]] QString name() const override { return u"second"_s; }
    [[nodiscard]] bool isAvailable() const override { return true; }
    [[nodiscard]] QCoro::Task<Result<ModelReply>> complete(ModelRequest request, std::stop_token) override
    {
        if (request.listener)
            request.listener->words(fallbackWords);
        co_return ModelReply{fallbackWords, {}, {}, {}};
    }
};

enum class Fault { Cut, CutWithoutLength, Stall, Garbage, Brace };

struct Case
{
    ModelFormat format;
    Fault fault;
};

std::string caseName(const testing::TestParamInfo<Case> &info)
{
    const char *faults[] = {"Cut", "CutWithoutLength", "Stall", "Garbage", "Brace"};
    return std::string(info.param.format == ModelFormat::OpenAi ? "OpenAi" : "Anthropic")
        + faults[static_cast<int>(info.param.fault)];
}

/// The talk's one message says where the fault lies and in which answer.
QString messageFor(int answer, qsizetype place)
{
    return u"%1 %2"_s.arg(answer).arg(place);
}

class CutPoints : public testing::TestWithParam<Case>
{
protected:
    CutPoints() : m_world(GetParam().format)
    {
        m_recorded.resize(3);
        m_recorded[0].text = u"Mon 9 \u2013 \U0001F99C ok"_s;
        m_recorded[1].toolCalls = {{u"toolu_a"_s, u"book"_s, {{"when"_L1, u"Mo \U0001F99C"_s}}}};
        m_recorded[2].text = u"Wait."_s;
        m_recorded[2].toolCalls = {{u"toolu_a"_s, u"book"_s, {{"when"_L1, u"Mo"_s}}},
                                   {u"toolu_b"_s, u"book"_s, {{"when"_L1, u"Tu"_s}}}};
        m_world.server.http().setKeepsRequests(false);
        m_world.server.setBrain([this](const ModelRequest &asked) {
            return m_recorded.at(asked.messages.first().text.section(u' ', 0, 0).toInt());
        });
        m_world.server.setManner([this](const ModelRequest &asked, const ModelReply &reply) {
            return faulty(reply, asked.messages.first().text.section(u' ', 1, 1).toInt());
        });
    }

    FakeAnswer faulty(const ModelReply &reply, qsizetype place) const
    {
        FakeAnswer answer;
        answer.cutAt = place;
        switch (GetParam().fault) {
        case Fault::CutWithoutLength:
            answer.isChunked = false;
            [[fallthrough]];
        case Fault::Cut:
            answer.ending = FakeAnswer::Ending::Cut;
            break;
        case Fault::Stall:
            answer.ending = FakeAnswer::Ending::Stall;
            break;
        case Fault::Garbage:
            answer.ending = FakeAnswer::Ending::Garbage;
            break;
        case Fault::Brace:
            answer.raw = m_world.server.streamOf(reply);
            if (place < answer.raw->size())
                (*answer.raw)[place] = '}';
        }
        return answer;
    }

    struct Asked
    {
        int answer = 0;
        qsizetype place = 0;
        std::shared_ptr<Notes> notes = std::make_shared<Notes>();
        QCoro::Task<Result<ModelReply>> task;
    };
    Asked ask(int answer, qsizetype place, std::chrono::milliseconds patience)
    {
        OpenAiOptions openAi;
        AnthropicOptions anthropic;
        std::vector<std::unique_ptr<ChatModel>> models;
        openAi.baseUrl = anthropic.baseUrl = m_world.server.baseUrl();
        openAi.key = anthropic.key = Secret(FakeModelServer::key());
        openAi.firstTokenTimeout = anthropic.firstTokenTimeout = 2 * patience;
        openAi.silenceTimeout = anthropic.silenceTimeout = patience;
        if (GetParam().format == ModelFormat::OpenAi)
            models.push_back(std::make_unique<OpenAiModel>(openAi, m_http, m_world.clock));
        else
            models.push_back(std::make_unique<AnthropicModel>(anthropic, m_http, m_world.clock));
        models.push_back(std::make_unique<Second>());
        ModelChain::Options options;
        options.retryPause = 1ms;
        ModelChain chain(std::move(models), m_world.clock, options); // the question keeps what it needs
        ModelRequest request = RemoteWorld::request(messageFor(answer, place));
        request.deadline = 20s;
        Asked asked;
        asked.answer = answer;
        asked.place = place;
        request.listener = asked.notes;
        asked.task = chain.complete(request, {});
        return asked;
    }

    /// One right answer: the first model's in full or the second's, and it is what was heard last.
    void judge(Asked &asked)
    {
        const auto reply = await(std::move(asked.task));
        const std::string place = "answer " + std::to_string(asked.answer) + ", byte " + std::to_string(asked.place);
        ASSERT_TRUE(reply) << place << ": " << reply.error().detail.toStdString();
        const ModelReply &recorded = m_recorded.at(asked.answer);
        const QString heard = asked.notes->heard();
        EXPECT_EQ(heard.section(u'|', -1), reply->text) << place << ": " << heard.toStdString();
        EXPECT_EQ(heard.startsWith(u'|'), false) << place << ": nothing was said that could be taken back";
        for (const ToolCall &call : reply->toolCalls)
            EXPECT_TRUE(wrongIn(call, RemoteWorld::request().tools).isEmpty()) << place;
        if (reply->model == "second"_L1) {
            ++m_fallen;
            EXPECT_EQ(reply->text, fallbackWords) << place;
            return;
        }
        if (GetParam().fault == Fault::Brace)
            return; // what stands there is another answer, as right as the first
        EXPECT_EQ(reply->text, recorded.text) << place;
        ASSERT_EQ(reply->toolCalls.size(), recorded.toolCalls.size()) << place;
        for (qsizetype i = 0; i < recorded.toolCalls.size(); ++i)
            EXPECT_EQ(reply->toolCalls.at(i).arguments, recorded.toolCalls.at(i).arguments) << place;
    }

    RemoteWorld m_world;
    HttpClient m_http{{"ChatCal", {}, {.connections = 256, .connectionsPerHost = 256, .idleConnections = 256}}};
    QList<ModelReply> m_recorded;
    int m_fallen = 0;
};

INSTANTIATE_TEST_SUITE_P(
    Faults, CutPoints,
    testing::Values(Case{ModelFormat::OpenAi, Fault::Cut}, Case{ModelFormat::OpenAi, Fault::CutWithoutLength},
                    Case{ModelFormat::OpenAi, Fault::Stall}, Case{ModelFormat::OpenAi, Fault::Garbage},
                    Case{ModelFormat::OpenAi, Fault::Brace}, Case{ModelFormat::Anthropic, Fault::Cut},
                    Case{ModelFormat::Anthropic, Fault::CutWithoutLength}, Case{ModelFormat::Anthropic, Fault::Stall},
                    Case{ModelFormat::Anthropic, Fault::Garbage}, Case{ModelFormat::Anthropic, Fault::Brace}),
    caseName);

TEST_P(CutPoints, AreAllSurvived)
{
    const std::size_t together = GetParam().fault == Fault::Stall ? 192 : 48;
    int places = 0;
    std::vector<Asked> asked;
    const auto judgeAll = [&] {
        for (Asked &one : asked)
            judge(one);
        asked.clear();
    };
    for (int answer = 0; answer < m_recorded.size(); ++answer) {
        // The server gives each call an id of its own, longer than the recorded one.
        const qsizetype size = m_world.server.streamOf(m_recorded.at(answer)).size() + 20;
        for (qsizetype place = 0; place < size && !HasFatalFailure(); ++place) {
            asked.push_back(ask(answer, place, 200ms));
            ++places;
            if (asked.size() == together)
                judgeAll();
        }
        judgeAll();
        const int fallen = m_fallen;
        asked.push_back(ask(answer, size, 5s));
        judgeAll();
        EXPECT_EQ(m_fallen, fallen) << "an answer that lacks nothing was not taken";
    }
    EXPECT_EQ(m_world.server.refusals(), 0);
    EXPECT_GT(m_fallen, places / 4) << "the faults do not reach the chain";
    RecordProperty("places", places);
    RecordProperty("fallen", m_fallen);
}

} // namespace
