// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"
#include "app/agenda/agendalayout.h"
#include "core/base/clock.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace ChatCal {

class Notice;

/// Days as columns, hours downwards: one day or a week. Keyboard: arrows choose an item, Page Up and Down turn pages.
class AgendaView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    enum class Mode { Day, Week };

    /// @p clock outlives the view.
    explicit AgendaView(const Clock &clock, QWidget *parent = nullptr);

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    void setAgenda(const Agenda &agenda);
    /// The zone days are counted in, before the first agenda arrives.
    void setZone(const Zone &zone);
    /// Takes on the application's palette: what a style sheet dresses does not follow it by itself.
    void dress();
    /// Why there is nothing to show, until the next agenda. @p action is the text of a button that asks for a retry;
    /// empty: none.
    void setOutage(const QString &title, const QString &text, const QString &action = {});
    void showDay(LocalDate day);
    void showToday();
    /// By one page, forwards or backwards.
    void turn(int pages);
    /// Makes the item visible and chooses it, if it is among the ones shown.
    void select(const QString &uid);

    /// When, where and under which id, a line each.
    [[nodiscard]] QString describeItem(const AgendaItem &item) const;
    [[nodiscard]] LocalDate firstDay() const { return m_first; }
    [[nodiscard]] int days() const { return m_mode == Mode::Week ? 7 : 1; }
    /// UTC, midnight to midnight.
    [[nodiscard]] Interval range() const;
    /// "March 9 – 15, 2026" or "Tuesday, March 10, 2026".
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    /// Other days are shown; their items are needed.
    void rangeChanged();
    void itemActivated(const ChatCal::AgendaItem &item);
    void retryWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void relayout();
    void updateScrollBar();
    void choose(qsizetype index);
    void scrollToMinute(int minute);
    void placeNotice();
    void showWhatIsMissing();
    [[nodiscard]] int headerHeight() const;
    [[nodiscard]] int dayNameHeight() const;
    [[nodiscard]] int axisWidth() const;
    [[nodiscard]] int hourHeight() const;
    [[nodiscard]] QRect columnRect(int day) const;
    [[nodiscard]] QRect blockRect(const AgendaBlock &block) const;
    [[nodiscard]] QList<qsizetype> readingOrder() const;
    [[nodiscard]] qsizetype itemAt(const QPoint &position) const;
    [[nodiscard]] LocalDate today() const;
    void paintGrid(QPainter &painter) const;
    void paintBlock(QPainter &painter, const AgendaBlock &block) const;
    void paintBlockText(QPainter &painter, const QRect &inner, const AgendaItem &item, const QString &start,
                        const QString &span, const QColor &ink, const QColor &soft) const;
    void paintHeader(QPainter &painter) const;
    void paintAllDay(QPainter &painter) const;
    [[nodiscard]] QRect allDayRect(int day, int row) const;
    void paintNow(QPainter &painter) const;
    void describe();

    const Clock &m_clock;
    Mode m_mode = Mode::Week;
    LocalDate m_first;
    Agenda m_agenda;
    QList<qsizetype> m_timed; ///< indices of the items with a time
    QList<AgendaBlock> m_blocks;
    QList<QPair<qsizetype, int>> m_allDay; ///< item, day
    qsizetype m_chosen = -1;
    bool m_isKnown = false; ///< an agenda or a zone arrived; before it nobody knows which day it is there
    bool m_hasAgenda = false;
    bool m_isOut = false;
    Notice *m_notice;
    QTimer m_minute;
};

} // namespace ChatCal
