// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>

namespace ChatCal {

/// Where one model can be asked. It answers sensibly by itself: the offline model speaks, directly or through a wire.
class ModelPlace
{
public:
    virtual ~ModelPlace() = default;
    [[nodiscard]] virtual ChatModel &model() = 0;
    /// Requests that broke the vendor's rules.
    [[nodiscard]] virtual int refusals() const { return 0; }
};

struct ModelKind
{
    std::string name;
    std::function<std::unique_ptr<ModelPlace>()> makePlace;
};

void PrintTo(const ModelKind &kind, std::ostream *out);

/// What every model must hold. An adapter instantiates it with its own ModelKind.
class ModelContract : public testing::TestWithParam<ModelKind>
{
protected:
    void SetUp() override;
    void TearDown() override;

    /// A guest's talk in New York on Wednesday, March 4, 2026, 9:00, with ChatCal's tools.
    [[nodiscard]] static ModelRequest request(const QString &words = QStringLiteral("When are you free on Monday?"));
    [[nodiscard]] static ChatMessage said(ChatMessage::Role role, const QString &words);
    [[nodiscard]] static ChatMessage called(const QList<ToolCall> &calls);
    [[nodiscard]] static ChatMessage resulted(const QString &id, const QString &tool, const QString &json);
    [[nodiscard]] Result<ModelReply> ask(const ModelRequest &request, std::stop_token stop = {});
    /// Expects an answer that keeps the port's rules.
    ModelReply answerTo(const ModelRequest &request);

    std::unique_ptr<ModelPlace> m_place;
};

[[nodiscard]] std::string modelKindName(const testing::TestParamInfo<ModelKind> &info);

} // namespace ChatCal
