// SPDX-License-Identifier: Apache-2.0
#include "core/agent/tools/availabilitytool.h"

#include "core/time/words.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// How far ahead is looked when nothing is free where it was asked for, or no day was named.
constexpr std::chrono::days lookAhead{14};

QCoro::Task<Result<ToolResult>> answerForMoment(Workbench bench, WhenSaid said, std::chrono::minutes length,
                                                ToolContext context, std::stop_token stop)
{
    const Interval wanted{said.start, said.start + length};
    const auto refusal = co_await bench.booking.check(wanted, context.actor, stop);
    if (!refusal)
        co_return refusedByError(refusal.error());
    ToolResult result;
    result.succeeded = true;
    const QList<Interval> times = *refusal ? (*refusal)->alternatives : QList<Interval>{wanted};
    result.forModel = {{"ok"_L1, true},
                       {"free"_L1, !*refusal},
                       {"words"_L1, spanInWords(wanted, context.speakerZone)},
                       {"duration_minutes"_L1, static_cast<qint64>(length.count())},
                       {"slots"_L1, slotsForModel(times, context.speakerZone)}};
    if (*refusal) {
        result.forModel.insert("reason"_L1, reasonName((*refusal)->reason));
        result.forModel.insert("message"_L1, refusalInWords(bench, (*refusal)->reason));
    }
    if (!said.note.isEmpty())
        result.forModel.insert("note"_L1, said.note);
    if (!times.isEmpty())
        result.cards.append(Cards::slotList(times, length, context.speakerZone, context.language));
    co_return result;
}

} // namespace

ToolSpec AvailabilityTool::spec() const
{
    return {u"check_availability"_s,
            u"Free times on a day or in a window, or whether one time is free; without `when` the soonest."_s,
            schema({{"when"_L1, textSchema(u"the person's own words"_s)}, {"duration_minutes"_L1, minutesSchema()}})};
}

QCoro::Task<Result<ToolResult>> AvailabilityTool::run(QJsonObject object, ToolContext context, std::stop_token stop)
{
    const Workbench bench = m_bench;
    const Arguments arguments(std::move(object));
    const auto when = arguments.text(u"when"_s, whenLength, Lines::Many);
    if (!when)
        co_return invalid(when.error());
    const auto minutes = arguments.minutes(u"duration_minutes"_s);
    if (!minutes)
        co_return invalid(minutes.error());

    const WhenSaid said = bench.when.read(*when, context);
    const std::chrono::minutes length = *minutes ? **minutes : said.length.value_or(usualLength);
    if (said.kind == WhenSaid::Kind::Moment) {
        auto answer = co_await answerForMoment(bench, said, length, context, stop);
        co_return answer;
    }
    const bool isSoonest = said.kind != WhenSaid::Kind::Window;
    const Interval window = isSoonest ? Interval{context.now, context.now + lookAhead} : said.window;
    if (window.end <= context.now)
        co_return refused(u"past"_s, refusalInWords(bench, Refusal::Reason::Past));
    const auto free = co_await freeIn(bench, window, length, slotsShown, context, stop);
    if (!free)
        co_return refusedByError(free.error());

    ToolResult result;
    result.succeeded = true;
    result.forModel = {{"ok"_L1, true},
                       {"slots"_L1, slotsForModel(*free, context.speakerZone)},
                       {"duration_minutes"_L1, static_cast<qint64>(length.count())}};
    if (said.isWholeDay)
        result.forModel.insert("day_words"_L1, dateInWords(std::chrono::floor<date::days>(said.local)));
    QList<Interval> shown = *free;
    if (free->isEmpty() && !isSoonest) {
        const Interval later{window.end, window.end + lookAhead};
        const auto nearest = co_await freeIn(bench, later, length, slotsShown, context, stop);
        if (!nearest)
            co_return refusedByError(nearest.error());
        result.forModel.insert("nearest"_L1, slotsForModel(*nearest, context.speakerZone));
        shown = *nearest;
    }
    if (!shown.isEmpty())
        result.cards.append(Cards::slotList(shown, length, context.speakerZone, context.language));
    co_return result;
}

} // namespace ChatCal
