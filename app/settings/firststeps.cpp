// SPDX-License-Identifier: Apache-2.0
#include "app/settings/firststeps.h"

#include "app/backend/apiclient.h"
#include "app/settings/form.h"
#include "app/settings/googlesigninrow.h"
#include "app/settings/hourspage.h"
#include "app/settings/secretfield.h"
#include "app/settings/weekgrid.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

const QString settingsPath = u"/api/v1/settings"_s;

Form *makeForm(QWidget *step)
{
    auto *layout = new QVBoxLayout(step);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *form = new Form(step);
    layout->addWidget(form);
    layout->addStretch(1);
    return form;
}

tl::unexpected<Error> gone()
{
    return failure(ErrorCode::Cancelled, u"caller gone"_s);
}

} // namespace

IdentityStep::IdentityStep(const SettingsContext &context, QWidget *parent)
    : FirstStep(parent),
      m_context(context),
      m_form(makeForm(this)),
      m_name(new QLineEdit(this)),
      m_email(new QLineEdit(this)),
      m_zone(makeZoneBox(this)),
      m_week(new WeekGrid(this))
{
    m_form->add(u"identity.name"_s, tr("&Name"), m_name);
    m_form->add(u"identity.email"_s, tr("&Mail address"), m_email,
                tr("Invitations name it. Nothing is sent to it now."));
    m_form->add(u"identity.time_zone"_s, tr("Time &zone"), m_zone);
    m_form->add(u"working_hours"_s, tr("&Working hours"), m_week, tr("When others can book you."));
    m_zone->setCurrentText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    m_week->setText(u"Mon-Fri 09:00-17:00"_s);
    m_hoursBefore = m_week->text();
}

QString IdentityStep::text() const
{
    return tr("So that meetings and invitations name you, and others find free times that suit you.");
}

void IdentityStep::load()
{
    if (m_isLoaded)
        return;
    QCoro::connect(m_context.client.ask("GET", settingsPath), this, [this](const Result<QJsonObject> &settings) {
        if (!settings || std::exchange(m_isLoaded, true))
            return;
        const QJsonObject identity = settings->value("identity"_L1).toObject();
        if (m_email->text().isEmpty())
            m_email->setText(identity.value("email"_L1).toString());
        if (m_week->text() == m_hoursBefore) { // nobody changed it meanwhile
            m_week->setText(settings->value("working_hours"_L1).toString());
            m_hoursBefore = m_week->text();
        }
        m_zone->setCurrentText(identity.value("time_zone"_L1).toString());
    });
}

QJsonObject IdentityStep::wish() const
{
    QJsonObject identity{{u"time_zone"_s, m_zone->currentText().trimmed()}};
    if (!m_name->text().trimmed().isEmpty())
        identity.insert(u"name"_s, m_name->text().trimmed());
    if (!m_email->text().trimmed().isEmpty())
        identity.insert(u"email"_s, m_email->text().trimmed());
    QJsonObject wish{{u"identity"_s, identity}};
    if (m_week->text() != m_hoursBefore)
        wish.insert(u"working_hours"_s, m_week->text());
    return wish;
}

QCoro::Task<Result<bool>> IdentityStep::apply()
{
    const QString wrong = m_week->complaint();
    if (!wrong.isEmpty())
        co_return invalidField(u"working_hours"_s, Sentence::said(wrong));
    const auto kept = co_await m_context.client.ask("PUT", settingsPath, wish());
    if (!kept)
        co_return tl::unexpected(kept.error());
    co_return true;
}

CalendarStep::CalendarStep(const SettingsContext &context, QWidget *parent)
    : FirstStep(parent),
      m_context(context),
      m_form(makeForm(this)),
      m_kind(new QComboBox(this)),
      m_url(new QLineEdit(this)),
      m_user(new QLineEdit(this)),
      m_password(new SecretField(this)),
      m_clientId(new QLineEdit(this)),
      m_clientSecret(new SecretField(this)),
      m_google(new GoogleSignInRow(context.client, this))
{
    m_kind->addItem(tr("Here, on this machine"), u"local"_s);
    m_kind->addItem(tr("At Google Calendar"), u"google"_s);
    m_kind->addItem(tr("On a CalDAV server"), u"caldav"_s);
    m_url->setPlaceholderText(u"https://cloud.example.org/remote.php/dav"_s);
    m_form->add(u"CALENDAR"_s, tr("&Meetings are kept"), m_kind,
                tr("You can change that at any time in the settings."));
    m_form->add(u"CALDAV_URL"_s, tr("Add&ress"), m_url);
    m_form->add(u"CALDAV_USERNAME"_s, tr("Na&me there"), m_user);
    m_form->add(u"CALDAV_PASSWORD"_s, tr("Pass&word"), m_password,
                tr("Better one made for apps than the one you sign in with."));
    m_form->add(u"GOOGLE_CLIENT_ID"_s, tr("Client &ID"), m_clientId,
                tr("Of an OAuth client of your own, type \"Desktop app\", from console.cloud.google.com."));
    m_form->add(u"GOOGLE_CLIENT_SECRET"_s, tr("Client &secret"), m_clientSecret);
    m_form->add(u"google"_s, tr("&Account"), m_google);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &CalendarStep::arrange);
    arrange();
}

