// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/booking/bookingservice.h"
#include "server/http/router.h"
#include "server/http/serverresponse.h"

namespace ChatCal {

/// What a route is about.
enum class Resource { Page, Session, Meeting, Event, Mail };

/// What a person or program outside is told of @p error: RFC 9457, the words made here, never the error's own detail.
/// English until sayIn().
[[nodiscard]] ServerResponse toProblem(const Error &error, Resource missing = Resource::Page);
/// 409 with the reason and the nearest free slots.
[[nodiscard]] ServerResponse toProblem(const Refusal &refusal, const Zone &zone);
/// Words a problem in @p language and says so; other answers stay as they are. makeApi()'s does it to all of them.
void sayIn(Language language, ServerResponse &response);
/// "That time is taken."
[[nodiscard]] QString reasonInWords(Refusal::Reason reason, Language language = Language::English);
/// 412: the If-Match did not hold; it was to name @p what, a meeting or an event.
[[nodiscard]] ServerResponse preconditionFailed(Resource what = Resource::Meeting);
/// A problem in its general form; @p reason, when there is one, is for programs.
[[nodiscard]] ServerResponse problem(int status, const Sentence &title, const Sentence &detail,
                                     const QString &reason = {});

/// "start", "end" of each slot.
[[nodiscard]] QJsonArray slotsToJson(const QList<Interval> &slots_, const Zone &zone);

} // namespace ChatCal
