// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"
#include "app/backend/outgoing.h"
#include "core/base/clock.h"
#include "core/time/zone.h"

#include <QWidget>

class QPushButton;
class QScrollArea;

namespace ChatCal {

class ToneLabel;

/// "“Review” to Tuesday, 2:00 PM" and the like: what @p change asks for.
[[nodiscard]] QString changeWords(const Change &change, const Zone &zone);

/// A strip that tells of the changes which wait for the server and of those it refused later; opened it lists them.
/// Hidden while there are none.
class WaitingList : public QWidget
{
    Q_OBJECT
public:
    /// All outlive it.
    WaitingList(ApiClient &client, Outgoing &outgoing, const Clock &clock, QWidget *parent = nullptr);

    /// In which times are told.
    void setZone(const Zone &zone);

Q_SIGNALS:
    /// A line that was refused is to be typed anew; it is not in the list any more.
    void editWanted(const ChatCal::Change &change);
    /// Another time is wanted for the meeting of @p change, a move that was refused.
    void otherTimeWanted(const ChatCal::Change &change);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWaiting();
    void fill(const QList<WaitingChange> &waiting);
    [[nodiscard]] QWidget *makeRow(const WaitingChange &entry);
    [[nodiscard]] QLayout *makeButtons(const WaitingChange &entry, const QString &what);
    [[nodiscard]] QWidget *makeAlternatives(const WaitingChange &entry);
    void fitList();
    [[nodiscard]] QString askedWords(Instant askedAt) const;
    void rebook(const WaitingChange &entry, const Interval &when);
    QCoro::Task<> rebookLine(WaitingChange entry, Interval when);
    void edit(const Change &change);
    void forget(const QString &key);
    void setOpen(bool open);

    ApiClient &m_client;
    Outgoing &m_outgoing;
    const Clock &m_clock;
    Zone m_zone;
    ToneLabel *m_words;
    QPushButton *m_show;
    QPushButton *m_try;
    QScrollArea *m_area;
    bool m_isOpen = false;
};

} // namespace ChatCal
