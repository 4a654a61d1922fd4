// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/asides.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

qsizetype wordsIn(const Tokens &tokens)
{
    return std::count_if(tokens.begin(), tokens.end(),
                         [](const Token &token) { return token.kind != Token::Kind::Punctuation; });
}

/// The first word that is none of "and", "ok", "so".
qsizetype frontOf(const Tokens &tokens)
{
    static const PhraseSet opening(u"and|ok|okay|so|well|hm|hmm|but|oh|then|great|thanks|sorry");
    qsizetype at = 0;
    while (at < tokens.size() && (tokens.at(at).kind == Token::Kind::Punctuation || opening.has(tokens.at(at).lower)))
        ++at;
    return at;
}

/// "Anything earlier?" looks around; "an hour earlier" and "earlier than Friday" say where to.
Toward towardOf(const Tokens &tokens, const Understood &understood)
{
    if (!understood.shift.isNone() || understood.when.start || understood.when.end || understood.soonest)
        return Toward::Nowhere;
    static const PhraseSet earlier(u"anything earlier|something earlier|any earlier|earlier time|earlier times|"
                                   u"earlier slot|earlier slots|earlier one|earlier that day|earlier on that day|"
                                   u"earlier in the day|be earlier|have earlier|anything sooner|something sooner");
    static const PhraseSet later(u"anything later|something later|any later|later time|later times|later slot|"
                                 u"later slots|later one|later that day|later on that day|later in the day|be later|"
                                 u"have later");
    static const PhraseSet latest(u"the latest|latest time|latest slot|latest you have|last slot of the day");
    const qsizetype count = wordsIn(tokens);
    const auto alone = [&](QStringView word) { return count <= 2 && tokens.value(frontOf(tokens)).lower == word; };
    if (earlier.isIn(tokens) || alone(u"earlier"))
        return Toward::Earlier;
    if (later.isIn(tokens) || alone(u"later"))
        return Toward::Later;
    return understood.question && latest.isIn(tokens) && count > 2 ? Toward::Latest : Toward::Nowhere;
}

/// "The day after", from the day spoken of; not "the day after tomorrow".
std::optional<int> daysOn(const Tokens &tokens)
{
    static const PhraseSet after(u"the day after|the next day|the following day|a day later|one day later");
    static const PhraseSet before(u"the day before|a day earlier|one day earlier|the previous day");
    static const PhraseSet same(u"that day|same day|that date");
    static const PhraseSet going(
        u"instead|please|then|at|would|works|work|is|maybe|too|same|if|or|for|in|be|will|as|and");
    for (const auto &[set, days] : {std::pair(&after, 1), std::pair(&before, -1), std::pair(&same, 0)}) {
        const auto found = set->find(tokens);
        const qsizetype next = found ? found.at + found.length : 0;
        const bool bare = next >= tokens.size() || tokens.at(next).kind == Token::Kind::Punctuation
            || going.has(tokens.at(next).lower);
        if (found && bare)
            return days;
    }
    return std::nullopt;
}

/// "What's Grace's phone number?" of a host called Grace.
bool asksHostContact(const Tokens &tokens, const ReadContext &context)
{
    static const PhraseSet ways(u"phone|number|phone number|email|e-mail|mail|contact|address|mobile|cell");
    const QString first = context.hostName.section(u' ', 0, 0).toLower();
    if (context.host || first.isEmpty() || !ways.isIn(tokens))
        return false;
    for (qsizetype i = 0; i + 1 < tokens.size(); ++i) {
        const QString &word = tokens.at(i).lower;
        if ((word == first || word == first + u's') && (ways.matchAt(tokens, i + 1) || ways.matchAt(tokens, i + 2)))
            return true;
    }
    return false;
}

/// "What time zone is that?", "is that Berlin time?"
bool asksZone(const Tokens &tokens, const Understood &understood)
{
    static const PhraseSet plain(u"what time zone|which time zone|what timezone|which timezone|what zone|which zone|"
                                 u"whose time|my time or|your time or");
    if (plain.isIn(tokens))
        return true;
    static const PhraseSet front(u"what is that in|what is it in|what time is that in|what would that be in|what time "
                                 u"is it in|is that|is this|is it|are those|are these|are they|that is|is that in|in");
    const qsizetype at = frontOf(tokens);
    const qsizetype length = front.matchAt(tokens, at);
    if (!length || !understood.question || wordsIn(tokens) > 6)
        return false;
    for (qsizetype i = at + length; i < tokens.size(); ++i) {
        const QString &next = tokens.value(i + 1).lower;
        const bool ends =
            i + 1 >= tokens.size() || tokens.at(i + 1).kind == Token::Kind::Punctuation || next == "zone"_L1;
        if (tokens.at(i).lower == "time"_L1 && ends)
            return i > at + length;
    }
    return false;
}

