// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ChatCal::FontScale {

// The size of all text of the program, in percent of the desktop's own.

constexpr int least = 80;
constexpr int most = 200;

/// What the person chose; 100 until then.
[[nodiscard]] int kept();
/// Takes the kept one on; once, before there are windows.
void restore();
/// Keeps @p percent and takes it on in every window at once.
void set(int percent);

} // namespace ChatCal::FontScale
