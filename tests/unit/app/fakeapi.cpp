// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/app/fakeapi.h"

#include "core/base/json.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QCoro::Task<ServerResponse> answer(ServerResponse response)
{
    co_return response;
}

} // namespace

FakeApi::FakeApi()
{
    Router router;
    router.route("POST", u"/api/v1/quick-book"_s,
                 [this](ServerRequest request) { return quickBook(std::move(request)); });
    router.route("GET", u"/api/v1/agenda"_s, [this](const ServerRequest &request) {
        return answer(isAuthorized(request) ? ServerResponse::json(agenda) : problemResponse(401, u"no token"_s));
    });
    m_server = std::make_unique<HttpServer>(std::move(router));
    const auto port = orDie(m_server->listen(QHostAddress(QHostAddress::LocalHost), 0), "a free port");
    m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
}

bool FakeApi::isAuthorized(const ServerRequest &request) const
{
    return request.headers.value("Authorization") == "Bearer " + token().reveal();
}

QCoro::Task<ServerResponse> FakeApi::quickBook(ServerRequest request)
{
    if (!isAuthorized(request))
        co_return problemResponse(401, u"no token"_s);
    const auto body = parseJsonObject(request.body);
    if (!body || !body->value("text"_L1).isString())
        co_return problemResponse(400, u"text is missing"_s);
    const QString text = body->value("text"_L1).toString();
    if (!body->value("commit"_L1).toBool()) {
        texts.append(text);
        co_return ServerResponse::json(preview);
    }
    booked.append(text);
    keys.append(QString::fromLatin1(request.headers.value("Idempotency-Key")));
    co_return ServerResponse::json(outcome, outcomeStatus);
}

} // namespace ChatCal
