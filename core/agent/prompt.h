// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"

#include <QString>

namespace ChatCal {

/// The system prompt of language models, from the texts in resources/prompts. What changes from turn to turn stands
/// last, so that providers can keep the beginning cached. Names come in as quoted data.
class Prompt
{
public:
    Prompt();
    [[nodiscard]] QString forContext(const ModelContext &context) const;

private:
    QString m_system, m_guest, m_host, m_now;
};

} // namespace ChatCal
