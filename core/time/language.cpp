// SPDX-License-Identifier: Apache-2.0
#include "core/time/language.h"

#include <array>

namespace ChatCal {

namespace {

constexpr std::array<QStringView, languageCount> codes{u"en", u"de", u"fr", u"es"};

} // namespace

QString languageCode(Language language)
{
    return codes[static_cast<std::size_t>(language)].toString();
}

std::optional<Language> languageFromCode(QStringView code)
{
    if (code.size() > 2 && code[2] != u'-' && code[2] != u'_')
        return std::nullopt;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (code.left(2).compare(codes[i], Qt::CaseInsensitive) == 0)
            return static_cast<Language>(i);
    }
    return std::nullopt;
}

} // namespace ChatCal