QString CalendarStep::text() const
{
    return tr("ChatCal can keep your meetings by itself, or in the calendar you already have.");
}

void CalendarStep::arrange()
{
    const QString kind = m_kind->currentData().toString();
    for (const QString &name : {u"CALDAV_URL"_s, u"CALDAV_USERNAME"_s, u"CALDAV_PASSWORD"_s})
        m_form->setShown(name, kind == "caldav"_L1);
    for (const QString &name : {u"GOOGLE_CLIENT_ID"_s, u"GOOGLE_CLIENT_SECRET"_s})
        m_form->setShown(name, kind == "google"_L1);
    m_form->setShown(u"google"_s, kind == "google"_L1 && m_applied == kind);
}

ServerSetup::Wish CalendarStep::wish() const
{
    ServerSetup::Wish wish;
    const QString kind = m_kind->currentData().toString();
    wish.values.insert(u"CALENDAR"_s, kind);
    if (kind == "caldav"_L1) {
        wish.values.insert(u"CALDAV_URL"_s, m_url->text());
        wish.values.insert(u"CALDAV_USERNAME"_s, m_user->text());
        if (const auto secret = m_password->wish())
            wish.secrets.insert(u"CALDAV_PASSWORD"_s, *secret);
    }
    if (kind == "google"_L1) {
        wish.values.insert(u"GOOGLE_CLIENT_ID"_s, m_clientId->text());
        if (const auto secret = m_clientSecret->wish())
            wish.secrets.insert(u"GOOGLE_CLIENT_SECRET"_s, *secret);
    }
    return wish;
}

QCoro::Task<Result<bool>> CalendarStep::apply()
{
    const QPointer<CalendarStep> self(this);
    const QString kind = m_kind->currentData().toString();
    const bool isAsItWas = m_applied == kind || (kind == "local"_L1 && m_applied.isEmpty());
    if (isAsItWas)
        co_return true;
    if (kind == "caldav"_L1) {
        // A calendar that does not answer is better found out here than by the first booking.
        const auto trials = co_await m_context.own->tryOut(wish(), {u"CALENDAR"_s, u"CALDAV_"_s});
        if (!self)
            co_return gone();
        if (!trials)
            co_return tl::unexpected(trials.error());
        for (const ServerSetup::Trial &trial : *trials) {
            if (trial.service == "calendar caldav"_L1 && !trial.isGood)
                co_return invalidField(u"CALDAV_URL"_s, Sentence::said(trial.words));
        }
    }
    const auto applied = co_await m_context.own->apply(wish());
    if (!self)
        co_return gone();
    if (!applied)
        co_return tl::unexpected(applied.error());
    m_applied = kind;
    arrange();
    if (kind != "google"_L1)
        co_return true;
    m_google->load();
    m_google->setFocus();
    co_return false; // the sign-in comes next
}

AssistantStep::AssistantStep(const SettingsContext &context, QWidget *parent)
    : FirstStep(parent),
      m_context(context),
      m_form(makeForm(this)),
      m_key(new SecretField(this)),
      m_atLogin(new QCheckBox(tr("Start ChatCal when I &log in"), this))
{
    m_form->add(u"GROQ_API_KEY"_s, tr("&Groq key"), m_key,
                tr("Not needed. With a key from console.groq.com a larger model answers; what you say in the chat then "
                   "goes to Groq."));
    m_atLogin->setAccessibleName(tr("Start ChatCal when I log in"));
    m_form->addWide(m_atLogin);
    m_atLogin->setVisible(static_cast<bool>(context.setStartsAtLogin));
}

QString AssistantStep::text() const
{
    return tr("It works offline, on this machine, with nothing to set up. Try \"Lunch with Ada tomorrow at noon\".");
}

QCoro::Task<Result<bool>> AssistantStep::apply()
{
    if (m_atLogin->isChecked() && m_context.setStartsAtLogin) {
        const auto set = m_context.setStartsAtLogin(true);
        if (!set)
            co_return tl::unexpected(set.error());
    }
    const auto key = m_key->wish();
    if (!key || key->isEmpty())
        co_return true;
    ServerSetup::Wish wish;
    wish.secrets.insert(u"GROQ_API_KEY"_s, *key);
    const auto applied = co_await m_context.own->apply(wish);
    if (!applied)
        co_return tl::unexpected(applied.error());
    co_return true;
}

} // namespace ChatCal
