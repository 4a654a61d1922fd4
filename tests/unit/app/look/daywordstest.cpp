// SPDX-License-Identifier: Apache-2.0
#include "app/look/daywords.h"

#include <gtest/gtest.h>

#include <QLocale>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

struct LocaleCase
{
    const char *locale;
    QString day;
    QString shortDay;
    QString withYear;
};

class DayWordsTest : public testing::TestWithParam<LocaleCase>
{
protected:
    DayWordsTest() { QLocale::setDefault(QLocale(QString::fromLatin1(GetParam().locale))); }
    ~DayWordsTest() override { QLocale::setDefault(m_before); }

private:
    QLocale m_before;
};

} // namespace

TEST_P(DayWordsTest, DaysAreWrittenAsThePlaceWritesThem)
{
    const QDate day(2026, 3, 5);
    EXPECT_EQ(dayWords(day), GetParam().day);
    EXPECT_EQ(shortDayWords(day), GetParam().shortDay);
    EXPECT_EQ(shortDayWords(day, true), GetParam().withYear);
}

INSTANTIATE_TEST_SUITE_P(
    All, DayWordsTest,
    testing::Values(LocaleCase{"en_US", u"Thursday, March 5"_s, u"Thu, Mar 5"_s, u"Thu, Mar 5, 2026"_s},
                    LocaleCase{"en_GB", u"Thursday, 5 March"_s, u"Thu, 5 Mar"_s, u"Thu, 5 Mar 2026"_s},
                    LocaleCase{"de_DE", u"Donnerstag, 5. März"_s, u"Do., 5. März"_s, u"Do., 5. März 2026"_s},
                    LocaleCase{"fr_FR", u"jeudi 5 mars"_s, u"jeu. 5 mars"_s, u"jeu. 5 mars 2026"_s},
                    LocaleCase{"es_ES", u"jueves, 5 de marzo"_s, u"jue, 5 de mar"_s, u"jue, 5 de mar de 2026"_s},
                    LocaleCase{"ja_JP", u"3月5日木曜日"_s, u"3月5日木"_s, u"2026年3月5日木"_s},
                    LocaleCase{"hu_HU", u"március 5., csütörtök"_s, u"márc. 5., Cs"_s, u"2026. márc. 5., Cs"_s}),
    [](const auto &info) { return std::string(info.param.locale); });
