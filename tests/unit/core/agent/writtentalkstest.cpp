// SPDX-License-Identifier: Apache-2.0
#include "agentworld.h"
#include "core/llm/offlinemodel.h"
#include "writtentalk.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ChatCal;

namespace ChatCal {

void PrintTo(const WrittenTalk &talk, std::ostream *out)
{
    *out << talk.file.toStdString();
}

} // namespace ChatCal

namespace {

QString talksFolder()
{
    return qEnvironmentVariable("TALKS", QStringLiteral(CONVERSATIONS));
}

Actor owner()
{
    return {Actor::Role::Host, u"owner"_s};
}

QList<Attendee> peopleOf(const QString &written)
{
    static const QRegularExpression shape(u"^([^<]*?)\\s*(?:<(.*)>)?$"_s);
    QList<Attendee> people;
    const QStringList parts = written.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const auto match = shape.match(part.trimmed());
        people.append({UntrustedText(match.captured(1)), match.captured(2), {}});
    }
    return people;
}

/// "Ada Lovelace <ada@example.com>, Kim", as a talk writes who comes.
QString writtenPeople(const QList<Attendee> &attendees)
{
    QStringList people;
    for (const Attendee &attendee : attendees) {
        const QString address = attendee.email.isEmpty() ? attendee.phone : attendee.email;
        people.append(address.isEmpty() ? attendee.name.stored()
                                        : u"%1 <%2>"_s.arg(attendee.name.stored(), address).trimmed());
    }
    return people.join(", "_L1);
}

/// Whether @p text has @p part, or one of those that " / " separates.
bool says(const QString &text, const QString &part)
{
    const QStringList ways = part.split(u" / "_s);
    return std::any_of(ways.begin(), ways.end(),
                       [&](const QString &way) { return text.contains(way, Qt::CaseInsensitive); });
}

/// So many talks of so many turns out of what is said in @p talks; always the same ones.
QList<WrittenTalk> shuffled(const QList<WrittenTalk> &talks, int count, int turns)
{
    quint32 state = 20260304;
    const auto below = [&](qsizetype limit) {
        state = state * 1664525U + 1013904223U;
        return static_cast<qsizetype>((state >> 8) % static_cast<quint32>(limit));
    };
    QList<WrittenTalk> mixed;
    for (int i = 0; i < count && !talks.isEmpty(); ++i) {
        WrittenTalk talk;
        talk.title = u"mix %1"_s.arg(i + 1);
        talk.file = talk.title;
        talk.isHost = i % 3 == 2;
        for (int turn = 0; turn < turns; ++turn) {
            const WrittenTalk &from = talks.at(below(talks.size()));
            if (!from.turns.isEmpty())
                talk.turns.append({from.turns.at(below(from.turns.size())).words, {}, {}, {}, {}});
        }
        mixed.append(talk);
    }
    return mixed;
}

/// The agent with the offline model, in the state that one written conversation begins with.
class WrittenTalks : public AgentWorld, public testing::WithParamInterface<WrittenTalk>
{
public:
    void SetUp() override
    {
        restartWith(offline);
        if (!talk.now.isEmpty())
            clock.set(newYork().toInstant(*fromIsoLocal(talk.now)));
        BookingService::Options options = booking->options();
        options.host.phone = talk.phone;
        for (const QString &kind : talk.kinds)
            options.meetingTypes.append({kind.section(u' ', 0, -2),
                                         {std::chrono::minutes(kind.section(u' ', -1).chopped(1).toInt())},
                                         std::nullopt,
                                         {}});
        booking->reconfigure(options);
        for (const QString &line : talk.busy) {
            const auto event = readMeeting(line);
            ASSERT_TRUE(event) << line.toStdString();
            addEvent(qPrintable(event->start), event->minutes, event->title);
        }
        for (const QString &line : talk.meetings)
            bookBefore(line);
    }
    ~WrittenTalks() override
    {
        agent.reset();
        if (HasFailure() || qEnvironmentVariableIsSet("SHOW_TALKS"))
            std::cout << "--- " << talk.title.toStdString() << '\n' << transcript.join(u'\n').toStdString() << '\n';
    }

