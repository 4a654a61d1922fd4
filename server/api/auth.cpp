// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/time/words.h"
#include "server/api/caller.h"
#include "server/api/logging.h"
#include "server/api/problem.h"

#include <QUrl>

#include <variant>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int secondsToSignIn = 600;

/// What a browser shows that came back from Google.
ServerResponse page(int status, const QString &title, const QString &htmlText)
{
    const QString html =
        u"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n"
        "<title>%1</title>\n<link rel=\"icon\" href=\"/assets/favicon.svg\" type=\"image/svg+xml\">\n"
        "<link rel=\"stylesheet\" href=\"/assets/shared/tokens.css\">\n"
        "<link rel=\"stylesheet\" href=\"/assets/simple/simple.css\">\n</head>\n"
        "<body>\n<main>\n<h1>%1</h1>\n<p>%2</p>\n</main>\n</body>\n</html>\n"_s.arg(title, htmlText);
    return ServerResponse::html(html.toUtf8(), status);
}

ServerResponse notSetUp()
{
    return problem(
        404, Sentence::en("Google is not set up"),
        Sentence::en("This server has no Google client. Its operator sets GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET."));
}

/// Where Google sends the browser afterwards; empty when nobody knows how a browser reaches this server.
QString redirectUri(const QString &publicUrl, const Caller &caller, const ServerRequest &request)
{
    const QString path = u"/auth/callback"_s;
    if (!publicUrl.isEmpty())
        return publicUrl + path;
    // The desktop's own server has no public address. What Host says is taken only on this machine and for a loopback
    // address; Google refuses every redirect that is not registered anyway.
    const QUrl self(u"http://"_s + QString::fromLatin1(request.headers.value("Host")), QUrl::StrictMode);
    const QString host = self.host();
    const bool isLoopback = host == "localhost"_L1 || QHostAddress(host).isLoopback();
    if (!caller.isLocal || !isLoopback || !self.path().isEmpty() || self.hasQuery() || !self.userInfo().isEmpty())
        return {};
    return self.toString() + path;
}

using Begun = std::variant<QUrl, ServerResponse>;

/// The address at Google for the host who asks, or the answer to who may not.
QCoro::Task<Begun> begin(ApiParts parts, ServerRequest request)
{
    // It decides whose calendar everybody's meetings go to.
    const auto caller = co_await identifyAdmin(&parts.engine.accounts(), request,
                                               Sentence::en("Only an admin may connect the calendar."));
    if (!caller)
        co_return Begun(caller.error());
    GoogleSignIn *google = parts.engine.google();
    if (google == nullptr)
        co_return Begun(notSetUp());
    const QString redirect = redirectUri(parts.engine.settings().publicUrl, *caller, request);
    if (redirect.isEmpty())
        co_return Begun(
            problem(409, Sentence::en("No way back"),
                    Sentence::en("Google must know how to send the browser back: the operator sets PUBLIC_URL.")));
    const auto url = co_await google->begin(redirect);
    if (!url)
        co_return Begun(toProblem(url.error()));
    co_return Begun(*url);
}

/// For programs, which open the address in a browser themselves.
QCoro::Task<ServerResponse> login(ApiParts parts, ServerRequest request)
{
    auto begun = co_await begin(parts, std::move(request));
    if (auto *refusal = std::get_if<ServerResponse>(&begun))
        co_return std::move(*refusal);
    co_return ServerResponse::json({{u"url"_s, QString::fromLatin1(std::get<QUrl>(begun).toEncoded())},
                                    {u"expires_in_seconds"_s, secondsToSignIn}});
}

QCoro::Task<ServerResponse> redirectToLogin(ApiParts parts, ServerRequest request)
{
    auto begun = co_await begin(parts, std::move(request));
    if (auto *refusal = std::get_if<ServerResponse>(&begun))
        co_return std::move(*refusal);
    ServerResponse response = ServerResponse::noContent();
    response.status = 302;
    response.headers.set("Location", std::get<QUrl>(begun).toEncoded());
    co_return response;
}

/// The words for a sign-in that did not come to its end for a reason that is not the person's.
ServerResponse failedPage(const Error &error)
{
    qCWarning(lcApi) << "a sign-in with Google failed:" << errorName(error.code) << error.detail;
    if (error.code == ErrorCode::InvalidInput || error.code == ErrorCode::Protocol)
        return page(502, u"Google did not connect"_s,
                    u"Google does not accept how this server is set up. Its log tells the operator more."_s);
    ServerResponse response = page(503, u"Google did not connect"_s,
                                   u"Something did not answer in time. Please begin again from ChatCal in a minute."_s);
    response.headers.set("Retry-After", "60");
    return response;
}

