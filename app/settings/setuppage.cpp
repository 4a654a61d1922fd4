// SPDX-License-Identifier: Apache-2.0
#include "app/settings/setuppage.h"

#include "app/settings/applybar.h"
#include "app/settings/form.h"
#include "app/settings/secretfield.h"

#include <QCoroTask>

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

SetupPage::SetupPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent),
      m_context(context),
      m_layout(new QVBoxLayout(this)),
      m_form(new Form(this)),
      m_bar(new ApplyBar(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(m_form);
    m_layout->addSpacing(10);
    m_layout->addWidget(m_bar);
    m_layout->addStretch(1);
    connect(m_bar, &ApplyBar::applied, this, &SetupPage::apply);
}

void SetupPage::explainTeam(const QString &words)
{
    m_form->addText(words);
    m_bar->hide();
}

QLineEdit *SetupPage::addLine(const QString &setting, const QString &label, const QString &help, const QString &example)
{
    auto *edit = new QLineEdit(m_form);
    edit->setPlaceholderText(example);
    connect(edit, &QLineEdit::textEdited, this, &SetupPage::noteChange);
    addOther(
        setting, label, edit, [edit] { return edit->text().trimmed(); },
        [edit, example](const ServerSetup::Value &value) {
            edit->setText(value.isSet() ? value.text : QString());
            // What holds until something is set says more than an example.
            edit->setPlaceholderText(value.isSet() || value.text.isEmpty() ? example : value.text);
        },
        help);
    return edit;
}

QComboBox *SetupPage::addChoice(const QString &setting, const QString &label,
                                const QList<QPair<QString, QString>> &choices, const QString &help)
{
    auto *box = new QComboBox(m_form);
    for (const auto &[text, value] : choices)
        box->addItem(text, value);
    connect(box, &QComboBox::currentIndexChanged, this, &SetupPage::noteChange);
    addOther(
        setting, label, box, [box] { return box->currentData().toString(); },
        [box](const ServerSetup::Value &value) { box->setCurrentIndex(std::max(0, box->findData(value.text))); }, help);
    return box;
}

SecretField *SetupPage::addSecret(const QString &setting, const QString &label, const QString &help)
{
    auto *field = new SecretField(m_form);
    connect(field, &SecretField::changed, this, &SetupPage::noteChange);
    m_form->add(setting, label, field, help);
    m_secrets.append({setting, field});
    return field;
}

void SetupPage::addOther(const QString &setting, const QString &label, QWidget *field, std::function<QString()> read,
                         std::function<void(const ServerSetup::Value &)> show, const QString &help)
{
    m_form->add(setting, label, field, help);
    m_fields.append({setting, std::move(read), std::move(show), {}});
}

QPushButton *SetupPage::addCheck(const QString &text, const QStringList &settings, const QString &service)
{
    auto *button = m_bar->add(text);
    connect(button, &QPushButton::clicked, this, [this, settings, service] { check(settings, service); });
    return button;
}

ServerSetup::Wish SetupPage::wish() const
{
    ServerSetup::Wish wish;
    if (!m_isLoaded)
        return wish;
    for (const Field &field : m_fields) {
        const QString now = field.read();
        if (now != field.shown && !m_inForce.value(field.setting).isFixed())
            wish.values.insert(field.setting, now);
    }
    for (const auto &[setting, field] : m_secrets) {
        if (const auto secret = field->wish(); secret && !m_inForce.value(setting).isFixed())
            wish.secrets.insert(setting, *secret);
    }
    return wish;
}

void SetupPage::noteChange()
{
    if (m_isShowing)
        return;
    m_bar->setChanged(!wish().isEmpty());
    arrange();
}

void SetupPage::load()
{
    if (!hasOwnServer() || !wish().isEmpty()) // what is being typed stays
        return;
    QCoro::connect(m_context.own->read(), this, [this](const Result<ServerSetup::Values> &values) {
        if (values) {
            showValues(*values);
            return;
        }
        // Something that was written by hand is wrong: what is there can be mended here.
        showValues(m_context.own->written());
        m_bar->tellError(values.error(), *m_form);
    });
}

void SetupPage::showValues(const ServerSetup::Values &values)
{
    m_isLoaded = true;
    m_isShowing = true;
    m_inForce = values;
    m_form->clearErrors();
    for (Field &field : m_fields) {
        const ServerSetup::Value value = values.value(field.setting);
        field.show(value);
        field.shown = field.read();
        fix(field.setting, value);
    }
    for (const auto &[setting, field] : std::as_const(m_secrets)) {
        const ServerSetup::Value value = values.value(setting);
        field->setKept(value.isSet() || m_context.own->vault().locked().contains(setting));
        fix(setting, value);
    }
    m_isShowing = false;
    m_bar->setChanged(false);
    arrange();
}

void SetupPage::fix(const QString &setting, const ServerSetup::Value &value)
{
    m_form->setFixed(setting,
                     value.isFixed() ? tr("Set in the environment ChatCal was started with, and changed there.")
                                     : QString());
}

void SetupPage::apply()
{
    m_form->clearErrors();
    m_bar->setBusy(tr("Checking…"));
    QCoro::connect(m_context.own->apply(wish()), this, [this](const Result<void> &applied) {
        if (!applied) {
            m_bar->tellError(applied.error(), *m_form);
            return;
        }
        QCoro::connect(m_context.own->read(), this, [this](const Result<ServerSetup::Values> &values) {
            if (values)
                showValues(*values);
            m_bar->tellGood(tr("Applied. It holds from now on."));
            wasApplied();
        });
    });
}

void SetupPage::check(const QStringList &settings, const QString &service)
{
    m_form->clearErrors();
    m_bar->setBusy(tr("Trying it…"));
    QCoro::connect(m_context.own->tryOut(wish(), settings), this,
                   [this, service](const Result<QList<ServerSetup::Trial>> &trials) {
                       if (!trials) {
                           m_bar->tellError(trials.error(), *m_form);
                           return;
                       }
                       QStringList good;
                       for (const ServerSetup::Trial &trial : *trials) {
                           if (!trial.service.startsWith(service))
                               continue;
                           const QString name = trial.service.section(u' ', 1);
                           if (!trial.isGood) {
                               m_bar->tellBad(tr("%1: %2").arg(name, trial.words));
                               return;
                           }
                           good.append(name);
                       }
                       if (good.isEmpty())
                           m_bar->tell(tr("There is nothing to try yet."));
                       else
                           m_bar->tellGood(tr("It works: %1").arg(good.join(u", "_s)));
                   });
}

} // namespace ChatCal
