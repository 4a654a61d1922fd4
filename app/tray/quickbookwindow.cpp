// SPDX-License-Identifier: Apache-2.0
#include "app/tray/quickbookwindow.h"

#include "app/backend/othertime.h"
#include "app/look/colors.h"
#include "app/look/daywords.h"
#include "app/tray/daystrip.h"
#include "app/tray/slotbuttons.h"
#include "core/time/words.h"

#include <QCoroTask>

#include <QApplication>
#include <QCursor>
#include <QHideEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPointer>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QLabel *makeLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // titles are other people's words
    return label;
}

/// "Thu 14:30".
QString shortWords(Instant instant, const Zone &zone)
{
    const LocalTime local = zone.toLocal(instant);
    const QString day = QLocale().dayName(toQDate(dayOf(local)).dayOfWeek(), QLocale::ShortFormat);
    return QuickBookWindow::tr("%1 %2", "a weekday and a time").arg(day, clockWords(toQTime(local)));
}

QString usualHint()
{
    return QuickBookWindow::tr("Enter books · Escape leaves");
}

} // namespace

QuickBookWindow::QuickBookWindow(ApiClient &client, AgendaSource &source, Outgoing &outgoing, QWidget *parent)
    : QWidget(parent, Qt::Dialog | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint),
      m_client(client),
      m_source(source),
      m_booking(outgoing),
      m_entry(new EntryField(this)),
      m_when(makeLabel(this)),
      m_what(makeLabel(this)),
      m_strip(new DayStrip(this)),
      m_problem(makeLabel(this)),
      m_buttons(new SlotButtons(this)),
      m_hint(makeLabel(this))
{
    setWindowTitle(tr("Quick booking"));
    setFixedWidth(540);
    m_when->setAccessibleName(tr("Understood as"));
    m_what->setAccessibleName(tr("What and where"));
    m_problem->setAccessibleName(tr("In the way"));
    m_problem->setObjectName(u"problem"_s);
    m_hint->setText(usualHint());
    layOut();
    dress();

    m_entry->installEventFilter(this);
    connect(m_entry, &EntryField::edited, this, &QuickBookWindow::edit);
    connect(m_entry, &EntryField::entered, this, &QuickBookWindow::submit);
    connect(m_entry, &EntryField::left, this, &QWidget::hide);
    connect(m_entry, &EntryField::downWanted, m_buttons, &SlotButtons::enter);
    connect(m_buttons, &SlotButtons::chosen, this, &QuickBookWindow::choose);
    connect(m_buttons, &SlotButtons::upWanted, m_entry, qOverload<>(&QWidget::setFocus));
    connect(&m_booking, &LineBooking::booked, this, &QuickBookWindow::finish);
    connect(&m_booking, &LineBooking::takenBack, this, &QuickBookWindow::finishTakingBack);
    connect(&m_source, &AgendaSource::changed, this, [this] {
        if (isVisible())
            showDay();
    });
    showView({});
}

void QuickBookWindow::layOut()
{
    const auto scale = [](QWidget *widget, qreal factor, QFont::Weight weight) {
        QFont font = widget->font();
        font.setPointSizeF(font.pointSizeF() * factor);
        font.setWeight(weight);
        widget->setFont(font);
    };
    scale(m_entry, 1.3, QFont::Normal);
    scale(m_when, 1.08, QFont::DemiBold);
    scale(m_problem, 1.0, QFont::Medium);
    scale(m_hint, 0.9, QFont::Normal);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 14);
    layout->setSpacing(8);
    layout->addWidget(m_entry);
    layout->addSpacing(2);
    layout->addWidget(m_when);
    layout->addWidget(m_what);
    layout->addWidget(m_strip);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    layout->addSpacing(2);
    layout->addWidget(m_hint);
    layout->setSizeConstraint(QLayout::SetMinimumSize);
}

