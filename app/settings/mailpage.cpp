// SPDX-License-Identifier: Apache-2.0
#include "app/settings/mailpage.h"

#include "app/backend/apiclient.h"
#include "app/settings/applybar.h"
#include "app/settings/form.h"

#include <QCoroTask>

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ChatCal {

MailPage::MailPage(const SettingsContext &context, QWidget *parent) : SetupPage(context, parent)
{
    if (!hasOwnServer()) {
        explainTeam(tr("The team's server sends the mail. Its operator sets up by which mail server."));
        return;
    }
    form().addText(
        tr("Invitations, changes and cancellations go to attendees by mail. Until a mail server is set, they "
           "are kept as files in the data folder."));
    addLine(u"SMTP_SERVER"_s, tr("Mail &server"), {}, u"smtp.example.org"_s);
    addChoice(u"SMTP_SECURITY"_s, tr("S&ecurity"),
              {{tr("STARTTLS (usual)"), u"starttls"_s},
               {tr("TLS from the first byte"), u"tls"_s},
               {tr("None, on this machine only"), u"none"_s}});
    addLine(u"SMTP_PORT"_s, tr("&Port"), tr("Left empty: the usual one for the security chosen."), u"587"_s);
    addLine(u"SMTP_USERNAME"_s, tr("&Name there"), {}, u"ada@example.org"_s);
    addSecret(u"SMTP_PASSWORD"_s, tr("Pass&word"), tr("Many services want a password made for apps here."));
    addLine(u"SMTP_FROM"_s, tr("Sen&der"), tr("Left empty: your own address."), u"ada@example.org"_s);
    m_check = addCheck(tr("&Check"), {u"SMTP_"_s, u"MY_"_s}, u"mail smtp"_s);
    m_test = bar().add(tr("Send me a &test mail"));
    connect(m_test, &QPushButton::clicked, this, &MailPage::sendTest);
}

void MailPage::arrange()
{
    const bool hasChanges = !wish().isEmpty();
    m_test->setEnabled(!hasChanges);
    m_test->setToolTip(hasChanges ? tr("Apply the changes first.") : QString());
}

void MailPage::sendTest()
{
    bar().setBusy(tr("Sending…"));
    QCoro::connect(context().client.ask("POST", u"/api/v1/mail/test"_s), this, [this](const Result<QJsonObject> &said) {
        if (!said) {
            bar().tellError(said.error(), form());
            return;
        }
        const QString to = said->value("to"_L1).toString();
        const QString outcome = said->value("outcome"_L1).toString();
        if (outcome == "sent"_L1)
            bar().tellGood(tr("Sent to %1. Look into the mailbox.").arg(to));
        else if (outcome == "kept"_L1)
            bar().tell(tr("No mail server is set: the mail is a file in the data folder's \"outbox\"."));
        else if (outcome == "no_address"_L1)
            bar().tellBad(tr("Your own mail address is not known yet: see Working hours, About you."));
        else
            bar().tellBad(tr("Not sent: %1").arg(said->value("detail"_L1).toString()));
    });
}

} // namespace ChatCal
