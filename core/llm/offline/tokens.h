// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/language.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace ChatCal::Dialogue {

/// One piece of what a person wrote. Contractions are opened: "I'm" gives "i" and "am" over the same stretch. Words of
/// another language are told by the English ones they mean (gloss.h): "Termin absagen" gives "cancel" and "meeting".
struct Token
{
    enum class Kind { Word, Number, Punctuation, Email, Phone, MeetingId, Link, Zone, When };
    Kind kind = Kind::Word;
    QString text; ///< as written; for When the whole phrase
    QString lower; ///< for comparing, in English: lower case, straight apostrophes, no possessive 's
    qsizetype from = 0; ///< UTF-16 units in the text, half-open
    qsizetype to = 0;
    bool possessive = false;
    bool startsSentence = false;
    bool isTranslated = false; ///< lower is another word than the one written, so that it is no name

    [[nodiscard]] bool isWord() const { return kind == Kind::Word; }
    [[nodiscard]] bool isCapitalised() const { return isWord() && text.at(0).isUpper(); }
    [[nodiscard]] bool isPunctuation(QChar mark) const { return kind == Kind::Punctuation && text.at(0) == mark; }
};
using Tokens = QList<Token>;

/// A stretch of the text whose meaning is known already; it becomes one token.
struct Marked
{
    Token::Kind kind = Token::Kind::Word;
    qsizetype from = 0;
    qsizetype to = 0;
    QString value;
};

/// @p marked in text order, not overlapping. A marked Word is a name and has an empty Token::lower: it is no other
/// word. In text order for English; in another @p language a verb may be moved to where English has it.
[[nodiscard]] Tokens tokenize(const QString &text, const QList<Marked> &marked = {},
                              Language language = Language::English);
/// As tokenize, but words stay those of @p language.
[[nodiscard]] Tokens splitWords(const QString &text, const QList<Marked> &marked, Language language);

/// Phrases of one meaning, matched word by word against tokens.
class PhraseSet
{
public:
    /// @p phrases separated by "|", in lower case, contractions opened.
    explicit PhraseSet(QStringView phrases);

    struct Match
    {
        qsizetype at = -1;
        qsizetype length = 0;
        explicit operator bool() const { return at >= 0; }
    };
    /// How many tokens from @p at on make one of the phrases, the longest; 0 for none.
    [[nodiscard]] qsizetype matchAt(const Tokens &tokens, qsizetype at) const;
    /// The first match at or after @p from.
    [[nodiscard]] Match find(const Tokens &tokens, qsizetype from = 0) const;
    [[nodiscard]] bool isIn(const Tokens &tokens) const { return bool(find(tokens)); }
    /// True for a phrase of one word.
    [[nodiscard]] bool has(const QString &word) const;

private:
    quint64 m_starts = 0; ///< a bit for each first letter of a phrase
    QHash<QString, QList<QStringList>> m_phrases; ///< by first word; what follows it, longest first
};

} // namespace ChatCal::Dialogue
