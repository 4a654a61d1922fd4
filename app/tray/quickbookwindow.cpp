// SPDX-License-Identifier: Apache-2.0
#include "app/tray/quickbookwindow.h"

#include "core/base/ids.h"
#include "core/time/words.h"

#include <QCoroTask>

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
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
    const auto days = std::chrono::floor<date::days>(local);
    return dateInWords(days).left(3) + u' ' + timeInWords(local);
}

} // namespace

QuickBookWindow::QuickBookWindow(ApiClient &client, QWidget *parent)
    : QWidget(parent, Qt::Dialog | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint),
      m_client(client),
      m_entry(new EntryField(this)),
      m_understood(makeLabel(this)),
      m_problem(makeLabel(this)),
      m_buttons(new QWidget(this)),
      m_buttonRow(new QHBoxLayout(m_buttons)),
      m_hint(makeLabel(this))
{
    setWindowTitle(tr("Quick booking"));
    setFixedWidth(520);
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.25);
    m_entry->setFont(big);
    m_understood->setAccessibleName(tr("Understood as"));
    m_problem->setAccessibleName(tr("In the way"));
    m_buttonRow->setContentsMargins(0, 0, 0, 0);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_hint->setFont(small);
    m_hint->setText(tr("Enter books · Escape leaves"));
    m_hint->setForegroundRole(QPalette::PlaceholderText);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_entry);
    layout->addWidget(m_understood);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    layout->addWidget(m_hint);
    layout->setSizeConstraint(QLayout::SetMinimumSize);

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
    adjustSize();
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
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
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
    QCoro::connect(m_client.preview(text.left(1000)), this, [this, number](const Result<QuickView> &view) {
        if (number != m_edit)
            return; // typed on meanwhile
        if (view)
            showView(*view);
        else
            showProblem(tr("The server does not answer. What you typed stays here."));
    });
}

void QuickBookWindow::showView(const QuickView &view)
{
    m_view = view;
    m_entry->setSpans(view.spans);
    QStringList facts;
    if (view.when)
        facts << spanInWords(*view.when, m_zone);
    if (!view.title.isEmpty())
        facts << view.title;
    if (!view.location.isEmpty())
        facts << view.location;
    m_understood->setText(facts.join(u" · "_s));
    m_understood->setVisible(!facts.isEmpty());
    QStringList inTheWay;
    for (const QuickView::Conflict &conflict : view.conflicts)
        inTheWay << tr("%1 (%2)").arg(conflict.title, shortWords(conflict.when.start, m_zone));
    if (!inTheWay.isEmpty())
        showProblem(tr("In the way: %1").arg(inTheWay.join(u", "_s)));
    else if (view.when && !view.alternatives.isEmpty())
        showProblem(tr("That time cannot be booked."));
    else if (!view.when && !view.title.isEmpty() && !m_entry->text().trimmed().isEmpty())
        showProblem(tr("When? Add a day and a time."));
    else
        showProblem({});
    setAlternatives(view.alternatives);
    adjustSize();
}

void QuickBookWindow::showProblem(const QString &text)
{
    const bool dark = palette().color(QPalette::Window).lightnessF() < 0.5;
    const bool isHint = m_view.conflicts.isEmpty() && !m_view.when;
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText,
                    isHint ? palette().color(QPalette::PlaceholderText)
                           : (dark ? QColor(0xff, 0x8a, 0x8a) : QColor(0xb9, 0x1c, 0x1c)));
    m_problem->setPalette(colors);
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    adjustSize();
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
    for (auto span = spans.crbegin(); span != spans.crend(); ++span) {
        if (span->kind == "date"_L1 || span->kind == "time"_L1)
            text.remove(span->from, span->to - span->from);
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
    m_hint->setText(tr("Booking…"));
    QCoro::connect(m_client.book(text, m_key), this, [this](const Result<QuickOutcome> &outcome) { finish(outcome); });
}

void QuickBookWindow::finish(const Result<QuickOutcome> &outcome)
{
    m_isBooking = false;
    m_hint->setText(tr("Enter books · Escape leaves"));
    if (!outcome) {
        const auto &fields = outcome.error().fields;
        if (!fields.isEmpty())
            showProblem(tr("This %1.").arg(fields.first().message));
        else
            showProblem(tr("Not booked: the server does not answer. Press Enter to try again; it is booked once."));
        return;
    }
    if (outcome->meetingId.isEmpty()) {
        showProblem(outcome->message);
        setAlternatives(outcome->alternatives);
        adjustSize();
        return;
    }
    m_isDone = true;
    showProblem({});
    setAlternatives({});
    const QString when = outcome->when ? spanInWords(*outcome->when, m_zone) : QString();
    m_understood->setText(tr("Booked: %1 · %2 · %3").arg(outcome->title, when, outcome->meetingId));
    m_understood->show();
    m_hint->setText(tr("Enter or Escape closes"));
    adjustSize();
    Q_EMIT booked(outcome->meetingId);
}

} // namespace ChatCal
