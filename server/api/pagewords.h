// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/language.h"

#include <QByteArray>

namespace ChatCal {

/// A page of resources/web in @p language. Its marks are [[words as they are in English]], the same in all languages at
/// once as [[all:words]] (a JSON object by code), {{lang}}, and {{strings}} for what its scripts say (shared/words.js).
/// Translations are ours and stand in pages as they are.
[[nodiscard]] QByteArray pageIn(Language language, const QByteArray &page);

} // namespace ChatCal
