// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/bookingstack.h"
#include "tests/support/await.h"

#include <gmock/gmock.h>

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::IsEmpty;

namespace ChatCal {
namespace {

QString crasher()
{
    return QCoreApplication::applicationDirPath() + u"/booking_crasher"_s;
}

class BookingCrash : public testing::Test
{
public:
    void start(QProcess &process, const QStringList &arguments, const QString &failPoint = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"CHATCAL_FAIL_POINT"_s, failPoint);
        process.setProcessEnvironment(environment);
        process.start(crasher(), QStringList{folder.path()} + arguments);
        ASSERT_TRUE(process.waitForStarted());
    }
    /// Runs until it dies at @p failPoint.
    void dieAt(const QString &failPoint, const QStringList &arguments)
    {
        QProcess process;
        start(process, arguments, failPoint);
        ASSERT_TRUE(process.waitForFinished());
        ASSERT_EQ(process.exitStatus(), QProcess::CrashExit)
            << failPoint.toStdString() << " was not reached: " << process.readAllStandardOutput().toStdString();
    }
    /// The new start: recover(), and then every invariant of "nothing lost, nothing twice".
    QList<Meeting> recovered()
    {
        BookingStack stack(folder.path());
        EXPECT_TRUE(await(stack.service.recover()));
        EXPECT_TRUE(eventually([&stack] { return stack.outbox.isIdle(); }));
        // A mail that was being sent when the process died is looked at again once its lease has run out.
        stack.clock.advance(3min);
        stack.outbox.wake(BookingStack::options().host.partition());
        EXPECT_TRUE(eventually([&stack] { return stack.outbox.isIdle(); }));

        MeetingQuery pending;
        pending.status = MeetingStatus::Pending;
        EXPECT_THAT(await(stack.service.meetings(pending, BookingStack::host()))->meetings, IsEmpty());
        const QList<Meeting> meetings = await(stack.service.meetings({}, BookingStack::host()))->meetings;
        const Interval month{BookingStack::at("2026-03-01T00:00"), BookingStack::at("2026-04-01T00:00")};
        const auto events = await(stack.calendar.list(month, {}));
        EXPECT_TRUE(events);
        qsizetype confirmed = 0;
        qsizetype mails = 0;
        for (const Meeting &meeting : meetings) {
            mails += 2 * (meeting.sequence + 1);
            const auto event = await(stack.calendar.find(meeting.eventId(), {}));
            EXPECT_TRUE(event);
            EXPECT_EQ(event && *event, meeting.status == MeetingStatus::Confirmed);
            if (meeting.status == MeetingStatus::Confirmed) {
                ++confirmed;
                EXPECT_TRUE(event && *event && (*event)->when == meeting.when);
            }
        }
        EXPECT_EQ(events->size(), confirmed) << "an event without its meeting";
        EXPECT_EQ(stack.mailsWritten(), mails);
        return meetings;
    }
    /// The same booking asked for again with its key.
    Meeting bookedAgain()
    {
        BookingStack stack(folder.path());
        const auto outcome = await(stack.service.book(BookingStack::request(u"key"_s), BookingStack::host(), {}));
        EXPECT_TRUE(outcome && std::holds_alternative<Meeting>(*outcome));
        EXPECT_TRUE(eventually([&stack] { return stack.outbox.isIdle(); }));
        return outcome && std::holds_alternative<Meeting>(*outcome) ? std::get<Meeting>(*outcome) : Meeting();
    }

