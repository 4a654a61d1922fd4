// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/understanding.h"

#include "core/llm/offline/asides.h"
#include "core/llm/offline/blanking.h"
#include "core/llm/offline/entities.h"
#include "core/llm/offline/intents.h"
#include "core/llm/offline/languagechoice.h"
#include "core/llm/offline/names.h"
#include "core/llm/offline/subjects.h"
#include "core/llm/offline/zonewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

using std::chrono::minutes;

/// "ada lovelace" was typed in haste; any other spelling is meant as it is.
QString withCapitals(const QString &name)
{
    if (name != name.toLower())
        return name;
    QString result = name;
    for (qsizetype i = 0; i < result.size(); ++i) {
        if (i == 0 || result.at(i - 1) == u' ' || result.at(i - 1) == u'-')
            result[i] = result.at(i).toUpper();
    }
    return result;
}

/// "10", "10:30", "3.30", "14h" as the whole answer to "what time?".
std::optional<QString> bareClock(const QString &text)
{
    QString digits = text.trimmed();
    while (!digits.isEmpty() && digits.back().isPunct())
        digits.chop(1);
    digits.replace(u'.', u':');
    const QStringList parts = digits.split(u':');
    bool ok = false;
    const int hour = parts.value(0).toInt(&ok);
    if (!ok || hour > 23 || hour < 0 || parts.size() > 2)
        return std::nullopt;
    if (parts.size() == 2 && (parts.at(1).size() != 2 || parts.at(1).toInt(&ok) > 59 || !ok))
        return std::nullopt;
    return u"at "_s + digits;
}

std::optional<minutes> bareLength(const QString &text)
{
    QString digits = text.trimmed();
    while (!digits.isEmpty() && digits.back().isPunct())
        digits.chop(1);
    bool ok = false;
    const int length = digits.toInt(&ok);
    return ok && length >= 5 && length <= 480 ? std::optional(minutes(length)) : std::nullopt;
}

/// The one number of a message, when it can be an hour: "at 3", "3:30".
std::optional<QString> loneClock(const Tokens &tokens)
{
    std::optional<QString> clock;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens.at(i);
        if (token.kind != Token::Kind::Number)
            continue;
        const bool minutesFollow = i + 2 < tokens.size()
            && (tokens.at(i + 1).isPunctuation(u':') || tokens.at(i + 1).isPunctuation(u'.'))
            && tokens.at(i + 2).kind == Token::Kind::Number && tokens.at(i + 2).text.size() == 2;
        const int hour = token.text.toInt();
        if (clock || hour < 1 || hour > 23 || (!minutesFollow && hour > 12) || token.text.size() > 2)
            return std::nullopt;
        clock = u"at "_s + token.text + (minutesFollow ? u':' + tokens.at(i + 2).text : QString());
        i += minutesFollow ? 2 : 0;
    }
    return clock;
}

/// For words put together here: "at 3".
WhenContext inEnglish(WhenContext context)
{
    context.language = Language::English;
    return context;
}

QList<Marked> whenMarks(const When &when, const QList<Marked> &marks)
{
    QList<Marked> all = marks;
    for (const WhenSpan &span : when.spans)
        all << Marked{Token::Kind::When, span.from, span.to, {}};
    std::stable_sort(all.begin(), all.end(), [](const Marked &a, const Marked &b) { return a.from < b.from; });
    QList<Marked> result;
    for (const Marked &mark : std::as_const(all)) {
        if (mark.to > mark.from && (result.isEmpty() || mark.from >= result.last().to))
            result << mark;
    }
    return result;
}

} // namespace

