// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings/hostpage.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace ChatCal {

class DurationField;
class WeekGrid;

/// Who the host is, and when the host can be booked.
class HoursPage : public HostPage
{
    Q_OBJECT
public:
    explicit HoursPage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Working hours"); }
    [[nodiscard]] WeekGrid &week() { return *m_week; }

protected:
    void show(const QJsonObject &settings) override;
    [[nodiscard]] QJsonObject wish() const override;
    [[nodiscard]] QString complaint() const override;

private:
    QLineEdit *addLine(const QString &name, const QString &label, const QString &help = {});
    DurationField *addDuration(const QString &name, const QString &label, const QString &help = {});

    WeekGrid *m_week;
    QComboBox *m_zone;
    DurationField *m_before;
    DurationField *m_after;
    DurationField *m_notice;
    DurationField *m_shortest;
    DurationField *m_longest;
    DurationField *m_step;
    QSpinBox *m_horizon;
    QSpinBox *m_mostPerDay;
    QLineEdit *m_name;
    QLineEdit *m_email;
    QLineEdit *m_phone;
};

/// A box with every time zone in it, to be chosen or typed.
[[nodiscard]] QComboBox *makeZoneBox(QWidget *parent);

} // namespace ChatCal