/// "When was it again?", "and how long?": more of the meeting spoken of last.
void readQuestionOnLast(const Tokens &tokens, const ReadContext &context, Understood &understood)
{
    static const PhraseSet lengths(u"how long|how many minutes|what length");
    static const PhraseSet people(u"who|with whom|whom");
    static const PhraseSet any(
        u"how long|how many minutes|when|what time|who|with whom|whom|where|is it booked|is it "
        u"confirmed|is that booked|is that confirmed|am i booked|did it work|is it done|did you book it|is it set");
    static const PhraseSet pointing(u"it|again|that|this|we say|i say|you say|we agree|we agreed");
    const qsizetype at = frontOf(tokens);
    const bool mayBe = understood.intent == Intent::Query || understood.intent == Intent::Unclear
        || understood.intent == Intent::Inform;
    understood.asksWho = people.matchAt(tokens, at) > 0 && understood.intent == Intent::Query;
    if (!any.matchAt(tokens, at) || !mayBe || understood.saysWhen() || understood.saysContact())
        return;
    understood.asksLength = lengths.matchAt(tokens, at) > 0;
    understood.asksWho = people.matchAt(tokens, at) > 0;
    static const PhraseSet others(u"your meetings|meetings|usually|normally|appointments|do they");
    understood.asksUsual = !context.host && understood.asksLength && (others.isIn(tokens) || wordsIn(tokens) <= 3);
    const bool bare = std::all_of(tokens.begin() + at + any.matchAt(tokens, at), tokens.end(), [](const Token &token) {
        static const PhraseSet empty(
            u"is|was|be|will|the|meeting|call|appointment|again|exactly|then|about|with|coming|there|else|for|so");
        return token.kind == Token::Kind::Punctuation || empty.has(token.lower);
    });
    understood.asksOfLast = (pointing.isIn(tokens) || bare) && !others.isIn(tokens);
    if (understood.asksOfLast || understood.asksUsual)
        understood.intent = Intent::Query;
}

/// "I need to see Grace" of a host called Grace: a wish, though no meeting is named.
bool wishesHost(const Tokens &tokens, const ReadContext &context)
{
    static const PhraseSet verbs(u"see|meet|talk to|talk with|speak to|speak with|chat with|catch up with|meet "
                                 u"with|sit down with|time with|some of");
    const QString first = context.hostName.section(u' ', 0, 0).toLower();
    if (context.host || first.isEmpty())
        return false;
    static const PhraseSet pronouns(u"her|him|them|you");
    for (auto verb = verbs.find(tokens); verb; verb = verbs.find(tokens, verb.at + verb.length)) {
        const QString &next = tokens.value(verb.at + verb.length).lower;
        if (next == first || pronouns.has(next))
            return true;
    }
    return false;
}

/// What points at a time, a choice or a deed of before.
void readPointers(const Tokens &tokens, const Tokens &plain, const Words &words, Understood &understood)
{
    static const PhraseSet sameTimes(
        u"same time|same hour|same slot|same time of day|same hour of day|rebook|rebook it|book it again|and the same "
        u"on|same thing on|same again|the same for|do the same");
    understood.sameTime = sameTimes.isIn(tokens);
    understood.toward = towardOf(tokens, understood);
    if (understood.toward == Toward::Latest)
        understood.ordinal.reset();
    static const PhraseSet undoing(u"undo|undo that|undo it|take that back|take it back|take back|revert|revert "
                                   u"that|put it back|move it back|change it back|put it back where it was");
    static const PhraseSet nay(u"no wait|no|wait|actually|no actually");
    const qsizetype front = frontOf(tokens);
    static const PhraseSet plainly(u"undo|revert");
    const bool undoes = undoing.matchAt(tokens, front + nay.matchAt(tokens, front)) > 0
        || (plainly.isIn(tokens) && wordsIn(tokens) <= 4);
    understood.undoes = undoes && wordsIn(tokens) <= 7 && understood.shift.isNone() && !understood.saysWhen();
    static const PhraseSet emptying(u"clear|wipe|empty|free up");
    if (understood.intent == Intent::Delete && emptying.isIn(tokens) && !words.meeting.isIn(tokens))
        understood.all = true;
    understood.daysOn = daysOn(plain);
}

