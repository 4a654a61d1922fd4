// SPDX-License-Identifier: Apache-2.0
#include "core/llm/modelchain.h"

#include "core/llm/logging.h"

#include <QCoroSignal>

#include <QDeadlineTimer>
#include <QObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace ChatCal {

Q_LOGGING_CATEGORY(lcLlm, "chatcal.llm", QtInfoMsg)

struct ModelChain::Link
{
    std::unique_ptr<ChatModel> model;
    CircuitBreaker breaker;
};

namespace {

/// Where a model's answer lands; outlives a chain that no longer waits for it.
struct Landing
{
    QObject signal; ///< its objectNameChanged tells that the answer is there
    std::optional<Result<ModelReply>> answer;
};

QCoro::Task<void> askInto(std::shared_ptr<Landing> landing, ChatModel *model, ModelRequest request,
                          std::stop_token stop)
{
    auto answer = co_await model->complete(std::move(request), stop);
    landing->answer = std::move(answer);
    landing->signal.setObjectName(u"answered"_s);
}

/// The model's answer, or Timeout once @p patience is over: then it is told to stop and left alone.
QCoro::Task<Result<ModelReply>> askWithin(ChatModel *model, ModelRequest request, std::stop_token stop,
                                          std::chrono::milliseconds patience)
{
    const auto landing = std::make_shared<Landing>();
    std::stop_source source;
    const std::stop_callback forward(stop, [&source] { source.request_stop(); });
    request.deadline = patience;
    // Dropping the task does not end it; it keeps the landing.
    [[maybe_unused]] const auto running = askInto(landing, model, std::move(request), source.get_token());
    if (!landing->answer) {
        [[maybe_unused]] const auto named = co_await qCoro(&landing->signal, &QObject::objectNameChanged, patience);
    }
    if (!landing->answer) {
        source.request_stop();
        co_return failure(ErrorCode::Timeout, u"the model did not answer in time"_s);
    }
    co_return std::move(*landing->answer);
}

/// Whether an error tells that the model is unwell; a request that does not fit it does not.
bool countsAgainst(ErrorCode code)
{
    return code != ErrorCode::InvalidInput && code != ErrorCode::Cancelled;
}

} // namespace

ModelChain::ModelChain(std::vector<std::unique_ptr<ChatModel>> models, const Clock &clock)
    : ModelChain(std::move(models), clock, Options())
{
}

ModelChain::ModelChain(std::vector<std::unique_ptr<ChatModel>> models, const Clock &clock, Options options)
    : m_options(options)
{
    Q_ASSERT(!models.empty());
    for (auto &model : models)
        m_links.push_back(std::make_unique<Link>(Link{std::move(model), CircuitBreaker(options.circuit, clock)}));
}

ModelChain::~ModelChain() = default;

QString ModelChain::name() const
{
    QStringList names;
    for (const auto &link : m_links)
        names << link->model->name();
    return names.join(u',');
}

QCoro::Task<Result<ModelReply>> ModelChain::complete(ModelRequest request, std::stop_token stop)
{
    const QDeadlineTimer deadline(request.deadline);
    Error last{ErrorCode::Unavailable, u"no model can be asked"_s, {}, {}};
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        Link &link = *m_links[i];
        const bool isLast = i + 1 == m_links.size();
        const auto left = std::chrono::milliseconds(deadline.remainingTime());
        const auto share = isLast ? left : left - m_options.reserve;
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
        auto answer = co_await askWithin(link.model.get(), request, stop, share);
        if (answer) {
            link.breaker.succeeded();
            if (answer->model.isEmpty())
                answer->model = link.model->name();
            co_return answer;
        }
        if (countsAgainst(answer.error().code))
            link.breaker.failed();
        else
            link.breaker.succeeded();
        if (answer.error().code == ErrorCode::Cancelled && stop.stop_requested())
            co_return answer;
        qCWarning(lcLlm) << "model" << link.model->name() << "failed with" << errorName(answer.error().code)
                         << (isLast ? "and was the last" : "and the next is asked");
        last = answer.error();
    }
    co_return tl::unexpected(last);
}

bool ModelChain::isAvailable() const
{
    for (const auto &link : m_links) {
        if (link->model->isAvailable() && link->breaker.state() != CircuitBreaker::State::Open)
            return true;
    }
    return false;
}

QList<ModelChain::Status> ModelChain::status() const
{
    QList<Status> list;
    for (const auto &link : m_links)
        list << Status{link->model->name(),
                       link->model->isAvailable() && link->breaker.state() != CircuitBreaker::State::Open};
    return list;
}

} // namespace ChatCal