Expectation expectationOf(const QString &assistantText, Language language)
{
    static const PhraseSet name(u"your name|who am i|whom shall|first name");
    static const PhraseSet contact(u"e-mail|email|phone number|number|address");
    static const PhraseSet day(u"day|date|when|what time|which dates");
    static const PhraseSet time(u"what time|time|which of these|when|which one|which slot");
    static const PhraseSet duration(u"how long|length|duration|how many minutes");
    static const PhraseSet title(u"title|name of the event|what event|call it|call the event|name the "
                                 u"event|named|event name|name for|name this|label");
    static const PhraseSet place(u"where|location|place");
    static const PhraseSet confirmation(
        u"is this good|is this right|is that right|does this look|is that correct|correct|how is this|"
        u"shall i|should i|would you like|do you want|please confirm|is this what|is this ok|is this the|how about|how "
        u"does|"
        u"confirm|look good|is this okay|right|does that work|i have put|look ok|good to go");
    static const PhraseSet choice(u"which one|which of|does one of|one of these|which meeting|any of these");
    Expectation expects;
    const Tokens tokens = tokenize(assistantText, {}, language);
    const bool asks = assistantText.contains(u'?') || confirmation.isIn(tokens);
    if (!asks)
        return expects;
    expects.name = name.isIn(tokens);
    expects.contact = contact.isIn(tokens);
    expects.day = day.isIn(tokens);
    expects.time = time.isIn(tokens);
    expects.duration = duration.isIn(tokens);
    expects.title = title.isIn(tokens);
    expects.location = place.isIn(tokens);
    expects.confirmation = confirmation.isIn(tokens);
    expects.choice = choice.isIn(tokens);
    return expects;
}

Reader::Reader(const Words &words) : m_words(words)
{
}

