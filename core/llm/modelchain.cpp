// SPDX-License-Identifier: Apache-2.0
#include "core/llm/modelchain.h"

#include "core/base/stoptoo.h"
#include "core/base/within.h"
#include "core/llm/logging.h"
#include "core/llm/toolcheck.h"
#include "core/net/retry.h"
#include "core/ops/requestscope.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

Q_LOGGING_CATEGORY(lcLlm, "chatcal.llm", QtInfoMsg)

namespace {

bool canAllBeRun(const QList<ToolCall> &calls, const QList<ToolSpec> &tools)
{
    return std::all_of(calls.begin(), calls.end(),
                       [&tools](const ToolCall &call) { return wrongIn(call, tools).isEmpty(); });
}

/// Lets one attempt speak to the listener until it is closed.
class Gate final : public ReplyListener
{
public:
    explicit Gate(std::shared_ptr<ReplyListener> to) : m_to(std::move(to)) { }
    void words(const QString &piece) override
    {
        if (!m_to || piece.isEmpty())
            return;
        m_hasSpoken = true;
        m_to->words(piece);
    }
    void restarted() override
    {
        if (m_to && std::exchange(m_hasSpoken, false))
            m_to->restarted();
    }
    /// The attempt has had its say.
    void close() { m_to.reset(); }
    /// What it said does not count.
    void discard()
    {
        restarted();
        close();
    }

private:
    std::shared_ptr<ReplyListener> m_to;
    bool m_hasSpoken = false;
};

} // namespace

struct ModelChain::Private
{
    struct Link
    {
        std::unique_ptr<ChatModel> model;
        CircuitBreaker breaker;
        QString reason;
        std::optional<std::chrono::milliseconds> latency;

        void note(const Error &error, const Options &rules);
    };

    std::vector<Link> links;
    Options options;

    static QCoro::Task<Result<ModelReply>> askModel(std::shared_ptr<Private> d, std::size_t place, ModelRequest request,
                                                    std::stop_token stop);
    static QCoro::Task<Result<ModelReply>> askOnce(std::shared_ptr<Private> d, std::size_t place, ModelRequest request,
                                                   std::stop_token stop);
    static QCoro::Task<Result<ModelReply>> ask(std::shared_ptr<Private> d, std::size_t place, ModelRequest request,
                                               std::stop_token stop);
    static QCoro::Task<Result<ModelReply>> complete(std::shared_ptr<Private> d, ModelRequest request,
                                                    std::stop_token stop);
    void tell(const Link &link, const QString &outcome, qint64 milliseconds, const ModelUsage &usage) const;
};

/// What an error means for the next turns: who asks for a rest gets it, who is set up wrongly gets a long one, and a
/// request that does not fit says nothing of the model.
void ModelChain::Private::Link::note(const Error &error, const Options &rules)
{
    reason = error.detail;
    switch (error.code) {
    case ErrorCode::RateLimited: {
        const auto asked = error.retryAfter.value_or(std::chrono::ceil<std::chrono::seconds>(rules.limitedRest));
        breaker.restFor(std::min<std::chrono::milliseconds>(asked, rules.longestRest));
        break;
    }
    case ErrorCode::Unauthorized:
    case ErrorCode::NotFound:
        breaker.restFor(rules.refusedRest);
        break;
    case ErrorCode::Unavailable:
        if (error.retryAfter)
            breaker.restFor(std::min<std::chrono::milliseconds>(*error.retryAfter, rules.longestRest));
        else
            breaker.failed();
        break;
    case ErrorCode::InvalidInput:
    case ErrorCode::Cancelled:
        breaker.succeeded();
        break;
    default:
        breaker.failed();
    }
}

void ModelChain::Private::tell(const Link &link, const QString &outcome, qint64 milliseconds,
                               const ModelUsage &usage) const
{
    if (options.onOutcome)
        options.onOutcome({link.model->name(), outcome, std::chrono::milliseconds(milliseconds), usage});
}

/// Keeps the models while one thinks.
QCoro::Task<Result<ModelReply>> ModelChain::Private::askModel(std::shared_ptr<Private> d, std::size_t place,
                                                              ModelRequest request, std::stop_token stop)
{
    auto answer = co_await d->links[place].model->complete(std::move(request), stop);
    co_return answer;
}

/// The model's answer, or Timeout once the request's deadline is over, or Cancelled: then it is told to stop and left
/// alone.
QCoro::Task<Result<ModelReply>> ModelChain::Private::askOnce(std::shared_ptr<Private> d, std::size_t place,
                                                             ModelRequest request, std::stop_token stop)
{
    const auto patience = request.deadline;
    std::stop_source source;
    const std::stop_callback<StopToo> leaving(stop, StopToo{source});
    auto asking = askModel(d, place, std::move(request), source.get_token());
    auto answer = co_await within(std::move(asking), patience, stop);
    if (!answer)
        source.request_stop();
    co_return answer;
}