/// Answers to a list or a question: "you choose", "let me check", "the earliest one", "not tomorrow".
void readAnswers(const Tokens &tokens, const ReadContext &context, Understood &understood)
{
    static const PhraseSet anyOne(
        u"you choose|you pick|you decide|your choice|up to you|whatever works|whichever|any of "
        u"them|surprise me|take it|i will take it|does not matter|do not care|do not mind|any is fine|any one");
    if (context.expects.choice && !understood.ordinal && !understood.saysWhen() && anyOne.isIn(tokens)) {
        understood.ordinal = 1;
        understood.intent = Intent::Inform;
    }
    static const PhraseSet pausing(
        u"let me check|let me think|let me ask|one moment|one second|one sec|give me a minute|"
        u"give me a moment|give me a second|give me a sec|hang on|hold on|be right back|brb|"
        u"get back to you|i will think about it|need to check|have to check|just a moment|just a sec");
    const bool open = understood.intent == Intent::OffTopic || understood.intent == Intent::Unclear
        || understood.intent == Intent::Inform || understood.intent == Intent::NeverMind
        || understood.intent == Intent::Yes;
    static const PhraseSet stalling(
        u"actually|hold on|hang on|wait|let me check|let me think|let me ask|one moment|hm|hmm");
    const bool stalls = stalling.matchAt(tokens, frontOf(tokens)) > 0;
    if (pausing.isIn(tokens) && (open || stalls) && !understood.saysWhen() && !understood.saysContact())
        understood.intent = Intent::Pause;
    if (understood.deniesAll
        && (understood.intent == Intent::Inform || understood.intent == Intent::Unclear
            || understood.intent == Intent::Create || understood.intent == Intent::No)) {
        understood.negates = true;
        understood.intent = Intent::No;
    }
    // "The earliest one" of those offered.
    if (context.expects.choice && understood.ordinal == 1 && understood.soonest && wordsIn(tokens) <= 4) {
        understood.soonest = false;
        understood.intent = Intent::Inform;
    }
}

/// Who or what this is, and why a time was refused.
void readQuestionsOnAssistant(const Tokens &tokens, const ReadContext &context, Understood &understood)
{
    static const PhraseSet why(u"why not|why|how come");
    if (!context.host && why.matchAt(tokens, frontOf(tokens)) && wordsIn(tokens) <= 3)
        understood.intent = Intent::HostHours;
    static const PhraseSet person(
        u"real person|is this a bot|is this a robot|is this an ai|am i talking to|is this a human|"
        u"is this a machine|are you an actual");
    static const PhraseSet somebody(
        u"talk to a human|speak to a human|speak with a human|talk to a person|speak to a person|"
        u"is this the booking|is this the scheduling|is this where i");
    if ((person.isIn(tokens) || somebody.isIn(tokens)) && !understood.saysWhen())
        understood.intent = Intent::Identity;
}

/// What a guest asks about the meeting that is booked.
void readGuestsMatters(const Tokens &tokens, const Tokens &plain, const ReadContext &context, Understood &understood)
{
    static const PhraseSet company(
        u"bring my|bring a|bring along|bring another|bring someone|bring two|join us|join me|come along|"
        u"join the meeting|join the call");
    if (!context.host && company.isIn(tokens))
        understood.asksToInvite = true;
    static const PhraseSet inviting(
        u"send me a calendar invite|send me an invite|send me the invite|send me an invitation|"
        u"send me the invitation|send me a confirmation|get an invite|get an invitation|did you send|"
        u"calendar invite|confirmation email|where is the invitation|where is my invitation|"
        u"where is the invite|not get an invite|not get the invitation|the invitation|an invite");
    if (!context.host && inviting.isIn(tokens) && !understood.saysWhen() && !understood.saysContact()
        && understood.intent != Intent::Delete)
        understood.intent = Intent::AsksInvitation;
    static const PhraseSet late(u"be late|running late|be a bit late|be a little late|min late|mins late|minutes late");
    static const PhraseSet lateness(u"late");
    if (!context.host && (late.isIn(plain) || (understood.when.duration && lateness.isIn(tokens)))
        && !understood.when.start)
        understood.intent = Intent::HostContact;
    static const PhraseSet working(u"she work|he work|they work|she does not work|he does not work|they do not work");
    if (!context.host && understood.question && working.isIn(tokens) && understood.intent == Intent::Frustration)
        understood.intent = Intent::HostHours;
}