Understood Reader::read(const QString &written, const ReadContext &context, std::optional<Intent> meant) const
{
    const QString text = withoutTags(written);
    Understood understood;
    QList<Marked> marks = findMarked(text);
    const Spoken spoken = spokenIn(masked(text, marks), context.language);
    understood.language = spoken.language;
    if (spoken.isForeign) {
        understood.intent = Intent::Foreign;
        understood.tokens = tokenize(text, marks);
        return understood;
    }
    const Language language = spoken.toRead();
    for (const Marked &mark : std::as_const(marks)) {
        if (mark.kind == Token::Kind::Email) {
            understood.emails << mark.value;
            understood.email = mark.value;
        } else if (mark.kind == Token::Kind::Phone) {
            understood.phone = mark.value;
        } else if (mark.kind == Token::Kind::MeetingId) {
            understood.meetingId = mark.value;
        }
    }
    WhenContext whenContext{context.now, context.zone, defaultOrder(language)};
    whenContext.language = language;
    Tokens named = tokenize(text, marks, language);
    if (const auto stated = findStatedZone(text, named, m_parser, whenContext, !context.host)) {
        understood.zone = stated->zone;
        understood.zonePlace = stated->place;
        marks.removeIf([&](const Marked &mark) { return mark.from < stated->to && mark.to > stated->from; });
        marks << Marked{Token::Kind::Zone, stated->from, stated->to, {}};
        std::stable_sort(marks.begin(), marks.end(), [](const Marked &a, const Marked &b) { return a.from < b.from; });
        named = tokenize(text, marks, language);
    }
    const auto markName = [&](qsizetype from, qsizetype to) { // "I'm April" names no month
        marks << Marked{Token::Kind::Word, named.at(from).from, named.at(to - 1).to, {}};
        std::stable_sort(marks.begin(), marks.end(), [](const Marked &a, const Marked &b) { return a.from < b.from; });
    };
    if (!context.host) {
        if (const auto name = findName(named, m_words, context.expects.name)) {
            understood.name = withCapitals(name->name);
            markName(name->from, name->to);
        }
    } else {
        const QList<Addressed> people = findAddressed(named, m_words);
        for (const Addressed &person : people) {
            understood.addresses.insert(withCapitals(person.name), person.email);
            markName(person.from, person.to);
        }
    }
    QString clean = masked(text, marks);
    // Before the times are read: "working hours" is a stretch of the day as well.
    const Tokens plainWords = tokenize(clean, {}, language);
    if (!context.host && m_words.hours.isIn(plainWords) && m_words.question.matchAt(plainWords, 0) > 0) {
        understood.intent = Intent::HostHours;
        understood.tokens = plainWords;
        return understood;
    }
    blankOnes(clean, plainWords);
    blankParticles(clean, plainWords);
    understood.deniesAll = blankDenied(clean, plainWords, m_parser, whenContext);
    understood.shift = readShift(clean, whenContext);
    understood.when = m_parser.parse(clean, whenContext);
    if (context.expects.choice && blankChosen(clean, understood.when, m_words, language))
        understood.when = m_parser.parse(clean, whenContext);
    readBare(text, clean, whenContext, context, understood);
    static const PhraseSet wholeHour(u"free hour|full hour|whole hour|hour free|hour slot|open hour");
    if (!understood.when.duration && wholeHour.isIn(plainWords))
        understood.when.duration = minutes(60);
    if (!understood.when.duration && understood.when.hasTime)
        understood.when.duration = laterLength(clean, whenContext);
    if (!understood.shift.isNone())
        marks << Marked{Token::Kind::When, understood.shift.from, understood.shift.to, {}};
    Tokens tokens = tokenize(text, whenMarks(understood.when, marks), language);
    readIntent(tokens, m_words, context, understood);
    readAsides(tokens, plainWords, m_words, context, understood);
    if (meant) {
        understood.intent = *meant;
        understood.explicitWish = *meant != Intent::OffTopic;
    }
    const bool wishes = understood.intent == Intent::Create || understood.intent == Intent::Availability
        || understood.intent == Intent::Update;
    if (wishes && understood.when.start && *understood.when.start < context.now) {
        WhenContext ahead = whenContext;
        ahead.isForward = true;
        understood.when = m_parser.parse(clean, ahead);
        tokens = tokenize(text, whenMarks(understood.when, marks), language);
    }
    const bool namesOne = understood.intent == Intent::Update || understood.intent == Intent::Delete
        || understood.intent == Intent::Query;
    if (namesOne && blankMeals(clean, language)) {
        understood.when = m_parser.parse(clean, whenContext);
        tokens = tokenize(text, whenMarks(understood.when, marks), language);
    }
    if (understood.intent == Intent::Update) {
        splitWhen(clean, whenContext, understood);
        When all; // of both times no word is a title
        for (const When &one : m_parser.parseAll(clean, whenContext))
            all.spans << one.spans;
        tokens = tokenize(text, whenMarks(all, marks), language);
    }
    readSubject(text, tokens, m_words, context, understood);
    for (QString &person : understood.attendees) {
        if (understood.addresses.contains(withCapitals(person)))
            person = withCapitals(person);
    }
    for (auto it = understood.addresses.keyBegin(); it != understood.addresses.keyEnd(); ++it) {
        if (!understood.attendees.contains(*it))
            understood.attendees << *it;
    }
    understood.tokens = std::move(tokens);
    return understood;
}

/// "Friday at 10 and Monday at 11, 30 minutes each": the length said after all times.
std::optional<minutes> Reader::laterLength(const QString &clean, const WhenContext &context) const
{
    if (!clean.contains("min"_L1) && !clean.contains("hour"_L1))
        return std::nullopt;
    const QList<When> all = m_parser.parseAll(clean, context);
    for (const When &one : all) {
        if (one.duration && !one.end)
            return one.duration;
    }
    return std::nullopt;
}

