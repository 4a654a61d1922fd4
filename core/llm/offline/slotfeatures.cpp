// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/slotfeatures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

enum Group { Near, Far, Rules, Letters };
constexpr float weights[]{3, 2, 2, 1};

/// Of a long message only the beginning is looked through, so that one costs no more than some milliseconds.
constexpr qsizetype mostWords = 300;

/// A contraction gives two words over one stretch.
bool isSecondOfContraction(const Tokens &tokens, qsizetype at)
{
    return at > 0 && tokens.at(at).from == tokens.at(at - 1).from;
}

/// Words as they are written, in lower case, for comparing.
QStringList wordsIn(const QString &text)
{
    QStringList words;
    const Tokens tokens = splitWords(text, {}, Language::English);
    for (qsizetype i = 0; i < tokens.size(); ++i)
        if (tokens.at(i).kind != Token::Kind::Punctuation && !isSecondOfContraction(tokens, i))
            words << tokens.at(i).text.toLower();
    return words;
}

bool isQuote(const Token &token)
{
    static const QString quotes = u"\"“”«»„"_s;
    return token.kind == Token::Kind::Punctuation && quotes.contains(token.text);
}

} // namespace

QString tagName(Tag tag)
{
    return tag == Tag::Outside ? u"O"_s : tag == Tag::Begin ? u"B"_s : u"I"_s;
}

SlotWords::SlotWords(const QString &text, const TurnView &turn, QStringView intent, Language language)
    : m_text(text), m_turn(turn), m_intent(intent.toString()), m_tokens(tokenize(text, {}, language))
{
    static const PhraseSet cues(
        u"with|at|in|called|titled|named|about|for|to|location|title|name|invite|add|and|on|is|"
        u"from|of|schedule|create|set|put|make|book|have|cancel|delete|move|change|remind|my|the|a|"
        u"an|event|meeting|meet|need|want|going|reminder|appointment");
    bool quoted = false;
    bool announced = false;
    qsizetype cue = -1;
    for (qsizetype i = 0; i < m_tokens.size(); ++i) {
        const Token &token = m_tokens.at(i);
        QStringView when;
        for (const WhenSpan &span : m_turn.said.when.spans)
            if (token.from >= span.from && token.to <= span.to)
                when = span.kind == WhenSpan::Kind::Date ? u"date"
                    : span.kind == WhenSpan::Kind::Time  ? u"time"
                                                         : u"length";
        m_whens.push_back(when);
        m_kinds.push_back(wordKind(token));
        if (isQuote(token))
            quoted = !quoted;
        m_quoted.push_back(quoted && !isQuote(token));
        m_cues.push_back(cue);
        announced = announced && !token.startsSentence;
        m_announced.push_back(announced);
        announced = announced || englishWords().titleCue.matchAt(m_tokens, i) > 0;
        if (cues.has(token.lower))
            cue = i;
    }
    for (std::vector<bool> &ruled : m_ruled)
        ruled.assign(static_cast<std::size_t>(m_tokens.size()), false);
    markRuled(turn.said.title, m_ruled[0]);
    for (const QString &person : turn.said.attendees)
        markRuled(person, m_ruled[1]);
    markRuled(turn.said.location, m_ruled[2]);
}

void SlotWords::markRuled(const QString &value, std::vector<bool> &ruled) const
{
    const auto [from, to] = place(value);
    for (qsizetype i = from; i < to; ++i)
        ruled[static_cast<std::size_t>(i)] = true;
}

std::pair<qsizetype, qsizetype> SlotWords::place(const QString &value) const
{
    const QStringList wanted = wordsIn(value);
    if (wanted.isEmpty())
        return {-1, -1};
    for (qsizetype from = 0; from < m_tokens.size(); ++from) {
        qsizetype at = from;
        qsizetype found = 0;
        while (at < m_tokens.size() && found < wanted.size()) {
            const Token &token = m_tokens.at(at);
            const bool again = at > from && isSecondOfContraction(m_tokens, at);
            if (!again && token.kind != Token::Kind::Punctuation && token.text.toLower() != wanted.at(found))
                break;
            if (at == from && token.kind == Token::Kind::Punctuation)
                break;
            found += !again && token.kind != Token::Kind::Punctuation;
            ++at;
        }
        if (found == wanted.size())
            return {from, at};
    }
    return {-1, -1};
}

QStringView SlotWords::word(qsizetype at) const
{
    if (at < 0)
        return u"^";
    if (at >= m_tokens.size())
        return u"$";
    return m_tokens.at(at).kind == Token::Kind::Number ? QStringView(u"<number>") : QStringView(m_tokens.at(at).lower);
}

QStringView SlotWords::kind(qsizetype at) const
{
    if (at < 0)
        return u"^";
    if (at >= m_tokens.size())
        return u"$";
    const QStringView when = m_whens[static_cast<std::size_t>(at)];
    return when.isEmpty() ? m_kinds[static_cast<std::size_t>(at)] : when;
}

