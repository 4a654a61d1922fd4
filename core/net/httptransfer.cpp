// SPDX-License-Identifier: Apache-2.0
#include "core/net/httptransfer_p.h"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qint64 longestHeaders = 64 * 1024;
/// A taker that is slow lets this much wait before the connection is no longer read.
constexpr qsizetype streamBuffer = 64 * 1024;
constexpr long mostRedirects = 5;

bool isToken(const QByteArray &text)
{
    // RFC 9110 §5.6.2
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool isFieldValue(const QByteArray &text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool hasHeader(const HttpHeaders &headers, QByteArrayView name)
{
    return std::any_of(headers.begin(), headers.end(),
                       [name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

ErrorCode codeOf(CURLcode code)
{
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return ErrorCode::Timeout;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_NO_CONNECTION_AVAILABLE:
        return ErrorCode::Unavailable;
    case CURLE_URL_MALFORMAT:
        return ErrorCode::InvalidInput;
    case CURLE_OUT_OF_MEMORY:
    case CURLE_FAILED_INIT:
    case CURLE_BAD_FUNCTION_ARGUMENT:
    case CURLE_SSL_CACERT_BADFILE:
        return ErrorCode::Internal;
    default: // a certificate that does not hold, a broken response, too many redirects
        return ErrorCode::Protocol;
    }
}

} // namespace

HttpTransfer::HttpTransfer(HttpRequest request, HttpClient::Taker take)
    : m_request(std::move(request)), m_take(std::move(take))
{
}

void HttpTransfer::expectMore()
{
    silentUntil = std::chrono::steady_clock::now() + longestSilence();
}

tl::unexpected<Error> HttpTransfer::wrong(ErrorCode code, const QString &what) const
{
    // The host only: a path or a query may hold what is nobody's business.
    return failure(code, u"%1 %2: %3"_s.arg(QString::fromLatin1(m_request.method), m_request.url.host(), what));
}

Result<void> HttpTransfer::checkRequest() const
{
    const QString scheme = m_request.url.scheme();
    if (!m_request.url.isValid() || (scheme != "http"_L1 && scheme != "https"_L1) || m_request.url.host().isEmpty())
        return wrong(ErrorCode::InvalidInput, u"not an http or https address"_s);
    if (!isToken(m_request.method))
        return wrong(ErrorCode::InvalidInput, u"not a method"_s);
    const bool isSafe = scheme == "https"_L1 || isLoopback(m_request.url) || m_request.addresses.lists(m_request.url);
    if (m_request.credentials && !isSafe)
        return wrong(ErrorCode::InvalidInput, u"a password goes over https only"_s);
    if (m_request.credentials && m_request.credentials->username.contains(QChar::Null))
        return wrong(ErrorCode::InvalidInput, u"not a user name"_s);
    for (const auto &[name, value] : m_request.headers) {
        if (!isToken(name) || !isFieldValue(value))
            return wrong(ErrorCode::InvalidInput, u"not a header"_s);
    }
    return {};
}

Result<void> HttpTransfer::prepare(const HttpClientOptions &options)
{
    if (auto checked = checkRequest(); !checked)
        return checked;
    m_easy.reset(curl_easy_init());
    if (!m_easy || !setHeaders())
        return wrong(ErrorCode::Internal, u"out of memory"_s);
    CURL *easy = m_easy.get();
    const auto milliseconds = [](std::chrono::milliseconds time) {
        return std::max(static_cast<long>(time.count()), 1L);
    };
    m_url = m_request.url.toEncoded(QUrl::RemoveFragment);
    curl_easy_setopt(easy, CURLOPT_URL, m_url.constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, options.userAgent.constData());
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!options.caFile.isEmpty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, options.caFile.toLocal8Bit().constData());
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(m_request.connectTimeout));
    if (!isStreamed())
        curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, milliseconds(m_request.timeout));
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(m_request.maximumBody));
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &HttpTransfer::onHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &HttpTransfer::onBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    setMethod();
    setCredentials();
    setAddressPolicy();
    return {};
}

void HttpTransfer::setCredentials()
{
    if (!m_request.credentials)
        return;
    using Scheme = HttpCredentials::Scheme;
    const Scheme scheme = m_request.credentials->scheme;
    unsigned long schemes = CURLAUTH_BASIC | CURLAUTH_DIGEST;
    if (scheme != Scheme::Offered)
        schemes = scheme == Scheme::Basic ? CURLAUTH_BASIC : CURLAUTH_DIGEST;
    CURL *easy = m_easy.get();
    curl_easy_setopt(easy, CURLOPT_HTTPAUTH, static_cast<long>(schemes));
    curl_easy_setopt(easy, CURLOPT_USERNAME, m_request.credentials->username.toUtf8().constData());
    curl_easy_setopt(easy, CURLOPT_PASSWORD, m_request.credentials->password.reveal().constData());
}

void HttpTransfer::setAddressPolicy()
{
    if (m_request.addresses.reach == AddressPolicy::Reach::Anywhere)
        return;
    CURL *easy = m_easy.get();
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &HttpTransfer::onOpenSocket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
    // Also for a connection that another request left open, for which no socket is opened.
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, &HttpTransfer::onConnected);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, this);
    curl_easy_setopt(easy, CURLOPT_PROXY, ""); // a proxy would look the name up where nobody checks
}

bool HttpTransfer::mayConnectTo(const QByteArray &address)
{
    const char *current = nullptr; // after redirects
    curl_easy_getinfo(m_easy.get(), CURLINFO_EFFECTIVE_URL, &current);
    const QUrl url = current ? QUrl::fromEncoded(current) : m_request.url;
    if (m_request.addresses.allows(url, address))
        return true;
    m_isForbidden = true;
    return false;
}