void QuickBookWindow::open(const QRect &anchor)
{
    const QPoint near = anchor.isNull() ? QCursor::pos() : anchor.center(); // else where the person is
    const QScreen *screen = QGuiApplication::screenAt(near);
    const QRect area = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    refit();
    QPoint place(area.center().x() - width() / 2, area.top() + area.height() / 5);
    if (!anchor.isNull()) {
        const bool below = anchor.center().y() < area.center().y();
        place = {anchor.center().x() - width() / 2, below ? anchor.bottom() + 8 : anchor.top() - height() - 8};
    }
    place.setX(std::clamp(place.x(), area.left() + 8, std::max(area.left() + 8, area.right() - width() - 8)));
    place.setY(std::clamp(place.y(), area.top() + 8, std::max(area.top() + 8, area.bottom() - height() - 8)));
    move(place);
    if (m_booking.isDone())
        m_entry->setText({});
    show();
    raise();
    activateWindow();
    m_entry->setFocus();
    m_entry->selectAll();
}

void QuickBookWindow::take(const QString &line, const QList<TextRange> &literal)
{
    m_entry->setText(line, literal);
    m_entry->moveCursor(QTextCursor::End);
    m_entry->setFocus();
}

bool QuickBookWindow::eventFilter(QObject *watched, QEvent *event)
{
    // The field would take it for its text, which is over once something is booked.
    if (watched == m_entry && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo) && takeBack())
        return true;
    return QWidget::eventFilter(watched, event);
}

void QuickBookWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else if (event->matches(QKeySequence::Undo) && takeBack())
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

void QuickBookWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.setPen(mixed(palette().color(QPalette::Window), palette().color(QPalette::Text), 0.25));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.fillRect(QRect(1, 1, width() - 2, 3), palette().color(QPalette::Highlight));
}

void QuickBookWindow::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        Q_EMIT closed();
}

void QuickBookWindow::dress()
{
    const QPalette colors = QApplication::palette(); // our own is the style sheet's
    const QString sheet =
        u"ChatCal--EntryField { background: %1; color: %2; border: 1px solid %3; border-radius: 10px; padding: 2px "
        u"4px; }"
        "ChatCal--EntryField:focus { border: 2px solid %4; padding: 1px 3px; }"
        "QPushButton { background: %1; color: %2; border: 1px solid %3; border-radius: 8px; padding: 6px 10px; }"
        "QPushButton:hover { border-color: %4; }"
        "QPushButton:focus { border: 2px solid %4; padding: 5px 9px; }"_s.arg(
            colors.color(QPalette::Base).name(), colors.color(QPalette::Text).name(),
            mixed(colors.color(QPalette::Base), colors.color(QPalette::Text), 0.25).name(), accentColor(colors).name());
    if (sheet == styleSheet())
        return;
    setStyleSheet(sheet);
    QPalette muted = colors;
    muted.setColor(QPalette::WindowText, mutedColor(colors));
    m_what->setPalette(muted);
    m_hint->setPalette(muted);
    tell(m_mood, m_problem->text());
    m_entry->setSpans(m_view.spans);
}

/// A window that may not be resized by hand follows what it holds.
void QuickBookWindow::refit()
{
    layout()->activate();
    resize(width(), layout()->totalHeightForWidth(width()));
}

void QuickBookWindow::useServer(const Zone &zone)
{
    m_zone = zone;
    if (!std::exchange(m_hasServer, true) || m_problem->isVisible())
        edit(m_entry->text());
}

void QuickBookWindow::setOutage(const QString &text)
{
    m_hasServer = false;
    tell(Mood::Alarm, text);
}

QString QuickBookWindow::line(int *offset) const
{
    const QString text = m_entry->text();
    const auto isBlank = [](QChar c) { return c.isSpace(); };
    if (offset)
        *offset = static_cast<int>(std::find_if_not(text.begin(), text.end(), isBlank) - text.begin());
    return text.trimmed().left(1000);
}

