// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/wording.h"

namespace ChatCal::Dialogue {

quint64 stableHash(const QString &text, quint64 start)
{
    quint64 hash = start;
    for (const QChar c : text) {
        hash ^= c.unicode();
        hash *= 1099511628211ULL;
    }
    return hash;
}

Wording::Wording(const Phrases &phrases, quint64 seed) : m_phrases(phrases), m_seed(seed)
{
}

QString Wording::say(Say what, Values values) const
{
    const auto found = m_phrases.constFind(static_cast<int>(what));
    Q_ASSERT(found != m_phrases.constEnd() && !found->isEmpty());
    const quint64 mixed = (m_seed ^ (static_cast<quint64>(what) * 0x9E3779B97F4A7C15ULL)) >> 17;
    const QString &pattern = found->at(static_cast<qsizetype>(mixed % static_cast<quint64>(found->size())));
    // One pass, so that braces inside a value are no placeholders.
    QString text;
    qsizetype at = 0;
    while (at < pattern.size()) {
        const qsizetype open = pattern.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(u'}', open);
        if (close < 0)
            break;
        text += QStringView(pattern).mid(at, open - at);
        const QStringView name = QStringView(pattern).mid(open + 1, close - open - 1);
        for (const auto &[key, value] : values) {
            if (key == name)
                text += value;
        }
        at = close + 1;
    }
    text += QStringView(pattern).mid(at);
    return text;
}

} // namespace ChatCal::Dialogue
