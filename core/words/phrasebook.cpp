// SPDX-License-Identifier: Apache-2.0
#include "core/words/phrasebook.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

template<Language language>
const Phrasebook &book()
{
    static const Phrasebook made(language);
    return made;
}

} // namespace

QString translationFile(Language language)
{
    return u":/i18n/chatcal_%1.qm"_s.arg(languageCode(language));
}

const Phrasebook &Phrasebook::of(Language language)
{
    switch (language) {
    case Language::English:
        return book<Language::English>();
    case Language::German:
        return book<Language::German>();
    case Language::French:
        return book<Language::French>();
    case Language::Spanish:
        return book<Language::Spanish>();
    }
    Q_UNREACHABLE();
}

Phrasebook::Phrasebook(Language language) : m_language(language)
{
    const bool loaded = m_translator.load(translationFile(language));
    Q_ASSERT_X(loaded, "phrasebook", "translations are missing from the program");
    Q_UNUSED(loaded)
}

QString Phrasebook::translate(const char *context, const char *source, const char *disambiguation, int n) const
{
    QString words = m_translator.translate(context, source, disambiguation, n); // empty: none, as in English mostly
    if (words.isEmpty())
        words = QString::fromUtf8(source);
    return n < 0 ? words : words.replace("%n"_L1, QString::number(n));
}

QString Phrasebook::say(const Sentence &sentence) const
{
    if (sentence.source() == nullptr)
        return sentence.text();
    return sentence.filled(translate("problem", sentence.source()),
                           [this](const Sentence &value) { return say(value); });
}

} // namespace ChatCal
