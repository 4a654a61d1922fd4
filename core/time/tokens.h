// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/lexicon.h"

#include <QStringView>
#include <QVarLengthArray>

#include <cstdint>

namespace ChatCal::WhenGrammar {

/// One word, number or sign of the text, or several words the lexicon knows as one.
struct Token
{
    enum class Kind : std::uint8_t {
        Word,
        Number,
        Symbol,
        Opaque ///< addresses, telephone numbers, ids, prices: never a date
    };
    int from = 0; ///< UTF-16 units
    int to = 0;
    int number = 0; ///< of a Number with at most eight digits
    Kind kind = Kind::Symbol;
    std::uint8_t digits = 0;
    bool spaceBefore = false;
    bool afterLetter = false; ///< a Number glued to a letter before it: "Feb13", "B4"
    char16_t symbol = 0; ///< of a Symbol; dashes are '-'
    const Entry *entry = nullptr; ///< what the lexicon says
};

using Tokens = QVarLengthArray<Token, 64>;

/// Splits @p text; looks words up, one slip allowed; joins phrases; hides what looks like a number for another use.
void tokenize(QStringView text, const Lexicon &lexicon, Tokens &tokens);

} // namespace ChatCal::WhenGrammar
