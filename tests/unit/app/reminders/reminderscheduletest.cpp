// SPDX-License-Identifier: Apache-2.0
#include "app/reminders/reminderschedule.h"
#include "app/reminders/remindermarksfile.h"
#include "app/reminders/reminderwords.h"
#include "core/time/words.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Zone berlin()
{
    return *Zone::find(u"Europe/Berlin"_s);
}

Instant at(const char *local)
{
    return berlin().toInstant(*fromIsoLocal(QString::fromLatin1(local)));
}

AgendaItem meeting(const char *start, std::chrono::minutes length = 30min, const QString &uid = u"review"_s)
{
    AgendaItem item;
    item.uid = uid;
    item.title = u"Design review"_s;
    item.when = {at(start), at(start) + length};
    return item;
}

QStringList due(const QList<AgendaItem> &agenda, Instant now, const ReminderSettings &settings = {},
                const ReminderMarks &marks = {})
{
    QStringList uids;
    for (const AgendaItem &item : ReminderSchedule(settings, berlin()).plan(agenda, marks, now).due)
        uids << item.uid;
    return uids;
}

ReminderSettings quiet(QTime from, QTime to)
{
    ReminderSettings settings;
    settings.quietFrom = from;
    settings.quietTo = to;
    return settings;
}

const QStringList review{u"review"_s};

} // namespace

TEST(ReminderSchedule, TellsTheLeadTimeBeforeTheStart)
{
    const QList<AgendaItem> agenda{meeting("2026-03-04T14:00")};
    EXPECT_TRUE(due(agenda, at("2026-03-04T13:49:59")).isEmpty());
    EXPECT_EQ(due(agenda, at("2026-03-04T13:50")), review);
    const auto plan = ReminderSchedule({}, berlin()).plan(agenda, {}, at("2026-03-04T09:00"));
    EXPECT_EQ(plan.next, at("2026-03-04T13:50"));
    ReminderSettings settings;
    settings.lead = 30min;
    EXPECT_EQ(due(agenda, at("2026-03-04T13:30"), settings), review);
    settings.lead = 0min;
    EXPECT_TRUE(due(agenda, at("2026-03-04T13:59:59"), settings).isEmpty());
    settings.enabled = false;
    EXPECT_TRUE(due(agenda, at("2026-03-04T14:00"), settings).isEmpty());
}

TEST(ReminderSchedule, TellsLateOnesWhileTheyMatter)
{
    const QList<AgendaItem> agenda{meeting("2026-03-04T14:00", 2h)};
    EXPECT_EQ(due(agenda, at("2026-03-04T14:05")), review);
    EXPECT_EQ(due(agenda, at("2026-03-04T14:30")), review);
    EXPECT_TRUE(due(agenda, at("2026-03-04T14:31")).isEmpty());
    EXPECT_TRUE(due({meeting("2026-03-04T14:00", 5min)}, at("2026-03-04T14:05")).isEmpty()) << "it is over";
}

TEST(ReminderSchedule, TellsNothingTwiceAndSnoozedOnesWhenTheyComeBack)
{
    const QList<AgendaItem> agenda{meeting("2026-03-04T14:00")};
    const ReminderKey key = keyOf(agenda.first());
    for (const auto kind : {ReminderMark::Kind::Told, ReminderMark::Kind::Dismissed})
        EXPECT_TRUE(due(agenda, at("2026-03-04T13:55"), {}, {{key, {kind, {}}}}).isEmpty());
    const ReminderMarks marks{{key, {ReminderMark::Kind::Snoozed, at("2026-03-04T13:57")}}};
    EXPECT_TRUE(due(agenda, at("2026-03-04T13:56"), {}, marks).isEmpty());
    EXPECT_EQ(due(agenda, at("2026-03-04T13:57"), {}, marks), review);
    EXPECT_EQ(due(agenda, at("2026-03-04T15:00"), {}, marks), review)
        << "asked for, so it is said also when it is over";

    const QList<AgendaItem> moved{meeting("2026-03-04T16:00")};
    EXPECT_EQ(due(moved, at("2026-03-04T15:50"), {}, {{key, {ReminderMark::Kind::Told, {}}}}), review)
        << "a meeting that was moved is told anew";
}

TEST(ReminderSchedule, SnoozesForFiveMinutesOrUntilTheStart)
{
    const Instant start = at("2026-03-04T14:00");
    EXPECT_EQ(ReminderSchedule::snoozeEnd(start, at("2026-03-04T13:50")), at("2026-03-04T13:55"));
    EXPECT_EQ(ReminderSchedule::snoozeEnd(start, at("2026-03-04T13:57")), start);
    EXPECT_EQ(ReminderSchedule::snoozeEnd(start, at("2026-03-04T14:02")), at("2026-03-04T14:07"));
}

TEST(ReminderSchedule, HoldsBackInQuietHoursUnlessTheMeetingBeginsBefore)
{
    const ReminderSettings lunch = quiet({12, 0}, {13, 0});
    EXPECT_TRUE(due({meeting("2026-03-04T13:05")}, at("2026-03-04T12:59"), lunch).isEmpty());
    EXPECT_EQ(due({meeting("2026-03-04T13:05")}, at("2026-03-04T13:00"), lunch), review);
    EXPECT_EQ(due({meeting("2026-03-04T12:30")}, at("2026-03-04T12:20"), lunch), review);
    const AgendaItem later = meeting("2026-03-04T14:00");
    const ReminderMarks snoozed{{keyOf(later), {ReminderMark::Kind::Snoozed, at("2026-03-04T12:40")}}};
    EXPECT_TRUE(due({later}, at("2026-03-04T12:50"), lunch, snoozed).isEmpty());
    EXPECT_EQ(due({later}, at("2026-03-04T13:00"), lunch, snoozed), review);
}