void Reader::readBare(const QString &text, const QString &clean, const WhenContext &whenContext,
                      const ReadContext &context, Understood &understood) const
{
    const bool dayOnly = understood.when.start && understood.when.hasDate && !understood.when.hasTime
        && !understood.when.isWindow && !understood.when.duration;
    if (dayOnly && (context.expects.time || context.expects.choice)) {
        // "Tuesday then. 11"
        QString rest = clean;
        for (const WhenSpan &span : std::as_const(understood.when.spans)) {
            for (qsizetype at = span.from; at < span.to; ++at)
                rest[at] = u'x';
        }
        if (const auto clock = loneClock(tokenize(rest))) {
            const When time = m_parser.parse(*clock, whenContext);
            if (time.start && time.hasTime) {
                const auto midnight = std::chrono::floor<date::days>(*time.start);
                understood.when.start =
                    std::chrono::floor<date::days>(*understood.when.start) + (*time.start - midnight);
                understood.when.end.reset();
                understood.when.hasTime = true;
                understood.when.grain = Grain::Minute;
            }
        }
        return;
    }
    if (!understood.when.isEmpty() || understood.when.isNow)
        return;
    const auto length = context.expects.duration ? bareLength(text) : std::nullopt;
    auto clock = context.expects.time ? bareClock(text) : std::nullopt;
    if (length && (!clock || length->count() > 12)) {
        understood.when.duration = length;
        return;
    }
    // "Make it 3 instead", "no, 3:30", "11 works" to a list of times.
    const Tokens tokens = tokenize(clean, {}, whenContext.language);
    static const PhraseSet thatDay(u"that day|same day|that date");
    const bool corrects = m_words.correct.isIn(tokens) || m_words.no.matchAt(tokens, 0) > 0 || thatDay.isIn(tokens);
    if (!clock && (corrects || (context.expects.choice && tokens.size() > 1 && tokens.size() <= 6)))
        clock = loneClock(tokens);
    if (clock) {
        understood.when = m_parser.parse(*clock, inEnglish(whenContext));
        understood.when.spans.clear(); // they point into other words
    }
}

void Reader::splitWhen(const QString &clean, const WhenContext &whenContext, Understood &understood) const
{
    if (!understood.shift.isNone()) {
        if (!understood.when.isEmpty())
            understood.oldWhen = understood.when;
        understood.when = {};
        return;
    }
    // "move my 3 pm on Friday to Monday at 10": what follows the last "to" that a time follows is new.
    const Tokens plain = tokenize(clean, {}, whenContext.language);
    const qsizetype verb = std::max<qsizetype>(m_words.move.find(plain).at, -1);
    const auto split = [&](QStringView word, bool dayOnly = false) {
        for (qsizetype i = plain.size() - 1; i > verb; --i) {
            if (plain.at(i).lower != word)
                continue;
            When after = m_parser.parse(QStringView(clean).mid(plain.at(i).to), whenContext);
            // "to 9": a bare number there is a clock time.
            const auto clock = after.isEmpty() ? loneClock(plain.mid(i + 1)) : std::nullopt;
            if (clock)
                after = m_parser.parse(*clock, inEnglish(whenContext));
            if (after.isEmpty() || (dayOnly && !after.hasDate))
                continue;
            const When before = m_parser.parse(QStringView(clean).left(plain.at(i).from), whenContext);
            understood.when = after;
            if (!before.isEmpty())
                understood.oldWhen = before;
            return true;
        }
        return false;
    };
    if (split(u"to") || split(u"until") || split(u"for"))
        return;
    // "Kim can't make Friday. Find another time next week"
    static const PhraseSet excuses(u"can not make|can not make it|not attend|will not be able to make");
    static const PhraseSet elsewhen(
        u"another time|different time|new time|other time|another day|different day|another slot|"
        u"move|reschedule");
    const auto excuse = excuses.find(plain);
    const auto wish = elsewhen.find(plain, std::max<qsizetype>(excuse.at, 0));
    if (excuse && wish) {
        const qsizetype border = plain.at(wish.at).from;
        const When before = m_parser.parse(QStringView(clean).left(border), whenContext);
        understood.when = m_parser.parse(QStringView(clean).mid(border), whenContext);
        if (!before.isEmpty())
            understood.oldWhen = before;
        return;
    }
    // "à" and "a" are "at" as well: "de mardi à jeudi à 15 h".
    const bool isRomance = whenContext.language == Language::French || whenContext.language == Language::Spanish;
    if (isRomance && (split(u"at", true) || split(u"at")))
        return;
    // "make it 3 instead", "change the time, 4 pm please": all of it is new; "move my meeting tomorrow" names the old.
    static const PhraseSet newTime(u"make it|instead|time is|should be|make that|change the time|change time|new time|"
                                   u"extend|shorten|lengthen|rename");
    if (newTime.isIn(plain) || understood.when.isEmpty())
        return;
    if (understood.when.duration && !understood.when.start)
        return; // "move my 30 minute call": a description
    understood.oldWhen = understood.when;
    understood.when = {};
}

