// SPDX-License-Identifier: Apache-2.0
#include "app/backend/othertime.h"
#include "core/time/words.h"

#include <gmock/gmock.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Zone newYork = *Zone::find(u"America/New_York"_s);
const Instant threeOClock = *fromRfc3339(u"2026-03-10T15:00:00-04:00"_s);

Change line(const QString &text)
{
    Change change;
    change.text = text;
    change.key = u"key"_s;
    return change;
}

/// The first @p words of @p text, as the server marks them.
QuickView::Span span(const QString &text, const QString &words, const QString &kind)
{
    const int from = static_cast<int>(text.indexOf(words));
    return {from, from + static_cast<int>(words.size()), kind};
}

QuickView understood(const QList<QuickView::Span> &spans, std::chrono::minutes length)
{
    QuickView view;
    view.spans = spans;
    const Instant before = threeOClock - std::chrono::days(1);
    view.when = {before, before + length};
    return view;
}

} // namespace

TEST(OtherTime, TakesThePlaceOfTheTimeThatWasNamed)
{
    const QString text = u"Tomorrow at noon: lunch with Ada, 45 minutes"_s;
    const QuickView view = understood({span(text, u"Tomorrow"_s, u"date"_s), span(text, u"at noon"_s, u"time"_s),
                                       span(text, u"45 minutes"_s, u"duration"_s)},
                                      45min);
    const Change changed = atOtherTime(line(text), view, threeOClock, newYork);
    EXPECT_EQ(changed.text, u": lunch with Ada, 45 minutes 2026-03-10 15:00"_s);
    EXPECT_NE(changed.key, u"key"_s) << "it is another wish";
}

TEST(OtherTime, ComesToALineThatNamesNone)
{
    EXPECT_EQ(atOtherTime(line(u"Lunch"_s), {}, threeOClock, newYork).text, u"Lunch 2026-03-10 15:00"_s);
}

TEST(OtherTime, KeepsTheLengthThatStoodInTheTime)
{
    const QString text = u"Review tomorrow 3–4 pm"_s;
    const QList<QuickView::Span> spans{span(text, u"tomorrow"_s, u"date"_s), span(text, u"3"_s, u"time"_s),
                                       span(text, u"4 pm"_s, u"time"_s)};
    EXPECT_EQ(atOtherTime(line(text), understood(spans, 60min), threeOClock, newYork).text,
              u"Review 2026-03-10 15:00 60 min"_s);
    EXPECT_EQ(atOtherTime(line(text), understood(spans, 30min), threeOClock, newYork).text,
              u"Review 2026-03-10 15:00"_s)
        << "what the server takes anyway is not said";
}

TEST(OtherTime, LeavesWhatIsLiteralOnItsWords)
{
    const QString text = u"Review tomorrow of Friday's plan at noon"_s;
    Change change = line(text);
    const auto plan = span(text, u"Friday's"_s, {});
    change.literal = {{plan.from, plan.to}};
    const QuickView view =
        understood({span(text, u"tomorrow"_s, u"date"_s), span(text, u"at noon"_s, u"time"_s)}, 30min);
    const Change changed = atOtherTime(change, view, threeOClock, newYork);
    EXPECT_EQ(changed.text, u"Review of Friday's plan 2026-03-10 15:00"_s);
    ASSERT_EQ(changed.literal.size(), 1);
    const TextRange range = changed.literal.first();
    EXPECT_EQ(changed.text.mid(range.from, range.to - range.from), u"Friday's"_s);
}
