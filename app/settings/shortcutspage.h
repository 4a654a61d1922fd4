// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings/settingscontext.h"
#include "app/settings/settingspage.h"

class QKeySequenceEdit;

namespace ChatCal {

class ToneLabel;

/// The key that opens quick booking from anywhere, and where the others are listed.
class ShortcutsPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit ShortcutsPage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Shortcuts"); }
    void load() override;

private:
    void keep();
    void showState();

    SettingsContext m_context;
    QKeySequenceEdit *m_key;
    ToneLabel *m_state;
};

} // namespace ChatCal
