// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendaeditor.h"

#include <QWidget>

namespace ChatCal {

class AgendaView;
class BookingCard;
class Clock;
class Toast;

/// The agenda with all that opens over it: the card of a new meeting, what is told at its foot.
class AgendaPane : public QWidget
{
    Q_OBJECT
public:
    /// All outlive it.
    AgendaPane(ApiClient &client, Outgoing &outgoing, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] AgendaView &view() { return *m_view; }
    [[nodiscard]] AgendaEditor &editor() { return *m_editor; }
    [[nodiscard]] Toast &toast() { return *m_toast; }
    /// Asks what the meeting is called that is wanted then.
    void askForTitle(const Interval &when);
    /// Cancels it; asks first when others are invited.
    void cancel(const AgendaItem &item);

private:
    void connectView();
    void tell(const AgendaNews &news);
    void listEntries(const QList<qsizetype> &entries, const QPoint &place);
    [[nodiscard]] QRect placeOfChosen() const;
    [[nodiscard]] QString whenWords(const Interval &when) const;

    AgendaView *m_view;
    AgendaEditor *m_editor;
    BookingCard *m_card;
    Toast *m_toast;
};

} // namespace ChatCal
