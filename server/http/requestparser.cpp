// SPDX-License-Identifier: Apache-2.0
#include "server/http/requestparser.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace http = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

namespace {

QByteArrayView view(string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// What RFC 3986 §3.2 lets stand in an authority without user information.
bool isHostCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || (c != '\0' && QByteArrayView("-._~%!$&'()*+,;=:[]").contains(c));
}

bool hasBareLineFeed(QByteArrayView text)
{
    for (qsizetype at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
        if (at == 0 || text[at - 1] != '\r')
            return true;
    }
    return false;
}

/// A request line that is well formed but for a version that is not ours.
bool hasOtherVersion(QByteArrayView line)
{
    const qsizetype end = line.indexOf("\r\n");
    if (end < 9)
        return false;
    const QByteArrayView version = line.first(end).last(9);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return version.startsWith(" HTTP/") && isDigit(version[6]) && version[7] == '.' && isDigit(version[8])
        && !version.endsWith("1.0") && !version.endsWith("1.1");
}

} // namespace

/// Takes what Beast found straight into the RequestParser. Setting @p ec stops it.
class RequestParser::Beast final : public http::basic_parser<true>
{
public:
    explicit Beast(RequestParser &to) : m_to(to)
    {
        header_limit(static_cast<std::uint32_t>(to.m_limits.maximumHeader));
        // Ours is set per route. boost::none would refuse every body in 1.74: it compares as less than any number.
        body_limit(std::numeric_limits<std::uint64_t>::max());
    }

    QByteArrayView input; ///< what is being parsed, for the address checks in on_field_impl
    int contentLengths = 0;
    int transferEncodings = 0;
    int hosts = 0;

protected:
    void on_request_impl(http::verb, string_view name, string_view where, int version, error_code &ec) override
    {
        m_to.method = view(name).toByteArray();
        m_to.target = view(where).toByteArray();
        m_to.minorVersion = version - 10;
        if (m_to.target.size() > m_to.m_limits.maximumTarget)
            stop(ec, 414, u"The request target is too long."_s);
    }

    void on_response_impl(int, string_view, int, error_code &) override { }

    void on_field_impl(http::field field, string_view name, string_view value, error_code &ec) override
    {
        // Trailer fields (RFC 9110 §6.5) are checked by Beast and dropped.
        if (m_to.m_headReported)
            return;
        if (isFolded(name, value))
            return stop(ec, 400, u"A header field is folded over lines."_s);
        if (m_to.headers.size() >= m_to.m_limits.maximumFields)
            return stop(ec, 431, u"The request has too many header fields."_s);
        const QByteArrayView text = view(value);
        if (field == http::field::content_length) {
            const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
            if (++contentLengths > 1 || !digits)
                return stop(ec, 400, u"Content-Length must be one number."_s);
        } else if (field == http::field::transfer_encoding) {
            checkTransferEncoding(text, ec);
        } else if (field == http::field::host) {
            if (++hosts > 1 || !std::all_of(text.begin(), text.end(), isHostCharacter))
                return stop(ec, 400, u"Host must be one host name."_s);
        }
        if (!ec)
            m_to.headers.add(view(name), text);
    }

    void on_header_impl(error_code &) override { }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, error_code &) override { }

    std::size_t on_body_impl(string_view part, error_code &) override
    {
        m_to.body.append(part.data(), static_cast<qsizetype>(part.size()));
        return part.size();
    }

    void on_chunk_header_impl(std::uint64_t size, string_view extensions, error_code &ec) override
    {
        // A line end inside a quoted extension is one to some readers and none to others.
        const QByteArrayView text = view(extensions);
        if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<uchar>(c) < ' ' && c != '\t'; }))
            return stop(ec, 400, u"A chunk extension holds a control character."_s);
        if (size > static_cast<std::uint64_t>(m_to.m_maximumBody - m_to.body.size()))
            return stop(ec, 413, u"The body is too large."_s);
    }

    std::size_t on_chunk_body_impl(std::uint64_t, string_view part, error_code &ec) override
    {
        return on_body_impl(part, ec);
    }

    void on_finish_impl(error_code &) override { }

private:
    void stop(error_code &ec, int status, const QString &detail)
    {
        m_to.fail(status, detail);
        ec = http::error::bad_value;
    }

    void checkTransferEncoding(QByteArrayView value, error_code &ec)
    {
        // Beast reads "gzip" and "chunked, chunked" as requests without a body, and so what follows as the next one.
        if (++transferEncodings > 1 || value.contains(',') || value.isEmpty())
            stop(ec, 400, u"Transfer-Encoding must be \"chunked\" alone."_s);
        else if (value.compare("chunked", Qt::CaseInsensitive) != 0)
            stop(ec, 501, u"The only transfer coding known here is \"chunked\"."_s);
        else if (m_to.minorVersion == 0)
            stop(ec, 400, u"HTTP/1.0 has no Transfer-Encoding."_s);
    }

    /// Beast joins folded lines (RFC 9112 §5.2 lets a server refuse them): then the value stands in a buffer of
    /// Beast's, or a line end stands between the colon and the value.
    [[nodiscard]] bool isFolded(string_view name, string_view value) const
    {
        const auto from = reinterpret_cast<std::uintptr_t>(name.data() + name.size() + 1);
        const auto begin = reinterpret_cast<std::uintptr_t>(value.data());
        if (begin < from || begin > reinterpret_cast<std::uintptr_t>(input.data() + input.size()))
            return true;
        const char *gap = name.data() + name.size() + 1;
        return std::find(gap, value.data(), '\r') != value.data();
    }

    RequestParser &m_to;
};

