// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/json.h"
#include "core/llm/anthropicmodel.h"
#include "core/llm/openaimodel.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakemodelserver.h"

#include <gmock/gmock.h>

#include <memory>
#include <string>

namespace ChatCal {

/// Writes down what a listener hears; "|" where it begins anew.
class Notes final : public ReplyListener
{
public:
    void words(const QString &piece) override { pieces.append(piece); }
    void restarted() override { pieces.append(QStringLiteral("|")); }
    [[nodiscard]] QString heard() const { return pieces.join(QString()); }
    QStringList pieces;
};

struct RemoteTimes
{
    std::chrono::milliseconds firstToken{5000};
    std::chrono::milliseconds silence{5000};
};

/// A model of one format in front of its fake.
class RemoteWorld
{
public:
    explicit RemoteWorld(ModelFormat which, RemoteTimes times = {}) : format(which), server(which)
    {
        if (which == ModelFormat::OpenAi) {
            OpenAiOptions options;
            options.baseUrl = server.baseUrl();
            options.key = Secret(FakeModelServer::key());
            options.firstTokenTimeout = times.firstToken;
            options.silenceTimeout = times.silence;
            model = std::make_unique<OpenAiModel>(options, http, clock);
        } else {
            AnthropicOptions options;
            options.baseUrl = server.baseUrl();
            options.key = Secret(FakeModelServer::key());
            options.firstTokenTimeout = times.firstToken;
            options.silenceTimeout = times.silence;
            model = std::make_unique<AnthropicModel>(options, http, clock);
        }
    }

    static ModelRequest request(const QString &words = QStringLiteral("Book Monday at 9"))
    {
        ModelRequest request;
        request.context.systemPrompt = QStringLiteral("You are the scheduling assistant of «Grace».");
        request.messages.append({ChatMessage::Role::User, words, {}, {}, {}, Instant()});
        const auto schema = parseJsonObject(R"({"type":"object","properties":{"when":{"type":"string"},
            "name":{"type":"string"}},"required":["when"]})");
        request.tools.append({QStringLiteral("book"), QStringLiteral("Books."), *schema});
        request.listener = nullptr;
        return request;
    }
    static FakeAnswer calling(const QJsonObject &arguments = {{QStringLiteral("when"), QStringLiteral("Monday at 9")}})
    {
        FakeAnswer answer;
        answer.reply.toolCalls = {{QStringLiteral("toolu_1"), QStringLiteral("book"), arguments}};
        return answer;
    }
    static FakeAnswer saying(const QString &words)
    {
        FakeAnswer answer;
        answer.reply.text = words;
        return answer;
    }

    Result<ModelReply> ask(ModelRequest wish = request()) { return await(model->complete(std::move(wish), {})); }
    /// The error's code and detail of a failure, the words of an answer.
    std::string outcome(ModelRequest wish = request())
    {
        const auto reply = ask(std::move(wish));
        const QString said = reply ? reply->text : errorName(reply.error().code) + u' ' + reply.error().detail;
        return said.toStdString();
    }

    ModelFormat format;
    FakeClock clock;
    FakeModelServer server;
    HttpClient http;
    std::unique_ptr<RemoteModel> model;
};

inline std::string formatName(const testing::TestParamInfo<ModelFormat> &info)
{
    return info.param == ModelFormat::OpenAi ? "OpenAi" : "Anthropic";
}

} // namespace ChatCal
