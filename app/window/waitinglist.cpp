// SPDX-License-Identifier: Apache-2.0
#include "app/window/waitinglist.h"

#include "app/backend/othertime.h"
#include "app/look/colors.h"
#include "app/look/daywords.h"
#include "app/look/tonelabel.h"
#include "core/base/ids.h"
#include "core/time/words.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int mostAlternatives = 3;
constexpr int tallestList = 260;

/// "Tuesday, March 10, 2:00 PM" as the locale writes it.
QString momentWords(Instant instant, const Zone &zone)
{
    const QDate day = toQDate(zone.toLocalDate(instant));
    return WaitingList::tr("%1, %2", "day, time")
        .arg(QLocale().toString(day, QLocale::LongFormat), clockWords(toQTime(zone.toLocal(instant))));
}

/// The time alone on the day that was asked for, with the weekday in the same week, else with a short date: three have
/// to fit beside one another.
QString shortWords(Instant instant, const std::optional<Interval> &asked, const Zone &zone)
{
    const LocalDate day = zone.toLocalDate(instant);
    const QString time = clockWords(toQTime(zone.toLocal(instant)));
    const auto apart = asked ? (day - zone.toLocalDate(asked->start)).count() : 7;
    if (apart == 0)
        return time;
    const QString name = apart < -6 || apart > 6 ? QLocale().toString(toQDate(day), QLocale::ShortFormat)
                                                 : QLocale().dayName(toQDate(day).dayOfWeek());
    return WaitingList::tr("%1, %2", "day, time").arg(name, time);
}

} // namespace

QString changeWords(const Change &change, const Zone &zone)
{
    const QString title = change.title.isEmpty() ? change.meeting.value("title"_L1).toString() : change.title;
    const QString when = change.when ? momentWords(change.when->start, zone) : QString();
    switch (change.kind) {
    case Change::Kind::QuickBook:
        return WaitingList::tr("Book: %1").arg(change.text);
    case Change::Kind::Book:
        return when.isEmpty() ? WaitingList::tr("Book “%1”").arg(title)
                              : WaitingList::tr("Book “%1” on %2").arg(title, when);
    case Change::Kind::Move:
        return WaitingList::tr("Move “%1” to %2").arg(title, when);
    case Change::Kind::Cancel:
        return change.eventId.isEmpty() ? WaitingList::tr("Cancel “%1”").arg(title)
                                        : WaitingList::tr("Delete “%1”").arg(title);
    case Change::Kind::Restore:
        return WaitingList::tr("Bring back “%1”").arg(title);
    }
    Q_UNREACHABLE();
}

