// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/blanking.h"

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

void blank(QString &clean, qsizetype from, qsizetype to)
{
    for (qsizetype at = from; at < to; ++at)
        clean[at] = u' ';
}

/// Whether a "not", "I can't do" ends where the token at @p at begins.
bool isDeniedBefore(const Tokens &tokens, qsizetype at)
{
    static const PhraseSet denials(
        u"not|not on|not at|not for|not the|not this|can not do|can not make|can not on|not free|"
        u"not free on|not available|not available on|not free at|busy|busy on|rather not");
    for (qsizetype from = std::max<qsizetype>(0, at - 4); from < at; ++from) {
        if (denials.matchAt(tokens, from) == at - from)
            return true;
    }
    return false;
}

bool isDeniedAfter(const Tokens &tokens, qsizetype at)
{
    static const PhraseSet denials(
        u"does not work|does not suit|is not possible|is not good|will not work|is no good|is bad|"
        u"is out|is off|is not great|would not work|is not ideal|is too early|is too late|is full");
    return denials.matchAt(tokens, at) > 0;
}

/// "Tomorrow I can't, Friday I can", "Morgen passt nicht, übermorgen schon": a denial where another time is named.
/// Alone it may be of the meeting that stands.
bool isDeclinedAfter(const Tokens &tokens, qsizetype at)
{
    if (at >= tokens.size())
        return false;
    if (tokens.at(at).isTranslated && tokens.at(at).lower == "no"_L1) // moved to the front, but written here
        return true;
    static const PhraseSet refusals(u"i can not|can i not|can not|i am busy|i am not free");
    static const PhraseSet joints(u"but|and");
    const qsizetype length = refusals.matchAt(tokens, at);
    const qsizetype next = at + length;
    return length > 0 && (next == tokens.size() || !tokens.at(next).isWord() || joints.has(tokens.at(next).lower));
}

} // namespace

/// @p text with what is no time blanked out, positions kept.
QString masked(const QString &text, const QList<Marked> &marks)
{
    QString result = text;
    for (const Marked &mark : marks) {
        for (qsizetype i = mark.from; i < mark.to; ++i)
            result[i] = i == mark.from ? u',' : u' ';
    }
    return result;
}

/// In "move lunch to 1 pm" lunch is a meeting, not a part of the day; in "after lunch" it is. True if there was one.
bool blankMeals(QString &clean, Language language)
{
    static const PhraseSet meals(u"lunch|dinner|breakfast|brunch|tea");
    static const PhraseSet times(u"at|after|before|during|around|by|until|over|since");
    const Tokens tokens = tokenize(clean, {}, language);
    bool found = false;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (!meals.has(tokens.at(i).lower) || (i > 0 && times.has(tokens.at(i - 1).lower)))
            continue;
        for (qsizetype at = tokens.at(i).from; at < tokens.at(i).to; ++at)
            clean[at] = u'x';
        found = true;
    }
    return found;
}

/// In "the Monday one" one is no hour.
void blankOnes(QString &clean, const Tokens &tokens)
{
    static const PhraseSet pointing(u"the|that|this|my");
    static const PhraseSet before(u"at|by|until|to|from|and|around|for|about|is|or|it");
    for (qsizetype i = 2; i < tokens.size(); ++i) {
        const Token &one = tokens.at(i);
        if (one.text.compare("one"_L1, Qt::CaseInsensitive) != 0 || !pointing.has(tokens.at(i - 2).lower)
            || !tokens.at(i - 1).isWord() || before.has(tokens.at(i - 1).lower))
            continue;
        for (qsizetype at = one.from; at < one.to; ++at)
            clean[at] = u'x';
    }
}

