// SPDX-License-Identifier: Apache-2.0
#include "app/reminders/reminders.h"

#include "app/reminders/remindercard.h"
#include "app/reminders/reminderwords.h"
#include "app/reminders/snoozeddialog.h"

#include <QDesktopServices>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype mostSingly = 3; // more at once are told in one

} // namespace

bool joinMeeting(const AgendaItem &item)
{
    const QUrl link = safeLink(item.conferenceUrl);
    return link.isValid() && QDesktopServices::openUrl(link);
}

Reminders::Reminders(AgendaSource &source, ApiClient &client, const Clock &clock, const QString &file, TrayMessage tray,
                     QDBusConnection bus, QObject *parent)
    : QObject(parent), m_keeper(source, client, clock, file), m_notifier(std::move(bus)), m_tray(std::move(tray))
{
    applySettings();
    connect(&m_keeper, &ReminderKeeper::due, this, &Reminders::tell);
    connect(&m_notifier, &Notifier::chosen, this, &Reminders::act);
    connect(&m_notifier, &Notifier::dismissed, this, &Reminders::dismiss);
    connect(&m_notifier, &Notifier::undeliverable, this, &Reminders::tellOtherwise);
}

Reminders::~Reminders()
{
    for (const auto &card : std::as_const(m_cards))
        delete card.data();
}

void Reminders::applySettings()
{
    m_keeper.setSettings(ReminderSettings::read(QSettings()));
}

void Reminders::tell(const QList<AgendaItem> &items)
{
    const Zone &zone = m_keeper.agenda().zone;
    const Instant now = m_keeper.now();
    if (items.size() > mostSingly) {
        const ReminderWords words = summaryWords(items, zone, now);
        QList<ReminderKey> keys;
        for (const AgendaItem &item : items)
            keys << keyOf(item);
        announce({{}, words.title, words.body, false, true}, keys);
        return;
    }
    for (const AgendaItem &item : items) {
        const ReminderWords words = reminderWords(item, zone, now);
        announce({{}, words.title, words.body, safeLink(item.conferenceUrl).isValid(), true}, {keyOf(item)});
    }
}

void Reminders::announce(const Announcement &announcement, const QList<ReminderKey> &keys)
{
    Announcement numbered = announcement;
    numbered.id = u"reminder-%1"_s.arg(++m_number);
    m_told.insert(numbered.id, keys);
    m_notifier.tell(numbered);
}

void Reminders::inform(const QString &title, const QString &text)
{
    announce({{}, title, text, false, false}, {});
}

void Reminders::tellOtherwise(const Announcement &announcement)
{
    if (m_tray && m_tray(announcement.title, announcement.body))
        return;
    m_cards.removeIf([](const QPointer<ReminderCard> &card) { return card.isNull(); });
    auto *card = new ReminderCard(announcement, static_cast<int>(m_cards.size()));
    card->setAttribute(Qt::WA_DeleteOnClose);
    connect(card, &ReminderCard::chosen, this, &Reminders::act);
    connect(card, &ReminderCard::dismissed, this, &Reminders::dismiss);
    m_cards.append(card);
    card->show();
}

void Reminders::act(const QString &id, AnnouncementAction action)
{
    // Taken: a service closes what was acted upon, and that is no dismissal.
    if (!m_told.contains(id))
        return;
    const QList<ReminderKey> keys = m_told.take(id);
    if (keys.isEmpty()) {
        Q_EMIT windowWanted();
        return;
    }
    switch (action) {
    case AnnouncementAction::Snooze:
        for (const ReminderKey &key : keys)
            m_keeper.snooze(key);
        break;
    case AnnouncementAction::Join: {
        const auto item = m_keeper.find(keys.first());
        if (!item || !joinMeeting(*item))
            open(keys.first()); // moved or cancelled meanwhile, or no browser: the window shows what there is
        break;
    }
    case AnnouncementAction::Open:
        open(keys.first());
        break;
    }
}

void Reminders::open(const ReminderKey &key)
{
    AgendaItem gone;
    gone.uid = key.uid;
    gone.when = {key.start, key.start};
    Q_EMIT openWanted(m_keeper.find(key).value_or(gone));
}

void Reminders::dismiss(const QString &id)
{
    for (const ReminderKey &key : m_told.take(id))
        m_keeper.dismiss(key);
}

void Reminders::showSnoozed()
{
    if (!m_snoozed) {
        m_snoozed = std::make_unique<SnoozedDialog>(m_keeper);
        connect(m_snoozed.get(), &SnoozedDialog::openWanted, this, &Reminders::openWanted);
    }
    m_snoozed->show();
    m_snoozed->raise();
    m_snoozed->activateWindow();
}

} // namespace ChatCal
