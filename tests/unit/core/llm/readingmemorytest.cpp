// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/readingmemory.h"
#include "core/llm/offlinemodel.h"
#include "core/time/words.h"
#include "tests/unit/core/llm/scriptedtools.h"

#include <gtest/gtest.h>

using namespace ChatCal;
using namespace ChatCal::Dialogue;
using namespace Qt::StringLiterals;

namespace {

ReadContext contextAt(const QString &now)
{
    ReadContext context;
    context.now = *fromIsoLocal(now);
    context.zone = *Zone::find(u"America/New_York"_s);
    return context;
}

} // namespace

TEST(ReadingMemory, ReadsTheSameWordsAnewWhenAnythingElseDiffers)
{
    const Reader reader;
    ReadingMemory memory(reader);
    const ReadContext wednesday = contextAt(u"2026-03-04T09:00"_s);
    const ReadContext thursday = contextAt(u"2026-03-05T09:00"_s);
    ReadContext asked = wednesday;
    asked.expects.name = true;
    ReadContext host = wednesday;
    host.host = true;
    ReadContext named = wednesday;
    named.hostName = u"Kim"_s;
    for (int round = 0; round < 2; ++round) { // the second time from memory
        EXPECT_EQ(memory.read(u"tomorrow at 2pm"_s, wednesday).when.start, fromIsoLocal(u"2026-03-05T14:00"_s));
        EXPECT_EQ(memory.read(u"tomorrow at 2pm"_s, thursday).when.start, fromIsoLocal(u"2026-03-06T14:00"_s));
        EXPECT_EQ(memory.read(u"June"_s, wednesday).name, QString());
        EXPECT_EQ(memory.read(u"June"_s, asked).name, u"June"_s);
        EXPECT_EQ(memory.read(u"I'm Ada, ada@example.com"_s, wednesday).name, u"Ada"_s);
        EXPECT_EQ(memory.read(u"I'm Ada, ada@example.com"_s, host).name, QString());
        EXPECT_EQ(memory.read(u"book a meeting with Kim"_s, wednesday).attendees, QStringList{u"Kim"_s});
        EXPECT_EQ(memory.read(u"book a meeting with Kim"_s, named).attendees, QStringList());
        EXPECT_TRUE(memory.expectation(u"What's your name?"_s, Language::English).name);
        EXPECT_FALSE(memory.expectation(u"How long should it be?"_s, Language::English).name);
    }
}

TEST(ReadingMemory, ForgetsWhatIsOldAndReadsItAgain)
{
    const Reader reader;
    ReadingMemory memory(reader);
    const ReadContext context = contextAt(u"2026-03-04T09:00"_s);
    EXPECT_EQ(memory.read(u"tomorrow"_s, context).when.start, fromIsoLocal(u"2026-03-05T00:00"_s));
    for (int i = 0; i < 3000; ++i)
        (void)memory.read(u"x%1"_s.arg(i), context);
    EXPECT_EQ(memory.read(u"tomorrow"_s, context).when.start, fromIsoLocal(u"2026-03-05T00:00"_s));
}

TEST(ReadingMemory, KeepsTalksApartThatTakeTurns)
{
    // One model, two talks: the same words mean what they mean in each.
    const OfflineModel model;
    ModelContext context;
    context.hostZone = context.speakerZone = *Zone::find(u"America/New_York"_s);
    context.now = context.hostZone.toInstant(*fromIsoLocal(u"2026-03-04T09:00"_s));
    const QList<ToolSpec> tools{{u"create_appointment"_s, {}, {}}, {u"check_availability"_s, {}, {}}};
    const auto say = [&](QList<ChatMessage> &talk, const QString &words, Instant at) {
        talk << ChatMessage{ChatMessage::Role::User, words, {}, {}, {}, at};
        return model.reply({context, talk, tools, std::chrono::seconds(20)});
    };
    QList<ChatMessage> first;
    QList<ChatMessage> second;
    const QString booking = u"Book 30 minutes tomorrow at 2pm, I'm Ada, ada@example.com"_s;
    for (int i = 0; i < 3; ++i) {
        const ModelReply one = say(first, booking, context.now);
        const ModelReply two = say(second, booking, context.now + std::chrono::hours(24));
        ASSERT_EQ(one.toolCalls.size(), 1);
        ASSERT_EQ(two.toolCalls.size(), 1);
        EXPECT_EQ(one.toolCalls.at(0).arguments.value("when"_L1).toString(), u"2026-03-05T14:00"_s);
        EXPECT_EQ(two.toolCalls.at(0).arguments.value("when"_L1).toString(), u"2026-03-06T14:00"_s);
    }
}