/// In "fit in 2 hours of work" the two hours are a length.
void blankParticles(QString &clean, const Tokens &tokens)
{
    for (const Token &token : tokens) {
        if (token.text.compare("w/"_L1, Qt::CaseInsensitive) == 0) // "9-10 w/ Kim" counts no weeks
            blank(clean, token.from, token.to);
    }
    static const PhraseSet sameTime(u"at the same time|the same time|same time");
    if (const auto found = sameTime.find(tokens)) // "the 9th, same time"
        blank(clean, tokens.at(found.at).from, tokens.at(found.at + found.length - 1).to);
    static const PhraseSet everAfter(u"from now on|for now");
    if (const auto found = everAfter.find(tokens))
        blank(clean, tokens.at(found.at).from, tokens.at(found.at + found.length - 1).to);
    static const PhraseSet verbs(u"fit in|squeeze in|get in|put in|slot in|block in");
    for (auto verb = verbs.find(tokens); verb; verb = verbs.find(tokens, verb.at + verb.length)) {
        const Token &particle = tokens.at(verb.at + verb.length - 1);
        for (qsizetype at = particle.from; at < particle.to; ++at)
            clean[at] = u' ';
    }
}

bool blankDenied(QString &clean, const Tokens &tokens, const WhenParser &parser, const WhenContext &context)
{
    static const PhraseSet sign(u"not|no|busy|out|off|bad|too|full");
    if (!sign.isIn(tokens))
        return false;
    const QList<When> mentions = parser.parseAll(clean, context);
    QList<std::pair<qsizetype, qsizetype>> denied, declined;
    // By place: a translated verb may have moved to the front.
    std::vector<std::pair<qsizetype, qsizetype>> places;
    for (qsizetype i = 0; i < tokens.size(); ++i)
        places.emplace_back(tokens.at(i).from, i);
    std::sort(places.begin(), places.end());
    const auto tokenAt = [&](qsizetype place) {
        const auto found = std::lower_bound(places.begin(), places.end(), std::pair(place, qsizetype(-1)));
        return found == places.end() ? tokens.size() : found->second;
    };
    static const PhraseSet joints(u"or|and|nor");
    qsizetype kept = 0;
    bool before = false; // the mention before is denied
    for (const When &mention : mentions) {
        if (mention.spans.isEmpty())
            continue;
        const qsizetype from = mention.spans.constFirst().from;
        const qsizetype to = mention.spans.constLast().to;
        const qsizetype at = tokenAt(from);
        const bool joined = before && at > 0 && joints.has(tokens.at(at - 1).lower);
        before = joined || isDeniedBefore(tokens, at) || isDeniedAfter(tokens, tokenAt(to));
        if (before)
            denied.append({from, to});
        else if (isDeclinedAfter(tokens, tokenAt(to)))
            declined.append({from, to});
        else
            ++kept;
    }
    if (kept > 0)
        denied += declined;
    else
        kept = declined.size();
    // What alone is named may be the time of the meeting that is called off.
    static const PhraseSet excuses(u"can not make|can not make it|not attend|not be able");
    if (kept == 0 && excuses.isIn(tokens))
        return false;
    for (const auto &[from, to] : std::as_const(denied))
        blank(clean, from, to);
    // "Not 2, 3": bare numbers are no times yet.
    const auto last = std::find_if(tokens.rbegin(), tokens.rend(),
                                   [](const Token &token) { return token.kind == Token::Kind::Number; });
    const qsizetype lastNumber = tokens.rend() - last - 1;
    for (qsizetype i = 1; i < lastNumber && mentions.isEmpty(); ++i) {
        if (tokens.at(i).kind == Token::Kind::Number && isDeniedBefore(tokens, i))
            blank(clean, tokens.at(i).from, tokens.at(i).to);
    }
    return kept == 0 && !denied.isEmpty();
}

bool blankChosen(QString &clean, const When &when, const Words &words, Language language)
{
    if (when.hasTime) // "the first at 3"
        return false;
    bool found = false;
    for (const WhenSpan &span : when.spans) {
        const Tokens said = tokenize(clean.mid(span.from, span.to - span.from), {}, language);
        const auto isAll = [&said](const PhraseSet *ordinal) { return ordinal->matchAt(said, 0) == said.size(); };
        const auto ordinals = {&words.first, &words.second, &words.third, &words.fourth, &words.last};
        if (span.kind != WhenSpan::Kind::Date || std::none_of(ordinals.begin(), ordinals.end(), isAll))
            continue;
        std::fill(clean.begin() + span.from, clean.begin() + span.to, u' ');
        found = true;
    }
    return found;
}

} // namespace ChatCal::Dialogue
