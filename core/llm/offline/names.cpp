// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/names.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

/// Capitalised words are names although they are something else as well: "May", "Will", "Sunny".
bool isAlsoName(const Token &token, const Words &words)
{
    return token.isCapitalised() && words.alsoName.has(token.lower);
}

bool mayBeName(const Token &token, const Words &words)
{
    return token.isWord() && !token.isTranslated && token.text.at(0).isLetter()
        && (!words.notName.has(token.lower) || isAlsoName(token, words));
}

/// "May 5", "May I": a date or a verb after all.
bool goesOnAsNoName(const Tokens &tokens, qsizetype at, const Words &words)
{
    static const PhraseSet going(u"the|i|we|you|he|she|they|it|be|there|of");
    if (!words.alsoName.has(tokens.at(at).lower) || at + 1 >= tokens.size())
        return false;
    const Token &next = tokens.at(at + 1);
    return next.text.at(0).isDigit() || going.has(next.lower);
}

bool isParticle(const QString &word)
{
    static const PhraseSet particles(u"von|van|de|der|da|di|la|bin|al");
    return particles.has(word);
}

/// The full stop of "Dr. Strange" and "John F. Kennedy".
bool isDotInName(const Tokens &tokens, qsizetype at, const Words &words)
{
    if (at == 0 || at + 1 >= tokens.size() || !tokens.at(at).isPunctuation(u'.'))
        return false;
    const Token &before = tokens.at(at - 1);
    const Token &after = tokens.at(at + 1);
    const bool shortened = words.honorific.has(before.lower) || (before.isCapitalised() && before.text.size() == 1);
    return shortened && tokens.at(at).from == before.to && after.isCapitalised() && mayBeName(after, words)
        && (!words.create.has(after.lower) || isAlsoName(after, words));
}

/// The words from @p from on that may make a name. @p loose takes lower case too.
qsizetype nameEnd(const Tokens &tokens, qsizetype from, const Words &words, bool loose)
{
    qsizetype end = from;
    for (int parts = 0; end < tokens.size() && parts < 4;) {
        if (end > from && isDotInName(tokens, end, words)) {
            ++end;
            continue;
        }
        const Token &token = tokens.at(end);
        const bool lower = loose && !words.stop.has(token.lower) && !words.afterName.has(token.lower);
        if (!mayBeName(token, words) || !(token.isCapitalised() || lower || (end > from && isParticle(token.lower))))
            break;
        ++end;
        ++parts;
    }
    return end;
}

QString nameOf(const Tokens &tokens, qsizetype from, qsizetype to)
{
    QString name;
    for (qsizetype i = from; i < to; ++i)
        name += (i == from || tokens.at(i).isPunctuation(u'.') ? u""_s : u" "_s) + tokens.at(i).text;
    return name;
}

bool endsHere(const Tokens &tokens, qsizetype at, const Words &words)
{
    if (at >= tokens.size())
        return true;
    const Token &token = tokens.at(at);
    return !token.isWord() || words.afterName.has(token.lower) || token.lower == "and"_L1 || token.lower == "from"_L1
        || token.lower == "my"_L1 || token.lower == "i"_L1 || token.lower == "at"_L1;
}

FoundName foundName(const Tokens &tokens, qsizetype from, qsizetype to)
{
    return {nameOf(tokens, from, to), from, to};
}

