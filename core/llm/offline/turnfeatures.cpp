// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/turnfeatures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

/// Groups of features and what each weighs; found by cross-validation.
enum Group { Facts, Words1To3, Letters, HeardWords, HeardTail, WordsInContext, Kinds, Before };
constexpr float weights[]{3, 2, 1, 0.5F, 1, 1, 3, 0.5F};

void begin(Features &features, Group group)
{
    features.begin(group, weights[group]);
}

/// A word as far as it tells what is wanted: a number is any number, a date any date.
QStringView shape(const Token &token, const Understood &said)
{
    switch (token.kind) {
    case Token::Kind::Number:
        return u"<number>";
    case Token::Kind::Email:
        return u"<email>";
    case Token::Kind::Phone:
        return u"<phone>";
    case Token::Kind::MeetingId:
        return u"<id>";
    case Token::Kind::Link:
        return u"<link>";
    case Token::Kind::Zone:
        return u"<zone>";
    case Token::Kind::When:
        for (const WhenSpan &span : said.when.spans) {
            if (span.from == token.from)
                return span.kind == WhenSpan::Kind::Date ? u"<date>"
                    : span.kind == WhenSpan::Kind::Time  ? u"<time>"
                                                         : u"<length>";
        }
        return u"<length>";
    case Token::Kind::Word:
    case Token::Kind::Punctuation:
        break;
    }
    return token.lower.isEmpty() ? QStringView(u"<name>") : QStringView(token.lower);
}

void addWords(const std::vector<QStringView> &words, QStringView group, Features &features)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        features.add(group, u"1", words[i]);
        features.add(group, u"2", i == 0 ? QStringView(u"^") : words[i - 1], words[i]);
        if (i >= 2)
            features.add(group, words[i - 2], words[i - 1], words[i]);
    }
    if (!words.empty())
        features.add(group, u"2", words.back(), u"$");
}

/// The kinds of the words in a row; equal neighbours are one.
std::vector<QStringView> kindsOf(const Understood &said)
{
    std::vector<QStringView> kinds{u"^"};
    for (const Token &token : said.tokens) {
        const bool plain = token.isWord() && !token.lower.isEmpty();
        const QStringView kind = plain ? wordKind(token) : shape(token, said);
        if (kind != kinds.back())
            kinds.push_back(kind);
    }
    kinds.push_back(u"$");
    return kinds;
}

void addKinds(const Understood &said, Features &features)
{
    const std::vector<QStringView> kinds = kindsOf(said);
    const QStringView none = u"";
    for (std::size_t i = 0; i + 1 < kinds.size(); ++i) {
        features.add(u"k1", kinds[i]);
        features.add(u"k2", kinds[i], kinds[i + 1]);
        const QStringView third = i + 2 < kinds.size() ? kinds[i + 2] : none;
        if (!third.isEmpty())
            features.add(u"k3", kinds[i], kinds[i + 1], third);
        if (i + 3 < kinds.size())
            features.add(QString(u"k4 "_s + kinds[i].toString()), kinds[i + 1], third, kinds[i + 3]);
    }
    // "add … to", "make … be": what comes after a verb at any distance.
    static const QStringList verbs{u"ADD"_s, u"MAKE"_s, u"REMOVE"_s, u"MOVE"_s, u"CREATE"_s, u"CANCEL"_s};
    for (std::size_t i = 1; i < kinds.size() && i < 40; ++i) {
        if (!verbs.contains(kinds[i]))
            continue;
        for (std::size_t j = i + 1; j < kinds.size() && j < i + 40; ++j)
            features.add(u"then", kinds[i], kinds[j]);
    }
}

void addLetters(const Tokens &tokens, Features &features)
{
    for (const Token &token : tokens) {
        if (!token.isWord() || token.lower.size() < 4)
            continue;
        const QString word = u'^' + token.lower.left(24) + u'$';
        for (qsizetype size = 3; size <= 5; ++size)
            for (qsizetype at = 0; at + size <= word.size(); ++at)
                features.add(u"c", QStringView(word).mid(at, size));
    }
}

std::vector<QStringView> lastSentence(const Tokens &tokens)
{
    qsizetype from = std::max<qsizetype>(tokens.size() - 1, 0);
    while (from > 0 && !tokens.at(from).startsSentence)
        --from;
    std::vector<QStringView> words;
    for (; from < tokens.size(); ++from)
        words.push_back(tokens.at(from).lower);
    return words;
}

