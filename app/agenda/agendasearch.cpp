// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendasearch.h"

#include "app/look/colors.h"
#include "app/look/daywords.h"

#include <QCoroTask>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr auto reach = std::chrono::days(366); // either way; the server tells 370 days at once
constexpr int mostFound = 200;

/// Without case and accents, so that "cafe" finds "Café".
QString folded(const QString &text)
{
    QString plain;
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD)) {
        if (letter.category() != QChar::Mark_NonSpacing)
            plain.append(letter.toCaseFolded());
    }
    return plain;
}

} // namespace

void AgendaIndex::setItems(const QList<AgendaItem> &items)
{
    m_items = items;
    std::stable_sort(m_items.begin(), m_items.end(),
                     [](const AgendaItem &a, const AgendaItem &b) { return a.when.start < b.when.start; });
    m_texts.clear();
    m_texts.reserve(m_items.size());
    for (const AgendaItem &item : std::as_const(m_items)) {
        QStringList parts{item.title, item.location, item.description};
        for (const AgendaItem::Attendee &guest : item.attendees)
            parts << guest.name << guest.email;
        m_texts.append(folded(parts.join(u'\n')));
    }
}

QList<AgendaItem> AgendaIndex::find(const QString &question, Instant now, int most) const
{
    const QStringList words = folded(question).split(u' ', Qt::SkipEmptyParts);
    QList<AgendaItem> found;
    if (words.isEmpty())
        return found;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const bool has = std::all_of(words.begin(), words.end(),
                                     [this, i](const QString &word) { return m_texts[i].contains(word); });
        if (has)
            found.append(m_items[i]);
    }
    while (found.size() > most) {
        const bool isFirstFarther = now - found.first().when.start > found.last().when.start - now;
        isFirstFarther ? found.removeFirst() : found.removeLast();
    }
    return found;
}

