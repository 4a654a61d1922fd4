// SPDX-License-Identifier: Apache-2.0
#include "core/net/httpclient.h"

#include "core/net/httptransfer_p.h"

#include <algorithm>
#include <exception>

using namespace Qt::StringLiterals;

namespace ChatCal {

/// Waits for one exchange; resumed by resume().
class HttpClient::Exchange
{
public:
    Exchange(HttpClient *client, std::shared_ptr<HttpTransfer> transfer, std::stop_token stop)
        : m_client(client), m_transfer(std::move(transfer)), m_stop(std::move(stop))
    {
    }

    [[nodiscard]] bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiting)
    {
        m_transfer->waiting = waiting;
        m_client->begin(m_transfer, m_stop);
    }
    void await_resume() const noexcept { }

private:
    HttpClient *m_client;
    std::shared_ptr<HttpTransfer> m_transfer;
    std::stop_token m_stop;
};

HttpClient::HttpClient(HttpClientOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_silence([this] { endSilent(); }), m_loop(m_options.limits)
{
}

HttpClient::~HttpClient()
{
    m_closing = true;
    while (!m_transfers.empty()) {
        const auto transfer = m_transfers.back();
        if (!transfer->isOver)
            stopEarly(transfer, transfer->wrong(ErrorCode::Cancelled, u"the client is gone"_s));
        // With a taker still at work: it is not waited for.
        if (!m_transfers.empty() && m_transfers.back() == transfer)
            resume(transfer);
    }
}

QCoro::Task<Result<HttpResponse>> HttpClient::send(HttpRequest request, std::stop_token stop)
{
    return run(std::move(request), {}, std::move(stop));
}

QCoro::Task<Result<HttpResponse>> HttpClient::stream(HttpRequest request, Taker take, std::stop_token stop)
{
    return run(std::move(request), std::move(take), std::move(stop));
}

QCoro::Task<Result<HttpResponse>> HttpClient::run(HttpRequest request, Taker take, std::stop_token stop)
{
    const auto transfer = std::make_shared<HttpTransfer>(std::move(request), std::move(take));
    if (m_closing || stop.stop_requested())
        co_return transfer->wrong(ErrorCode::Cancelled, u"cancelled before it began"_s);
    if (const auto prepared = transfer->prepare(m_options); !prepared)
        co_return tl::unexpected(prepared.error());
    co_await Exchange(this, transfer, stop);
    // `this` may be gone.
    if (!transfer->outcome)
        co_return tl::unexpected(transfer->outcome.error());
    co_return transfer->takeResponse();
}

void HttpClient::begin(const std::shared_ptr<HttpTransfer> &transfer, const std::stop_token &stop)
{
    m_transfers.push_back(transfer);
    const std::weak_ptr<HttpTransfer> weak = transfer;
    // Later and in this thread: stop may be requested anywhere, also by the taker.
    transfer->stopping.emplace(stop, [this, weak] {
        QMetaObject::invokeMethod(
            this,
            [this, weak] {
                if (const auto stopped = weak.lock())
                    stopEarly(stopped, stopped->wrong(ErrorCode::Cancelled, u"cancelled"_s));
            },
            Qt::QueuedConnection);
    });
    if (transfer->isStreamed()) {
        transfer->expectMore();
        m_silence.bringForward(transfer->silentUntil);
        // Later: the taker may begin an exchange of its own, which curl does not allow from within its callbacks.
        transfer->onArrived = [this, weak] {
            QMetaObject::invokeMethod(
                this,
                [this, weak] {
                    if (const auto arrived = weak.lock())
                        give(arrived);
                },
                Qt::QueuedConnection);
        };
    }
    m_loop.start(transfer->handle(), [this, weak](CURLcode code) {
        if (const auto done = weak.lock())
            finish(done, code);
    });
}

/// Ends the streams that were silent for too long.
void HttpClient::endSilent()
{
    const std::weak_ptr<bool> life = m_life;
    const auto now = MovingDeadline::Clock::now();
    const auto transfers = m_transfers; // whoever goes on may begin and end others
    for (const auto &transfer : transfers) {
        if (!transfer->isStreamed() || transfer->isOver)
            continue;
        if (transfer->silentUntil <= now) {
            stopEarly(transfer, transfer->wrong(ErrorCode::Timeout, u"silent for too long"_s));
            if (life.expired())
                return;
        } else {
            // One whose taker is at work is listened to again later, and then for its whole limit.
            m_silence.bringForward(std::min(transfer->silentUntil, now + transfer->longestSilence()));
        }
    }
}

void HttpClient::finish(const std::shared_ptr<HttpTransfer> &transfer, CURLcode code)
{
    transfer->expectNothing();
    transfer->isFinished = true;
    transfer->finishedCode = code;
    if (transfer->giving || transfer->hasPiece())
        return; // give() ends it
    transfer->endWith(transfer->outcomeOf(code));
    resume(transfer);
}

QCoro::Task<> HttpClient::give(std::shared_ptr<HttpTransfer> transfer)
{
    if (transfer->giving || transfer->isOver)
        co_return;
    const std::weak_ptr<bool> life = m_life;
    transfer->giving = true;
    while (transfer->hasPiece() && !transfer->isOver) {
        // A silence is the other side's only while nobody here is busy.
        transfer->expectNothing();
        bool hasThrown = false;
        try {
            co_await transfer->giveNextPiece();
        } catch (const std::exception &) {
            hasThrown = true;
        }
        if (life.expired())
            co_return;
        if (hasThrown)
            stopEarly(transfer, transfer->wrong(ErrorCode::Internal, u"the taker of the body failed"_s));
        if (!transfer->isOver && !transfer->isFinished) {
            transfer->expectMore();
            if (transfer->takePaused())
                m_loop.unpause(transfer->handle()); // may bring the next piece at once
        }
    }
    transfer->giving = false;
    if (!transfer->isOver && transfer->isFinished)
        transfer->endWith(transfer->outcomeOf(transfer->finishedCode));
    if (transfer->isOver)
        resume(transfer);
}

void HttpClient::stopEarly(const std::shared_ptr<HttpTransfer> &transfer, Result<void> outcome)
{
    if (transfer->isOver)
        return;
    m_loop.cancel(transfer->handle());
    transfer->expectNothing();
    transfer->endWith(std::move(outcome));
    // The taker may still use what its caller owns: the caller goes on when it is done.
    if (!transfer->giving)
        resume(transfer);
}

void HttpClient::resume(const std::shared_ptr<HttpTransfer> &transfer)
{
    if (std::erase(m_transfers, transfer) == 0)
        return;
    transfer->stopping.reset();
    transfer->expectNothing();
    transfer->waiting.resume();
}

} // namespace ChatCal
