// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/subjects.h"

#include "core/llm/offline/entities.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

/// One walk over the tokens of a message, cutting it into what, with whom and where.
class Cutter
{
public:
    Cutter(const QString &text, const Tokens &tokens, const Words &words)
        : m_text(text), m_tokens(tokens), m_words(words), m_used(static_cast<std::size_t>(tokens.size()), false)
    {
    }

    [[nodiscard]] bool isPlain(qsizetype at) const
    {
        return at < m_tokens.size() && !m_used[static_cast<std::size_t>(at)]
            && (m_tokens.at(at).isWord() || m_tokens.at(at).kind == Token::Kind::Number);
    }
    [[nodiscard]] QString cut(qsizetype from, qsizetype to)
    {
        for (qsizetype i = from; i < to; ++i)
            m_used[static_cast<std::size_t>(i)] = true;
        return wordsOf(m_text, m_tokens, from, to);
    }
    /// The text between quotation marks, if any stand after @p from.
    QString quoted(qsizetype from);
    QStringList people(qsizetype from);
    QString place();
    /// The noun phrase after a verb; empty when it says no more than "meeting".
    QString nounPhrase(qsizetype from);
    qsizetype phraseEnd(qsizetype from, bool throughWith) const;
    /// A title that was announced may hold any preposition: "Movie at Rialto Cinemas".
    qsizetype titleEnd(qsizetype from) const;
    qsizetype skipFiller(qsizetype from, qsizetype to) const;
    [[nodiscard]] bool saysNothing(qsizetype from, qsizetype to) const;

private:
    const QString &m_text;
    const Tokens &m_tokens;
    const Words &m_words;
    std::vector<bool> m_used;
};

bool isQuote(const Token &token)
{
    return token.isPunctuation(u'"') || token.isPunctuation(u'“') || token.isPunctuation(u'”')
        || token.isPunctuation(u'«') || token.isPunctuation(u'»');
}

QString Cutter::quoted(qsizetype from)
{
    qsizetype open = from;
    while (open < m_tokens.size() && !isQuote(m_tokens.at(open)))
        ++open;
    qsizetype close = open + 1;
    while (close < m_tokens.size() && !isQuote(m_tokens.at(close)))
        ++close;
    if (close >= m_tokens.size() || close == open + 1)
        return {};
    return cut(open + 1, close);
}

qsizetype Cutter::phraseEnd(qsizetype from, bool throughWith) const
{
    qsizetype end = from;
    while (isPlain(end)) {
        const QString &word = m_tokens.at(end).lower;
        const bool stops =
            m_words.stop.has(word) && !(throughWith && (word == "with"_L1 || word == "and"_L1 || word == "for"_L1));
        if (stops && end > from)
            break;
        if (stops && word != "my"_L1)
            break;
        ++end;
    }
    return end;
}

qsizetype Cutter::titleEnd(qsizetype from) const
{
    static const PhraseSet ends(
        u"starting|and the|and give|and put|and set|and it|and add|and make|and schedule|please|"
        u"as the|instead|with the location|located|for the|on my|to my|beginning|at the time|with a");
    qsizetype end = from;
    while (isPlain(end) && !(end > from && ends.matchAt(m_tokens, end) > 0))
        ++end;
    while (end > from + 1 && m_words.stop.has(m_tokens.at(end - 1).lower))
        --end;
    return end;
}

qsizetype Cutter::skipFiller(qsizetype from, qsizetype to) const
{
    // A preposition begins something else: "I'll be in New York".
    static const PhraseSet prepositions(u"in|on|at|for|of|from|with");
    while (from < to && !prepositions.has(m_tokens.at(from).lower)
           && (m_words.filler.has(m_tokens.at(from).lower) || m_tokens.at(from).kind == Token::Kind::Number))
        ++from;
    return from;
}

bool Cutter::saysNothing(qsizetype from, qsizetype to) const
{
    for (qsizetype i = from; i < to; ++i) {
        const Token &token = m_tokens.at(i);
        if (!m_words.filler.has(token.lower) && !m_words.meeting.has(token.lower) && !m_words.calendar.has(token.lower)
            && token.kind != Token::Kind::Number)
            return false;
    }
    return true;
}

