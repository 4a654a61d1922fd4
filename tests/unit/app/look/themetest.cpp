// SPDX-License-Identifier: Apache-2.0
#include "app/look/theme.h"
#include "app/look/colors.h"
#include "tests/unit/app/contrast.h"

#include <gtest/gtest.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

TEST(Theme, IsReadableInLightAndDark)
{
    for (const bool dark : {false, true}) {
        const QPalette palette = paletteFor(dark);
        EXPECT_EQ(isDark(palette), dark);
        for (const auto ground : {QPalette::Base, QPalette::Window, QPalette::AlternateBase}) {
            const QColor under = palette.color(ground);
            EXPECT_GE(contrast(palette.color(QPalette::Text), under), 7) << dark << ground;
            for (const QColor &ink : {mutedColor(palette), alarmColor(palette), goodColor(palette),
                                      accentColor(palette), palette.color(QPalette::PlaceholderText)}) {
                EXPECT_GE(contrast(ink, under), 4.5) << dark << ground << qPrintable(ink.name());
            }
        }
        EXPECT_GE(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)), 4.5) << dark;
    }
}

TEST(Theme, KnowsItsNames)
{
    EXPECT_EQ(themeFromName(u"dark"_s), Theme::Dark);
    EXPECT_EQ(themeFromName(u"auto"_s), Theme::Auto);
    EXPECT_FALSE(themeFromName(u"blue"_s));
}
