// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/outgoing.h"
#include "core/base/clock.h"
#include "core/time/zone.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace ChatCal {

/// "“Review” to Tuesday, 2:00 PM" and the like: what @p change asks for.
[[nodiscard]] QString changeWords(const Change &change, const Zone &zone);

/// A strip that tells of the changes which wait for the server and of those it refused later; opened it lists them.
/// Hidden while there are none.
class WaitingList : public QWidget
{
    Q_OBJECT
public:
    /// Both outlive it.
    WaitingList(Outgoing &outgoing, const Clock &clock, QWidget *parent = nullptr);

    /// In which times are told.
    void setZone(const Zone &zone);
    /// Takes on the application's palette.
    void dress();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWaiting();
    void fill(const QList<WaitingChange> &waiting);
    [[nodiscard]] QWidget *makeRow(const WaitingChange &entry);
    [[nodiscard]] QWidget *makeAlternatives(const WaitingChange &entry);
    void fitList();
    [[nodiscard]] QString askedWords(Instant askedAt) const;
    void rebook(const WaitingChange &entry, const Interval &when);
    void forget(const QString &key);
    void setOpen(bool open);

    Outgoing &m_outgoing;
    const Clock &m_clock;
    Zone m_zone;
    QLabel *m_words;
    QPushButton *m_show;
    QPushButton *m_try;
    QScrollArea *m_area;
    bool m_isOpen = false;
    bool m_hasRefusal = false;
};

} // namespace ChatCal
