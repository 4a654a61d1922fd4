// SPDX-License-Identifier: Apache-2.0
#include "app/webchat/chatpage.h"

#include <QDesktopServices>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#include <QWebEngineUrlRequestInterceptor>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// Adds the token to what the page asks of its own server, and blocks everything else.
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

void openOutside(const QUrl &url)
{
    static const QStringList harmless{u"http"_s, u"https"_s, u"mailto"_s, u"tel"_s};
    if (harmless.contains(url.scheme()))
        QDesktopServices::openUrl(url);
}

} // namespace

void confine(QWebEngineProfile &profile, const QUrl &server, const Secret &token)
{
    auto *interceptor = new OwnServerOnly(server, token, &profile);
    profile.setUrlRequestInterceptor(interceptor);
    for (QObject *child : profile.children()) {
        auto *old = qobject_cast<QWebEngineUrlRequestInterceptor *>(child);
        if (old && old != interceptor)
            old->deleteLater(); // of the server before this one
    }
}

ChatPage::ChatPage(QWebEngineProfile *profile, const QUrl &server, QObject *parent)
    : QWebEnginePage(profile, parent), m_server(server)
{
    settings()->setAttribute(QWebEngineSettings::LocalContentCanAccessRemoteUrls, false);
    settings()->setAttribute(QWebEngineSettings::LocalContentCanAccessFileUrls, false);
    settings()->setAttribute(QWebEngineSettings::JavascriptCanOpenWindows, false);
    settings()->setAttribute(QWebEngineSettings::JavascriptCanAccessClipboard, true); // the cards' copy buttons
    settings()->setAttribute(QWebEngineSettings::JavascriptCanPaste, false);
    settings()->setAttribute(QWebEngineSettings::PluginsEnabled, false);
    settings()->setAttribute(QWebEngineSettings::PdfViewerEnabled, false);
    settings()->setAttribute(QWebEngineSettings::NavigateOnDropEnabled, false);
    settings()->setAttribute(QWebEngineSettings::HyperlinkAuditingEnabled, false);
    connect(this, &QWebEnginePage::featurePermissionRequested, this, [this](const QUrl &origin, Feature feature) {
        setFeaturePermission(origin, feature, PermissionDeniedByUser); // no camera, place or notice
    });
}

bool ChatPage::acceptNavigationRequest(const QUrl &url, NavigationType, bool isMainFrame)
{
    if (isSameOrigin(url, m_server) || (!isMainFrame && url.scheme() == "about"_L1))
        return true;
    openOutside(url);
    return false;
}

QWebEnginePage *ChatPage::createWindow(WebWindowType)
{
    // A link with target=_blank: a page of its own learns the address and hands it outside.
    auto *page = new QWebEnginePage(profile(), this);
    connect(page, &QWebEnginePage::urlChanged, this, [page](const QUrl &url) {
        openOutside(url);
        page->deleteLater();
    });
    return page;
}

} // namespace ChatCal
