// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/tokens.h"

#include "core/llm/offline/gloss.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

struct Contraction
{
    QStringView written;
    QStringView first;
    QStringView second;
};

/// Also the forms without an apostrophe that are no words of their own.
constexpr std::array contractions{Contraction{u"i'm", u"i", u"am"},
                                  Contraction{u"im", u"i", u"am"},
                                  Contraction{u"i'd", u"i", u"would"},
                                  Contraction{u"i've", u"i", u"have"},
                                  Contraction{u"ive", u"i", u"have"},
                                  Contraction{u"i'll", u"i", u"will"},
                                  Contraction{u"it's", u"it", u"is"},
                                  Contraction{u"that's", u"that", u"is"},
                                  Contraction{u"thats", u"that", u"is"},
                                  Contraction{u"what's", u"what", u"is"},
                                  Contraction{u"whats", u"what", u"is"},
                                  Contraction{u"when's", u"when", u"is"},
                                  Contraction{u"whens", u"when", u"is"},
                                  Contraction{u"where's", u"where", u"is"},
                                  Contraction{u"who's", u"who", u"is"},
                                  Contraction{u"how's", u"how", u"is"},
                                  Contraction{u"there's", u"there", u"is"},
                                  Contraction{u"here's", u"here", u"is"},
                                  Contraction{u"name's", u"name", u"is"},
                                  Contraction{u"let's", u"let", u"us"},
                                  Contraction{u"lets", u"let", u"us"},
                                  Contraction{u"don't", u"do", u"not"},
                                  Contraction{u"dont", u"do", u"not"},
                                  Contraction{u"doesn't", u"does", u"not"},
                                  Contraction{u"didn't", u"did", u"not"},
                                  Contraction{u"can't", u"can", u"not"},
                                  Contraction{u"cant", u"can", u"not"},
                                  Contraction{u"cannot", u"can", u"not"},
                                  Contraction{u"won't", u"will", u"not"},
                                  Contraction{u"isn't", u"is", u"not"},
                                  Contraction{u"aren't", u"are", u"not"},
                                  Contraction{u"wasn't", u"was", u"not"},
                                  Contraction{u"you're", u"you", u"are"},
                                  Contraction{u"we're", u"we", u"are"},
                                  Contraction{u"we'll", u"we", u"will"},
                                  Contraction{u"we'd", u"we", u"would"},
                                  Contraction{u"you'll", u"you", u"will"},
                                  Contraction{u"they're", u"they", u"are"},
                                  Contraction{u"wanna", u"want", u"to"},
                                  Contraction{u"gonna", u"going", u"to"},
                                  Contraction{u"couldn't", u"could", u"not"},
                                  Contraction{u"wouldn't", u"would", u"not"},
                                  Contraction{u"shouldn't", u"should", u"not"}};

bool isJoiner(QChar c)
{
    return c == u'\'' || c == u'’' || c == u'-' || c == u'‐' || c == u'_';
}

Token make(Token::Kind kind, const QString &text, qsizetype from, qsizetype to)
{
    Token token;
    token.kind = kind;
    token.text = text;
    token.lower = text.toLower();
    token.lower.replace(u'’', u'\'');
    token.from = from;
    token.to = to;
    return token;
}

/// How much of "l'après-midi", "j'ai", "qu'est" is a word of its own; none of "d'Artagnan" and "aujourd'hui".
qsizetype elisionOf(const QString &written)
{
    const qsizetype at = written.indexOf(u'\'') < 0 ? written.indexOf(u'’') : written.indexOf(u'\'');
    static const QStringList elided{u"l"_s, u"d"_s, u"j"_s,  u"m"_s,     u"t"_s,     u"s"_s,
                                    u"c"_s, u"n"_s, u"qu"_s, u"jusqu"_s, u"lorsqu"_s};
    const bool elides = at > 0 && elided.contains(written.left(at).toLower()) && !written.at(at + 1).isUpper();
    return elides ? at + 1 : 0;
}

void addForeignWord(Tokens &tokens, const QString &written, qsizetype from, Language language)
{
    const qsizetype cut = language == Language::French ? elisionOf(written) : 0;
    if (cut > 0)
        tokens << make(Token::Kind::Word, written.left(cut), from, from + cut);
    const QString rest = written.mid(cut);
    const bool number = std::all_of(rest.begin(), rest.end(), [](QChar c) { return c.isDigit(); });
    tokens << make(number ? Token::Kind::Number : Token::Kind::Word, rest, from + cut, from + written.size());
}

