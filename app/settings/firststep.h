// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QCoroTask>

#include <QWidget>

namespace ChatCal {

class Form;

/// One step of the first start. Nothing of it is needed.
class FirstStep : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString text() const = 0;
    /// It comes to be seen.
    virtual void load() { }
    /// Takes over what was filled in, if anything was. False: there is more to do here.
    [[nodiscard]] virtual QCoro::Task<Result<bool>> apply() = 0;
    [[nodiscard]] virtual Form &form() = 0;
};

} // namespace ChatCal
