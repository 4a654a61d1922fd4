// SPDX-License-Identifier: Apache-2.0
#include "app/settings/appearancepage.h"

#include "app/look/fontscale.h"
#include "app/look/language.h"
#include "app/look/theme.h"
#include "app/look/tonelabel.h"
#include "app/settings/form.h"
#include "app/tray/traywatch.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

AppearancePage::AppearancePage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent),
      m_context(context),
      m_login(new QCheckBox(tr("Start &ChatCal when I log in"), this)),
      m_tray(new QCheckBox(tr("&Keep ChatCal in the tray when its window is closed"), this)),
      m_complaint(new ToneLabel(ToneLabel::Tone::Bad, this))
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

    for (QCheckBox *box : {m_login, m_tray}) {
        box->setAccessibleName(withoutMnemonic(box->text()));
        form->addWide(box);
    }
    form->addWide(m_complaint);
    m_complaint->hide();
    connect(m_login, &QCheckBox::clicked, this, &AppearancePage::keepLogin);
    connect(m_tray, &QCheckBox::clicked, this, [this](bool keeps) {
        QSettings().setValue(QLatin1StringView(closesToTrayKey), keeps);
        if (m_context.closingChanged)
            m_context.closingChanged();
    });
}

/// The desktop's own settings change the one, a tray that comes or goes the other.
void AppearancePage::load()
{
    m_complaint->hide();
    m_login->setVisible(m_context.startsAtLogin && m_context.setStartsAtLogin);
    m_login->setChecked(m_context.startsAtLogin && m_context.startsAtLogin());
    m_tray->setVisible(m_context.hasTray && m_context.hasTray());
    m_tray->setChecked(QSettings().value(QLatin1StringView(closesToTrayKey), true).toBool());
}

void AppearancePage::keepLogin(bool starts)
{
    const Result<void> kept = m_context.setStartsAtLogin(starts);
    m_login->setChecked(m_context.startsAtLogin());
    m_complaint->setText(tr("This could not be kept: the folder of what starts at login cannot be written to."));
    m_complaint->setVisible(!kept);
}

} // namespace ChatCal
