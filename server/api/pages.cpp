// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/base/version.h"
#include "server/api/caller.h"
#include "server/api/problem.h"

#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QByteArray contentType(const QString &path)
{
    static const QHash<QString, QByteArray> known{{u"html"_s, "text/html; charset=utf-8"},
                                                  {u"js"_s, "text/javascript; charset=utf-8"},
                                                  {u"mjs"_s, "text/javascript; charset=utf-8"},
                                                  {u"css"_s, "text/css; charset=utf-8"},
                                                  {u"svg"_s, "image/svg+xml"},
                                                  {u"json"_s, "application/json"},
                                                  {u"png"_s, "image/png"},
                                                  {u"ico"_s, "image/x-icon"},
                                                  {u"woff2"_s, "font/woff2"},
                                                  {u"txt"_s, "text/plain; charset=utf-8"}};
    return known.value(path.mid(path.lastIndexOf(u'.') + 1), "application/octet-stream");
}

/// A file of the binary's resources; they do not change while it runs, so what was read once is kept.
std::optional<ServerResponse> resource(const QString &path)
{
    static QHash<QString, QByteArray> kept; // one thread serves
    auto found = kept.constFind(path);
    if (found == kept.constEnd()) {
        QFile file(u":/web/"_s + path);
        if (!file.open(QIODevice::ReadOnly))
            return std::nullopt;
        found = kept.insert(path, file.readAll());
    }
    ServerResponse response = ServerResponse::bytes(*found, contentType(path));
    response.headers.set("Cache-Control", "no-cache");
    return response;
}

ServerResponse notFound()
{
    return problem(404, u"Page not found"_s, u"There is no page of this name here."_s);
}

QCoro::Task<ServerResponse> servePage(QString path)
{
    auto found = resource(path);
    co_return found ? std::move(*found) : notFound();
}

Router::Handler page(const QString &path)
{
    return [path](const ServerRequest &) { return servePage(path); };
}

QCoro::Task<ServerResponse> asset(ServerRequest request)
{
    const QString path = request.parameter(u"path");
    auto found = path.contains(".."_L1) ? std::nullopt : resource(path);
    co_return found ? std::move(*found) : notFound();
}

/// A host's own widget (the desktop's) says "what shall I do", a guest's "when would you like to meet".
QCoro::Task<ServerResponse> widgetConfiguration(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identify(&parts.engine.accounts(), request);
    if (!caller)
        co_return toProblem(caller.error());
    const Host &host = parts.engine.booking().host();
    const QString name = host.name.stored();
    const QString greeting = caller->isHost()
        ? u"Hello! What shall I do? You can ask about your calendar, or have me book, move and cancel."_s
        : u"Hi! I'm %1's scheduling assistant. When would you like to meet?"_s.arg(name);
    co_return ServerResponse::json({{u"role"_s, caller->isHost() ? u"host"_s : u"guest"_s},
                                    {u"host_name"_s, name},
                                    {u"greeting"_s, greeting},
                                    {u"time_zone"_s, host.zone.name()},
                                    {u"version"_s, versionText()},
                                    {u"streaming"_s, true}});
}

} // namespace

void addPages(Router &router, ApiParts parts)
{
    router.route("GET", u"/"_s, page(u"index.html"_s));
    router.route("GET", u"/chat-widget"_s, page(u"widget/index.html"_s));
    router.route("GET", u"/simple-chat"_s, page(u"simple/index.html"_s));
    router.route("GET", u"/docs"_s, page(u"docs/index.html"_s));
    router.route("GET", u"/embed.js"_s, page(u"embed.js"_s));
    router.route("GET", u"/openapi.json"_s, page(u"openapi.json"_s));
    router.route("GET", u"/favicon.ico"_s, page(u"favicon.svg"_s));
    router.route("GET", u"/assets/{path...}"_s, asset);
    router.route("GET", u"/widget-config.json"_s,
                 [parts](ServerRequest request) { return widgetConfiguration(parts, std::move(request)); });
}

} // namespace ChatCal
