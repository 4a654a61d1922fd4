// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/time/words.h"
#include "server/api/caller.h"
#include "server/api/problem.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int mostShown = 100;

QJsonObject toJson(const Outbox::DeadLetter &letter, const Zone &zone)
{
    return {{u"id"_s, letter.id},
            {u"message_id"_s, letter.messageId},
            {u"to"_s, letter.to},
            {u"error"_s, letter.error},
            {u"detail"_s, letter.detail},
            {u"attempts"_s, letter.attempts},
            {u"outcome_unknown"_s, letter.outcomeUnknown},
            {u"queued_at"_s, toRfc3339({letter.queuedAt, zone})},
            {u"given_up_at"_s, toRfc3339({letter.givenUpAt, zone})}};
}

/// Who may see the outbox, which holds people's addresses.
QCoro::Task<tl::expected<Caller, ServerResponse>> admitted(ApiParts parts, ServerRequest request)
{
    return identifyAdmin(&parts.engine.accounts(), std::move(request),
                         Sentence::en("Only an admin may look after the mail."));
}

QCoro::Task<ServerResponse> showOutbox(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await admitted(parts, request);
    if (!caller)
        co_return caller.error();
    const Host host = parts.engine.booking().host();
    const auto counts = co_await parts.engine.outbox().counts(host.partition());
    if (!counts)
        co_return toProblem(counts.error());
    const auto letters = co_await parts.engine.outbox().deadLetters(host.partition(), mostShown);
    if (!letters)
        co_return toProblem(letters.error());
    QJsonArray dead;
    for (const Outbox::DeadLetter &letter : *letters)
        dead.append(toJson(letter, host.zone));
    co_return ServerResponse::json({{u"mailer"_s, parts.engine.outbox().mailer().name()},
                                    {u"waiting"_s, counts->waiting},
                                    {u"outcome_unknown"_s, counts->outcomeUnknown},
                                    {u"dead"_s, counts->dead},
                                    {u"dead_letters"_s, dead}});
}

QCoro::Task<ServerResponse> retryLetter(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await admitted(parts, request);
    if (!caller)
        co_return caller.error();
    const QString id = request.parameter(u"id");
    const auto done = co_await parts.engine.outbox().retry(parts.engine.booking().host().partition(), id);
    if (!done)
        co_return toProblem(done.error(), Resource::Mail);
    co_return ServerResponse::json({{u"id"_s, id}, {u"status"_s, u"waiting"_s}}, 202);
}

QCoro::Task<ServerResponse> discardLetter(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await admitted(parts, request);
    if (!caller)
        co_return caller.error();
    const auto done =
        co_await parts.engine.outbox().discard(parts.engine.booking().host().partition(), request.parameter(u"id"));
    if (!done)
        co_return toProblem(done.error(), Resource::Mail);
    co_return ServerResponse::noContent();
}

} // namespace

void addOutbox(Router &router, ApiParts parts)
{
    const QString path = u"/api/v1/outbox"_s;
    router.route("GET", path, [parts](ServerRequest request) { return showOutbox(parts, std::move(request)); });
    router.route("POST", path + u"/{id}/retry"_s,
                 [parts](ServerRequest request) { return retryLetter(parts, std::move(request)); });
    router.route("DELETE", path + u"/{id}"_s,
                 [parts](ServerRequest request) { return discardLetter(parts, std::move(request)); });
}

} // namespace ChatCal
