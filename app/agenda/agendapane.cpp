// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendapane.h"

#include "app/agenda/agendasearch.h"
#include "app/agenda/agendaview.h"
#include "app/agenda/bookingcard.h"
#include "app/agenda/calendarlegend.h"
#include "app/agenda/datecard.h"
#include "app/agenda/detailscard.h"
#include "app/agenda/toast.h"
#include "app/look/daywords.h"

#include <QDesktopServices>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

AgendaPane::AgendaPane(ApiClient &client, const AgendaSource &source, Outgoing &outgoing, const Clock &clock,
                       QWidget *parent)
    : QWidget(parent),
      m_client(client),
      m_source(source),
      m_clock(clock),
      m_view(new AgendaView(clock, this)),
      m_editor(new AgendaEditor(client, outgoing, *m_view, this)),
      m_legend(new CalendarLegend(this)),
      m_card(new BookingCard(this)),
      m_toast(new Toast(this))
{
    setFocusProxy(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_legend);
    m_legend->setCalendars(m_view->scene().calendars());
    connectView();
    connect(m_legend, &CalendarLegend::hiddenChanged, this, [this](const QString &calendar, bool hidden) {
        AgendaCalendars calendars = m_view->scene().calendars();
        calendars.setHidden(calendar, hidden);
        m_view->setCalendars(calendars);
    });
    connect(m_editor, &AgendaEditor::news, this, &AgendaPane::tell);
    connect(m_card, &BookingCard::bookWanted, m_editor,
            [this](const QString &title, const Interval &when) { m_editor->book(title, when); });
    connect(m_card, &Popover::closed, m_view, &AgendaView::letGo);
}

void AgendaPane::connectView()
{
    connect(m_view, &AgendaView::bookWanted, this, &AgendaPane::askForTitle);
    connect(m_view, &AgendaView::moveWanted, m_editor, &AgendaEditor::move);
    connect(m_view, &AgendaView::cancelWanted, this, &AgendaPane::cancel);
    connect(m_view, &AgendaView::told, m_toast, [this](const QString &words) { m_toast->tell(words); });
    connect(m_view, &AgendaView::itemActivated, this, &AgendaPane::showDetails);
    connect(m_view, &AgendaView::calendarsChanged, m_legend,
            [this] { m_legend->setCalendars(m_view->scene().calendars()); });
    connect(m_view, &AgendaView::listWanted, this, &AgendaPane::listEntries);
}

QRect AgendaPane::placeOfChosen() const
{
    return m_view->placeOfChosen().translated(m_view->viewport()->mapTo(this, QPoint()));
}

QString AgendaPane::whenWords(const Interval &when) const
{
    const LocalTime start = m_view->zone().toLocal(when.start);
    const LocalTime end = m_view->zone().toLocal(when.end);
    return tr("%1, %2 – %3")
        .arg(QLocale().toString(toQDate(dayOf(start)), QLocale::LongFormat), clockWords(toQTime(start)),
             clockWords(toQTime(end)));
}

void AgendaPane::askForTitle(const Interval &when)
{
    m_card->ask(when, whenWords(when), m_view->state().clash, placeOfChosen());
}

void AgendaPane::showDetails(const AgendaItem &item)
{
    if (!m_details) {
        m_details = new DetailsCard(m_client, m_clock, this);
        connect(m_details, &DetailsCard::joinWanted, this, [](const QUrl &link) { QDesktopServices::openUrl(link); });
        connect(m_details, &DetailsCard::cancelWanted, this, &AgendaPane::cancel);
        connect(m_details, &DetailsCard::speakWanted, this, &AgendaPane::speakWanted);
        connect(m_details, &DetailsCard::moveWanted, this, [this](const AgendaItem &moved, const Interval &when) {
            m_editor->move(moved, when);
            m_view->select(moved.uid, when.start);
        });
    }
    m_details->show(item, m_view->zone(), m_view->describeItem(item).section(u'\n', 0, 0), m_view->whyFixed(item),
                    placeOfChosen());
}

void AgendaPane::askForDay()
{
    if (!m_date) {
        m_date = new DateCard(this);
        connect(m_date, &DateCard::dayChosen, this, [this](const QDate &day) {
            m_view->showDay(LocalDate(date::year(day.year()) / day.month() / day.day()));
        });
    }
    m_date->ask(toQDate(m_view->chosenDay()), QRect(width() / 2, 0, 1, 1));
}

void AgendaPane::search()
{
    if (!m_search) {
        m_search = new AgendaSearch(m_client, m_source, m_clock, this);
        static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_search);
        connect(m_search, &AgendaSearch::closed, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
        connect(m_search, &AgendaSearch::found, m_view,
                [this](const AgendaItem &item) { m_view->select(item.uid, item.when.start); });
    }
    m_search->open();
}

void AgendaPane::tell(const AgendaNews &news)
{
    QList<Toast::Offer> offers;
    if (news.canUndo)
        offers.append({tr("Undo"), [this] { m_editor->undo(); }});
    for (const Interval &other : news.alternatives) {
        const LocalTime start = m_view->zone().toLocal(other.start);
        const QString words = tr("%1 %2").arg(
            QLocale().dayName(toQDate(dayOf(start)).dayOfWeek(), QLocale::ShortFormat), clockWords(toQTime(start)));
        offers.append({words, [take = news.takeInstead, other] { take(other); }});
    }
    m_toast->tell(news.words, offers);
}

void AgendaPane::cancel(const AgendaItem &item)
{
    if (item.attendees.isEmpty()) {
        m_editor->cancel(item);
        return;
    }
    QStringList names;
    for (const AgendaItem::Attendee &attendee : item.attendees) {
        if (!attendee.email.isEmpty()) // who left only a phone number gets no mail
            names.append(attendee.name.isEmpty() ? attendee.email : attendee.name);
    }
    const bool isMeeting = !item.isEditable;
    auto *box = new QMessageBox(QMessageBox::NoIcon, isMeeting ? tr("Cancel the meeting?") : tr("Delete the event?"),
                                (isMeeting ? tr("Cancel \"%1\"?") : tr("Delete \"%1\"?")).arg(item.title),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText); // titles and names are other people's words
    if (!isMeeting)
        box->setInformativeText(tr("ChatCal sends no mail about it to those who take part."));
    else if (!names.isEmpty())
        box->setInformativeText(tr("A mail about it goes to: %1", nullptr, static_cast<int>(names.size()))
                                    .arg(QLocale().createSeparatedList(names)));
    auto *yes = box->addButton(isMeeting ? tr("Cancel the meeting") : tr("Delete"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Keep it"), QMessageBox::RejectRole));
    connect(yes, &QPushButton::clicked, this, [this, item] { m_editor->cancel(item); });
    box->open();
}

void AgendaPane::listEntries(const QList<qsizetype> &entries, const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setStyleSheet(u"QMenu { menu-scrollable: 1; }"_s);
    for (const qsizetype index : entries) {
        const AgendaEntry &entry = m_view->scene().entries()[index];
        const QString title = QString(entry.item.title).replace(u'&', u"&&"_s); // no letter of it is a key
        const QString words =
            entry.isBar ? tr("All day: %1").arg(title) : tr("%1  %2").arg(clockWords(toQTime(entry.wall.start)), title);
        connect(menu->addAction(words), &QAction::triggered, this,
                [this, item = entry.item] { m_view->select(item.uid, item.when.start); });
    }
    menu->popup(place);
}

} // namespace ChatCal
