// SPDX-License-Identifier: Apache-2.0
// Whole messages: what must not be read as a date, several mentions, spans, zones, output.
#include "whentable.h"

#include "core/time/whenjson.h"

#include <QJsonDocument>

#include <gmock/gmock.h>

#include <random>

using namespace Qt::StringLiterals;

namespace ChatCal {
namespace {

class Nothing : public testing::TestWithParam<const char *>
{
};

TEST_P(Nothing, IsReadAsATime)
{
    EXPECT_EQ(meaning(GetParam()), "nothing");
}

INSTANTIATE_TEST_SUITE_P(Messages, Nothing,
                         testing::Values("", " \n\t", "I know", "may I", "yes, you may", "She may come",
                                         "It may or may not work", "sat down", "he sat with us", "the sun is out",
                                         "I'm 30", "I am 42 years old", "we march on", "wait a second",
                                         "the second option", "the first one", "one moment please", "good morning",
                                         "have a nice day", "I'm April", "my name is June", "with May", "Eve",
                                         "call 555-123-4567", "+1 (415) 555-2671", "030 1234567", "06 12 34 56 78",
                                         "reach me on 0171 234 5678", "ada.may3@example.com",
                                         "https://example.com/2026/03/10", "0310-1400-30m", "cancel 0310-1400-30m-2",
                                         "order ABC-12345-A1B2C3", "version 2.30", "v1.10.30", "$12", "1,194.09", "30%",
                                         "room 4", "at 5 Main Street", "12 people", "between 2 and 4 people",
                                         "from 3 to 5 rooms", "a 4:3 screen", "3 kids", "chapter 11",
                                         "9 Berlin streets", "monkey business", "what a week", "12345678901234567890"));

class Messages : public testing::TestWithParam<WhenCase>
{
};

TEST_P(Messages, GiveOneMeaning)
{
    EXPECT_EQ(meaning(GetParam().said), GetParam().means);
}

INSTANTIATE_TEST_SUITE_P(
    Whole, Messages,
    testing::Values(
        WhenCase{"BookingWithEverything", "Book a 30 minute call on March 10 at 2pm, I'm Ada Lovelace, ada@example.com",
                 "2026-03-10T14:00 30m"},
        WhenCase{"LengthFirstDayLast", "I need half an hour with you at 3, Friday would be best",
                 "2026-03-06T15:00 30m"},
        WhenCase{"NumberOfAHouse", "Lunch at 12 Baker Street on Monday", "2026-03-09"},
        WhenCase{"PhoneBesideATime", "call me tomorrow at 4, my number is 415-555-2671", "2026-03-05T16:00"},
        WhenCase{"IdBesideATime", "move 0310-1400-30m to Thursday 3pm", "2026-03-05T15:00"},
        WhenCase{"PartAndDayApart", "The afternoon suits me. Say Friday?", "2026-03-06T12:00..2026-03-06T18:00 window"},
        WhenCase{"GreetingIsNoWindow", "Good afternoon! Are you free on Tuesday at 2?", "2026-03-10T14:00"},
        WhenCase{"FirstCompleteWins", "Monday works, or rather Tuesday at 10, not Thursday at 11", "2026-03-10T10:00"}),
    caseName);

INSTANTIATE_TEST_SUITE_P(
    Zones, Messages,
    testing::Values(
        WhenCase{"Letters", "3pm CET", "2026-03-04T15:00 @Europe/Berlin"},
        WhenCase{"BareHour", "9 Pacific", "2026-03-04T09:00 @America/Los_Angeles"},
        WhenCase{"City", "10am London time tomorrow", "2026-03-05T10:00 @Europe/London"},
        WhenCase{"Offset", "Friday 14:00 UTC+2", "2026-03-06T14:00 @Etc/GMT-2"},
        WhenCase{"NegativeOffset", "Friday 14:00 GMT-3", "2026-03-06T14:00 @Etc/GMT+3"},
        WhenCase{"HalfHourOffset", "Friday 14:00 UTC+5:30", "2026-03-06T14:00 @Asia/Kolkata"},
        WhenCase{"IsoOffset", "2026-07-06T09:00+02:00", "2026-07-06T09:00 @Etc/GMT-2"},
        WhenCase{"IanaName", "9:30 America/Sao_Paulo", "2026-03-05T09:30 @America/Sao_Paulo"},
        WhenCase{"UnknownName", "9:30 tomorrow Mars/Olympus", "2026-03-05T09:30"},
        // it is already the 5th in Tokyo at nine in the evening of New York's 4th; at nine in the morning it is 23:00
        WhenCase{"TodayOfThatZone", "11:30pm Tokyo time", "2026-03-04T23:30 @Asia/Tokyo"},
        WhenCase{"ZoneWordElsewhere", "Eastern food at noon", "2026-03-04T12:00"}),
    caseName);

QStringList mentions(const QString &text)
{
    QStringList result;
    for (const When &when : parser().parseAll(text, wednesdayMorning()))
        result.append(QString::fromStdString(describe(when)));
    return result;
}

TEST(WhenMentions, TellsTheOldTimeFromTheNew)
{
    EXPECT_EQ(mentions(u"move my 3 pm on Friday to Monday at 10"_s),
              (QStringList{u"2026-03-06T15:00"_s, u"2026-03-09T10:00"_s}));
    EXPECT_EQ(mentions(u"reschedule it from Friday to Monday"_s), (QStringList{u"2026-03-06"_s, u"2026-03-09"_s}));
    EXPECT_EQ(mentions(u"shift the call to 4"_s), (QStringList{u"2026-03-04T16:00"_s}));
    EXPECT_EQ(mentions(u"move it to 3-4pm"_s), (QStringList{u"2026-03-04T15:00..2026-03-04T16:00 60m"_s}));
    EXPECT_EQ(mentions(u"hello"_s), QStringList());
}

TEST(WhenMentions, CarryTheirPlacesInTheText)
{
    const QString text = u"Lunch on Friday at 1 pm CET for an hour"_s;
    QStringList words;
    qsizetype last = 0;
    for (const WhenSpan &span : parser().parse(text, wednesdayMorning()).spans) {
        EXPECT_GE(span.from, last);
        EXPECT_LT(span.from, span.to);
        last = span.to;
        words.append(text.mid(span.from, span.to - span.from));
    }
    EXPECT_EQ(words, (QStringList{u"Lunch"_s, u"Friday"_s, u"1 pm"_s, u"CET"_s, u"an hour"_s}));
}

TEST(WhenMentions, PutPlacesBehindLettersOutsideTheBasicPlane)
{
    const QString text = u"\U0001F600 tomorrow"_s;
    const When when = parser().parse(text, wednesdayMorning());
    ASSERT_EQ(when.spans.size(), 1);
    EXPECT_EQ(when.spans[0], (WhenSpan{3, 11, WhenSpan::Kind::Date}));
}

TEST(WhenOutput, WritesTheLineOfTheCommand)
{
    const WhenContext context = wednesdayMorning();
    const auto line = [&](QStringView text) {
        return QJsonDocument(toJsonLine(u"a"_s, parser().parse(text, context))).toJson(QJsonDocument::Compact);
    };
    EXPECT_EQ(line(u"Friday at 3 for 45 minutes"),
              R"({"duration_minutes":45,"end":null,"grain":"minute","id":"a","start":"2026-03-06T15:00"})");
    EXPECT_EQ(
        line(u"next week"),
        R"({"duration_minutes":null,"end":"2026-03-16T00:00","grain":"week","id":"a","start":"2026-03-09T00:00"})");
    EXPECT_EQ(line(u"hello"), R"({"duration_minutes":null,"end":null,"grain":null,"id":"a","start":null})");
}

TEST(WhenOutput, ExplainsWithTheWordsUnderlined)
{
    const QString text = u"call me Friday at 3 for an hour"_s;
    EXPECT_EQ(explain(text, parser().parse(text, wednesdayMorning())),
              u"call me Friday at 3 for an hour\n"
              "        ======    ~     -------\n"
              "at       Friday, March 6, 2026 at 3:00 PM\n"
              "length   1 hour\n"
              "assumed  the coming Friday, pm"_s);
    EXPECT_EQ(explain(u"hello"_s, When()), u"hello\nsays nothing about time"_s);
}

TEST(WhenOutput, SaysWhereTheClocksSkipOrRepeatATime)
{
    const Zone newYork = *Zone::find(u"America/New_York"_s);
    const auto explained = [&](const QString &text) {
        return explain(text, parser().parse(text, wednesdayMorning()), newYork);
    };
    EXPECT_TRUE(
        explained(u"March 8 at 2:30 am"_s)
            .contains(u"note     the clocks skip 2:30 AM; it is taken as Sunday, March 8, 2026 at 3:30 AM EDT"_s))
        << qPrintable(explained(u"March 8 at 2:30 am"_s));
    EXPECT_TRUE(explained(u"November 1 at 1:30 am"_s).contains(u"the clocks show 1:30 AM twice; the first is taken"_s));
    EXPECT_FALSE(explained(u"March 9 at 2:30 am"_s).contains(u"note"_s));
}

TEST(WhenOutput, NamesEachGrain)
{
    EXPECT_EQ(grainName(Grain::Second), u"second"_s);
    EXPECT_EQ(grainName(Grain::Minute), u"minute"_s);
    EXPECT_EQ(grainName(Grain::Hour), u"hour"_s);
    EXPECT_EQ(grainName(Grain::Day), u"day"_s);
    EXPECT_EQ(grainName(Grain::Week), u"week"_s);
    EXPECT_EQ(grainName(Grain::Month), u"month"_s);
    EXPECT_EQ(grainName(Grain::Quarter), u"quarter"_s);
    EXPECT_EQ(grainName(Grain::Year), u"year"_s);
}

// Whatever comes, the answer keeps its promises.
void expectSound(const QString &text)
{
    const WhenContext context = wednesdayMorning();
    QList<When> all = parser().parseAll(text, context);
    all.append(parser().parse(text, context));
    for (const When &when : all) {
        qsizetype last = 0;
        for (const WhenSpan &span : when.spans) {
            ASSERT_GE(span.from, last) << text.toStdString();
            ASSERT_LE(span.to, text.size()) << text.toStdString();
            last = span.to;
        }
        ASSERT_EQ(when.isEmpty(), when.spans.isEmpty()) << text.toStdString();
        if (when.duration) {
            ASSERT_GT(when.duration->count(), 0) << text.toStdString();
        }
    }
}

TEST(WhenRobustness, TakesFourThousandCharactersOfGarbage)
{
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        QString text;
        for (int i = 0; i < 4000; ++i)
            text.append(QChar(static_cast<char16_t>(random() % (round < 10 ? 128 : 65536))));
        expectSound(text);
    }
    expectSound(QString(4000, u'1'));
    expectSound(u"1-"_s.repeated(2000));
    expectSound(u"half "_s.repeated(800));
    expectSound(u"the end of the "_s.repeated(260));
    expectSound(u"the weekend of the day after "_s.repeated(140));
}

TEST(WhenRobustness, TakesAnyOrderOfItsOwnWords)
{
    const QStringList words{
        u"at"_s,     u"on"_s,       u"the"_s,     u"3"_s,         u"15"_s,       u"2026"_s,    u"pm"_s,   u"to"_s,
        u"-"_s,      u"from"_s,     u"between"_s, u"and"_s,       u"or"_s,       u"half"_s,    u"past"_s, u"Friday"_s,
        u"March"_s,  u"next"_s,     u"last"_s,    u"week"_s,      u"hours"_s,    u"days"_s,    u"in"_s,   u"after"_s,
        u"before"_s, u"end of"_s,   u"first"_s,   u"second"_s,    u"quarter"_s,  u"/"_s,       u":"_s,    u"."_s,
        u"30"_s,     u"tomorrow"_s, u"morning"_s, u"twenty"_s,    u"thousand"_s, u"a"_s,       u"of"_s,   u"by"_s,
        u"until"_s,  u"UTC"_s,      u"+"_s,       u"christmas"_s, u"now"_s,      u"weekend"_s, u"this"_s, u"week of"_s,
        u"ago"_s,    u"later"_s,    u"29"_s,      u"February"_s,  u"day after"_s};
    std::mt19937 random(11);
    for (int round = 0; round < 4000; ++round) {
        QStringList text;
        for (int i = 0; i < 9; ++i)
            text.append(words[static_cast<qsizetype>(random() % static_cast<unsigned>(words.size()))]);
        expectSound(text.join(round % 3 ? u" "_s : QString()));
    }
}

} // namespace
} // namespace ChatCal
