// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/intents.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

/// What there is in a message, before it is weighed.
struct Signals
{
    qsizetype words = 0; ///< tokens that are not punctuation
    bool when = false;
    bool meeting = false; ///< a word for a meeting, or a kind of one
    bool entry = false; ///< a word that can only be a meeting, unlike "time" or "something"
    bool occasion = false;
    bool calendar = false;
    bool with = false;
    bool offTopic = false;
    bool questionMark = false;
    bool questionStart = false; ///< "what", "do I", "is there" at the front
    bool politeStart = false; ///< "can you", "could we": a wish, not a question
    bool strongCreate = false; ///< "book", "schedule": asks for a meeting by itself
    qsizetype createAt = -1;
    qsizetype cancelAt = -1;
    qsizetype moveAt = -1;
};

const PhraseSet &strongCreate()
{
    static const PhraseSet set(u"book|schedule|set up|arrange|pencil in|set up a meeting|reserve|"
                               u"put it on|put this on|add it|add this|save it|save this");
    return set;
}

const PhraseSet &polite()
{
    static const PhraseSet set(u"can you|could you|would you|will you|can we|could we|can i|could i|may i|"
                               u"would it be possible|is it possible|please|would you mind");
    return set;
}

bool isNounUse(const Tokens &tokens, qsizetype at)
{
    // "my schedule", "the book", "a change": a noun, no wish.
    static const PhraseSet determiners(u"my|the|your|his|her|a|an|this|our|any|busy|full|on|in");
    return at > 0 && determiners.has(tokens.at(at - 1).lower);
}

/// The first place where one of @p set is a verb.
qsizetype verbAt(const Tokens &tokens, const PhraseSet &set)
{
    for (auto found = set.find(tokens); found; found = set.find(tokens, found.at + found.length)) {
        if (!isNounUse(tokens, found.at))
            return found.at;
    }
    return -1;
}

/// The first token that is neither a greeting, a filler of politeness, a vocative, nor a mark.
qsizetype frontOf(const Tokens &tokens, const Words &words)
{
    static const PhraseSet opening(u"ok|okay|so|and|well|alright|then|please|also|now|great|cool|thanks|thank you|"
                                   u"good|yes|no|just|but|oh|um|uh|olly|assistant|perfect|sure|actually");
    qsizetype at = 0;
    while (at < tokens.size()) {
        if (tokens.at(at).kind == Token::Kind::Punctuation) {
            ++at;
        } else if (const auto greeting = words.greeting.matchAt(tokens, at)) {
            at += greeting;
        } else if (const auto open = opening.matchAt(tokens, at)) {
            at += open;
        } else {
            break;
        }
    }
    return at;
}

/// Where the verb that says what is wanted should stand: after "can you please", "I'd like to", "go ahead and".
qsizetype leadOf(const Tokens &tokens, qsizetype front)
{
    static const PhraseSet leading(
        u"i want to|i want you to|i would like to|i would like you to|i need to|i need you to|"
        u"i would love to|i wish to|would like to|want to|need to|let us|let me|please|just|"
        u"also|then|now|go ahead and|help me|help me to|can you help me|to|kindly|"
        u"i am trying to|i am looking to|i am going to need to|could you please|do");
    for (bool moved = true; moved && front < tokens.size();) {
        const qsizetype step = std::max(polite().matchAt(tokens, front), leading.matchAt(tokens, front));
        moved = step > 0 && front + step < tokens.size();
        if (moved)
            front += step;
        while (front < tokens.size() && tokens.at(front).kind == Token::Kind::Punctuation)
            ++front;
    }
    return front;
}

enum class Lead { None, Create, Look };