/// "with Kim and Jean-Luc", "invite Ada, Bob".
QStringList Cutter::people(qsizetype from)
{
    static const PhraseSet nobody(
        u"me|you|him|her|us|them|it|a|an|this|that|your|no|someone|somebody|anyone|both|all|everyone|"
        u"google|zoom|video|phone|first|second|third|last|the|option|i|we|what|who|one|something|another|to|there|"
        u"event|time|each|too|also|as");
    QStringList found;
    qsizetype at = from;
    while (isPlain(at) || (at < m_tokens.size() && m_tokens.at(at).kind == Token::Kind::Email)) {
        if (m_tokens.at(at).kind == Token::Kind::Email) { // known already; others may follow
            ++at;
            while (at < m_tokens.size() && (m_tokens.at(at).isPunctuation(u',') || m_tokens.at(at).lower == "and"_L1))
                ++at;
            continue;
        }
        static const PhraseSet after(u"there|then|too|again|instead");
        qsizetype end = at;
        while (isPlain(end) && end - at < 4 && !m_words.stop.has(m_tokens.at(end).lower)
               && !(end > at && m_tokens.at(end).isTranslated)
               && !(end > at && (after.has(m_tokens.at(end).lower) || m_tokens.at(end).kind == Token::Kind::Number))
               && !(end > at
                    && (m_words.meeting.has(m_tokens.at(end).lower) || m_words.calendar.has(m_tokens.at(end).lower))))
            ++end;
        // "my boss", "the team", "Dr Smith"
        if (end == at && (m_tokens.at(at).lower == "my"_L1) && isPlain(at + 1)) {
            end = at + 2;
            while (isPlain(end) && m_tokens.at(end).isCapitalised())
                ++end;
        }
        if (end == at || (nobody.has(m_tokens.at(at).lower)))
            break;
        qsizetype first = at;
        if (m_tokens.at(first).lower == "the"_L1 || m_tokens.at(first).lower == "my"_L1)
            ++first;
        if (first == end)
            break;
        found << cut(first, end);
        at = end;
        // "Ann Lee <ann@example.com> and Bob"
        if (at + 2 < m_tokens.size() && m_tokens.at(at).kind == Token::Kind::Punctuation
            && m_tokens.at(at + 1).kind == Token::Kind::Email && m_tokens.at(at + 2).kind == Token::Kind::Punctuation)
            at += 3;
        bool joined = false;
        while (at < m_tokens.size()
               && (m_tokens.at(at).isPunctuation(u',') || m_tokens.at(at).isPunctuation(u'&')
                   || m_tokens.at(at).lower == "and"_L1)) {
            joined = true;
            ++at;
        }
        if (!joined
            || (isPlain(at)
                && (m_words.create.has(m_tokens.at(at).lower) || m_words.cancel.has(m_tokens.at(at).lower)
                    || m_words.move.has(m_tokens.at(at).lower))))
            break;
    }
    return found;
}

QString Cutter::place()
{
    static const PhraseSet cues(u"location as|location will be|location at|address is|the address is|the place is|"
                                u"at|in|location is|location should be|the location is|location of|located at|location "
                                u"to|take place at|held at");
    static const PhraseSet nowhere(u"my|the morning|the afternoon|the evening|it|that|this|least|most|all|once|"
                                   u"person|general|advance|case|order|fact|me|your calendar|the calendar|a|an|"
                                   u"calendar|schedule|time|night|which|what|some|any|one|there|work on|about");
    for (auto cue = cues.find(m_tokens); cue; cue = cues.find(m_tokens, cue.at + 1)) {
        qsizetype from = cue.at + cue.length;
        if (!isPlain(from) || m_used[static_cast<std::size_t>(cue.at)])
            continue;
        if (m_tokens.at(from).lower == "the"_L1)
            ++from;
        if (!isPlain(from) || nowhere.matchAt(m_tokens, from) || nowhere.matchAt(m_tokens, cue.at + cue.length))
            continue;
        qsizetype end = from;
        while (
            isPlain(end)
            && !(end > from && m_words.stop.has(m_tokens.at(end).lower) && m_tokens.at(end).lower != "of"_L1
                 && !((m_tokens.at(end).lower == "on"_L1 || m_tokens.at(end).lower == "in"_L1) && isPlain(end + 1)
                      && !m_words.stop.has(m_tokens.at(end + 1).lower) && m_tokens.at(end + 1).lower != "my"_L1
                      && !m_words.calendar.has(m_tokens.at(end + 1).lower) && m_tokens.at(end + 1).lower != "the"_L1)))
            ++end;
        if (end == from || m_words.calendar.has(m_tokens.at(from).lower) || m_words.stop.has(m_tokens.at(from).lower))
            continue;
        return cut(from, end);
    }
    return {};
}

