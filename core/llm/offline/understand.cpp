// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/understand.h"

#include "core/time/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

using Dialogue::Intent;
using Dialogue::PhraseSet;
using Dialogue::Understood;

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

std::optional<LocalDate> singleDay(const When &when)
{
    if (!when.start || !when.hasDate)
        return std::nullopt;
    if (when.grain == Grain::Week || when.grain == Grain::Month || when.grain == Grain::Quarter
        || when.grain == Grain::Year)
        return std::nullopt;
    const LocalDate first = std::chrono::floor<date::days>(*when.start);
    if (when.end && *when.end > LocalTime(first + date::days(1)) + std::chrono::hours(6))
        return std::nullopt;
    return first;
}

std::optional<std::chrono::minutes> clockOf(const When &when)
{
    if (!when.start || !when.hasTime)
        return std::nullopt;
    return std::chrono::floor<std::chrono::minutes>(*when.start - std::chrono::floor<date::days>(*when.start));
}

QString intentName(Intent intent)
{
    switch (intent) {
    case Intent::Create:
        return u"create"_s;
    case Intent::Query:
        return u"query_events"_s;
    case Intent::Availability:
        return u"availability"_s;
    case Intent::Update:
        return u"update"_s;
    case Intent::Delete:
        return u"delete"_s;
    default:
        return u"other"_s;
    }
}

/// "Add Amy to the meeting", "invite Pam too".
bool joining(const QString &text)
{
    static const PhraseSet words(u"to the|to it|to that|to this|invite|include|too|also|as well");
    static const PhraseSet adding(u"add|invite|include|put");
    const Dialogue::Tokens tokens = Dialogue::tokenize(text);
    return adding.isIn(tokens) && words.isIn(tokens);
}

bool isWish(Intent intent)
{
    return intentName(intent) != "other"_L1;
}

/// "I've put that on your calendar", "Your event has been added".
bool saysDone(const QString &assistantText)
{
    static const PhraseSet done(
        u"i have put|i have deleted|i have changed|i have removed|i have added|i have updated|i have cancelled|"
        u"has been added|has been scheduled|was added|is added|successfully|has been updated|added to your calendar|"
        u"i have scheduled|i have moved|is now on your calendar|has been created|been added");
    return done.isIn(Dialogue::tokenize(assistantText));
}

} // namespace

QJsonObject toJson(const UnderstoodTurn &turn)
{
    const bool acts = turn.intent != "other"_L1;
    QJsonObject json{
        {"intent"_L1, turn.intent},   {"subject"_L1, QJsonValue()},          {"date"_L1, QJsonValue()},
        {"time"_L1, QJsonValue()},    {"duration_minutes"_L1, QJsonValue()}, {"attendees"_L1, QJsonValue()},
        {"location"_L1, QJsonValue()}};
    if (!acts)
        return json;
    json.insert("subject"_L1, orNull(turn.subject));
    if (turn.date)
        json.insert("date"_L1, toIsoDate(*turn.date));
    if (turn.time)
        json.insert("time"_L1, toIsoLocal(LocalTime(LocalDate()) + *turn.time).mid(11));
    if (turn.duration)
        json.insert("duration_minutes"_L1, static_cast<int>(turn.duration->count()));
    if (!turn.attendees.isEmpty())
        json.insert("attendees"_L1, QJsonArray::fromStringList(turn.attendees));
    json.insert("location"_L1, orNull(turn.location));
    return json;
}

Understander::Understander(LocalTime now, Zone zone) : m_now(now), m_zone(std::move(zone))
{
}

void Understander::clear(LocalTime now)
{
    m_now = now;
    m_frame = {};
    m_answer = {};
    m_isOpen = false;
    m_expects = {};
    m_day.reset();
}

UnderstoodTurn Understander::feed(ChatMessage::Role role, const QString &text)
{
    if (role == ChatMessage::Role::Assistant)
        hearAssistant(text);
    else if (role == ChatMessage::Role::User)
        hearUser(text);
    return m_answer;
}

void Understander::hearAssistant(const QString &text)
{
    m_asks = text.contains(u'?');
    m_expects = Dialogue::expectationOf(text);
    if (saysDone(text)) {
        m_isOpen = false;
        m_asks = false;
        m_expects.confirmation = false;
        return;
    }
    // What the assistant proposes and the person then agrees to: "You want it on March 14th at 2:45 pm, correct?"
    Dialogue::ReadContext reading{m_now, m_zone, {}, true, {}};
    const Understood proposed = m_reader.read(text, reading);
    if (const auto day = singleDay(proposed.when)) {
        m_day = day;
        if (m_isOpen && m_frame.intent == "create"_L1 && m_expects.confirmation && !m_frame.date)
            m_frame.date = day;
    }
    if (const auto clock = clockOf(proposed.when);
        clock && m_isOpen && m_frame.intent == "create"_L1 && m_expects.confirmation && !m_frame.time)
        m_frame.time = clock;
}

void Understander::begin(const QString &intent)
{
    m_frame = {};
    m_frame.intent = intent;
    m_isOpen = true;
}

void Understander::merge(const Understood &said)
{
    if (const auto day = singleDay(said.when)) {
        m_frame.date = day;
        m_day = day;
    }
    if (const auto clock = clockOf(said.when))
        m_frame.time = clock;
    if (said.when.duration)
        m_frame.duration = said.when.duration;
    if (!said.title.isEmpty())
        m_frame.subject = said.title;
    if (!said.location.isEmpty())
        m_frame.location = said.location;
    for (const QString &person : said.attendees) {
        if (!m_frame.attendees.contains(person))
            m_frame.attendees << person;
    }
}

