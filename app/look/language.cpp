// SPDX-License-Identifier: Apache-2.0
#include "app/look/language.h"

#include "core/words/phrasebook.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QPointer>
#include <QSettings>
#include <QTranslator>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr std::array<QStringView, languageCount> names{u"English", u"Deutsch", u"Français", u"Español"};

/// The first of the system's languages that is spoken here.
std::optional<Language> systemLanguage()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &name : wanted) {
        if (const auto language = languageFromCode(name))
            return language;
    }
    return std::nullopt;
}

/// How dates and numbers are written. The desktop's own formats count where they do not mix two languages.
QLocale localeFor(Language language)
{
    const QLocale system = QLocale::system();
    const QLocale plain(languageCode(language));
    if (system.language() == plain.language() || (system.language() == QLocale::C && language == Language::English))
        return system;
    // English words on an Arabic desktop still count the week and the clock as people do there.
    const QLocale there(plain.language(), system.territory());
    return there.territory() == system.territory() ? there : plain;
}

/// Installs @p file under the application, in the place of what was installed before by the same @p slot.
void install(QPointer<QTranslator> &slot, const QString &file)
{
    delete slot.data(); // also takes it out of the application
    auto translator = std::make_unique<QTranslator>();
    if (file.isEmpty() || !translator->load(file))
        return;
    QCoreApplication::installTranslator(translator.get());
    translator->setParent(QCoreApplication::instance());
    slot = translator.release();
}

} // namespace

QList<LanguageChoice> languageChoices()
{
    QList<LanguageChoice> choices{{u"system"_s, QCoreApplication::translate("language", "As the system")}};
    for (std::size_t i = 0; i < names.size(); ++i)
        choices.append({languageCode(static_cast<Language>(i)), names[i].toString()});
    return choices;
}

QString chosenLanguage()
{
    return QSettings().value("language"_L1, u"system"_s).toString();
}

void chooseLanguage(const QString &code)
{
    QSettings().setValue("language"_L1, code);
}

void applyLanguage(const QString &code)
{
    static QPointer<QTranslator> own;
    static QPointer<QTranslator> toolkit;
    const auto named = code.size() == 2 ? languageFromCode(code) : std::nullopt;
    const Language language = named ? *named : systemLanguage().value_or(Language::English);
    QLocale::setDefault(localeFor(language));
    const bool isEnglish = language == Language::English; // as the toolkit is
    install(toolkit,
            isEnglish ? QString()
                      : QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u"/qtbase_"_s + languageCode(language)
                    + u".qm"_s);
    install(own, translationFile(language));
}

Language languageInUse()
{
    return languageFromCode(QLocale().bcp47Name()).value_or(Language::English);
}

} // namespace ChatCal
