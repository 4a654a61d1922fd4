// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/webchat/webchat.h"

#include <QObject>
#include <QWebEngineView>

class QWebChannel;
class QWebEngineDownloadRequest;
class QWebEngineProfile;

namespace ChatCal {

class ChatBridge;

/// QtWebEngine's view of the chat, with what belongs to it: menu, downloads, the bridge to the page. Nothing is kept on
/// disk.
class WebChatView final : public QObject, public WebChat
{
    Q_OBJECT
public:
    /// @p host outlives it.
    WebChatView(WebChatHost &host, QWidget *parent);
    ~WebChatView() override;

    [[nodiscard]] QWidget *widget() override { return m_view.get(); }
    void open(const QUrl &server, const Secret &token) override;
    void takeFocus() override;
    void speakOf(const QString &meeting, const QString &title) override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openPage();
    void makePage();
    void showMenu(const QPoint &position);
    void save(QWebEngineDownloadRequest *download);

    WebChatHost &m_host;
    QUrl m_url;
    Secret m_token;
    bool m_isDark = false; ///< how the page was asked to look
    bool m_isLoaded = false;
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<QWebEngineView> m_view; ///< goes before its profile
    std::unique_ptr<ChatBridge> m_bridge;
    std::unique_ptr<QWebChannel> m_channel;
};

} // namespace ChatCal
