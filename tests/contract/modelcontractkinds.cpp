// SPDX-License-Identifier: Apache-2.0
#include "core/llm/anthropicmodel.h"
#include "core/llm/offlinemodel.h"
#include "core/llm/openaimodel.h"
#include "tests/contract/modelcontract.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakemodelserver.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

class OfflinePlace final : public ModelPlace
{
public:
    [[nodiscard]] ChatModel &model() override { return m_model; }

private:
    OfflineModel m_model;
};

class WirePlace final : public ModelPlace
{
public:
    explicit WirePlace(ModelFormat format) : m_server(format)
    {
        if (format == ModelFormat::OpenAi) {
            OpenAiOptions options;
            options.baseUrl = m_server.baseUrl();
            options.key = Secret(FakeModelServer::key());
            m_model = std::make_unique<OpenAiModel>(options, m_http, m_clock);
        } else {
            AnthropicOptions options;
            options.baseUrl = m_server.baseUrl();
            options.key = Secret(FakeModelServer::key());
            m_model = std::make_unique<AnthropicModel>(options, m_http, m_clock);
        }
    }
    [[nodiscard]] ChatModel &model() override { return *m_model; }
    [[nodiscard]] int refusals() const override { return m_server.refusals(); }

private:
    FakeClock m_clock;
    FakeModelServer m_server;
    HttpClient m_http;
    std::unique_ptr<ChatModel> m_model;
};

ModelKind wireKind(const char *name, ModelFormat format)
{
    return {name, [format] { return std::make_unique<WirePlace>(format); }};
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Models, ModelContract,
                         testing::Values(ModelKind{"Offline", [] { return std::make_unique<OfflinePlace>(); }},
                                         wireKind("OpenAi", ModelFormat::OpenAi),
                                         wireKind("Anthropic", ModelFormat::Anthropic)),
                         modelKindName);

} // namespace ChatCal