curl_socket_t HttpTransfer::onOpenSocket(void *transfer, curlsocktype, curl_sockaddr *address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    const void *bytes = nullptr;
    if (address->family == AF_INET)
        bytes = &reinterpret_cast<const sockaddr_in *>(&address->addr)->sin_addr;
    else if (address->family == AF_INET6)
        bytes = &reinterpret_cast<const sockaddr_in6 *>(&address->addr)->sin6_addr;
    if (!bytes || !inet_ntop(address->family, bytes, text.data(), text.size())
        || !static_cast<HttpTransfer *>(transfer)->mayConnectTo(text.data()))
        return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int HttpTransfer::onConnected(void *transfer, char *address, char *, int, int)
{
    return static_cast<HttpTransfer *>(transfer)->mayConnectTo(address) ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

void HttpTransfer::setMethod()
{
    CURL *easy = m_easy.get();
    const bool isHead = m_request.method == "HEAD";
    const bool isGet = m_request.method == "GET";
    const bool wantsBody = m_request.method == "POST" || m_request.method == "PUT" || m_request.method == "PATCH";
    if (isHead)
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
    else if (wantsBody || !m_request.body.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, m_request.body.constData());
    }
    if (!isHead)
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, m_request.method.constData());
    if (m_request.followRedirects && (isGet || isHead)) {
        const bool isSecure = m_request.url.scheme() == "https"_L1;
        curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
        curl_easy_setopt(easy, CURLOPT_MAXREDIRS, mostRedirects);
        curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, isSecure ? "https" : "http,https");
    }
}

bool HttpTransfer::setHeaders()
{
    QList<QByteArray> lines;
    for (const auto &[name, value] : std::as_const(m_request.headers))
        lines.append(value.isEmpty() ? name + ';' : name + ": " + value); // curl's way to write an empty header
    // An empty value takes away what curl adds by itself: a round trip before the body, and a form's content type.
    lines.append("Expect:");
    if (!hasHeader(m_request.headers, "content-type"))
        lines.append("Content-Type:");
    for (const QByteArray &line : std::as_const(lines)) {
        curl_slist *longer = curl_slist_append(m_headers.get(), line.constData());
        if (!longer)
            return false;
        static_cast<void>(m_headers.release());
        m_headers.reset(longer);
    }
    curl_easy_setopt(m_easy.get(), CURLOPT_HTTPHEADER, m_headers.get());
    return true;
}

size_t HttpTransfer::onHeader(char *data, size_t size, size_t count, void *transfer)
{
    const size_t length = size * count;
    auto *self = static_cast<HttpTransfer *>(transfer);
    return self->takeHeaderLine(QByteArrayView(data, static_cast<qsizetype>(length))) ? length : 0;
}

bool HttpTransfer::takeHeaderLine(QByteArrayView line)
{
    m_headerBytes += line.size();
    m_tooLong = m_headerBytes > longestHeaders;
    if (m_tooLong)
        return false;
    if (isStreamed() && !giving)
        expectMore();
    if (line.startsWith("HTTP/")) {
        // Another response begins: the one before was 1xx or a redirect.
        m_response = {};
        m_response.status = line.toByteArray().mid(line.indexOf(' ') + 1, 3).toInt();
        return true;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon > 0) {
        m_response.headers.append(
            {line.first(colon).toByteArray().trimmed().toLower(), line.sliced(colon + 1).toByteArray().trimmed()});
    }
    return true;
}

size_t HttpTransfer::onBody(char *data, size_t size, size_t count, void *transfer)
{
    auto *self = static_cast<HttpTransfer *>(transfer);
    return self->takeBody(QByteArrayView(data, static_cast<qsizetype>(size * count)));
}

size_t HttpTransfer::takeBody(QByteArrayView data)
{
    const bool isGiven = isStreamed() && m_response.isSuccess();
    if (isGiven && m_buffer.size() >= streamBuffer) {
        m_paused = true;
        expectNothing();
        return CURL_WRITEFUNC_PAUSE;
    }
    m_bodyBytes += data.size();
    m_tooLong = m_bodyBytes > m_request.maximumBody;
    if (m_tooLong)
        return 0;
    (isGiven ? m_buffer : m_response.body).append(data);
    if (isStreamed() && !giving)
        expectMore();
    if (isGiven && onArrived)
        onArrived();
    return static_cast<size_t>(data.size());
}

QCoro::Task<> HttpTransfer::giveNextPiece()
{
    return m_take(std::exchange(m_buffer, {}));
}

Result<void> HttpTransfer::outcomeOf(CURLcode code) const
{
    if (code == CURLE_OK)
        return {};
    if (m_isForbidden)
        return wrong(ErrorCode::InvalidInput,
                     u"its address lies in a private network and ALLOWED_PRIVATE_HOSTS does not list it"_s);
    if (m_tooLong || code == CURLE_FILESIZE_EXCEEDED)
        return wrong(ErrorCode::Protocol, u"the response is too long"_s);
    return wrong(codeOf(code), QString::fromUtf8(curl_easy_strerror(code)));
}

HttpResponse HttpTransfer::takeResponse()
{
    long offered = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_HTTPAUTH_AVAIL, &offered);
    m_response.offeredDigest = (static_cast<unsigned long>(offered) & CURLAUTH_DIGEST) != 0;
    return std::move(m_response);
}

} // namespace ChatCal
