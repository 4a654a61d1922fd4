// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/detailscard.h"

#include "app/agenda/agendacalendars.h"
#include "app/look/daywords.h"

#include <QCoroTask>

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr int mostGuests = 6;
constexpr int mostTimes = 12;
constexpr int mostTimesOfADay = 3;
constexpr auto lookAhead = std::chrono::days(14);

QString guestWords(const QList<AgendaItem::Attendee> &guests)
{
    QStringList lines;
    for (const AgendaItem::Attendee &guest : guests.mid(0, mostGuests)) {
        const QString &address = guest.email.isEmpty() ? guest.phone : guest.email;
        if (guest.name.isEmpty() || address.isEmpty())
            lines.append(guest.name + address);
        else
            lines.append(DetailsCard::tr("%1 · %2", "name and address").arg(guest.name, address));
    }
    if (guests.size() > mostGuests)
        lines.append(DetailsCard::tr("and %n more", nullptr, static_cast<int>(guests.size()) - mostGuests));
    return lines.join(u'\n');
}

} // namespace

DetailsCard::DetailsCard(ApiClient &client, const Clock &clock, QWidget *parent)
    : Popover(parent), m_client(client), m_clock(clock)
{
    setFixedWidth(380);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 16);
    layout->setSpacing(6);
    m_title = addLine(tr("Title"));
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    bold.setPointSizeF(bold.pointSizeF() * 1.2);
    m_title->setFont(bold);
    m_when = addLine(tr("When"));
    m_where = addLine(tr("Where"));
    m_who = addLine(tr("Who"));
    m_text = addLine(tr("Notes"));
    m_calendar = addLine(tr("Calendar"));
    m_calendar->setForegroundRole(QPalette::PlaceholderText);
    m_fixed = addLine(tr("Why it cannot be changed here"));
    m_fixed->setForegroundRole(QPalette::PlaceholderText);
    m_timesTitle = addLine(tr("Free times"));
    m_list = new QListWidget(this);
    m_list->setAccessibleName(tr("Free times"));
    m_list->setSpacing(3);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem *row) { take(m_list->row(row)); });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *row) { take(m_list->row(row)); });
    makeButtons();
}

QLabel *DetailsCard::addLine(const QString &name)
{
    auto *label = new QLabel(this);
    label->setAccessibleName(name);
    label->setTextFormat(Qt::PlainText); // all of it may be other people's words
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout()->addWidget(label);
    return label;
}

QPushButton *DetailsCard::addButton(const QString &words)
{
    auto *button = new QPushButton(words, m_buttons);
    button->setMinimumHeight(30);
    button->setAutoDefault(true); // Enter presses the one that has the keys
    return button;
}

void DetailsCard::makeButtons()
{
    m_buttons = new QWidget(this);
    m_join = addButton(tr("Join"));
    m_move = addButton(tr("Move…"));
    m_cancel = addButton(tr("Cancel meeting"));
    m_speak = addButton(tr("Speak of it in the chat"));
    m_copy = addButton(tr("Copy link"));
    auto *grid = new QGridLayout(m_buttons);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->addWidget(m_join, 0, 0);
    grid->addWidget(m_copy, 0, 1);
    grid->addWidget(m_move, 1, 0);
    grid->addWidget(m_cancel, 1, 1);
    grid->addWidget(m_speak, 2, 0, 1, 2);
    layout()->addWidget(m_buttons);
    connect(m_join, &QPushButton::clicked, this, [this] { Q_EMIT joinWanted(link()); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(link().toString(QUrl::FullyEncoded));
        m_copy->setText(tr("Copied"));
    });
    connect(m_move, &QPushButton::clicked, this, &DetailsCard::offerTimes);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        closeNow();
        Q_EMIT cancelWanted(m_item);
    });
    connect(m_speak, &QPushButton::clicked, this, [this] {
        closeNow();
        Q_EMIT speakWanted(m_item);
    });
}

QUrl DetailsCard::link() const
{
    return safeLink(m_item.conferenceUrl);
}

QWidget *DetailsCard::firstFocus()
{
    for (QPushButton *button : {m_join, m_move, m_speak}) {
        if (!button->isHidden() && button->isEnabled())
            return button;
    }
    return this;
}

