// SPDX-License-Identifier: Apache-2.0
#include "app/backend/othertime.h"

#include "core/base/ids.h"
#include "core/time/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

Change atOtherTime(Change change, QList<QuickView::Span> spans, Instant start, const Zone &zone)
{
    // From the end, so that the positions before stay true.
    std::sort(spans.begin(), spans.end(),
              [](const QuickView::Span &one, const QuickView::Span &other) { return one.from > other.from; });
    for (const QuickView::Span &span : std::as_const(spans)) {
        if (span.kind == "date"_L1 || span.kind == "time"_L1)
            change.text.remove(span.from, span.to - span.from);
    }
    const QString when = toIsoLocal(zone.toLocal(start)).replace(u'T', u' ');
    change.text = change.text.simplified() + u' ' + when;
    change.key = randomToken(12);
    return change;
}

} // namespace ChatCal
