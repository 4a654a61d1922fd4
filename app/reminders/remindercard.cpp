// SPDX-License-Identifier: Apache-2.0
#include "app/reminders/remindercard.h"

#include "app/look/colors.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace ChatCal {

namespace {

constexpr int margin = 16;

QLabel *makeLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ReminderCard::ReminderCard(const Announcement &announcement, int row, QWidget *parent)
    : QWidget(parent, Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint), m_announcement(announcement)
{
    setAttribute(Qt::WA_ShowWithoutActivating);
    setWindowTitle(announcement.canSnooze ? tr("Reminder: %1").arg(announcement.title) : announcement.title);
    auto *title = makeLabel(announcement.title, this);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    title->setFont(bold);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    const auto add = [&](const QString &text, auto &&act) {
        auto *button = new QPushButton(text, this);
        button->setAccessibleName(text);
        connect(button, &QPushButton::clicked, this, act);
        buttons->addWidget(button);
    };
    const auto choose = [this](AnnouncementAction action) {
        return [this, action] {
            Q_EMIT chosen(m_announcement.id, action);
            close();
        };
    };
    if (announcement.canJoin)
        add(tr("Join"), choose(AnnouncementAction::Join));
    if (announcement.canSnooze)
        add(tr("Snooze"), choose(AnnouncementAction::Snooze));
    add(tr("Open"), choose(AnnouncementAction::Open));
    add(tr("Dismiss"), [this] {
        Q_EMIT dismissed(m_announcement.id);
        close();
    });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addWidget(makeLabel(announcement.body, this));
    layout->addSpacing(6);
    layout->addLayout(buttons);
    setFixedWidth(std::max(380, buttons->sizeHint().width() + 36));
    setFixedHeight(layout->totalHeightForWidth(width()));
    place(row);
}

void ReminderCard::place(int row)
{
    const QRect area = QGuiApplication::primaryScreen()->availableGeometry();
    const int x = isRightToLeft() ? area.left() + margin : area.right() - width() - margin;
    const int y = area.top() + margin + row * (height() + margin / 2);
    move(x, std::min(y, std::max(area.top(), area.bottom() - height())));
}

void ReminderCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    Q_EMIT dismissed(m_announcement.id);
    close();
}

void ReminderCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.3));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.fillRect(isRightToLeft() ? QRect(width() - 4, 0, 4, height()) : QRect(0, 0, 4, height()),
                     accentColor(palette()));
}

} // namespace ChatCal
