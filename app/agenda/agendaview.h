// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendageometry.h"
#include "app/agenda/agendalook.h"
#include "app/agenda/agendascene.h"
#include "app/agenda/agendastate.h"
#include "app/agenda/blocktext.h"
#include "core/base/clock.h"

#include <QAbstractScrollArea>
#include <QTimer>

#include <functional>

namespace ChatCal {

class Notice;

/// A day, a week or a month of the agenda, edited by mouse and by keys. It changes nothing itself: what is wished goes
/// out as a signal, and what is on its way is shown when it is told so.
class AgendaView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    using Mode = AgendaMode;

    /// @p clock outlives the view.
    explicit AgendaView(const Clock &clock, QWidget *parent = nullptr);

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_scene.page().mode(); }
    /// All that is in range().
    void setAgenda(const Agenda &agenda);
    /// The zone days are counted in, before the first agenda arrives.
    void setZone(const Zone &zone);
    void setCalendars(const AgendaCalendars &calendars);
    /// Takes on the application's palette: what a style sheet dresses does not follow it by itself.
    void dress();
    /// Why there is nothing to show, until the next agenda. @p action is the text of a button that asks for a retry;
    /// empty: none.
    void setOutage(const QString &title, const QString &text, const QString &action = {}, const QString &more = {});
    void showDay(LocalDate day);
    void showToday();
    /// By pages, forwards or backwards.
    void turn(int pages);
    /// Chooses the item and makes it visible. With @p start it turns to that day first, and chooses it once it is
    /// known.
    void select(const QString &uid, std::optional<Instant> start = {});
    /// The entry of the scene, or none: -1.
    void choose(qsizetype index);
    /// Shows the bars above the hours that are folded away, or folds them again.
    void setUnfolded(bool unfolded);
    [[nodiscard]] bool isUnfolded() const { return m_state.isUnfolded; }

    /// A change is on its way: see AgendaScene::add(), settle() and drop().
    void add(const AgendaEdit &edit);
    void settle(const QString &key, const QString &uid, const QString &meetingId);
    void drop(const QString &key);
    /// Draws a block for a new meeting, as if it had been drawn by hand; it stays until letGo().
    void hold(const Interval &when);
    void letGo();
    /// Why a meeting cannot be changed here, in words; empty when it can.
    [[nodiscard]] QString whyFixed(const AgendaItem &item) const;

    /// When, where and under which id, a line each.
    [[nodiscard]] QString describeItem(const AgendaItem &item) const;
    [[nodiscard]] const AgendaScene &scene() const { return m_scene; }
    [[nodiscard]] LocalDate firstDay() const { return m_scene.page().first(); }
    [[nodiscard]] LocalDate chosenDay() const { return m_scene.page().chosen(); }
    [[nodiscard]] int days() const { return m_scene.page().days(); }
    [[nodiscard]] const Zone &zone() const { return m_scene.zone(); }
    /// UTC, midnight to midnight.
    [[nodiscard]] Interval range() const { return m_scene.range(); }
    [[nodiscard]] QString title() const { return m_scene.page().title(); }
    [[nodiscard]] std::optional<AgendaItem> chosen() const;
    /// Where the chosen item, what is held or the cursor is on the viewport; the middle when nothing is.
    [[nodiscard]] QRect placeOfChosen() const;
    /// Where an entry of the page is; not a valid one where it is only counted.
    [[nodiscard]] QRect placeOf(qsizetype entry) const;
    [[nodiscard]] std::optional<qsizetype> entryAt(const QPoint &point) const;
    /// Another one means that scene() holds other entries.
    [[nodiscard]] quint64 generation() const { return m_generation; }
    [[nodiscard]] const AgendaState &state() const { return m_state; }

Q_SIGNALS:
    /// Other days are shown; their items are needed.
    void rangeChanged();
    void modeChanged(ChatCal::AgendaMode mode);
    void itemActivated(const ChatCal::AgendaItem &item);
    void chosenChanged(const std::optional<ChatCal::AgendaItem> &item);
    void retryWanted();
    /// The second button of an outage.
    void moreWanted();
    /// A calendar is seen for the first time.
    void calendarsChanged();
    /// A new meeting is to be made then; its block is held until letGo().
    void bookWanted(const ChatCal::Interval &when);
    void moveWanted(const ChatCal::AgendaItem &item, const ChatCal::Interval &when);
    void cancelWanted(const ChatCal::AgendaItem &item);
    /// A day holds more than is shown.
    void listWanted(const QList<qsizetype> &entries, const QPoint &place);
    /// A short line for the person.
    void told(const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;

private:
    /// What is under a point.
    struct Hit
    {
        qsizetype entry = -1;
        AgendaDrag::Kind grip = AgendaDrag::Kind::Move; ///< what pulling there would do
        std::optional<LocalTime> time; ///< on empty hours, or an empty day of a month
        std::optional<int> more; ///< a day whose rest is asked for
        std::optional<int> dayName;
    };

    // The view.
    void changeScene(const std::function<void()> &change);
    void goTo(const AgendaPage &page);
    void sceneChanged();
    void chooseSlot(LocalTime slot);
    void updateScrollBar();
    void scrollToMinute(int minute);
    void makeVisible(int startMinute, int endMinute);
    void placeNotice();
    void showWhatIsMissing();
    void countCrowds();
    void describe();
    void tellFocus();
    void refreshState();
    [[nodiscard]] LocalDate today() const;
    [[nodiscard]] const AgendaLook &look() const;
    [[nodiscard]] DayGeometry dayGeometry() const;
    [[nodiscard]] MonthGeometry monthGeometry() const;
    [[nodiscard]] bool isMonth() const { return mode() == Mode::Month; }

    // The hand.
    [[nodiscard]] Hit hitAt(const QPoint &point) const;
    [[nodiscard]] Hit hitInMonth(const QPoint &point) const;
    [[nodiscard]] LocalTime timeAt(const QPoint &point) const;
    void dragTo(const QPoint &point, std::chrono::minutes snap);
    void scrollWhileDragging();
    void finishDrag();
    void checkClash();
    [[nodiscard]] Interval draggedInterval() const;

    // The keys.
    bool keyInMonth(const QKeyEvent &event);
    bool keyInDays(const QKeyEvent &event);
    bool nudge(const QKeyEvent &event);
    void step(int direction);
    void stepSideways(int days);
    void stepThroughEntries(int direction);
    void activate();
    [[nodiscard]] LocalTime cursorOrStart() const;

    const Clock &m_clock;
    AgendaScene m_scene;
    AgendaState m_state;
    mutable std::optional<AgendaLook> m_look;
    QList<BlockText> m_texts; ///< one per block of the scene
    QList<int> m_crowds; ///< per day and hour: blocks too narrow to be shown
    quint64 m_generation = 1;
    std::optional<int> m_hours; ///< how far day and week are scrolled, while a month is shown
    QString m_wanted; ///< uid to choose once it is known
    bool m_isOut = false;
    bool m_isPressed = false;
    bool m_isNudging = false; ///< moved by keys, not sent yet
    int m_wheel = 0; ///< turned by less than a notch so far
    QPoint m_pressedAt;
    QPoint m_pointer;
    std::chrono::minutes m_snap = AgendaDrag::step;
    Notice *m_notice;
    QTimer m_minute;
    QTimer m_scrolling;
    QTimer m_nudged;
};

} // namespace ChatCal