    QTemporaryDir folder;
};

struct Step
{
    const char *failPoint;
    bool isDone; ///< from here on a new start finds it done
};

class AtEachStep : public BookingCrash, public testing::WithParamInterface<Step>
{
public:
    static QString failPoint() { return QString::fromLatin1(GetParam().failPoint); }
};

TEST_P(AtEachStep, ABookingIsConfirmedOnceOrAbsent)
{
    dieAt(failPoint(), {u"book"_s});
    const auto meetings = recovered();
    EXPECT_EQ(meetings.size(), GetParam().isDone ? 1 : 0);
    const Meeting again = bookedAgain();
    EXPECT_EQ(again.id, u"0310-1400-30m"_s) << "the first try left nothing behind";
    if (GetParam().isDone)
        EXPECT_EQ(again.uid, meetings.first().uid);
    EXPECT_EQ(recovered().size(), 1);
}

TEST_P(AtEachStep, AMoveIsDoneOnceOrNotAtAll)
{
    const QString uid = bookedAgain().uid;
    dieAt(failPoint(), {u"move"_s, uid});
    const auto meetings = recovered();
    ASSERT_EQ(meetings.size(), 1);
    EXPECT_EQ(meetings.first().sequence, GetParam().isDone ? 1 : 0);
    EXPECT_EQ(meetings.first().when.start,
              BookingStack::at(GetParam().isDone ? "2026-03-11T10:00" : "2026-03-10T14:00"));
}

TEST_P(AtEachStep, ACancellationThatWasWrittenDownIsCarriedThrough)
{
    const QString uid = bookedAgain().uid;
    dieAt(failPoint(), {u"cancel"_s, uid});
    const auto meetings = recovered();
    ASSERT_EQ(meetings.size(), 1);
    const bool isWritten = failPoint() != u"after-lease"_s;
    EXPECT_EQ(meetings.first().status, isWritten ? MeetingStatus::Cancelled : MeetingStatus::Confirmed);
}

TEST_P(AtEachStep, SeveralProcessesMayHealAtOnce)
{
    dieAt(failPoint(), {u"book"_s});
    std::array<QProcess, 3> healers;
    for (QProcess &healer : healers)
        start(healer, {u"recover"_s});
    for (QProcess &healer : healers) {
        ASSERT_TRUE(healer.waitForFinished(60000));
        EXPECT_EQ(healer.exitCode(), 0);
        EXPECT_EQ(healer.readAllStandardOutput(), "ready\nrecovered\n");
    }
    EXPECT_EQ(recovered().size(), GetParam().isDone ? 1 : 0);
}

INSTANTIATE_TEST_SUITE_P(BookingCrash, AtEachStep,
                         testing::Values(Step{"after-lease", false}, Step{"after-intent", false},
                                         Step{"after-calendar", true}, Step{"after-commit", true}),
                         [](const auto &info) {
                             return QString::fromLatin1(info.param.failPoint).remove(u'-').toStdString();
                         });

TEST_F(BookingCrash, InTheMiddleOfRecoveryIsRecoveredFrom)
{
    dieAt(u"after-calendar"_s, {u"book"_s});
    dieAt(u"in-recovery"_s, {u"recover"_s});
    dieAt(u"in-recovery"_s, {u"recover"_s});
    EXPECT_EQ(recovered().size(), 1);
}

TEST_F(BookingCrash, AtAnyMomentLeavesNothingHalf)
{
    // Moments spread over the run rather than steps: what lies between the fail points is met too.
    int finished = 0;
    for (int round = 0; round < 12 && !HasFailure(); ++round) {
        SCOPED_TRACE(round);
        ASSERT_TRUE(folder.remove());
        ASSERT_TRUE(QDir().mkpath(folder.path()));
        QProcess process;
        start(process, {u"book"_s});
        ASSERT_TRUE(process.waitForReadyRead());
        QThread::usleep(static_cast<unsigned long>(round) * 700);
        process.kill();
        ASSERT_TRUE(process.waitForFinished());
        const bool wasTold = process.readAllStandardOutput().contains("booked");
        finished += wasTold ? 1 : 0;
        const auto meetings = recovered();
        EXPECT_LE(meetings.size(), 1);
        EXPECT_TRUE(!wasTold || meetings.size() == 1) << "somebody was told and it is lost";
        bookedAgain();
        EXPECT_EQ(recovered().size(), 1);
    }
    RecordProperty("finished_before_the_kill", finished);
}

class BookingRace : public BookingCrash
{
};

TEST_F(BookingRace, OfProcessesForOneSlotHasOneWinner)
{
    constexpr int processes = 4;
    constexpr int each = 8;
    {
        BookingStack firstMakesTheFile(folder.path());
    }
    std::vector<std::unique_ptr<QProcess>> running;
    for (int i = 0; i < processes; ++i) {
        running.push_back(std::make_unique<QProcess>());
        start(*running.back(), {u"race"_s, QString::number(i * each), QString::number(each)});
    }
    QByteArrayList answers;
    for (const auto &process : running) {
        ASSERT_TRUE(process->waitForFinished(60000));
        EXPECT_EQ(process->exitCode(), 0);
        answers += process->readAllStandardOutput().split('\n');
    }
    const auto count = [&answers](const QByteArray &start) {
        return std::ranges::count_if(answers, [&start](const QByteArray &line) { return line.startsWith(start); });
    };
    EXPECT_EQ(count("booked"), 1);
    EXPECT_EQ(count("refused taken"), processes * each - 1);
    EXPECT_EQ(recovered().size(), 1);
}

TEST_F(BookingRace, OfManyForOneSlotHasOneWinnerAndOffersTheOthersMore)
{
    constexpr int crowd = 32;
    BookingStack stack(folder.path());
    std::vector<QCoro::Task<Result<BookingOutcome>>> tasks;
    for (int i = 0; i < crowd; ++i)
        tasks.push_back(stack.service.book(BookingStack::request(), BookingStack::guest(i), {}));
    int booked = 0;
    int offered = 0;
    for (auto &task : tasks) {
        const auto outcome = await(std::move(task));
        ASSERT_TRUE(outcome) << outcome.error().detail.toStdString();
        if (std::holds_alternative<Meeting>(*outcome))
            ++booked;
        else if (!std::get<Refusal>(*outcome).alternatives.isEmpty())
            ++offered;
    }
    EXPECT_EQ(booked, 1);
    EXPECT_EQ(offered, crowd - 1);
    ASSERT_TRUE(eventually([&stack] { return stack.outbox.isIdle(); }));
    EXPECT_EQ(stack.mailsWritten(), 2);
}

} // namespace
} // namespace ChatCal