/// Questions that begin like commands, and what is asked of the calendar.
void readLookingBack(const Tokens &tokens, const ReadContext &context, Understood &understood)
{
    static const PhraseSet howTo(u"how do i|how can i|how would i|how could i|how to");
    static const PhraseSet deeds(u"cancel|move|reschedule|change|book|use|invite|add");
    if (howTo.isIn(tokens) && deeds.isIn(tokens) && !understood.saysWhen() && !understood.saysContact())
        understood.intent = Intent::Help;
    // "What did I just delete?" wants nothing deleted.
    static const PhraseSet looksBack(
        u"what did i|what did you|did i|did you|have i|have you|what have i|what have you|"
        u"when did i|when did you|why did i|why did you|who did|which one did|has it been");
    if (looksBack.matchAt(tokens, frontOf(tokens))
        && (understood.intent == Intent::Delete || understood.intent == Intent::Update))
        understood.intent = Intent::Query;
    static const PhraseSet single(u"next meeting|next appointment|next call|next event|first meeting|first appointment|"
                                  u"first call|next thing|first thing i have|up next|what is next");
    understood.asksNext = understood.intent == Intent::Query && single.isIn(tokens);
    static const PhraseSet exceptions(u"except|except for|but not|apart from|other than|besides");
    if (const auto found = exceptions.find(tokens); found && understood.intent == Intent::Delete) {
        static const PhraseSet nothing(u"the|my|for|one|meeting|call|appointment|with");
        QStringList rest;
        for (qsizetype i = found.at + found.length; i < tokens.size() && tokens.at(i).isWord(); ++i) {
            if (!nothing.has(tokens.at(i).lower))
                rest << tokens.at(i).text;
        }
        understood.except = rest.join(u' ');
        understood.all = true;
    }
    static const PhraseSet left(u"what is left|what else is on|anything left|is left");
    const bool aimless = understood.intent == Intent::Create || understood.intent == Intent::Inform
        || understood.intent == Intent::Unclear || understood.intent == Intent::Availability;
    if (context.host && left.isIn(tokens) && aimless)
        understood.intent = Intent::Query;
    // "What's it called now?" books nothing.
    static const PhraseSet ofIt(u"what is it|what is that|what is this|what was it|where is it|who is it");
    if (context.host && understood.when.isNow && aimless && ofIt.matchAt(tokens, frontOf(tokens))) {
        understood.when = {};
        understood.intent = Intent::Query;
        understood.asksOfLast = true;
    }
}

/// Wishes that the verb alone does not tell: moves that begin as a cancellation, conditions, bare nouns.
void readWishes(const Tokens &tokens, const Words &words, const ReadContext &context, Understood &understood)
{
    // "Cancel it and book one on Friday instead" moves it.
    static const PhraseSet rebooking(u"and book|then book|and rebook|and make|and schedule|and set up|and put");
    static const PhraseSet instead(u"instead|for it");
    if (understood.intent == Intent::Delete && rebooking.isIn(tokens) && instead.isIn(tokens) && understood.saysWhen())
        understood.intent = Intent::Update;
    // "Could you find 30 minutes on Thursday for me?"
    static const PhraseSet opens(
        u"when can she|when can he|when could she|when could he|when does she have|when does he have");
    if (!context.host && understood.intent == Intent::Query
        && ((understood.when.duration && understood.when.start) || opens.isIn(tokens)))
        understood.intent = Intent::Availability;
    if (!context.host && opens.isIn(tokens) && understood.intent == Intent::Create)
        understood.intent = Intent::Availability;
    static const PhraseSet onCalendar(u"look like|looking like|looks like|anything on|anything planned|anything "
                                      u"happening|anything going on|something on");
    const bool wishless = understood.intent == Intent::Inform || understood.intent == Intent::Create
        || understood.intent == Intent::Unclear || (!context.host && understood.intent == Intent::Query);
    if (onCalendar.isIn(tokens) && understood.saysWhen() && wishless)
        understood.intent = context.host ? Intent::Query : Intent::Availability;
    // "Appointment please"
    static const PhraseSet entries(u"meeting|appointment|call|session|booking|slot");
    const bool bareWish = !context.host && entries.isIn(tokens) && wordsIn(tokens) <= 3;
    if (understood.intent == Intent::Unclear && !understood.question && (bareWish || wishesHost(tokens, context)))
        understood.intent = Intent::Create;
    // "Cancel if she is busy" is for later, and nobody watches.
    static const PhraseSet conditions(u"if she|if he|if they|if it|if there|if i|unless|in case");
    static const PhraseSet polite(
        u"if i may|if i could|if i can|if it is possible|if it is ok|if it is not too|if it is alright");
    if (understood.intent == Intent::Delete && conditions.isIn(tokens) && !polite.isIn(tokens))
        understood.intent = Intent::Unclear;
    static const PhraseSet skipping(u"skip");
    if (context.host && skipping.matchAt(tokens, frontOf(tokens))
        && (words.occasion.isIn(tokens) || words.meeting.isIn(tokens)))
        understood.intent = Intent::Delete;
    static const PhraseSet excuses(u"can not make|can not make it|not attend|will not be able to make");
    static const PhraseSet elsewhen(
        u"another time|different time|new time|other time|another day|different day|another slot|move|reschedule");
    if (understood.intent == Intent::Delete && excuses.isIn(tokens) && elsewhen.isIn(tokens))
        understood.intent = Intent::Update;
}

