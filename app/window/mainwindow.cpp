// SPDX-License-Identifier: Apache-2.0
#include "app/window/mainwindow.h"

#include "app/agenda/agendapane.h"
#include "app/agenda/agendaview.h"
#include "app/agenda/toast.h"
#include "app/look/daywords.h"
#include "app/look/showlog.h"
#include "app/look/tonelabel.h"
#include "app/window/chatview.h"
#include "app/window/navigationbar.h"
#include "app/window/outagebar.h"
#include "app/window/shortcuts.h"
#include "app/window/waitinglist.h"

#include <QAction>
#include <QCloseEvent>
#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

MainWindow::MainWindow(ApiClient &client, AgendaSource &source, Outgoing &outgoing, const ServerClock &clock,
                       QWidget *parent)
    : QMainWindow(parent),
      m_client(client),
      m_source(source),
      m_outgoing(outgoing),
      m_clock(clock),
      m_pane(new AgendaPane(client, source, outgoing, clock, this)),
      m_agenda(&m_pane->view()),
      m_outage(new OutageBar(this)),
      m_waiting(new WaitingList(client, outgoing, clock, this)),
      m_chat(new ChatView(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_bar(new NavigationBar(this)),
      m_upcoming(new QLabel(this)),
      m_dot(new ToneLabel(ToneLabel::Tone::Muted, this)),
      m_connection(new QLabel(this))
{
    setWindowTitle(tr("ChatCal"));
    resize(1200, 780);
    addToolBar(m_bar);
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_outage);
    column->addWidget(m_waiting);
    column->addWidget(m_pane, 1);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_chat);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({790, 410});
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    setCentralWidget(m_splitter);
    makeStatusBar();
    connectBar();
    makeActions();
    connect(m_agenda, &AgendaView::rangeChanged, this, [this] {
        m_bar->setTitle(m_agenda->title());
        wantAgenda();
    });
    connect(m_agenda, &AgendaView::modeChanged, m_bar, &NavigationBar::setMode);
    connect(m_pane, &AgendaPane::speakWanted, this, [this](const AgendaItem &item) {
        m_bar->setShowsChat(true);
        m_chat->speakOf(item.uid, item.title);
        m_chat->takeFocus();
    });
    connect(m_agenda, &AgendaView::chosenChanged, this, [this](const std::optional<AgendaItem> &item) {
        const bool isMeeting = item && !item->meetingId.isEmpty();
        m_chat->speakOf(isMeeting ? item->uid : QString(), isMeeting ? item->title : QString());
    });
    connect(m_chat, &ChatView::meetingChosen, this, &MainWindow::chooseMeeting);
    connect(m_agenda, &AgendaView::retryWanted, this, &MainWindow::retryWanted);
    connect(m_agenda, &AgendaView::moreWanted, this, &MainWindow::openLog);
    connect(m_outage, &OutageBar::retryWanted, this, &MainWindow::retryWanted);
    connect(m_outage, &OutageBar::logWanted, this, &MainWindow::openLog);
    connect(m_chat, &ChatView::retryWanted, this, &MainWindow::retryWanted);
    connect(m_waiting, &WaitingList::editWanted, this, &MainWindow::lineEditWanted);
    connect(m_waiting, &WaitingList::otherTimeWanted, this, &MainWindow::chooseOtherTime);
    connect(&m_source, &AgendaSource::changed, this, &MainWindow::showAgenda);
    connect(&m_source, &AgendaSource::replaced, this, [this] {
        if (m_hasZone)
            m_agenda->setAgenda({{}, m_zone});
    });
    connect(&m_source, &AgendaSource::failed, this, &MainWindow::showFailure);
    connect(&m_outgoing, &Outgoing::settled, this, &MainWindow::refresh);
    connect(&m_client, &ApiClient::connectedChanged, this, [this](bool connected) {
        setConnection(connected, connected ? connectedWords() : tr("Reconnecting…"));
        showAgenda();
    });
    m_bar->setTitle(m_agenda->title());
    restoreState();
    m_agenda->setFocus();
    showAgenda(); // what was known at the last end, before any server answers
}

void MainWindow::makeStatusBar()
{
    m_upcoming->setTextFormat(Qt::PlainText);
    m_upcoming->setContentsMargins(10, 3, 10, 3);
    m_upcoming->setMinimumWidth(40);
    m_upcoming->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_dot->setWordWrap(false);
    m_connection->setForegroundRole(QPalette::PlaceholderText);
    m_connection->setContentsMargins(0, 3, 10, 3);
    statusBar()->addWidget(m_upcoming, 1);
    statusBar()->addPermanentWidget(m_dot);
    statusBar()->addPermanentWidget(m_connection);
    statusBar()->setSizeGripEnabled(false);
    setConnection(false, tr("Starting…"));
}

