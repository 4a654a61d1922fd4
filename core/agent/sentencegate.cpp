// SPDX-License-Identifier: Apache-2.0
#include "core/agent/sentencegate.h"

#include "core/agent/truthcheck.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// A claim needs more than these, so a reply that begins with one of them is not kept waiting for the next word.
bool saysNothingYet(QStringView held)
{
    static constexpr std::array words{"i"_L1,          "we"_L1,  "it"_L1,    "that"_L1,  "you"_L1,  "they"_L1,
                                      "everything"_L1, "is"_L1,  "are"_L1,   "was"_L1,   "were"_L1, "has"_L1,
                                      "have"_L1,       "all"_L1, "i can"_L1, "we can"_L1};
    return std::any_of(words.begin(), words.end(),
                       [held](QLatin1StringView word) { return word.startsWith(held, Qt::CaseInsensitive); })
        || std::none_of(held.begin(), held.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

} // namespace

SentenceGate::Change SentenceGate::add(const QString &piece)
{
    QString whole = m_half.isNull() ? piece : m_half + piece;
    m_half = QChar();
    if (!whole.isEmpty() && whole.back().isHighSurrogate()) {
        m_half = whole.back();
        whole.chop(1);
    }
    Change change;
    m_open += wellFormed(std::move(whole));
    if (m_isLineGone) { // the line's end is gone with it, however it was cut
        const auto text = std::find_if(m_open.cbegin(), m_open.cend(), [](QChar c) { return c != u'\n'; });
        m_isLineGone = text == m_open.cend();
        m_open.remove(0, text - m_open.cbegin());
    }
    const QStringList sentences = sentencesOf(m_open);
    for (qsizetype i = 0; i + 1 < sentences.size(); ++i)
        settle(sentences.at(i), change);
    m_open = sentences.last();
    m_clear = whereClaimMayBegin(m_open, m_facts, m_clear);
    release(m_open, saysNothingYet(QStringView(m_open).mid(m_clear)) ? m_open.size() : m_clear, change);
    return change;
}

SentenceGate::Change SentenceGate::finish()
{
    Change change;
    if (!m_half.isNull())
        m_open += QChar::ReplacementCharacter;
    m_half = QChar();
    settle(m_open, change);
    m_open.clear();
    return change;
}

void SentenceGate::settle(const QString &sentence, Change &change)
{
    const bool isFalse = isFalseClaim(sentence, m_facts);
    m_isLineGone = isFalse && sentence.endsWith(u'\n');
    if (!isFalse) {
        release(sentence, sentence.size(), change);
        m_kept += sentence;
    } else if (m_released > 0) {
        change = {true, m_kept};
    }
    m_clear = 0;
    m_released = 0;
}

void SentenceGate::release(const QString &sentence, qsizetype until, Change &change)
{
    if (until <= m_released)
        return;
    change.text += QStringView(sentence).mid(m_released, until - m_released);
    m_released = until;
}

} // namespace ChatCal
