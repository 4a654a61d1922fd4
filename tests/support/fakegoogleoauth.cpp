// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakegoogleoauth.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using Answer = FakeGoogleOAuth::Answer;

QString value(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

Answer failure(int status, const QString &error, const QString &description)
{
    return {status, {{u"error"_s, error}, {u"error_description"_s, description}}, {}};
}

bool isVerifier(const QString &text)
{
    // RFC 7636 §4.1: unreserved characters, 43 to 128.
    return text.size() >= 43 && text.size() <= 128 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c.isLetterOrNumber() && c.unicode() < 128) || u"-._~"_s.contains(c);
           });
}

} // namespace

const QString FakeGoogleOAuth::clientId = u"1234-fake.apps.googleusercontent.com"_s;
const QByteArray FakeGoogleOAuth::clientSecret = "GOCSPX-not-a-real-secret";

Answer FakeGoogleOAuth::authorize(const QUrlQuery &query)
{
    const QString redirect = value(query, u"redirect_uri"_s);
    // Errors that must not be told by a redirect: it might lead to a stranger.
    if (value(query, u"client_id"_s) != clientId)
        return failure(401, u"invalid_client"_s, u"The OAuth client was not found."_s);
    if (!m_redirects.contains(redirect))
        return failure(400, u"redirect_uri_mismatch"_s, u"The redirect URI is not registered."_s);
    if (value(query, u"response_type"_s) != "code"_L1)
        return failure(400, u"unsupported_response_type"_s, u"Only code."_s);
    if (value(query, u"scope"_s).isEmpty())
        return failure(400, u"invalid_request"_s, u"Missing required parameter: scope"_s);
    if (value(query, u"code_challenge_method"_s) != "S256"_L1 || value(query, u"code_challenge"_s).size() != 43)
        return failure(400, u"invalid_request"_s, u"Invalid code challenge."_s);
    QUrlQuery back;
    back.addQueryItem(u"state"_s, QString::fromLatin1(QUrl::toPercentEncoding(value(query, u"state"_s))));
    if (m_denies) {
        m_denies = false;
        back.addQueryItem(u"error"_s, u"access_denied"_s);
    } else {
        const QByteArray code = "4/0fake-" + QByteArray::number(++m_counter);
        Code issued{redirect, value(query, u"code_challenge"_s).toLatin1(), value(query, u"scope"_s).split(u' '),
                    value(query, u"access_type"_s) == "offline"_L1 && value(query, u"prompt"_s) == "consent"_L1};
        if (!m_onlyScopes.isEmpty())
            issued.scopes = m_onlyScopes;
        m_codes.insert(code, issued);
        back.addQueryItem(u"code"_s, QString::fromLatin1(QUrl::toPercentEncoding(QString::fromLatin1(code))));
        back.addQueryItem(u"scope"_s, QString::fromLatin1(QUrl::toPercentEncoding(issued.scopes.join(u' '))));
    }
    QUrl location(redirect);
    location.setQuery(back);
    return {302, {}, location};
}

Answer FakeGoogleOAuth::token(const QUrlQuery &form)
{
    if (m_failures > 0) {
        --m_failures;
        return failure(m_failureStatus, u"internal_failure"_s, u"Try again."_s);
    }
    if (value(form, u"client_id"_s) != clientId || value(form, u"client_secret"_s).toLatin1() != clientSecret)
        return failure(401, u"invalid_client"_s, u"Unauthorized"_s);
    const QString type = value(form, u"grant_type"_s);
    if (type == "authorization_code"_L1)
        return exchange(form);
    if (type == "refresh_token"_L1)
        return refresh(form);
    return failure(400, u"unsupported_grant_type"_s, u"Invalid grant_type: "_s + type);
}

Answer FakeGoogleOAuth::exchange(const QUrlQuery &form)
{
    const QByteArray code = value(form, u"code"_s).toLatin1();
    if (!m_codes.contains(code))
        return failure(400, u"invalid_grant"_s, u"Malformed auth code."_s);
    const Code issued = m_codes.take(code); // once, also when what follows is wrong
    if (value(form, u"redirect_uri"_s) != issued.redirect)
        return failure(400, u"redirect_uri_mismatch"_s, u"Bad Request"_s);
    const QString verifier = value(form, u"code_verifier"_s);
    const QByteArray challenge = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256)
                                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (!isVerifier(verifier) || challenge != issued.challenge)
        return failure(400, u"invalid_grant"_s, u"Invalid code verifier."_s);
    QJsonObject json{{u"access_token"_s, QString::fromLatin1(makeAccessToken(issued.scopes))},
                     {u"expires_in"_s, 3599},
                     {u"scope"_s, issued.scopes.join(u' ')},
                     {u"token_type"_s, u"Bearer"_s}};
    if (issued.isOffline)
        json.insert(u"refresh_token"_s, QString::fromLatin1(makeRefreshToken(issued.scopes)));
    return {200, json, {}};
}

Answer FakeGoogleOAuth::refresh(const QUrlQuery &form)
{
    const QByteArray token = value(form, u"refresh_token"_s).toLatin1();
    const auto scopes = m_refresh.constFind(token);
    if (scopes == m_refresh.cend())
        return failure(400, u"invalid_grant"_s, u"Token has been expired or revoked."_s);
    ++m_refreshes;
    return {200,
            {{u"access_token"_s, QString::fromLatin1(makeAccessToken(*scopes))},
             {u"expires_in"_s, 3599},
             {u"scope"_s, scopes->join(u' ')},
             {u"token_type"_s, u"Bearer"_s}},
            {}};
}

Answer FakeGoogleOAuth::revoke(const QUrlQuery &form)
{
    const QByteArray token = value(form, u"token"_s).toLatin1();
    if (!m_refresh.contains(token) && !m_access.contains(token))
        return failure(400, u"invalid_token"_s, u"Token expired or revoked"_s);
    withdraw();
    return {200, {}, {}};
}

void FakeGoogleOAuth::withdraw()
{
    m_refresh.clear();
    m_access.clear();
}

void FakeGoogleOAuth::failTokens(int status, int times)
{
    m_failureStatus = status;
    m_failures = times;
}

FakeGoogleOAuth::Scope FakeGoogleOAuth::allows(const QByteArray &accessToken, const QStringList &scopes) const
{
    const auto known = m_access.constFind(accessToken);
    if (known == m_access.cend())
        return Scope::None;
    const QString prefix = u"https://www.googleapis.com/auth/"_s;
    const bool isGood = std::any_of(scopes.begin(), scopes.end(),
                                    [&](const QString &scope) { return known->contains(prefix + scope); });
    return isGood ? Scope::Good : Scope::Wrong;
}

QByteArray FakeGoogleOAuth::makeAccessToken(const QStringList &scopes)
{
    const QByteArray token = "ya29.fake-access-" + QByteArray::number(++m_counter);
    m_access.insert(token, scopes);
    return token;
}

QByteArray FakeGoogleOAuth::makeRefreshToken(const QStringList &scopes)
{
    const QByteArray token = "1//fake-refresh-" + QByteArray::number(++m_counter);
    m_refresh.insert(token, scopes);
    return token;
}

} // namespace ChatCal
