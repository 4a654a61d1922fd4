// SPDX-License-Identifier: Apache-2.0
#include "app/settings/reminderspage.h"

#include "app/look/daywords.h"
#include "app/reminders/remindersettings.h"
#include "app/settings/form.h"

#include <QCheckBox>
#include <QSettings>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

const QString clockForm = u"HH:mm"_s;

} // namespace

RemindersPage::RemindersPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent),
      m_context(context),
      m_on(new QCheckBox(tr("&Remind me of meetings"), this)),
      m_minutes(new QSpinBox(this)),
      m_quiet(new QCheckBox(tr("&Quiet hours"), this)),
      m_from(new QTimeEdit(this)),
      m_to(new QTimeEdit(this))
{
    const ReminderSettings kept = ReminderSettings::read(QSettings());
    m_on->setChecked(kept.enabled);
    m_minutes->setRange(0, 120);
    m_minutes->setSuffix(tr(" min before"));
    m_minutes->setValue(static_cast<int>(kept.lead.count()));
    m_quiet->setChecked(kept.quietFrom.has_value());
    m_from->setTime(kept.quietFrom.value_or(QTime(22, 0)));
    m_to->setTime(kept.quietTo.value_or(QTime(7, 0)));
    for (QTimeEdit *edit : {m_from, m_to})
        edit->setDisplayFormat(clockFormat());
    for (QCheckBox *box : {m_on, m_quiet})
        box->setAccessibleName(withoutMnemonic(box->text()));

    auto *form = new Form(this);
    form->addWide(m_on);
    form->add(u"minutes"_s, tr("&When"), m_minutes);
    form->addWide(m_quiet);
    form->addText(tr("What is due in them is told at their end, or before, if the meeting begins before."));
    form->add(u"quietFrom"_s, tr("&From"), m_from);
    form->add(u"quietTo"_s, tr("&To"), m_to, tr("Before \"from\": on the next day."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(form);
    layout->addStretch(1);

    const auto arrange = [this, form] {
        for (QWidget *field : QList<QWidget *>{m_minutes, m_quiet})
            field->setEnabled(m_on->isChecked());
        for (const QString &name : {u"quietFrom"_s, u"quietTo"_s})
            form->setShown(name, m_on->isChecked() && m_quiet->isChecked());
    };
    arrange();
    for (QCheckBox *box : {m_on, m_quiet})
        connect(box, &QCheckBox::toggled, this, [this, arrange] {
            arrange();
            keep();
        });
    connect(m_minutes, &QSpinBox::valueChanged, this, &RemindersPage::keep);
    for (QTimeEdit *edit : {m_from, m_to})
        connect(edit, &QTimeEdit::timeChanged, this, &RemindersPage::keep);
}

void RemindersPage::keep()
{
    QSettings settings;
    settings.setValue(QLatin1StringView(reminderEnabledKey), m_on->isChecked());
    settings.setValue(QLatin1StringView(reminderMinutesKey), m_minutes->value());
    const bool isQuiet = m_quiet->isChecked();
    settings.setValue(QLatin1StringView(reminderQuietFromKey),
                      isQuiet ? m_from->time().toString(clockForm) : QString());
    settings.setValue(QLatin1StringView(reminderQuietToKey), isQuiet ? m_to->time().toString(clockForm) : QString());
    if (m_context.remindersChanged)
        m_context.remindersChanged();
}

} // namespace ChatCal