QStringView manner(const Heard &heard)
{
    return heard.tokens.isEmpty() ? u"none" : heard.asks ? u"asks" : heard.done ? u"done" : u"says";
}

/// The names of those that are so.
template<std::size_t count>
std::vector<QStringView> namesOf(const std::pair<QStringView, bool> (&facts)[count])
{
    std::vector<QStringView> names;
    for (const auto &[name, is] : facts)
        if (is)
            names.push_back(name);
    return names;
}

/// What the rules make of the message.
std::vector<QStringView> factsOf(const Understood &said)
{
    const std::pair<QStringView, bool> facts[]{
        {u"greets", said.greets},
        {u"thanks", said.thanks},
        {u"affirms", said.affirms},
        {u"negates", said.negates},
        {u"corrects", said.corrects},
        {u"another", said.asksAnother},
        {u"soonest", said.soonest},
        {u"all", said.all},
        {u"question", said.question},
        {u"follows", said.followsUp},
        {u"blocks", said.blocks},
        {u"repeats", said.repeats},
        {u"joins", said.joins},
        {u"wish", said.explicitWish},
        {u"it", said.pointsBack},
        {u"meeting", said.saysMeeting},
        {u"calendar", said.aboutCalendar},
        {u"ordinal", said.ordinal.has_value()},
        {u"title", !said.title.isEmpty()},
        {u"place", !said.location.isEmpty()},
        {u"people", !said.attendees.isEmpty()},
        {u"date", said.when.hasDate},
        {u"time", said.when.hasTime},
        {u"window", said.when.isWindow},
        {u"length", said.when.duration.has_value()},
        {u"shift", !said.shift.isNone()},
        {u"old", said.oldWhen.has_value()},
    };
    return namesOf(facts);
}

std::vector<QStringView> expectedOf(const Expectation &expects)
{
    const std::pair<QStringView, bool> expected[]{
        {u"name", expects.name},        {u"day", expects.day},       {u"time", expects.time},
        {u"length", expects.duration},  {u"title", expects.title},   {u"place", expects.location},
        {u"yes", expects.confirmation}, {u"choice", expects.choice},
    };
    return namesOf(expected);
}

void addFacts(const TurnView &turn, QStringView before, const std::vector<QStringView> &words, Features &features)
{
    const QStringView first = words.empty() ? QStringView(u"^") : words.front();
    const QStringView second = words.size() < 2 ? QStringView(u"^") : words[1];
    const QStringView asked = manner(turn.heard);
    const QString rule = QString::number(static_cast<int>(turn.said.intent));
    features.add(u"first", first, second);
    features.add(u"first", first, before);
    features.add(u"first", first, asked);
    features.add(u"length", QString::number(std::min<std::size_t>(words.size(), 12)));
    features.add(u"before", before);
    features.add(u"heard", asked, before);
    features.add(u"rule", rule);
    features.add(u"rule", rule, before);
    features.add(u"rule", rule, before, asked);
    const std::vector<QStringView> tail = lastSentence(turn.heard.tokens);
    const QString question =
        tail.size() < 2 ? u"none"_s : tail[0].toString() + u' ' + tail[1].toString() + u' ' + tail.back().toString();
    features.add(u"tail", question);
    features.add(u"tail", question, before);
    features.add(u"tail", question, rule);
    for (const QStringView fact : factsOf(turn.said)) {
        features.add(u"is", fact);
        features.add(u"is", fact, before);
        features.add(u"is", fact, asked);
        features.add(u"is", fact, rule);
    }
    for (const QStringView expected : expectedOf(turn.heard.expects)) {
        features.add(u"expects", expected);
        features.add(u"expects", expected, before);
        features.add(u"expects", expected, rule);
        features.add(u"expects", expected, first);
    }
}

/// "I've put that on your calendar", "Your event has been added".
bool saysDone(const Tokens &tokens)
{
    static const PhraseSet done(
        u"i have put|i have deleted|i have changed|i have removed|i have added|i have updated|i have cancelled|"
        u"has been added|has been scheduled|was added|is added|successfully|has been updated|added to your calendar|"
        u"i have scheduled|i have moved|is now on your calendar|has been created|been added");
    return done.isIn(tokens);
}

} // namespace

