// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/headerfields.h"

#include <QCoroTask>

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>

namespace ChatCal {

class EventStream;
enum class Language : std::uint8_t;

/// What becomes of an open event stream when the server is told to stop.
enum class AtDrain {
    Finish, ///< an answer under way: it gets the time that is left
    Close ///< a feed without an end: it is closed at once, its reader connects to another instance
};

/// Writes the events of one answer; the stream ends when the task does. The function and what it captured are kept
/// until then.
using StreamBody = std::function<QCoro::Task<>(std::shared_ptr<EventStream>)>;

/// What a handler answers. Content-Length, Date, Connection and Transfer-Encoding are the server's to add.
struct ServerResponse
{
    int status = 200;
    HeaderFields headers;
    QByteArray body;
    /// When set, @c body is for people and this makes it in a language; whoever knows who asked calls it.
    std::function<QByteArray(Language)> bodyIn;
    StreamBody stream; ///< when set, the answer is text/event-stream and body is not used
    AtDrain atDrain = AtDrain::Finish;

    [[nodiscard]] static ServerResponse json(const QJsonObject &object, int status = 200);
    [[nodiscard]] static ServerResponse html(QByteArray page, int status = 200);
    [[nodiscard]] static ServerResponse text(QByteArray text, int status = 200);
    [[nodiscard]] static ServerResponse bytes(QByteArray bytes, QByteArrayView contentType, int status = 200);
    [[nodiscard]] static ServerResponse noContent();
    /// Runs @p body once this answer's turn has come and its header is written.
    [[nodiscard]] static ServerResponse eventStream(StreamBody body, AtDrain atDrain = AtDrain::Finish);
};

/// The phrase of RFC 9110 for @p status; empty when it has none.
[[nodiscard]] QByteArrayView reasonPhrase(int status);

/// application/problem+json with type "about:blank", title, status and detail (RFC 9457).
[[nodiscard]] ServerResponse problemResponse(int status, const QString &detail);

} // namespace ChatCal
