// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/time/words.h"
#include "server/api/caller.h"
#include "server/api/problem.h"
#include "server/api/requestbody.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QJsonObject toJson(const Conversation &conversation, const Zone &hostZone)
{
    return {{u"session_id"_s, conversation.sessionId},
            {u"created_at"_s, toRfc3339({conversation.createdAt, hostZone})},
            {u"last_activity"_s, toRfc3339({conversation.lastActivity, hostZone})},
            {u"is_active"_s, true},
            {u"user_data"_s, conversation.userData}};
}

/// What was given, cleaned.
QJsonObject toJson(const Contact &contact)
{
    QJsonObject json;
    for (const auto &[name, value] : {std::pair(u"name"_s, contact.name), std::pair(u"email"_s, contact.email),
                                      std::pair(u"phone"_s, contact.phone)}) {
        if (!value.isEmpty())
            json.insert(name, value);
    }
    return json;
}

ServerResponse failed(const Error &error)
{
    return toProblem(error, Resource::Session);
}

QCoro::Task<ServerResponse> createSession(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identify(&parts.engine.accounts(), request);
    if (!caller)
        co_return failed(caller.error());
    if (auto wait = slowDown(parts, *caller, request))
        co_return std::move(*wait);
    if (request.body.trimmed().isEmpty())
        request.body = "{}";
    auto body = RequestBody::read(request);
    if (!body)
        co_return failed(body.error());
    Conversation conversation = parts.engine.conversations().create();
    if (caller->isHost())
        conversation.hostId = caller->account->hostId;
    conversation.zone = body->zone(u"time_zone"_s);
    RequestBody person = body->object(u"user_data"_s);
    conversation.contact.name = person.text(u"name"_s, 200, Need::Optional);
    conversation.contact.email = person.email(u"email"_s);
    conversation.contact.phone = person.phone(u"phone"_s);
    const auto valid = body->finish();
    if (!valid)
        co_return failed(valid.error());
    conversation.userData = toJson(conversation.contact);
    const auto saved = co_await parts.engine.conversations().save(conversation, std::nullopt);
    if (!saved)
        co_return failed(saved.error());
    co_return ServerResponse::json(toJson(conversation, parts.engine.booking().host().zone), 201);
}

/// The conversation a request names. A talk a host took part in opens only with that host's token besides.
QCoro::Task<Result<Conversation>> open(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identify(&parts.engine.accounts(), request);
    if (!caller)
        co_return tl::unexpected(caller.error());
    auto conversation = co_await parts.engine.conversations().load(request.parameter(u"id"));
    if (!conversation)
        co_return conversation;
    if (!conversation->hostId.isEmpty() && conversation->hostId != caller->actor().id)
        co_return failure(ErrorCode::NotFound, u"a host's talk"_s);
    co_return conversation;
}

QCoro::Task<ServerResponse> showSession(ApiParts parts, ServerRequest request)
{
    const auto conversation = co_await open(parts, request);
    if (!conversation)
        co_return failed(conversation.error());
    co_return ServerResponse::json(toJson(*conversation, parts.engine.booking().host().zone));
}

QCoro::Task<ServerResponse> deleteSession(ApiParts parts, ServerRequest request)
{
    const auto known = co_await open(parts, request);
    if (!known)
        co_return failed(known.error());
    const auto removed = co_await parts.engine.conversations().remove(known->sessionId);
    if (!removed)
        co_return failed(removed.error());
    co_return ServerResponse::noContent();
}

/// What a person sees of one entry; nothing for tool results and for the model's tool calls.
std::optional<QJsonObject> toJson(const Conversation::Entry &entry, const Zone &hostZone)
{
    const bool isUser = entry.message.role == ChatMessage::Role::User;
    const bool speaks = entry.message.role == ChatMessage::Role::Assistant && entry.message.toolCalls.isEmpty();
    if (!isUser && !speaks)
        return std::nullopt;
    QJsonObject json{{u"role"_s, isUser ? u"user"_s : u"assistant"_s},
                     {u"text"_s, entry.message.text},
                     {u"at"_s, toRfc3339({entry.message.at, hostZone})}};
    if (!entry.html.isEmpty())
        json.insert(u"html"_s, entry.html);
    if (!entry.cards.isEmpty())
        json.insert(u"cards"_s, entry.cards);
    return json;
}

QCoro::Task<ServerResponse> showHistory(ApiParts parts, ServerRequest request)
{
    const auto conversation = co_await open(parts, request);
    if (!conversation)
        co_return failed(conversation.error());
    QJsonArray messages;
    for (const Conversation::Entry &entry : conversation->entries) {
        if (const auto json = toJson(entry, parts.engine.booking().host().zone))
            messages.append(*json);
    }
    co_return ServerResponse::json({{u"messages"_s, messages}});
}

} // namespace

void addSessions(Router &router, ApiParts parts)
{
    router.route("POST", u"/sessions"_s,
                 [parts](ServerRequest request) { return createSession(parts, std::move(request)); });
    router.route("GET", u"/sessions/{id}"_s,
                 [parts](ServerRequest request) { return showSession(parts, std::move(request)); });
    router.route("DELETE", u"/sessions/{id}"_s,
                 [parts](ServerRequest request) { return deleteSession(parts, std::move(request)); });
    router.route("GET", u"/sessions/{id}/history"_s,
                 [parts](ServerRequest request) { return showHistory(parts, std::move(request)); });
}

} // namespace ChatCal