/// An answer that can be used, with one repeat and one correction at most, within the request's deadline.
QCoro::Task<Result<ModelReply>> ModelChain::Private::ask(std::shared_ptr<Private> d, std::size_t place,
                                                         ModelRequest request, std::stop_token stop)
{
    Link &link = d->links[place];
    const QDeadlineTimer until(request.deadline);
    bool isRepeated = false;
    bool isCorrected = false;
    for (;;) {
        ModelRequest asked = request;
        asked.deadline = std::chrono::milliseconds(std::max<qint64>(until.remainingTime(), 0));
        const auto gate = std::make_shared<Gate>(request.listener);
        if (request.listener)
            asked.listener = gate;
        QElapsedTimer took;
        took.start();
        auto answer = co_await askOnce(d, place, std::move(asked), stop);
        setCurrentRequest(request.requestId); // others were served meanwhile
        const auto left = std::chrono::milliseconds(until.remainingTime());
        if (!answer) {
            d->tell(link, errorName(answer.error().code), took.elapsed(), {});
            gate->discard();
            const bool mayRepeat = answer.error().code == ErrorCode::Unavailable && !answer.error().retryAfter
                && !isRepeated && left >= d->options.retryNeeds && !stop.stop_requested();
            if (!mayRepeat)
                co_return answer;
            isRepeated = true;
            const double part = 0.5 + randomChance() / 2;
            const auto pause = std::chrono::duration_cast<std::chrono::milliseconds>(d->options.retryPause * part);
            const bool hasWaited = co_await pauseFor(pause, stop);
            if (!hasWaited)
                co_return failure(ErrorCode::Cancelled, u"caller gone"_s);
            continue;
        }
        const bool isRight = canAllBeRun(answer->toolCalls, request.tools);
        d->tell(link, isRight ? u"ok"_s : u"malformed"_s, took.elapsed(), answer->usage);
        if (isRight) {
            gate->close();
            link.latency = std::chrono::milliseconds(took.elapsed());
            if (answer->model.isEmpty())
                answer->model = link.model->name();
            co_return answer;
        }
        gate->discard();
        if (isCorrected || left <= std::chrono::milliseconds(0))
            co_return failure(ErrorCode::Protocol, link.model->name() + u": its tool calls cannot be run"_s);
        isCorrected = true;
        request.messages.append(corrections(*answer, request.tools, request.context.now));
    }
}

QCoro::Task<Result<ModelReply>> ModelChain::Private::complete(std::shared_ptr<Private> d, ModelRequest request,
                                                              std::stop_token stop)
{
    const QDeadlineTimer deadline(request.deadline);
    Error last{ErrorCode::Unavailable, u"no model can be asked"_s, {}, {}};
    for (std::size_t i = 0; i < d->links.size(); ++i) {
        Link &link = d->links[i];
        const bool isLast = i + 1 == d->links.size();
        const auto left = std::chrono::milliseconds(deadline.remainingTime());
        const auto share = isLast ? left : left - d->options.reserve;
        if (stop.stop_requested())
            co_return failure(ErrorCode::Cancelled, u"caller gone"_s);
        if (share <= std::chrono::milliseconds(0) && !(isLast && i == 0)) {
            if (isLast)
                last = {ErrorCode::Timeout, u"the deadline passed"_s, {}, {}};
            continue;
        }
        if (!link.model->isAvailable() || !link.breaker.allow()) {
            last.retryAfter = link.breaker.retryAfter();
            continue;
        }
        ModelRequest asked = request;
        asked.deadline = share;
        auto answer = co_await ask(d, i, std::move(asked), stop);
        if (answer) {
            link.breaker.succeeded();
            link.reason.clear();
            co_return answer;
        }
        if (stop.stop_requested()) {
            link.breaker.succeeded(); // it says nothing of the model
            co_return failure(ErrorCode::Cancelled, u"caller gone"_s);
        }
        link.note(answer.error(), d->options);
        qCWarning(lcLlm) << "model" << link.model->name() << "failed with" << errorName(answer.error().code)
                         << (isLast ? "and was the last" : "and the next is asked");
        last = answer.error();
    }
    co_return tl::unexpected(last);
}

ModelChain::ModelChain(std::vector<std::unique_ptr<ChatModel>> models, const Clock &clock)
    : ModelChain(std::move(models), clock, Options())
{
}

ModelChain::ModelChain(std::vector<std::unique_ptr<ChatModel>> models, const Clock &clock, Options options)
    : d(std::make_shared<Private>())
{
    Q_ASSERT(!models.empty());
    for (auto &model : models)
        d->links.push_back({std::move(model), CircuitBreaker(options.circuit, clock), {}, {}});
    d->options = std::move(options);
}

ModelChain::~ModelChain() = default;

QString ModelChain::name() const
{
    QStringList names;
    for (const auto &link : d->links)
        names << link.model->name();
    return names.join(u',');
}

QCoro::Task<Result<ModelReply>> ModelChain::complete(ModelRequest request, std::stop_token stop)
{
    return Private::complete(d, std::move(request), std::move(stop));
}

bool ModelChain::isAvailable() const
{
    return std::any_of(d->links.begin(), d->links.end(), [](const auto &link) {
        return link.model->isAvailable() && link.breaker.state() != CircuitBreaker::State::Open;
    });
}

QList<ModelChain::Status> ModelChain::status() const
{
    QList<Status> list;
    for (const auto &link : d->links)
        list << Status{link.model->name(),
                       link.model->isAvailable() && link.breaker.state() != CircuitBreaker::State::Open, link.reason,
                       link.latency};
    return list;
}

} // namespace ChatCal
