// SPDX-License-Identifier: Apache-2.0
#include "app/window/navigationbar.h"

#include "app/look/colors.h"

#include <QApplication>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// A chevron in the palette's own ink; icon themes are missing on many desktops.
QIcon chevron(const QColor &color, bool pointsLeft)
{
    constexpr int size = 32; // twice what is shown, for dense screens
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 3.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const int tip = pointsLeft ? 11 : 21;
    const int tail = pointsLeft ? 20 : 12;
    painter.drawPolyline(QPolygon({{tail, 7}, {tip, 16}, {tail, 25}}));
    return pixmap;
}

QIcon gear(const QColor &color)
{
    constexpr int size = 32, teeth = 8;
    constexpr qreal tip = 14, root = 10.6, hole = 4.4;
    QPainterPath wheel;
    for (int i = 0; i < teeth; ++i) {
        // Out to a tooth, along its tip, back, and on to the next.
        const std::array corners{std::pair(root, -0.32), std::pair(tip, -0.2), std::pair(tip, 0.2),
                                 std::pair(root, 0.32)};
        for (const auto &[radius, turn] : corners) {
            const qreal angle = (i + turn) * 2 * std::numbers::pi / teeth;
            const QPointF point(radius * std::cos(angle), radius * std::sin(angle));
            wheel.elementCount() == 0 ? wheel.moveTo(point) : wheel.lineTo(point);
        }
    }
    wheel.closeSubpath();
    wheel.addEllipse(QPointF(), hole, hole);
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(size / 2.0, size / 2.0);
    painter.setPen(QPen(color, 2.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(wheel);
    return pixmap;
}

} // namespace

NavigationBar::NavigationBar(QWidget *parent) : QToolBar(tr("Navigation"), parent), m_title(new QLabel(this))
{
    setObjectName(u"navigation"_s);
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setIconSize({16, 16});
    connect(add(tr("Today"), tr("Today"), tr("Show today (T)")), &QToolButton::clicked, this,
            &NavigationBar::todayWanted);
    m_back = add({}, tr("Back"), tr("Back (Page Up)"));
    m_forward = add({}, tr("Forward"), tr("Forward (Page Down)"));
    connect(m_back, &QToolButton::clicked, this, [this] { Q_EMIT turnWanted(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { Q_EMIT turnWanted(1); });

    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    bold.setPointSizeF(bold.pointSizeF() * 1.35);
    m_title->setFont(bold);
    m_title->setContentsMargins(10, 0, 4, 0);
    m_title->setMinimumWidth(60);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(m_title);

    // Three parts of one switch.
    auto *both = new QWidget(this);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_day = make(tr("Day"), tr("Day view"), tr("Show one day (D)"));
    m_week = make(tr("Week"), tr("Week view"), tr("Show the week (W)"));
    m_month = make(tr("Month"), tr("Month view"), tr("Show the month (M)"));
    m_day->setObjectName(u"first"_s);
    m_week->setObjectName(u"middle"_s);
    m_month->setObjectName(u"last"_s);
    auto *modes = new QButtonGroup(this);
    for (QToolButton *button : {m_day, m_week, m_month}) {
        button->setCheckable(true);
        modes->addButton(button);
        row->addWidget(button);
    }
    addWidget(both);
    connect(m_day, &QToolButton::clicked, this, [this] { Q_EMIT modeWanted(AgendaMode::Day); });
    connect(m_week, &QToolButton::clicked, this, [this] { Q_EMIT modeWanted(AgendaMode::Week); });
    connect(m_month, &QToolButton::clicked, this, [this] { Q_EMIT modeWanted(AgendaMode::Month); });
    m_chat = add(tr("Chat"), tr("Chat"), tr("Show or hide the chat (Ctrl+J)"));
    m_chat->setCheckable(true);
    connect(m_chat, &QToolButton::toggled, this, &NavigationBar::chatWanted);
    auto *quick = add(tr("Quick book"), tr("Quick book"), tr("Book in one line (Ctrl+N)"));
    quick->setObjectName(u"primary"_s);
    connect(quick, &QToolButton::clicked, this, &NavigationBar::quickBookWanted);
    m_settings = add({}, tr("Settings"), tr("Settings (Ctrl+,)"));
    connect(m_settings, &QToolButton::clicked, this, &NavigationBar::settingsWanted);
    for (QToolButton *button : {m_back, m_forward, m_settings})
        button->setObjectName(u"icon"_s); // square: the title needs the room in a narrow window
    dress();
}

QToolButton *NavigationBar::add(const QString &text, const QString &name, const QString &tip)
{
    auto *button = make(text, name, tip);
    addWidget(button);
    return button;
}

QToolButton *NavigationBar::make(const QString &text, const QString &name, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void NavigationBar::setTitle(const QString &text)
{
    m_title->setText(text);
}

void NavigationBar::setMode(AgendaMode mode)
{
    (mode == AgendaMode::Day ? m_day : mode == AgendaMode::Week ? m_week : m_month)->setChecked(true);
}

void NavigationBar::setShowsChat(bool shows)
{
    m_chat->setChecked(shows);
}

void NavigationBar::dress()
{
    const QPalette colors = QApplication::palette(); // our own is the style sheet's
    const QColor base = colors.color(QPalette::Base);
    const QColor accent = accentColor(colors);
    QString sheet = u"QToolBar { background: @base; border: 0; border-bottom: 1px solid @line;"
                    " padding: 8px 10px; spacing: 6px; }"
                    "QToolButton { background: @base; color: @text; border: 1px solid @edge; border-radius: 8px;"
                    " padding: 5px 12px; }"
                    "QToolButton:hover { background: @hover; }"
                    "QToolButton:pressed { background: @pressed; }"
                    "QToolButton:checked { background: @soft; color: @accent; border-color: @accent; }"
                    "QToolButton:focus { border: 2px solid @accent; padding: 4px 11px; }"
                    "QToolButton#icon { padding: 5px; }"
                    "QToolButton#icon:focus { padding: 4px; }"
                    "QToolButton#first { border-top-right-radius: 0; border-bottom-right-radius: 0; }"
                    "QToolButton#middle { border-radius: 0; border-left-width: 0; border-right-width: 0; }"
                    "QToolButton#last { border-top-left-radius: 0; border-bottom-left-radius: 0; }"
                    "QToolButton#primary { background: @fill; color: @onfill; border-color: @fill; font-weight: 600; }"
                    "QToolButton#primary:hover { background: @fillhover; }"
                    "QToolButton#primary:focus { border-color: @text; }"
                    "QLabel { color: @text; background: transparent; }"_s;
    const QColor fill = colors.color(QPalette::Highlight);
    const QList<QPair<QString, QColor>> names{
        {u"@base"_s, base},
        {u"@line"_s, lineColor(colors)},
        {u"@edge"_s, mixed(base, colors.color(QPalette::Text), 0.2)},
        {u"@text"_s, colors.color(QPalette::Text)},
        {u"@hover"_s, mixed(base, colors.color(QPalette::Text), 0.06)},
        {u"@pressed"_s, mixed(base, colors.color(QPalette::Text), 0.12)},
        {u"@soft"_s, mixed(base, accent, 0.14)},
        {u"@accent"_s, accent},
        {u"@fillhover"_s, mixed(fill, Qt::black, 0.14)},
        {u"@onfill"_s, colors.color(QPalette::HighlightedText)},
        {u"@fill"_s, fill},
    };
    for (const auto &[name, color] : names)
        sheet.replace(name, color.name());
    if (sheet == styleSheet())
        return;
    setStyleSheet(sheet);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    m_back->setIcon(chevron(colors.color(QPalette::Text), !isMirrored));
    m_forward->setIcon(chevron(colors.color(QPalette::Text), isMirrored));
    m_settings->setIcon(gear(colors.color(QPalette::Text)));
}

} // namespace ChatCal
