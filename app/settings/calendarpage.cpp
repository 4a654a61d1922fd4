// SPDX-License-Identifier: Apache-2.0
#include "app/settings/calendarpage.h"

#include "app/settings/form.h"
#include "app/settings/googlesigninrow.h"

#include <QComboBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ChatCal {

CalendarPage::CalendarPage(const SettingsContext &context, QWidget *parent) : SetupPage(context, parent)
{
    if (!hasOwnServer()) {
        explainTeam(
            tr("Meetings are kept where the team's server keeps them. Its operator sets that up; an admin of the "
               "server connects the team's Google calendar."));
        m_google = new GoogleSignInRow(context.client, &form());
        form().add(u"google"_s, tr("Google"), m_google);
        return;
    }
    m_kind = addChoice(u"CALENDAR"_s, tr("&Meetings are kept"),
                       {{tr("Here, on this machine"), u"local"_s},
                        {tr("At Google Calendar"), u"google"_s},
                        {tr("On a CalDAV server"), u"caldav"_s}},
                       tr("Nextcloud, Fastmail, iCloud, Posteo and many others speak CalDAV."));
    addLine(u"CALDAV_URL"_s, tr("Add&ress"), tr("Of the server, or of the very calendar to write to."),
            u"https://cloud.example.org/remote.php/dav"_s);
    addLine(u"CALDAV_USERNAME"_s, tr("&Name there"), {}, u"ada"_s);
    addSecret(u"CALDAV_PASSWORD"_s, tr("Pass&word"), tr("Better one made for apps than the one you sign in with."));
    addLine(u"CALDAV_BUSY_URLS"_s, tr("&Further calendars"),
            tr("Addresses of calendars there in which you are busy too, with commas between them."));
    addLine(u"ALLOWED_PRIVATE_HOSTS"_s, tr("At &home"),
            tr("The server's name, if it stands in your own network: nas.local"), u"nas.local"_s);
    addLine(u"GOOGLE_CLIENT_ID"_s, tr("Client &ID"),
            tr("Of an OAuth client of your own, type \"Desktop app\", from console.cloud.google.com."));
    addSecret(u"GOOGLE_CLIENT_SECRET"_s, tr("Client &secret"));
    addLine(u"GOOGLE_CALENDAR_ID"_s, tr("Ca&lendar"), tr("The one to write to; your main one until you name another."));
    addLine(u"GOOGLE_BUSY_CALENDARS"_s, tr("&Further calendars"),
            tr("IDs of calendars in which you are busy too, with commas between them."));
    m_google = new GoogleSignInRow(context.client, &form());
    form().add(u"google"_s, tr("&Account"), m_google);
    m_check = addCheck(tr("&Check"), {u"CALENDAR"_s, u"CALDAV_"_s, u"ALLOWED_"_s, u"MY_"_s}, u"calendar caldav"_s);
    arrange();
}

void CalendarPage::load()
{
    SetupPage::load();
    if (!hasOwnServer())
        m_google->load();
}

void CalendarPage::arrange()
{
    const QString kind = m_kind->currentData().toString();
    for (const QString &name : {u"CALDAV_URL"_s, u"CALDAV_USERNAME"_s, u"CALDAV_PASSWORD"_s, u"CALDAV_BUSY_URLS"_s,
                                u"ALLOWED_PRIVATE_HOSTS"_s})
        form().setShown(name, kind == "caldav"_L1);
    for (const QString &name : {u"GOOGLE_CLIENT_ID"_s, u"GOOGLE_CLIENT_SECRET"_s, u"GOOGLE_CALENDAR_ID"_s,
                                u"GOOGLE_BUSY_CALENDARS"_s, u"google"_s})
        form().setShown(name, kind == "google"_L1);
    m_check->setVisible(kind == "caldav"_L1);
    if (kind != "google"_L1)
        return;
    const bool isInForce = inForce().value(u"CALENDAR"_s).text == "google"_L1 && wish().isEmpty();
    m_google->setUsable(isInForce, tr("First put in the client's ID and secret, and choose Apply."));
    if (isInForce)
        m_google->load();
}

void CalendarPage::wasApplied()
{
    if (m_kind->currentData().toString() == "google"_L1)
        m_google->load();
}

} // namespace ChatCal