TEST(ReminderSchedule, QuietHoursReachOverMidnightAndClockChanges)
{
    const ReminderSchedule night(quiet({22, 0}, {7, 0}), berlin());
    const Interval expected{at("2026-03-28T22:00"), at("2026-03-29T07:00")}; // one hour shorter: summer time begins
    EXPECT_EQ(night.quietAround(at("2026-03-28T23:00")), expected);
    EXPECT_EQ(night.quietAround(at("2026-03-29T06:59")), expected);
    EXPECT_EQ(expected.length(), 8h);
    EXPECT_EQ(night.quietAround(at("2026-03-29T07:00")), std::nullopt);
    EXPECT_EQ(night.quietAround(at("2026-03-28T21:59")), std::nullopt);
    EXPECT_EQ(ReminderSchedule({}, berlin()).quietAround(at("2026-03-28T23:00")), std::nullopt);
}

TEST(ReminderSchedule, PassesOverDaysAndWhatTakesNoTime)
{
    AgendaItem holiday = meeting("2026-03-04T00:00", 24h);
    holiday.allDay = true;
    EXPECT_TRUE(due({holiday, meeting("2026-03-04T14:00", 0min)}, at("2026-03-04T14:00")).isEmpty());
}

TEST(ReminderSettings, ReadsWhatItCanAndKeepsItsDefaults)
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    EXPECT_EQ(ReminderSettings::read(settings).lead, 10min);
    settings.setValue(QLatin1StringView(reminderMinutesKey), 25);
    settings.setValue(QLatin1StringView(reminderQuietFromKey), u"22:00"_s);
    EXPECT_FALSE(ReminderSettings::read(settings).quietFrom) << "half of it is none";
    settings.setValue(QLatin1StringView(reminderQuietToKey), u"07:30"_s);
    settings.setValue(QLatin1StringView(reminderEnabledKey), false);
    const ReminderSettings read = ReminderSettings::read(settings);
    EXPECT_EQ(read.lead, 25min);
    EXPECT_EQ(read.quietTo, QTime(7, 30));
    EXPECT_FALSE(read.enabled);
    for (const QVariant &wrong : {QVariant(-1), QVariant(121), QVariant(u"soon"_s)}) {
        settings.setValue(QLatin1StringView(reminderMinutesKey), wrong);
        EXPECT_EQ(ReminderSettings::read(settings).lead, 10min);
    }
}

TEST(ReminderMarksFile, GivesBackWhatItWasGiven)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"deep/reminders.json"_s);
    const ReminderMarks marks{{{u"a@b"_s, at("2026-03-04T14:00")}, {ReminderMark::Kind::Told, {}}},
                              {{u"c"_s, at("2026-03-04T15:00")}, {ReminderMark::Kind::Snoozed, at("2026-03-04T14:55")}},
                              {{u"d"_s, at("2026-03-04T16:00")}, {ReminderMark::Kind::Dismissed, {}}}};
    EXPECT_TRUE(ReminderMarksFile(path).load().isEmpty());
    ASSERT_TRUE(ReminderMarksFile(path).save(marks));
    EXPECT_EQ(ReminderMarksFile(path).load(), marks);
    EXPECT_EQ(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

    QFile damaged(path);
    ASSERT_TRUE(damaged.open(QIODevice::WriteOnly));
    damaged.write("{\"reminders\": [{\"uid\"");
    damaged.close();
    EXPECT_TRUE(ReminderMarksFile(path).load().isEmpty());
    EXPECT_FALSE(ReminderMarksFile(u"/proc/nowhere/reminders.json"_s).save(marks));
}

TEST(ReminderWords, SayWhenItBegins)
{
    const AgendaItem item = meeting("2026-03-04T14:00");
    const auto wait = [&](const char *now) { return waitWords(item.when, at(now)); };
    EXPECT_TRUE(wait("2026-03-04T13:50").contains(u"in 10"_s));
    EXPECT_TRUE(wait("2026-03-04T13:49:30").contains(u"in 11"_s));
    EXPECT_EQ(wait("2026-03-04T14:00:40"), u"Begins now"_s);
    EXPECT_TRUE(wait("2026-03-04T14:05:30").startsWith(u"Began 5"_s));
    EXPECT_EQ(wait("2026-03-04T14:30"), u"Over"_s);
}

TEST(ReminderWords, ASummaryHasALineForEachOfTheFirstFive)
{
    QList<AgendaItem> items;
    for (int i = 0; i < 7; ++i)
        items << meeting("2026-03-04T14:00");
    const ReminderWords words = summaryWords(items, berlin(), at("2026-03-04T14:05"));
    EXPECT_TRUE(words.title.contains(u"7"_s));
    EXPECT_EQ(words.body.count(u"Design review"_s), 5);
    EXPECT_EQ(words.body.count(u'\n'), 5);
    EXPECT_TRUE(words.body.contains(u"2 more"_s));
}