WaitingList::WaitingList(ApiClient &client, Outgoing &outgoing, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_client(client),
      m_outgoing(outgoing),
      m_clock(clock),
      m_words(new ToneLabel(ToneLabel::Tone::Plain, this)),
      m_show(new QPushButton(this)),
      m_try(new QPushButton(tr("Try now"), this)),
      m_area(new QScrollArea(this))
{
    setAccessibleName(tr("Changes that wait for the server"));
    m_try->setAccessibleName(m_try->text());
    auto *strip = new QHBoxLayout;
    strip->addWidget(m_words, 1);
    strip->addWidget(m_try);
    strip->addWidget(m_show);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->addLayout(strip);
    layout->addWidget(m_area);
    connect(m_try, &QPushButton::clicked, &m_outgoing, &Outgoing::sendWaiting);
    connect(m_show, &QPushButton::clicked, this, [this] { setOpen(!m_isOpen); });
    connect(&m_outgoing, &Outgoing::changed, this, &WaitingList::showWaiting);
    showWaiting();
}

void WaitingList::setZone(const Zone &zone)
{
    m_zone = zone;
    showWaiting();
}

void WaitingList::setOpen(bool open)
{
    m_isOpen = open;
    showWaiting();
}

void WaitingList::showWaiting()
{
    const QList<WaitingChange> waiting = m_outgoing.waiting();
    const auto refused = std::count_if(waiting.begin(), waiting.end(),
                                       [](const WaitingChange &entry) { return entry.refusal.has_value(); });
    const int unsent = static_cast<int>(waiting.size() - refused);
    QStringList words;
    if (refused > 0)
        words << tr("%n change(s) could not be made.", nullptr, static_cast<int>(refused));
    if (unsent > 0)
        words << tr("%n change(s) wait for the server.", nullptr, unsent);
    m_words->tell(words.join(u' '), refused > 0 ? ToneLabel::Tone::Bad : ToneLabel::Tone::Plain);
    m_try->setVisible(unsent > 0);
    m_show->setText(m_isOpen ? tr("Hide") : tr("Show"));
    m_show->setAccessibleName(m_isOpen ? tr("Hide the changes that wait") : tr("Show the changes that wait"));
    m_isOpen = m_isOpen && !waiting.isEmpty();
    m_area->setVisible(m_isOpen);
    setVisible(!waiting.isEmpty());
    fill(m_isOpen ? waiting : QList<WaitingChange>());
    update(); // its ground says so too
}

void WaitingList::fill(const QList<WaitingChange> &waiting)
{
    const bool hadFocus = m_area->isAncestorOf(QApplication::focusWidget());
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(10);
    for (const WaitingChange &entry : waiting)
        layout->addWidget(makeRow(entry));
    layout->addStretch();
    if (QWidget *old = m_area->takeWidget())
        old->deleteLater(); // perhaps it is one of its buttons that was pressed
    m_area->setWidget(list);
    list->setAutoFillBackground(false); // the strip's own ground shows
    fitList();
    if (!hadFocus)
        return;
    QWidget *next = list->findChild<QPushButton *>(); // the button that was pressed is gone
    (next ? next : m_show)->setFocus(Qt::OtherFocusReason);
}

/// As high as its rows need at this width.
void WaitingList::fitList()
{
    const QLayout *rows = m_area->widget() ? m_area->widget()->layout() : nullptr;
    if (!rows)
        return;
    const QMargins margins = layout()->contentsMargins();
    const int wrapped = rows->totalHeightForWidth(width() - margins.left() - margins.right()); // -1: nothing wraps
    m_area->setFixedHeight(std::min(wrapped >= 0 ? wrapped : rows->totalSizeHint().height(), tallestList));
}

void WaitingList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitList();
}

QWidget *WaitingList::makeRow(const WaitingChange &entry)
{
    auto *row = new QWidget;
    auto *layout = new QGridLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(0, 1);
    const QString what = changeWords(entry.change, m_zone);
    const auto add = [layout](int line, const QString &words, ToneLabel::Tone tone) {
        auto *label = new ToneLabel(tone);
        label->setText(words);
        layout->addWidget(label, line, 0);
    };
    add(0, what, ToneLabel::Tone::Plain);
    if (entry.refusal)
        add(1, entry.refusal->message, ToneLabel::Tone::Bad);
    else
        add(1, askedWords(entry.askedAt), ToneLabel::Tone::Muted);
    layout->addLayout(makeButtons(entry, what), 0, 1, 2, 1, Qt::AlignTop);
    if (QWidget *others = makeAlternatives(entry))
        layout->addWidget(others, 2, 0, 1, 2);
    return row;
}

/// What may be done with it as a whole.
QLayout *WaitingList::makeButtons(const WaitingChange &entry, const QString &what)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    const auto add = [row](const QString &text, const QString &name) {
        auto *button = new QPushButton(text);
        button->setAccessibleName(name);
        row->addWidget(button);
        return button;
    };
    const Change &change = entry.change;
    const bool mayRepeat = entry.refusal && entry.refusal->mayRepeat;
    if (entry.refusal && change.kind == Change::Kind::QuickBook) {
        connect(add(tr("Edit"), tr("Edit: %1").arg(what)), &QPushButton::clicked, this,
                [this, change] { edit(change); });
    }
    if (entry.refusal && change.kind == Change::Kind::Move && change.eventId.isEmpty() && !mayRepeat) {
        connect(add(tr("Choose another time"), tr("Choose another time: %1").arg(what)), &QPushButton::clicked, this,
                [this, change] { Q_EMIT otherTimeWanted(change); });
    }
    if (mayRepeat) {
        connect(add(tr("Try again"), tr("Try again: %1").arg(what)), &QPushButton::clicked, this,
                [this, key = change.key] { m_outgoing.tryAgain(key); });
    }
    const bool isOver = entry.refusal && !mayRepeat;
    auto *forgetting =
        isOver ? add(tr("Dismiss"), tr("Dismiss: %1").arg(what)) : add(tr("Withdraw"), tr("Withdraw: %1").arg(what));
    if (!isOver)
        forgetting->setToolTip(tr("If the server had taken it before the connection broke, it stays."));
    connect(forgetting, &QPushButton::clicked, this, [this, key = change.key] { forget(key); });
    return row;
}

