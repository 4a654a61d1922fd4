// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"
#include "core/mail/mailer.h"

#include <QString>

#include <chrono>
#include <memory>

namespace ChatCal {

struct SmtpOptions
{
    enum class Security {
        StartTls, ///< required: no mail and no password before the connection is encrypted (RFC 3207)
        Tls, ///< from the first byte (RFC 8314)
        None ///< to this machine only
    };

    QString server; ///< a host name or an address
    int port = 0; ///< 0: 587, with Tls 465, with None 25
    Security security = Security::StartTls;
    QString username; ///< empty: without signing in
    Secret password; ///< for AUTH PLAIN or LOGIN
    Secret bearer; ///< in place of a password: AUTH XOAUTH2 with this access token
    QString caFile; ///< PEM of the authorities to trust; empty: the system's
    QString helloName; ///< said in EHLO; empty: this machine's name
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(5);
    std::chrono::milliseconds timeout = std::chrono::seconds(30); ///< one mail, or one check, in all
    /// What a check or a mail found out is taken for true this long, so that asking for health costs no sign-in.
    std::chrono::milliseconds checkAgainAfter = std::chrono::seconds(60);
};

/// Mail by a server (RFC 5321) on libcurl, in threads of its own: curl waits for the answer to a mail, and for the one
/// to QUIT, in the middle of whatever loop it runs on. The certificate is always verified; a connection is kept for the
/// mails that follow. Error codes: Unauthorized (user name, password or sender are wrong), Protocol (certificate, no
/// STARTTLS, not a mail server), Unavailable (unreachable, too slow, or refused for now with 4xx), InvalidInput (this
/// mail refused for ever, with 5xx at RCPT or DATA), Timeout (outcome unknown), Cancelled.
class SmtpMailer final : public Mailer
{
public:
    /// InvalidInput, whose detail is a line for the operator, when @p options cannot work.
    [[nodiscard]] static Result<std::unique_ptr<SmtpMailer>> make(SmtpOptions options);
    /// Mails under way are broken off; their tasks end with Cancelled, or Timeout when the mail may have left.
    ~SmtpMailer() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool reachesPeople() const override { return true; }
    [[nodiscard]] QCoro::Task<Result<void>> send(MailMessage message, std::stop_token stop) override;
    /// Connects, encrypts, signs in and sends nothing. The error's detail says in one line what is wrong.
    [[nodiscard]] QCoro::Task<Result<void>> check(std::stop_token stop) override;

private:
    class Private;
    explicit SmtpMailer(SmtpOptions options);
    std::shared_ptr<Private> d; ///< shared with the tasks under way
};

} // namespace ChatCal
