// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"

#include <QList>
#include <QString>

namespace ChatCal {

/// The system prompt of language models, from the texts in resources/prompts. What changes from turn to turn stands
/// last, so that providers can keep the beginning cached. Names come in as quoted data.
class Prompt
{
public:
    Prompt();
    [[nodiscard]] QString forContext(const ModelContext &context) const;

    /// Words, and the name of the value that follows them; empty after the last. Read once: every turn fills them.
    struct Piece
    {
        QString words;
        QString name;
    };

private:
    QList<Piece> m_guest; ///< the whole prompt for a guest
    QList<Piece> m_host;
};

} // namespace ChatCal
