// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings/settingscontext.h"
#include "app/settings/settingspage.h"

class QLineEdit;
class QListWidget;
class QPushButton;

namespace ChatCal {

class ApplyBar;
class Form;
class SecretField;

/// The servers ChatCal knows: its own, and teams'.
class ServersPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit ServersPage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Servers"); }
    void load() override;
    [[nodiscard]] ApplyBar &bar() { return *m_bar; }

private:
    void fill();
    void refresh();
    void use();
    void remove();
    void add();
    void openLog();
    [[nodiscard]] QString chosen() const;

    SettingsContext m_context;
    Form *m_form;
    QListWidget *m_list;
    QPushButton *m_use;
    QPushButton *m_remove;
    QPushButton *m_log;
    QLineEdit *m_address;
    QLineEdit *m_name;
    SecretField *m_token;
    ApplyBar *m_bar;
    bool m_wantsRemove = false;
};

} // namespace ChatCal