/// A bare name, as the answer to "What's your name?".
std::optional<FoundName> bareAnswer(const Tokens &tokens, const Words &words)
{
    // The words up to the first mark, contact or time.
    qsizetype start = 0;
    while (start < tokens.size()
           && (tokens.at(start).kind == Token::Kind::Punctuation || words.greeting.has(tokens.at(start).lower)
               || words.yes.has(tokens.at(start).lower)))
        ++start;
    if (start >= tokens.size())
        return std::nullopt;
    const bool alone = std::all_of(tokens.begin() + start + 1, tokens.end(),
                                   [](const Token &token) { return token.kind == Token::Kind::Punctuation; });
    if (alone && words.alsoName.has(tokens.at(start).lower)) { // "may" to "your name?"
        return foundName(tokens, start, start + 1);
    }
    if (!mayBeName(tokens.at(start), words) || goesOnAsNoName(tokens, start, words))
        return std::nullopt;
    const bool capital = tokens.at(start).isCapitalised();
    const qsizetype end = nameEnd(tokens, start, words, !capital);
    const Token &first = tokens.at(start);
    const bool command = words.cancel.has(first.lower) || words.move.has(first.lower)
        || (words.create.has(first.lower) && tokens.size() > 2) || words.help.has(first.lower)
        || words.thanks.has(first.lower) || words.offTopic.has(first.lower) || words.neverMind.matchAt(tokens, start)
        || words.meeting.has(first.lower) || words.occasion.has(first.lower) || words.no.has(first.lower)
        || words.goodbye.has(first.lower);
    // "dunno my email" begins with no name.
    const bool closes = capital ? endsHere(tokens, end, words) : end >= tokens.size() || !tokens.at(end).isWord();
    if (end > start && (!command || isAlsoName(first, words)) && (capital || end - start <= 2) && closes)
        return foundName(tokens, start, end);
    return std::nullopt;
}

/// "30 minutes please. Tess"
std::optional<FoundName> lastSentence(const Tokens &tokens, const Words &words)
{
    for (qsizetype i = 1; i < tokens.size(); ++i) {
        const qsizetype end = tokens.at(i).startsSentence ? nameEnd(tokens, i, words, false) : i;
        const bool closes =
            end >= tokens.size() || (end + 1 == tokens.size() && tokens.at(end).kind == Token::Kind::Punctuation);
        const QString &first = tokens.at(i).lower;
        const bool other = words.yes.has(first) || words.thanks.has(first) || words.greeting.has(first)
            || words.meeting.has(first) || words.occasion.has(first) || words.goodbye.has(first);
        if (end > i && closes && end - i <= 3 && !other)
            return foundName(tokens, i, end);
    }
    return std::nullopt;
}

/// "Ich bin Entwickler" tells a trade: German writes every noun with a capital. One word alone with the ending of a
/// trade is a name only where it is a known one.
bool isTrade(const Tokens &tokens, qsizetype at, qsizetype end)
{
    static const PhraseSet names(
        u"alexander|oliver|peter|dieter|günter|günther|walter|werner|rainer|reiner|holger|volker|heiner|rüdiger|"
        u"jennifer|esther|ester|xaver|javier|olivier|xavier|didier|roger|parker|carter|spencer|tyler|hunter|trevor|"
        u"viktor|victor|hector|gregor|karin|katrin|kathrin|martin|marin|kristin|christin|corin|katarin|florin|austin|"
        u"justin|dustin|augustin|quentin|valentin|vincent|laurent|florent|clement|millicent|bryant|grant|crispin");
    static const QStringList endings{u"er"_s,  u"rin"_s, u"tin"_s, u"gin"_s, u"ist"_s, u"ant"_s,
                                     u"ent"_s, u"eur"_s, u"tor"_s, u"oge"_s, u"arzt"_s};
    const QString &word = tokens.at(at).lower;
    const bool hasEnding =
        std::any_of(endings.begin(), endings.end(), [&](const QString &ending) { return word.endsWith(ending); });
    if (end != at + 1 || word.size() < 5 || !hasEnding || names.has(word))
        return false;
    // "Ich bin Schuster, anna@example.com" gives a name with its address.
    const qsizetype next = end < tokens.size() && tokens.at(end).kind == Token::Kind::Punctuation ? end + 1 : end;
    return next >= tokens.size()
        || (tokens.at(next).kind != Token::Kind::Email && tokens.at(next).kind != Token::Kind::Phone);
}

} // namespace

