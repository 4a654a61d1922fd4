// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/booking/bookingservice.h"
#include "server/http/router.h"
#include "server/http/serverresponse.h"

namespace ChatCal {

/// What a person or program outside is told of @p error: RFC 9457, the words made here, never the error's own detail.
/// @p missing names what NotFound means on this route, for example "Session".
[[nodiscard]] ServerResponse toProblem(const Error &error, const QString &missing = {});
/// 409 with the reason, in words of @p language, and the nearest free slots.
[[nodiscard]] ServerResponse toProblem(const Refusal &refusal, const Zone &zone, Language language = Language::English);
/// "That time is taken."
[[nodiscard]] QString reasonInWords(Refusal::Reason reason, Language language = Language::English);
/// 412: the If-Match did not hold. @p what it was to name, for example "meeting".
[[nodiscard]] ServerResponse preconditionFailed(const QString &what = QStringLiteral("meeting"));
/// A problem in its general form.
[[nodiscard]] ServerResponse problem(int status, const QString &title, const QString &detail);

/// "start", "end" of each slot.
[[nodiscard]] QJsonArray slotsToJson(const QList<Interval> &slots_, const Zone &zone);

} // namespace ChatCal
