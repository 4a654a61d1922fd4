// SPDX-License-Identifier: Apache-2.0
#include "core/mail/smtpmailer.h"

#include "core/mail/smtptransfer_p.h"

#include <QCoroFuture>

#include <QFileInfo>
#include <QFuture>
#include <QPromise>
#include <QThreadPool>
#include <QUrl>

#include <arpa/inet.h>

#include <mutex>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

bool isThisMachine(const QString &server)
{
    // curl and RFC 6761 take "localhost" for the loopback address whatever the resolver says.
    if (server.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || server == "::1"_L1)
        return true;
    in_addr address{};
    return inet_pton(AF_INET, server.toLatin1().constData(), &address) == 1 && ntohl(address.s_addr) >> 24 == 127;
}

int usualPort(SmtpOptions::Security security)
{
    switch (security) {
    case SmtpOptions::Security::Tls:
        return 465;
    case SmtpOptions::Security::None:
        return 25;
    case SmtpOptions::Security::StartTls:
        break;
    }
    return 587;
}

Result<void> checkOptions(const SmtpOptions &options)
{
    QUrl url;
    url.setHost(options.server, QUrl::StrictMode);
    if (options.server.isEmpty() || url.host().isEmpty())
        return failure(ErrorCode::InvalidInput, u"SMTP_SERVER is not a host name"_s);
    if (options.port < 1 || options.port > 65535)
        return failure(ErrorCode::InvalidInput, u"SMTP_PORT is not between 1 and 65535"_s);
    if (options.security == SmtpOptions::Security::None && !isThisMachine(options.server))
        return failure(ErrorCode::InvalidInput,
                       u"SMTP_SECURITY=none is only for a mail server on this machine (localhost, 127.0.0.1, ::1)"_s);
    const bool hasKey = !options.password.isEmpty() || !options.bearer.isEmpty();
    if (hasKey == options.username.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       hasKey ? u"SMTP_PASSWORD is set without SMTP_USERNAME"_s
                              : u"SMTP_USERNAME is set without SMTP_PASSWORD"_s);
    if (options.password.reveal().contains('\0') || options.username.contains(QChar(u'\0')))
        return failure(ErrorCode::InvalidInput, u"SMTP_USERNAME or SMTP_PASSWORD holds a NUL"_s);
    if (!options.caFile.isEmpty() && !QFileInfo(options.caFile).isReadable())
        return failure(ErrorCode::InvalidInput, u"the file of certificate authorities for SMTP cannot be read"_s);
    return {};
}

void initialiseCurl()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

constexpr int mostThreads = 3; ///< mails of different partitions, and a check beside them

} // namespace

class SmtpMailer::Private
{
public:
    explicit Private(SmtpOptions chosen) : options(std::move(chosen)) { threads.setMaxThreadCount(mostThreads); }

    /// In a thread of its own; @p stop breaks it off.
    [[nodiscard]] QFuture<Result<void>> start(std::optional<MailMessage> message, std::stop_token stop);
    void learn(const Result<void> &outcome);

    const SmtpOptions options;
    std::stop_source gone;
    struct Known
    {
        std::chrono::steady_clock::time_point at;
        Result<void> outcome;
    };
    std::optional<Known> known;

private:
    [[nodiscard]] std::unique_ptr<SmtpSession> takeSession();

    std::mutex m_mutex;
    std::vector<std::unique_ptr<SmtpSession>> m_idle;

public:
    QThreadPool threads; ///< last: its end waits for those who use the rest
};

std::unique_ptr<SmtpSession> SmtpMailer::Private::takeSession()
{
    const std::lock_guard guard(m_mutex);
    if (m_idle.empty())
        return std::make_unique<SmtpSession>();
    auto session = std::move(m_idle.back());
    m_idle.pop_back();
    return session;
}

QFuture<Result<void>> SmtpMailer::Private::start(std::optional<MailMessage> message, std::stop_token stop)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    auto future = promise->future();
    threads.start([this, promise, message = std::move(message), stop = std::move(stop)] {
        std::stop_source either;
        const auto end = [&either] { either.request_stop(); };
        const std::stop_callback byCaller(stop, end);
        const std::stop_callback byOwner(gone.get_token(), end);
        auto session = takeSession();
        const auto outcome = SmtpTransfer::run(options, message, *session, either.get_token());
        {
            const std::lock_guard guard(m_mutex);
            m_idle.push_back(std::move(session));
        }
        promise->addResult(outcome);
        promise->finish();
    });
    return future;
}

/// A mail that was refused for itself says that the server is well.
void SmtpMailer::Private::learn(const Result<void> &outcome)
{
    if (!outcome && outcome.error().code == ErrorCode::Cancelled)
        return;
    const bool isWell = outcome || outcome.error().code == ErrorCode::InvalidInput;
    known = Known{std::chrono::steady_clock::now(), isWell ? Result<void>() : outcome};
}

Result<std::unique_ptr<SmtpMailer>> SmtpMailer::make(SmtpOptions options)
{
    options.server = options.server.trimmed();
    if (options.port == 0)
        options.port = usualPort(options.security);
    if (const auto checked = checkOptions(options); !checked)
        return tl::unexpected(checked.error());
    initialiseCurl();
    return std::unique_ptr<SmtpMailer>(new SmtpMailer(std::move(options)));
}

SmtpMailer::SmtpMailer(SmtpOptions options) : d(std::make_shared<Private>(std::move(options)))
{
}

SmtpMailer::~SmtpMailer()
{
    d->gone.request_stop();
    d->threads.waitForDone();
}

QString SmtpMailer::name() const
{
    return u"smtp"_s;
}

QCoro::Task<Result<void>> SmtpMailer::send(MailMessage message, std::stop_token stop)
{
    const auto work = d;
    const auto future = work->start(std::move(message), std::move(stop));
    const auto outcome = co_await future;
    work->learn(outcome);
    co_return outcome;
}

QCoro::Task<Result<void>> SmtpMailer::check(std::stop_token stop)
{
    const auto work = d;
    if (work->known && std::chrono::steady_clock::now() - work->known->at < work->options.checkAgainAfter)
        co_return Result<void>(work->known->outcome);
    const auto future = work->start(std::nullopt, std::move(stop));
    const auto outcome = co_await future;
    work->learn(outcome);
    co_return outcome;
}

} // namespace ChatCal
