// SPDX-License-Identifier: Apache-2.0
#include "app/window/chatview.h"

#include "app/window/chatpage.h"
#include "app/window/colors.h"
#include "app/window/notice.h"

#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPointer>
#include <QStackedLayout>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <QWebEngineContextMenuRequest>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

namespace ChatCal {

ChatView::ChatView(QWidget *parent)
    : QWidget(parent), m_notice(new Notice), m_plate(new QWidget(this)), m_layout(new QStackedLayout(this))
{
    setAccessibleName(tr("Chat"));
    setMinimumWidth(320);
    auto *middle = new QVBoxLayout(m_plate);
    middle->addWidget(m_notice, 0, Qt::AlignCenter);
    m_notice->setFixedWidth(280);
    m_notice->tell(tr("Starting…"), {});
    m_layout->addWidget(m_plate);
    connect(m_notice, &Notice::actionWanted, this, &ChatView::retryWanted);
}

ChatView::~ChatView() = default;

void ChatView::setServer(const QUrl &url, const Secret &token)
{
    const bool isSame = isSameOrigin(url, m_url) && token.reveal() == m_token.reveal();
    m_url = url;
    m_token = token;
    if (m_view && isSame)
        openPage(); // the same page again: what it keeps for its talk lives as long as it does
    else if (isVisible())
        load();
    else
        m_view.reset(); // of the server before; made anew when it is shown
}

void ChatView::setOutage(const QString &title, const QString &text, const QString &action)
{
    m_notice->tell(title, text, action);
    m_layout->setCurrentWidget(m_plate);
}

void ChatView::takeFocus()
{
    if (m_view && m_layout->currentWidget() == m_view.get())
        m_view->setFocus(Qt::ShortcutFocusReason);
    else
        m_plate->setFocus(Qt::ShortcutFocusReason);
}

bool ChatView::holdsFocus() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && (focus == this || isAncestorOf(focus));
}

void ChatView::showEvent(QShowEvent *)
{
    if (!m_view && m_url.isValid())
        load();
}

void ChatView::changeEvent(QEvent *event)
{
    // QtWebEngine 6.4 does not tell pages of another colour scheme.
    if (event->type() == QEvent::PaletteChange && m_view && isDark(palette()) != m_isDark)
        openPage();
    QWidget::changeEvent(event);
}

void ChatView::load()
{
    if (!m_profile) {
        m_profile = std::make_unique<QWebEngineProfile>(); // no name: off the record
        connect(m_profile.get(), &QWebEngineProfile::downloadRequested, this, &ChatView::save);
    }
    if (!m_view) {
        m_view = std::make_unique<QWebEngineView>();
        m_view->setAccessibleName(tr("Chat"));
        m_view->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(m_view.get(), &QWidget::customContextMenuRequested, this, &ChatView::showMenu);
        m_layout->addWidget(m_view.get());
    }
    confine(*m_profile, m_url, m_token);
    auto *page = new ChatPage(m_profile.get(), m_url, m_view.get());
    page->setBackgroundColor(palette().color(QPalette::Window));
    QWebEnginePage *const old = m_view->page();
    m_view->setPage(page);
    if (old->parent() == m_view.get())
        old->deleteLater();
    connect(page, &QWebEnginePage::loadFinished, this, [this](bool worked) {
        if (worked)
            m_layout->setCurrentWidget(m_view.get());
        else
            setOutage(tr("The chat could not be loaded"), tr("The server did not answer."), tr("Retry"));
    });
    openPage();
}

void ChatView::openPage()
{
    m_isDark = isDark(palette());
    QUrl url = m_url;
    url.setPath(u"/chat-widget"_s);
    url.setQuery(m_isDark ? u"theme=dark"_s : u"theme=light"_s);
    m_view->page()->setBackgroundColor(palette().color(QPalette::Window));
    m_view->load(url);
}

/// Copy and paste; "Back", "View source" and the like make no sense here.
void ChatView::showMenu(const QPoint &position)
{
    const QWebEngineContextMenuRequest *request = m_view->lastContextMenuRequest();
    if (!request)
        return;
    QMenu menu(this);
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
void ChatView::save(QWebEngineDownloadRequest *download)
{
    const QPointer<QWebEngineDownloadRequest> request(download); // the server may go while the dialog is open
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    if (!QFileInfo(folder).isDir())
        folder = QDir::homePath();
    // The name is the page's wish: only its last part counts.
    const QString name = QFileInfo(download->suggestedFileName()).fileName();
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the meeting"), QDir(folder).filePath(name),
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
