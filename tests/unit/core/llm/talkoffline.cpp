// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offlinemodel.h"
#include "tests/unit/core/llm/scriptedtools.h"

namespace ChatCal {

namespace {

class OfflineSpeaker final : public TalkSpeaker
{
public:
    [[nodiscard]] ModelReply reply(const ModelRequest &request) override { return m_model.reply(request); }

private:
    OfflineModel m_model;
};

} // namespace

std::unique_ptr<TalkSpeaker> TalkSpeaker::make()
{
    return std::make_unique<OfflineSpeaker>();
}

} // namespace ChatCal
