// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendaeditor.h"

#include <QWidget>

namespace ChatCal {

class AgendaSearch;
class AgendaSource;
class AgendaView;
class BookingCard;
class CalendarLegend;
class Clock;
class DateCard;
class DetailsCard;
class Toast;

/// The agenda with all that opens over and beside it: cards, the search, the legend, what is told at its foot.
class AgendaPane : public QWidget
{
    Q_OBJECT
public:
    /// All outlive it.
    AgendaPane(ApiClient &client, const AgendaSource &source, Outgoing &outgoing, const Clock &clock,
               QWidget *parent = nullptr);

    [[nodiscard]] AgendaView &view() { return *m_view; }
    [[nodiscard]] AgendaEditor &editor() { return *m_editor; }
    [[nodiscard]] Toast &toast() { return *m_toast; }
    /// Asks what the meeting is called that is wanted then.
    void askForTitle(const Interval &when);
    /// Cancels it, or deletes what is no meeting; asks first when others are invited.
    void cancel(const AgendaItem &item);
    void showDetails(const AgendaItem &item);
    void askForDay();
    void search();

Q_SIGNALS:
    /// The person wants to speak of it in the chat.
    void speakWanted(const ChatCal::AgendaItem &item);

private:
    void connectView();
    void tell(const AgendaNews &news);
    void listEntries(const QList<qsizetype> &entries, const QPoint &place);
    [[nodiscard]] QRect placeOfChosen() const;
    [[nodiscard]] QString whenWords(const Interval &when) const;

    ApiClient &m_client;
    const AgendaSource &m_source;
    const Clock &m_clock;
    AgendaView *m_view;
    AgendaEditor *m_editor;
    CalendarLegend *m_legend;
    BookingCard *m_card;
    Toast *m_toast;
    DetailsCard *m_details = nullptr; ///< these are made when they are first wanted
    DateCard *m_date = nullptr;
    AgendaSearch *m_search = nullptr;
};

} // namespace ChatCal
