// SPDX-License-Identifier: Apache-2.0
#include "core/words/phrasebook.h"

#include <gmock/gmock.h>

#include <QFile>

#include <thread>
#include <vector>

using namespace ChatCal;
using namespace Qt::StringLiterals;

TEST(Phrasebook, SpeaksEachLanguage)
{
    const auto book = [](Language language) { return Phrasebook::of(language).translate("web", "Add to calendar"); };
    EXPECT_EQ(book(Language::English), u"Add to calendar"_s);
    EXPECT_EQ(book(Language::German), u"Zum Kalender hinzufügen"_s);
    EXPECT_NE(book(Language::French), book(Language::English));
    EXPECT_NE(book(Language::Spanish), book(Language::English));
}

TEST(Phrasebook, ChoosesTheFormByNumber)
{
    const auto minutes = [](Language language, int n) {
        return Phrasebook::of(language).translate("web", "%n minutes", nullptr, n);
    };
    EXPECT_EQ(minutes(Language::English, 1), u"1 minute"_s);
    EXPECT_EQ(minutes(Language::English, 30), u"30 minutes"_s);
    EXPECT_EQ(minutes(Language::German, 1), u"1 Minute"_s);
    EXPECT_EQ(minutes(Language::French, 0), u"0 minute"_s); // nothing is singular there
}

TEST(Phrasebook, SaysWhatNobodyTranslatedInEnglish)
{
    EXPECT_EQ(Phrasebook::of(Language::German).translate("web", "Colourless green ideas"), u"Colourless green ideas"_s);
}

TEST(Phrasebook, SaysASentenceWithWhatItNames)
{
    const Sentence missing = Sentence::en("%1 has times that overlap").arg(Sentence::en("Monday"));
    EXPECT_EQ(Phrasebook::of(Language::English).say(missing), u"Monday has times that overlap"_s);
    EXPECT_EQ(Phrasebook::of(Language::German).say(missing), u"Montag hat Zeiten, die sich überschneiden"_s);
    EXPECT_EQ(Phrasebook::of(Language::German).say(Sentence::said(u"must not be empty"_s)), u"must not be empty"_s);
}

TEST(Phrasebook, IsReadByManyThreadsAtOnce)
{
    std::vector<std::thread> readers;
    for (int i = 0; i < 4; ++i)
        readers.emplace_back([] {
            for (int n = 1; n < 2000; ++n)
                EXPECT_FALSE(Phrasebook::of(static_cast<Language>(n % languageCount))
                                 .translate("web", "%n minutes", nullptr, n)
                                 .isEmpty());
        });
    for (std::thread &reader : readers)
        reader.join();
}
