// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace prometheus {
class Histogram;
}

namespace ChatCal {

/// What /metrics shows. Names and labels are fixed here, so that a dashboard does not break on a rename.
class Metrics
{
public:
    Metrics();
    ~Metrics();

    /// @p route is the pattern ("/sessions/{id}"), never the path: labels stay few and hold nobody's id.
    void request(const QString &method, const QString &route, int status, std::chrono::microseconds took);
    /// @p outcome: "ok" or an error's name.
    void turn(const QString &model, const QString &outcome, std::chrono::microseconds took);
    void tool(const QString &name, const QString &outcome);
    /// @p action: "booked", "moved", "cancelled", "refused".
    void booking(const QString &action);
    /// @p outcome: "sent", "retried", "dead".
    void mail(const QString &outcome);

    /// One call of a service behind a port. @p service: "store", "model", "calendar", "mail"; @p name: the adapter's
    /// ("redis", "groq"); @p outcome: "ok" or an error's name.
    void call(const QString &service, const QString &name, const QString &operation, const QString &outcome,
              std::chrono::microseconds took);
    /// Where call() counts these, for who calls so often that he keeps it. Lives as long as this.
    [[nodiscard]] prometheus::Histogram &callSeries(const QString &service, const QString &name,
                                                    const QString &operation, const QString &outcome);
    static void count(prometheus::Histogram &series, std::chrono::microseconds took);
    /// One question to a model: a call of the service "model", with what it cost. @p firstToken nothing and tokens 0
    /// where they are not known.
    void model(const QString &name, const QString &outcome, std::chrono::microseconds took,
               std::optional<std::chrono::microseconds> firstToken, int promptTokens, int completionTokens);

    /// Prometheus text format 0.0.4.
    [[nodiscard]] QByteArray text() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ChatCal
