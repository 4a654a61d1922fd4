// SPDX-License-Identifier: Apache-2.0
#include "core/mail/smtptransfer_p.h"

#include <QRegularExpression>
#include <QSysInfo>
#include <QUrl>

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// An idle connection older than this is not used again: the server may be about to close it.
constexpr long oldestIdle = 20;

long toLong(std::chrono::milliseconds time)
{
    return std::max(static_cast<long>(time.count()), 1L);
}

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

/// One address of an envelope: nothing in it may end the command it stands in.
bool isEnvelopeAddress(const QString &address)
{
    const bool clean = std::none_of(address.cbegin(), address.cend(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control || c == u'<' || c == u'>' || c == u'"';
    });
    const qsizetype at = address.lastIndexOf(u'@');
    return clean && at > 0 && at + 1 < address.size() && address.size() <= 254 && address.isValidUtf16();
}

/// A line feed without its carriage return, or the other way round, is read as a line end by some servers and not by
/// others, and what is a dot on a line of its own to one of them ends the mail and begins commands ("SMTP smuggling").
bool hasWholeLineEnds(const QByteArray &data)
{
    for (qsizetype i = 0; i < data.size(); ++i) {
        const char c = data[i];
        if (c == '\0' || (c == '\n' && (i == 0 || data[i - 1] != '\r'))
            || (c == '\r' && (i + 1 == data.size() || data[i + 1] != '\n')))
            return false;
    }
    return data.endsWith("\r\n");
}

QString ownName(const SmtpOptions &options)
{
    static const QRegularExpression name(u"^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$"_s);
    for (const QString &candidate : {options.helloName, QSysInfo::machineHostName()}) {
        if (name.match(candidate).hasMatch())
            return candidate;
    }
    return u"localhost"_s;
}

Result<void> checkMessage(const MailMessage &message)
{
    if (message.messageId.isEmpty() || message.data.isEmpty())
        return failure(ErrorCode::InvalidInput, u"a mail without an id or without a body"_s);
    if (!isEnvelopeAddress(message.from))
        return failure(ErrorCode::InvalidInput, u"the sender's address cannot stand in an envelope"_s);
    if (!isEnvelopeAddress(message.to))
        return failure(ErrorCode::InvalidInput, u"the recipient's address cannot stand in an envelope"_s);
    if (!hasWholeLineEnds(message.data))
        return failure(ErrorCode::InvalidInput, u"a mail with a line that does not end in CR LF"_s);
    return {};
}

} // namespace

SmtpSession::SmtpSession() : m_easy(curl_easy_init())
{
}

SmtpSession::~SmtpSession()
{
    hangUp(); // or curl would say QUIT and wait for the answer
}

void SmtpSession::hangUp()
{
    const std::lock_guard guard(m_mutex);
    for (const curl_socket_t socket : m_sockets)
        ::shutdown(socket, SHUT_RDWR);
}

curl_socket_t SmtpSession::onOpen(void *session, curlsocktype, curl_sockaddr *address)
{
    auto *self = static_cast<SmtpSession *>(session);
    const curl_socket_t made = ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    if (made == CURL_SOCKET_BAD)
        return made;
    const std::lock_guard guard(self->m_mutex);
    self->m_sockets.push_back(made);
    return made;
}

int SmtpSession::onClose(void *session, curl_socket_t socket)
{
    auto *self = static_cast<SmtpSession *>(session);
    const std::lock_guard guard(self->m_mutex); // a closed number may be somebody else's socket a moment later
    std::erase(self->m_sockets, socket);
    return ::close(socket);
}

SmtpTransfer::SmtpTransfer(const SmtpOptions &options, const std::optional<MailMessage> &message, SmtpSession &session,
                           std::stop_token stop)
    : m_options(options), m_message(message), m_session(session), m_easy(session.handle()), m_stop(std::move(stop))
{
}

Result<void> SmtpTransfer::run(const SmtpOptions &options, const std::optional<MailMessage> &message,
                               SmtpSession &session, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled, u"cancelled before it began"_s);
    if (message) {
        if (auto checked = checkMessage(*message); !checked)
            return checked;
    }
    if (!session.handle())
        return failure(ErrorCode::Internal, u"out of memory"_s);
    SmtpTransfer transfer(options, message, session, stop);
    curl_easy_reset(session.handle()); // keeps the connection
    transfer.setConnection();
    transfer.setSignIn();
    if (!transfer.setMail())
        return failure(ErrorCode::Internal, u"out of memory"_s);
    // Wakes a thread that waits for the server.
    const std::stop_callback whenStopped(stop, [&session] { session.hangUp(); });
    return transfer.outcomeOf(curl_easy_perform(session.handle()));
}

