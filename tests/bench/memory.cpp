// SPDX-License-Identifier: Apache-2.0
// Whether the offline model keeps anything of the turns it answered: a million of them (or as many as the first
// argument says), guests and the owner in turn, the heap in use and the resident memory after a tenth of them and at
// the end. Exits 1 when either has grown.
#include "core/base/json.h"
#include "core/llm/offlinemodel.h"
#include "core/time/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

#include <array>
#include <ctime>
#include <malloc.h>
#include <unistd.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

// What the memory of readings holds differs by what was said last: some bytes per reading, not per turn.
constexpr qint64 heapTolerance = 256 * 1024;
constexpr qint64 residentTolerance = 1024 * 1024;

using Talk = QStringList;
const std::array<Talk, 4> guestTalks{
    Talk{u"hi"_s, u"I'd like 30 minutes next Tuesday at 2"_s, u"actually make it an hour"_s,
         u"I'm Ada Lovelace, ada@example.com"_s, u"when was it again?"_s, u"thanks, bye"_s},
    Talk{u"when are you free on Thursday?"_s, u"the second one"_s, u"Tom Baker, tom@example.com, 45 minutes"_s,
         u"move it to Friday, same time"_s, u"cancel it"_s},
    Talk{u"asdf"_s, u"are you a bot?"_s, u"what's the weather?"_s, u"this is useless"_s, u"never mind"_s},
    Talk{u"what about the week after next, in the afternoon?"_s, u"anything later?"_s, u"no"_s,
         u"March 17 at 3:30 pm Pacific"_s, u"by phone, 917-555-0123, Ivy"_s},
};
const std::array<Talk, 3> ownerTalks{
    Talk{u"lunch with Kim tomorrow at noon for an hour"_s, u"make it 1 pm"_s, u"undo that"_s, u"what's on today?"_s},
    Talk{u"am I free on Friday at 3?"_s, u"block Friday afternoon for writing"_s, u"cancel everything on Friday"_s,
         u"no"_s},
    Talk{u"move my 2 pm to Thursday"_s, u"rename it to Budget"_s, u"add Paul to the budget meeting"_s, u"help"_s},
};

QJsonObject meeting(int number)
{
    return {{u"id"_s, u"0310-1400-30m"_s},
            {u"uid"_s, u"uid-%1@example.org"_s.arg(number % 97)},
            {u"title"_s, u"Meeting %1"_s.arg(number % 97)},
            {u"start"_s, u"2026-03-10T14:00:00-04:00"_s},
            {u"end"_s, u"2026-03-10T14:30:00-04:00"_s},
            {u"words"_s, u"Tuesday, March 10, 2026, 2:00–2:30 PM EDT"_s},
            {u"duration_minutes"_s, 30},
            {u"status"_s, u"confirmed"_s}};
}

/// An answer such as the tool would give.
QJsonObject answerOf(const QString &tool, int number)
{
    QJsonObject answer{{u"ok"_s, true}};
    if (tool == "check_availability"_L1) {
        QJsonArray slots;
        for (const QString &hour : {u"10"_s, u"11"_s, u"14"_s})
            slots.append(QJsonObject{{u"start"_s, u"2026-03-10T%1:00:00-04:00"_s.arg(hour)},
                                     {u"end"_s, u"2026-03-10T%1:30:00-04:00"_s.arg(hour)},
                                     {u"words"_s, u"Tuesday, March 10, 2026, %1:00"_s.arg(hour)}});
        answer.insert(u"slots"_s, slots);
        answer.insert(u"free"_s, number % 3 != 0);
    } else if (tool == "find_meeting"_L1 || tool == "list_meetings"_L1) {
        answer.insert(u"meetings"_s, QJsonArray{meeting(number)});
        answer.insert(u"window_words"_s, u"Tuesday, March 10, 2026"_s);
    } else {
        answer.insert(u"meeting"_s, meeting(number));
        answer.insert(u"words"_s, u"Tuesday, March 10, 2026, 2:00–2:30 PM EDT"_s);
        answer.insert(u"mail"_s, u"outbox"_s);
    }
    return answer;
}

