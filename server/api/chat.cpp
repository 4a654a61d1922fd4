// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/base/json.h"
#include "server/api/caller.h"
#include "server/api/personslanguage.h"
#include "server/api/problem.h"
#include "server/api/requestbody.h"
#include "server/http/eventstream.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype longestMessage = 4000;

/// The turn a request asks for; InvalidInput names what is wrong with it.
Result<Turn> readTurn(const ServerRequest &request, const Caller &caller)
{
    auto body = RequestBody::read(request);
    if (!body)
        return tl::unexpected(body.error());
    Turn turn;
    turn.message = body->text(u"message"_s, longestMessage, Need::Required, Lines::Many);
    turn.sessionId = body->text(u"session_id"_s, 200, Need::Optional);
    turn.zone = body->zone(u"time_zone"_s);
    turn.about = body->text(u"about"_s, 200, Need::Optional);
    turn.language =
        languageFromCode(body->text(u"language"_s, 35, Need::Optional)); // one not spoken here tells nothing
    RequestBody person = body->object(u"user_data"_s);
    turn.contact.name = person.text(u"name"_s, 200, Need::Optional);
    turn.contact.email = person.email(u"email"_s);
    turn.contact.phone = person.phone(u"phone"_s);
    const QByteArray key = request.headers.value("Idempotency-Key");
    if (key.size() > 255)
        body->complain(u"Idempotency-Key"_s, Sentence::en("is longer than %1 characters").arg(255));
    turn.idempotencyKey = QString::fromLatin1(key);
    turn.requestId = request.requestId;
    if (const auto valid = body->finish(); !valid)
        return tl::unexpected(valid.error());
    if (caller.isHost()) {
        turn.role = caller.actor().role;
        turn.hostId = caller.account->hostId;
    }
    return turn;
}

ServerResponse failed(const Error &error)
{
    return toProblem(error, Resource::Session);
}

/// Counts a turn and its tools.
class CountingObserver : public TurnObserver
{
public:
    explicit CountingObserver(Metrics &metrics) : m_metrics(metrics) { m_timer.start(); }
    void toolStarted(const QString &) override { }
    void toolFinished(const QString &name, bool succeeded) override
    {
        m_metrics.tool(name, succeeded ? u"ok"_s : u"failed"_s);
    }
    void words(const QString &) override { }
    void restarted() override { }
    [[nodiscard]] bool hearsWords() const override { return false; }
    void turnOver(const Result<TurnResult> &answer)
    {
        const std::chrono::microseconds took(m_timer.nsecsElapsed() / 1000);
        m_metrics.turn(answer ? answer->reply.model : u"none"_s, answer ? u"ok"_s : errorName(answer.error().code),
                       took);
    }

private:
    Metrics &m_metrics;
    QElapsedTimer m_timer;
};

QCoro::Task<ServerResponse> chat(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identify(&parts.engine.accounts(), request);
    if (!caller)
        co_return failed(caller.error());
    if (auto wait = slowDown(parts, *caller, request))
        co_return std::move(*wait);
    const auto turn = readTurn(request, *caller);
    if (!turn)
        co_return failed(turn.error());
    CountingObserver observer(parts.engine.metrics());
    const auto answer = co_await parts.engine.agent().respond(*turn, request.stop, &observer);
    observer.turnOver(answer);
    if (!answer)
        co_return failed(answer.error());
    co_return ServerResponse::bytes(answer->json, "application/json");
}

/// Tells an event stream of a turn's tools and words as they come.
class StreamingObserver final : public CountingObserver
{
public:
    StreamingObserver(Metrics &metrics, std::shared_ptr<EventStream> stream)
        : CountingObserver(metrics), m_stream(std::move(stream))
    {
    }
    void toolStarted(const QString &name) override { tell(name, u"started"_s); }
    void toolFinished(const QString &name, bool succeeded) override
    {
        CountingObserver::toolFinished(name, succeeded);
        tell(name, succeeded ? u"done"_s : u"failed"_s);
    }
    void words(const QString &piece) override
    {
        m_shown += piece;
        m_stream->send("token", toJson(QJsonObject{{u"text"_s, piece}}));
    }
    [[nodiscard]] bool hearsWords() const override { return true; }
    void restarted() override
    {
        m_shown.clear();
        m_stream->send("token", toJson(QJsonObject{{u"text"_s, QString()}, {u"replace"_s, true}}));
    }
    /// Lets the words shown be those of the reply: corrected, or saved, or the agent's own.
    void showAtLast(const QString &text)
    {
        if (m_shown.trimmed() == text)
            return;
        if (!m_shown.isEmpty())
            restarted();
        words(text);
    }

private:
    void tell(const QString &name, const QString &state)
    {
        m_stream->send("tool", toJson(QJsonObject{{u"name"_s, name}, {u"state"_s, state}}));
    }
    std::shared_ptr<EventStream> m_stream;
    QString m_shown;
};

QCoro::Task<> streamTurn(ApiParts parts, Turn turn, Language asked, std::shared_ptr<EventStream> stream)
{
    StreamingObserver observer(parts.engine.metrics(), stream);
    const auto answer = co_await parts.engine.agent().respond(turn, stream->stopToken(), &observer);
    observer.turnOver(answer);
    if (!answer) {
        ServerResponse problem = failed(answer.error());
        sayIn(asked, problem);
        stream->send("error", problem.body);
        co_return;
    }
    observer.showAtLast(answer->reply.text);
    stream->send("reply", answer->json);
}

/// @p asked: what goes wrong is told in it.
StreamBody streaming(ApiParts parts, const Turn &turn, Language asked)
{
    return [parts, turn, asked](std::shared_ptr<EventStream> stream) {
        return streamTurn(parts, turn, asked, std::move(stream));
    };
}

QCoro::Task<ServerResponse> chatStream(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identify(&parts.engine.accounts(), request);
    if (!caller)
        co_return failed(caller.error());
    if (auto wait = slowDown(parts, *caller, request))
        co_return std::move(*wait);
    const auto turn = readTurn(request, *caller);
    if (!turn)
        co_return failed(turn.error());
    co_return ServerResponse::eventStream(streaming(parts, *turn, languageOf(request)));
}

} // namespace

void addChat(Router &router, ApiParts parts)
{
    router.route("POST", u"/chat"_s, [parts](ServerRequest request) { return chat(parts, std::move(request)); });
    router.route("POST", u"/chat/stream"_s,
                 [parts](ServerRequest request) { return chatStream(parts, std::move(request)); });
}

} // namespace ChatCal
