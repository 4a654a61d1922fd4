// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/mail/testmail.h"
#include "server/api/caller.h"
#include "server/api/problem.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QJsonObject outcome(const QString &name, const QString &to, const QString &detail = {})
{
    QJsonObject json{{u"outcome"_s, name}, {u"to"_s, to}};
    if (!detail.isEmpty())
        json.insert(u"detail"_s, detail);
    return json;
}

/// A mail to the host and nobody else, sent at once and not by the outbox, so that its outcome can be told.
QCoro::Task<ServerResponse> testMail(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identifyAdmin(&parts.engine.accounts(), request,
                                               Sentence::en("Only an admin may look after the mail."));
    if (!caller)
        co_return caller.error();
    const Host host = parts.engine.booking().host();
    if (host.email.isEmpty())
        co_return ServerResponse::json(outcome(u"no_address"_s, {}));
    Mailer &mailer = parts.engine.mailer();
    const Mailbox from = parts.engine.booking().options().mailFrom;
    MailMessage mail = composeTestMail(Mailbox{host.name, host.email}, from, parts.engine.clock().now());
    const auto sent = co_await mailer.send(std::move(mail), {});
    if (!sent)
        co_return ServerResponse::json(outcome(u"failed"_s, host.email, sent.error().detail));
    co_return ServerResponse::json(outcome(mailer.reachesPeople() ? u"sent"_s : u"kept"_s, host.email));
}

} // namespace

void addMailTest(Router &router, ApiParts parts)
{
    router.route("POST", u"/api/v1/mail/test"_s,
                 [parts](ServerRequest request) { return testMail(parts, std::move(request)); });
}

} // namespace ChatCal