/// What the leading verb asks for, where it alone decides.
Lead leadKind(const Tokens &tokens, qsizetype lead)
{
    static const PhraseSet making(
        u"add|put|set|set up|schedule|book|create|make|arrange|plan|reserve|block|throw|insert|"
        u"enter|mark|pencil in|pencil|place|save|organize|organise|remind|remind me|slot in|"
        u"include|squeeze in|input");
    static const PhraseSet looking(
        u"check|tell me|show|show me|list|find|find out|look|look up|search|see|pull up|"
        u"give me|let me know|know|view|display|read|provide|what|when|where|who|whose|which|how|bring up|"
        u"open|go over|get me|inform me|do i|did i|am i|have i|is my|are my|is there|are there|will i|does my");
    // "find" and "see" look for a time as well as for what is there.
    static const PhraseSet room(u"time|slot|slots|spot|opening|space|hour|hours|minutes|window");
    static const PhraseSet finding(u"find|find me|get|get me|look for");
    if (finding.matchAt(tokens, lead) > 0 && room.isIn(tokens))
        return Lead::None;
    // "see my events" looks, "see Grace tomorrow" meets.
    static const PhraseSet seeing(
        u"see my|see if|see what|see the|see when|see all|see any|see which|see whether|see how");
    if (looking.matchAt(tokens, lead) > 0 && (tokens.value(lead).lower != "see"_L1 || seeing.matchAt(tokens, lead) > 0))
        return Lead::Look;
    return making.matchAt(tokens, lead) > 0 ? Lead::Create : Lead::None;
}

bool hasKind(const Tokens &tokens, Token::Kind kind)
{
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token &token) { return token.kind == kind; });
}

Signals weigh(const Tokens &tokens, const Words &words)
{
    Signals s;
    for (const Token &token : tokens)
        s.words += token.kind != Token::Kind::Punctuation;
    s.when = hasKind(tokens, Token::Kind::When);
    s.occasion = words.occasion.isIn(tokens);
    s.meeting = words.meeting.isIn(tokens) || hasKind(tokens, Token::Kind::MeetingId);
    static const PhraseSet entries(u"meeting|meetings|appointment|appointments|event|events|call|calls|session|booking|"
                                   u"bookings|reservation|appt|reminder|reminders|plans|commitments|booked|scheduled");
    s.entry = entries.isIn(tokens) || hasKind(tokens, Token::Kind::MeetingId);
    s.calendar = words.calendar.isIn(tokens);
    s.with = words.with.isIn(tokens);
    s.offTopic = words.offTopic.isIn(tokens);
    s.questionMark =
        std::any_of(tokens.begin(), tokens.end(), [](const Token &token) { return token.isPunctuation(u'?'); });
    const qsizetype front = frontOf(tokens, words);
    s.politeStart = polite().matchAt(tokens, front) > 0;
    s.questionStart =
        !s.politeStart && (words.question.matchAt(tokens, front) > 0 || words.query.matchAt(tokens, front) > 0);
    s.strongCreate = verbAt(tokens, strongCreate()) >= 0;
    s.createAt = verbAt(tokens, words.create);
    s.cancelAt = verbAt(tokens, words.cancel);
    s.moveAt = verbAt(tokens, words.move);
    return s;
}

/// "I am free on Friday" tells when the guest can; "are you free on Friday?" asks.
bool statesOwnTime(const Tokens &tokens, const Words &words, const Signals &s)
{
    static const PhraseSet own(u"i am free|i am available|i am open|i am only free|i am only available|i am also free|"
                               u"i can do|i could do|works for me|would work for me|works best|suits me|i am busy|"
                               u"i am not free|i am not available");
    // "tell me when I am free" asks
    static const PhraseSet asking(u"when|if|whether|times|time|that|dates|days|hours");
    const auto found = own.find(tokens);
    return found && !s.questionStart && !words.query.matchAt(tokens, 0)
        && (found.at == 0 || !asking.has(tokens.at(found.at - 1).lower));
}

