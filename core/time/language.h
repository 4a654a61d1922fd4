// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace ChatCal {

/// The languages people are read and answered in.
enum class Language : std::uint8_t { English, German, French, Spanish };
constexpr int languageCount = 4;

/// ISO 639-1, as the @c lang of an HTML page has it: "en", "de", "fr", "es".
[[nodiscard]] QString languageCode(Language language);
/// Of a code with or without a region, in any case: "de", "de-AT", "FR_ca". Nothing for a language that is not read.
[[nodiscard]] std::optional<Language> languageFromCode(QStringView code);

} // namespace ChatCal
