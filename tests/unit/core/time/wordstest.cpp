// SPDX-License-Identifier: Apache-2.0
#include "core/time/words.h"

#include <gtest/gtest.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Instant instant(const char *rfc3339)
{
    return *fromRfc3339(QString::fromLatin1(rfc3339));
}

Zone newYork()
{
    return *Zone::find(u"America/New_York"_s);
}

TEST(Rfc3339, CarriesTheOffsetOfThatInstant)
{
    EXPECT_EQ(toRfc3339({instant("2026-03-10T18:00:00Z"), newYork()}), u"2026-03-10T14:00:00-04:00"_s);
    EXPECT_EQ(toRfc3339({instant("2026-01-10T18:00:00Z"), newYork()}), u"2026-01-10T13:00:00-05:00"_s);
    EXPECT_EQ(toRfc3339({instant("2026-01-10T18:00:07Z"), *Zone::find(u"Asia/Kolkata"_s)}),
              u"2026-01-10T23:30:07+05:30"_s);
}

TEST(Rfc3339, ReadsOffsets)
{
    EXPECT_EQ(fromRfc3339(u"2026-03-10T14:00:00-04:00"_s), instant("2026-03-10T18:00:00Z"));
    EXPECT_EQ(fromRfc3339(u"2026-03-10T14:00:00.250+00:00"_s), instant("2026-03-10T14:00:00Z"));
}

TEST(Rfc3339, RefusesWhatIsNotOne)
{
    for (const QString &text :
         {u""_s, u"2026-03-10"_s, u"2026-03-10T14:00:00"_s, u"2026-02-30T14:00:00Z"_s, u"2026-03-10T25:00:00Z"_s,
          u"2026-03-10T14:60:00Z"_s, u"2026-03-10T14:00:00+2"_s, u"2026-03-10T14:00:00+99:00"_s, u"tomorrow"_s})
        EXPECT_FALSE(fromRfc3339(text)) << text.toStdString();
}

TEST(IsoLocal, GoesBothWays)
{
    EXPECT_EQ(toIsoLocal(*fromIsoLocal(u"2026-03-10T14:05"_s)), u"2026-03-10T14:05"_s);
    EXPECT_EQ(toIsoLocal(*fromIsoLocal(u"2028-02-29T23:59:59"_s)), u"2028-02-29T23:59"_s);
    EXPECT_FALSE(fromIsoLocal(u"2026-03-10T14:05Z"_s));
    EXPECT_FALSE(fromIsoLocal(u"2027-02-29T14:05"_s));
}

TEST(InWords, WritesDaysAndTimes)
{
    const LocalTime noon = *fromIsoLocal(u"2026-03-10T12:05"_s);
    EXPECT_EQ(dateInWords(date::floor<date::days>(noon)), u"Tuesday, March 10, 2026"_s);
    EXPECT_EQ(timeInWords(noon), u"12:05 PM"_s);
    EXPECT_EQ(timeInWords(*fromIsoLocal(u"2026-03-10T00:00"_s)), u"12:00 AM"_s);
}

TEST(InWords, NamesTheZoneOfAMoment)
{
    EXPECT_EQ(momentInWords({instant("2026-03-10T18:00:00Z"), newYork()}), u"Tuesday, March 10, 2026 at 2:00 PM EDT"_s);
}

TEST(InWords, NamesBothDaysOfASpanOverMidnight)
{
    const Zone utc;
    const QString sameDay = spanInWords({instant("2026-03-10T18:00:00Z"), instant("2026-03-10T18:30:00Z")}, utc);
    EXPECT_EQ(sameDay.count(u"March"_s), 1);
    const QString twoDays = spanInWords({instant("2026-03-10T23:00:00Z"), instant("2026-03-11T01:00:00Z")}, utc);
    EXPECT_TRUE(twoDays.contains(u"March 10"_s) && twoDays.contains(u"March 11"_s)) << twoDays.toStdString();
}

