// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/popover.h"
#include "app/backend/apiclient.h"
#include "core/base/clock.h"

#include <QUrl>

class QLabel;
class QListWidget;
class QPushButton;

namespace ChatCal {

/// All about one entry, beside its block: what, when, where, who, and what can be done with it.
class DetailsCard : public Popover
{
    Q_OBJECT
public:
    /// @p client and @p clock outlive it; they are asked for free times.
    DetailsCard(ApiClient &client, const Clock &clock, QWidget *parent);

    /// @p when says it in words; @p whyFixed why it cannot be changed here, empty: it can.
    void show(const AgendaItem &item, const Zone &zone, const QString &when, const QString &whyFixed,
              const QRect &place);

Q_SIGNALS:
    void joinWanted(const QUrl &link);
    void moveWanted(const ChatCal::AgendaItem &item, const ChatCal::Interval &when);
    void cancelWanted(const ChatCal::AgendaItem &item);
    /// The person wants to speak of it in the chat.
    void speakWanted(const ChatCal::AgendaItem &item);

protected:
    [[nodiscard]] QWidget *firstFocus() override;

private:
    QLabel *addLine(const QString &name);
    QPushButton *addButton(const QString &words);
    void makeButtons();
    void offerTimes();
    void showTimes(const Result<QList<Interval>> &times);
    void take(int row);
    [[nodiscard]] QUrl link() const;

    ApiClient &m_client;
    const Clock &m_clock;
    AgendaItem m_item;
    Zone m_zone;
    QList<Interval> m_times;
    quint64 m_asked = 0; ///< an answer to an earlier question is not shown
    QLabel *m_title;
    QLabel *m_when;
    QLabel *m_where;
    QLabel *m_who;
    QLabel *m_text;
    QLabel *m_calendar;
    QLabel *m_fixed;
    QLabel *m_timesTitle;
    QListWidget *m_list;
    QWidget *m_buttons;
    QPushButton *m_join;
    QPushButton *m_copy;
    QPushButton *m_speak;
    QPushButton *m_move;
    QPushButton *m_cancel;
};

} // namespace ChatCal
