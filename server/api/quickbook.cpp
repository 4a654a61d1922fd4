// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/agent/quickbook.h"
#include "core/time/words.h"
#include "server/api/caller.h"
#include "server/api/idempotency.h"
#include "server/api/personslanguage.h"
#include "server/api/problem.h"
#include "server/api/requestbody.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QJsonArray toJson(const QList<Attendee> &attendees)
{
    QJsonArray list;
    for (const Attendee &attendee : attendees)
        list.append(QJsonObject{
            {u"name"_s, attendee.name.stored()}, {u"email"_s, attendee.email}, {u"phone"_s, attendee.phone}});
    return list;
}

QJsonObject toJson(const QuickDraft &draft, const Zone &zone, Language language)
{
    QJsonObject json{{u"title"_s, draft.title.stored()},
                     {u"start"_s, QJsonValue()},
                     {u"end"_s, QJsonValue()},
                     {u"day"_s, draft.day ? QJsonValue(toIsoDate(*draft.day)) : QJsonValue()},
                     {u"duration_minutes"_s, static_cast<int>(draft.length.count())},
                     {u"attendees"_s, toJson(draft.attendees)},
                     {u"location"_s, draft.location.stored()},
                     {u"how"_s, howName(draft.how)},
                     {u"asks_to_repeat"_s, draft.asksToRepeat}};
    if (draft.start) {
        const Interval when{*draft.start, *draft.start + draft.length};
        json.insert(u"start"_s, toRfc3339({when.start, zone}));
        json.insert(u"end"_s, toRfc3339({when.end, zone}));
        json.insert(u"words"_s, spanInWords(when, zone, language));
    }
    return json;
}

/// When the host works on @p day.
QJsonArray hoursToJson(const std::optional<LocalDate> &day, const WorkingHours &hours, const Zone &zone)
{
    if (!day)
        return {};
    return slotsToJson(hours.within({zone.toInstant(*day), zone.toInstant(*day + date::days(1))}, zone), zone);
}

QJsonObject toJson(const QuickPreview &preview, const WorkingHours &hours, const Zone &zone, Language language)
{
    QJsonArray spans;
    for (const QuickSpan &span : preview.draft.spans)
        spans.append(QJsonObject{{u"from"_s, span.from}, {u"to"_s, span.to}, {u"kind"_s, kindName(span.kind)}});
    QJsonArray conflicts;
    for (const Event &event : preview.conflicts)
        conflicts.append(QJsonObject{{u"start"_s, toRfc3339({event.when.start, zone})},
                                     {u"end"_s, toRfc3339({event.when.end, zone})},
                                     {u"title"_s, event.title.stored()}});
    return {{u"draft"_s, toJson(preview.draft, zone, language)},
            {u"spans"_s, spans},
            {u"conflicts"_s, conflicts},
            {u"working_hours"_s, hoursToJson(preview.draft.day, hours, zone)},
            {u"alternatives"_s, slotsToJson(preview.alternatives, zone)}};
}

/// A line may wait for a server as long as its key is known. Clocks differ a little.
bool isCredible(Instant typedAt, Instant now)
{
    return typedAt >= now - std::chrono::days(7) && typedAt <= now + std::chrono::minutes(10);
}

/// The stretches of the text that are to be taken as they stand.
QList<TextStretch> readLiteral(RequestBody &body, qsizetype length)
{
    QList<TextStretch> literal;
    for (RequestBody &stretch : body.objects(u"literal"_s, 50)) {
        const auto from = stretch.integer(u"from"_s, 0, static_cast<int>(length), Need::Required);
        const auto to = stretch.integer(u"to"_s, 0, static_cast<int>(length), Need::Required);
        if (from && to)
            literal.append({*from, *to});
    }
    return literal;
}

QCoro::Task<ServerResponse> quickBook(ApiParts parts, std::shared_ptr<QuickBook> quick, ServerRequest request)
{
    const auto caller = co_await identifyHost(&parts.engine.accounts(), request);
    if (!caller)
        co_return toProblem(caller.error());
    auto body = RequestBody::read(request);
    if (!body)
        co_return toProblem(body.error());
    const QString text = body->text(u"text"_s, 1000, Need::Required);
    const bool commit = body->boolean(u"commit"_s, false);
    const Zone zone = parts.engine.booking().host().zone;
    const auto typedAt = body->instant(u"typed_at"_s, zone, Need::Optional);
    if (typedAt && !isCredible(*typedAt, parts.engine.clock().now()))
        body->complain(u"typed_at"_s, Sentence::en("must lie within the last 7 days"));
    const auto literal = readLiteral(*body, text.size());
    const auto valid = body->finish();
    if (!valid)
        co_return toProblem(valid.error());
    if (!commit) {
        const auto preview = co_await quick->preview({text, literal}, request.stop);
        if (!preview)
            co_return toProblem(preview.error());
        const WorkingHours &hours = parts.engine.booking().policy().hours;
        co_return ServerResponse::json(toJson(*preview, hours, zone, languageOf(request)));
    }
    const auto key = idempotencyKey(request);
    if (!key)
        co_return toProblem(key.error());
    QJsonObject wish = body->json();
    wish.remove("typed_at"_L1); // the same line once more is the same wish
    const auto claimed = co_await claimKey(parts, *key, *caller, request, wish);
    if (!claimed)
        co_return toProblem(claimed.error());
    const auto booking = co_await quick->book({text, literal, typedAt}, *key, caller->actor(), request.stop);
    if (!booking)
        co_return toProblem(booking.error());
    if (const auto *refusal = std::get_if<Refusal>(&booking->outcome))
        co_return toProblem(*refusal, zone);
    QJsonObject json = ChatCal::toJson(std::get<Meeting>(booking->outcome));
    json.insert(u"asks_to_repeat"_s, booking->asksToRepeat);
    co_return ServerResponse::json(json, 201);
}

} // namespace

void addQuickBook(Router &router, ApiParts parts)
{
    const auto quick =
        std::make_shared<QuickBook>(parts.engine.booking(), parts.engine.calendar(), parts.engine.clock());
    router.route("POST", u"/api/v1/quick-book"_s,
                 [parts, quick](ServerRequest request) { return quickBook(parts, quick, std::move(request)); });
}

} // namespace ChatCal
