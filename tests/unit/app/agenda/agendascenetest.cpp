// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendascene.h"
#include "app/agenda/agendashades.h"
#include "app/look/theme.h"
#include "tests/unit/app/agenda/sample.h"
#include "tests/unit/app/contrast.h"

#include <gtest/gtest.h>

#include <QSettings>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

class AgendaSceneTest : public testing::Test
{
protected:
    AgendaSceneTest()
    {
        QSettings().clear();
        scene.setZone(newYork());
        scene.setPage({AgendaMode::Week, day(u"2026-03-04"_s)});
        read({standup});
    }
    ~AgendaSceneTest() override { QSettings().clear(); }

    void read(const QList<AgendaItem> &items) { scene.setAgenda(agendaOf(items), scene.range()); }
    const AgendaEntry &entry(const QString &uid) { return scene.entries()[*scene.find(uid)]; }

    AgendaItem standup = meeting(u"Standup"_s, u"2026-03-04T10:00"_s, u"2026-03-04T11:00"_s);
    Interval noon{at(u"2026-03-05T12:00"_s), at(u"2026-03-05T13:00"_s)};
    AgendaScene scene;
};

} // namespace

TEST_F(AgendaSceneTest, ShowsAMoveOnItsWayAndTakesItBack)
{
    scene.add({AgendaEdit::Kind::Move, u"k"_s, standup.uid, standup.title, noon});
    EXPECT_EQ(entry(standup.uid).item.when, noon);
    EXPECT_EQ(entry(standup.uid).state, AgendaEntry::State::OnItsWay);
    EXPECT_TRUE(scene.isOnItsWay(standup.uid));
    scene.drop(u"k"_s);
    EXPECT_EQ(entry(standup.uid).item.when, standup.when);
    EXPECT_EQ(entry(standup.uid).state, AgendaEntry::State::Settled);
}

TEST_F(AgendaSceneTest, KeepsWhatIsDoneUntilTheAgendaSaysSo)
{
    scene.add({AgendaEdit::Kind::Move, u"k"_s, standup.uid, standup.title, noon});
    scene.settle(u"k"_s, standup.uid, standup.meetingId);
    read({standup}); // an answer from before
    EXPECT_EQ(entry(standup.uid).item.when, noon) << "it must not jump back";
    AgendaItem moved = standup;
    moved.when = noon;
    read({moved});
    AgendaItem movedElsewhere = standup;
    movedElsewhere.when = {noon.start + std::chrono::hours(2), noon.end + std::chrono::hours(2)};
    read({movedElsewhere});
    EXPECT_EQ(entry(standup.uid).item.when, movedElsewhere.when) << "from then on the agenda counts";
}

TEST_F(AgendaSceneTest, GivesANewMeetingItsNameOnceItHasOne)
{
    scene.add({AgendaEdit::Kind::Book, u"k"_s, {}, u"Lunch"_s, noon});
    EXPECT_EQ(entry(u"k"_s).state, AgendaEntry::State::OnItsWay);
    scene.settle(u"k"_s, u"uid-Lunch"_s, u"0305-1200-60m"_s);
    EXPECT_FALSE(scene.find(u"k"_s));
    EXPECT_EQ(entry(u"uid-Lunch"_s).item.meetingId, u"0305-1200-60m"_s);
    read({standup, meeting(u"Lunch"_s, u"2026-03-05T12:00"_s, u"2026-03-05T13:00"_s)});
    EXPECT_EQ(scene.count(), 2) << "not twice";
}

TEST_F(AgendaSceneTest, TakesACancelledMeetingAway)
{
    scene.add({AgendaEdit::Kind::Cancel, u"k"_s, standup.uid, standup.title, standup.when});
    EXPECT_EQ(entry(standup.uid).state, AgendaEntry::State::Leaving);
    EXPECT_EQ(scene.conflict(standup.when, {}), nullptr) << "its time is free";
    scene.settle(u"k"_s, standup.uid, standup.meetingId);
    EXPECT_EQ(scene.count(), 0);
}

TEST_F(AgendaSceneTest, SeesConflictsButNotWithItself)
{
    const Interval half{at(u"2026-03-04T10:30"_s), at(u"2026-03-04T11:30"_s)};
    ASSERT_NE(scene.conflict(half, {}), nullptr);
    EXPECT_EQ(scene.conflict(half, standup.uid), nullptr);
    EXPECT_EQ(scene.conflict({standup.when.end, standup.when.end + std::chrono::hours(1)}, {}), nullptr);
    read({allDay(u"Holiday"_s, u"2026-03-05"_s, u"2026-03-06"_s)});
    EXPECT_EQ(scene.conflict(noon, {}), nullptr) << "what lasts all day takes no time";
}

TEST_F(AgendaSceneTest, HidesACalendarAndRemembersIt)
{
    AgendaItem other = foreign(u"Dentist"_s, u"2026-03-05T09:00"_s, u"2026-03-05T10:00"_s);
    other.calendar = u"google"_s;
    standup.calendar = u"local"_s;
    read({standup, other});
    EXPECT_NE(entry(standup.uid).shade, entry(other.uid).shade);
    AgendaCalendars calendars = scene.calendars();
    EXPECT_EQ(calendars.names(), (QStringList{u"local"_s, u"google"_s}));
    calendars.setHidden(u"google"_s, true);
    scene.setCalendars(calendars);
    EXPECT_EQ(scene.count(), 1);
    EXPECT_TRUE(AgendaCalendars::kept().isHidden(u"google"_s));

    AgendaCalendars later = AgendaCalendars::kept();
    EXPECT_TRUE(later.names().isEmpty()) << "of a server used before, perhaps";
    EXPECT_TRUE(later.learn({other}));
    EXPECT_FALSE(later.learn({other}));
    EXPECT_EQ(later.shadeOf(u"google"_s), 1) << "as it was, though it is the only one now";
}

TEST_F(AgendaSceneTest, FindsTheOneOfASeriesThatIsMeant)
{
    AgendaItem next = standup;
    next.when = {standup.when.start + std::chrono::hours(24), standup.when.end + std::chrono::hours(24)};
    read({standup, next});
    EXPECT_EQ(scene.find(standup.uid, next.when.start), 1);
    EXPECT_EQ(scene.find(standup.uid), 0);
}

TEST(AgendaShades, CanBeReadInLightAndDark)
{
    for (const bool dark : {false, true}) {
        const QPalette palette = paletteFor(dark);
        for (int i = 0; i < agendaShadeCount; ++i) {
            const AgendaShade shade = agendaShade(i, palette);
            EXPECT_GE(contrast(shade.ink, shade.ground), 4.5) << i << dark;
            EXPECT_GE(contrast(shade.soft, shade.ground), 4.5) << i << dark;
            EXPECT_GE(contrast(shade.pastInk, shade.pastGround), 4.5) << i << dark;
            EXPECT_GE(contrast(shade.mark, palette.color(QPalette::Base)), 3.0) << i << dark << " a mark is seen";
        }
    }
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21, 0.01);
}
