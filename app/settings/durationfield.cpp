// SPDX-License-Identifier: Apache-2.0
#include "app/settings/durationfield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

namespace ChatCal {

namespace {

constexpr int minutesPerHour = 60;
constexpr int minutesPerDay = 24 * 60;

} // namespace

DurationField::DurationField(QWidget *parent)
    : QWidget(parent), m_number(new QSpinBox(this)), m_unit(new QComboBox(this))
{
    m_number->setRange(0, 100000);
    m_unit->addItem(tr("minutes"), 1);
    m_unit->addItem(tr("hours"), minutesPerHour);
    m_unit->addItem(tr("days"), minutesPerDay);
    m_unit->setAccessibleName(tr("Unit"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_number);
    row->addWidget(m_unit);
    row->addStretch(1);
    setFocusProxy(m_number);
    connect(m_number, &QSpinBox::valueChanged, this, &DurationField::changed);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &DurationField::changed);
}

void DurationField::setValue(std::chrono::minutes value)
{
    const int minutes = static_cast<int>(value.count());
    const int unit = minutes > 0 && minutes % minutesPerDay == 0 ? minutesPerDay
        : minutes > 0 && minutes % minutesPerHour == 0           ? minutesPerHour
                                                                 : 1;
    m_unit->setCurrentIndex(m_unit->findData(unit));
    m_number->setValue(minutes / unit);
}

std::chrono::minutes DurationField::value() const
{
    return std::chrono::minutes(m_number->value() * m_unit->currentData().toInt());
}

} // namespace ChatCal