void addWord(Tokens &tokens, const QString &written, qsizetype from)
{
    const qsizetype to = from + written.size();
    const bool number = std::all_of(written.begin(), written.end(), [](QChar c) { return c.isDigit(); });
    Token token = make(number ? Token::Kind::Number : Token::Kind::Word, written, from, to);
    const auto known = std::find_if(contractions.begin(), contractions.end(),
                                    [&](const Contraction &c) { return c.written == token.lower; });
    if (known != contractions.end()) {
        Token second = token;
        token.lower = known->first.toString();
        second.lower = known->second.toString();
        tokens << token << second;
        return;
    }
    if (token.lower.endsWith("'s"_L1) && token.lower.size() > 2) {
        token.lower.chop(2);
        token.possessive = true;
    } else if (token.lower.endsWith(u'\'')) {
        token.lower.chop(1);
    }
    tokens << token;
}

} // namespace

Tokens tokenize(const QString &text, const QList<Marked> &marked, Language language)
{
    const Tokens words = splitWords(text, marked, language);
    return language == Language::English ? words : Gloss::of(language).inEnglish(words);
}

Tokens splitWords(const QString &text, const QList<Marked> &marked, Language language)
{
    Tokens tokens;
    qsizetype at = 0;
    auto mark = marked.begin();
    while (at < text.size()) {
        if (mark != marked.end() && at >= mark->from) {
            Token token = make(mark->kind, text.mid(mark->from, mark->to - mark->from), mark->from, mark->to);
            if (!mark->value.isEmpty())
                token.text = mark->value;
            if (mark->kind == Token::Kind::Word)
                token.lower.clear(); // a name: "Bill" is no bill to pay
            tokens << token;
            at = std::max(at + 1, mark->to);
            ++mark;
            continue;
        }
        const qsizetype limit = mark != marked.end() ? mark->from : text.size();
        const QChar c = text.at(at);
        if (c.isSpace()) {
            ++at;
        } else if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate()) {
            qsizetype end = at + 1;
            while (end < limit
                   && (text.at(end).isLetterOrNumber() || text.at(end).isMark() || text.at(end).isSurrogate()
                       || (isJoiner(text.at(end)) && end + 1 < limit && text.at(end + 1).isLetterOrNumber())))
                ++end;
            if (end - at == 1 && c.toLower() == u'w' && end < limit && text.at(end) == u'/') { // "coffee w/ Kim"
                Token with = make(Token::Kind::Word, text.mid(at, 2), at, end + 1);
                with.lower = u"with"_s;
                tokens << with;
                at = end + 1;
                continue;
            }
            if (language == Language::English)
                addWord(tokens, text.mid(at, end - at), at);
            else
                addForeignWord(tokens, text.mid(at, end - at), at, language);
            at = end;
        } else {
            tokens << make(Token::Kind::Punctuation, QString(c), at, at + 1);
            ++at;
        }
    }
    bool first = true;
    for (Token &token : tokens) {
        token.startsSentence = first;
        first = token.isPunctuation(u'.') || token.isPunctuation(u'!') || token.isPunctuation(u'?')
            || (first && token.kind == Token::Kind::Punctuation);
    }
    return tokens;
}

namespace {

/// Most words begin unlike all phrases of a set: no need to hash them.
quint64 startBit(const QString &word)
{
    return word.isEmpty() ? 0 : quint64(1) << (word.front().unicode() & 63U);
}

} // namespace

PhraseSet::PhraseSet(QStringView phrases)
{
    for (const QStringView phrase : phrases.split(u'|')) {
        QStringList words = phrase.trimmed().toString().split(u' ', Qt::SkipEmptyParts);
        if (words.isEmpty())
            continue;
        const QString first = words.takeFirst();
        m_starts |= startBit(first);
        m_phrases[first] << words;
    }
    for (QList<QStringList> &rest : m_phrases) {
        std::stable_sort(rest.begin(), rest.end(),
                         [](const QStringList &a, const QStringList &b) { return a.size() > b.size(); });
    }
}

qsizetype PhraseSet::matchAt(const Tokens &tokens, qsizetype at) const
{
    if (at < 0 || at >= tokens.size() || !(m_starts & startBit(tokens.at(at).lower)))
        return 0;
    const auto found = m_phrases.constFind(tokens.at(at).lower);
    if (found == m_phrases.constEnd())
        return 0;
    for (const QStringList &rest : *found) {
        if (at + 1 + rest.size() > tokens.size())
            continue;
        const bool same = std::equal(rest.begin(), rest.end(), tokens.begin() + at + 1,
                                     [](const QString &word, const Token &token) { return token.lower == word; });
        if (same)
            return 1 + rest.size();
    }
    return 0;
}

PhraseSet::Match PhraseSet::find(const Tokens &tokens, qsizetype from) const
{
    for (qsizetype i = from; i < tokens.size(); ++i) {
        if (const qsizetype length = matchAt(tokens, i))
            return {i, length};
    }
    return {};
}

bool PhraseSet::has(const QString &word) const
{
    if (!(m_starts & startBit(word)))
        return false;
    const auto found = m_phrases.constFind(word);
    return found != m_phrases.constEnd() && found->contains(QStringList());
}

} // namespace ChatCal::Dialogue
