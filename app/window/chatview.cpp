// SPDX-License-Identifier: Apache-2.0
#include "app/window/chatview.h"

#include <QDesktopServices>
#include <QLabel>
#include <QStackedLayout>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#include <QWebEngineUrlRequestInterceptor>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port(80) == b.port(80);
}

/// Adds the host's token to what the page asks of its own server, and blocks everything else.
class OwnServerOnly final : public QWebEngineUrlRequestInterceptor
{
public:
    OwnServerOnly(QUrl server, Secret token, QObject *parent)
        : QWebEngineUrlRequestInterceptor(parent), m_server(std::move(server)), m_token(std::move(token))
    {
    }

    void interceptRequest(QWebEngineUrlRequestInfo &info) override
    {
        const QUrl url = info.requestUrl();
        if (isSameOrigin(url, m_server))
            info.setHttpHeader("Authorization", "Bearer " + m_token.reveal());
        else if (url.scheme() != "data"_L1 && url.scheme() != "blob"_L1)
            info.block(true);
    }

private:
    QUrl m_server;
    Secret m_token;
};

/// Stays on its server; other links open in the system's browser, if they are of a harmless kind.
class ChatPage final : public QWebEnginePage
{
public:
    ChatPage(QWebEngineProfile *profile, QUrl server, QObject *parent)
        : QWebEnginePage(profile, parent), m_server(std::move(server))
    {
    }

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType, bool isMainFrame) override
    {
        if (isSameOrigin(url, m_server) || (!isMainFrame && url.scheme() == "about"_L1))
            return true;
        openOutside(url);
        return false;
    }

    QWebEnginePage *createWindow(WebWindowType) override
    {
        // A link with target=_blank: a page of its own learns the address and hands it outside.
        auto *page = new QWebEnginePage(profile(), this);
        connect(page, &QWebEnginePage::urlChanged, this, [page](const QUrl &url) {
            openOutside(url);
            page->deleteLater();
        });
        return page;
    }

private:
    static void openOutside(const QUrl &url)
    {
        static const QStringList harmless{u"http"_s, u"https"_s, u"mailto"_s, u"tel"_s};
        if (harmless.contains(url.scheme()))
            QDesktopServices::openUrl(url);
    }

    QUrl m_server;
};

} // namespace

ChatView::ChatView(QWidget *parent)
    : QWidget(parent), m_notice(new QLabel(tr("Starting…"), this)), m_layout(new QStackedLayout(this))
{
    setAccessibleName(tr("Chat"));
    setMinimumWidth(320);
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);
    m_notice->setMargin(24);
    m_layout->addWidget(m_notice);
}

ChatView::~ChatView() = default;

void ChatView::setServer(const QUrl &url, const Secret &token)
{
    m_url = url;
    m_token = token;
    if (isVisible())
        load();
}

void ChatView::setNotice(const QString &text)
{
    m_notice->setText(text);
    m_layout->setCurrentWidget(m_notice);
}

void ChatView::showEvent(QShowEvent *)
{
    if (!m_view && m_url.isValid())
        load();
}

void ChatView::load()
{
    if (!m_view) {
        m_profile = std::make_unique<QWebEngineProfile>(); // no name: off the record
        m_view = std::make_unique<QWebEngineView>();
        m_layout->addWidget(m_view.get());
    }
    m_profile->setUrlRequestInterceptor(new OwnServerOnly(m_url, m_token, m_profile.get()));
    auto *page = new ChatPage(m_profile.get(), m_url, m_view.get());
    page->settings()->setAttribute(QWebEngineSettings::LocalContentCanAccessRemoteUrls, false);
    page->settings()->setAttribute(QWebEngineSettings::LocalContentCanAccessFileUrls, false);
    page->settings()->setAttribute(QWebEngineSettings::JavascriptCanOpenWindows, false);
    page->setBackgroundColor(palette().color(QPalette::Window));
    QWebEnginePage *const old = m_view->page();
    m_view->setPage(page);
    if (old->parent() == m_view.get())
        old->deleteLater();
    connect(page, &QWebEnginePage::loadFinished, this, [this](bool worked) {
        if (worked)
            m_layout->setCurrentWidget(m_view.get());
        else
            setNotice(tr("The chat could not be loaded. It is tried again when the server answers."));
    });
    // QtWebEngine 6.4 does not tell pages the desktop's colour scheme.
    const bool dark = palette().color(QPalette::Window).lightnessF() < 0.5;
    QUrl url = m_url;
    url.setPath(u"/chat-widget"_s);
    url.setQuery(dark ? u"theme=dark&desktop=1"_s : u"theme=light&desktop=1"_s);
    m_view->load(url);
}

} // namespace ChatCal
