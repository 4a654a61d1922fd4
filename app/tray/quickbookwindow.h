// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"
#include "app/tray/entryfield.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace ChatCal {

/// The small window behind the tray icon: one line, what it was understood as while it is typed, what stands in the
/// way, and the nearest free times as buttons. Enter books, Escape leaves.
class QuickBookWindow : public QWidget
{
    Q_OBJECT
public:
    /// @p client outlives the window.
    explicit QuickBookWindow(ApiClient &client, QWidget *parent = nullptr);

    /// Shows it near @p anchor (the tray icon; anywhere when null), ready to type.
    void open(const QRect &anchor = {});
    /// @p line in place of what was typed, to be typed on.
    void take(const QString &line);
    /// The server answers; @p zone is the host's. What was typed meanwhile is read now.
    void useServer(const Zone &zone);
    /// Why nothing can be booked at the moment.
    void setOutage(const QString &text);
    /// Takes on the application's palette: what a style sheet dresses does not follow it by itself.
    void dress();

Q_SIGNALS:
    void booked(const QString &meetingId, ChatCal::Instant start);
    /// It was left, by a key or by its frame.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void edit(const QString &text);
    void showView(const QuickView &view);
    void setAlternatives(const QList<Interval> &slots_);
    void choose(const Interval &slot);
    void submit();
    void finish(const Result<QuickOutcome> &outcome);
    /// What the line of words below the field is about.
    enum class Mood { Hint, Alarm, Good };
    void tell(Mood mood, const QString &text);
    void showFacts(const QString &when, const QString &what);
    void refit();

    ApiClient &m_client;
    Zone m_zone;
    bool m_hasServer = false;
    EntryField *m_entry;
    QLabel *m_when;
    QLabel *m_what;
    QLabel *m_problem;
    QWidget *m_buttons;
    QHBoxLayout *m_buttonRow;
    QLabel *m_hint;
    QuickView m_view;
    quint64 m_edit = 0; ///< number of the newest edit; older answers are not shown
    QString m_key; ///< of the wish being typed, so that Enter twice books once
    Mood m_mood = Mood::Hint;
    bool m_isBooking = false;
    bool m_isDone = false;
};

} // namespace ChatCal
