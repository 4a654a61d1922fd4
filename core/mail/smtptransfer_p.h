// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mail/smtpanswer_p.h"
#include "core/mail/smtpmailer.h"
#include "core/net/curlloop.h"

#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace ChatCal {

/// A curl handle with the connection it keeps; used by one thread at a time.
class SmtpSession
{
public:
    SmtpSession();
    ~SmtpSession(); ///< the connection ends without waiting for anybody

    [[nodiscard]] CURL *handle() const { return m_easy.get(); }
    /// Ends all connections of the session at once, from any thread.
    void hangUp();

    static curl_socket_t onOpen(void *session, curlsocktype purpose, curl_sockaddr *address);
    static int onClose(void *session, curl_socket_t socket);

private:
    std::mutex m_mutex;
    std::vector<curl_socket_t> m_sockets;
    CurlEasy m_easy; ///< after the sockets: it closes them
};

/// One conversation with the server, for one mail or for a check: what curl is told, and what follows from where the
/// conversation ended. Blocks its thread.
class SmtpTransfer
{
public:
    /// Without @p message it is a check. InvalidInput when the message is none that may be sent.
    [[nodiscard]] static Result<void> run(const SmtpOptions &options, const std::optional<MailMessage> &message,
                                          SmtpSession &session, const std::stop_token &stop);

private:
    SmtpTransfer(const SmtpOptions &options, const std::optional<MailMessage> &message, SmtpSession &session,
                 std::stop_token stop);
    void setConnection();
    void setSignIn();
    [[nodiscard]] bool setMail();
    [[nodiscard]] Result<void> outcomeOf(CURLcode code) const;
    [[nodiscard]] Result<void> failedBy(CURLcode code) const;

    static int onTrace(CURL *handle, curl_infotype type, char *data, size_t size, void *transfer);
    static size_t onAnswer(char *data, size_t size, size_t count, void *transfer);
    static size_t onWanted(char *buffer, size_t size, size_t count, void *transfer);
    static int onProgress(void *transfer, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

    [[nodiscard]] bool isConnecting() const; ///< not even a connection yet
    [[nodiscard]] bool needsUtf8() const;
    [[nodiscard]] bool lacksUtf8() const;
    /// The whole mail was handed over and the server has not said what became of it.
    [[nodiscard]] bool isOutcomeUnknown() const;
    [[nodiscard]] tl::unexpected<Error> wrong(ErrorCode code, const QString &what) const;

    const SmtpOptions &m_options;
    const std::optional<MailMessage> &m_message;
    SmtpSession &m_session;
    CURL *m_easy;
    std::stop_token m_stop;
    std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
    CurlList m_recipients;
    SmtpAnswer m_answer;
    qsizetype m_given = 0; ///< bytes of the message curl took
    char m_curlWords[CURL_ERROR_SIZE] = {};
};

} // namespace ChatCal
