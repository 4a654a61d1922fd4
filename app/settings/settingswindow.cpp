// SPDX-License-Identifier: Apache-2.0
#include "app/settings/settingswindow.h"

#include "app/look/colors.h"
#include "app/settings/appearancepage.h"
#include "app/settings/assistantpage.h"
#include "app/settings/calendarpage.h"
#include "app/settings/datapage.h"
#include "app/settings/hourspage.h"
#include "app/settings/mailpage.h"
#include "app/settings/reminderspage.h"
#include "app/settings/serverspage.h"
#include "app/settings/shortcutspage.h"
#include "app/settings/typespage.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

SettingsWindow::SettingsWindow(const SettingsContext &context, QWidget *parent)
    : QWidget(parent, Qt::Window),
      m_list(new QListWidget(this)),
      m_stack(new QStackedWidget(this)),
      m_title(new QLabel(this))
{
    setWindowTitle(tr("Settings"));
    resize(860, 620);
    setMinimumSize(560, 380);
    m_list->setAccessibleName(tr("Pages of the settings"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSpacing(1);
    QPalette clear = m_list->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_list->setPalette(clear);
    m_list->viewport()->setAutoFillBackground(false);

    QFont large = m_title->font();
    large.setWeight(QFont::DemiBold);
    large.setPointSizeF(large.pointSizeF() * 1.45);
    m_title->setFont(large);

    auto *column = new QVBoxLayout;
    column->setContentsMargins(28, 22, 12, 14);
    column->setSpacing(14);
    column->addWidget(m_title);
    column->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 14, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addLayout(column, 1);

    // As Page names them.
    add(new AppearancePage(context, this));
    add(new CalendarPage(context, this));
    add(new MailPage(context, this));
    add(new AssistantPage(context, this));
    add(new HoursPage(context, this));
    add(new TypesPage(context, this));
    add(new RemindersPage(context, this));
    add(new ShortcutsPage(context, this));
    add(new ServersPage(context, this));
    add(new DataPage(context, this));

    int widest = 0;
    for (int i = 0; i < m_list->count(); ++i)
        widest = std::max(widest, m_list->sizeHintForIndex(m_list->indexFromItem(m_list->item(i))).width());
    m_list->setFixedWidth(std::clamp(widest + 28, 170, 280));
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsWindow::turnTo);
}

void SettingsWindow::add(SettingsPage *page)
{
    auto *scroll = new QScrollArea(m_stack);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    page->setContentsMargins(0, 2, 16, 2); // the scroll bar's
    scroll->setWidget(page);
    page->setAutoFillBackground(false);
    m_stack->addWidget(scroll);
    auto *item = new QListWidgetItem(page->title(), m_list);
    item->setSizeHint({0, m_list->fontMetrics().height() + 16});
}

void SettingsWindow::turnTo(int index)
{
    if (index < 0)
        return;
    m_stack->setCurrentIndex(index);
    m_title->setText(current()->title());
    current()->load();
    QSettings().setValue("settings/page"_L1, index);
}

SettingsPage *SettingsWindow::current() const
{
    const auto *scroll = qobject_cast<QScrollArea *>(m_stack->currentWidget());
    return scroll == nullptr ? nullptr : qobject_cast<SettingsPage *>(scroll->widget());
}

void SettingsWindow::open()
{
    const int last = QSettings().value("settings/page"_L1, 0).toInt();
    open(static_cast<Page>(std::clamp(last, 0, m_list->count() - 1)));
}

void SettingsWindow::open(Page page)
{
    const int index = static_cast<int>(page);
    if (m_list->currentRow() == index)
        turnTo(index); // what is in force may be new
    else
        m_list->setCurrentRow(index);
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    m_list->setFocus();
}

void SettingsWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->matches(QKeySequence::Close))
        close();
    else
        QWidget::keyPressEvent(event);
}

void SettingsWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect page = m_stack->geometry().united(m_title->geometry()).adjusted(-28, 0, 0, 0);
    const QRect ground = layoutDirection() == Qt::RightToLeft ? QRect(0, 0, page.right() + 28 + 28, height())
                                                              : QRect(page.left(), 0, width() - page.left(), height());
    painter.fillRect(ground, palette().color(QPalette::Base));
    painter.setPen(lineColor(palette()));
    const int edge = layoutDirection() == Qt::RightToLeft ? ground.right() : ground.left();
    painter.drawLine(edge, 0, edge, height());
}

} // namespace ChatCal
