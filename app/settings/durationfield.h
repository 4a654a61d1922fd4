// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <chrono>

class QComboBox;
class QSpinBox;

namespace ChatCal {

/// A length of time as a number and its unit, minutes, hours or days.
class DurationField : public QWidget
{
    Q_OBJECT
public:
    explicit DurationField(QWidget *parent = nullptr);

    /// In the largest unit that says it without a fraction.
    void setValue(std::chrono::minutes value);
    [[nodiscard]] std::chrono::minutes value() const;

Q_SIGNALS:
    void changed();

private:
    QSpinBox *m_number;
    QComboBox *m_unit;
};

} // namespace ChatCal