bool asksAvailability(const Tokens &tokens, const Words &words, const Signals &s, const ReadContext &context)
{
    if (statesOwnTime(tokens, words, s))
        return false;
    static const PhraseSet plain(
        u"are you free|you free|are you available|you available|are you open|am i free|"
        u"am i available|am i busy|is he free|is she free|when are you|when can we|"
        u"when could we|when can you|when can i|when could i|when would you|what times|"
        u"which times|what time works|what works for you|when is good|what days|which days|"
        u"when would be good|when works|free time|free times|your availability|"
        u"my availability|any availability|have time|have any time|any free|be free|"
        u"is free|are free|what is open|what is available|anything open|anything available|"
        u"anything free|nothing scheduled|any openings|open slots|free slots|available slots|"
        u"available times|other times|more times|what else is free|what do you have|"
        u"when do you have|do you have time|does he have time|when is he|when is she|am i open");
    if (plain.isIn(tokens))
        return true;
    const bool word = words.availability.isIn(tokens);
    const bool asks = s.questionStart || s.questionMark || s.politeStart;
    if (word && asks)
        return true;
    if (words.soonest.isIn(tokens) && (asks || s.words <= 6) && s.createAt < 0)
        return true;
    // "Does Friday at 3 work?"
    static const PhraseSet work(u"work|works|possible|ok|okay|suit|suits|good|fine");
    return !context.host && s.when && s.questionMark && s.questionStart && work.isIn(tokens) && s.createAt < 0;
}

bool asksEvents(const Tokens &tokens, const Signals &s)
{
    static const PhraseSet plain(
        u"do i have|have i got|do we have|what is on|what is next|what am i|"
        u"when is my|when is the|where is my|where is the|when do i|what do i have|"
        u"how many|show me my|show my|list my|what did i book|tell me about my|am i meeting|"
        u"is there anything|is there a|are there any|when was|who is|what time is|what time does|"
        u"how long is|what is happening|what is going on|when are|where are|remind me what|"
        u"remind me when|what is in|what have i|when am i|where am i|who am i|when will i|"
        u"with whom am i|did i accept|who accepted|who declined|what is planned");
    static const PhraseSet mine(u"my agenda|my meetings|my appointments|my schedule|my calendar");
    const bool things = s.entry || s.calendar || s.occasion;
    static const PhraseSet own(u"i|my|we|our|mine");
    const bool front = s.questionStart;
    if (front && (things || (s.when && own.isIn(tokens))))
        return true;
    return (plain.isIn(tokens) && (things || s.when || front)) || (mine.isIn(tokens) && s.createAt < 0);
}

bool wishesMeeting(const Tokens &tokens, const Words &words, const Signals &s)
{
    if (s.strongCreate)
        return true;
    const bool things = s.meeting || s.calendar || s.occasion;
    if (words.remind.isIn(tokens) && !s.questionStart)
        return s.when || things || tokens.at(words.remind.find(tokens).at).lower.startsWith("remind"_L1);
    if (s.createAt >= 0 && (things || s.when || s.with))
        return true;
    return !s.questionStart && !s.questionMark && (s.occasion || (s.meeting && (s.when || s.with)))
        && (s.when || s.words <= 4);
}

/// Greetings, thanks and their kin, when a message is not about meetings.
Intent courtesy(const Tokens &tokens, const Words &words, const Signals &s, const ReadContext &context,
                const Understood &understood)
{
    const qsizetype front = 0;
    if (words.neverMind.isIn(tokens) && !understood.saysWhen())
        return Intent::NeverMind;
    if (words.frustration.isIn(tokens))
        return Intent::Frustration;
    if (words.identity.isIn(tokens))
        return Intent::Identity;
    if (words.smallTalk.isIn(tokens))
        return Intent::SmallTalk;
    if (words.help.isIn(tokens) && !words.thanks.isIn(tokens))
        return Intent::Help;
    if (words.titleCue.isIn(tokens) || understood.saysContact() || understood.saysWhen() || understood.ordinal
        || understood.zone || understood.how != How::Unsaid)
        return Intent::Inform;
    if (words.goodbye.isIn(tokens) && s.words <= 6)
        return Intent::Goodbye;
    if (understood.negates && !words.thanks.isIn(tokens))
        return Intent::No;
    if (words.thanks.isIn(tokens) && !(context.expects.confirmation && understood.affirms))
        return Intent::Thanks;
    if (understood.affirms && s.words <= 8)
        return Intent::Yes;
    if (words.greeting.matchAt(tokens, front) && s.words <= 6)
        return Intent::Greeting;
    if (s.offTopic)
        return Intent::OffTopic;
    if (words.yes.isIn(tokens) && context.expects.any())
        return Intent::Yes;
    if (!understood.title.isEmpty() || !understood.location.isEmpty() || !understood.attendees.isEmpty())
        return Intent::Inform;
    return Intent::Unclear;
}