void MainWindow::connectBar()
{
    connect(m_bar, &NavigationBar::todayWanted, m_agenda, &AgendaView::showToday);
    connect(m_bar, &NavigationBar::turnWanted, m_agenda, &AgendaView::turn);
    connect(m_bar, &NavigationBar::modeWanted, m_agenda, &AgendaView::setMode);
    connect(m_bar, &NavigationBar::quickBookWanted, this, &MainWindow::quickBookWanted);
    connect(m_bar, &NavigationBar::chatWanted, m_chat, &QWidget::setVisible);
    connect(m_bar, &NavigationBar::settingsWanted, this, &MainWindow::settingsWanted);
}

void MainWindow::makeActions()
{
    for (const Shortcut &shortcut : shortcuts()) {
        if (shortcut.command == WindowCommand::None)
            continue;
        auto *action = new QAction(this);
        action->setShortcuts(shortcut.keys);
        action->setShortcutContext(shortcut.scope == Shortcut::Scope::Window     ? Qt::WindowShortcut
                                       : shortcut.scope == Shortcut::Scope::Pane ? Qt::WidgetWithChildrenShortcut
                                                                                 : Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, command = shortcut.command] { run(command); });
        QWidget *const owner = shortcut.scope == Shortcut::Scope::Window ? static_cast<QWidget *>(this)
            : shortcut.scope == Shortcut::Scope::Pane                    ? static_cast<QWidget *>(m_pane)
                                                                         : m_agenda;
        owner->addAction(action);
    }
}

void MainWindow::run(WindowCommand command)
{
    switch (command) {
    case WindowCommand::None:
        return;
    case WindowCommand::QuickBook:
        Q_EMIT quickBookWanted();
        return;
    case WindowCommand::SwitchFocus:
        switchFocus();
        return;
    case WindowCommand::ShowChat:
        m_bar->setShowsChat(m_chat->isHidden());
        return;
    case WindowCommand::Today:
        m_agenda->showToday();
        return;
    case WindowCommand::Day:
        m_agenda->setMode(AgendaMode::Day);
        return;
    case WindowCommand::Week:
        m_agenda->setMode(AgendaMode::Week);
        return;
    case WindowCommand::Month:
        m_agenda->setMode(AgendaMode::Month);
        return;
    case WindowCommand::GoToDate:
        m_pane->askForDay();
        return;
    case WindowCommand::Search:
        m_pane->search();
        return;
    case WindowCommand::Undo:
        m_pane->editor().undo();
        return;
    case WindowCommand::Redo:
        m_pane->editor().redo();
        return;
    case WindowCommand::Unfold:
        m_agenda->setUnfolded(!m_agenda->isUnfolded());
        return;
    case WindowCommand::FocusToast:
        m_pane->toast().takeFocus();
        return;
    case WindowCommand::Refresh:
        refresh();
        return;
    case WindowCommand::Settings:
        Q_EMIT settingsWanted();
        return;
    case WindowCommand::CloseWindow:
        close();
        return;
    case WindowCommand::Quit:
        Q_EMIT quitWanted();
        return;
    case WindowCommand::ShowShortcuts:
        ShortcutsDialog(this).exec();
        return;
    }
}

void MainWindow::switchFocus()
{
    if (m_chat->holdsFocus() || m_chat->isHidden())
        m_agenda->setFocus(Qt::ShortcutFocusReason);
    else
        m_chat->takeFocus();
}

void MainWindow::dress()
{
    m_bar->dress();
    m_agenda->dress();
}

void MainWindow::setConnection(bool connected, const QString &words)
{
    m_isConnected = connected;
    m_state = words;
    m_connection->setText(words);
    if (connected)
        m_outage->hide();
    m_dot->tell(u"●"_s, connected ? ToneLabel::Tone::Good : ToneLabel::Tone::Muted);
}

QString MainWindow::connectedWords() const
{
    return tr("Connected · times in %1").arg(m_zone.name());
}

void MainWindow::setUpcoming(const QString &words)
{
    m_upcoming->setText(words);
    m_upcoming->setToolTip(words.toHtmlEscaped());
}

void MainWindow::showMeeting(Instant start)
{
    m_agenda->showDay(m_zone.toLocalDate(start));
}

/// A card of the chat was clicked; its page says only which meeting.
void MainWindow::chooseMeeting(const QString &uid)
{
    QCoro::connect(m_client.meeting(uid), this, [this](const Result<MeetingDetails> &meeting) {
        if (meeting)
            m_agenda->select(meeting->item.uid, meeting->item.when.start);
        else
            tellMissing(meeting.error());
    });
}

/// Why a meeting that was asked for is not shown.
void MainWindow::tellMissing(const Error &error)
{
    statusBar()->showMessage(error.code == ErrorCode::NotFound
                                 ? tr("That meeting is not in the calendar any more.")
                                 : tr("The server does not answer just now. Try again in a moment."),
                             8000);
}

