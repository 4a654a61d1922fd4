// SPDX-License-Identifier: Apache-2.0
#include "core/time/tokens.h"

#include <array>

namespace ChatCal::WhenGrammar {

namespace {

constexpr qsizetype longestWord = 24;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// A letter, or what belongs to one.
bool isWordPart(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit < 128)
        return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z');
    return c.isLetter() || c.isMark() || c.isSurrogate();
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019' || c == u'\u02BC';
}

char16_t foldSymbol(QChar c)
{
    const char16_t unit = c.unicode();
    const bool dash = unit == u'\u2010' || unit == u'\u2011' || unit == u'\u2012' || unit == u'\u2013'
        || unit == u'\u2014' || unit == u'\u2212' || unit == u'~';
    return dash ? u'-' : unit;
}

/// Words as they are looked up, side by side in one buffer.
struct Folded
{
    QVarLengthArray<char16_t, 512> letters;
    QVarLengthArray<std::pair<int, int>, 64> places; ///< per token: where, how long; length 0 is no word

    [[nodiscard]] QStringView at(qsizetype token) const
    {
        const auto [from, length] = places[token];
        return {letters.constData() + from, length};
    }
};

class Splitter
{
public:
    Splitter(QStringView text, const Lexicon &lexicon, Tokens &tokens, Folded &folded)
        : m_text(text), m_lexicon(lexicon), m_tokens(tokens), m_folded(folded)
    {
    }

    void run()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c.isSpace()) {
                ++m_at;
                m_space = true;
                m_chunkChecked = false;
                continue;
            }
            if (!m_chunkChecked && takeOpaqueChunk())
                continue;
            if (isDigit(c))
                takeNumber();
            else if (isWordPart(c))
                takeWord();
            else
                takeSymbol();
        }
    }

