// SPDX-License-Identifier: Apache-2.0
// Words of a real wire format on their way to an event stream.
#include "agentworld.h"
#include "core/llm/modelchain.h"
#include "core/llm/openaimodel.h"
#include "tests/support/fakemodelserver.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

/// Writes down what came when.
class Reader final : public TurnObserver
{
public:
    void toolStarted(const QString &) override { }
    void toolFinished(const QString &, bool) override { }
    void words(const QString &piece) override
    {
        shown += piece;
        seen.append(shown);
        if (times.isEmpty())
            since.start();
        times.append(std::chrono::milliseconds(since.elapsed()));
    }
    void restarted() override
    {
        shown.clear();
        ++restarts;
    }

    QString shown;
    QStringList seen;
    QElapsedTimer since; ///< the first words
    QList<std::chrono::milliseconds> times;
    int restarts = 0;
};

class ModelStream : public AgentWorld
{
protected:
    ModelStream()
    {
        OpenAiOptions options;
        options.baseUrl = server.baseUrl();
        options.key = Secret(FakeModelServer::key());
        std::vector<std::unique_ptr<ChatModel>> models;
        models.push_back(std::make_unique<OpenAiModel>(options, http, clock));
        models.push_back(std::make_unique<Second>(model));
        chain = std::make_unique<ModelChain>(std::move(models), clock);
        restartWith(*chain);
    }
    ~ModelStream() override { agent.reset(); }

    /// The scripted model at the chain's end.
    class Second final : public ChatModel
    {
    public:
        explicit Second(ScriptedModel &model) : m_model(model) { }
        [[nodiscard]] QString name() const override { return m_model.name(); }
        [[nodiscard]] bool isAvailable() const override { return true; }
        QCoro::Task<Result<ModelReply>> complete(ModelRequest request, std::stop_token stop) override
        {
            return m_model.complete(std::move(request), std::move(stop));
        }

    private:
        ScriptedModel &m_model;
    };

    static FakeAnswer saying(const QString &words)
    {
        FakeAnswer answer;
        answer.reply.text = words;
        return answer;
    }

    FakeModelServer server{ModelFormat::OpenAi};
    HttpClient http;
    std::unique_ptr<ModelChain> chain;
};

TEST_F(ModelStream, TellsWordsWhileTheModelStillSpeaks)
{
    FakeAnswer answer = saying(u"Grace is free on Tuesday and on Thursday. Which of them suits you?"_s);
    answer.pause = 30ms;
    server.then(answer);
    Reader reader;
    const auto result = respond(guestSays(u"When?"_s), &reader);
    ASSERT_TRUE(result);
    EXPECT_EQ(reader.shown, result->reply.text);
    ASSERT_GT(reader.seen.size(), 4);
    EXPECT_GT(reader.times.last(), 30ms * (reader.seen.size() / 2)) << "the first words did not wait for the last";
}

TEST_F(ModelStream, ShowsTheRightWordsWhereverTheFirstModelIsCutOff)
{
    const QString words = u"Great! I’ve booked it for Tuesday 🎉. Anything else I can do?"_s;
    const qsizetype all = server.streamOf(saying(words).reply).size();
    server.setBrain([reply = saying(words).reply](const ModelRequest &) { return reply; });
    for (qsizetype cut = 0; cut < all; cut += 149) {
        FakeAnswer manner; // of every try, for a first model may be asked twice
        manner.ending = FakeAnswer::Ending::Cut;
        manner.cutAt = cut;
        server.setManner(manner);
        model.stream({u"Tuesday"_s, u" is free."_s});
        restartWith(*chain); // each is a talk of its own
        Reader reader;
        const auto result = respond(guestSays(u"When?"_s), &reader);
        ASSERT_TRUE(result) << cut;
        for (const QString &seen : std::as_const(reader.seen))
            ASSERT_FALSE(seen.contains("booked"_L1)) << cut << ": " << seen.toStdString();
        clock.advance(1h); // the breaker rests
        if (result->reply.model == model.name()) {
            EXPECT_EQ(reader.shown, u"Tuesday is free."_s) << cut;
        } else {
            EXPECT_EQ(result->reply.text,
                      u"To be clear: nothing was booked just now.\n\nGreat! Anything else I can do?"_s);
            ASSERT_TRUE(await(model.complete({}, {}))); // the step was not needed
        }
    }
}

} // namespace

} // namespace ChatCal