QString Cutter::nounPhrase(qsizetype from)
{
    const qsizetype start = skipFiller(from, m_tokens.size());
    qsizetype end = phraseEnd(start, false);
    while (end > start
           && (m_words.stop.has(m_tokens.at(end - 1).lower) || m_words.calendar.has(m_tokens.at(end - 1).lower)
               || m_tokens.at(end - 1).lower == "the"_L1)) // "llamar a Paul el lunes"
        --end;
    if (start >= end || saysNothing(start, end))
        return {};
    const QString &first = m_tokens.at(start).lower;
    if (end == start + 1 && (m_words.cancel.has(first) || m_words.move.has(first) || first == "make"_L1))
        return {};
    return cut(start, end);
}

QString withoutTail(QString title)
{
    while (!title.isEmpty() && (title.back().isPunct() || title.back().isSpace()) && title.back() != u')'
           && title.back() != u'?')
        title.chop(1);
    // "put the board prep there"
    if (title.endsWith(" there"_L1))
        title.chop(6);
    return title.trimmed();
}

/// Without the word that leads on to a time: "en la oficina el | viernes".
QString withoutLead(QString place)
{
    static const QRegularExpression lead(u"\\s+(el|los|las|le|les|am|um|ab|on|at|from)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return place.remove(lead);
}

bool isHost(const QString &person, const QString &hostName)
{
    const QStringList parts = hostName.toLower().split(u' ', Qt::SkipEmptyParts);
    const QStringList said = person.toLower().split(u' ', Qt::SkipEmptyParts);
    return !parts.isEmpty() && !said.isEmpty()
        && std::all_of(said.begin(), said.end(), [&](const QString &word) { return parts.contains(word); });
}

void readPeople(Cutter &cutter, const Tokens &tokens, const Words &words, const ReadContext &context,
                Understood &understood)
{
    for (auto cue = words.with.find(tokens); cue; cue = words.with.find(tokens, cue.at + cue.length))
        understood.attendees << cutter.people(cue.at + cue.length);
    static const PhraseSet inviting(u"invite|inviting|include|bring");
    if (const auto cue = inviting.find(tokens)) {
        static const PhraseSet existing(u"to the|to it|to that|to this|to my|as well|too");
        understood.attendees << cutter.people(cue.at + cue.length);
        understood.joins = !understood.attendees.isEmpty() && existing.isIn(tokens);
    }
    // "add Amy to the meeting", "add Tom too"
    static const PhraseSet adding(u"add|include|put");
    static const PhraseSet calendars(u"calendar|schedule|agenda|planner|diary|list");
    if (const auto cue = adding.find(tokens); cue && understood.attendees.isEmpty()) {
        const qsizetype from = cue.at + cue.length;
        qsizetype to = from;
        bool capitals = true;
        while (cutter.isPlain(to) && (!words.stop.has(tokens.at(to).lower) || tokens.at(to).lower == "and"_L1)) {
            capitals = capitals && (tokens.at(to).isCapitalised() || tokens.at(to).lower == "and"_L1);
            ++to;
        }
        static const PhraseSet onto(
            u"to the|to it|to that|to this|to our|as attendees|as an attendee|too|also|as well");
        const qsizetype target = onto.matchAt(tokens, to);
        const bool toCalendar =
            target > 0 && to + target < tokens.size() && calendars.has(tokens.at(to + target).lower);
        understood.joins = to > from && capitals && target > 0 && !toCalendar;
        if (to > from && to - from <= 8 && capitals && target > 0 && !toCalendar
            && !words.filler.has(tokens.at(from).lower))
            understood.attendees << cutter.people(from);
    }
    // "meet Kim for coffee"
    static const PhraseSet meeting(u"meet|meeting|see|seeing");
    if (const auto cue = meeting.find(tokens); cue && understood.attendees.isEmpty()
        && cue.at + cue.length < tokens.size() && tokens.at(cue.at + cue.length).isCapitalised())
        understood.attendees << cutter.people(cue.at + cue.length);
    understood.attendees.removeIf([&](const QString &person) {
        return isHost(person, context.hostName) || (!understood.name.isEmpty() && person == understood.name);
    });
    understood.attendees.removeDuplicates();
}

QString readTitle(Cutter &cutter, const Tokens &tokens, const Words &words, const ReadContext &context,
                  const Understood &understood)
{
    const bool calendarMatter = understood.intent == Intent::Create || understood.intent == Intent::Query
        || understood.intent == Intent::Update || understood.intent == Intent::Delete || context.expects.title;
    if (const auto cue = words.titleCue.find(tokens)) {
        QString inQuotes = cutter.quoted(cue.at);
        if (!inQuotes.isEmpty())
            return inQuotes;
        qsizetype from = cue.at + cue.length;
        if (from < tokens.size() && tokens.at(from).isPunctuation(u':'))
            ++from;
        const qsizetype end = cutter.titleEnd(from);
        if (end > from)
            return cutter.cut(from, end);
    }
    if (calendarMatter) {
        QString inQuotes = cutter.quoted(0);
        if (!inQuotes.isEmpty())
            return inQuotes;
    }
    QString topic;
    if (const auto cue = words.aboutCue.find(tokens)) {
        const qsizetype from = cue.at + cue.length;
        const qsizetype end = cutter.phraseEnd(from, true);
        const qsizetype start = cutter.skipFiller(from, end);
        if (start < end)
            topic = cutter.cut(start, end);
    }
    if (!calendarMatter)
        return topic;
    // The noun phrase after the verb, else the first one that says something.
    QList<const PhraseSet *> verbs{&words.remind, &words.create};
    if (understood.intent == Intent::Delete)
        verbs = {&words.cancel};
    else if (understood.intent == Intent::Update)
        verbs = {&words.move};
    else if (understood.intent == Intent::Query)
        verbs = {&words.query};
    static const PhraseSet between(u"me|in|at|on|to|by");
    for (const PhraseSet *set : std::as_const(verbs)) {
        for (auto verb = set->find(tokens); verb; verb = set->find(tokens, verb.at + verb.length)) {
            qsizetype from = verb.at + verb.length;
            // "remind me in 2 hours to call the bank"
            while (set == &words.remind && from < tokens.size()
                   && (tokens.at(from).kind == Token::Kind::When || between.has(tokens.at(from).lower)))
                ++from;
            const QString phrase = cutter.nounPhrase(from);
            if (!phrase.isEmpty())
                return topic.isEmpty() ? phrase : topic;
        }
    }
    if (!topic.isEmpty())
        return topic;
    // "trag für Freitag um 15 Uhr eine Teambesprechung ein": when comes first
    const bool isTranslated = understood.language.value_or(Language::English) != Language::English;
    for (qsizetype i = 0; isTranslated && context.host && understood.intent == Intent::Create && i < tokens.size();
         ++i) {
        const bool begins = tokens.at(i).lower == "a"_L1 || tokens.at(i).lower == "the"_L1;
        QString phrase = begins ? cutter.nounPhrase(i) : QString();
        if (!phrase.isEmpty())
            return phrase;
    }
    // "block Friday morning for focus time"
    for (qsizetype i = 0; context.host && understood.intent == Intent::Create && i + 1 < tokens.size(); ++i) {
        QString phrase = tokens.at(i).lower == "for"_L1 ? cutter.nounPhrase(i + 1) : QString();
        if (!phrase.isEmpty())
            return phrase;
    }
    static const PhraseSet showing(u"show me|show my|show the|show all|show");
    const qsizetype shown = showing.matchAt(tokens, 0); // "show me my calendar" is no show
                                                        // "after lunch" tells the time
    static const PhraseSet times(u"after|before|during|around|until|over|by|since");
    auto occasion = words.occasion.find(tokens, shown);
    while (occasion && occasion.at > 0 && times.has(tokens.at(occasion.at - 1).lower))
        occasion = words.occasion.find(tokens, occasion.at + occasion.length);
    if (occasion) {
        qsizetype from = occasion.at;
        while (from > 0 && cutter.isPlain(from - 1) && !words.stop.has(tokens.at(from - 1).lower)
               && !words.filler.has(tokens.at(from - 1).lower) && !words.create.has(tokens.at(from - 1).lower))
            --from;
        qsizetype end = occasion.at + occasion.length;
        while (cutter.isPlain(end)
               && (words.meeting.has(tokens.at(end).lower) || words.occasion.has(tokens.at(end).lower)))
            ++end;
        return cutter.cut(from, end);
    }
    return {};
}

/// "and pick up the cake on Friday": the owner's own words for what comes.
QString openingWords(Cutter &cutter, const Tokens &tokens, const Words &words)
{
    static const PhraseSet opening(u"and|then|also|ok|okay|please|so");
    qsizetype front = 0;
    static const PhraseSet between(u"in|at|on|to|by");
    while (front < tokens.size()
           && (opening.has(tokens.at(front).lower) || tokens.at(front).kind == Token::Kind::When
               || between.has(tokens.at(front).lower)))
        ++front;
    if (words.create.matchAt(tokens, front))
        return {};
    static const PhraseSet closing(u"at|on|with|from|for|by|tomorrow|today");
    qsizetype end = front;
    while (cutter.isPlain(end) && !closing.has(tokens.at(end).lower))
        ++end;
    return end - front > 1 ? cutter.cut(front, end) : QString();
}

/// "rename it to Dentist check-up": all that follows the "to".
QString newTitle(Cutter &cutter, const Tokens &tokens, const Words &words)
{
    const auto cue = words.newTitle.find(tokens);
    QString inQuotes = cutter.quoted(cue.at);
    if (!inQuotes.isEmpty())
        return inQuotes;
    for (qsizetype i = cue.at + cue.length; i + 1 < tokens.size(); ++i) {
        if (tokens.at(i).lower != "to"_L1 && tokens.at(i).lower != "as"_L1)
            continue;
        qsizetype end = i + 1;
        while (cutter.isPlain(end))
            ++end;
        return cutter.cut(i + 1, end);
    }
    return {};
}

} // namespace

