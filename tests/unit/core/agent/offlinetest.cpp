// SPDX-License-Identifier: Apache-2.0
#include "agentworld.h"
#include "core/llm/anthropicmodel.h"
#include "core/llm/modelchain.h"
#include "core/llm/offlinemodel.h"
#include "core/llm/openaimodel.h"
#include "tests/support/fakemodelserver.h"

using namespace Qt::StringLiterals;
using namespace ChatCal;

namespace {

/// The agent with the model it has when no key is set, and with the same one behind each wire format: real words, real
/// tools, the real prompt.
class OfflineAgent : public AgentWorld, public testing::WithParamInterface<std::optional<ModelFormat>>
{
public:
    OfflineAgent()
    {
        std::vector<std::unique_ptr<ChatModel>> models;
        if (!GetParam()) {
            models.push_back(std::make_unique<OfflineModel>());
        } else if (*GetParam() == ModelFormat::OpenAi) {
            server = std::make_unique<FakeModelServer>(*GetParam());
            OpenAiOptions options;
            options.baseUrl = server->baseUrl();
            options.key = Secret(FakeModelServer::key());
            models.push_back(std::make_unique<OpenAiModel>(options, http, clock));
        } else {
            server = std::make_unique<FakeModelServer>(*GetParam());
            AnthropicOptions options;
            options.baseUrl = server->baseUrl();
            options.key = Secret(FakeModelServer::key());
            models.push_back(std::make_unique<AnthropicModel>(options, http, clock));
        }
        chain = std::make_unique<ModelChain>(std::move(models), clock);
        restartWith(*chain);
    }
    ~OfflineAgent() override
    {
        agent.reset();
        if (server) {
            EXPECT_EQ(server->refusals(), 0) << "a request broke the vendor's rules";
        }
    }

    /// Says it and expects that the reply needed no correction.
    TurnResult say(const QString &words)
    {
        TurnResult result = answer(guestSays(words, session));
        session = result.sessionId;
        EXPECT_FALSE(result.reply.text.contains("To be clear"_L1)) << result.reply.text.toStdString();
        EXPECT_FALSE(result.reply.text.contains("No e-mail was sent"_L1)) << result.reply.text.toStdString();
        EXPECT_FALSE(result.reply.text.contains("does not send mail"_L1)) << result.reply.text.toStdString();
        return result;
    }

    HttpClient http;
    std::unique_ptr<FakeModelServer> server;
    std::unique_ptr<ModelChain> chain;
    QString session;
};

INSTANTIATE_TEST_SUITE_P(Models, OfflineAgent,
                         testing::Values(std::nullopt, ModelFormat::OpenAi, ModelFormat::Anthropic),
                         [](const testing::TestParamInfo<std::optional<ModelFormat>> &info) {
                             return !info.param                       ? "Offline"
                                 : *info.param == ModelFormat::OpenAi ? "OpenAi"
                                                                      : "Anthropic";
                         });

TEST_P(OfflineAgent, BooksFromOneMessage)
{
    const TurnResult result = say(u"Book a 30 minute call on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s);
    ASSERT_EQ(kinds(result.reply.cards), u"meeting"_s) << result.reply.text.toStdString();
    EXPECT_EQ(result.reply.cards.first()["meeting"_L1]["id"_L1].toString(), u"0310-1400-30m"_s);
    EXPECT_EQ(result.reply.model, chain->name());
    EXPECT_EQ(allMeetings().size(), 1);
}

TEST_P(OfflineAgent, BooksOverFiveTurnsThenMovesAndCancels)
{
    say(u"Hi, I'd like to book a 30 minute meeting"_s);
    say(u"I'm Ada Lovelace"_s);
    say(u"ada@example.com"_s);
    say(u"March 10"_s);
    TurnResult result = say(u"at 2pm"_s);
    ASSERT_EQ(kinds(result.reply.cards), u"meeting"_s) << result.reply.text.toStdString();
    EXPECT_EQ(result.reply.cards.first()["meeting"_L1]["id"_L1].toString(), u"0310-1400-30m"_s);

    result = say(u"Move it to 4pm"_s);
    EXPECT_EQ(result.reply.toolsUsed.last(), u"reschedule_appointment"_s) << result.reply.text.toStdString();
    EXPECT_EQ(allMeetings().first().when.start, at("2026-03-10T16:00"));
    result = say(u"Thanks! When is my meeting?"_s);
    result = say(u"Please cancel my meeting"_s);
    EXPECT_EQ(result.reply.toolsUsed.last(), u"cancel_appointment"_s) << result.reply.text.toStdString();
    EXPECT_EQ(allMeetings().first().status, MeetingStatus::Cancelled);
}

TEST_P(OfflineAgent, BooksAKindOfMeetingByItsName)
{
    BookingService::Options options = booking->options();
    options.meetingTypes = {{u"Quick chat"_s, {std::chrono::minutes(15)}, std::nullopt, u"To get to know"_s}};
    booking->reconfigure(options);
    const TurnResult result = say(u"A quick chat on March 10 at 2pm, please. I'm Ada Lovelace, ada@example.com"_s);
    ASSERT_EQ(kinds(result.reply.cards), u"meeting"_s) << result.reply.text.toStdString();
    const QJsonObject meeting = result.reply.cards.first()["meeting"_L1].toObject();
    EXPECT_EQ(meeting["id"_L1].toString(), u"0310-1400-15m"_s);
    EXPECT_EQ(meeting["meeting_type"_L1].toString(), u"Quick chat"_s);
    EXPECT_EQ(meeting["title"_L1].toString(), u"Quick chat with Ada Lovelace"_s);
}

TEST_P(OfflineAgent, TellsOfMailAsItIs)
{
    const QString words = u"Book a 30 minute call on March 10 at %1, I'm Ada Lovelace, ada@example.com"_s;
    EXPECT_THAT(say(words.arg(u"2pm"_s)).reply.text.toStdString(), testing::HasSubstr("mail isn't sent from here yet"));
    EXPECT_FALSE(say(u"Cancel it"_s).reply.text.contains("on its way"_L1));

    agentOptions.mailReachesPeople = true;
    restartWith(*chain);
    session.clear();
    EXPECT_THAT(say(words.arg(u"3pm"_s)).reply.text.toStdString(),
                testing::HasSubstr("The invitation is on its way to ada@example.com."));
    EXPECT_THAT(say(u"Move it to 4pm"_s).reply.text.toStdString(),
                testing::HasSubstr("The updated invitation is on its way to ada@example.com."));
}

TEST_P(OfflineAgent, OffersOtherTimesWhenOneIsTaken)
{
    addEvent("2026-03-10T14:00", 60, u"Oncology"_s);
    const TurnResult result = say(u"Book a 30 minute call on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s);
    EXPECT_TRUE(kinds(result.reply.cards).contains("slots"_L1)) << result.reply.text.toStdString();
    EXPECT_FALSE(result.reply.text.contains("Oncology"_L1));
    EXPECT_TRUE(allMeetings().isEmpty());
}

} // namespace