void DetailsCard::show(const AgendaItem &item, const Zone &zone, const QString &when, const QString &whyFixed,
                       const QRect &place)
{
    ++m_asked;
    m_item = item;
    m_zone = zone;
    setAccessibleName(item.title);
    setAccessibleDescription(when);
    const auto tell = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    tell(m_title, item.title);
    tell(m_when, when);
    tell(m_where, item.location == item.conferenceUrl ? QString() : item.location);
    tell(m_who, guestWords(item.attendees));
    tell(m_text, item.description.size() > 400 ? item.description.left(400) + u'…' : item.description);
    tell(m_calendar,
         item.meetingId.isEmpty() ? AgendaCalendars::words(item.calendar)
                                  : tr("Booked with ChatCal · %1").arg(item.meetingId));
    tell(m_fixed, whyFixed);
    m_timesTitle->hide();
    m_list->hide();
    m_buttons->show();
    m_join->setVisible(link().isValid());
    m_copy->setVisible(link().isValid());
    m_copy->setText(tr("Copy link"));
    const bool isMeeting = !item.meetingId.isEmpty();
    m_cancel->setText(isMeeting ? tr("Cancel meeting") : tr("Delete"));
    // Free times are those a meeting may have.
    m_move->setVisible(isMeeting || (!item.allDay && item.when.length() >= 5min && item.when.length() <= 24h));
    for (QPushButton *button : {m_move, m_cancel}) {
        button->setEnabled(whyFixed.isEmpty());
        button->setToolTip(whyFixed);
        button->setAccessibleDescription(whyFixed);
    }
    if (!isMeeting && whyFixed.isEmpty()) {
        m_cancel->setToolTip(tr("ChatCal sends no mail about it."));
        m_cancel->setAccessibleDescription(m_cancel->toolTip());
    }
    openBeside(place);
}

void DetailsCard::offerTimes()
{
    setFocus(); // before the button that has the keys is hidden: they would go elsewhere, and the card close
    m_buttons->hide();
    m_list->clear();
    m_list->hide();
    m_timesTitle->setText(tr("Looking for free times…"));
    m_timesTitle->show();
    place();
    const Instant now = m_clock.now();
    QCoro::connect(m_client.availability({now, now + lookAhead}, m_item.when.length()), this,
                   [this, number = ++m_asked](const Result<QList<Interval>> &times) {
                       if (number == m_asked && isVisible())
                           showTimes(times);
                   });
}

void DetailsCard::showTimes(const Result<QList<Interval>> &times)
{
    m_times.clear();
    if (!times) {
        m_timesTitle->setText(
            tr("The server does not answer. Escape closes this; the meeting can be dragged as well."));
        place();
        return;
    }
    // A few of each day say more than all of one morning.
    LocalDate day{};
    int ofDay = 0;
    for (const Interval &time : *times) {
        if (m_times.size() == mostTimes)
            break;
        if (!m_times.isEmpty() && m_times.last().overlaps(time))
            continue;
        const LocalDate date = m_zone.toLocalDate(time.start);
        ofDay = date == std::exchange(day, date) ? ofDay + 1 : 1;
        if (ofDay > mostTimesOfADay)
            continue;
        m_times.append(time);
        const QString words =
            tr("%1, %2", "day, time").arg(dayWords(toQDate(date)), clockWords(toQTime(m_zone.toLocal(time.start))));
        m_list->addItem(words);
    }
    m_timesTitle->setText(m_times.isEmpty() ? tr("Nothing is free within two weeks.") : tr("Move it to:"));
    m_list->setVisible(!m_times.isEmpty());
    m_list->setFixedHeight(std::min(190, (m_list->sizeHintForRow(0) + 6) * m_list->count() + 6));
    if (!m_times.isEmpty()) {
        m_list->setCurrentRow(0);
        m_list->setFocus();
    }
    place();
}

void DetailsCard::take(int row)
{
    if (row < 0 || row >= m_times.size())
        return;
    const Interval when = m_times[row];
    closeNow();
    Q_EMIT moveWanted(m_item, when);
}

} // namespace ChatCal
