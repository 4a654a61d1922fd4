// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings/setuppage.h"

namespace ChatCal {

/// The mail server invitations leave by.
class MailPage : public SetupPage
{
    Q_OBJECT
public:
    explicit MailPage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Mail"); }

protected:
    void arrange() override;

private:
    void sendTest();

    QPushButton *m_test = nullptr;
    QPushButton *m_check = nullptr;
};

} // namespace ChatCal
