// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/base/ids.h"
#include "core/base/version.h"
#include "core/words/phrasebook.h"
#include "server/api/caller.h"
#include "server/api/pagewords.h"
#include "server/api/personslanguage.h"
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

struct Kept
{
    QByteArray bytes;
    QByteArray tag; ///< RFC 9110 §8.8.3
};

/// A file of the binary's resources, in @p language where it is a page. They do not change while the program runs, so
/// what was made once is kept.
const Kept *resource(const QString &path, std::optional<Language> language)
{
    static QHash<QString, Kept> kept; // one thread serves
    const QString key = language ? path + u'?' + languageCode(*language) : path;
    auto found = kept.constFind(key);
    if (found == kept.constEnd()) {
        QFile file(u":/web/"_s + path);
        if (!file.open(QIODevice::ReadOnly))
            return nullptr;
        const QByteArray read = file.readAll();
        const QByteArray bytes = language ? pageIn(*language, read) : read;
        found = kept.insert(key, {bytes, '"' + fingerprint(bytes).left(22).toLatin1() + '"'});
    }
    return &*found;
}

ServerResponse served(const ServerRequest &request, const QString &path, const Kept &kept)
{
    const bool isKnown = request.headers.value("If-None-Match").contains(kept.tag);
    ServerResponse response = isKnown ? ServerResponse::bytes({}, contentType(path), 304)
                                      : ServerResponse::bytes(kept.bytes, contentType(path));
    response.headers.set("Cache-Control", "no-cache");
    response.headers.set("ETag", kept.tag);
    return response;
}

ServerResponse notFound()
{
    return problem(404, Sentence::en("Page not found"), Sentence::en("There is no page of this name here."));
}

QCoro::Task<ServerResponse> serveFile(QString path, ServerRequest request)
{
    const Kept *found = path.contains(".."_L1) ? nullptr : resource(path, std::nullopt);
    co_return found ? served(request, path, *found) : notFound();
}

QCoro::Task<ServerResponse> servePage(QString path, ServerRequest request)
{
    const Kept *found = resource(path, languageOf(request));
    if (!found)
        co_return notFound();
    ServerResponse response = served(request, path, *found);
    response.headers.set("Vary", "Accept-Language");
    co_return response;
}

Router::Handler page(const QString &path)
{
    return [path](ServerRequest request) { return servePage(path, std::move(request)); };
}

Router::Handler file(const QString &path)
{
    return [path](ServerRequest request) { return serveFile(path, std::move(request)); };
}

/// As it is, the same for everybody.
QCoro::Task<ServerResponse> asset(ServerRequest request)
{
    const QString path = request.parameter(u"path");
    return serveFile(path, std::move(request));
}

/// A host's own widget (the desktop's) says "what shall I do", a guest's "when would you like to meet".
QCoro::Task<ServerResponse> widgetConfiguration(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identify(&parts.engine.accounts(), request);
    if (!caller)
        co_return toProblem(caller.error());
    const Host &host = parts.engine.booking().host();
    const Phrasebook &words = Phrasebook::of(languageOf(request));
    const bool hasName = host.name.stored() != u"your host"_s; // what the engine calls a host who never gave one
    const QString name = hasName ? host.name.stored()
        : caller->isHost()       ? u"ChatCal"_s
                                 : words.translate("web", "your host");
    const QString greeting = caller->isHost()
        ? words.translate("pages",
                          "Hello! What shall I do? You can ask about your calendar, or have me book, move and cancel.")
        : words.translate("pages", "Hi! I'm %1's scheduling assistant. When would you like to meet?").arg(name);
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
    router.route("GET", u"/openapi.json"_s, file(u"openapi.json"_s));
    router.route("GET", u"/favicon.ico"_s, file(u"favicon.svg"_s));
    router.route("GET", u"/assets/{path...}"_s, asset);
    router.route("GET", u"/widget-config.json"_s,
                 [parts](ServerRequest request) { return widgetConfiguration(parts, std::move(request)); });
}

} // namespace ChatCal