private:
    Token &add(Token::Kind kind, qsizetype from, qsizetype to)
    {
        Token token;
        token.kind = kind;
        token.from = static_cast<int>(from);
        token.to = static_cast<int>(to);
        token.spaceBefore = m_space;
        m_tokens.append(token);
        m_folded.places.append({static_cast<int>(m_folded.letters.size()), 0});
        m_space = false;
        m_at = to;
        return m_tokens.last();
    }

    void fold(qsizetype from, qsizetype to)
    {
        auto &[begin, length] = m_folded.places.last();
        if (to - from > longestWord)
            return;
        for (qsizetype i = from; i < to; ++i) {
            const QChar c = m_text[i];
            if (isApostrophe(c))
                continue;
            const char16_t unit = c.unicode();
            if (unit < 128)
                m_folded.letters.append(unit >= u'A' && unit <= u'Z' ? char16_t(unit + 32) : unit);
            else
                foldAccented(c);
        }
        length = static_cast<int>(m_folded.letters.size()) - begin;
    }

    void foldAccented(QChar c)
    {
        const char16_t plain = foldedLetter(c);
        if (plain == u'ß' || plain == u'œ') {
            m_folded.letters.append(plain == u'ß' ? u's' : u'o');
            m_folded.letters.append(plain == u'ß' ? u's' : u'e');
        } else if (plain != 0) {
            m_folded.letters.append(plain);
        }
    }

    // "l'heure" is two words where the language says so.
    [[nodiscard]] bool isElision(qsizetype apostrophe) const
    {
        if (!m_lexicon.hasElisions() || apostrophe - m_at > 6)
            return false;
        std::array<char16_t, 6> letters{};
        qsizetype count = 0;
        for (qsizetype i = m_at; i < apostrophe; ++i)
            letters[static_cast<std::size_t>(count++)] = foldedLetter(m_text[i]);
        const Entry *entry = m_lexicon.find(QStringView(letters.data(), count));
        return entry && entry->is(Word::Elided);
    }

    // Looks once at each run without spaces: an address, a link or an id is one thing however many numbers it holds.
    bool takeOpaqueChunk()
    {
        m_chunkChecked = true;
        qsizetype end = m_at;
        bool at = false, dotAfterAt = false, link = false;
        int letterToDigit = 0;
        bool startsWithLetter = m_text[m_at].isLetter();
        for (; end < m_text.size() && !m_text[end].isSpace(); ++end) {
            const QChar c = m_text[end];
            const QChar before = end > m_at ? m_text[end - 1] : QChar();
            if (c == u'@' && before.isLetterOrNumber())
                at = true;
            dotAfterAt = dotAfterAt || (at && c == u'.' && end + 1 < m_text.size() && m_text[end + 1].isLetter());
            link = link || (c == u'/' && before == u'/');
            if (isDigit(c) && before.isLetter() && startsWithLetter)
                ++letterToDigit;
        }
        const QStringView chunk = m_text.mid(m_at, end - m_at);
        if ((at && dotAfterAt) || link || chunk.startsWith(u"www.") || letterToDigit > 1 || isMeetingId(chunk)) {
            add(Token::Kind::Opaque, m_at, end);
            return true;
        }
        return false;
    }

    // MMDD-HHMM-DURm, the ids of our own meetings.
    static bool isMeetingId(QStringView chunk)
    {
        if (chunk.size() < 12 || chunk[4] != u'-' || chunk[9] != u'-')
            return false;
        for (const qsizetype i : {0, 1, 2, 3, 5, 6, 7, 8, 10}) {
            if (!isDigit(chunk[i]))
                return false;
        }
        return true;
    }

    void takeNumber()
    {
        const bool afterLetter = !m_space && m_at > 0 && m_text[m_at - 1].isLetter();
        qsizetype end = m_at;
        int value = 0;
        while (end < m_text.size() && isDigit(m_text[end])) {
            if (end - m_at < 8)
                value = value * 10 + (m_text[end].unicode() - u'0');
            ++end;
        }
        const qsizetype digits = end - m_at;
        // "2moro" is one word, "3pm" a number and a word.
        if (digits <= 2 && !afterLetter && end < m_text.size() && m_text[end].isLetter()) {
            qsizetype wordEnd = end;
            while (wordEnd < m_text.size() && m_text[wordEnd].isLetter())
                ++wordEnd;
            if (wordEnd - m_at <= 10) {
                const bool space = m_space;
                Token &word = add(Token::Kind::Word, m_at, wordEnd);
                fold(word.from, wordEnd);
                word.entry = m_lexicon.find(m_folded.at(m_tokens.size() - 1));
                if (word.entry)
                    return;
                m_at = word.from;
                m_folded.letters.resize(m_folded.places.last().first);
                m_folded.places.removeLast();
                m_tokens.removeLast();
                m_space = space;
            }
        }
        Token &number = add(Token::Kind::Number, m_at, end);
        number.digits = static_cast<std::uint8_t>(std::min<qsizetype>(digits, 99));
        number.number = value;
        number.afterLetter = afterLetter;
        fold(number.from, end);
    }

    void takeWord()
    {
        // "a.m." and "p.m" are one word.
        if (m_at + 2 < m_text.size() && m_text[m_at + 1] == u'.' && (m_at == 0 || !m_text[m_at - 1].isLetter())
            && (m_text[m_at + 2] == u'm' || m_text[m_at + 2] == u'M')
            && (m_at + 3 == m_text.size() || !m_text[m_at + 3].isLetterOrNumber())) {
            const char16_t letters[] = {m_text[m_at].toLower().unicode(), u'm'};
            if (const Entry *entry = m_lexicon.find(QStringView(letters, 2))) {
                const bool dot = m_at + 3 < m_text.size() && m_text[m_at + 3] == u'.';
                add(Token::Kind::Word, m_at, m_at + (dot ? 4 : 3)).entry = entry;
                return;
            }
        }
        qsizetype end = m_at;
        while (end < m_text.size()) {
            const QChar c = m_text[end];
            if (isWordPart(c)) {
                ++end;
                continue;
            }
            const bool apostrophe = isApostrophe(c) && end > m_at && end + 1 < m_text.size();
            const bool inside =
                apostrophe && (m_text[end + 1].isLetter() || (m_text[end - 1] == u's' && m_text[end + 1].isSpace()));
            if (!inside)
                break;
            ++end;
            if (isElision(end - 1))
                break;
        }
        Token &word = add(Token::Kind::Word, m_at, end);
        fold(word.from, end);
        const QStringView folded = m_folded.at(m_tokens.size() - 1);
        word.entry = m_lexicon.find(folded);
        if (!word.entry && !m_lexicon.startsPhrase(folded))
            word.entry = m_lexicon.findMisspelt(folded);
    }

    void takeSymbol()
    {
        Token &symbol = add(Token::Kind::Symbol, m_at, m_at + 1);
        symbol.symbol = foldSymbol(m_text[symbol.from]);
        m_folded.letters.append(symbol.symbol);
        m_folded.places.last().second = 1;
        if (symbol.symbol == u'@' || symbol.symbol == u'&')
            symbol.entry = m_lexicon.find(QStringView(&symbol.symbol, 1));
    }

    QStringView m_text;
    const Lexicon &m_lexicon;
    Tokens &m_tokens;
    Folded &m_folded;
    qsizetype m_at = 0;
    bool m_space = true;
    bool m_chunkChecked = false;
};