/// Buttons for the times the server offered instead; null where there are none.
QWidget *WaitingList::makeAlternatives(const WaitingChange &entry)
{
    const Change &change = entry.change;
    if (!entry.refusal || change.kind == Change::Kind::Cancel || entry.refusal->alternatives.isEmpty())
        return nullptr;
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    const QString what = changeWords(change, m_zone);
    for (const Interval &slot : entry.refusal->alternatives.mid(0, mostAlternatives)) {
        auto *button = new QPushButton(shortWords(slot.start, change.when, m_zone));
        const QString when = momentWords(slot.start, m_zone);
        button->setToolTip(when);
        button->setAccessibleName(tr("%1 instead: %2", "what, when").arg(what, when));
        connect(button, &QPushButton::clicked, this, [this, entry, slot, row] {
            if (entry.change.kind != Change::Kind::QuickBook) {
                rebook(entry, slot);
                return;
            }
            row->setEnabled(false); // the server is asked first: m_words says so
            rebookLine(entry, slot);
        });
        layout->addWidget(button);
    }
    layout->addStretch();
    return row;
}

QString WaitingList::askedWords(Instant askedAt) const
{
    const LocalDate day = m_zone.toLocalDate(askedAt);
    if (day == m_zone.toLocalDate(m_clock.now()))
        return tr("Asked for today at %1").arg(clockWords(toQTime(m_zone.toLocal(askedAt))));
    return tr("Asked for on %1").arg(momentWords(askedAt, m_zone));
}

/// The same wish at another time: a new one, so that no key stands for both.
void WaitingList::rebook(const WaitingChange &entry, const Interval &when)
{
    Change change = entry.change;
    change.key = randomToken(12);
    change.when = when;
    if (change.kind == Change::Kind::Book)
        change.meeting.insert(u"start"_s, toRfc3339({when.start, m_zone}));
    m_outgoing.withdraw(entry.change.key);
    (void)m_outgoing.submit(change); // changed() tells what became of it
}

/// The same line with another time in it: what stands for the old one only the server can tell.
QCoro::Task<> WaitingList::rebookLine(WaitingChange entry, Interval when)
{
    const QPointer<WaitingList> self(this);
    m_words->setText(tr("Booking…"));
    const auto before = co_await m_client.preview(entry.change.text, entry.change.literal);
    if (!self)
        co_return;
    if (!before) {
        showWaiting();
        m_words->setText(tr("The server does not answer just now. Try again in a moment."));
        co_return;
    }
    Change change = atOtherTime(entry.change, *before, when.start, m_zone);
    const auto after = co_await m_client.preview(change.text, change.literal);
    if (!self)
        co_return;
    if (!after || !after->when || after->when->start != when.start) {
        m_outgoing.withdraw(entry.change.key);
        Q_EMIT editWanted(change); // it is not read as meant: the person sees how
        co_return;
    }
    change.when = after->when;
    change.title = after->title;
    if (m_outgoing.withdraw(entry.change.key)) // else it was booked or dismissed meanwhile
        (void)m_outgoing.submit(change);
}

void WaitingList::edit(const Change &change)
{
    m_outgoing.withdraw(change.key);
    Q_EMIT editWanted(change);
}

void WaitingList::forget(const QString &key)
{
    if (!m_outgoing.withdraw(key))
        m_words->setText(tr("This one is on its way just now."));
}

void WaitingList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool hasRefusal = m_words->tone() == ToneLabel::Tone::Bad;
    const QColor sign = hasRefusal ? alarmColor(palette()) : accentColor(palette());
    painter.fillRect(rect(), mixed(palette().color(QPalette::Window), sign, 0.10));
    painter.fillRect(QRect(0, height() - 1, width(), 1), lineColor(palette()));
}

} // namespace ChatCal
