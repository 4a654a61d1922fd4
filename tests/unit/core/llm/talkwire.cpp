// SPDX-License-Identifier: Apache-2.0
// The offline model behind a wire format: it hears what comes out of the wire, and what it says goes back through it.
#include "core/llm/modelchain.h"
#include "core/llm/offlinemodel.h"
#include "core/llm/transcript.h"
#include "remoteworld.h"
#include "tests/unit/core/llm/scriptedtools.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// A chain of one model. What no wire carries goes past it: the context, the times, the suggestions.
class WireSpeaker final : public TalkSpeaker
{
public:
    WireSpeaker() : m_world(ModelFormat::CHATCAL_TALK_FORMAT)
    {
        m_world.server.http().setKeepsRequests(false);
        m_world.server.setBrain([this](const ModelRequest &heard) { return think(heard); });
        std::vector<std::unique_ptr<ChatModel>> models;
        models.push_back(std::move(m_world.model));
        m_chain = std::make_unique<ModelChain>(std::move(models), m_world.clock);
    }

    [[nodiscard]] ModelReply reply(const ModelRequest &request) override
    {
        m_asked = request;
        m_asked.messages = tidied(request.messages);
        auto reply = await(m_chain->complete(request, {}));
        EXPECT_TRUE(reply) << (reply ? "" : qPrintable(reply.error().detail));
        EXPECT_EQ(m_world.server.refusals(), 0) << "a request broke the vendor's rules";
        if (!reply)
            return {};
        reply->suggestions = m_suggestions;
        return std::move(*reply);
    }

private:
    ModelReply think(const ModelRequest &heard)
    {
        ModelRequest request = heard;
        request.context = m_asked.context;
        qsizetype next = 0;
        for (ChatMessage &message : request.messages) {
            while (next + 1 < m_asked.messages.size()
                   && (m_asked.messages.at(next).role != message.role
                       || !message.text.contains(m_asked.messages.at(next).text)))
                ++next;
            message.at = m_asked.messages.at(next).at;
            ++next;
            next = std::min(next, m_asked.messages.size() - 1);
        }
        ModelReply reply = m_offline.reply(request);
        m_suggestions = reply.suggestions;
        return reply;
    }

    RemoteWorld m_world;
    OfflineModel m_offline;
    std::unique_ptr<ModelChain> m_chain;
    ModelRequest m_asked;
    QStringList m_suggestions;
};

} // namespace

std::unique_ptr<TalkSpeaker> TalkSpeaker::make()
{
    return std::make_unique<WireSpeaker>();
}

} // namespace ChatCal
