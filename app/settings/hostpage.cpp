// SPDX-License-Identifier: Apache-2.0
#include "app/settings/hostpage.h"

#include "app/backend/apiclient.h"
#include "app/settings/applybar.h"
#include "app/settings/form.h"

#include <QCoroTask>

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

const QString path = u"/api/v1/settings"_s;

} // namespace

HostPage::HostPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent), m_context(context), m_form(new Form(this)), m_bar(new ApplyBar(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_form);
    layout->addSpacing(10);
    layout->addWidget(m_bar);
    layout->addStretch(1);
    connect(m_bar, &ApplyBar::applied, this, &HostPage::apply);
}

void HostPage::noteChange()
{
    if (m_isShowing)
        return;
    m_isChanged = true;
    m_bar->setChanged(true);
}

void HostPage::take(const QJsonObject &settings)
{
    m_isLoaded = true;
    m_isShowing = true;
    m_form->clearErrors();
    show(settings);
    m_isShowing = false;
    m_isChanged = false;
    m_bar->setChanged(false);
}

void HostPage::load()
{
    if (m_isChanged) // what is being typed stays
        return;
    QCoro::connect(m_context.client.ask("GET", path), this, [this](const Result<QJsonObject> &settings) {
        m_form->setEnabled(settings.has_value());
        if (!settings)
            m_bar->tellBad(errorWords(settings.error()));
        else
            take(*settings);
    });
}

void HostPage::apply()
{
    m_form->clearErrors();
    if (const QString wrong = complaint(); !wrong.isEmpty()) {
        m_bar->tellBad(wrong);
        return;
    }
    m_bar->setBusy(tr("Applying…"));
    QCoro::connect(m_context.client.ask("PUT", path, wish()), this, [this](const Result<QJsonObject> &settings) {
        if (!settings) {
            m_bar->tellError(placed(settings.error()), *m_form);
            return;
        }
        take(*settings);
        m_bar->tellGood(tr("Applied. It holds from now on."));
    });
}

} // namespace ChatCal
