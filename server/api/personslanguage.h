// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/language.h"
#include "server/http/serverrequest.h"

#include <optional>

namespace ChatCal {

/// The one a page is asked for in: by ?lang=, else the first of Accept-Language (RFC 9110 §12.5.4) that is spoken here.
/// Nothing when neither names one.
[[nodiscard]] std::optional<Language> askedLanguage(const ServerRequest &request);
/// askedLanguage(), else English.
[[nodiscard]] Language languageOf(const ServerRequest &request);

} // namespace ChatCal