/// Joins words that mean something together, the longest phrase first.
void joinPhrases(const Lexicon &lexicon, Tokens &tokens, const Folded &folded)
{
    constexpr qsizetype longestPhrase = 8;
    qsizetype out = 0;
    for (qsizetype i = 0; i < tokens.size();) {
        qsizetype used = 1;
        const Entry *meaning = nullptr;
        if (tokens[i].kind != Token::Kind::Opaque) {
            int node = 0;
            for (qsizetype j = i; j < tokens.size() && j < i + longestPhrase; ++j) {
                if (tokens[j].kind == Token::Kind::Opaque || (j == i && tokens[j].afterLetter))
                    break;
                node = lexicon.nextNode(node, folded.at(j));
                if (node < 0)
                    break;
                if (const Entry *phrase = lexicon.phraseAt(node)) {
                    meaning = phrase;
                    used = j - i + 1;
                }
            }
        }
        if (meaning) {
            tokens[i].kind = Token::Kind::Word;
            tokens[i].entry = meaning;
            tokens[i].to = tokens[i + used - 1].to;
        }
        if (out != i)
            tokens[out] = tokens[i];
        ++out;
        i += used;
    }
    tokens.resize(out);
}

bool isNumber(const Token &token)
{
    return token.kind == Token::Kind::Number;
}

bool joinsDigits(const Token &token)
{
    return token.kind == Token::Kind::Symbol
        && (token.symbol == u'-' || token.symbol == u'.' || token.symbol == u'(' || token.symbol == u')'
            || token.symbol == u'+');
}

/// Telephone numbers: seven digits or more in groups that no date or time has.
void hideTelephones(Tokens &tokens)
{
    for (qsizetype i = 0; i < tokens.size();) {
        if (!isNumber(tokens[i])) {
            ++i;
            continue;
        }
        qsizetype end = i, groups = 0, pairs = 0;
        int total = 0;
        bool threeThenMore = false, longGroup = false;
        int previousDigits = 0;
        for (qsizetype j = i, gap = 0; j < tokens.size() && gap <= 2; ++j) {
            if (joinsDigits(tokens[j])) {
                ++gap;
                continue;
            }
            if (!isNumber(tokens[j]) || tokens[j].afterLetter)
                break;
            gap = 0;
            end = j + 1;
            ++groups;
            total += tokens[j].digits;
            pairs += tokens[j].digits == 2;
            longGroup = longGroup || (tokens[j].digits >= 5 && tokens[j].digits != 8) || tokens[j].digits > 8;
            threeThenMore = threeThenMore || (previousDigits == 3 && tokens[j].digits >= 3);
            previousDigits = tokens[j].digits;
        }
        if (end == i) { // glued to a letter
            ++i;
            continue;
        }
        const bool plus = i > 0 && tokens[i - 1].kind == Token::Kind::Symbol && tokens[i - 1].symbol == u'+';
        const bool halfDay =
            end < tokens.size() && tokens[end].entry && tokens[end].entry->is(Word::AmPm) && !longGroup;
        const bool frenchPairs = groups == 5 && pairs == 5;
        if (!halfDay && ((total >= 7 && (threeThenMore || longGroup || plus)) || frenchPairs)) {
            for (qsizetype j = i; j < end; ++j)
                tokens[j].kind = Token::Kind::Opaque;
        }
        i = end;
    }
}

/// "$12", "1,194.09 €", "30%", "#4", and numbers of five digits or more that are no ISO basic date.
void hideAmounts(Tokens &tokens)
{
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (!isNumber(tokens[i]))
            continue;
        const char16_t before = i > 0 ? tokens[i - 1].symbol : u'\0';
        const char16_t after = i + 1 < tokens.size() ? tokens[i + 1].symbol : u'\0';
        const bool money = before == u'$' || before == u'€' || before == u'£' || before == u'#' || after == u'%'
            || after == u'€' || after == u'£';
        const bool tooLong = tokens[i].digits > 4 && tokens[i].digits != 8;
        if (!money && !tooLong)
            continue;
        tokens[i].kind = Token::Kind::Opaque;
        while (i + 2 < tokens.size() && (tokens[i + 1].symbol == u',' || tokens[i + 1].symbol == u'.')
               && isNumber(tokens[i + 2]) && !tokens[i + 2].spaceBefore) {
            tokens[i + 2].kind = Token::Kind::Opaque;
            i += 2;
        }
    }
}

} // namespace

void tokenize(QStringView text, const Lexicon &lexicon, Tokens &tokens)
{
    tokens.clear();
    Folded folded;
    Splitter(text, lexicon, tokens, folded).run();
    joinPhrases(lexicon, tokens, folded);
    hideTelephones(tokens);
    hideAmounts(tokens);
}

} // namespace ChatCal::WhenGrammar
