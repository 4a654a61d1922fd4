// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/headerfields.h"
#include "server/http/limits.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace ChatCal {

/// Frames HTTP/1 requests (RFC 9112) for one connection: Boost.Beast's parser, and around it the refusals Beast
/// leaves to its user, so that no request can be read in two ways.
class RequestParser
{
public:
    enum class Step {
        NeedMore, ///< all that can be read was read
        Head, ///< request line and fields are complete; call setMaximumBody, then go on
        Complete, ///< the body too; take what is needed, then call reset
        Failed ///< see failureStatus; nothing after this may be read as a request
    };

    explicit RequestParser(const HttpLimits &limits);
    ~RequestParser();
    RequestParser(const RequestParser &) = delete;
    RequestParser &operator=(const RequestParser &) = delete;

    /// Reads on in @p input, whose first byte is the first not consumed so far, and adds to @p consumed.
    [[nodiscard]] Step read(QByteArrayView input, qsizetype &consumed);
    void setMaximumBody(qsizetype bytes) { m_maximumBody = bytes; }
    /// Gets ready for the next request.
    void reset();

    [[nodiscard]] bool hasStarted() const; ///< a byte of a request was seen
    [[nodiscard]] bool isHeadDone() const; ///< the head was reported

    QByteArray method;
    QByteArray target;
    HeaderFields headers;
    QByteArray body;
    int minorVersion = 1; ///< 0 or 1
    [[nodiscard]] bool keepsAlive() const; ///< by version and Connection
    [[nodiscard]] bool expectsBody() const;

    [[nodiscard]] int failureStatus() const { return m_failureStatus; }
    [[nodiscard]] const QString &failureDetail() const { return m_failureDetail; }

private:
    class Beast;
    friend class Beast;
    Step fail(int status, const QString &detail);
    bool checkHead();
    Step translate(int beastError, QByteArrayView input);
    Step failHeadTooLarge(QByteArrayView input);

    const HttpLimits &m_limits;
    std::unique_ptr<Beast> m_beast;
    qsizetype m_maximumBody = 0;
    qsizetype m_headBytes = 0;
    qsizetype m_framingBytes = 0;
    int m_emptyLines = 0;
    bool m_headReported = false;
    int m_failureStatus = 0;
    QString m_failureDetail;
};

} // namespace ChatCal
