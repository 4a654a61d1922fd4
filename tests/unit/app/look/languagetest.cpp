// SPDX-License-Identifier: Apache-2.0
#include "app/look/language.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

class LanguageTest : public testing::Test
{
protected:
    ~LanguageTest() override
    {
        QSettings().clear();
        applyLanguage(u"en"_s);
        QLocale::setDefault(QLocale::system());
    }
};

QString today()
{
    return QCoreApplication::translate("ChatCal::NavigationBar", "Today");
}

} // namespace

TEST_F(LanguageTest, ChangesWordsAndDates)
{
    applyLanguage(u"de"_s);
    EXPECT_EQ(today(), u"Heute"_s);
    EXPECT_EQ(languageInUse(), Language::German);
    EXPECT_EQ(QLocale().dayName(1), u"Montag"_s);
    EXPECT_EQ(QLocale().timeFormat(QLocale::ShortFormat), u"HH:mm"_s);

    applyLanguage(u"fr"_s);
    EXPECT_EQ(today(), u"Aujourd’hui"_s);
    EXPECT_EQ(QLocale().monthName(8), u"août"_s);

    applyLanguage(u"en"_s);
    EXPECT_EQ(today(), u"Today"_s);
}

TEST_F(LanguageTest, TakesTheToolkitAlong)
{
    applyLanguage(u"de"_s);
    if (QCoreApplication::translate("QPlatformTheme", "Cancel") == u"Cancel"_s)
        GTEST_SKIP() << "qt6-translations-l10n is not installed";
    EXPECT_EQ(QMessageBox(QMessageBox::Question, {}, {}, QMessageBox::Cancel).button(QMessageBox::Cancel)->text(),
              u"Abbrechen"_s);
}

TEST_F(LanguageTest, IsTheSystemsUntilOneIsChosen)
{
    EXPECT_EQ(chosenLanguage(), u"system"_s);
    chooseLanguage(u"es"_s);
    EXPECT_EQ(chosenLanguage(), u"es"_s);
    applyLanguage(u"klingon"_s); // as "system", which is C in tests
    EXPECT_EQ(languageInUse(), Language::English);
}

TEST_F(LanguageTest, ListsEachInItsOwnWords)
{
    QStringList names;
    for (const LanguageChoice &choice : languageChoices())
        names << choice.name;
    EXPECT_EQ(names, QStringList({u"As the system"_s, u"English"_s, u"Deutsch"_s, u"Français"_s, u"Español"_s}));
}
