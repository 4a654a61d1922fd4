// SPDX-License-Identifier: Apache-2.0
#include "app/settings/firststart.h"

#include "app/look/tonelabel.h"
#include "app/settings/applybar.h"
#include "app/settings/firststeps.h"
#include "app/settings/form.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int widestColumn = 620;
const QLatin1StringView doneKey("firstStart/done");

} // namespace

FirstStart::FirstStart(const SettingsContext &context, QWidget *window)
    : QWidget(window),
      m_count(new QLabel(this)),
      m_title(new QLabel(this)),
      m_text(new ToneLabel(ToneLabel::Tone::Muted, this)),
      m_stack(new QStackedWidget(this)),
      m_state(new ToneLabel(ToneLabel::Tone::Bad, this)),
      m_back(new QPushButton(tr("&Back"), this)),
      m_skip(new QPushButton(tr("S&kip"), this)),
      m_next(new QPushButton(this))
{
    setAccessibleName(tr("First start"));
    setFocusPolicy(Qt::NoFocus);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    QFont large = m_title->font();
    large.setWeight(QFont::DemiBold);
    large.setPointSizeF(large.pointSizeF() * 1.9);
    m_title->setFont(large);
    m_title->setWordWrap(true);
    m_steps = {new IdentityStep(context, this), new CalendarStep(context, this), new AssistantStep(context, this)};
    for (FirstStep *step : std::as_const(m_steps)) {
        auto *scroll = new QScrollArea(m_stack);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->viewport()->setAutoFillBackground(false);
        scroll->setWidget(step);
        step->setAutoFillBackground(false);
        m_stack->addWidget(scroll);
    }
    for (QPushButton *button : {m_back, m_skip, m_next}) {
        button->setMinimumSize(96, 34);
        button->setAutoDefault(true);
    }

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addWidget(m_state, 1);
    buttons->addWidget(m_skip);
    buttons->addWidget(m_next);
    auto *column = new QWidget(this);
    column->setMaximumWidth(widestColumn);
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(24, 0, 24, 28);
    inner->addWidget(m_count);
    inner->addWidget(m_title);
    inner->addSpacing(4);
    inner->addWidget(m_text);
    inner->addSpacing(20);
    inner->addWidget(m_stack, 1);
    inner->addSpacing(8);
    inner->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 56, 0, 0);
    row->addStretch(1);
    row->addWidget(column, 100);
    row->addStretch(1);

    connect(m_back, &QPushButton::clicked, this, [this] { turnTo(step() - 1); });
    connect(m_skip, &QPushButton::clicked, this,
            [this] { step() + 1 < m_steps.size() ? turnTo(step() + 1) : finish(); });
    connect(m_next, &QPushButton::clicked, this, &FirstStart::goOn);
    connect(new QShortcut(Qt::ALT | Qt::Key_Left, this), &QShortcut::activated, this, [this] { turnTo(step() - 1); });
    window->installEventFilter(this);
    setGeometry(window->rect());
    turnTo(0);
    raise();
    show();
}

bool FirstStart::isWanted()
{
    return !QSettings().value(doneKey).toBool();
}

int FirstStart::step() const
{
    return m_stack->currentIndex();
}

void FirstStart::turnTo(int index)
{
    if (index < 0 || index >= m_steps.size())
        return;
    FirstStep *step = m_steps[index];
    const bool isLast = index + 1 == m_steps.size();
    m_stack->setCurrentIndex(index);
    m_count->setText(tr("Step %1 of %2").arg(index + 1).arg(m_steps.size()));
    m_title->setText(step->title());
    m_text->setText(step->text());
    m_state->clear();
    m_back->setVisible(index > 0);
    m_next->setText(isLast ? tr("&Start") : tr("&Next"));
    m_skip->setVisible(!isLast);
    for (QPushButton *button : {m_back, m_skip, m_next})
        button->setAccessibleName(withoutMnemonic(button->text()));
    step->load();
    if (QWidget *first = step->nextInFocusChain(); first != nullptr && index < 2)
        first->setFocus();
    else
        m_next->setFocus();
}

void FirstStart::setBusy(bool busy)
{
    m_next->setEnabled(!busy);
    if (busy)
        m_state->tell(tr("One moment…"), ToneLabel::Tone::Muted);
    else
        m_state->clear();
}

void FirstStart::goOn()
{
    FirstStep *now = m_steps[step()];
    now->form().clearErrors();
    setBusy(true);
    QCoro::connect(now->apply(), this, [this, now](const Result<bool> &applied) {
        setBusy(false);
        if (now != m_steps[step()]) // skipped meanwhile
            return;
        if (!applied) {
            const auto others = now->form().showErrors(applied.error().fields);
            if (applied.error().fields.isEmpty())
                m_state->tell(errorWords(applied.error()), ToneLabel::Tone::Bad);
            else if (!others.isEmpty())
                m_state->tell(others.first().message.text(), ToneLabel::Tone::Bad);
            return;
        }
        if (!*applied)
            return;
        if (step() + 1 < m_steps.size())
            turnTo(step() + 1);
        else
            finish();
    });
}

void FirstStart::finish()
{
    QSettings().setValue(doneKey, true);
    hide();
    Q_EMIT finished();
}

bool FirstStart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void FirstStart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        m_next->click();
    else if (event->key() == Qt::Key_Escape)
        m_skip->isVisible() ? m_skip->click() : finish();
    else
        QWidget::keyPressEvent(event);
}

void FirstStart::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), palette().color(QPalette::Base));
}

} // namespace ChatCal
