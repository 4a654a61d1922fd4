// SPDX-License-Identifier: Apache-2.0
#include "core/llm/remotemodel.h"

#include "core/llm/prompt.h"
#include "core/llm/transcript.h"
#include "core/ops/log.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QSet>

using namespace Qt::StringLiterals;

namespace ChatCal {

struct RemoteModel::State
{
    QString name;
    std::unique_ptr<ModelWire> wire;
    ExchangeTimes times;
    QPointer<HttpClient> http;
    const Clock *clock;
    Prompt prompt;
};

namespace {

/// Asked anew at most so often within one complete(): once shorter, and once for each parameter that may be adapted.
constexpr int mostAttempts = 4;

void logCall(const QString &model, const ModelAnswer &answer, qint64 milliseconds, const QByteArray &requestId)
{
    QJsonObject fields{{u"model"_s, model},
                       {u"outcome"_s, answer ? u"ok"_s : errorName(answer.error().error.code)},
                       {u"ms"_s, milliseconds}};
    if (answer && answer->usage.firstToken)
        fields.insert(u"first_token_ms"_s, qint64(answer->usage.firstToken->count()));
    if (!answer)
        fields.insert(u"detail"_s, answer.error().error.detail);
    if (!requestId.isEmpty())
        fields.insert(u"request_id"_s, QString::fromLatin1(requestId));
    logEvent(u"model_call"_s, fields);
}

/// A result must find its call: endpoints leave ids out or give one twice.
void setIds(QList<ToolCall> *calls)
{
    QSet<QString> seen;
    for (ToolCall &call : *calls) {
        for (int i = 1; call.id.isEmpty() || seen.contains(call.id); ++i)
            call.id = u"call-%1"_s.arg(i);
        seen.insert(call.id);
    }
}

/// Words were heard that do not count: the listener is told, once, before the answer begins anew.
class Retelling final : public ReplyListener
{
public:
    explicit Retelling(std::shared_ptr<ReplyListener> to) : m_to(std::move(to)) { }
    void words(const QString &piece) override
    {
        m_hasSpoken = true;
        m_to->words(piece);
    }
    void restarted() override
    {
        if (std::exchange(m_hasSpoken, false))
            m_to->restarted();
    }

private:
    std::shared_ptr<ReplyListener> m_to;
    bool m_hasSpoken = false;
};

} // namespace

RemoteModel::RemoteModel(QString name, std::unique_ptr<ModelWire> wire, ExchangeTimes times, HttpClient &http,
                         const Clock &clock)
    : d(std::make_shared<State>(State{std::move(name), std::move(wire), times, &http, &clock, {}}))
{
}

RemoteModel::~RemoteModel() = default;

QString RemoteModel::name() const
{
    return d->name;
}

QCoro::Task<Result<ModelReply>> RemoteModel::complete(ModelRequest request, std::stop_token stop)
{
    const auto state = d; // `this` may go while suspended
    const QDeadlineTimer deadline(request.deadline);
    request.messages = tidied(request.messages);
    if (request.messages.isEmpty() || request.messages.constLast().role == ChatMessage::Role::Assistant)
        co_return failure(ErrorCode::InvalidInput, u"the messages end with nothing to answer"_s);
    if (request.context.systemPrompt.isEmpty())
        request.context.systemPrompt = state->prompt.forContext(request.context);
    std::shared_ptr<ReplyListener> listener;
    if (request.listener)
        listener = std::make_shared<Retelling>(request.listener);
    bool isShortened = false;
    for (int attempt = 1;; ++attempt) {
        ExchangeTimes times = state->times;
        times.deadline = std::chrono::milliseconds(std::max<qint64>(deadline.remainingTime(), 0));
        if (times.deadline.count() == 0)
            co_return failure(ErrorCode::Timeout, state->name + u": the deadline passed"_s);
        QElapsedTimer took;
        took.start();
        const HttpRequest sent = state->wire->request(request);
        auto asking = exchange(state->http, sent, state->wire->reader(), times, listener, state->clock, stop);
        auto answer = co_await std::move(asking);
        logCall(state->name, answer, took.elapsed(), request.requestId);
        if (answer) {
            answer->model = state->name;
            setIds(&answer->toolCalls);
            co_return std::move(*answer);
        }
        const ModelProblem &problem = answer.error();
        bool mayRepeat = false;
        if (problem.remedy == ModelProblem::Remedy::Shorten && !isShortened) {
            if (auto shorter = trimmed(request.messages)) {
                request.messages = std::move(*shorter);
                mayRepeat = true;
            }
            isShortened = true;
        } else if (problem.remedy == ModelProblem::Remedy::Adapt) {
            state->wire->adapt(problem.parameter);
            mayRepeat = state->wire->request(request).body != sent.body; // another request may have learned it
        }
        if (!mayRepeat || attempt == mostAttempts || stop.stop_requested()) {
            Error error = problem.error;
            error.detail = state->name + u": "_s + error.detail;
            co_return tl::unexpected(std::move(error));
        }
        if (listener)
            listener->restarted();
    }
}

QCoro::Task<Result<void>> RemoteModel::check(std::stop_token stop)
{
    ModelRequest request;
    request.context.systemPrompt = u"Answer with the one word: ready"_s;
    request.messages.append({ChatMessage::Role::User, u"Are you ready?"_s, {}, {}, {}, d->clock->now()});
    request.deadline = std::chrono::seconds(10);
    const auto reply = co_await complete(std::move(request), stop);
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return Result<void>();
}

} // namespace ChatCal
