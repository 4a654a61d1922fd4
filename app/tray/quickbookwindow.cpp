// SPDX-License-Identifier: Apache-2.0
#include "app/tray/quickbookwindow.h"

#include "app/look/colors.h"
#include "app/look/daywords.h"
#include "core/base/ids.h"
#include "core/time/words.h"

#include <QCoroTask>

#include <QApplication>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype offered = 4;

QLabel *makeLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // titles are other people's words
    return label;
}

/// "Thu 14:30" or "Thu 2:30 PM", short enough for a button.
QString shortWords(Instant instant, const Zone &zone)
{
    const LocalTime local = zone.toLocal(instant);
    const QDate day = toQDate(std::chrono::floor<date::days>(local));
    return QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat) + u' ' + clockWords(toQTime(local));
}

QString usualHint()
{
    return QuickBookWindow::tr("Enter books · Escape leaves");
}

} // namespace

QuickBookWindow::QuickBookWindow(ApiClient &client, QWidget *parent)
    : QWidget(parent, Qt::Dialog | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint),
      m_client(client),
      m_entry(new EntryField(this)),
      m_when(makeLabel(this)),
      m_what(makeLabel(this)),
      m_problem(makeLabel(this)),
      m_buttons(new QWidget(this)),
      m_buttonRow(new QHBoxLayout(m_buttons)),
      m_hint(makeLabel(this))
{
    setWindowTitle(tr("Quick booking"));
    setFixedWidth(540);
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
    m_when->setAccessibleName(tr("Understood as"));
    m_what->setAccessibleName(tr("What and where"));
    m_problem->setAccessibleName(tr("In the way"));
    m_problem->setObjectName(u"problem"_s);
    m_buttonRow->setContentsMargins(0, 0, 0, 0);
    m_buttonRow->setSpacing(8);
    m_hint->setText(usualHint());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 14);
    layout->setSpacing(8);
    layout->addWidget(m_entry);
    layout->addSpacing(2);
    layout->addWidget(m_when);
    layout->addWidget(m_what);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    layout->addSpacing(2);
    layout->addWidget(m_hint);
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    dress();

    connect(m_entry, &EntryField::edited, this, &QuickBookWindow::edit);
    connect(m_entry, &EntryField::entered, this, &QuickBookWindow::submit);
    connect(m_entry, &EntryField::left, this, &QWidget::hide);
    showView({});
}

void QuickBookWindow::open(const QRect &anchor)
{
    const QScreen *screen =
        anchor.isNull() ? QGuiApplication::primaryScreen() : QGuiApplication::screenAt(anchor.center());
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
    if (m_isDone) {
        m_isDone = false;
        m_entry->setText({});
    }
    show();
    raise();
    activateWindow();
    m_entry->setFocus();
    m_entry->selectAll();
}

void QuickBookWindow::take(const QString &line)
{
    m_entry->setText(line);
    m_entry->moveCursor(QTextCursor::End);
    m_entry->setFocus();
}

void QuickBookWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
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