void SmtpTransfer::setConnection()
{
    const bool tls = m_options.security == SmtpOptions::Security::Tls;
    QUrl url;
    url.setScheme(tls ? u"smtps"_s : u"smtp"_s);
    url.setHost(m_options.server);
    url.setPort(m_options.port);
    url.setPath(u'/' + ownName(m_options)); // curl says the path in EHLO
    curl_easy_setopt(m_easy, CURLOPT_URL, url.toEncoded().constData());
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, tls ? "smtps" : "smtp");
    if (m_options.security == SmtpOptions::Security::StartTls)
        curl_easy_setopt(m_easy, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    curl_easy_setopt(m_easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!m_options.caFile.isEmpty()) {
        curl_easy_setopt(m_easy, CURLOPT_CAINFO, m_options.caFile.toLocal8Bit().constData());
        curl_easy_setopt(m_easy, CURLOPT_CAPATH, nullptr); // these authorities and no others
    }
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_easy, CURLOPT_PROXY, ""); // an environment's proxy is for the web
    curl_easy_setopt(m_easy, CURLOPT_TIMEOUT_MS, toLong(m_options.timeout));
    // curl counts greeting and sign-in as connecting, and some servers make one wait for the greeting: the short
    // deadline, of the connection alone, is onProgress()'s.
    curl_easy_setopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS, toLong(m_options.timeout));
    curl_easy_setopt(m_easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, std::max(toLong(m_options.timeout) / 1000, 1L));
    curl_easy_setopt(m_easy, CURLOPT_MAXAGE_CONN, oldestIdle);
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_curlWords);
    curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, &SmtpTransfer::onAnswer);
    curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_VERBOSE, 1L); // to the callback, which looks at commands and keeps nothing
    curl_easy_setopt(m_easy, CURLOPT_DEBUGFUNCTION, &SmtpTransfer::onTrace);
    curl_easy_setopt(m_easy, CURLOPT_DEBUGDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(m_easy, CURLOPT_XFERINFOFUNCTION, &SmtpTransfer::onProgress);
    curl_easy_setopt(m_easy, CURLOPT_XFERINFODATA, this);
    curl_easy_setopt(m_easy, CURLOPT_OPENSOCKETFUNCTION, &SmtpSession::onOpen);
    curl_easy_setopt(m_easy, CURLOPT_OPENSOCKETDATA, &m_session);
    curl_easy_setopt(m_easy, CURLOPT_CLOSESOCKETFUNCTION, &SmtpSession::onClose);
    curl_easy_setopt(m_easy, CURLOPT_CLOSESOCKETDATA, &m_session);
}

void SmtpTransfer::setSignIn()
{
    if (m_options.username.isEmpty())
        return;
    curl_easy_setopt(m_easy, CURLOPT_USERNAME, m_options.username.toUtf8().constData());
    if (m_options.bearer.isEmpty()) {
        curl_easy_setopt(m_easy, CURLOPT_PASSWORD, m_options.password.reveal().constData());
        curl_easy_setopt(m_easy, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
    } else {
        curl_easy_setopt(m_easy, CURLOPT_XOAUTH2_BEARER, m_options.bearer.reveal().constData());
        curl_easy_setopt(m_easy, CURLOPT_LOGIN_OPTIONS, "AUTH=XOAUTH2");
    }
}

bool SmtpTransfer::setMail()
{
    if (!m_message) {
        curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, "NOOP");
        curl_easy_setopt(m_easy, CURLOPT_NOBODY, 1L);
        curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, 1L); // an old one would prove nothing
        return true;
    }
    if (needsUtf8())
        curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, 1L); // for its EHLO, which tells whether it can
    m_recipients.reset(curl_slist_append(nullptr, m_message->to.toUtf8().constData()));
    curl_easy_setopt(m_easy, CURLOPT_MAIL_FROM, m_message->from.toUtf8().constData());
    curl_easy_setopt(m_easy, CURLOPT_MAIL_RCPT, m_recipients.get());
    curl_easy_setopt(m_easy, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(m_easy, CURLOPT_READFUNCTION, &SmtpTransfer::onWanted);
    curl_easy_setopt(m_easy, CURLOPT_READDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(m_message->data.size()));
    return m_recipients != nullptr;
}

int SmtpTransfer::onTrace(CURL *, curl_infotype type, char *data, size_t size, void *transfer)
{
    if (type != CURLINFO_HEADER_OUT)
        return 0;
    auto *self = static_cast<SmtpTransfer *>(transfer);
    QByteArrayView line(data, static_cast<qsizetype>(size));
    if (line.endsWith("\r\n"))
        line.chop(2);
    self->m_answer.noteCommand(line);
    if (self->m_answer.hasQuit())
        self->m_session.hangUp(); // it was said; curl would wait for the answer
    return 0;
}

size_t SmtpTransfer::onAnswer(char *data, size_t size, size_t count, void *transfer)
{
    const size_t length = size * count;
    auto *self = static_cast<SmtpTransfer *>(transfer);
    self->m_answer.noteAnswer(QByteArrayView(data, static_cast<qsizetype>(length)));
    return self->lacksUtf8() ? 0 : length; // 0 ends the conversation
}

