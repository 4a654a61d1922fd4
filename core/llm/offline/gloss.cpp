// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/gloss.h"

#include "glossfiles.h"

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

/// How far the second half of a phrase may be; keeps the walk linear.
constexpr qsizetype farthestTail = 24;

/// A full stop does, but not that of "am 10. März".
bool endsSentence(const Tokens &words, qsizetype at)
{
    const Token &token = words.at(at);
    const bool isOrdinal = at > 0 && words.at(at - 1).kind == Token::Kind::Number && words.at(at - 1).to == token.from
        && at + 1 < words.size();
    return (token.isPunctuation(u'.') && !isOrdinal) || token.isPunctuation(u'!') || token.isPunctuation(u'?');
}

bool isMatch(const QStringList &folds, qsizetype at, const QStringList &phrase)
{
    return at + phrase.size() <= folds.size() && std::equal(phrase.begin(), phrase.end(), folds.begin() + at);
}

/// "für" is typed "fuer" where there is no umlaut.
QString spelledOut(QString word)
{
    return word.replace(u"ä"_s, u"ae"_s).replace(u"ö"_s, u"oe"_s).replace(u"ü"_s, u"ue"_s);
}

} // namespace

/// A message, and its words as folded() gives them.
struct Gloss::Text
{
    const Tokens &words;
    QStringList folds;
};

struct Gloss::Found
{
    const Phrase *phrase = nullptr;
    qsizetype length = 0; ///< of the head
    qsizetype tail = -1; ///< where it begins
};

const Gloss &Gloss::of(Language language)
{
    static const Gloss german(germanGloss, Language::German);
    static const Gloss french(frenchGloss, Language::French);
    static const Gloss spanish(spanishGloss, Language::Spanish);
    Q_ASSERT(language != Language::English);
    return language == Language::German ? german : language == Language::French ? french : spanish;
}

QString Gloss::folded(const QString &word)
{
    const QString lower = word.toLower();
    if (std::all_of(lower.begin(), lower.end(), [](QChar c) { return c.unicode() < 128; }))
        return lower;
    QString result;
    for (const QChar c : lower.normalized(QString::NormalizationForm_D)) {
        if (c == u'ß')
            result += u"ss"_s;
        else if (c == u'’')
            result += u'\'';
        else if (!c.isMark())
            result += c;
    }
    return result;
}

Gloss::Gloss(std::string_view lines, Language language)
{
    const QStringList list =
        QString::fromUtf8(lines.data(), static_cast<qsizetype>(lines.size())).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : list) {
        if (line.startsWith(u'#'))
            continue;
        const qsizetype colon = line.lastIndexOf(u':');
        Q_ASSERT_X(colon > 0, "gloss", qPrintable(line));
        for (const QString &written : line.left(colon).split(u',', Qt::SkipEmptyParts)) {
            add(written, line.mid(colon + 1), language);
            if (language == Language::German && written != spelledOut(written))
                add(spelledOut(written), line.mid(colon + 1), language);
        }
    }
    for (QList<Phrase> &phrases : m_phrases) {
        std::stable_sort(phrases.begin(), phrases.end(), [](const Phrase &a, const Phrase &b) {
            return a.head.size() + a.tail.size() > b.head.size() + b.tail.size();
        });
    }
}

void Gloss::add(const QString &written, const QString &english, Language language)
{
    Phrase phrase;
    phrase.english = english.split(u' ', Qt::SkipEmptyParts);
    if (phrase.english.removeAll(u"^"_s))
        phrase.place = Place::ToFront;
    phrase.opens = phrase.english.removeAll(u">"_s) > 0;
    phrase.english.removeAll(u"-"_s);
    bool inTail = false;
    const bool elides = written.trimmed().endsWith(u'\''); // "d'" is a word only before another
    Tokens tokens = splitWords(elides ? written.trimmed() + u'x' : written, {}, language);
    if (elides)
        tokens.removeLast();
    phrase.first = tokens.constFirst().lower;
    for (const Token &token : tokens) {
        const QString word = folded(token.lower);
        if (token.isPunctuation(u'…')) {
            inTail = true;
            continue;
        }
        (inTail ? phrase.tail : phrase.head) << word;
        m_words << word;
    }
    m_phrases[phrase.head.takeFirst()] << phrase;
}