QStringView wordKind(const Token &token)
{
    if (!token.isWord() || token.lower.isEmpty())
        return token.isWord()                        ? QStringView(u"NAME")
            : token.kind == Token::Kind::Punctuation ? QStringView(token.text)
                                                     : QStringView(u"OTHER");
    const Words &words = englishWords();
    static const PhraseSet kept(
        u"to|from|off|with|at|in|on|for|of|be|is|last|end|start|i|you|we|do|does|did|can|could|"
        u"would|will|shall|should|not|no|yes|and|or|but|too|also|well|instead|need|want|have|has|"
        u"am|are|was|when|what|who|where|how|which|if|me|out|up|by|as|before|after");
    static const PhraseSet definite(u"the|my|our|this|that|those|these|his|her|their|your");
    static const PhraseSet indefinite(u"a|an|another|new|some|any|one more");
    static const PhraseSet pronoun(u"it|them|him|her|one|ones|everything|all");
    static const PhraseSet adding(u"add|invite|include");
    static const PhraseSet making(u"make|set|have|put");
    static const PhraseSet removing(u"remove|disinvite|uninvite|take|drop|kick");
    const QString &word = token.lower;
    if (adding.has(word))
        return u"ADD";
    if (making.has(word))
        return u"MAKE";
    if (removing.has(word))
        return u"REMOVE";
    if (kept.has(word))
        return token.lower;
    if (definite.has(word))
        return u"THE";
    if (indefinite.has(word))
        return u"A";
    if (pronoun.has(word))
        return u"IT";
    if (words.calendar.has(word))
        return u"CALENDAR";
    if (words.occasion.has(word))
        return u"OCCASION";
    if (words.cancel.has(word))
        return u"CANCEL";
    if (words.move.has(word))
        return u"MOVE";
    if (words.create.has(word))
        return u"CREATE";
    if (words.availability.has(word))
        return u"FREE";
    if (words.meeting.has(word))
        return u"MEETING";
    if (words.offTopic.has(word))
        return u"OFF";
    if (words.yes.has(word))
        return u"YES";
    if (words.thanks.has(word))
        return u"THANKS";
    if (words.stop.has(word))
        return token.lower;
    return token.isCapitalised() && !token.startsSentence ? u"NAME" : u"x";
}

Heard heardOf(const QString &assistantText, Language language)
{
    Heard heard;
    heard.tokens = tokenize(assistantText, {}, language);
    heard.expects = expectationOf(assistantText, language);
    heard.asks = assistantText.contains(u'?');
    heard.done = saysDone(heard.tokens);
    return heard;
}

void addTurnFeatures(const TurnView &turn, QStringView before, Features &features)
{
    const Understood &said = turn.said;
    const QStringView earlier = before.isEmpty() ? QStringView(u"start") : before;
    std::vector<QStringView> words;
    std::vector<QStringView> plain; // without punctuation
    for (const Token &token : said.tokens) {
        words.push_back(shape(token, said));
        if (words.back().front().isLetterOrNumber() || words.back().front() == u'<')
            plain.push_back(words.back());
    }
    begin(features, Facts);
    addFacts(turn, earlier, plain, features);
    begin(features, Words1To3);
    addWords(words, u"u", features);
    begin(features, Letters);
    addLetters(said.tokens, features);
    begin(features, WordsInContext);
    for (const QStringView word : plain) {
        features.add(u"ub", word, earlier);
        features.add(u"ua", word, manner(turn.heard));
    }
    begin(features, Kinds);
    addKinds(said, features);
    begin(features, HeardWords);
    std::vector<QStringView> heard;
    for (const Token &token : turn.heard.tokens)
        heard.push_back(token.lower);
    addWords(heard, u"a", features);
    begin(features, HeardTail);
    addWords(lastSentence(turn.heard.tokens), u"t", features);
    if (!turn.saidBefore || !turn.heardBefore)
        return;
    begin(features, Before);
    const std::vector<QStringView> kinds = kindsOf(*turn.saidBefore);
    for (std::size_t i = 0; i + 1 < kinds.size(); ++i) {
        features.add(u"l1", kinds[i]);
        features.add(u"l2", kinds[i], kinds[i + 1]);
    }
    features.add(u"lr", QString::number(static_cast<int>(turn.saidBefore->intent)));
    addWords(lastSentence(turn.heardBefore->tokens), u"lt", features);
}

} // namespace ChatCal::Dialogue