/// Single words and refusals.
void readRefusals(const Tokens &tokens, const Words &words, const ReadContext &context, Understood &understood)
{
    static const PhraseSet places(
        u"change the location|change location|set the location|set location|change the place|change the venue|"
        u"move it to room|change the room|different location|different room|another room");
    understood.changesPlace = places.isIn(tokens);
    if (!context.host && words.no.matchAt(tokens, frontOf(tokens)) > 0) { // "hm no, the 9th"
        understood.negates = true;
        understood.affirms = false;
    }
    static const PhraseSet bare(u"no|nope|nah|no thanks|no thank you|not really");
    const qsizetype no = frontOf(tokens);
    understood.saysNoOnly = bare.matchAt(tokens, no) > 0
        && std::all_of(tokens.begin() + no + bare.matchAt(tokens, no), tokens.end(),
                       [](const Token &token) { return token.kind == Token::Kind::Punctuation; });
    static const PhraseSet calls(u"call");
    understood.saysCall = understood.intent == Intent::Create && calls.isIn(tokens);
    static const PhraseSet dayParts(u"morning|afternoon|evening");
    if (wordsIn(tokens) == 1 && dayParts.isIn(tokens) && !context.expects.any()) {
        understood.intent = Intent::Greeting;
        understood.when = {};
    }
    static const PhraseSet keeping(u"rather not|prefer not|do not want to give|do not want to share|not give you|"
                                   u"do not give|will not give|do not have an email|do not have email|no email|"
                                   u"not comfortable|do not share|do you need my|none of your business|not telling");
    if (context.expects.contact && !understood.saysContact() && keeping.isIn(tokens))
        understood.intent = Intent::WithholdsContact;
    else if (asksHostContact(tokens, context) && !understood.saysContact())
        understood.intent = Intent::HostContact;
    else if (asksZone(tokens, understood))
        understood.intent = Intent::ZoneQuestion;
    else
        readQuestionOnLast(tokens, context, understood);
}

} // namespace

void readAsides(const Tokens &tokens, const Tokens &plain, const Words &words, const ReadContext &context,
                Understood &understood)
{
    readPointers(tokens, plain, words, understood);
    readAnswers(tokens, context, understood);
    readQuestionsOnAssistant(tokens, context, understood);
    readGuestsMatters(tokens, plain, context, understood);
    readLookingBack(tokens, context, understood);
    readWishes(tokens, words, context, understood);
    readRefusals(tokens, words, context, understood);
}

QString namedOne(const QString &text)
{
    const Tokens tokens = tokenize(text);
    static const PhraseSet opening(u"the|that|my");
    static const PhraseSet ending(u"one|meeting|call|appointment|event");
    static const PhraseSet nothing(
        u"first|second|third|fourth|last|other|next|same|new|right|wrong|only|earlier|later");
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (!opening.has(tokens.at(i).lower))
            continue;
        QStringList name;
        for (qsizetype end = i + 1; end < tokens.size() && name.size() < 5 && tokens.at(end).isWord(); ++end) {
            if (ending.has(tokens.at(end).lower) && !name.isEmpty())
                return name.join(u' ');
            if (nothing.has(tokens.at(end).lower))
                break;
            name << tokens.at(end).text;
        }
    }
    return {};
}

} // namespace ChatCal::Dialogue
