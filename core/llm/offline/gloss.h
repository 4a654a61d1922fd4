// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/tokens.h"

#include <QHash>
#include <QSet>

#include <string_view>

namespace ChatCal::Dialogue {

/// Tells phrases of one language by English words of the same meaning, so that one set of rules understands all
/// languages. The phrases stand in words/*.gloss, whose head says how they are written.
class Gloss
{
public:
    /// For every language but English.
    [[nodiscard]] static const Gloss &of(Language language);

    /// @p words with Token::lower in English; text, from and to stay what was written. A phrase told by more or fewer
    /// words gives tokens over the whole phrase. Linear.
    [[nodiscard]] Tokens inEnglish(const Tokens &words) const;
    /// The words of all phrases, as folded() gives them.
    [[nodiscard]] const QSet<QString> &words() const { return m_words; }
    /// Lower case without accents: "Für" and "réunion" are typed as "fur" and "reunion".
    [[nodiscard]] static QString folded(const QString &word);

private:
    enum class Place { Stays, ToFront };
    struct Phrase
    {
        QString first; ///< with its accents
        QStringList head; ///< after its first word
        QStringList tail; ///< further on in the sentence: the "ab" of "sag … ab"
        QStringList english;
        Place place = Place::Stays;
        bool opens = false; ///< what is moved to the front stops behind it: "kannst du"
    };

    Gloss(std::string_view lines, Language language);
    void add(const QString &written, const QString &english, Language language);
    struct Text;
    struct Found;
    [[nodiscard]] static qsizetype tailOf(const Phrase &phrase, const Text &text, qsizetype from);
    [[nodiscard]] Found find(const Text &text, qsizetype at) const;

    QHash<QString, QList<Phrase>> m_phrases; ///< by first word, longest first
    QSet<QString> m_words;
};

} // namespace ChatCal::Dialogue