    void bookBefore(const QString &line)
    {
        const auto meeting = readMeeting(line);
        ASSERT_TRUE(meeting) << line.toStdString();
        BookingRequest request;
        request.title = UntrustedText(meeting->title);
        request.start = at(qPrintable(meeting->start));
        request.length = std::chrono::minutes(meeting->minutes);
        request.attendees = peopleOf(meeting->people);
        request.guestZone = newYork();
        const auto booked = await(booking->book(request, owner(), {}));
        ASSERT_TRUE(booked && std::holds_alternative<Meeting>(*booked)) << line.toStdString();
    }

    TurnResult ask(const QString &words, const QString &about = {})
    {
        Turn said = talk.isHost ? hostSays(words, session) : guestSays(words, session);
        if (!talk.zone.isEmpty())
            said.zone = Zone::find(talk.zone);
        said.about = about;
        TurnResult result = answer(said);
        session = result.sessionId;
        transcript << u"> "_s + words << QString(result.reply.text).replace(u'\n', u"\n  "_s).prepend(u"  "_s)
                   << u"  ["_s + result.reply.toolsUsed.join(u' ') + u']';
        return result;
    }

    void say(const WrittenTalk::Turn &turn)
    {
        const TurnResult result = ask(turn.words, turn.about);
        EXPECT_NE(result.reply.text, lastReply) << "said twice";
        lastReply = result.reply.text;
        checkWords(result.reply.text);
        for (const QString &part : turn.parts)
            EXPECT_TRUE(says(result.reply.text, part))
                << "\"" << part.toStdString() << "\" is missing in: " << result.reply.text.toStdString();
        for (const QString &part : turn.absent)
            EXPECT_FALSE(result.reply.text.contains(part, Qt::CaseInsensitive))
                << "\"" << part.toStdString() << "\" stands in: " << result.reply.text.toStdString();
        QStringList wrote = result.reply.toolsUsed;
        wrote.removeIf([](const QString &tool) { return !tool.endsWith("_appointment"_L1); });
        EXPECT_EQ(wrote.join(u' '), turn.tools.join(u' ')) << "after: " << turn.words.toStdString();
    }

    /// What holds for every reply there is.
    void checkWords(const QString &text)
    {
        EXPECT_FALSE(text.trimmed().isEmpty());
        static const QRegularExpression excuses(
            u"sorry|apolog|unfortunately|entschuldig|tut mir leid|leider|désolé|malheureusement|lo siento|"
            "lamentablemente"_s,
            QRegularExpression::CaseInsensitiveOption);
        EXPECT_FALSE(excuses.match(text).hasMatch()) << text.toStdString();
        static const QRegularExpression placeholder(u"\\{\\w*\\}"_s);
        EXPECT_FALSE(placeholder.match(text).hasMatch()) << text.toStdString();
        for (const QString &correction : {u"To be clear"_s, u"No e-mail was sent"_s, u"does not send mail"_s,
                                          u"Zur Klarheit"_s, u"Pour être clair"_s, u"Para que quede claro"_s})
            EXPECT_FALSE(text.contains(correction)) << text.toStdString();
        static const QRegularExpression question(u"\\?(?![\"“”]|\\s?»)"_s); // not one that is quoted
        EXPECT_LE(text.count(question), 1) << text.toStdString();
        EXPECT_LE(text.size(), 700) << text.toStdString();
        checkIds(text);
    }

    /// A meeting's id in the words names a meeting there is.
    void checkIds(const QString &text)
    {
        static const QRegularExpression id(u"\\b\\d{4}-\\d{4}-\\d+m(?:-\\d+)?\\b"_s);
        QStringList known;
        const QList<Meeting> meetings = allMeetings();
        for (const Meeting &meeting : meetings)
            known.append(meeting.id);
        for (auto found = id.globalMatch(text); found.hasNext();) {
            const QString named = found.next().captured();
            EXPECT_TRUE(known.contains(named)) << named.toStdString();
        }
    }

