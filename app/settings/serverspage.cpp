// SPDX-License-Identifier: Apache-2.0
#include "app/settings/serverspage.h"

#include "app/backend/servers.h"
#include "app/look/showlog.h"
#include "app/settings/applybar.h"
#include "app/settings/form.h"
#include "app/settings/secretfield.h"

#include <QCoroTask>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

ServersPage::ServersPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent),
      m_context(context),
      m_form(new Form(this)),
      m_list(new QListWidget(this)),
      m_use(new QPushButton(tr("&Use this one"), this)),
      m_remove(new QPushButton(this)),
      m_log(new QPushButton(tr("Show &log"), this)),
      m_address(new QLineEdit(this)),
      m_name(new QLineEdit(this)),
      m_token(new SecretField(this)),
      m_bar(new ApplyBar(this))
{
    m_form->addText(tr("ChatCal brings a server of its own, on this machine, for you alone. A team's server keeps the "
                       "team's calendar; who runs it gives you its address and a token."));
    auto *box = new QWidget(m_form);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    m_list->setAccessibleName(tr("Servers"));
    m_list->setFixedHeight(m_list->fontMetrics().height() * 6);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_use);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_log);
    buttons->addStretch(1);
    column->addWidget(m_list);
    column->addLayout(buttons);
    box->setFocusProxy(m_list);
    m_form->add(u"servers"_s, tr("&Servers"), box);
    m_form->addSection(tr("Add a team's server"));
    m_address->setPlaceholderText(u"https://calendar.example.org"_s);
    m_form->add(u"address"_s, tr("&Address"), m_address);
    m_form->add(u"token"_s, tr("&Token"), m_token, tr("It says who you are. It is kept as your passwords are."));
    m_form->add(u"name"_s, tr("&Name"), m_name, tr("What you call it; its address until you name it."));
    m_bar->applyButton()->setText(tr("A&dd"));
    m_bar->applyButton()->setAccessibleName(tr("Add"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_form);
    layout->addSpacing(10);
    layout->addWidget(m_bar);
    layout->addStretch(1);

    connect(m_list, &QListWidget::currentRowChanged, this, &ServersPage::refresh);
    connect(m_list, &QListWidget::itemActivated, this, &ServersPage::use);
    connect(m_use, &QPushButton::clicked, this, &ServersPage::use);
    connect(m_remove, &QPushButton::clicked, this, &ServersPage::remove);
    connect(m_log, &QPushButton::clicked, this, &ServersPage::openLog);
    connect(m_bar, &ApplyBar::applied, this, &ServersPage::add);
    const auto note = [this] { m_bar->setChanged(!m_address->text().trimmed().isEmpty() && m_token->willBeKept()); };
    connect(m_address, &QLineEdit::textEdited, this, note);
    connect(m_token, &SecretField::changed, this, note);
    if (m_context.servers != nullptr)
        connect(m_context.servers, &Servers::changed, this, &ServersPage::fill);
    fill();
}

void ServersPage::load()
{
    fill();
}

QString ServersPage::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item == nullptr ? QString() : item->data(Qt::UserRole).toString();
}

void ServersPage::fill()
{
    if (m_context.servers == nullptr) {
        refresh();
        return;
    }
    const QString current = m_context.servers->current();
    m_list->clear();
    const auto line = [&](const QString &id, const QString &words) {
        auto *item = new QListWidgetItem(id == current ? tr("%1 (in use)").arg(words) : words, m_list);
        item->setData(Qt::UserRole, id);
        if (id == current)
            m_list->setCurrentItem(item);
    };
    line({}, tr("On this machine"));
    for (const TeamServer &team : m_context.servers->teams())
        line(team.id, team.name.isEmpty() ? team.url.toString() : tr("%1 – %2").arg(team.name, team.url.toString()));
    refresh();
}

void ServersPage::refresh()
{
    m_wantsRemove = false;
    const bool isCurrent = m_context.servers != nullptr && chosen() == m_context.servers->current();
    m_use->setEnabled(!isCurrent);
    m_use->setToolTip(isCurrent ? tr("It is in use.") : QString());
    m_use->setAccessibleName(tr("Use this one"));
    m_remove->setText(tr("&Remove…"));
    m_remove->setAccessibleName(tr("Remove"));
    m_remove->setEnabled(!chosen().isEmpty());
    m_log->setAccessibleName(tr("Show log"));
    m_log->setEnabled(chosen().isEmpty() && !m_context.ownLog.isEmpty());
    m_log->setToolTip(m_log->isEnabled() ? QString() : tr("Only the server on this machine has its log here."));
    m_remove->setToolTip(chosen().isEmpty() ? tr("ChatCal's own server stays.") : QString());
}

void ServersPage::use()
{
    if (m_context.servers != nullptr && m_use->isEnabled())
        m_context.servers->use(chosen());
}

void ServersPage::openLog()
{
    m_bar->tell(showLog(m_context.ownLog));
}

void ServersPage::remove()
{
    if (!std::exchange(m_wantsRemove, true)) {
        m_remove->setText(tr("&Really remove it"));
        m_remove->setAccessibleName(tr("Really remove it"));
        m_bar->tell(tr("What still waits to be sent to it is lost then."));
        return;
    }
    m_wantsRemove = false;
    QCoro::connect(m_context.servers->remove(chosen()), this, [this](const Result<void> &removed) {
        if (removed)
            m_bar->tell(tr("It is removed."));
        else
            m_bar->tellBad(tr("It is removed, but the keychain did not answer and may still hold its token."));
        fill();
    });
}

void ServersPage::add()
{
    m_form->clearErrors();
    const auto token = m_token->wish();
    if (!token || m_context.servers == nullptr)
        return;
    m_bar->setBusy(tr("Asking it…"));
    QCoro::connect(m_context.servers->add(m_address->text().trimmed(), *token, m_name->text().trimmed()), this,
                   [this](const Result<TeamServer> &added) {
                       if (!added) {
                           const QString words = Servers::addFailureWords(added.error());
                           const bool isToken = added.error().code == ErrorCode::Unauthorized;
                           m_form->showErrors({{isToken ? u"token"_s : u"address"_s, Sentence::said(words)}});
                           m_bar->tell({});
                           return;
                       }
                       m_address->clear();
                       m_name->clear();
                       m_token->setKept(false);
                       m_bar->setChanged(false);
                       m_bar->tellGood(tr("It is added. Choose \"Use this one\" to work with it."));
                       fill();
                   });
}

} // namespace ChatCal