void Understander::pass()
{
    m_answer = {};
    m_answer.intent = u"other"_s;
}

void Understander::hearUser(const QString &text)
{
    const Dialogue::ReadContext reading{m_now, m_zone, m_expects, true, {}};
    const Understood said = m_reader.read(text, reading);
    static const PhraseSet thatDay(u"that day|then|same day|that date|the same day|this day");
    const bool pointsAtDay = thatDay.isIn(Dialogue::tokenize(text));
    Intent intent = said.intent;
    // "Make it start at 8:30 instead" of what stands there already.
    if (intent == Intent::Create && said.corrects && said.pointsBack && !(m_isOpen && m_frame.intent == "create"_L1))
        intent = Intent::Update;
    const bool tells = said.saysWhen() || !said.title.isEmpty() || !said.location.isEmpty() || !said.attendees.isEmpty()
        || said.ordinal.has_value();

    if (intent == Intent::NeverMind) {
        m_isOpen = false;
        pass();
        return;
    }
    static const PhraseSet meant(u"i meant|i mean");
    const bool asked = m_frame.intent == "query_events"_L1 || m_frame.intent == "availability"_L1;
    const bool bare = said.title.isEmpty() && !said.aboutCalendar;
    // The day that was asked for, "what about Friday?", "I meant the one next week".
    if (asked && tells
        && ((m_asks && bare && intent != Intent::Availability && intent != Intent::Delete && intent != Intent::Update
             && said.saysWhen())
            || (said.followsUp && said.saysWhen() && bare && intent == Intent::Inform)
            || (meant.isIn(Dialogue::tokenize(text)) && intent != Intent::Availability))) {
        m_isOpen = true;
        merge(said);
        m_answer = m_frame;
        return;
    }
    if (m_isOpen && m_asks && said.ordinal && !said.saysWhen() && !asked && intent != Intent::Delete) {
        m_answer = m_frame;
        return;
    }
    const bool createOpen = m_isOpen && m_frame.intent == "create"_L1;
    const bool sameSubject = said.title.isEmpty() || m_frame.subject.isEmpty()
        || m_frame.subject.contains(said.title, Qt::CaseInsensitive)
        || said.title.contains(m_frame.subject, Qt::CaseInsensitive);
    // Somebody joins what is there already.
    if (!createOpen && intent == Intent::Create && !said.attendees.isEmpty() && !said.saysWhen() && joining(text))
        intent = Intent::Update;
    // A correction of a proposal is no change of a meeting yet.
    const bool correctsOpen = m_isOpen && m_frame.intent != "query_events"_L1 && m_frame.intent != "availability"_L1
        && ((intent == Intent::Update
             && ((createOpen && sameSubject && said.attendees.isEmpty())
                 || (m_frame.intent == "update"_L1 && said.title.isEmpty())))
            || (intent == Intent::Create && (said.corrects || said.pointsBack) && said.title.isEmpty())
            || (intent == Intent::Create && createOpen && said.title.isEmpty()
                && (said.attendees.isEmpty() || joining(text))));
    if (isWish(intent) && !correctsOpen) {
        const QString before = m_frame.intent;
        const QString named = intentName(intent);
        const QString subjectBefore = m_frame.subject;
        const auto dayBefore = m_day;
        begin(named);
        merge(said);
        if (!m_frame.date && dayBefore
            && (pointsAtDay
                || (named == "create"_L1 && (before == "availability"_L1 || before == "query_events"_L1)
                    && !m_frame.date)))
            m_frame.date = dayBefore;
        if ((named == "update"_L1 || named == "delete"_L1) && said.pointsBack && m_frame.subject.isEmpty())
            m_frame.subject = subjectBefore;
        if (said.oldWhen && named == "update"_L1 && !said.saysWhen()) {
            m_frame.date.reset();
            m_frame.time.reset();
        }
        m_answer = m_frame;
        return;
    }
    const bool agrees = m_isOpen && (intent == Intent::Yes || (m_asks && (intent == Intent::Thanks || said.affirms)));
    const bool follows = correctsOpen || agrees
        || (m_isOpen && (intent == Intent::Inform || intent == Intent::Yes) && tells)
        || (m_isOpen && m_expects.any() && (intent == Intent::Yes || intent == Intent::Inform))
        || (m_isOpen && intent == Intent::No && tells);
    if (follows) {
        merge(said);
        if (!m_frame.date && pointsAtDay && m_day)
            m_frame.date = m_day;
        m_answer = m_frame;
        return;
    }
    // After it is done, "I meant AM" changes what was put there.
    if (!m_isOpen && (intent == Intent::Inform) && said.saysWhen() && !m_frame.intent.isEmpty()) {
        const QString subject = m_frame.subject;
        const bool change = said.corrects || said.negates;
        begin(change ? u"update"_s : m_frame.intent);
        if (change)
            m_frame.subject = subject;
        merge(said);
        m_answer = m_frame;
        return;
    }
    if (intent == Intent::Thanks || intent == Intent::No || intent == Intent::OffTopic)
        m_isOpen = m_isOpen && intent != Intent::No;
    pass();
}

} // namespace ChatCal