qsizetype Gloss::tailOf(const Phrase &phrase, const Text &text, qsizetype from)
{
    const Tokens &words = text.words;
    const qsizetype limit = std::min(words.size(), from + farthestTail);
    const qsizetype size = phrase.tail.size();
    const bool isParticle = size == 1 && phrase.tail.constFirst().size() <= 3;
    qsizetype last = -1; // "trag ein Treffen um 8 ein": the last one, and no preposition of a time
    for (qsizetype i = from; i < limit && !endsSentence(words, i); ++i) {
        if (!isMatch(text.folds, i, phrase.tail))
            continue;
        const Token::Kind next = i + size < words.size() ? words.at(i + size).kind : Token::Kind::Punctuation;
        if (!isParticle || (next != Token::Kind::Number && next != Token::Kind::When))
            last = i;
    }
    return last;
}

Gloss::Found Gloss::find(const Text &text, qsizetype at) const
{
    const Tokens &words = text.words;
    const Token &token = words.at(at);
    const auto known = token.isWord() ? m_phrases.constFind(text.folds.at(at)) : m_phrases.constEnd();
    if (known == m_phrases.constEnd())
        return {};
    // "Karl Lang, karl@example.com": a family name, not the word.
    const bool closes = at + 1 >= words.size() || !words.at(at + 1).isWord();
    if (closes && at > 0 && token.isCapitalised() && words.at(at - 1).isCapitalised()
        && !m_phrases.contains(text.folds.at(at - 1)))
        return {};
    Found best;
    for (const Phrase &phrase : *known) {
        const qsizetype length = 1 + phrase.head.size();
        const qsizetype size = length + phrase.tail.size();
        const qsizetype bestSize = best.phrase ? best.length + best.phrase->tail.size() : 0;
        // Of equal ones that with the right accents: "où" is no "ou".
        if (size < bestSize || (size == bestSize && phrase.first != token.lower))
            continue;
        if (!isMatch(text.folds, at + 1, phrase.head))
            continue;
        const qsizetype tail = phrase.tail.isEmpty() ? -1 : tailOf(phrase, text, at + length);
        if (phrase.tail.isEmpty() || tail >= 0)
            best = {&phrase, length, tail};
    }
    return best;
}

Tokens Gloss::inEnglish(const Tokens &words) const
{
    Text text{words, {}};
    text.folds.reserve(words.size());
    for (const Token &token : words)
        text.folds << folded(token.lower);
    Tokens result;
    std::vector<bool> gone(static_cast<std::size_t>(words.size()), false);
    qsizetype front = 0; // where a verb goes that stands at the end: "den Termin absagen"
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (gone[static_cast<std::size_t>(i)])
            continue;
        if (words.at(i).isPunctuation(u'¿') || words.at(i).isPunctuation(u'¡'))
            continue; // rules look at how a message begins
        const Found found = find(text, i);
        if (!found.phrase) {
            result << words.at(i);
            const bool ends = endsSentence(words, i) || words.at(i).isPunctuation(u',');
            front = ends ? result.size() : front;
            continue;
        }
        for (qsizetype k = 0; found.tail >= 0 && k < found.phrase->tail.size(); ++k)
            gone[static_cast<std::size_t>(found.tail + k)] = true;
        const QStringList &english = found.phrase->english;
        const bool wordByWord = english.size() == found.length;
        const bool moves = found.phrase->place == Place::ToFront;
        for (qsizetype k = 0; k < english.size(); ++k) {
            Token token = words.at(wordByWord ? i + k : i);
            if (!wordByWord) {
                token.to = words.at(i + found.length - 1).to;
                for (qsizetype further = 1; further < found.length; ++further)
                    token.text += u' ' + words.at(i + further).text;
            }
            token.isTranslated = token.isTranslated || token.lower != english.at(k) || found.length > 1;
            token.lower = english.at(k);
            result.insert(moves ? front + k : result.size(), token);
        }
        // "absagen und neu buchen": the next verb goes behind the "und".
        if (moves || found.phrase->opens)
            front = result.size();
        i += found.length - 1;
    }
    bool first = true;
    for (qsizetype i = 0; i < result.size(); ++i) {
        result[i].startsSentence = first;
        first = endsSentence(result, i) || (first && result.at(i).kind == Token::Kind::Punctuation);
    }
    return result;
}

} // namespace ChatCal::Dialogue
