// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings/settingscontext.h"
#include "app/settings/settingspage.h"

#include "core/base/result.h"

#include <QJsonObject>

namespace ChatCal {

class ApplyBar;
class Form;

/// A page about what the server keeps of the host (GET and PUT /api/v1/settings); the same for the own server and a
/// team's.
class HostPage : public SettingsPage
{
    Q_OBJECT
public:
    void load() override;
    [[nodiscard]] bool isLoaded() const override { return m_isLoaded; }
    [[nodiscard]] Form &form() { return *m_form; }
    [[nodiscard]] ApplyBar &bar() { return *m_bar; }

protected:
    HostPage(const SettingsContext &context, QWidget *parent);

    void noteChange();
    virtual void show(const QJsonObject &settings) = 0;
    /// What PUT is to be told.
    [[nodiscard]] virtual QJsonObject wish() const = 0;
    /// What need not be sent, in words; nothing when all is well.
    [[nodiscard]] virtual QString complaint() const { return {}; }
    /// Turns the server's errors to this page's fields.
    [[nodiscard]] virtual Error placed(Error error) const { return error; }

private:
    void apply();
    void take(const QJsonObject &settings);

    SettingsContext m_context;
    Form *m_form;
    ApplyBar *m_bar;
    bool m_isShowing = false;
    bool m_isLoaded = false;
    bool m_isChanged = false;
};

} // namespace ChatCal
