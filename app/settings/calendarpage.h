// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings/setuppage.h"

namespace ChatCal {

class GoogleSignInRow;

/// Where meetings are kept: here, at Google, or on a CalDAV server.
class CalendarPage : public SetupPage
{
    Q_OBJECT
public:
    explicit CalendarPage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Calendar accounts"); }
    void load() override;

protected:
    void arrange() override;
    void wasApplied() override;

private:
    QComboBox *m_kind = nullptr;
    QPushButton *m_check = nullptr;
    GoogleSignInRow *m_google = nullptr;
};

} // namespace ChatCal