QList<TextRange> QuickBookWindow::literal() const
{
    int offset = 0;
    const int length = static_cast<int>(line(&offset).size());
    QList<TextRange> list;
    for (const TextRange &range : m_entry->literal())
        list.append({std::max(range.from - offset, 0), std::min(range.to - offset, length)});
    list.removeIf([](const TextRange &range) { return range.to <= range.from; });
    return list;
}

void QuickBookWindow::edit(const QString &text)
{
    m_booking.startOver();
    const quint64 number = ++m_edit;
    m_hint->setText(usualHint());
    if (text.trimmed().isEmpty()) {
        m_shownEdit = number;
        showView({});
        return;
    }
    if (!m_hasServer) {
        tell(Mood::Hint, tr("Starting… What you type is read in a moment."));
        return;
    }
    int offset = 0;
    const QString sent = line(&offset);
    QCoro::connect(m_client.preview(sent, literal()), this, [this, number, offset](Result<QuickView> view) {
        if (number != m_edit)
            return; // typed on meanwhile
        m_shownEdit = number;
        if (!view) {
            tell(Mood::Alarm, tr("The server does not answer. What you typed stays here."));
            return;
        }
        for (QuickView::Span &span : view->spans) {
            span.from += offset;
            span.to += offset;
        }
        showView(*view);
    });
}

void QuickBookWindow::showFacts(const QString &when, const QString &what)
{
    m_when->setText(when);
    m_when->setVisible(!when.isEmpty());
    m_what->setText(what);
    m_what->setVisible(!what.isEmpty());
}

void QuickBookWindow::showView(const QuickView &view)
{
    m_view = view;
    m_entry->setSpans(view.spans);
    QStringList facts;
    for (const QString &fact : {view.title, view.location}) {
        if (!fact.isEmpty())
            facts << fact;
    }
    QStringList others = view.attendees; // than those the title names
    others.removeIf([&view](const QString &name) { return view.title.contains(name, Qt::CaseInsensitive); });
    if (!others.isEmpty())
        facts << tr("with %1").arg(others.join(u", "_s));
    showFacts(view.words, facts.join(u" · "_s));
    m_buttons->setSlots(view.alternatives, m_zone);
    showDay();
    tellOf(view);
}

void QuickBookWindow::showDay()
{
    m_strip->setVisible(m_view.day.has_value());
    if (!m_view.day)
        return;
    DayStrip::Day day{*m_view.day, m_zone, m_view.workingHours, {}, m_view.when, true};
    day.isFree = !m_view.when || m_view.alternatives.isEmpty();
    const Interval whole{m_zone.toInstant(*m_view.day), m_zone.toInstant(*m_view.day + date::days(1))};
    m_source.want(this, whole);
    const AgendaSource::View known = m_source.view(whole);
    if (known.asOf) {
        for (const AgendaItem &item : known.agenda.items) {
            if (!item.allDay)
                day.busy.append({item.when, item.title});
        }
    } else { // what stands in the way is known already
        for (const QuickView::Conflict &conflict : std::as_const(m_view.conflicts))
            day.busy.append({conflict.when, conflict.title});
    }
    m_strip->setDay(day);
}

void QuickBookWindow::tellOf(const QuickView &view)
{
    QStringList inTheWay;
    for (const QuickView::Conflict &conflict : view.conflicts)
        inTheWay << tr("%1 (%2)").arg(conflict.title, shortWords(conflict.when.start, m_zone));
    if (!inTheWay.isEmpty())
        tell(Mood::Alarm, tr("In the way: %1").arg(inTheWay.join(u", "_s)));
    else if (view.when && !view.alternatives.isEmpty())
        tell(Mood::Alarm, tr("That time cannot be booked. Free instead:"));
    else if (!view.when && !view.title.isEmpty() && !m_entry->text().trimmed().isEmpty())
        tell(Mood::Hint, view.day ? tr("When? Add a time.") : tr("When? Add a day and a time."));
    else if (view.when)
        tell(Mood::Good,
             view.asksToRepeat ? tr("Free · this one time only: meetings that repeat cannot be booked here")
                               : tr("Free"));
    else
        tell(Mood::Hint, {});
}

