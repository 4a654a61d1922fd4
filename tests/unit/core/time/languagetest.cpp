// SPDX-License-Identifier: Apache-2.0
#include "core/time/language.h"
#include "core/time/when.h"

#include <gtest/gtest.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

TEST(LanguageCode, GoesBothWays)
{
    for (int i = 0; i < languageCount; ++i) {
        const auto language = static_cast<Language>(i);
        EXPECT_EQ(languageFromCode(languageCode(language)), language);
    }
    EXPECT_EQ(languageCode(Language::Spanish), u"es"_s);
}

TEST(LanguageCode, IsReadWithItsRegion)
{
    EXPECT_EQ(languageFromCode(u"de-AT"), Language::German);
    EXPECT_EQ(languageFromCode(u"FR_ca"), Language::French);
    for (const QStringView other : {u"", u"d", u"it", u"deu", u"-de"})
        EXPECT_FALSE(languageFromCode(other)) << other.toString().toStdString();
}

TEST(DefaultOrder, PutsTheMonthFirstOnlyInEnglish)
{
    EXPECT_EQ(defaultOrder(Language::English), WhenContext::DateOrder::MonthDay);
    EXPECT_EQ(defaultOrder(Language::French), WhenContext::DateOrder::DayMonth);
}

} // namespace
