// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/core/llm/scriptedtools.h"

#include <gtest/gtest.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

struct NameSaid
{
    const char *said;
    const char *name;
};

class NameTalk : public testing::TestWithParam<NameSaid>
{
};

TEST_P(NameTalk, TakesTheAnswerForAName)
{
    Talk talk;
    talk.say(u"Tuesday at 2pm for 30 minutes"_s);
    talk.say(QString::fromUtf8(GetParam().said));
    if (talk.ids().isEmpty())
        talk.say(u"someone@example.com"_s);
    ASSERT_EQ(talk.ids(), QStringList{u"0310-1400-30m"_s});
    EXPECT_EQ(talk.booked().at(0).name, QString::fromUtf8(GetParam().name));
}

INSTANTIATE_TEST_SUITE_P(
    Cases, NameTalk,
    testing::Values(NameSaid{"Eve", "Eve"}, NameSaid{"eve", "Eve"}, NameSaid{"<b>Eve</b>", "Eve"},
                    NameSaid{"I'm <b>Eve</b>", "Eve"}, NameSaid{"<i>I'm Eve</i>, <u>eve@example.com</u>", "Eve"},
                    NameSaid{"I'm April", "April"}, NameSaid{"May", "May"}, NameSaid{"may", "May"},
                    NameSaid{"I'm May", "May"}, NameSaid{"May Smith, may@example.com", "May Smith"},
                    NameSaid{"June", "June"}, NameSaid{"June Carter", "June Carter"}, NameSaid{"August", "August"},
                    NameSaid{"It's August", "August"}, NameSaid{"Dawn", "Dawn"}, NameSaid{"I'm Dawn", "Dawn"},
                    NameSaid{"Noon", "Noon"}, NameSaid{"Sunny", "Sunny"}, NameSaid{"Sunny Singh", "Sunny Singh"},
                    NameSaid{"Wendy", "Wendy"}, NameSaid{"Will", "Will"}, NameSaid{"I'm Will", "Will"},
                    NameSaid{"Mark, mark@example.com", "Mark"}, NameSaid{"Bill Gates", "Bill Gates"},
                    NameSaid{"Ty", "Ty"}, NameSaid{"Summer", "Summer"}, NameSaid{"Dr. Strange", "Dr. Strange"},
                    NameSaid{"John F. Kennedy", "John F. Kennedy"},
                    NameSaid{"Ada Lovelace <ada@example.com>", "Ada Lovelace"}),
    [](const auto &info) {
        QString name;
        for (const QChar c : QString::fromUtf8(info.param.said))
            name += c.isLetterOrNumber() ? QString(c) : u"_"_s;
        return name.toStdString();
    });

TEST(NameTalk, BooksForANameInTagsInOneMessage)
{
    for (const QString &name : {u"<b>Eve</b>"_s, u"<i class=\"x\">Eve</i>"_s, u"April"_s, u"May"_s}) {
        Talk talk;
        talk.say(u"Book a 30 minute call on March 10 at 2pm, I'm %1, eve@example.com"_s.arg(name));
        ASSERT_EQ(talk.ids(), QStringList{u"0310-1400-30m"_s}) << qPrintable(name);
        EXPECT_EQ(talk.booked().at(0).name, name.startsWith(u'<') ? u"Eve"_s : name);
    }
}

TEST(NameTalk, TakesNoDateForAName)
{
    for (const QString &said : {u"It's May 5"_s, u"I am free in May"_s, u"May I come on Friday?"_s,
                                u"It's April 7 that works"_s, u"Will you be free tomorrow?"_s, u"I'm free May 5th"_s}) {
        Talk talk;
        talk.say(said);
        EXPECT_TRUE(talk.tools().contactName.isEmpty()) << qPrintable(said) << qPrintable(talk.tools().contactName);
    }
}

TEST(NameTalk, GreetsWithTheTitleAndTheFamilyName)
{
    const std::pair<QString, QString> cases[]{{u"Dr. Strange"_s, u", Dr. Strange"_s},
                                              {u"Dr. Stephen Strange"_s, u", Dr. Strange"_s},
                                              {u"Mrs Ada King"_s, u", Mrs King"_s},
                                              {u"Ada Lovelace"_s, u", Ada"_s}};
    for (const auto &[name, called] : cases) {
        Talk talk;
        talk.say(u"Tuesday at 2pm for 30 minutes"_s);
        talk.say(u"s@example.com"_s);
        const QString answer = talk.say(name);
        EXPECT_TRUE(answer.contains(called + u':') || answer.contains(called + u'.')) << qPrintable(answer);
    }
}