/// No token is needed here, and a browser that comes from Google has none: the state says whose sign-in it is.
QCoro::Task<ServerResponse> callback(ApiParts parts, ServerRequest request)
{
    GoogleSignIn *google = parts.engine.google();
    if (google == nullptr)
        co_return notSetUp();
    const GoogleSignIn::Return back{request.query.value(u"state").value_or(QString()),
                                    Secret(request.query.value(u"code").value_or(QString()).toUtf8()),
                                    request.query.value(u"error").value_or(QString())};
    // Without the browser's stop token: a code that is under way is exchanged even if the person closes the page.
    const auto outcome = co_await google->finish(back, {});
    if (!outcome)
        co_return failedPage(outcome.error());
    switch (*outcome) {
    case GoogleSignIn::Outcome::SignedIn:
        co_return page(200, u"Google Calendar is connected"_s,
                       u"ChatCal now keeps %1’s meetings there. You can close this page."_s.arg(
                           parts.engine.booking().host().name.toHtml()));
    case GoogleSignIn::Outcome::Denied:
        co_return page(
            403, u"Nothing was connected"_s,
            u"You did not allow it, so nothing has changed. You can begin again from ChatCal at any time."_s);
    case GoogleSignIn::Outcome::TooLittle:
        co_return page(403, u"A permission is missing"_s,
                       u"ChatCal needs both permissions: to see when you are busy, and to write meetings. Nothing was "
                       "connected. Please begin again from ChatCal and leave both ticked."_s);
    case GoogleSignIn::Outcome::Stale:
        break;
    }
    co_return page(400, u"This sign-in is over"_s,
                   u"It took longer than ten minutes, or this page was opened before. Please begin again from "
                   "ChatCal."_s);
}

QString stateName(GoogleGrant::State state)
{
    switch (state) {
    case GoogleGrant::State::SignedOut:
        return u"signed_out"_s;
    case GoogleGrant::State::SignedIn:
        return u"signed_in"_s;
    case GoogleGrant::State::Withdrawn:
        return u"withdrawn"_s;
    case GoogleGrant::State::Unreadable:
        return u"unreadable"_s;
    }
    Q_UNREACHABLE();
    return {};
}

QCoro::Task<ServerResponse> status(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identifyHost(&parts.engine.accounts(), request);
    if (!caller)
        co_return toProblem(caller.error());
    GoogleSignIn *google = parts.engine.google();
    if (google == nullptr)
        co_return ServerResponse::json({{u"configured"_s, false}, {u"state"_s, u"signed_out"_s}});
    const auto now = co_await google->status();
    if (!now)
        co_return toProblem(now.error());
    QJsonObject json{{u"configured"_s, true}, {u"state"_s, stateName(now->state)}};
    if (now->state != GoogleGrant::State::SignedOut)
        json.insert(u"since"_s, toRfc3339({now->since, parts.engine.booking().host().zone}));
    co_return ServerResponse::json(json);
}

QCoro::Task<ServerResponse> logout(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identifyAdmin(&parts.engine.accounts(), request,
                                               Sentence::en("Only an admin may disconnect the calendar."));
    if (!caller)
        co_return caller.error();
    GoogleSignIn *google = parts.engine.google();
    if (google == nullptr)
        co_return notSetUp();
    const auto told = co_await google->signOut({});
    if (!told)
        co_return toProblem(told.error());
    co_return ServerResponse::json({{u"state"_s, u"signed_out"_s}, {u"revoked_at_google"_s, *told}});
}

} // namespace

void addAuth(Router &router, ApiParts parts)
{
    const QString path = u"/auth/login"_s;
    router.route("GET", path, [parts](ServerRequest request) { return redirectToLogin(parts, std::move(request)); });
    router.route("POST", path, [parts](ServerRequest request) { return login(parts, std::move(request)); });
    router.route("GET", u"/auth/callback"_s,
                 [parts](ServerRequest request) { return callback(parts, std::move(request)); });
    router.route("GET", u"/auth/status"_s,
                 [parts](ServerRequest request) { return status(parts, std::move(request)); });
    router.route("POST", u"/auth/logout"_s,
                 [parts](ServerRequest request) { return logout(parts, std::move(request)); });
}

} // namespace ChatCal
