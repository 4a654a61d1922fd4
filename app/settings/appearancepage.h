// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings/settingscontext.h"
#include "app/settings/settingspage.h"

class QCheckBox;

namespace ChatCal {

class ToneLabel;

/// Light or dark, the size of text, the language, and how ChatCal begins; each holds at once.
class AppearancePage : public SettingsPage
{
    Q_OBJECT
public:
    explicit AppearancePage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("General"); }
    void load() override;

private:
    void keepLogin(bool starts);

    SettingsContext m_context;
    QCheckBox *m_login;
    QCheckBox *m_tray;
    ToneLabel *m_complaint;
};

} // namespace ChatCal
