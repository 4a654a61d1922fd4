// SPDX-License-Identifier: Apache-2.0
#include "app/tray/trayicon.h"

#include "app/look/daywords.h"
#include "app/tray/dayicon.h"

#include <QDate>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr auto joinAhead = 10min;
constexpr qsizetype mostNext = 5;
constexpr qsizetype longestTitle = 40;

/// A title as part of a menu's entry: "&" is no mnemonic there, and no title makes the menu wide.
QString menuTitle(const QString &title)
{
    QString text = title.size() > longestTitle ? title.left(longestTitle - 1) + u'…' : title;
    return text.replace(u'&', "&&"_L1);
}

} // namespace

TrayView trayView(const Agenda &agenda, Instant now)
{
    TrayView view;
    const LocalDate today = agenda.zone.toLocalDate(now);
    view.day = toQDate(today).day();
    for (const AgendaItem &item : agenda.items) {
        if (item.allDay || item.when.end <= now)
            continue;
        // The newest that can be joined: who is late in one meeting wants the one that begins now.
        if (!item.conferenceUrl.isEmpty() && item.when.start - joinAhead <= now)
            view.join = item;
        if (agenda.zone.toLocalDate(item.when.start) <= today && view.next.size() < mostNext)
            view.next.append(item);
    }
    return view;
}

bool TrayView::looksLike(const TrayView &other) const
{
    const auto isSame = [](const AgendaItem &a, const AgendaItem &b) {
        return a.uid == b.uid && a.when == b.when && a.title == b.title && a.conferenceUrl == b.conferenceUrl;
    };
    return day == other.day && join.has_value() == other.join.has_value() && (!join || isSame(*join, *other.join))
        && std::equal(next.begin(), next.end(), other.next.begin(), other.next.end(), isSame);
}

TrayIcon::TrayIcon(QObject *parent) : QObject(parent)
{
    m_view.day = QDate::currentDate().day();
    fillMenu();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::show()
{
    if (!m_icon) {
        m_icon = std::make_unique<QSystemTrayIcon>();
        m_icon->setContextMenu(&m_menu);
        // Queued: over D-Bus the click is a call that waits for its answer, and windows may ask the bus while they
        // open.
        connect(
            m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    Q_EMIT quickBookWanted();
                else if (reason == QSystemTrayIcon::DoubleClick || reason == QSystemTrayIcon::MiddleClick)
                    Q_EMIT windowWanted();
            },
            Qt::QueuedConnection);
        connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayIcon::windowWanted);
        dress();
    }
    m_icon->show();
}

void TrayIcon::hide()
{
    m_icon.reset();
}

void TrayIcon::dress()
{
    if (!m_icon)
        return;
    m_icon->setIcon(dayIcon(m_view.day));
    m_icon->setToolTip(m_words.isEmpty() ? tr("ChatCal: click to book in one line") : u"ChatCal\n"_s + m_words);
}

void TrayIcon::setUpcoming(const QString &words)
{
    m_words = words;
    dress();
}

void TrayIcon::setAgenda(const Agenda &agenda, Instant now)
{
    const TrayView view = trayView(agenda, now);
    if (view.looksLike(m_view) && agenda.zone == m_zone)
        return;
    m_view = view;
    m_zone = agenda.zone;
    dress();
    fillMenu();
}

void TrayIcon::fillMenu()
{
    m_menu.clear();
    m_menu.addAction(tr("New meeting…"), this, &TrayIcon::quickBookWanted);
    m_menu.addAction(tr("Open ChatCal"), this, &TrayIcon::windowWanted);
    if (m_view.join) {
        m_menu.addAction(tr("Join “%1”").arg(menuTitle(m_view.join->title)), this,
                         [this, item = *m_view.join] { Q_EMIT joinWanted(item); });
    }
    m_menu.addSeparator();
    for (const AgendaItem &item : std::as_const(m_view.next)) {
        const QString time = clockWords(toQTime(m_zone.toLocal(item.when.start)));
        m_menu.addAction(tr("%1  %2", "a time and a title").arg(time, menuTitle(item.title)), this,
                         [this, item] { Q_EMIT meetingWanted(item); });
    }
    if (!m_view.next.isEmpty())
        m_menu.addSeparator();
    m_menu.addAction(tr("Snoozed…"), this, &TrayIcon::snoozedWanted);
    m_menu.addAction(tr("Settings…"), this, &TrayIcon::settingsWanted);
    m_menu.addSeparator();
    m_menu.addAction(tr("Quit"), this, &TrayIcon::quitWanted);
}

bool TrayIcon::tell(const QString &title, const QString &text)
{
    if (!isShown() || !QSystemTrayIcon::supportsMessages())
        return false;
    m_icon->showMessage(title, text, m_icon->icon());
    return true;
}

} // namespace ChatCal