Shift Reader::readShift(QString &clean, const WhenContext &context) const
{
    const Tokens tokens = tokenize(clean, {}, context.language);
    static const PhraseSet verbs(
        u"move it down|move down|push|push it back|push back|delay|postpone|move it back|move it forward|move it up|"
        u"bring it forward|bring forward|extend|shorten|lengthen|prolong");
    static const PhraseSet after(u"later|earlier|longer|shorter|back|forward|sooner");
    // "an hour", "30 minutes" as a length: alone, so that "an hour later" is no moment.
    static const PhraseSet units(u"hour|hours|minute|minutes|min|mins|hr|hrs|day|days|week|weeks");
    const auto unit = units.find(tokens);
    if (!unit || unit.at == 0)
        return {};
    // "extend it by an hour", "an hour later"; the later of "later today" is no shift.
    const bool comparative = after.matchAt(tokens, unit.at + 1) > 0;
    if (!comparative && !verbs.isIn(tokens))
        return {};
    qsizetype from = unit.at;
    // "next week" is no length.
    static const PhraseSet amount(u"a|an|one|two|three|four|five|ten|fifteen|twenty|thirty|forty|forty-five|half|and|"
                                  u"quarter|of|another|couple");
    while (from > 0
           && (tokens.at(from - 1).kind == Token::Kind::Number || amount.has(tokens.at(from - 1).lower)
               || tokens.at(from - 1).isPunctuation(u'.')))
        --from;
    if (from == unit.at)
        return {};
    const QStringView words =
        QStringView(clean).mid(tokens.at(from).from, tokens.at(unit.at).to - tokens.at(from).from);
    minutes length{0};
    const QString &name = tokens.at(unit.at).lower;
    if (name.startsWith("day"_L1) || name.startsWith("week"_L1)) {
        bool ok = false;
        static const QStringList numbers{u"zero"_s, u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s};
        int count = tokens.at(from).text.toInt(&ok);
        if (const qsizetype word = numbers.indexOf(tokens.at(from).lower); word > 0) {
            count = static_cast<int>(word);
            ok = true;
        }
        length = minutes((ok ? count : 1) * (name.startsWith("week"_L1) ? 7 : 1) * 24 * 60);
    } else {
        const When parsed = m_parser.parse(words, context);
        if (!parsed.duration)
            return {};
        length = *parsed.duration;
    }
    if (length.count() == 0)
        return {};
    static const PhraseSet earlier(u"earlier|forward|sooner|up");
    static const PhraseSet later(u"move it down|move down|later|push|push back|delay|postpone|back");
    static const PhraseSet toward(u"to|until");
    Shift shift;
    const bool target = from > 0 && toward.has(tokens.at(from - 1).lower); // "extend it to 45 minutes"
    if (m_words.longer.isIn(tokens))
        shift.duration = target ? minutes(0) : length;
    else if (m_words.shorter.isIn(tokens))
        shift.duration = target ? minutes(0) : -length;
    else if (earlier.isIn(tokens))
        shift.start = -length;
    else if (later.isIn(tokens))
        shift.start = length;
    if (!shift.isNone()) {
        const bool named = comparative;
        shift.from = tokens.at(from).from;
        shift.to = tokens.at(unit.at + (named ? 1 : 0)).to;
        for (qsizetype i = shift.from; i < shift.to; ++i)
            clean[i] = u' ';
    }
    return shift;
}

} // namespace ChatCal::Dialogue
