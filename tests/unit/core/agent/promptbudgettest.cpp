// SPDX-License-Identifier: Apache-2.0
#include "agentworld.h"
#include "core/base/json.h"
#include "core/llm/anthropicwire.h"
#include "core/llm/openaiwire.h"
#include "core/llm/prompt.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace ChatCal;

namespace {

/// Never fewer tokens than a model counts: tokenizers need one per 4 characters of English and per 3.5 of JSON, and
/// less than 1.4 per word. Measured at 3.2 and 1.5.
int tokensAtMost(const QString &text)
{
    static const QRegularExpression word(u"[\\p{L}\\p{N}_]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    int words = 0;
    for (auto matches = word.globalMatch(text); matches.hasNext(); matches.next())
        ++words;
    return static_cast<int>(std::max(static_cast<double>(text.size()) / 3.2, words * 1.5));
}

class PromptBudget : public AgentWorld
{
protected:
    /// What is asked with every message of a talk, as the agent makes it.
    ModelRequest requestOf(Turn turn)
    {
        model.say(u"Hello."_s);
        turn.contact = {u"Ada Augusta King-Noel, Countess of Lovelace"_s, u"ada.lovelace@example.com"_s,
                        u"+44 20 7946 0958"_s};
        turn.zone = Zone::find(u"America/Argentina/ComodRivadavia"_s);
        answer(turn);
        return model.requests().last();
    }
    static QString toolsOf(const HttpRequest &request)
    {
        return QString::fromUtf8(toJson({{u"tools"_s, parseJsonObject(request.body)->value(u"tools"_s)}}));
    }
};

TEST_F(PromptBudget, LeavesRoomForTwoTurnsAMinuteOnASmallTier)
{
    const OpenAiWire openAi{OpenAiOptions()};
    const AnthropicWire anthropic{AnthropicOptions()};
    for (const Turn &turn : {guestSays(u"Hi"_s), hostSays(u"Hi"_s)}) {
        const ModelRequest request = requestOf(turn);
        const int prompt = tokensAtMost(Prompt().forContext(request.context));
        const int tools = tokensAtMost(toolsOf(openAi.request(request)));
        const int others = tokensAtMost(toolsOf(anthropic.request(request)));
        RecordProperty(turn.hostId.isEmpty() ? "guest_tokens" : "host_tokens", prompt + tools);
        EXPECT_LT(prompt + std::max(tools, others), 1500)
            << (turn.hostId.isEmpty() ? "guest: " : "host: ") << prompt << " for the prompt, " << tools << " or "
            << others << " for the tools";
    }
}

TEST_F(PromptBudget, TellsModelsToPassThePersonsWords)
{
    const QString prompt = Prompt().forContext(requestOf(guestSays(u"Hi"_s)).context);
    EXPECT_TRUE(prompt.contains("Never work out dates"_L1));
    EXPECT_TRUE(prompt.contains("own words"_L1));
    EXPECT_FALSE(prompt.contains("{{"_L1));
}

} // namespace