void QuickBookWindow::tell(Mood mood, const QString &text)
{
    m_mood = mood;
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText,
                    mood == Mood::Alarm      ? alarmColor(colors)
                        : mood == Mood::Good ? goodColor(colors)
                                             : mutedColor(colors));
    // The title says it too: screen readers read it, and so can scripts.
    setWindowTitle(mood == Mood::Hint       ? tr("Quick booking")
                       : m_booking.isKept() ? tr("Quick booking: kept")
                       : m_booking.isDone() ? tr("Quick booking: booked")
                       : mood == Mood::Good ? tr("Quick booking: free")
                                            : tr("Quick booking: not free"));
    m_problem->setPalette(colors);
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    refit();
}

void QuickBookWindow::choose(const Interval &slot)
{
    Change typed;
    typed.text = m_entry->text();
    typed.literal = m_entry->literal();
    QuickView view = m_view;
    view.spans = m_entry->spans(); // what was typed since has moved them
    const Change chosen = atOtherTime(typed, view, slot.start, m_zone);
    m_entry->setText(chosen.text, chosen.literal);
    m_entry->setFocus();
}

void QuickBookWindow::submit()
{
    if (m_booking.isDone()) {
        hide();
        return;
    }
    const QString text = line();
    if (text.isEmpty() || m_booking.isUnderWay())
        return;
    if (isUpToDate() && !m_view.when && !m_view.title.isEmpty()) {
        tellOf(m_view); // says what is missing
        return;
    }
    m_shownEdit = ++m_edit; // a preview still on its way would overwrite the outcome
    tell(Mood::Hint, tr("Booking…"));
    m_booking.book(text, literal(), m_view);
}

void QuickBookWindow::finish(const ChangeOutcome &outcome)
{
    if (outcome.state == ChangeOutcome::State::Refused) {
        m_buttons->setSlots(outcome.alternatives, m_zone);
        tell(Mood::Alarm, outcome.message);
        return;
    }
    m_buttons->setSlots({}, m_zone);
    if (outcome.state == ChangeOutcome::State::Waiting) {
        m_hint->setText(tr("Enter or Escape closes · Ctrl+Z takes it back"));
        tell(Mood::Good, tr("Kept. It is sent when the server is back."));
        return;
    }
    showFacts(outcome.when ? spanInWords(*outcome.when, m_zone) : QString(),
              tr("%1 · %2", "a title and a number").arg(outcome.title, outcome.meetingId));
    m_hint->setText(tr("Enter or Escape closes · Ctrl+Z takes it back"));
    tell(Mood::Good, tr("Booked"));
    if (outcome.when)
        Q_EMIT booked(outcome.meetingId, outcome.when->start);
}

bool QuickBookWindow::takeBack()
{
    if (!m_booking.takeBack())
        return false;
    if (m_booking.isUnderWay()) // what never left is taken back at once
        tell(Mood::Hint, tr("Taking it back…"));
    return true;
}

void QuickBookWindow::finishTakingBack(const ChangeOutcome &outcome)
{
    switch (outcome.state) {
    case ChangeOutcome::State::Refused:
        tell(Mood::Alarm, tr("Not taken back: %1").arg(outcome.message));
        return;
    case ChangeOutcome::State::Waiting:
        tell(Mood::Hint, tr("It is taken back when the server is back."));
        break;
    case ChangeOutcome::State::Done:
        tell(Mood::Hint, tr("Taken back. What you typed stays here."));
        break;
    }
    m_hint->setText(tr("Enter books it again · Escape leaves"));
}

} // namespace ChatCal