void QuickBookWindow::edit(const QString &text)
{
    m_isDone = false;
    m_key = randomToken(12);
    const quint64 number = ++m_edit;
    if (text.trimmed().isEmpty()) {
        showView({});
        return;
    }
    if (!m_hasServer) {
        tell(Mood::Hint, tr("Starting… What you type is read in a moment."));
        return;
    }
    QCoro::connect(m_client.preview(text.left(1000)), this, [this, number](const Result<QuickView> &view) {
        if (number != m_edit)
            return; // typed on meanwhile
        if (view)
            showView(*view);
        else
            tell(Mood::Alarm, tr("The server does not answer. What you typed stays here."));
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
    if (!view.attendees.isEmpty())
        facts << tr("with %1").arg(view.attendees);
    showFacts(view.words, facts.join(u" · "_s));
    setAlternatives(view.alternatives);
    QStringList inTheWay;
    for (const QuickView::Conflict &conflict : view.conflicts)
        inTheWay << tr("%1 (%2)").arg(conflict.title, shortWords(conflict.when.start, m_zone));
    if (!inTheWay.isEmpty())
        tell(Mood::Alarm, tr("In the way: %1").arg(inTheWay.join(u", "_s)));
    else if (view.when && !view.alternatives.isEmpty())
        tell(Mood::Alarm, tr("That time cannot be booked. Free instead:"));
    else if (!view.when && !view.title.isEmpty() && !m_entry->text().trimmed().isEmpty())
        tell(Mood::Hint, tr("When? Add a day and a time."));
    else if (view.when)
        tell(Mood::Good, tr("Free"));
    else
        tell(Mood::Hint, {});
    refit();
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
                       : m_isDone           ? tr("Quick booking: booked")
                       : mood == Mood::Good ? tr("Quick booking: free")
                                            : tr("Quick booking: not free"));
    m_problem->setPalette(colors);
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    refit();
}

void QuickBookWindow::setAlternatives(const QList<Interval> &slots_)
{
    qDeleteAll(m_buttons->findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly));
    for (const Interval &slot : slots_.first(std::min(slots_.size(), offered))) {
        auto *button = new QPushButton(shortWords(slot.start, m_zone), m_buttons);
        button->setAccessibleName(tr("Book %1 instead").arg(spanInWords(slot, m_zone)));
        button->setToolTip(spanInWords(slot, m_zone));
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, [this, slot] { choose(slot); });
        m_buttonRow->addWidget(button);
    }
    m_buttons->setVisible(!slots_.isEmpty());
}

void QuickBookWindow::choose(const Interval &slot)
{
    // The chosen time takes the place of the one typed; the rest of the line stays.
    QString text = m_entry->text();
    QList<QuickView::Span> spans = m_view.spans;
    std::reverse(spans.begin(), spans.end()); // from the end, so that the positions before stay true
    for (const QuickView::Span &span : std::as_const(spans)) {
        if (span.kind == "date"_L1 || span.kind == "time"_L1)
            text.remove(span.from, span.to - span.from);
    }
    const QString when = toIsoLocal(m_zone.toLocal(slot.start)).replace(u'T', u' ');
    m_entry->setText(text.simplified() + u' ' + when);
    m_entry->setFocus();
}

void QuickBookWindow::submit()
{
    if (m_isDone) {
        hide();
        return;
    }
    const QString text = m_entry->text().trimmed();
    if (text.isEmpty() || m_isBooking)
        return;
    m_isBooking = true;
    ++m_edit; // a preview still on its way would overwrite the outcome
    tell(Mood::Hint, tr("Booking…"));
    QCoro::connect(m_client.book(text, m_key), this, [this](const Result<QuickOutcome> &outcome) { finish(outcome); });
}

void QuickBookWindow::finish(const Result<QuickOutcome> &outcome)
{
    m_isBooking = false;
    m_hint->setText(usualHint());
    if (!outcome) {
        const auto &fields = outcome.error().fields;
        if (!fields.isEmpty())
            tell(Mood::Alarm, tr("This %1.").arg(fields.first().message));
        else
            tell(Mood::Alarm,
                 tr("Not booked: the server does not answer. Press Enter to try again; it is booked once."));
        return;
    }
    if (outcome->meetingId.isEmpty()) {
        setAlternatives(outcome->alternatives);
        tell(Mood::Alarm, outcome->message);
        return;
    }
    m_isDone = true;
    setAlternatives({});
    showFacts(outcome->when ? spanInWords(*outcome->when, m_zone) : QString(),
              outcome->title + u" · "_s + outcome->meetingId);
    m_hint->setText(tr("Enter or Escape closes"));
    tell(Mood::Good, tr("Booked"));
    if (outcome->when)
        Q_EMIT booked(outcome->meetingId, outcome->when->start);
}

} // namespace ChatCal
