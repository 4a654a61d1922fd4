// SPDX-License-Identifier: Apache-2.0
#include "app/backend/othertime.h"

#include "core/base/ids.h"
#include "core/time/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr auto usualLength = 30min; // what the server takes for a line that names none

/// Without the words from @p from up to @p to and the space that follows them; what is literal stays on its words.
void cut(Change &change, int from, int to)
{
    const int size = static_cast<int>(change.text.size());
    if (to < size && change.text[to].isSpace())
        ++to;
    else if (to == size && from > 0 && change.text[from - 1].isSpace())
        --from;
    change.text.remove(from, to - from);
    for (TextRange &range : change.literal) {
        for (int *end : {&range.from, &range.to})
            *end = *end >= to ? *end - (to - from) : std::min(*end, from);
    }
    change.literal.removeIf([](const TextRange &range) { return range.to <= range.from; });
}

bool isWhen(const QuickView::Span &span)
{
    return span.kind == "date"_L1 || span.kind == "time"_L1;
}

} // namespace

Change atOtherTime(Change change, const QuickView &view, Instant start, const Zone &zone)
{
    QList<QuickView::Span> spans = view.spans;
    // From the end, so that the positions before stay true.
    std::sort(spans.begin(), spans.end(),
              [](const QuickView::Span &one, const QuickView::Span &other) { return one.from > other.from; });
    const auto isWord = [](QChar c) { return c.isLetterOrNumber(); };
    for (qsizetype i = 0; i < spans.size(); ++i) {
        if (!isWhen(spans[i]))
            continue;
        const int to = spans[i].to;
        // The dash of "3–4 pm" goes with its times.
        while (i + 1 < spans.size() && isWhen(spans[i + 1])) {
            const QString between = change.text.mid(spans[i + 1].to, spans[i].from - spans[i + 1].to);
            if (std::any_of(between.begin(), between.end(), isWord))
                break;
            ++i;
        }
        cut(change, spans[i].from, to);
    }
    if (!change.text.isEmpty() && !change.text.back().isSpace())
        change.text += u' ';
    change.text += toIsoLocal(zone.toLocal(start)).replace(u'T', u' ');
    // "3–4 pm" took the length with it.
    const bool namesLength = std::any_of(spans.cbegin(), spans.cend(),
                                         [](const QuickView::Span &span) { return span.kind == "duration"_L1; });
    if (view.when && !namesLength && view.when->length() != usualLength)
        change.text += u" %1 min"_s.arg(view.when->length().count());
    change.key = randomToken(12);
    return change;
}

} // namespace ChatCal