/// Shows the meeting of a move that was refused, ready to be moved elsewhere; the refusal has been read then.
void MainWindow::chooseOtherTime(const Change &change)
{
    QCoro::connect(m_client.meeting(change.uid), this, [this, change](const Result<MeetingDetails> &meeting) {
        if (!meeting) {
            tellMissing(meeting.error());
            return;
        }
        m_agenda->select(meeting->item.uid, meeting->item.when.start);
        m_agenda->setFocus(Qt::OtherFocusReason);
        m_outgoing.withdraw(change.key);
        const QKeySequence later(Qt::ALT | Qt::Key_Down);
        statusBar()->showMessage(
            tr("Drag “%1” to another time, or move it with %2 and the other arrows.", "title, keys")
                .arg(meeting->item.title, later.toString(QKeySequence::NativeText)),
            8000);
    });
}

void MainWindow::useServer(const ServerFacts &facts)
{
    m_chat->setServer(m_client.url(), m_client.token());
    if (m_hasZone && m_zone == facts.zone)
        wantAgenda();
    else
        useZone(facts.zone);
    setConnection(true, connectedWords());
}

void MainWindow::useZone(const Zone &zone)
{
    m_zone = zone;
    m_hasZone = true;
    m_waiting->setZone(zone);
    m_agenda->setZone(zone); // shows today, and so reads it
}

void MainWindow::showOutage(const QString &title, const QString &text, bool canRetry)
{
    setConnection(false, title);
    const bool isKnown = m_source.view(m_agenda->range()).asOf.has_value();
    if (isKnown)
        showAgenda(); // and when it was so
    else
        m_agenda->setOutage(title, text, canRetry ? tr("Retry") : QString(),
                            m_log.isEmpty() ? QString() : tr("Show log"));
    if (isKnown && canRetry)
        m_outage->tell(title, text);
    else
        m_outage->hide();
    if (!m_chat->hasWebView())
        m_chat->setOutage(title, tr("The chat comes when the server answers."));
}

void MainWindow::setLog(const QString &file)
{
    m_log = file;
    m_outage->setHasLog(!file.isEmpty());
}

void MainWindow::openLog()
{
    statusBar()->showMessage(showLog(m_log), 8000);
}

void MainWindow::refresh()
{
    m_source.refresh();
}

void MainWindow::wantAgenda()
{
    m_source.want(this, m_agenda->range());
    showAgenda();
}

void MainWindow::showAgenda()
{
    if (m_source.zone() && !m_hasZone) {
        useZone(*m_source.zone()); // comes here again
        return;
    }
    const AgendaSource::View view = m_source.view(m_agenda->range());
    if (!view.asOf)
        return;
    m_agenda->setAgenda(view.agenda);
    m_bar->setTitle(m_agenda->title());
    if (view.isFresh && !m_isConnected)
        setConnection(true, connectedWords()); // somebody answered
    else if (!m_isConnected)
        m_connection->setText(tr("%1 · as of %2", "state of the connection, time").arg(m_state, asOfWords(*view.asOf)));
}

/// "10:42 AM", with the day when it is not today's.
QString MainWindow::asOfWords(Instant asOf) const
{
    const QDateTime when(toQDate(m_zone.toLocalDate(asOf)), toQTime(m_zone.toLocal(asOf)));
    const bool isToday = m_zone.toLocalDate(asOf) == m_zone.toLocalDate(m_clock.now());
    return isToday
        ? clockWords(when.time())
        : tr("%1, %2", "day, time").arg(QLocale().toString(when.date(), QLocale::ShortFormat), clockWords(when.time()));
}

void MainWindow::showFailure(const Error &error)
{
    if (error.code == ErrorCode::Unauthorized)
        showOutage(tr("The server refused"), tr("It does not accept the token ChatCal was started with."), true);
    else
        showOutage(tr("The server does not answer"), tr("ChatCal goes on trying. Nothing you booked is lost."), true);
}

void MainWindow::restoreState()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value("window/geometry"_L1).toByteArray()))
        resize(size().boundedTo(screen()->availableSize()));
    m_splitter->restoreState(settings.value("window/splitter"_L1).toByteArray());
    const bool showsChat = settings.value("window/chat"_L1, true).toBool();
    m_bar->setShowsChat(showsChat);
    m_chat->setVisible(showsChat);
    m_agenda->setMode(agendaModeFrom(settings.value("window/mode"_L1).toString()));
    m_bar->setMode(m_agenda->mode());
}

void MainWindow::keepState() const
{
    QSettings settings;
    settings.setValue("window/geometry"_L1, saveGeometry());
    settings.setValue("window/splitter"_L1, m_splitter->saveState());
    settings.setValue("window/chat"_L1, !m_chat->isHidden());
    settings.setValue("window/mode"_L1, nameOf(m_agenda->mode()));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepState();
    if (!m_hidesOnClose) {
        event->accept();
        Q_EMIT closed();
        return;
    }
    hide();
    event->ignore();
    QSettings settings;
    if (!settings.value("window/toldOfTray"_L1).toBool()) {
        settings.setValue("window/toldOfTray"_L1, true);
        Q_EMIT hiddenToTray();
    }
}

} // namespace ChatCal