    void expectMeetings(const QStringList &lines, MeetingStatus status)
    {
        QList<Meeting> standing = allMeetings();
        standing.removeIf([&](const Meeting &meeting) { return meeting.status != status; });
        QStringList actual;
        for (const Meeting &meeting : std::as_const(standing))
            actual.append(
                u"%1 %2m %3 | %4 | %5"_s.arg(toIsoLocal(newYork().toLocal(meeting.when.start)).replace(u'T', u' '),
                                             QString::number(meeting.when.length().count()), meeting.title.stored(),
                                             writtenPeople(meeting.attendees), howName(meeting.how)));
        const std::string all = actual.join(u'\n').toStdString();
        ASSERT_EQ(actual.size(), lines.size()) << statusName(status).toStdString() << ":\n" << all;
        for (const QString &line : lines) {
            const auto expected = readMeeting(line);
            ASSERT_TRUE(expected) << line.toStdString();
            const bool there = std::any_of(standing.begin(), standing.end(), [&](const Meeting &meeting) {
                return meeting.when.start == at(qPrintable(expected->start))
                    && meeting.when.length() == std::chrono::minutes(expected->minutes)
                    && (expected->title.isEmpty() || meeting.title.stored() == expected->title)
                    && (expected->people.isEmpty() || writtenPeople(meeting.attendees) == expected->people)
                    && (expected->how.isEmpty() || howName(meeting.how) == expected->how);
            });
            EXPECT_TRUE(there) << line.toStdString() << " is not among " << statusName(status).toStdString() << ":\n"
                               << all;
        }
        expectInCalendar(standing, status);
    }

    /// The calendar shows what stands, and nothing that was cancelled.
    void expectInCalendar(const QList<Meeting> &meetings, MeetingStatus status)
    {
        for (const Meeting &meeting : meetings) {
            const auto event = await(calendar->find(meeting.eventId(), {}));
            ASSERT_TRUE(event);
            const bool stands = event->has_value() && (*event)->status != Event::Status::Cancelled;
            EXPECT_EQ(stands, status == MeetingStatus::Confirmed) << meeting.id.toStdString();
        }
    }

    const WrittenTalk &talk = GetParam();
    OfflineModel offline;
    QString session;
    QString lastReply;
    QStringList transcript;
};

INSTANTIATE_TEST_SUITE_P(All, WrittenTalks, testing::ValuesIn(readTalks(talksFolder())),
                         [](const testing::TestParamInfo<WrittenTalk> &info) {
                             return info.param.name().toStdString();
                         });

TEST_P(WrittenTalks, EndAsTheyShould)
{
    ASSERT_FALSE(talk.turns.isEmpty()) << "nothing is said in " << talk.file.toStdString();
    for (const WrittenTalk::Turn &turn : talk.turns)
        say(turn);
    expectMeetings(talk.calendar, MeetingStatus::Confirmed);
    expectMeetings(talk.cancelled, MeetingStatus::Cancelled);
}

/// What anybody says in any of the talks, in any order: nobody is expected to make sense of it, but what holds for
/// every reply holds.
class ShuffledTalks : public WrittenTalks
{
};

INSTANTIATE_TEST_SUITE_P(All, ShuffledTalks, testing::ValuesIn(shuffled(readTalks(talksFolder()), 60, 10)),
                         [](const testing::TestParamInfo<WrittenTalk> &info) {
                             return info.param.name().toStdString();
                         });

TEST_P(ShuffledTalks, HoldWhatHoldsForAll)
{
    for (const WrittenTalk::Turn &turn : talk.turns) {
        const TurnResult result = ask(turn.words, turn.about);
        checkWords(result.reply.text);
    }
}

TEST(WrittenTalk, AreSixtyAtLeast)
{
    EXPECT_GE(readTalks(QStringLiteral(CONVERSATIONS)).size(), 60);
}

} // namespace
