// SPDX-License-Identifier: Apache-2.0
#include "app/window/mainwindow.h"

#include "app/window/agendaview.h"
#include "app/window/chatview.h"

#include <QCoroTask>

#include <QAction>
#include <QButtonGroup>
#include <QCloseEvent>
#include <QLabel>
#include <QMessageBox>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ChatCal {

MainWindow::MainWindow(ApiClient &client, const ServerClock &clock, QWidget *parent)
    : QMainWindow(parent),
      m_client(client),
      m_agenda(new AgendaView(clock, this)),
      m_chat(new ChatView(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_title(new QLabel(this)),
      m_status(new QLabel(tr("Starting…"), this))
{
    setWindowTitle(tr("ChatCal"));
    resize(1180, 760);
    m_splitter->addWidget(m_agenda);
    m_splitter->addWidget(m_chat);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({740, 420});
    m_splitter->setChildrenCollapsible(false);
    setCentralWidget(m_splitter);
    statusBar()->addWidget(m_status, 1);
    makeToolBar();
    makeActions();
    connect(m_agenda, &AgendaView::rangeChanged, this, [this] {
        updateTitle();
        refresh();
    });
    connect(m_agenda, &AgendaView::itemActivated, this, [this](const AgendaItem &item) {
        QMessageBox box(QMessageBox::NoIcon, item.title, item.title, QMessageBox::Close, this);
        box.setTextFormat(Qt::PlainText);
        box.setInformativeText(m_agenda->describeItem(item));
        box.exec();
    });
    connect(&m_client, &ApiClient::calendarChanged, this, &MainWindow::refresh);
    connect(&m_client, &ApiClient::connectedChanged, this, [this](bool connected) {
        m_status->setText(connected ? tr("Connected to %1").arg(m_client.url().authority()) : tr("Reconnecting…"));
    });
    updateTitle();
    restoreState();
}

void MainWindow::makeToolBar()
{
    auto *bar = addToolBar(tr("Navigation"));
    bar->setObjectName(u"navigation"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    const auto add = [&](const QString &text, const QString &name, const QString &tip) {
        auto *button = new QToolButton(bar);
        button->setText(text);
        button->setAccessibleName(name);
        button->setToolTip(tip);
        bar->addWidget(button);
        return button;
    };
    connect(add(tr("Today"), tr("Today"), tr("Show today (T)")), &QToolButton::clicked, m_agenda,
            &AgendaView::showToday);
    connect(add(u"‹"_s, tr("Back"), tr("Back (Page Up)")), &QToolButton::clicked, this, [this] { m_agenda->turn(-1); });
    connect(add(u"›"_s, tr("Forward"), tr("Forward (Page Down)")), &QToolButton::clicked, this,
            [this] { m_agenda->turn(1); });
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_title->setFont(bold);
    m_title->setContentsMargins(10, 0, 10, 0);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(m_title);
    m_day = add(tr("Day"), tr("Day view"), tr("Show one day (D)"));
    m_week = add(tr("Week"), tr("Week view"), tr("Show the week (W)"));
    auto *modes = new QButtonGroup(this);
    for (QToolButton *button : {m_day, m_week}) {
        button->setCheckable(true);
        modes->addButton(button);
    }
    m_week->setChecked(true);
    connect(m_day, &QToolButton::clicked, this, [this] { m_agenda->setMode(AgendaView::Mode::Day); });
    connect(m_week, &QToolButton::clicked, this, [this] { m_agenda->setMode(AgendaView::Mode::Week); });
    bar->addSeparator();
    connect(add(tr("Quick book"), tr("Quick book"), tr("Book in one line (Ctrl+N)")), &QToolButton::clicked, this,
            &MainWindow::quickBookWanted);
    m_toggleChat = new QAction(tr("Chat"), this);
    m_toggleChat->setCheckable(true);
    m_toggleChat->setChecked(true);
    m_toggleChat->setToolTip(tr("Show or hide the chat (Ctrl+J)"));
    m_toggleChat->setShortcut(Qt::CTRL | Qt::Key_J);
    connect(m_toggleChat, &QAction::toggled, m_chat, &QWidget::setVisible);
    bar->addAction(m_toggleChat);
}

void MainWindow::makeActions()
{
    const auto add = [this](const QKeySequence &keys, auto slot) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
    };
    add(Qt::CTRL | Qt::Key_N, [this] { Q_EMIT quickBookWanted(); });
    add(Qt::CTRL | Qt::Key_R, [this] { refresh(); });
    add(Qt::CTRL | Qt::Key_W, [this] { close(); });
    // Letters belong to the agenda: in the chat they are text.
    for (QAction *action : {add(Qt::Key_T, [this] { m_agenda->showToday(); }),
                            add(Qt::Key_D, [this] { m_day->click(); }), add(Qt::Key_W, [this] { m_week->click(); })}) {
        removeAction(action);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_agenda->addAction(action);
    }
}

void MainWindow::updateTitle()
{
    m_title->setText(m_agenda->title());
}

void MainWindow::useServer()
{
    m_status->setText(tr("Connected to %1").arg(m_client.url().authority()));
    m_chat->setServer(m_client.url(), m_client.token());
    refresh();
}

void MainWindow::showOutage(const QString &text)
{
    m_status->setText(text);
    m_agenda->setNotice(text);
    if (!m_chat->webView())
        m_chat->setNotice(text);
}

void MainWindow::refresh()
{
    if (!m_client.hasServer())
        return;
    const quint64 number = ++m_request;
    QCoro::connect(m_client.agenda(m_agenda->range()), this, [this, number](const Result<Agenda> &agenda) {
        if (number == m_request) // else other days are shown by now
            showAgenda(agenda);
    });
}

void MainWindow::showAgenda(const Result<Agenda> &agenda)
{
    if (!agenda) {
        const bool refused = agenda.error().code == ErrorCode::Unauthorized;
        showOutage(refused ? tr("The server does not accept the token.")
                           : tr("The server does not answer. It is tried again."));
        return;
    }
    m_agenda->setAgenda(*agenda);
    updateTitle();
    Q_EMIT zoneKnown(agenda->zone);
}

void MainWindow::restoreState()
{
    const QSettings settings;
    restoreGeometry(settings.value("window/geometry"_L1).toByteArray());
    m_splitter->restoreState(settings.value("window/splitter"_L1).toByteArray());
    m_toggleChat->setChecked(settings.value("window/chat"_L1, true).toBool());
    if (settings.value("window/mode"_L1).toString() == "day"_L1)
        m_day->click();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings settings;
    settings.setValue("window/geometry"_L1, saveGeometry());
    settings.setValue("window/splitter"_L1, m_splitter->saveState());
    settings.setValue("window/chat"_L1, m_toggleChat->isChecked());
    settings.setValue("window/mode"_L1, m_agenda->mode() == AgendaView::Mode::Day ? u"day"_s : u"week"_s);
    if (!m_hidesOnClose) {
        event->accept();
        return;
    }
    hide();
    event->ignore();
    if (!settings.value("window/toldOfTray"_L1).toBool()) {
        settings.setValue("window/toldOfTray"_L1, true);
        Q_EMIT hiddenToTray();
    }
}

} // namespace ChatCal
