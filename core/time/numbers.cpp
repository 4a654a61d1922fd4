// SPDX-License-Identifier: Apache-2.0
// Numbers in digits and in words.
#include "core/time/grammar.h"

namespace ChatCal::WhenGrammar {

std::optional<Words> Grammar::cardinal(int i, int most) const
{
    if (isNumber(i)) {
        const Token &token = at(i);
        if (token.digits > 4 || token.number > most)
            return std::nullopt;
        return Words{token.number, i + 1, true};
    }
    if (!is(i, Word::Number))
        return std::nullopt;
    int result = value(i, Word::Number);
    int next = i + 1;
    if (result >= 20) {
        const int unit = is(next, Word::And) || isSymbol(next, u'-') ? next + 1 : next;
        if (is(unit, Word::Number) && value(unit, Word::Number) < 10 && value(unit, Word::Number) > 0) {
            result += value(unit, Word::Number);
            next = unit + 1;
        }
    }
    if (is(next, Word::Scale) && result < 100 && result * value(next, Word::Scale) <= most) {
        result *= value(next, Word::Scale);
        ++next;
        const int rest = skip(next, Word::And);
        if (is(rest, Word::Number) && m_depth < 2) {
            ++m_depth;
            const auto tail = cardinal(rest, 99);
            --m_depth;
            if (tail && result + tail->value <= most) {
                result += tail->value;
                next = tail->next;
            }
        }
    }
    if (result > most)
        return std::nullopt;
    return Words{result, next, false};
}

std::optional<Words> Grammar::ordinal(int i) const
{
    if (isNumber(i)) {
        if (is(i + 1, Word::Suffix) && !at(i + 1).spaceBefore && at(i).digits <= 2)
            return Words{at(i).number, i + 2, true};
        // "3." but not "3.50" or the end of "um 15."
        if (m_lexicon.has(Style::OrdinalDot) && isSymbol(i + 1, u'.') && isGlued(i + 1) && at(i).digits <= 2
            && !(isNumber(i + 2) && isGlued(i + 2)))
            return Words{at(i).number, i + 2, true};
        return std::nullopt;
    }
    if (is(i, Word::Ordinal))
        return Words{value(i, Word::Ordinal), i + 1, false};
    if (is(i, Word::Number) && value(i, Word::Number) >= 20) {
        const int unit = skipSymbol(i + 1, u'-');
        if (is(unit, Word::Ordinal) && value(unit, Word::Ordinal) < 10)
            return Words{value(i, Word::Number) + value(unit, Word::Ordinal), unit + 1, false};
    }
    return std::nullopt;
}

std::optional<Words> Grammar::year(int i) const
{
    if (isNumber(i)) {
        if (at(i).digits == 4 && at(i).number >= 1900 && at(i).number < 2200 && !at(i).afterLetter)
            return Words{at(i).number, i + 1, true};
        return std::nullopt;
    }
    if (!is(i, Word::Number))
        return std::nullopt;
    // "two thousand and eighteen", "twenty twenty-six"
    if (is(i + 1, Word::Scale) && value(i + 1, Word::Scale) == 1000) {
        const auto all = cardinal(i);
        if (all && all->value >= 2000 && all->value < 2200)
            return all;
        return std::nullopt;
    }
    if (value(i, Word::Number) == 20 && is(i + 1, Word::Number) && value(i + 1, Word::Number) >= 10) {
        const auto tail = cardinal(i + 1, 99);
        if (tail)
            return Words{2000 + tail->value, tail->next, false};
    }
    return std::nullopt;
}

std::optional<Words> Grammar::amount(int i) const
{
    const int afterArticle = skip(i, Word::Article);
    if (is(afterArticle, Word::Couple))
        return Words{value(afterArticle, Word::Couple), skip(afterArticle + 1, Word::Of), false};
    if (const auto number = cardinal(i))
        return number;
    if (is(i, Word::Article))
        return Words{1, i + 1, false};
    return std::nullopt;
}

} // namespace ChatCal::WhenGrammar
