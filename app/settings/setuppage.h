// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings/serversetup.h"
#include "app/settings/settingscontext.h"
#include "app/settings/settingspage.h"

#include <QList>
#include <QPair>

#include <functional>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ChatCal {

class ApplyBar;
class Form;
class SecretField;

/// A page about how the desktop's own server is set up: fields named as the server's settings, read from what is in
/// force, checked and applied together.
class SetupPage : public SettingsPage
{
    Q_OBJECT
public:
    void load() override;
    [[nodiscard]] bool isLoaded() const override { return m_isLoaded || !hasOwnServer(); }
    [[nodiscard]] Form &form() { return *m_form; }
    [[nodiscard]] ApplyBar &bar() { return *m_bar; }

protected:
    SetupPage(const SettingsContext &context, QWidget *parent);

    [[nodiscard]] bool hasOwnServer() const { return m_context.own != nullptr; }
    [[nodiscard]] const SettingsContext &context() const { return m_context; }
    /// In place of all fields, where the server is a team's.
    void explainTeam(const QString &words);

    QLineEdit *addLine(const QString &setting, const QString &label, const QString &help = {},
                       const QString &example = {});
    /// @p choices: what is shown, and the setting's value for it.
    QComboBox *addChoice(const QString &setting, const QString &label, const QList<QPair<QString, QString>> &choices,
                         const QString &help = {});
    SecretField *addSecret(const QString &setting, const QString &label, const QString &help = {});
    /// A field of another kind. @p show gets the setting's value, @p read gives it.
    void addOther(const QString &setting, const QString &label, QWidget *field, std::function<QString()> read,
                  std::function<void(const ServerSetup::Value &)> show, const QString &help = {});
    /// A button that reaches the services whose trial begins with @p service, with what the page shows.
    /// @p settings: the beginnings of the settings' names it needs.
    QPushButton *addCheck(const QString &text, const QStringList &settings, const QString &service);

    [[nodiscard]] ServerSetup::Wish wish() const;
    [[nodiscard]] const ServerSetup::Values &inForce() const { return m_inForce; }
    /// To be called when a field of another kind was changed.
    void noteChange();
    /// What is shown was read or changed: which fields matter now.
    virtual void arrange() { }
    /// It was applied and read again.
    virtual void wasApplied() { }

private:
    struct Field
    {
        QString setting;
        std::function<QString()> read;
        std::function<void(const ServerSetup::Value &)> show;
        QString shown; ///< what read() said when it was shown last
    };
    void apply();
    void check(const QStringList &settings, const QString &service);
    void showValues(const ServerSetup::Values &values);
    void fix(const QString &setting, const ServerSetup::Value &value);

    SettingsContext m_context;
    QVBoxLayout *m_layout;
    Form *m_form;
    ApplyBar *m_bar;
    QList<Field> m_fields;
    QList<QPair<QString, SecretField *>> m_secrets;
    ServerSetup::Values m_inForce;
    bool m_isShowing = false;
    bool m_isLoaded = false;
};

} // namespace ChatCal
