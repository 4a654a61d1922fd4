// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/wording.h"

#include <span>

namespace ChatCal::Dialogue {

struct Entry
{
    Say what;
    const char16_t *variants; ///< separated by "|"
};
using Entries = std::span<const Entry>;

[[nodiscard]] Entries englishEntries();
[[nodiscard]] Entries germanEntries();
[[nodiscard]] Entries germanEntriesForHosts(); ///< in place of those to guests
[[nodiscard]] Entries frenchEntries();
[[nodiscard]] Entries spanishEntries();
[[nodiscard]] Entries spanishEntriesForHosts();

} // namespace ChatCal::Dialogue