RequestParser::RequestParser(const HttpLimits &limits) : m_limits(limits), m_beast(std::make_unique<Beast>(*this))
{
}

RequestParser::~RequestParser() = default;

void RequestParser::reset()
{
    std::destroy_at(m_beast.get());
    std::construct_at(m_beast.get(), *this);
    method = {};
    target = {};
    headers = {};
    body = {};
    minorVersion = 1;
    m_headBytes = 0;
    m_framingBytes = 0;
    m_emptyLines = 0;
    m_headReported = false;
}

bool RequestParser::hasStarted() const
{
    return m_headBytes > 0;
}

bool RequestParser::isHeadDone() const
{
    return m_headReported;
}

bool RequestParser::keepsAlive() const
{
    return m_beast->is_header_done() && m_beast->keep_alive();
}

bool RequestParser::expectsBody() const
{
    return m_beast->is_header_done() && !m_beast->is_done();
}

RequestParser::Step RequestParser::read(QByteArrayView input, qsizetype &consumed)
{
    if (m_failureStatus != 0)
        return Step::Failed;
    qsizetype used = 0;
    // RFC 9112 §2.2: empty lines before the request line are skipped, which Beast does not do.
    if (!m_beast->got_some()) {
        while (input.sliced(used).startsWith("\r\n")) {
            used += 2;
            if (++m_emptyLines > 4)
                return fail(400, u"A request line was expected, empty lines came."_s);
        }
        consumed += used;
        if (input.size() == used || (input.size() == used + 1 && input[used] == '\r'))
            return Step::NeedMore;
        input = input.sliced(used);
    }
    if (m_headReported && m_beast->content_length().value_or(0) > static_cast<std::uint64_t>(m_maximumBody))
        return fail(413, u"The body is too large."_s);

    for (;;) {
        if (m_beast->is_done())
            return Step::Complete;
        // A chunked body ends in five bytes that are taken together. With fewer of a last chunk there, Beast 1.74
        // runs into an assertion of its own when called again.
        if (input.isEmpty() || (m_headReported && m_beast->chunked() && input.size() < 5))
            return Step::NeedMore;
        error_code ec;
        const qsizetype bodyBefore = body.size();
        m_beast->input = input;
        const auto taken = static_cast<qsizetype>(
            m_beast->put(boost::asio::const_buffer(input.data(), static_cast<std::size_t>(input.size())), ec));
        if (ec && ec != http::error::need_more)
            return m_failureStatus != 0 ? Step::Failed : translate(ec.value(), input);
        consumed += taken;
        if (!m_headReported) {
            m_headBytes += taken;
            // Beast forgets what it has consumed: fields that come in small pieces never reach its limit.
            if (m_headBytes + (ec ? input.size() - taken : 0) > m_limits.maximumHeader)
                return failHeadTooLarge(input);
            if (m_beast->is_header_done()) {
                if (!checkHead())
                    return Step::Failed;
                m_headReported = true;
                return Step::Head;
            }
            m_headBytes = std::max<qsizetype>(m_headBytes, 1);
            // With part of a head there, Beast waits for an empty line, which such a client will never send.
            if (hasBareLineFeed(input.sliced(taken)))
                return fail(400, u"A line of the header does not end in CR LF."_s);
        } else {
            m_framingBytes += taken - (body.size() - bodyBefore);
            // Endless chunk extensions and trailers: allowed is what one-byte chunks cost, and a header's worth.
            if (m_framingBytes + (ec ? input.size() - taken : 0) > m_limits.maximumHeader + 8 * body.size())
                return fail(400, u"The chunks carry too much that is not body."_s);
        }
        input = input.sliced(taken);
        if (ec)
            return Step::NeedMore;
    }
}

bool RequestParser::checkHead()
{
    if (minorVersion == 1 && m_beast->hosts == 0) {
        fail(400, u"HTTP/1.1 needs a Host field."_s);
        return false;
    }
    return true;
}

RequestParser::Step RequestParser::fail(int status, const QString &detail)
{
    m_failureStatus = status;
    m_failureDetail = detail;
    return Step::Failed;
}

RequestParser::Step RequestParser::failHeadTooLarge(QByteArrayView input)
{
    // In pieces, Beast reads the request line only once the whole head is there.
    if (method.isEmpty() && !input.first(std::min(input.size(), m_limits.maximumHeader)).contains("\r\n"))
        return fail(414, u"The request target is too long."_s);
    return fail(431, u"The request's header is too large."_s);
}

RequestParser::Step RequestParser::translate(int beastError, QByteArrayView input)
{
    switch (static_cast<http::error>(beastError)) {
    case http::error::header_limit:
        return failHeadTooLarge(input);
    case http::error::body_limit:
        return fail(413, u"The body is too large."_s);
    case http::error::bad_version:
        if (hasOtherVersion(input))
            return fail(505, u"This server speaks HTTP/1.0 and HTTP/1.1."_s);
        return fail(400, u"The request line is malformed."_s);
    case http::error::bad_method:
    case http::error::bad_target:
        return fail(400, u"The request line is malformed."_s);
    case http::error::bad_content_length:
    case http::error::bad_transfer_encoding:
        return fail(400, u"The length of the body is given in more than one way, or not by a number."_s);
    case http::error::bad_chunk:
    case http::error::bad_chunk_extension:
        return fail(400, u"A chunk of the body is malformed."_s);
    default:
        return fail(400, u"The request's header is malformed."_s);
    }
}

} // namespace ChatCal