std::optional<FoundName> findName(const Tokens &tokens, const Words &words, bool asked)
{
    std::optional<FoundName> best;
    const auto take = [&](qsizetype from, qsizetype to) { best = FoundName{nameOf(tokens, from, to), from, to}; };
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const qsizetype cue = words.nameCue.matchAt(tokens, i);
        if (!cue)
            continue;
        qsizetype start = i + cue;
        if (start < tokens.size() && tokens.at(start).isPunctuation(u':'))
            ++start;
        const QString &last = tokens.at(i + cue - 1).lower;
        const bool sure = last == "is"_L1 && tokens.at(i + cue - 2).lower == "name"_L1;
        if (last == "name"_L1 && cue == 1 && !(i + 1 < tokens.size() && tokens.at(i + 1).isPunctuation(u':')))
            continue;
        // "Call me at 5": only a capital makes it a name. "this is", "it is" likewise.
        // "Ich bin flexibel" neither: what follows is no list of ours.
        const bool capitalOnly = !sure && (last != "am"_L1 || tokens.at(i + cue - 1).isTranslated);
        qsizetype end = nameEnd(tokens, start, words,
                                sure || (!capitalOnly && start < tokens.size() && !tokens.at(start).isCapitalised()));
        if (end <= start || !mayBeName(tokens.at(start), words) || goesOnAsNoName(tokens, start, words))
            continue;
        const bool fromGerman =
            last == "am"_L1 && tokens.at(i + cue - 1).text.compare("bin"_L1, Qt::CaseInsensitive) == 0;
        if (fromGerman && !asked && isTrade(tokens, start, end))
            continue;
        if (sure && !tokens.at(start).isCapitalised() && !endsHere(tokens, end, words))
            end = start + 1;
        const Token &first = tokens.at(start);
        const bool lowerCase = !first.isCapitalised();
        if (!sure && lowerCase
            && (end - start > 2 || !endsHere(tokens, end, words) || first.lower.endsWith("ing"_L1)
                || first.lower.endsWith("ed"_L1)))
            continue;
        if ((words.meeting.has(first.lower) || words.occasion.has(first.lower)) && !isAlsoName(first, words))
            continue;
        take(start, end);
        i = end - 1;
    }
    if (best)
        return best;
    // "Ada Lovelace is the name"
    static const PhraseSet isTheName(u"is the name|is my name");
    if (const auto tail = isTheName.find(tokens)) {
        qsizetype from = tail.at;
        while (from > 0 && from > tail.at - 4 && mayBeName(tokens.at(from - 1), words)
               && (tokens.at(from - 1).isCapitalised() || tail.at <= 2))
            --from;
        if (from < tail.at) {
            take(from, tail.at);
            return best;
        }
    }
    // "Sarah here", "Zoë Müller speaking": at the beginning of a sentence.
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (!(tokens.at(i).startsSentence || (i > 0 && words.greeting.has(tokens.at(i - 1).lower))
              || (i > 0 && tokens.at(i - 1).kind == Token::Kind::Punctuation)))
            continue;
        const qsizetype end = nameEnd(tokens, i, words, false);
        if (end <= i || words.greeting.matchAt(tokens, i) || goesOnAsNoName(tokens, i, words))
            continue;
        const bool signedOff = end < tokens.size() && words.afterName.has(tokens.at(end).lower);
        // "Ada, ada@example.com" and "Ada Lovelace, +1 …"
        qsizetype next = end;
        while (next < tokens.size() && next < end + 2
               && (tokens.at(next).kind == Token::Kind::Punctuation || tokens.at(next).lower == "and"_L1))
            ++next;
        // "Ada Lovelace, tel. +1 …"
        static const PhraseSet labels(u"tel|phone|telephone|mobile|cell|email|e-mail|mail|number");
        if (next < tokens.size() && labels.has(tokens.at(next).lower)) {
            ++next;
            while (next < tokens.size() && tokens.at(next).kind == Token::Kind::Punctuation)
                ++next;
        }
        const bool withContact = next < tokens.size()
            && (tokens.at(next).kind == Token::Kind::Email || tokens.at(next).kind == Token::Kind::Phone);
        const Token &first = tokens.at(i);
        const bool generic = words.meeting.has(first.lower) || words.occasion.has(first.lower)
            || words.yes.has(first.lower) || (words.create.has(first.lower) && i == 0) || words.cancel.has(first.lower);
        if ((!generic || isAlsoName(first, words)) && (signedOff || withContact)) {
            take(i, end);
            return best;
        }
    }
    // "30 minutes Ada Lovelace ada@example.com"
    static const PhraseSet others(u"with|invite|inviting|add|include|cc|to|ask|and|host");
    for (qsizetype i = 1; i < tokens.size(); ++i) {
        if (tokens.at(i).kind != Token::Kind::Email)
            continue;
        qsizetype from = i;
        while (from > 0 && i - from < 4 && tokens.at(from - 1).isCapitalised() && mayBeName(tokens.at(from - 1), words))
            --from;
        if (i - from >= 2 && (from == 0 || !others.has(tokens.at(from - 1).lower))) {
            take(from, i);
            return best;
        }
    }
    const bool question =
        std::any_of(tokens.begin(), tokens.end(), [](const Token &token) { return token.isPunctuation(u'?'); });
    if (!asked || question)
        return best;
    const auto bare = bareAnswer(tokens, words);
    return bare ? bare : lastSentence(tokens, words);
}