TEST(InWords, CountsLengths)
{
    EXPECT_EQ(durationInWords(1min), u"1 minute"_s);
    EXPECT_EQ(durationInWords(30min), u"30 minutes"_s);
    EXPECT_EQ(durationInWords(60min), u"1 hour"_s);
    EXPECT_EQ(durationInWords(90min), u"1 hour 30 minutes"_s);
    EXPECT_EQ(durationInWords(120min), u"2 hours"_s);
}

TEST(InWords, SpeaksTheLanguageAskedFor)
{
    const ZonedInstant when{instant("2026-03-10T18:00:00Z"), newYork()};
    EXPECT_EQ(momentInWords(when, Language::German), u"Dienstag, 10. März 2026 um 14:00 Uhr EDT"_s);
    EXPECT_EQ(momentInWords(when, Language::French), u"mardi 10 mars 2026 à 14:00 EDT"_s);
    EXPECT_EQ(momentInWords(when, Language::Spanish), u"martes, 10 de marzo de 2026, a las 14:00 EDT"_s);
    EXPECT_EQ(momentInWords({instant("2026-03-10T05:05:00Z"), newYork()}, Language::Spanish),
              u"martes, 10 de marzo de 2026, a la 1:05 EDT"_s);
    const LocalDate firstOfMay = date::local_days(date::year(2026) / 5 / 1);
    EXPECT_EQ(dateInWords(firstOfMay, Language::French), u"vendredi 1er mai 2026"_s);
    EXPECT_EQ(dateInWords(firstOfMay, Language::German), u"Freitag, 1. Mai 2026"_s);
}

TEST(InWords, WritesASpanByTwentyFourHours)
{
    const Interval span{instant("2026-03-10T15:30:00Z"), instant("2026-03-10T18:00:00Z")};
    EXPECT_EQ(spanInWords(span, newYork(), Language::German), u"Dienstag, 10. März 2026, 11:30–14:00 Uhr EDT"_s);
    EXPECT_EQ(spanInWords(span, newYork(), Language::French), u"mardi 10 mars 2026, 11:30–14:00 EDT"_s);
    EXPECT_EQ(spanInWords(span, newYork(), Language::Spanish), u"martes, 10 de marzo de 2026, 11:30–14:00 EDT"_s);
    EXPECT_EQ(timeInWords(*fromIsoLocal(u"2026-03-10T00:05"_s), Language::French), u"0:05"_s);
}

TEST(InWords, TellsAMomentInLittleRoom)
{
    const ZonedInstant when{instant("2026-03-10T18:00:00Z"), newYork()};
    EXPECT_EQ(shortMomentInWords(when), u"Tue Mar 10, 2:00 PM EDT"_s);
    EXPECT_EQ(shortMomentInWords(when, Language::German), u"Di. 10. März, 14:00 Uhr EDT"_s);
    EXPECT_EQ(shortMomentInWords(when, Language::French), u"mar. 10 mars, 14:00 EDT"_s);
    EXPECT_EQ(shortMomentInWords(when, Language::Spanish), u"mar, 10 de marzo, 14:00 EDT"_s);
}

TEST(InWords, CountsLengthsInTheLanguageAskedFor)
{
    EXPECT_EQ(durationInWords(30min, Language::German), u"30 Minuten"_s);
    EXPECT_EQ(durationInWords(90min, Language::German), u"1 Stunde 30 Minuten"_s);
    EXPECT_EQ(durationInWords(120min, Language::German), u"2 Stunden"_s);
    EXPECT_EQ(durationInWords(90min, Language::French), u"1 heure 30"_s);
    EXPECT_EQ(durationInWords(125min, Language::French), u"2 heures 05"_s);
    EXPECT_EQ(durationInWords(30min, Language::Spanish), u"30 minutos"_s);
    EXPECT_EQ(durationInWords(61min, Language::Spanish), u"1 hora y 1 minuto"_s);
}

} // namespace
