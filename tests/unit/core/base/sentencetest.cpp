// SPDX-License-Identifier: Apache-2.0
#include "core/base/sentence.h"

#include <gtest/gtest.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

QString plain(const Sentence &sentence)
{
    return sentence.text();
}

} // namespace

TEST(Sentence, IsEnglishWithItsValues)
{
    EXPECT_EQ(Sentence::en("must not be empty").text(), u"must not be empty"_s);
    EXPECT_EQ(Sentence::en("from %1 to %2").arg(5).arg(1440).text(), u"from 5 to 1440"_s);
    EXPECT_EQ(Sentence::said(u"wie sie ist, %1"_s).text(), u"wie sie ist, %1"_s);
    EXPECT_TRUE(Sentence().text().isEmpty());
}

TEST(Sentence, TakesAValueAsItIs)
{
    EXPECT_EQ(Sentence::en("\"%1\" is not %2").arg(u"%2 %1"_s).arg(u"a time"_s).text(), u"\"%2 %1\" is not a time"_s);
    EXPECT_EQ(Sentence::en("100% of %1, %3").arg(7).text(), u"100% of 7, %3"_s);
}

TEST(Sentence, FillsATranslationInItsOwnOrder)
{
    const Sentence sentence = Sentence::en("%1 is not set, but %2").arg(u"A"_s).arg(Sentence::en("%1 is").arg(u"B"_s));
    EXPECT_EQ(sentence.text(), u"A is not set, but B is"_s);
    EXPECT_EQ(sentence.filled(u"%2; %1 nicht"_s, plain), u"B is; A nicht"_s);
}