size_t SmtpTransfer::onWanted(char *buffer, size_t size, size_t count, void *transfer)
{
    auto *self = static_cast<SmtpTransfer *>(transfer);
    self->m_answer.noteBody();
    const qsizetype left = self->m_message->data.size() - self->m_given;
    const qsizetype taken = std::min(left, static_cast<qsizetype>(size * count));
    std::memcpy(buffer, self->m_message->data.constData() + self->m_given, static_cast<size_t>(taken));
    self->m_given += taken;
    return static_cast<size_t>(taken);
}

/// Called at least once a second. Not 0: it ends.
int SmtpTransfer::onProgress(void *transfer, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto *self = static_cast<const SmtpTransfer *>(transfer);
    const bool isLate =
        self->isConnecting() && std::chrono::steady_clock::now() - self->m_begun > self->m_options.connectTimeout;
    return self->m_stop.stop_requested() || isLate ? 1 : 0;
}

bool SmtpTransfer::needsUtf8() const
{
    return m_message && (!isAscii(m_message->to) || !isAscii(m_message->from));
}

bool SmtpTransfer::lacksUtf8() const
{
    const bool isFinalHello =
        m_answer.isHelloDone() && (m_options.security != SmtpOptions::Security::StartTls || m_answer.hasStartedTls());
    return isFinalHello && needsUtf8() && !m_answer.offersUtf8();
}

bool SmtpTransfer::isConnecting() const
{
    curl_off_t connected = 0;
    curl_easy_getinfo(m_easy, CURLINFO_CONNECT_TIME_T, &connected);
    return m_answer.stage() == SmtpStage::Connect && connected == 0;
}

bool SmtpTransfer::isOutcomeUnknown() const
{
    return m_message && m_answer.stage() == SmtpStage::Body && m_given == m_message->data.size()
        && !m_answer.hasAnsweredBody();
}

tl::unexpected<Error> SmtpTransfer::wrong(ErrorCode code, const QString &what) const
{
    return failure(code, u"%1:%2 %3"_s.arg(m_options.server).arg(m_options.port).arg(what));
}

Result<void> SmtpTransfer::outcomeOf(CURLcode code) const
{
    if (m_answer.hasTakenBody())
        return {}; // accepted, whatever happened to the connection then
    if (code == CURLE_OK && !m_message && !m_options.username.isEmpty() && !m_answer.offersSignIn())
        return wrong(ErrorCode::Unauthorized, u"offers no way to sign in; leave SMTP_USERNAME empty"_s);
    if (code == CURLE_OK)
        return {};
    if (isOutcomeUnknown())
        return wrong(ErrorCode::Timeout, u"took the whole mail and did not say what became of it"_s);
    if (m_answer.isRefusal()) {
        const Error refusal = m_answer.refusal(!m_options.username.isEmpty());
        return wrong(refusal.code, refusal.detail);
    }
    if (m_stop.stop_requested())
        return wrong(ErrorCode::Cancelled, u"was left: cancelled"_s);
    if (lacksUtf8())
        return wrong(ErrorCode::InvalidInput, u"takes no address with letters outside ASCII (no SMTPUTF8)"_s);
    return failedBy(code);
}

/// Nobody refused: the connection, its encryption or curl did.
Result<void> SmtpTransfer::failedBy(CURLcode code) const
{
    const QString words = QString::fromUtf8(m_curlWords[0] != '\0' ? m_curlWords : curl_easy_strerror(code));
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_ABORTED_BY_CALLBACK:
        return wrong(ErrorCode::Unavailable, isConnecting() ? u"cannot be reached in time"_s : u"answers too slowly"_s);
    case CURLE_COULDNT_RESOLVE_HOST:
        return wrong(ErrorCode::Unavailable, u"has no address; is the name right?"_s);
    case CURLE_COULDNT_CONNECT:
        return wrong(ErrorCode::Unavailable, u"cannot be reached; are server and port right?"_s);
    case CURLE_PEER_FAILED_VERIFICATION:
        return wrong(ErrorCode::Protocol, u"has a certificate that does not hold: "_s + words);
    case CURLE_USE_SSL_FAILED:
        return wrong(ErrorCode::Protocol, u"offers no STARTTLS; with port 465 set SMTP_SECURITY=tls"_s);
    case CURLE_SSL_CONNECT_ERROR:
        return wrong(ErrorCode::Protocol,
                     u"does not speak TLS as expected; SMTP_SECURITY is tls for port 465 and "
                     "starttls for port 587"_s);
    case CURLE_SSL_CACERT_BADFILE:
        return wrong(ErrorCode::Protocol, u"cannot be verified: the file of certificate authorities cannot be read"_s);
    case CURLE_LOGIN_DENIED:
        return wrong(ErrorCode::Unauthorized,
                     m_answer.offersSignIn() ? u"does not accept the user name or password"_s
                                             : u"offers no way to sign in; leave SMTP_USERNAME empty"_s);
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
        return wrong(ErrorCode::Unavailable, u"cut the connection"_s);
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_REMOTE_ACCESS_DENIED:
        return wrong(ErrorCode::Protocol, u"does not answer as a mail server does"_s);
    default:
        return wrong(ErrorCode::Unavailable, u"could not be spoken to: "_s + words);
    }
}

} // namespace ChatCal
