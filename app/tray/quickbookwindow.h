// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/agendasource.h"
#include "app/backend/apiclient.h"
#include "app/tray/entryfield.h"
#include "app/tray/linebooking.h"

#include <QWidget>

class QLabel;

namespace ChatCal {

class DayStrip;
class SlotButtons;

/// The small window behind the tray icon: one line, what it was understood as while it is typed, what stands in the
/// way, and the nearest free times as buttons. Enter books, Escape leaves, Ctrl+Z takes back what was just booked.
class QuickBookWindow : public QWidget
{
    Q_OBJECT
public:
    /// All outlive the window.
    QuickBookWindow(ApiClient &client, AgendaSource &source, Outgoing &outgoing, QWidget *parent = nullptr);

    /// Shows it near @p anchor (the tray icon; anywhere when null), ready to type.
    void open(const QRect &anchor = {});
    /// @p line in place of what was typed, to be typed on.
    void take(const QString &line, const QList<TextRange> &literal = {});
    /// The server answers; @p zone is the host's. What was typed meanwhile is read now.
    void useServer(const Zone &zone);
    /// Why nothing can be booked at the moment.
    void setOutage(const QString &text);
    /// Takes on the application's palette: what a style sheet dresses does not follow it by itself.
    void dress();
    /// What is shown is of the text as it stands: no answer is awaited.
    [[nodiscard]] bool isUpToDate() const { return m_shownEdit == m_edit; }

Q_SIGNALS:
    void booked(const QString &meetingId, ChatCal::Instant start);
    /// It was left, by a key or by its frame.
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void edit(const QString &text);
    void showView(const QuickView &view);
    void showDay();
    void choose(const Interval &slot);
    void submit();
    void finish(const ChangeOutcome &outcome);
    bool takeBack();
    void finishTakingBack(const ChangeOutcome &outcome);
    /// What the line of words below the field is about.
    enum class Mood { Hint, Alarm, Good };
    void tell(Mood mood, const QString &text);
    void tellOf(const QuickView &view);
    void showFacts(const QString &when, const QString &what);
    /// The text as it is sent, and where in the field it begins.
    [[nodiscard]] QString line(int *offset = nullptr) const;
    [[nodiscard]] QList<TextRange> literal() const;
    void refit();

    ApiClient &m_client;
    AgendaSource &m_source;
    LineBooking m_booking;
    Zone m_zone;
    bool m_hasServer = false;
    EntryField *m_entry;
    QLabel *m_when;
    QLabel *m_what;
    DayStrip *m_strip;
    QLabel *m_problem;
    SlotButtons *m_buttons;
    QLabel *m_hint;
    QuickView m_view;
    quint64 m_edit = 0; ///< number of the newest edit; older answers are not shown
    quint64 m_shownEdit = 0;
    Mood m_mood = Mood::Hint;
};

} // namespace ChatCal
