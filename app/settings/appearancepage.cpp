// SPDX-License-Identifier: Apache-2.0
#include "app/settings/appearancepage.h"

#include "app/look/fontscale.h"
#include "app/look/language.h"
#include "app/look/theme.h"
#include "app/settings/form.h"

#include <QComboBox>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

AppearancePage::AppearancePage(const SettingsContext &context, QWidget *parent) : SettingsPage(parent)
{
    auto *form = new Form(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(form);
    layout->addStretch(1);
    const QSettings settings;

    auto *theme = new QComboBox(form);
    theme->addItem(tr("As the desktop has it"), u"auto"_s);
    theme->addItem(tr("Light"), u"light"_s);
    theme->addItem(tr("Dark"), u"dark"_s);
    theme->setCurrentIndex(std::max(0, theme->findData(settings.value("theme"_L1, u"auto"_s))));
    connect(theme, &QComboBox::currentIndexChanged, this, [theme, set = context.setTheme] {
        const QString name = theme->currentData().toString();
        QSettings().setValue("theme"_L1, name);
        if (const auto chosen = themeFromName(name); chosen && set)
            set(*chosen);
    });
    form->add(u"theme"_s, tr("&Appearance"), theme);

    auto *size = new QSpinBox(form);
    size->setRange(FontScale::least, FontScale::most);
    size->setSingleStep(10);
    size->setSuffix(tr(" %"));
    size->setValue(FontScale::kept());
    size->setKeyboardTracking(false); // "1" on the way to "150" would be 80 %
    connect(size, &QSpinBox::valueChanged, this, [](int percent) { FontScale::set(percent); });
    form->add(u"fontScale"_s, tr("Text &size"), size, tr("For all of ChatCal's windows, at once."));

    auto *language = new QComboBox(form);
    for (const LanguageChoice &choice : languageChoices())
        language->addItem(choice.name, choice.code);
    language->setCurrentIndex(std::max(0, language->findData(chosenLanguage())));
    connect(language, &QComboBox::currentIndexChanged, this,
            [language] { chooseLanguage(language->currentData().toString()); });
    form->add(u"language"_s, tr("&Language"), language, tr("Holds from the next start of ChatCal on."));
}

} // namespace ChatCal