AgendaSearch::AgendaSearch(ApiClient &client, const AgendaSource &source, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_client(client),
      m_source(source),
      m_clock(clock),
      m_field(new QLineEdit(this)),
      m_words(new QLabel(this)),
      m_list(new QListWidget(this))
{
    setAccessibleName(tr("Search"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_field->setAccessibleName(tr("Search the calendar"));
    m_field->setPlaceholderText(tr("Title, guest or place"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumHeight(m_field->sizeHint().height() + 6);
    m_words->setForegroundRole(QPalette::PlaceholderText);
    m_words->setWordWrap(true);
    m_list->setAccessibleName(tr("Found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(1);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(tr("Close the search"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_field, 1);
    row->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(6);
    layout->addLayout(row);
    layout->addWidget(m_words);
    layout->addWidget(m_list);
    m_field->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &AgendaSearch::show);
    connect(m_list, &QListWidget::itemActivated, this, &AgendaSearch::jump);
    connect(m_list, &QListWidget::itemClicked, this, &AgendaSearch::jump);
    connect(close, &QPushButton::clicked, this, &AgendaSearch::close);
    hide();
}

void AgendaSearch::open()
{
    setVisible(true);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    const Instant now = m_clock.now();
    const Agenda known = m_source.view({now - reach, now + reach}).agenda;
    m_zone = known.zone;
    m_items = known.items;
    m_index.setItems(m_items);
    m_told.clear();
    m_hasFailed = false;
    m_missing = 2;
    ++m_request;
    read({now - reach, now}, m_request);
    read({now, now + reach}, m_request);
    show(m_field->text());
}

void AgendaSearch::read(const Interval &window, quint64 number)
{
    QCoro::connect(m_client.agenda(window), this, [this, window, number](const Result<Agenda> &agenda) {
        if (number != m_request)
            return;
        --m_missing;
        m_hasFailed = m_hasFailed || !agenda;
        if (agenda)
            take(window, *agenda);
        show(m_field->text());
    });
}

/// The server's word goes before what was read earlier, but for what waits to be sent to it.
void AgendaSearch::take(const Interval &window, const Agenda &agenda)
{
    m_zone = agenda.zone;
    m_items.removeIf([this, &window](const AgendaItem &item) {
        return !item.waits && item.when.overlaps(window) && !m_told.contains(nameOf(item));
    });
    QSet<QString> waiting;
    for (const AgendaItem &item : std::as_const(m_items)) {
        if (item.waits)
            waiting.insert(item.uid);
    }
    for (const AgendaItem &item : agenda.items) {
        const Name name = nameOf(item);
        if (!m_told.contains(name) && !waiting.contains(item.uid)) // what goes on just now comes with both windows
            m_items.append(item);
        m_told.insert(name);
    }
    m_index.setItems(m_items);
}

AgendaSearch::Name AgendaSearch::nameOf(const AgendaItem &item)
{
    return {item.uid, item.when.start.time_since_epoch().count()};
}

void AgendaSearch::show(const QString &question)
{
    const Instant now = m_clock.now();
    const int row = m_list->currentRow();
    const bool isSame = question == m_question && row >= 0 && row < m_found.size();
    const std::optional<Name> chosen = isSame ? std::optional(nameOf(m_found[row])) : std::nullopt;
    m_question = question;
    m_found = m_index.find(question, now, mostFound);
    m_list->clear();
    int next = -1;
    int kept = -1; // chosen before the server told more
    for (const AgendaItem &item : std::as_const(m_found)) {
        m_list->addItem(lineOf(item));
        if (next < 0 && item.when.end > now)
            next = m_list->count() - 1;
        if (chosen == nameOf(item))
            kept = m_list->count() - 1;
    }
    if (!m_found.isEmpty()) { // what comes next is what most people look for
        m_list->setCurrentRow(kept >= 0 ? kept : next >= 0 ? next : m_list->count() - 1);
        m_list->scrollToItem(m_list->currentItem(), QAbstractItemView::PositionAtCenter);
    }
    const int height = m_list->sizeHintForRow(0) + 2 * m_list->spacing();
    m_list->setFixedHeight(height * std::min(9, m_list->count()) + 4);
    m_list->setVisible(!m_found.isEmpty());
    m_words->setText(summaryOf(question.trimmed()));
    m_field->setAccessibleDescription(m_words->text());
}

QString AgendaSearch::lineOf(const AgendaItem &item) const
{
    const LocalTime start = m_zone.toLocal(item.when.start);
    const QString date = shortDayWords(toQDate(dayOf(start)), true);
    const QString when = item.allDay ? date : tr("%1, %2", "date, time").arg(date, clockWords(toQTime(start)));
    return item.location.isEmpty() ? tr("%1 · %2", "when, what").arg(when, item.title)
                                   : tr("%1 · %2 · %3", "when, what, where").arg(when, item.title, item.location);
}

QString AgendaSearch::summaryOf(const QString &question) const
{
    if (m_missing > 0)
        return tr("Reading the calendar…");
    if (m_hasFailed && m_index.isEmpty())
        return tr("The server does not answer, so nothing can be searched.");
    if (m_hasFailed)
        return tr("Only what was read before: the server does not answer.");
    if (question.isEmpty())
        return tr("A year back and a year ahead are searched.");
    if (m_found.isEmpty())
        return tr("Nothing has \"%1\" in it, a year back and a year ahead.").arg(question);
    return tr("Found: %1").arg(m_found.size());
}

void AgendaSearch::jump()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_found.size())
        return;
    const AgendaItem item = m_found[row];
    close();
    Q_EMIT found(item);
}

void AgendaSearch::close()
{
    ++m_request;
    hide();
    Q_EMIT closed();
}

bool AgendaSearch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        jump();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (watched == m_field && m_list->count() > 0) { // without leaving the field
            const int by = key->key() == Qt::Key_Down ? 1 : -1;
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + by, 0, m_list->count() - 1));
            m_field->setAccessibleDescription(m_list->currentItem()->text());
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void AgendaSearch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, lineColor(palette()));
}

} // namespace ChatCal