/// "Cancel the meeting" may mean any of them; "cancel that meeting", "the one I just booked" mean the last.
bool saysMeeting(const Tokens &tokens)
{
    static const PhraseSet nouns(u"meeting|appointment|call|booking|event|session|reservation|appt");
    static const PhraseSet pointing(u"this|that|same");
    static const PhraseSet fresh(u"just booked|just made|just scheduled|just set up|just created|just added");
    const auto noun = nouns.find(tokens);
    return noun && !(noun.at > 0 && pointing.has(tokens.at(noun.at - 1).lower)) && !fresh.isIn(tokens);
}

void readFlags(const Tokens &tokens, const Words &words, Understood &understood)
{
    understood.greets = words.greeting.matchAt(tokens, 0) > 0;
    understood.thanks = words.thanks.isIn(tokens);
    understood.corrects = words.correct.isIn(tokens);
    understood.asksAnother = words.another.isIn(tokens);
    understood.soonest = words.soonest.isIn(tokens);
    understood.all = words.all.isIn(tokens);
    // "Lovely weather, isn't it" points at nothing.
    static const PhraseSet tag(u"is not it|is it not|was not it");
    const auto tagged = tag.find(tokens);
    for (auto it = words.it.find(tokens); it && !understood.pointsBack; it = words.it.find(tokens, it.at + it.length))
        understood.pointsBack = !tagged || it.at < tagged.at || it.at >= tagged.at + tagged.length;
    understood.saysMeeting = saysMeeting(tokens);
    qsizetype front = 0;
    while (front < tokens.size() && tokens.at(front).kind == Token::Kind::Punctuation)
        ++front;
    understood.negates = words.no.matchAt(tokens, front) > 0;
    understood.affirms = !understood.negates && words.yes.matchAt(tokens, front) > 0;
    if (understood.how == How::Unsaid) {
        // Explicit video words win over "call me", in person over both.
        if (words.inPerson.isIn(tokens))
            understood.how = How::InPerson;
        else if (words.byVideo.isIn(tokens))
            understood.how = How::Video;
        else if (const auto phone = words.byPhone.find(tokens)) {
            // "Call me Bob" is a name.
            const QString next = tokens.value(phone.at + phone.length).text;
            if (understood.name.isEmpty() || next.isEmpty() || !understood.name.startsWith(next))
                understood.how = How::Phone;
        }
    }
}

void readOrdinal(const Tokens &tokens, const Words &words, const ReadContext &context, Understood &understood)
{
    const std::pair<const PhraseSet *, int> ordinals[]{
        {&words.first, 1}, {&words.second, 2}, {&words.third, 3}, {&words.fourth, 4}, {&words.last, -1}};
    qsizetype count = 0;
    for (const Token &token : tokens)
        count += token.kind != Token::Kind::Punctuation;
    for (const auto &[set, number] : ordinals) {
        const auto found = set->find(tokens);
        // "my first meeting", "last Friday" point at no choice.
        if (found && (count <= 6 || set->matchAt(tokens, found.at) > 1)) {
            understood.ordinal = number;
            return;
        }
    }
    if (context.expects.choice && count <= 2) {
        for (const Token &token : tokens) {
            if (token.kind == Token::Kind::Number && token.text.size() == 1 && token.text != u'0')
                understood.ordinal = token.text.toInt();
        }
    }
}

} // namespace

