// SPDX-License-Identifier: Apache-2.0
#include "core/llm/modelexchange.h"

#include "core/base/json.h"
#include "core/base/stoptoo.h"
#include "core/net/movingdeadline.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qint64 longestAnswer = 2 * 1024 * 1024;
/// How long the end of a body that holds no more of the answer is waited for, so that the connection can be kept.
constexpr std::chrono::milliseconds farewell{100};

/// Control characters stand neither in an event stream nor, unescaped, in JSON.
bool holdsControls(const QByteArray &piece)
{
    return std::any_of(piece.begin(), piece.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7f;
    });
}

/// Everything one exchange holds while it runs; shared with the client, which gives it the pieces.
class Hearing
{
public:
    Hearing(std::unique_ptr<AnswerReader> answer, ExchangeTimes limits, std::shared_ptr<ReplyListener> to)
        : reader(std::move(answer)), listener(std::move(to)), m_times(limits)
    {
        waitFor(m_times.firstToken);
    }

    void take(const QByteArray &piece)
    {
        if (wrong || isLate || reader->isComplete())
            return;
        const QString decoded = m_decoder.decode(piece); // a character may be cut in two; what is no UTF-8 is never
        if (m_decoder.hasError() || holdsControls(piece))
            return end(ErrorCode::Protocol, u"the answer is not UTF-8 text"_s);
        if (!m_isJson && !m_isStream) {
            const QString start = (std::exchange(m_start, {}) + decoded).trimmed();
            m_isJson = start.startsWith(u'{');
            m_isStream = !start.isEmpty() && !m_isJson;
        }
        if (m_isJson) {
            json += m_held + piece;
            m_held.clear();
            noteProgress();
            return;
        }
        if (!m_isStream) {
            m_held += piece;
            return;
        }
        takeEvents(std::exchange(m_held, {}) + piece);
    }

    /// The answer in full; what was not said yet is said now.
    void tell(const ModelReply &reply)
    {
        if (listener && reply.text.startsWith(m_told) && reply.text.size() > m_told.size())
            listener->words(reply.text.mid(m_told.size()));
    }
    void close()
    {
        m_patience.clear();
        listener.reset();
    }
    [[nodiscard]] bool isJson() const { return m_isJson; }

    std::unique_ptr<AnswerReader> reader;
    std::shared_ptr<ReplyListener> listener;
    std::stop_source source; ///< ends the transfer
    std::optional<ModelProblem> wrong;
    bool isLate = false;
    QByteArray json;
    std::optional<std::chrono::milliseconds> firstToken;

private:
    void takeEvents(const QByteArray &piece)
    {
        const auto events = m_events.feed(piece);
        if (!events)
            return end(ErrorCode::Protocol, u"an event of the answer is too long"_s);
        for (const SseEvent &event : *events) {
            auto words = reader->take(event);
            if (!words) {
                wrong = std::move(words.error());
                source.request_stop();
                return;
            }
            if (event.type != "ping"_L1 && reader->hasBegun())
                noteProgress();
            m_told += *words;
            if (listener && !words->isEmpty())
                listener->words(*words);
            if (reader->isComplete()) {
                waitFor(farewell);
                return;
            }
        }
    }
    /// At most so long from now, and not beyond the end.
    void waitFor(std::chrono::milliseconds silence)
    {
        m_patience.set(std::min(MovingDeadline::Clock::now() + silence, m_asked + m_times.deadline));
    }
    void noteProgress()
    {
        if (!firstToken)
            firstToken = std::chrono::floor<std::chrono::milliseconds>(MovingDeadline::Clock::now() - m_asked);
        waitFor(m_times.silence);
    }
    void end(ErrorCode code, const QString &detail)
    {
        wrong = ModelProblem{Error{code, detail, {}, {}}, ModelProblem::Remedy::None, {}};
        source.request_stop();
    }
    void giveUp()
    {
        isLate = true;
        source.request_stop();
    }

    ExchangeTimes m_times;
    MovingDeadline::Clock::time_point m_asked = MovingDeadline::Clock::now();
    MovingDeadline m_patience{[this] { giveUp(); }}; ///< passes with the next silence, or at the end
    SseReader m_events;
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    QString m_start;
    QByteArray m_held; ///< white space before anything tells events from JSON
    QString m_told;
    bool m_isJson = false;
    bool m_isStream = false;
};

QCoro::Task<> takePiece(std::shared_ptr<Hearing> hearing, QByteArray piece)
{
    hearing->take(piece);
    co_return;
}

HttpClient::Taker takerFor(const std::shared_ptr<Hearing> &hearing)
{
    return [hearing](QByteArray piece) { return takePiece(hearing, std::move(piece)); };
}

ModelAnswer answerOf(Hearing &hearing, const Result<HttpResponse> &response, const Clock &clock, bool isStopped)
{
    if (hearing.reader->isComplete())
        return hearing.reader->finish();
    if (hearing.wrong)
        return tl::unexpected(*hearing.wrong);
    if (isStopped)
        return problem(ErrorCode::Cancelled, u"the caller is gone"_s);
    if (hearing.isLate || !response) {
        // Whoever breaks off or falls silent after the last that matters has said it all.
        if (auto answer = hearing.reader->finish())
            return answer;
        if (!hearing.isLate)
            return tl::unexpected(ModelProblem{response.error(), ModelProblem::Remedy::None, {}});
        return problem(ErrorCode::Timeout, hearing.firstToken ? u"the answer stalled"_s : u"no answer came in time"_s);
    }
    if (response->isSuccess()) {
        if (!hearing.isJson())
            return hearing.reader->finish();
        const auto body = parseJsonObject(hearing.json);
        if (!body)
            return problem(ErrorCode::Protocol, u"the response is not JSON"_s);
        return hearing.reader->whole(*body);
    }
    ModelAnswer answer = hearing.reader->refused(*response);
    if (!answer) {
        Error &error = answer.error().error;
        if (error.code == ErrorCode::RateLimited || error.code == ErrorCode::Unavailable)
            error.retryAfter = restAsked(*response, clock);
    }
    return answer;
}

} // namespace

QCoro::Task<ModelAnswer> exchange(QPointer<HttpClient> http, HttpRequest request, std::unique_ptr<AnswerReader> reader,
                                  ExchangeTimes times, std::shared_ptr<ReplyListener> listener, const Clock *clock,
                                  std::stop_token stop)
{
    if (!http || stop.stop_requested())
        co_return problem(ErrorCode::Cancelled, u"cancelled before it began"_s);
    request.connectTimeout = std::min(times.connect, times.deadline);
    request.timeout = times.deadline; // the nearer limits are the hearing's
    request.maximumBody = longestAnswer;
    const auto hearing = std::make_shared<Hearing>(std::move(reader), times, std::move(listener));
    const std::stop_callback<StopToo> forward(stop, StopToo{hearing->source});
    const HttpClient::Taker take = takerFor(hearing);

    const auto response = co_await http->stream(std::move(request), take, hearing->source.get_token());
    ModelAnswer answer = answerOf(*hearing, response, *clock, stop.stop_requested());
    if (answer) {
        answer->usage.firstToken = hearing->firstToken;
        hearing->tell(*answer);
    }
    hearing->close();
    co_return answer;
}

} // namespace ChatCal
