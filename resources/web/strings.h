// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace ChatCal {

/// Every text of the web pages, in English: what Phrasebook knows in the context "web".
extern const std::vector<const char *> webStrings;
/// Those that are said of a number, "%n".
extern const std::vector<const char *> webPlurals;

} // namespace ChatCal