void readIntent(const Tokens &tokens, const Words &words, const ReadContext &context, Understood &understood)
{
    readFlags(tokens, words, understood);
    readOrdinal(tokens, words, context, understood);
    const Signals s = weigh(tokens, words);
    understood.question = s.questionStart || s.questionMark;
    static const PhraseSet inviting(u"invite|inviting|include|add|cc|copy|bring along|send it to");
    understood.asksToInvite = !understood.email.isEmpty() && inviting.isIn(tokens);
    static const PhraseSet blocking(u"block|block off|block out|keep free|hold");
    understood.blocks = blocking.isIn(tokens);
    static const PhraseSet repeating(
        u"every|weekly|daily|monthly|each day|each week|each month|each monday|each tuesday|each wednesday|each "
        u"thursday|each friday|recurring|repeating|biweekly|every other");
    understood.repeats = repeating.isIn(tokens);
    const qsizetype front = frontOf(tokens, words);
    const qsizetype followUp = std::max(words.followUp.matchAt(tokens, front), words.followUp.matchAt(tokens, 0));
    understood.followsUp = followUp > 0;
    // "What about Friday?" goes on with what was asked or is being booked.
    static const PhraseSet whatAbout(u"what about|how about");
    if (s.when && s.words <= 6 && !s.meeting && !s.occasion && whatAbout.matchAt(tokens, front) > 0) {
        understood.intent = Intent::Inform;
        return;
    }
    understood.aboutCalendar = s.meeting || s.calendar || s.occasion;
    const bool things = understood.aboutCalendar || s.when;
    const bool fact = understood.saysContact() || s.when;

    if (words.neverMind.isIn(tokens) && !s.when && !understood.saysWhen()) {
        understood.intent = Intent::NeverMind;
        return;
    }
    static const PhraseSet closing(u"that is all|that will be all|that would be all|that is everything|nothing else|"
                                   u"all i need|that was all|that was it|all for now|all for today|thats all");
    if (closing.isIn(tokens) && !s.strongCreate && !s.occasion) {
        understood.intent = Intent::Thanks;
        return;
    }
    static const PhraseSet speaking(u"speak english|speak german|speak french|speak spanish|speak in english|"
                                    u"speak in german|speak in french|speak in spanish|talk english|in english please");
    if (speaking.isIn(tokens) && !s.when && s.words <= 8) {
        understood.intent = Intent::Foreign;
        return;
    }
    if (words.hostContact.isIn(tokens) && !context.host) {
        understood.intent = Intent::HostContact;
        return;
    }
    const qsizetype lead = leadOf(tokens, front);
    const Lead leads = leadKind(tokens, lead);
    // A matter of another kind, unless it is spoken of as a meeting or answers what was asked.
    static const PhraseSet ownMatters(u"do i have|am i|have i|did i|will i|do we have|when do i|where am i|my next");
    static const PhraseSet otherTools(u"alarm|alarms|email|emails|e-mail|mail|mails|list|lists|weather|rain|music|song|"
                                      u"playlist|temperature|traffic|news");
    const auto tool = otherTools.find(tokens);
    const bool asksThings = leads == Lead::Look && understood.aboutCalendar; // "list my meetings"
    const bool puts = leads == Lead::Create && s.when; // "add my flight on April 25"
    const bool tells = context.host && s.occasion && s.when && !s.questionStart && !s.questionMark
        && !s.politeStart; // "flight on Monday 6 am"
    const bool own = (!tool || tool.at == lead) && (tells || (ownMatters.isIn(tokens) && things) || asksThings || puts);
    const bool stray = !own && s.offTopic && !(context.expects.any() && words.titleCue.isIn(tokens)) && !s.calendar
        && !s.strongCreate && !understood.pointsBack && !(words.remind.isIn(tokens))
        && !((s.meeting || (context.host && s.occasion)) && (s.createAt >= 0 || s.cancelAt >= 0 || s.moveAt >= 0))
        && !(context.expects.any() && fact && !s.questionStart);
    if (stray && !understood.saysContact()) {
        understood.intent = Intent::OffTopic;
        return;
    }
    // "Make my meeting an hour later" makes none.
    const bool shifts =
        !understood.shift.isNone() && tokens.value(lead).lower == "make"_L1 && !context.expects.duration;
    if (leads == Lead::Create && words.move.matchAt(tokens, lead) == 0 && !shifts
        && (things || s.strongCreate || !understood.title.isEmpty() || s.with || words.remind.matchAt(tokens, lead) > 0)
        && !(understood.corrects && !understood.aboutCalendar)) {
        understood.intent = Intent::Create;
        understood.explicitWish = true;
        return;
    }
    if (leads == Lead::Look && lead > front && !s.strongCreate) {
        const bool free = words.availability.isIn(tokens) && !statesOwnTime(tokens, words, s);
        if (free || things) {
            understood.intent = free ? Intent::Availability : Intent::Query;
            understood.explicitWish = true;
            return;
        }
    }
    const bool cancels = s.cancelAt >= 0 && (s.moveAt < 0 || s.cancelAt < s.moveAt);
    if (cancels && (things || understood.pointsBack || s.with || s.words <= 7)) {
        understood.intent = Intent::Delete;
        understood.explicitWish = true;
        return;
    }
    const bool moves = s.moveAt >= 0 && (s.createAt < 0 || s.moveAt <= s.createAt || !s.strongCreate);
    if (moves && (things || understood.pointsBack || s.words <= 7 || !understood.title.isEmpty())) {
        understood.intent = Intent::Update;
        understood.explicitWish = true;
        return;
    }
    static const PhraseSet asksWhen(u"when|what time|what times|which times|what days|which days");
    if (asksAvailability(tokens, words, s, context) && (!s.strongCreate || asksWhen.matchAt(tokens, front) > 0)) {
        understood.intent = Intent::Availability;
        understood.explicitWish = true;
        return;
    }
    // "What did I book?" is a question for all its "book".
    static const PhraseSet open(u"what|when|where|who|which|how many|how long|did");
    const bool asksOpen = open.matchAt(tokens, front) > 0;
    if ((!s.strongCreate || asksOpen) && !s.politeStart && (asksEvents(tokens, s) || (asksOpen && s.strongCreate))) {
        understood.intent = Intent::Query;
        understood.explicitWish = true;
        return;
    }
    if (!understood.shift.isNone() && !context.expects.duration && !s.strongCreate) {
        understood.intent = Intent::Update;
        return;
    }
    static const PhraseSet several(u"events|meetings|appointments|reminders|plans|schedule|calendar|agenda|plan");
    if (s.words <= 5 && !s.occasion && several.isIn(tokens) && s.createAt < 0) {
        understood.intent = Intent::Query; // "tomorrow's events"
        return;
    }
    if (wishesMeeting(tokens, words, s)) {
        understood.intent = Intent::Create;
        understood.explicitWish = s.createAt >= 0 || s.strongCreate || words.remind.isIn(tokens);
        return;
    }
    if (asksEvents(tokens, s)) {
        understood.intent = Intent::Query;
        return;
    }
    understood.intent = courtesy(tokens, words, s, context, understood);
    // The owner tells what is coming: "pick up my prescription at 6", "we are going apple picking on Friday".
    const bool answers = understood.affirms || understood.negates || understood.corrects || context.expects.any();
    if (context.host && s.when && s.words >= 3 && !answers && !s.questionStart && !s.questionMark
        && (understood.intent == Intent::Inform || understood.intent == Intent::Unclear))
        understood.intent = Intent::Create;
}

} // namespace ChatCal::Dialogue
