// SPDX-License-Identifier: Apache-2.0
// Policy: parts of sentences in the person's language. Tools and context tell them in English.
#include "core/llm/offline/policy.h"

#include "core/time/words.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

/// "9:00 AM" by the clock of 24 hours.
QString byTwentyFour(const QString &clock)
{
    static const QRegularExpression form(u"^(\\d+):(\\d+) (AM|PM)$"_s);
    const auto parts = form.match(clock);
    const int hour = parts.captured(1).toInt() % 12 + (parts.captured(3) == "PM"_L1 ? 12 : 0);
    return u"%1:%2"_s.arg(hour).arg(parts.captured(2));
}

/// 0 Sunday … 6 Saturday, as dateInWords names it.
QString weekdayName(int day, Language language)
{
    const LocalDate sunday = date::local_days(date::year(2026) / 3 / 1);
    const QString words = dateInWords(sunday + date::days(day), language);
    return words.left(words.indexOf(language == Language::French ? u' ' : u','));
}

} // namespace

QString Policy::meetingWords(const QJsonObject &meeting) const
{
    const auto start = fromRfc3339(meeting.value("start"_L1).toString());
    const auto end = fromRfc3339(meeting.value("end"_L1).toString());
    if (m_language == Language::English || !start || !end)
        return meeting.value("words"_L1).toString();
    const auto length = std::chrono::floor<std::chrono::minutes>(*end - *start);
    const LocalTime local = std::chrono::floor<std::chrono::seconds>(m_context.speakerZone.toLocal(*start));
    return meetingInWords(local, length, m_context.speakerZone, m_language);
}

QString Policy::cancelledWords(const Outcome &cancelled) const
{
    const QJsonObject meeting = cancelled.result.value("meeting"_L1).toObject();
    return m_language == Language::English || meeting.isEmpty() ? cancelled.result.value("words"_L1).toString()
                                                                : meetingWords(meeting);
}

/// One line per meeting; what others wrote is escaped.
QString Policy::meetingLines(const QJsonArray &meetings) const
{
    QStringList lines;
    for (const auto &value : meetings) {
        const QJsonObject meeting = value.toObject();
        QString line = u"- "_s + meetingWords(meeting);
        const QString title = meeting.value("title"_L1).toString();
        if (!title.isEmpty())
            line += u": "_s + escaped(title);
        const QString people = meeting.value("with"_L1).toString();
        if (m_state.said.asksWho && !people.isEmpty())
            line += u" – "_s + escaped(people);
        const QString id = meeting.value("id"_L1).toString();
        if (!id.isEmpty())
            line += u" ("_s + id + u')';
        lines << line;
    }
    return lines.join(u'\n');
}

QString Policy::windowWords(const Outcome &listed) const
{
    const QString told = listed.result.value("window_words"_L1).toString();
    if (m_language == Language::English || told.isEmpty())
        return told;
    if (!m_state.asked || !m_state.asked->start)
        return dateInWords(m_context.speakerZone.toLocalDate(m_context.now), m_language);
    const LocalDate first = std::chrono::floor<date::days>(*m_state.asked->start);
    const LocalTime end = m_state.asked->end.value_or(LocalTime(first + date::days(1)));
    const LocalDate last = std::chrono::floor<date::days>(end - std::chrono::seconds(1));
    const QString words = dateInWords(first, m_language);
    return last > first ? words + u" – "_s + dateInWords(last, m_language) : words;
}

QString Policy::hoursWords() const
{
    QString words = m_context.hoursInWords;
    if (m_language == Language::English)
        return words;
    for (int day = 0; day < 7; ++day)
        words.replace(weekdayName(day, Language::English), weekdayName(day, m_language));
    static const QRegularExpression clock(u"\\d+:\\d+ (?:AM|PM)"_s);
    for (auto found = clock.match(words); found.hasMatch(); found = clock.match(words))
        words.replace(found.capturedStart(), found.capturedLength(), byTwentyFour(found.captured()));
    return words.replace(u" to "_s, u' ' + m_wording.say(Say::Until) + u' ')
        .replace(u" and "_s, u' ' + m_wording.say(Say::And) + u' ');
}

QString Policy::lengthsWords(const QList<std::chrono::minutes> &lengths) const
{
    QStringList numbers;
    for (const std::chrono::minutes length : lengths)
        numbers << QString::number(length.count());
    return m_wording.say(Say::MinutesLong, {{u"count", numbers.join(u' ' + m_wording.say(Say::Or) + u' ')}});
}

QStringList Policy::lengthSuggestions(const std::optional<MeetingOffer> &kind) const
{
    using std::chrono::minutes;
    const QList<minutes> lengths = kind ? kind->lengths : QList<minutes>{minutes(15), minutes(30), minutes(60)};
    QStringList suggestions;
    for (const minutes length : lengths)
        suggestions << lengthsWords({length});
    return suggestions;
}

} // namespace ChatCal::Dialogue
