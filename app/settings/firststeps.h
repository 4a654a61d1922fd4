// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings/firststep.h"
#include "app/settings/serversetup.h"
#include "app/settings/settingscontext.h"

#include <QJsonObject>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace ChatCal {

class GoogleSignInRow;
class SecretField;
class WeekGrid;

/// Who the host is and when the host works.
class IdentityStep : public FirstStep
{
    Q_OBJECT
public:
    explicit IdentityStep(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Who are you?"); }
    [[nodiscard]] QString text() const override;
    void load() override;
    [[nodiscard]] QCoro::Task<Result<bool>> apply() override;
    [[nodiscard]] Form &form() override { return *m_form; }

private:
    [[nodiscard]] QJsonObject wish() const;

    SettingsContext m_context;
    Form *m_form;
    QLineEdit *m_name;
    QLineEdit *m_email;
    QComboBox *m_zone;
    WeekGrid *m_week;
    QString m_hoursBefore;
    bool m_isLoaded = false;
};

/// Where meetings are kept.
class CalendarStep : public FirstStep
{
    Q_OBJECT
public:
    explicit CalendarStep(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Where is your calendar?"); }
    [[nodiscard]] QString text() const override;
    [[nodiscard]] QCoro::Task<Result<bool>> apply() override;
    [[nodiscard]] Form &form() override { return *m_form; }

private:
    void arrange();
    [[nodiscard]] ServerSetup::Wish wish() const;

    SettingsContext m_context;
    Form *m_form;
    QComboBox *m_kind;
    QLineEdit *m_url;
    QLineEdit *m_user;
    SecretField *m_password;
    QLineEdit *m_clientId;
    SecretField *m_clientSecret;
    GoogleSignInRow *m_google;
    QString m_applied; ///< the kind that was taken over
};

/// Which model answers.
class AssistantStep : public FirstStep
{
    Q_OBJECT
public:
    explicit AssistantStep(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Your assistant is ready"); }
    [[nodiscard]] QString text() const override;
    [[nodiscard]] QCoro::Task<Result<bool>> apply() override;
    [[nodiscard]] Form &form() override { return *m_form; }

private:
    SettingsContext m_context;
    Form *m_form;
    SecretField *m_key;
    QCheckBox *m_atLogin;
};

} // namespace ChatCal