struct Invited
{
    const char *name;
    const char *said;
    QStringList attendees;
};

class NameTalkOfHost : public testing::TestWithParam<Invited>
{
};

TEST_P(NameTalkOfHost, PutsNameAndAddressTogether)
{
    Talk talk(ModelContext::Role::Host);
    const QString answer = talk.say(QString::fromUtf8(GetParam().said));
    ASSERT_EQ(talk.booked().size(), 1) << qPrintable(answer);
    EXPECT_EQ(talk.booked().at(0).attendees, GetParam().attendees);
    EXPECT_FALSE(talk.booked().at(0).title.contains(u'@')) << qPrintable(talk.booked().at(0).title);
    EXPECT_FALSE(talk.booked().at(0).title.contains(u"I'm"_s)) << qPrintable(talk.booked().at(0).title);
    EXPECT_EQ(talk.ids(), QStringList{u"0310-1400-30m"_s});
}

INSTANTIATE_TEST_SUITE_P(
    Cases, NameTalkOfHost,
    testing::Values(Invited{"OwnWords",
                            "Book a 30 minute call on March 10 at 2pm, I'm Ada Lovelace, ada@example.com",
                            {u"Ada Lovelace <ada@example.com>"_s}},
                    Invited{"InBrackets",
                            "Meet on March 10 at 2pm for 30 minutes with Ada Lovelace (ada@example.com)",
                            {u"Ada Lovelace <ada@example.com>"_s}},
                    Invited{"AfterComma",
                            "Schedule 30 minutes with Ada, ada@example.com on March 10 at 2pm",
                            {u"Ada <ada@example.com>"_s}},
                    Invited{"LowerCase",
                            "book a call with ada lovelace, ada@example.com, march 10 at 2pm for 30 minutes",
                            {u"Ada Lovelace <ada@example.com>"_s}},
                    Invited{"AMonthForAName",
                            "Book a 30 minute call with April, april@example.com on March 10 at 2pm",
                            {u"April <april@example.com>"_s}},
                    Invited{"Two",
                            "Call with Ada (ada@example.com) and Kim Lee (k@example.org) March 10 at 2pm for 30 min",
                            {u"Ada <ada@example.com>"_s, u"Kim Lee <k@example.org>"_s}},
                    Invited{"AddressAtTheEnd",
                            "Schedule 30 minutes with Ada on March 10 at 2pm, ada@example.com",
                            {u"Ada <ada@example.com>"_s}},
                    Invited{"AddressOfNobodyNamed",
                            "Schedule 30 minutes with Ada and kim@example.org on March 10 at 2pm",
                            {u"Ada"_s, u"kim@example.org"_s}}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(NameTalk, TakesNoTradeForAName)
{
    for (const QString &said :
         {u"Ich bin Entwickler"_s, u"Guten Tag, ich bin Lehrerin."_s, u"Ich bin Journalist und möchte einen Termin"_s,
          u"Hallo, ich bin Praktikant"_s, u"Ich bin"_s, u"Ich bin Architekturstudent und hätte gern einen Termin"_s}) {
        Talk talk;
        talk.say(said);
        talk.say(u"Ich hätte gern einen Termin am 10. März um 14 Uhr für 30 Minuten"_s);
        talk.say(u"ada@example.com"_s);
        EXPECT_TRUE(talk.ids().isEmpty()) << qPrintable(said);
        talk.say(u"Ich heiße Ada"_s);
        ASSERT_EQ(talk.booked().size(), 1) << qPrintable(said);
        EXPECT_EQ(talk.booked().at(0).name, u"Ada"_s);
    }
}

TEST(NameTalk, TakesANameThatEndsLikeATrade)
{
    for (const auto &[said, name] :
         {std::pair(u"Ich bin Peter"_s, u"Peter"_s), std::pair(u"Guten Tag, ich bin Karin."_s, u"Karin"_s),
          std::pair(u"Ich bin Ada und möchte einen Termin"_s, u"Ada"_s),
          std::pair(u"Ich bin Schuster, ada@example.com"_s, u"Schuster"_s),
          std::pair(u"Ich bin Anna Schneider"_s, u"Anna Schneider"_s)}) {
        Talk talk;
        talk.say(said);
        talk.say(u"Ich hätte gern einen Termin am 10. März um 14 Uhr für 30 Minuten"_s);
        if (talk.ids().isEmpty())
            talk.say(u"ada@example.com"_s);
        ASSERT_EQ(talk.booked().size(), 1) << qPrintable(said);
        EXPECT_EQ(talk.booked().at(0).name, name);
    }
}