bool isLikelyOf(const QString &name, const QString &email)
{
    const QString local = email.section(u'@', 0, 0).toLower();
    const QStringList parts = name.toLower().split(u' ', Qt::SkipEmptyParts);
    return std::any_of(parts.begin(), parts.end(),
                       [&](const QString &part) { return part.size() > 2 && local.contains(part); });
}

QList<Addressed> findAddressed(const Tokens &tokens, const Words &words)
{
    static const PhraseSet between(u"at|e-mail|email|mail|address|is|on|her|his|their");
    static const PhraseSet lead(u"with|invite|inviting|add|include|am|is|called|and");
    QList<Addressed> found;
    qsizetype before = 0;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (tokens.at(i).kind != Token::Kind::Email)
            continue;
        qsizetype to = i;
        while (to > before
               && (tokens.at(to - 1).isPunctuation(u',') || tokens.at(to - 1).isPunctuation(u'(')
                   || tokens.at(to - 1).isPunctuation(u'<') || tokens.at(to - 1).isPunctuation(u':')
                   || between.has(tokens.at(to - 1).lower)))
            --to;
        // The longest that reads as a name from there on; in lower case only what a "with" or its like announces.
        for (qsizetype from = std::max(before, to - 6); from < to; ++from) {
            const bool announced = from > 0 && lead.has(tokens.at(from - 1).lower);
            const Token &first = tokens.at(from);
            if (!mayBeName(first, words) || lead.has(first.lower) || (!first.isCapitalised() && !announced)
                || (words.create.has(first.lower) && !isAlsoName(first, words) && !announced))
                continue;
            if (nameEnd(tokens, from, words, !first.isCapitalised()) != to)
                continue;
            const QString name = nameOf(tokens, from, to);
            if (announced || isLikelyOf(name, tokens.at(i).text)) {
                found << Addressed{name, tokens.at(i).text, from, to};
                break;
            }
        }
        before = i + 1;
    }
    return found;
}

QString shortName(const QString &name, const Words &words)
{
    const QStringList parts = name.split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return name;
    QString title = parts.constFirst().toLower();
    if (title.endsWith(u'.'))
        title.chop(1);
    return parts.size() > 1 && words.honorific.has(title) ? parts.constFirst() + u' ' + parts.constLast()
                                                          : parts.constFirst();
}

} // namespace ChatCal::Dialogue
