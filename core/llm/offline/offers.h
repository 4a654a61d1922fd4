// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"

namespace ChatCal::Dialogue {

/// The kind of meeting @p text names, in whole words and without regard to case, the longest name first; null when it
/// names none.
[[nodiscard]] const MeetingOffer *offerNamedIn(const QString &text, const QList<MeetingOffer> &offers);

} // namespace ChatCal::Dialogue