void readSubject(const QString &text, const Tokens &tokens, const Words &words, const ReadContext &context,
                 Understood &understood)
{
    Cutter cutter(text, tokens, words);
    if (understood.intent == Intent::Update && words.newTitle.isIn(tokens)) {
        understood.newTitle = withoutTail(newTitle(cutter, tokens, words));
        if (!understood.newTitle.isEmpty())
            return;
    }
    if (context.host || understood.intent != Intent::Inform)
        readPeople(cutter, tokens, words, context, understood);
    understood.title = withoutTail(readTitle(cutter, tokens, words, context, understood));
    // "I need to talk to Grace", "I'd like to meet her"
    static const PhraseSet nothing(
        u"else|anything else|same slot|same time|the same slot|slot|another time|different time|new time|other "
        u"time|time|rebook|her|him|them|you|me|come|come by|stop by|drop "
        u"by|swing by|sit down|talk|speak|it");
    const Tokens title = tokenize(understood.title, {}, understood.language.value_or(Language::English));
    if ((!context.host && isHost(understood.title, context.hostName)) || nothing.matchAt(title, 0) == title.size())
        understood.title.clear();
    if (understood.intent == Intent::Create || understood.intent == Intent::Update
        || understood.intent == Intent::Inform || understood.intent == Intent::Query
        || understood.intent == Intent::Unclear)
        understood.location = withoutLead(withoutTail(cutter.place()));
    if (context.host && understood.intent == Intent::Create && understood.title.isEmpty())
        understood.ownWords = withoutTail(openingWords(cutter, tokens, words));
    if (understood.title.isEmpty() && context.expects.title && understood.intent == Intent::Inform)
        understood.title = text.simplified();
}

} // namespace ChatCal::Dialogue
