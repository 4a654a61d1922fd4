// SPDX-License-Identifier: Apache-2.0
#include "server/http/router.h"

#include "server/http/logging.h"

#include <QHash>

#include <algorithm>
#include <exception>
#include <utility>

using namespace Qt::StringLiterals;

namespace ChatCal {

/// One segment of the patterns.
struct Router::Node
{
    using Methods = std::vector<std::pair<QByteArray, std::shared_ptr<const Route>>>;

    std::vector<std::pair<QString, std::unique_ptr<Node>>> literals;
    std::unique_ptr<Node> parameter;
    std::unique_ptr<Node> rest;
    Methods methods;

    Node &literal(const QString &segment)
    {
        for (auto &[name, node] : literals) {
            if (name == segment)
                return *node;
        }
        return *literals.emplace_back(segment, std::make_unique<Node>()).second;
    }

    /// Finds the node for what is left of a path from @p index on. Goes back where a literal led nowhere.
    const Node *find(const QStringList &segments, qsizetype index, QStringList &values) const
    {
        if (index == segments.size())
            return methods.empty() ? nullptr : this;
        const QString &segment = segments.at(index);
        for (const auto &[name, node] : literals) {
            if (name != segment)
                continue;
            if (const Node *found = node->find(segments, index + 1, values))
                return found;
        }
        if (segment.isEmpty())
            return nullptr;
        if (parameter) {
            values.append(segment);
            if (const Node *found = parameter->find(segments, index + 1, values))
                return found;
            values.removeLast();
        }
        if (rest) {
            values.append(segments.sliced(index).join(u'/'));
            return rest.get();
        }
        return nullptr;
    }

    [[nodiscard]] std::shared_ptr<const Route> handlerFor(const QByteArray &method) const
    {
        for (const auto &[name, route] : methods) {
            if (name == method)
                return route;
        }
        return method == "HEAD" ? handlerFor("GET") : nullptr;
    }

    [[nodiscard]] QByteArray allow() const
    {
        QByteArrayList names{"OPTIONS"};
        for (const auto &[name, route] : methods) {
            names.append(name);
            if (name == "GET")
                names.append("HEAD");
        }
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        return names.join(", ");
    }
};

Router::Router() : m_root(std::make_unique<Node>())
{
}
Router::~Router() = default;
Router::Router(Router &&) noexcept = default;
Router &Router::operator=(Router &&) noexcept = default;

void Router::route(const QByteArray &method, const QString &pattern, Handler handler, RouteOptions options)
{
    Q_ASSERT(pattern.startsWith(u'/'));
    auto entry = std::make_shared<Route>(Route{pattern, {}, std::move(handler), options});
    Node *node = m_root.get();
    bool ended = false;
    for (const QString &segment : pattern.sliced(1).split(u'/')) {
        Q_ASSERT_X(!ended, "Router", "{name...} must be the end of its pattern");
        if (!segment.startsWith(u'{') || !segment.endsWith(u'}')) {
            node = &node->literal(segment);
            continue;
        }
        const bool takesRest = segment.endsWith("...}"_L1);
        ended = takesRest;
        entry->names.append(segment.sliced(1, segment.size() - (takesRest ? 5 : 2)));
        std::unique_ptr<Node> &next = takesRest ? node->rest : node->parameter;
        if (!next)
            next = std::make_unique<Node>();
        node = next.get();
    }
    if (!m_routes.contains(std::pair(method, pattern)))
        m_routes.append({method, pattern});
    std::erase_if(node->methods, [&method](const auto &known) { return known.first == method; });
    node->methods.emplace_back(method, std::move(entry));
}

void Router::addBefore(Before hook)
{
    m_before.push_back(std::move(hook));
}

void Router::addAfter(After hook)
{
    m_after.push_back(std::move(hook));
}

Router::Match Router::match(const QByteArray &method, const QStringList &segments) const
{
    Match match;
    const Node *node = m_root->find(segments, 0, match.values);
    if (!node)
        return match;
    match.route = node->handlerFor(method);
    if (!match.route)
        match.allow = node->allow();
    return match;
}

QByteArray Router::allowedMethods(const QString &path) const
{
    QStringList values;
    const Node *node = path.startsWith(u'/') ? m_root->find(path.sliced(1).split(u'/'), 0, values) : nullptr;
    return node ? node->allow() : QByteArray();
}

std::optional<ServerResponse> Router::runBefore(const ServerRequest &request) const
{
    try {
        for (const Before &hook : m_before) {
            if (auto response = hook(request))
                return response;
        }
    } catch (const std::exception &) {
        qCWarning(lcHttp) << "a hook before the handler threw; answering 500 to request" << request.requestId;
        return problemResponse(500, u"The server failed to handle this request."_s);
    }
    return std::nullopt;
}

void Router::runAfter(const ServerRequest &request, ServerResponse &response) const
{
    try {
        for (const After &hook : m_after)
            hook(request, response);
    } catch (const std::exception &) {
        qCWarning(lcHttp) << "a hook after the handler threw; answering 500 to request" << request.requestId;
        response = problemResponse(500, u"The server failed to handle this request."_s);
    }
}

} // namespace ChatCal
