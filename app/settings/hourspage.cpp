// SPDX-License-Identifier: Apache-2.0
#include "app/settings/hourspage.h"

#include "app/settings/durationfield.h"
#include "app/settings/form.h"
#include "app/settings/weekgrid.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QSpinBox>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using std::chrono::minutes;

namespace ChatCal {

QComboBox *makeZoneBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(24);
    QStringList names;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (id.contains('/') && !id.startsWith("Etc/"))
            names.append(QString::fromLatin1(id));
    }
    names.append(u"UTC"_s);
    box->addItems(names);
    box->completer()->setFilterMode(Qt::MatchContains); // "berlin" is enough
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    return box;
}

HoursPage::HoursPage(const SettingsContext &context, QWidget *parent)
    : HostPage(context, parent),
      m_week(new WeekGrid(this)),
      m_zone(makeZoneBox(this)),
      m_horizon(new QSpinBox(this)),
      m_mostPerDay(new QSpinBox(this))
{
    form().addText(tr("When others can book you. Your own bookings may lie at any time."));
    form().add(u"working_hours"_s, tr("&Week"), m_week);
    connect(m_week, &WeekGrid::changed, this, &HoursPage::noteChange);
    form().add(u"identity.time_zone"_s, tr("Time &zone"), m_zone, tr("The hours are read in it."));
    connect(m_zone, &QComboBox::editTextChanged, this, &HoursPage::noteChange);

    form().addSection(tr("Rules for bookings"));
    m_before = addDuration(u"policy.buffer_before_minutes"_s, tr("Free &before"), tr("Kept free before each meeting."));
    m_after = addDuration(u"policy.buffer_after_minutes"_s, tr("Free a&fter"));
    m_notice = addDuration(u"policy.minimum_notice_minutes"_s, tr("Shortest &notice"),
                           tr("How long before its start a meeting can be booked at the latest."));
    m_horizon->setRange(1, 3650);
    m_horizon->setSuffix(tr(" days"));
    form().add(u"policy.horizon_days"_s, tr("How far a&head"), m_horizon);
    connect(m_horizon, &QSpinBox::valueChanged, this, &HoursPage::noteChange);
    m_shortest = addDuration(u"policy.shortest_minutes"_s, tr("S&hortest meeting"));
    m_longest = addDuration(u"policy.longest_minutes"_s, tr("&Longest meeting"));
    m_step = addDuration(u"policy.step_minutes"_s, tr("S&teps"), tr("Starts are offered this far apart."));
    m_mostPerDay->setRange(0, 200);
    m_mostPerDay->setSpecialValueText(tr("No limit"));
    form().add(u"policy.most_per_day"_s, tr("&Most per day"), m_mostPerDay);
    connect(m_mostPerDay, &QSpinBox::valueChanged, this, &HoursPage::noteChange);

    form().addSection(tr("About you"), tr("So meetings and mails name you."));
    m_name = addLine(u"identity.name"_s, tr("N&ame"));
    m_email = addLine(u"identity.email"_s, tr("Ma&il address"));
    m_phone = addLine(u"identity.phone"_s, tr("&Phone"), tr("Shown where a meeting is by phone."));
}

QLineEdit *HoursPage::addLine(const QString &name, const QString &label, const QString &help)
{
    auto *edit = new QLineEdit(&form());
    connect(edit, &QLineEdit::textEdited, this, &HoursPage::noteChange);
    form().add(name, label, edit, help);
    return edit;
}

DurationField *HoursPage::addDuration(const QString &name, const QString &label, const QString &help)
{
    auto *field = new DurationField(&form());
    connect(field, &DurationField::changed, this, &HoursPage::noteChange);
    form().add(name, label, field, help);
    return field;
}

void HoursPage::show(const QJsonObject &settings)
{
    const QJsonObject policy = settings.value("policy"_L1).toObject();
    const QJsonObject identity = settings.value("identity"_L1).toObject();
    m_week->setText(settings.value("working_hours"_L1).toString());
    m_zone->setCurrentText(identity.value("time_zone"_L1).toString());
    const auto length = [&policy](const char *name) { return minutes(policy.value(QLatin1StringView(name)).toInt()); };
    m_before->setValue(length("buffer_before_minutes"));
    m_after->setValue(length("buffer_after_minutes"));
    m_notice->setValue(length("minimum_notice_minutes"));
    m_shortest->setValue(length("shortest_minutes"));
    m_longest->setValue(length("longest_minutes"));
    m_step->setValue(length("step_minutes"));
    m_horizon->setValue(policy.value("horizon_days"_L1).toInt());
    m_mostPerDay->setValue(policy.value("most_per_day"_L1).toInt());
    m_name->setText(identity.value("name"_L1).toString());
    m_email->setText(identity.value("email"_L1).toString());
    m_phone->setText(identity.value("phone"_L1).toString());
}

QJsonObject HoursPage::wish() const
{
    const auto count = [](const DurationField *field) { return static_cast<int>(field->value().count()); };
    QJsonObject identity{{u"time_zone"_s, m_zone->currentText().trimmed()},
                         {u"email"_s, m_email->text().trimmed()},
                         {u"phone"_s, m_phone->text().trimmed()}};
    if (!m_name->text().trimmed().isEmpty())
        identity.insert(u"name"_s, m_name->text().trimmed());
    return {{u"working_hours"_s, m_week->text()},
            {u"identity"_s, identity},
            {u"policy"_s,
             QJsonObject{
                 {u"buffer_before_minutes"_s, count(m_before)},
                 {u"buffer_after_minutes"_s, count(m_after)},
                 {u"minimum_notice_minutes"_s, count(m_notice)},
                 {u"horizon_days"_s, m_horizon->value()},
                 {u"shortest_minutes"_s, count(m_shortest)},
                 {u"longest_minutes"_s, count(m_longest)},
                 {u"step_minutes"_s, count(m_step)},
                 {u"most_per_day"_s, m_mostPerDay->value() > 0 ? QJsonValue(m_mostPerDay->value()) : QJsonValue()}}}};
}

QString HoursPage::complaint() const
{
    return m_week->complaint();
}

} // namespace ChatCal