void SlotWords::addFeatures(Slot slot, qsizetype at, Tag before, Features &features) const
{
    const auto index = static_cast<std::size_t>(at);
    const Token &token = m_tokens.at(at);
    const QString tag = tagName(before);
    const QString rule = [&](qsizetype i) {
        QString found;
        for (std::size_t s = 0; s < slots.size(); ++s)
            found += i >= 0 && i < m_tokens.size() && m_ruled[s][static_cast<std::size_t>(i)] ? u'1' : u'0';
        return found;
    }(at);
    const bool ruledBefore = at > 0 && m_ruled[static_cast<std::size_t>(slot)][index - 1];
    const bool ruledNext = at + 1 < m_tokens.size() && m_ruled[static_cast<std::size_t>(slot)][index + 1];
    const bool when = !m_whens[index].isEmpty();
    const QString announced = m_announced[index] ? u"a"_s : u"-"_s;
    const QString shape = QString(token.isCapitalised() ? (token.startsSentence ? u"S"_s : u"C"_s) : u"l"_s)
        + (m_quoted[index] ? u"q"_s : QString()) + (at + 1 == m_tokens.size() ? u"e"_s : QString());

    features.begin(Near, weights[Near]);
    features.add(u"tag", tag);
    features.add(u"w", word(at));
    features.add(u"w", word(at), tag);
    features.add(u"k", kind(at));
    features.add(u"k", kind(at), tag);
    features.add(u"shape", shape);
    features.add(u"shape", shape, tag);
    features.add(u"w-", word(at - 1), tag);
    features.add(u"w-w", word(at - 1), word(at), tag);
    features.add(u"w+", word(at + 1));
    features.add(u"w+", word(at + 1), tag);
    features.add(u"ww+", word(at), word(at + 1));
    features.add(u"k-k", kind(at - 1), kind(at), tag);
    features.add(u"kk+", kind(at), kind(at + 1), tag);
    features.add(u"k-kk+", kind(at - 1), kind(at), kind(at + 1));

    features.begin(Far, weights[Far]);
    features.add(u"w--", word(at - 2), word(at - 1));
    features.add(u"w++", word(at + 1), word(at + 2));
    features.add(u"k--", kind(at - 2), kind(at - 1), kind(at));
    features.add(u"k++", kind(at), kind(at + 1), kind(at + 2));
    const qsizetype cue = m_cues[index];
    const QString distance = QString::number(std::min<qsizetype>(at - cue, 5));
    features.add(u"cue", word(cue), distance);
    features.add(u"cue", word(cue), tag);
    features.add(u"cue", word(cue), kind(at));
    features.add(u"cue2", word(cue < 0 ? -1 : m_cues[static_cast<std::size_t>(cue)]), word(cue));
    features.add(u"place", QString::number(std::min<qsizetype>(at, 6)));
    features.add(u"size", QString::number(std::min<qsizetype>(m_tokens.size(), 10)));

    features.begin(Rules, weights[Rules]);
    features.add(u"rule", rule);
    features.add(u"rule", rule, tag);
    features.add(u"announced", announced, tag);
    features.add(u"announced", announced, word(at), tag);
    features.add(u"announced", announced, rule, tag);
    features.add(u"announced", announced, QString(when ? u"w"_s : u"-"_s), tag);
    features.add(u"rule", rule, m_intent);
    features.add(u"rule", rule, QString::number(int(ruledBefore) + 2 * int(ruledNext)), tag);
    features.add(u"intent", m_intent);
    features.add(u"intent", m_intent, word(at - 1));
    features.add(u"intent", m_intent, word(cue));
    features.add(u"intent", m_intent, tag);
    const Expectation &expects = m_turn.heard.expects;
    const QString asked = QString(expects.title ? u"t"_s : QString()) + (expects.location ? u"l"_s : QString())
        + (expects.confirmation ? u"c"_s : QString()) + (m_turn.heard.tokens.isEmpty() ? u"n"_s : QString());
    features.add(u"asked", asked);
    features.add(u"asked", asked, tag);
    features.add(u"asked", asked, QString::number(std::min<qsizetype>(at, 4)));

    features.begin(Letters, weights[Letters]);
    for (qsizetype size = 2; size <= 4 && size < token.lower.size(); ++size) {
        features.add(u"<", token.lower.left(size));
        features.add(u">", token.lower.right(size));
    }
}

QStringList SlotWords::find(Slot slot, const LinearModel &model) const
{
    const qsizetype begin = model.labels().indexOf(tagName(Tag::Begin));
    const qsizetype inside = model.labels().indexOf(tagName(Tag::Inside));
    const qsizetype outside = model.labels().indexOf(tagName(Tag::Outside));
    QStringList found;
    if (begin < 0 || outside < 0)
        return found;
    qsizetype first = -1;
    Tag before = Tag::Outside;
    const auto close = [&](qsizetype to) {
        if (first >= 0)
            found << m_text.mid(m_tokens.at(first).from, m_tokens.at(to - 1).to - m_tokens.at(first).from).simplified();
        first = -1;
    };
    Features features;
    const qsizetype count = std::min(m_tokens.size(), mostWords);
    for (qsizetype i = 0; i < count; ++i) {
        features.clear();
        addFeatures(slot, i, before, features);
        const std::vector<float> chances = model.probabilities(features);
        const auto chance = [&](qsizetype label) {
            return label < 0 ? 0.0F : chances[static_cast<std::size_t>(label)];
        };
        Tag tag = Tag::Outside;
        float best = chance(outside);
        if (before != Tag::Outside && chance(inside) > best) {
            tag = Tag::Inside;
            best = chance(inside);
        }
        if (chance(begin) > best)
            tag = Tag::Begin;
        if (tag != Tag::Inside)
            close(i);
        if (tag == Tag::Begin)
            first = i;
        before = tag;
    }
    close(count);
    return found;
}

} // namespace ChatCal::Dialogue
