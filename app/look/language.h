// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/language.h"

#include <QList>
#include <QString>

namespace ChatCal {

/// One the desktop speaks, as a list for people shows it: in its own words.
struct LanguageChoice
{
    QString code; ///< of languageCode(); "system" for the desktop's own
    QString name; ///< "Deutsch"; of "system" in the language in use
};

[[nodiscard]] QList<LanguageChoice> languageChoices();
/// What the person chose, of languageChoices(); "system" until then.
[[nodiscard]] QString chosenLanguage();
/// Keeps the choice; windows that are open take it up at the next start.
void chooseLanguage(const QString &code);

/// Makes the application speak @p code of languageChoices(), Qt's own dialogs included, and write dates and numbers
/// that way: as the desktop's region does where its language is the same. An unknown code is "system"; a system in a
/// language that ChatCal does not speak gets English. Needs the QCoreApplication; widgets made before keep their words.
void applyLanguage(const QString &code);
/// As applyLanguage() left it; English before.
[[nodiscard]] Language languageInUse();

} // namespace ChatCal
