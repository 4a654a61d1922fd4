// SPDX-License-Identifier: Apache-2.0
// Any bytes are read without a fault, and what is said of them lies within them.
#include "core/time/when.h"

#include <QString>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace ChatCal;

namespace {

constexpr qsizetype longestMessage = 4000;

void mustHold(bool condition)
{
    if (!condition)
        std::abort();
}

void check(const When &when, qsizetype length)
{
    qsizetype end = 0;
    for (const WhenSpan &span : when.spans) {
        mustHold(span.from >= end && span.to > span.from && span.to <= length);
        end = span.to;
    }
    mustHold(!when.start || !when.end || *when.start <= *when.end);
    mustHold(!when.duration || when.duration->count() >= 0);
    mustHold(when.isEmpty() || !when.spans.isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const WhenParser parser;
    if (size == 0)
        return 0;
    // The first byte chooses the moment, the language, how dates are ordered and what was asked for.
    const int choice = data[0];
    WhenContext context;
    context.now = date::local_days{date::year{2026} / 1 / 1} + date::days(choice * 3) + std::chrono::hours(choice % 24);
    context.order = choice & 1 ? WhenContext::DateOrder::DayMonth : WhenContext::DateOrder::MonthDay;
    context.expected = static_cast<WhenContext::Expected>(choice % 3);
    context.language = static_cast<Language>(choice / 4 % languageCount);
    const auto length = std::min<qsizetype>(static_cast<qsizetype>(size) - 1, longestMessage);
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data) + 1, length);
    check(parser.parse(text, context), text.size());
    const QList<When> all = parser.parseAll(text, context);
    for (const When &when : all)
        check(when, text.size());
    return 0;
}
