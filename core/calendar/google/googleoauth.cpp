// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/google/googleoauth.h"

#include "core/base/json.h"
#include "core/net/retry.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr auto requestTimeout = 4s;
constexpr int mostRefreshes = 2;
constexpr auto refreshPause = 300ms;

QByteArray encoded(const QList<QPair<QByteArray, QByteArray>> &form)
{
    QByteArray text;
    for (const auto &[name, value] : form)
        text += (text.isEmpty() ? "" : "&") + name + '=' + value.toPercentEncoding();
    return text;
}

HttpRequest post(const QUrl &url, const QByteArray &form)
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    request.body = form;
    request.timeout = requestTimeout;
    request.connectTimeout = requestTimeout;
    request.maximumBody = 64 * 1024;
    return request;
}

/// RFC 6749 §5.2 names the error in the body.
Error errorOf(const HttpResponse &response, const Clock &clock)
{
    const auto json = parseJsonObject(response.body);
    const QString name = json ? (*json)["error"_L1].toString() : QString();
    if (name == "invalid_grant"_L1)
        return {ErrorCode::Unauthorized, u"Google no longer honours the grant"_s, {}, {}};
    const auto status = checkStatus(response, clock);
    Error error = status ? Error{ErrorCode::Protocol, u"an unexpected answer"_s, {}, {}} : status.error();
    if (error.code == ErrorCode::Unauthorized || error.code == ErrorCode::InvalidInput) {
        error.code = ErrorCode::InvalidInput;
        error.detail = u"Google refuses this client; GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET and the registered "
                       "redirect URI must fit together"_s;
    }
    static const QStringList known{u"invalid_client"_s, u"unauthorized_client"_s, u"redirect_uri_mismatch"_s,
                                   u"invalid_request"_s, u"invalid_token"_s};
    if (known.contains(name))
        error.detail += u" ("_s + name + u')';
    return error;
}

QCoro::Task<Result<GoogleTokens>> askForTokens(QPointer<HttpClient> http, HttpRequest request, const Clock *clock,
                                               std::stop_token stop)
{
    if (!http)
        co_return failure(ErrorCode::Cancelled, u"the HTTP client is gone"_s);
    const auto response = co_await http->send(std::move(request), std::move(stop));
    if (!response)
        co_return tl::unexpected(response.error());
    if (!response->isSuccess())
        co_return tl::unexpected(errorOf(*response, *clock));
    const auto json = parseJsonObject(response->body);
    const QByteArray access = json ? (*json)["access_token"_L1].toString().toLatin1() : QByteArray();
    const int lifetime = json ? (*json)["expires_in"_L1].toInt() : 0;
    if (access.isEmpty() || lifetime <= 0)
        co_return failure(ErrorCode::Protocol, u"Google's token endpoint gave no token"_s);
    GoogleTokens tokens;
    tokens.access = Secret(access);
    tokens.expiresAt = clock->now() + std::chrono::seconds(lifetime);
    tokens.refresh = Secret((*json)["refresh_token"_L1].toString().toLatin1());
    tokens.scopes = (*json)["scope"_L1].toString().split(u' ', Qt::SkipEmptyParts);
    co_return tokens;
}

} // namespace

GoogleOAuth::GoogleOAuth(GoogleClient client, HttpClient &http, const Clock &clock)
    : m_client(std::move(client)), m_http(&http), m_clock(&clock)
{
}

const QStringList &GoogleOAuth::scopes()
{
    static const QStringList needed{u"https://www.googleapis.com/auth/calendar.events"_s,
                                    u"https://www.googleapis.com/auth/calendar.freebusy"_s};
    return needed;
}

QUrl GoogleOAuth::endpoint(const QString &path, const QString &googles) const
{
    if (m_client.base.isEmpty())
        return QUrl(googles);
    QUrl url = m_client.base;
    QString base = url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + path);
    return url;
}

GoogleOAuth::Form GoogleOAuth::withClient(Form form) const
{
    form.emplaceBack("client_id", m_client.id.toUtf8());
    form.emplaceBack("client_secret", m_client.secret.reveal());
    return form;
}

QUrl GoogleOAuth::consentUrl(const QString &redirectUri, const QString &state, const Secret &verifier) const
{
    const QByteArray challenge = QCryptographicHash::hash(verifier.reveal(), QCryptographicHash::Sha256)
                                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QUrl url = endpoint(u"/o/oauth2/v2/auth"_s, u"https://accounts.google.com/o/oauth2/v2/auth"_s);
    const Form query{{"client_id", m_client.id.toUtf8()}, {"redirect_uri", redirectUri.toUtf8()},
                     {"response_type", "code"},           {"scope", scopes().join(u' ').toUtf8()},
                     {"access_type", "offline"},          {"prompt", "consent"},
                     {"state", state.toUtf8()},           {"code_challenge", challenge},
                     {"code_challenge_method", "S256"}};
    url.setQuery(QString::fromLatin1(encoded(query)), QUrl::StrictMode);
    return url;
}

QCoro::Task<Result<GoogleTokens>> GoogleOAuth::exchange(Secret code, Secret verifier, QString redirectUri,
                                                        std::stop_token stop) const
{
    const Form form = withClient({{"grant_type", "authorization_code"},
                                  {"code", code.reveal()},
                                  {"code_verifier", verifier.reveal()},
                                  {"redirect_uri", redirectUri.toUtf8()}});
    const QUrl url = endpoint(u"/token"_s, u"https://oauth2.googleapis.com/token"_s);
    return askForTokens(m_http, post(url, encoded(form)), m_clock, std::move(stop));
}

QCoro::Task<Result<GoogleTokens>> GoogleOAuth::refresh(Secret refreshToken, std::stop_token stop) const
{
    const Form form = withClient({{"grant_type", "refresh_token"}, {"refresh_token", refreshToken.reveal()}});
    const QUrl url = endpoint(u"/token"_s, u"https://oauth2.googleapis.com/token"_s);
    const HttpRequest request = post(url, encoded(form));
    const QPointer<HttpClient> http = m_http;
    const Clock *clock = m_clock;
    for (int attempt = 1;; ++attempt) {
        const auto tokens = co_await askForTokens(http, request, clock, stop);
        if (tokens || attempt >= mostRefreshes || !isWorthRetrying(tokens.error().code))
            co_return tokens;
        const bool waited = co_await pauseFor(refreshPause, stop);
        if (!waited)
            co_return tokens;
    }
}

QCoro::Task<Result<void>> GoogleOAuth::revoke(Secret token, std::stop_token stop) const
{
    const QUrl url = endpoint(u"/revoke"_s, u"https://oauth2.googleapis.com/revoke"_s);
    const Clock *clock = m_clock;
    if (!m_http)
        co_return failure(ErrorCode::Cancelled, u"the HTTP client is gone"_s);
    const auto response = co_await m_http->send(post(url, encoded({{"token", token.reveal()}})), std::move(stop));
    if (!response)
        co_return tl::unexpected(response.error());
    if (!response->isSuccess() && response->status != 400) // 400: it holds no longer, which is what was wanted
        co_return tl::unexpected(errorOf(*response, *clock));
    co_return Result<void>();
}

} // namespace ChatCal