QList<ToolSpec> allTools()
{
    QList<ToolSpec> tools;
    for (const QString &name : {u"check_availability"_s, u"create_appointment"_s, u"reschedule_appointment"_s,
                                u"cancel_appointment"_s, u"find_meeting"_s, u"list_meetings"_s, u"remember_contact"_s})
        tools.append({name, {}, {}});
    return tools;
}

/// Turns of conversation, one after another for ever.
class Speaker
{
public:
    Speaker()
    {
        m_request.tools = allTools();
        m_request.context.hostName = u"Grace Hopper"_s;
        m_request.context.hostZone = *Zone::find(u"America/New_York"_s);
        m_request.context.speakerZone = m_request.context.hostZone;
    }

    /// One message of a person, answered in as many rounds as it takes.
    void takeTurn()
    {
        if (m_next == 0)
            beginTalk();
        const Talk &talk = currentTalk();
        m_request.messages.append({ChatMessage::Role::User, talk.at(m_next), {}, {}, {}, m_request.context.now});
        for (int round = 0; round < 6; ++round) {
            const ModelReply reply = m_model.reply(m_request);
            m_request.messages.append(
                {ChatMessage::Role::Assistant, reply.text, reply.toolCalls, {}, {}, m_request.context.now});
            if (reply.toolCalls.isEmpty())
                break;
            for (const ToolCall &call : reply.toolCalls)
                m_request.messages.append({ChatMessage::Role::Tool,
                                           QString::fromUtf8(toJson(answerOf(call.name, m_talks))),
                                           {},
                                           call.id,
                                           call.name,
                                           m_request.context.now});
        }
        m_next = (m_next + 1) % talk.size();
    }

private:
    [[nodiscard]] const Talk &currentTalk() const
    {
        const auto number = static_cast<size_t>(m_talks);
        return m_request.context.role == ModelContext::Role::Host ? ownerTalks[number % ownerTalks.size()]
                                                                  : guestTalks[number % guestTalks.size()];
    }
    void beginTalk()
    {
        ++m_talks;
        m_request.messages.clear();
        m_request.context.role = m_talks % 2 ? ModelContext::Role::Guest : ModelContext::Role::Host;
        // Another minute each time, so that no talk is one that is remembered.
        m_request.context.now = *fromRfc3339(u"2026-03-04T09:00:00-05:00"_s) + std::chrono::minutes(m_talks % 100000);
    }

    OfflineModel m_model;
    ModelRequest m_request;
    int m_talks = 0;
    qsizetype m_next = 0;
};

struct Memory
{
    qint64 heap = 0; ///< bytes in use, allocated through malloc
    qint64 resident = 0;
};

Memory memoryNow()
{
    const struct mallinfo2 info = mallinfo2();
    QFile statm(u"/proc/self/statm"_s);
    qint64 pages = 0;
    if (statm.open(QIODevice::ReadOnly))
        pages = statm.readAll().split(' ').value(1).toLongLong();
    return {static_cast<qint64>(info.uordblks + info.hblkhd), pages * sysconf(_SC_PAGESIZE)};
}

void print(QTextStream &out, int turns, const Memory &memory)
{
    out << turns << " turns: " << memory.heap / 1024 << " KiB in use, " << memory.resident / 1024 << " KiB resident\n";
    out.flush();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int turns = argc > 1 ? QByteArray(argv[1]).toInt() : 1000000;
    QTextStream out(stdout);
    if (turns < 10) {
        out << "usage: bench_memory [turns, at least 10]\n";
        return 2;
    }
    Speaker speaker;
    const std::clock_t start = std::clock();
    for (int turn = 0; turn < turns / 10; ++turn)
        speaker.takeTurn();
    const Memory early = memoryNow();
    print(out, turns / 10, early);
    for (int turn = turns / 10; turn < turns; ++turn)
        speaker.takeTurn();
    const Memory late = memoryNow();
    print(out, turns, late);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    out << "CPU per turn: " << QString::number(seconds * 1e6 / turns, 'f', 1) << " µs\n";
    const bool grew = late.heap - early.heap > heapTolerance || late.resident - early.resident > residentTolerance;
    out << (grew ? "memory GREW: by " : "no growth: ") << (late.heap - early.heap) << " bytes in use, "
        << (late.resident - early.resident) << " resident\n";
    return grew ? 1 : 0;
}
