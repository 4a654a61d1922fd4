// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/serverrequest.h"
#include "server/http/serverresponse.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace ChatCal {

struct RouteOptions
{
    std::optional<qsizetype> maximumBody; ///< bytes, in place of the server's limit
    std::chrono::milliseconds deadline = std::chrono::seconds(60); ///< for the handler; 503 beyond. Zero for none.
};

/// A request that is refused before or instead of a handler.
struct HttpRefusal
{
    int status = 500;
    QString detail; ///< a sentence for whoever sent the request
};

/// Which handler answers a request, and the hooks around all of them. Filled before the server starts.
class Router
{
public:
    /// May suspend. Kept alive, with what it captured, until its task ends. An exception answers 500.
    using Handler = std::function<QCoro::Task<ServerResponse>(ServerRequest)>;
    /// Answers in the handler's place when it returns something.
    using Before = std::function<std::optional<ServerResponse>(const ServerRequest &)>;
    /// Sees every answer before it is written, refusals included; of a request that could not be read only
    /// peerAddress, requestId and what had been read are set.
    using After = std::function<void(const ServerRequest &, ServerResponse &)>;

    struct Route
    {
        QString pattern;
        QStringList names; ///< of the pattern's parameters, in order
        Handler handler;
        RouteOptions options;
    };
    struct Match
    {
        std::shared_ptr<const Route> route; ///< null when none matches
        QStringList values; ///< one for each of the route's names
        QByteArray allow; ///< for the Allow header, sorted; empty when the path is unknown
    };

    Router();
    ~Router();
    Router(Router &&) noexcept;
    Router &operator=(Router &&) noexcept;

    /// @p pattern is a path with {name} for one non-empty segment; {name...} at its end takes the rest, slashes
    /// included. A literal segment goes before a parameter. GET serves HEAD as well. A second handler for the same
    /// method and pattern takes the first one's place.
    void route(const QByteArray &method, const QString &pattern, Handler handler, RouteOptions options = {});
    /// Run in the order they were added; the first answer ends it.
    void addBefore(Before hook);
    /// Run in the order they were added.
    void addAfter(After hook);
    /// @p what handlers and hooks point at lives as long as the router.
    void keep(std::shared_ptr<const void> what) { m_kept.push_back(std::move(what)); }

    [[nodiscard]] Match match(const QByteArray &method, const QStringList &segments) const;
    /// Method and pattern of every route, in the order they were added.
    [[nodiscard]] QList<std::pair<QByteArray, QString>> routes() const { return m_routes; }
    /// The methods @p path answers to, as in an Allow header; empty when the path is unknown. For CORS.
    [[nodiscard]] QByteArray allowedMethods(const QString &path) const;

    [[nodiscard]] std::optional<ServerResponse> runBefore(const ServerRequest &request) const;
    void runAfter(const ServerRequest &request, ServerResponse &response) const;

private:
    struct Node;

    std::unique_ptr<Node> m_root;
    QList<std::pair<QByteArray, QString>> m_routes;
    std::vector<Before> m_before;
    std::vector<After> m_after;
    std::vector<std::shared_ptr<const void>> m_kept;
};

} // namespace ChatCal
