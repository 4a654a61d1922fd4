// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/sentence.h"
#include "core/time/language.h"

#include <QString>
#include <QTranslator>

namespace ChatCal {

/// What people read, in one language, from translations/*.ts. A server speaks to many people at once, so the language
/// is asked for each time and never installed in the application, as the desktop does. Thread-safe.
class Phrasebook
{
public:
    /// Read when first asked for; lives as long as the program.
    [[nodiscard]] static const Phrasebook &of(Language language);
    explicit Phrasebook(Language language);

    [[nodiscard]] Language language() const { return m_language; }
    /// @p source in this language, itself where nobody translated it. Named and ordered as
    /// QCoreApplication::translate(), by which lupdate finds what there is to translate. @p n takes the place of "%n".
    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation = nullptr,
                                    int n = -1) const;
    /// @p sentence in this language.
    [[nodiscard]] QString say(const Sentence &sentence) const;

private:
    Language m_language;
    QTranslator m_translator;
};

/// Where the translations of @p language lie in the program: ":/i18n/chatcal_de.qm".
[[nodiscard]] QString translationFile(Language language);

} // namespace ChatCal
