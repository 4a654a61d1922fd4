// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/understand.h"

#include "core/time/words.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>

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
    const LocalDate first = dayOf(*when.start);
    if (when.end && *when.end > LocalTime(first + date::days(1)) + std::chrono::hours(6))
        return std::nullopt;
    return first;
}

std::optional<std::chrono::minutes> clockOf(const When &when)
{
    if (!when.start || !when.hasTime)
        return std::nullopt;
    return timeOf(*when.start);
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

const UnderstandingModels &UnderstandingModels::builtIn()
{
    static const UnderstandingModels models = [] {
        const auto read = [](const QString &name) {
            QFile file(u":/understanding/%1.model"_s.arg(name));
            const bool opened = file.open(QIODevice::ReadOnly);
            std::optional<Dialogue::LinearModel> model =
                Dialogue::LinearModel::read(opened ? file.readAll() : QByteArray());
            if (!model)
                qFatal("the built-in model %s cannot be read", qPrintable(name));
            return std::move(*model);
        };
        return UnderstandingModels{read(u"intents"_s),
                                   {read(u"subjects"_s), read(u"attendees"_s), read(u"locations"_s)}};
    }();
    return models;
}

Understander::Understander(LocalTime now, Zone zone, const UnderstandingModels &models)
    : m_models(models), m_now(now), m_zone(std::move(zone))
{
}

void Understander::clear(LocalTime now)
{
    m_now = now;
    m_frame = {};
    m_answer = {};
    m_isOpen = false;
    m_day.reset();
    m_heard = {};
    m_said = {};
    m_answered = {};
    m_saidBefore.reset();
    m_heardBefore = {};
    m_before.clear();
    m_language.reset();
}

UnderstoodTurn Understander::feed(ChatMessage::Role role, const QString &text)
{
    if (role == ChatMessage::Role::Assistant)
        hearAssistant(text);
    else if (role == ChatMessage::Role::User)
        hearPerson(text);
    return m_answer;
}

Dialogue::TurnView Understander::lastTurn() const
{
    return {m_said, m_answered, m_saidBefore ? &*m_saidBefore : nullptr, m_saidBefore ? &m_heardBefore : nullptr};
}

void Understander::hearAssistant(const QString &text)
{
    m_heard = Dialogue::heardOf(text, m_language.value_or(Language::English));
    if (m_heard.done) {
        m_isOpen = false;
        return;
    }
    // What the assistant proposes and the person then agrees to: "You want it on March 14th at 2:45 pm, correct?"
    const Dialogue::ReadContext reading{m_now, m_zone, {}, true, {}, m_language};
    const Understood proposed = m_reader.read(text, reading);
    const bool proposes = m_isOpen && m_frame.intent == "create"_L1;
    if (const auto day = singleDay(proposed.when)) {
        m_day = day;
        if (proposes && !m_frame.date)
            m_frame.date = day;
    }
    if (const auto clock = clockOf(proposed.when); clock && proposes && !m_frame.time)
        m_frame.time = clock;
}

UnderstoodTurn Understander::readSlots(const QString &text, const QString &intent) const
{
    UnderstoodTurn found;
    found.intent = intent;
    const Dialogue::TurnView turn = lastTurn();
    const Dialogue::SlotWords words(text, turn, intent, m_language.value_or(Language::English));
    found.subject = words.find(Dialogue::Slot::Subject, m_models.slots[0]).value(0);
    found.attendees = words.find(Dialogue::Slot::Attendee, m_models.slots[1]);
    static const PhraseSet speaker(u"i|me|us|you|myself|we");
    found.attendees.removeIf([](const QString &person) { return speaker.has(person.toLower()); });
    found.location = words.find(Dialogue::Slot::Location, m_models.slots[2]).value(0);
    found.date = singleDay(m_said.when);
    found.time = clockOf(m_said.when);
    found.duration = m_said.when.duration;
    return found;
}

void Understander::merge(const UnderstoodTurn &said)
{
    if (said.date) {
        m_frame.date = said.date;
        m_day = said.date;
    }
    if (said.time)
        m_frame.time = said.time;
    if (said.duration)
        m_frame.duration = said.duration;
    if (!said.subject.isEmpty())
        m_frame.subject = said.subject;
    for (const QString &person : said.attendees) {
        if (!m_frame.attendees.contains(person))
            m_frame.attendees << person;
    }
    if (!said.location.isEmpty())
        m_frame.location = said.location;
}

/// Weighs what was wanted before by how likely it was, so that one doubtful turn does not mislead all that follow.
QString Understander::weighIntent()
{
    const Dialogue::LinearModel &model = m_models.intents;
    std::map<QString, float> now;
    std::map<QString, float> before = m_before;
    if (before.empty())
        before.emplace(QString(), 1.0F);
    for (const auto &[intent, likely] : before) {
        if (likely < 0.02F)
            continue;
        Dialogue::Features features;
        Dialogue::addTurnFeatures(lastTurn(), intent, features);
        const std::vector<float> chances = model.probabilities(features);
        for (std::size_t i = 0; i < chances.size(); ++i)
            now[model.labels().at(static_cast<qsizetype>(i))] += likely * chances[i];
    }
    m_before = now;
    return std::max_element(now.begin(), now.end(), [](const auto &a, const auto &b) { return a.second < b.second; })
        ->first;
}

/// The message is about what is open already, not the beginning of something like it.
bool Understander::goesOn(const UnderstoodTurn &said) const
{
    if (said.intent != m_frame.intent)
        return false;
    const bool sameSubject = said.subject.isEmpty() || m_frame.subject.isEmpty()
        || m_frame.subject.contains(said.subject, Qt::CaseInsensitive)
        || said.subject.contains(m_frame.subject, Qt::CaseInsensitive);
    if (said.intent == "query_events"_L1 || said.intent == "availability"_L1) {
        const bool bare = said.subject.isEmpty() && !m_said.aboutCalendar;
        return (bare && (m_answered.asks || m_said.followsUp)) || !m_said.explicitWish;
    }
    if (!m_isOpen)
        return false;
    // "The second one", "no, I want it at six", "add Kim": none of it is a wish of its own.
    const bool pointsAtOpen = m_said.pointsBack || m_said.ordinal || m_said.negates || m_said.corrects;
    const bool onlyPeople = said.subject.isEmpty() && !said.attendees.isEmpty() && !m_said.saysWhen();
    const Dialogue::Expectation &asked = m_answered.expects;
    const bool answers = (asked.day || asked.time || asked.duration || asked.title || asked.location)
        && !asked.confirmation && !asked.choice;
    return !m_said.explicitWish || answers || (pointsAtOpen && sameSubject) || onlyPeople
        || (sameSubject && said.attendees.isEmpty());
}

void Understander::hearPerson(const QString &text)
{
    if (m_before.empty())
        m_saidBefore.reset();
    else
        m_saidBefore = std::move(m_said);
    m_heardBefore = std::move(m_answered);
    m_answered = std::exchange(m_heard, {});
    m_said = m_reader.read(text, {m_now, m_zone, m_answered.expects, true, {}, m_language});
    m_language = m_said.language;
    const QString intent = weighIntent();
    if (intent == "other"_L1) {
        if (m_said.intent == Intent::NeverMind || m_said.intent == Intent::No)
            m_isOpen = false;
        m_answer = {};
        m_answer.intent = intent;
        return;
    }
    static const PhraseSet thatDay(u"that day|then|same day|that date|the same day|this day");
    static const PhraseSet further(u"other|others|else|more");
    const bool looks = intent == "availability"_L1 || intent == "query_events"_L1;
    const bool pointsAtDay = thatDay.isIn(m_said.tokens) || (looks && further.isIn(m_said.tokens));
    const auto dayBefore = m_day;
    const UnderstoodTurn said = readSlots(text, intent);
    if (!goesOn(said)) {
        const UnderstoodTurn before = std::exchange(m_frame, {});
        m_frame.intent = intent;
        const bool looked = before.intent == "availability"_L1 || before.intent == "query_events"_L1;
        if (pointsAtDay || (intent == "create"_L1 && looked) || intent == "availability"_L1)
            m_frame.date = dayBefore;
        const bool changes = intent == "update"_L1 || intent == "delete"_L1;
        if (changes && (m_said.pointsBack || !m_said.explicitWish))
            m_frame.subject = before.subject;
        merge(said);
        if (m_said.oldWhen && intent == "update"_L1 && !m_said.saysWhen()) {
            m_frame.date.reset();
            m_frame.time.reset();
        }
    } else {
        merge(said);
        if (!m_frame.date && pointsAtDay)
            m_frame.date = dayBefore;
    }
    m_isOpen = true;
    m_answer = m_frame;
}

} // namespace ChatCal
