// SPDX-License-Identifier: Apache-2.0
#include "app/webchat/webchatview.h"

#include "app/look/colors.h"
#include "app/webchat/chatbridge.h"
#include "app/webchat/chatpage.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QStandardPaths>
#include <QWebChannel>
#include <QWebEngineContextMenuRequest>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QString readResource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QWebEngineScript bridgeScript()
{
    QWebEngineScript script;
    script.setName(u"bridge"_s);
    script.setInjectionPoint(QWebEngineScript::DocumentReady);
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setSourceCode(readResource(u":/qtwebchannel/qwebchannel.js"_s) + readResource(u":/webchat/bridge.js"_s));
    return script;
}

} // namespace

WebChatView::WebChatView(WebChatHost &host, QWidget *parent)
    : m_host(host),
      m_profile(std::make_unique<QWebEngineProfile>()), // no name: off the record
      m_view(std::make_unique<QWebEngineView>(parent)),
      m_bridge(std::make_unique<ChatBridge>()),
      m_channel(std::make_unique<QWebChannel>())
{
    connect(m_profile.get(), &QWebEngineProfile::downloadRequested, this, &WebChatView::save);
    m_profile->scripts()->insert(bridgeScript());
    m_channel->registerObject(u"bridge"_s, m_bridge.get());
    connect(m_bridge.get(), &ChatBridge::meetingChosen, this,
            [this](const QString &uid) { m_host.chatChoseMeeting(uid); });
    m_view->setAccessibleName(tr("Chat"));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->installEventFilter(this);
    connect(m_view.get(), &QWidget::customContextMenuRequested, this, &WebChatView::showMenu);
}

WebChatView::~WebChatView() = default;

void WebChatView::open(const QUrl &server, const Secret &token)
{
    const bool isSame = isSameOrigin(server, m_url) && token.reveal() == m_token.reveal();
    m_url = server;
    m_token = token;
    if (isSame && m_isLoaded)
        return; // a server that is back: the page notices by itself, and somebody may be writing in it
    if (!isSame)
        makePage();
    openPage();
}

void WebChatView::makePage()
{
    confine(*m_profile, m_url, m_token);
    auto *page = new ChatPage(m_profile.get(), m_url, m_view.get());
    page->setWebChannel(m_channel.get(), QWebEngineScript::ApplicationWorld);
    m_view->setPage(page); // deletes the one before, a child of the view
    connect(page, &QWebEnginePage::loadFinished, this, [this](bool worked) {
        m_isLoaded = worked;
        m_host.chatLoaded(worked);
    });
}

void WebChatView::openPage()
{
    m_isLoaded = false;
    m_isDark = isDark(m_view->palette());
    QUrl url = m_url;
    url.setPath(u"/chat-widget"_s);
    url.setQuery((m_isDark ? u"theme=dark&lang="_s : u"theme=light&lang="_s) + QLocale().bcp47Name());
    m_view->page()->setBackgroundColor(m_view->palette().color(QPalette::Window));
    m_view->load(url);
}

void WebChatView::takeFocus()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
    Q_EMIT m_bridge->focusWanted();
}

void WebChatView::speakOf(const QString &meeting, const QString &title)
{
    const QJsonObject selection{{u"uid"_s, meeting}, {u"title"_s, title}};
    m_bridge->setSelection(
        meeting.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(selection).toJson(QJsonDocument::Compact)));
}

bool WebChatView::eventFilter(QObject *watched, QEvent *event)
{
    // QtWebEngine 6.4 does not tell pages of another colour scheme.
    if (event->type() == QEvent::PaletteChange && m_url.isValid() && isDark(m_view->palette()) != m_isDark)
        openPage();
    return QObject::eventFilter(watched, event);
}

/// Copy and paste; "Back", "View source" and the like make no sense here.
void WebChatView::showMenu(const QPoint &position)
{
    const QWebEngineContextMenuRequest *request = m_view->lastContextMenuRequest();
    if (!request)
        return;
    QMenu menu(m_view.get());
    const auto flags = request->editFlags();
    const auto offer = [&](QWebEngineContextMenuRequest::EditFlag flag, QWebEnginePage::WebAction action,
                           const QString &text) {
        if (!flags.testFlag(flag))
            return;
        menu.addAction(text, this, [this, action] { m_view->page()->triggerAction(action); });
    };
    if (request->isContentEditable()) {
        offer(QWebEngineContextMenuRequest::CanUndo, QWebEnginePage::Undo, tr("Undo"));
        offer(QWebEngineContextMenuRequest::CanCut, QWebEnginePage::Cut, tr("Cut"));
        offer(QWebEngineContextMenuRequest::CanPaste, QWebEnginePage::Paste, tr("Paste"));
    }
    offer(QWebEngineContextMenuRequest::CanCopy, QWebEnginePage::Copy, tr("Copy"));
    if (request->linkUrl().isValid())
        menu.addAction(tr("Copy link"), this,
                       [this] { m_view->page()->triggerAction(QWebEnginePage::CopyLinkToClipboard); });
    if (!menu.isEmpty())
        menu.exec(m_view->mapToGlobal(position));
}

/// A page never chooses where a file goes.
void WebChatView::save(QWebEngineDownloadRequest *download)
{
    const QPointer<QWebEngineDownloadRequest> request(download); // the server may go while the dialog is open
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    if (!QFileInfo(folder).isDir())
        folder = QDir::homePath();
    // The name is the page's wish: only its last part counts.
    const QString name = QFileInfo(download->suggestedFileName()).fileName();
    const QString path = QFileDialog::getSaveFileName(m_view.get(), tr("Save the meeting"), QDir(folder).filePath(name),
                                                      tr("Calendar files (*.ics);;All files (*)"));
    if (!request)
        return;
    if (path.isEmpty()) {
        request->cancel();
        return;
    }
    request->setDownloadDirectory(QFileInfo(path).absolutePath());
    request->setDownloadFileName(QFileInfo(path).fileName());
    request->accept();
}

} // namespace ChatCal
