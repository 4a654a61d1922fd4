// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings/setuppage.h"

namespace ChatCal {

class ModelOrder;

/// Which language models answer in the chat, and in which order.
class AssistantPage : public SetupPage
{
    Q_OBJECT
public:
    explicit AssistantPage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Assistant"); }
};

} // namespace ChatCal
