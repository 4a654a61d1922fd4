// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/wording_p.h"

#include <array>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

void put(Phrases &table, Entries entries)
{
    for (const Entry &entry : entries)
        table.insert(static_cast<int>(entry.what), QString::fromUtf16(entry.variants).split(u'|'));
}

Phrases makePhrases(Language language, Audience audience)
{
    const bool toHost = audience == Audience::Host;
    Phrases table;
    switch (language) {
    case Language::English:
        put(table, englishEntries());
        break;
    case Language::German:
        put(table, germanEntries());
        put(table, toHost ? germanEntriesForHosts() : Entries());
        break;
    case Language::French:
        put(table, frenchEntries());
        break;
    case Language::Spanish:
        put(table, spanishEntries());
        put(table, toHost ? spanishEntriesForHosts() : Entries());
        break;
    }
    return table;
}

} // namespace

const Phrases &phrasesOf(Language language, Audience audience)
{
    static const std::array<std::array<Phrases, 2>, languageCount> all = [] {
        std::array<std::array<Phrases, 2>, languageCount> tables;
        for (std::size_t i = 0; i < tables.size(); ++i) {
            for (const Audience one : {Audience::Guest, Audience::Host})
                tables[i][static_cast<std::size_t>(one)] = makePhrases(static_cast<Language>(i), one);
        }
        return tables;
    }();
    return all[static_cast<std::size_t>(language)][static_cast<std::size_t>(audience)];
}

quint64 stableHash(const QString &text, quint64 start)
{
    quint64 hash = start;
    for (const QChar c : text) {
        hash ^= c.unicode();
        hash *= 1099511628211ULL;
    }
    return hash;
}

Wording::Wording(const Phrases &phrases, quint64 seed, int turn)
    : m_phrases(phrases), m_seed(seed), m_turn(static_cast<quint64>(turn))
{
}

QString Wording::say(Say what, Values values) const
{
    const auto found = m_phrases.constFind(static_cast<int>(what));
    Q_ASSERT(found != m_phrases.constEnd() && !found->isEmpty());
    const quint64 mixed = ((m_seed ^ (static_cast<quint64>(what) * 0x9E3779B97F4A7C15ULL)) >> 17) + m_turn;
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
    // "mardi 10 mars" begins a sentence with a capital.
    if (pattern.startsWith("{moment}"_L1) || pattern.startsWith("{words}"_L1) || pattern.startsWith("{day}"_L1))
        text[0] = text.at(0).toUpper();
    return text;
}

} // namespace ChatCal::Dialogue
