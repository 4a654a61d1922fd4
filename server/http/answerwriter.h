// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/serverresponse.h"

#include <QByteArray>

namespace ChatCal {

/// How an answer's end is told to the client, and whether the connection stays.
struct AnswerFraming
{
    bool isHead = false; ///< the fields of the answer, without its body
    bool isHttp10 = false;
    bool keepAlive = true;
};

/// Appends @p response in HTTP/1.1 form (RFC 9112 §4) to @p output; of an event stream only its head.
void appendAnswer(QByteArray &output, const ServerResponse &response, AnswerFraming framing);
/// Appends @p bytes as one chunk (RFC 9112 §7.1); nothing when @p bytes is empty, which would be the last chunk.
void appendChunk(QByteArray &output, const QByteArray &bytes);

} // namespace ChatCal
