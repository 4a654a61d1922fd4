// SPDX-License-Identifier: Apache-2.0
#include "core/ops/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <QHash>
#include <QStringBuilder>

#include <map>
#include <string>
#include <tuple>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

double seconds(std::chrono::microseconds took)
{
    return std::chrono::duration<double>(took).count();
}

const prometheus::Histogram::BucketBoundaries buckets{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                      0.25,   0.5,   1,      2.5,   5,    10,    20};

} // namespace

struct Metrics::Private
{
    prometheus::Registry registry;
    prometheus::Family<prometheus::Histogram> &requests = prometheus::BuildHistogram()
                                                              .Name("chatcal_http_request_seconds")
                                                              .Help("Time to answer a request")
                                                              .Register(registry);
    std::map<std::tuple<QString, QString, int>, prometheus::Histogram *> knownRequests; ///< as knownCalls
    prometheus::Family<prometheus::Histogram> &turns = prometheus::BuildHistogram()
                                                           .Name("chatcal_turn_seconds")
                                                           .Help("Time of one turn of conversation")
                                                           .Register(registry);
    QHash<QString, prometheus::Histogram *> knownTurns; ///< as knownCalls
    prometheus::Family<prometheus::Histogram> &calls = prometheus::BuildHistogram()
                                                           .Name("chatcal_service_call_seconds")
                                                           .Help("Time of a call of a store, model, calendar or mailer")
                                                           .Register(registry);
    QHash<QString, prometheus::Histogram *> knownCalls; ///< the family's own look-up is slower
    prometheus::Family<prometheus::Histogram> &firstTokens = prometheus::BuildHistogram()
                                                                 .Name("chatcal_model_first_token_seconds")
                                                                 .Help("Time to the first sign of a model's answer")
                                                                 .Register(registry);
    prometheus::Family<prometheus::Counter> &tokens = prometheus::BuildCounter()
                                                          .Name("chatcal_model_tokens_total")
                                                          .Help("Tokens read and written by models")
                                                          .Register(registry);
    prometheus::Family<prometheus::Counter> &tools =
        prometheus::BuildCounter().Name("chatcal_tool_calls_total").Help("Tool calls by outcome").Register(registry);
    prometheus::Family<prometheus::Counter> &bookings = prometheus::BuildCounter()
                                                            .Name("chatcal_bookings_total")
                                                            .Help("Bookings, moves, cancellations and refusals")
                                                            .Register(registry);
    prometheus::Family<prometheus::Counter> &mails =
        prometheus::BuildCounter().Name("chatcal_mails_total").Help("Mails by outcome").Register(registry);
};

Metrics::Metrics() : d(std::make_unique<Private>())
{
}
Metrics::~Metrics() = default;

void Metrics::request(const QString &method, const QString &route, int status, std::chrono::microseconds took)
{
    prometheus::Histogram *&histogram = d->knownRequests[{method, route, status}];
    if (!histogram)
        histogram = &d->requests.Add(
            {{"method", method.toStdString()}, {"route", route.toStdString()}, {"status", std::to_string(status)}},
            buckets);
    histogram->Observe(seconds(took));
}

void Metrics::turn(const QString &model, const QString &outcome, std::chrono::microseconds took)
{
    prometheus::Histogram *&histogram = d->knownTurns[model % u'\n' % outcome];
    if (!histogram)
        histogram = &d->turns.Add({{"model", model.toStdString()}, {"outcome", outcome.toStdString()}}, buckets);
    histogram->Observe(seconds(took));
}

prometheus::Histogram &Metrics::callSeries(const QString &service, const QString &name, const QString &operation,
                                           const QString &outcome)
{
    const QString key = service % u'\n' % name % u'\n' % operation % u'\n' % outcome;
    prometheus::Histogram *&histogram = d->knownCalls[key];
    if (histogram == nullptr)
        histogram = &d->calls.Add({{"service", service.toStdString()},
                                   {"name", name.toStdString()},
                                   {"operation", operation.toStdString()},
                                   {"outcome", outcome.toStdString()}},
                                  buckets);
    return *histogram;
}

void Metrics::count(prometheus::Histogram &series, std::chrono::microseconds took)
{
    series.Observe(seconds(took));
}

void Metrics::call(const QString &service, const QString &name, const QString &operation, const QString &outcome,
                   std::chrono::microseconds took)
{
    count(callSeries(service, name, operation, outcome), took);
}

void Metrics::model(const QString &name, const QString &outcome, std::chrono::microseconds took,
                    std::optional<std::chrono::microseconds> firstToken, int promptTokens, int completionTokens)
{
    const std::string model = name.toStdString();
    call(u"model"_s, name, u"complete"_s, outcome, took);
    if (firstToken)
        d->firstTokens.Add({{"model", model}}, buckets).Observe(seconds(*firstToken));
    if (promptTokens > 0)
        d->tokens.Add({{"model", model}, {"kind", "prompt"}}).Increment(promptTokens);
    if (completionTokens > 0)
        d->tokens.Add({{"model", model}, {"kind", "completion"}}).Increment(completionTokens);
}

void Metrics::tool(const QString &name, const QString &outcome)
{
    d->tools.Add({{"tool", name.toStdString()}, {"outcome", outcome.toStdString()}}).Increment();
}

void Metrics::booking(const QString &action)
{
    d->bookings.Add({{"action", action.toStdString()}}).Increment();
}

void Metrics::mail(const QString &outcome)
{
    d->mails.Add({{"outcome", outcome.toStdString()}}).Increment();
}

QByteArray Metrics::text() const
{
    return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(d->registry.Collect()));
}

} // namespace ChatCal
