// SPDX-License-Identifier: Apache-2.0
#include "core/agent/tools/findtool.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int mostFound = 10;
constexpr int mostRead = 500;

/// Words of the query that say something; "the meeting with Ada" is about Ada.
QStringList wordsOf(const QString &query)
{
    static const QRegularExpression gap(u"[^\\p{L}\\p{N}@.+_'-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QStringList filler{u"the"_s,     u"a"_s,        u"my"_s,   u"our"_s,        u"with"_s,
                                    u"meeting"_s, u"meetings"_s, u"call"_s, u"about"_s,      u"for"_s,
                                    u"and"_s,     u"on"_s,       u"at"_s,   u"of"_s,         u"one"_s,
                                    u"to"_s,      u"that"_s,     u"an"_s,   u"appointment"_s};
    QStringList words = query.toCaseFolded().split(gap, Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return filler.contains(word); });
    return words;
}

/// Every word of the query stands in the title, the place or an attendee's name or address.
bool matches(const Meeting &meeting, const QStringList &words)
{
    QString text = meeting.title.stored() + u'\n' + meeting.location.stored();
    for (const Attendee &attendee : meeting.attendees)
        text += u'\n' + attendee.name.stored() + u'\n' + attendee.email + u'\n' + attendee.phone;
    text = text.toCaseFolded();
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) { return text.contains(word); });
}

bool isAt(const Meeting &meeting, const WhenSaid &said)
{
    if (said.kind == WhenSaid::Kind::Window)
        return meeting.when.overlaps(said.window);
    if (said.kind != WhenSaid::Kind::Moment)
        return true;
    if (said.hasDate)
        return meeting.when.start <= said.start && said.start < meeting.when.end;
    // A time alone ("my 3 pm") is that time on any day.
    const auto clock = [](LocalTime local) { return local - std::chrono::floor<date::days>(local); };
    return clock(said.zone.toLocal(meeting.when.start)) == clock(said.local);
}

} // namespace

ToolSpec FindTool::spec() const
{
    return {u"find_meeting"_s,
            u"Finds meetings by id, time, or words of the title or a name; without arguments all upcoming."_s,
            schema({{"meeting"_L1, textSchema(u"id"_s)},
                    {"when"_L1, textSchema(u"the person's own words"_s)},
                    {"query"_L1, textSchema()}})};
}

QCoro::Task<Result<ToolResult>> FindTool::run(QJsonObject object, ToolContext context, std::stop_token)
{
    const Workbench bench = m_bench;
    const Arguments arguments(std::move(object));
    const auto id = arguments.text(u"meeting"_s, 200);
    const auto when = arguments.text(u"when"_s, whenLength, Lines::Many);
    const auto query = arguments.text(u"query"_s, titleLength);
    for (const Error *error :
         {id ? nullptr : &id.error(), when ? nullptr : &when.error(), query ? nullptr : &query.error()})
        if (error)
            co_return invalid(*error);

    QList<Meeting> found;
    if (!id->isEmpty()) {
        const auto one = co_await bench.booking.find(meetingKey(*id), context.actor);
        if (!one)
            co_return refusedByError(one.error());
        found.append(*one);
    } else {
        MeetingQuery wanted = ownMeetings(context.actor);
        wanted.status = MeetingStatus::Confirmed;
        wanted.from = context.now;
        wanted.limit = mostRead;
        const auto page = co_await bench.booking.meetings(wanted, context.actor);
        if (!page)
            co_return refusedByError(page.error());
        const WhenSaid said = bench.when.read(*when, context);
        if (!when->isEmpty() && said.kind == WhenSaid::Kind::Nothing)
            co_return invalid(u"when"_s, u"No day or time could be read in that."_s);
        const QStringList words = wordsOf(*query);
        for (const Meeting &meeting : page->meetings)
            if (found.size() < mostFound && isAt(meeting, said) && matches(meeting, words))
                found.append(meeting);
    }
    // With something to match by, ids and times are enough for a model that others' words could lead astray.
    const bool isBrowsing = id->isEmpty() && when->isEmpty() && query->isEmpty();
    const OthersWords words = isBrowsing ? OthersWords::Tell : othersWordsFor(context);
    co_return told(bench, found, context, words);
}

} // namespace ChatCal
