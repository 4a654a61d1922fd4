// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"

#include <QUrl>
#include <QWidget>

#include <memory>

class QStackedLayout;
class QWebEngineDownloadRequest;
class QWebEngineProfile;
class QWebEngineView;

namespace ChatCal {

class Notice;

/// The chat widget of the server in a web view. The view is made when it is first shown with a server set: it costs
/// more than all the rest of the window. Nothing is kept on disk; the token goes into request headers, never into the
/// page.
class ChatView : public QWidget
{
    Q_OBJECT
public:
    explicit ChatView(QWidget *parent = nullptr);
    ~ChatView() override;

    void setServer(const QUrl &url, const Secret &token);
    /// Words in place of the chat: why there is none.
    void setOutage(const QString &title, const QString &text, const QString &action = {});
    /// Null until it was first shown.
    [[nodiscard]] QWebEngineView *webView() const { return m_view.get(); }
    void takeFocus();
    [[nodiscard]] bool holdsFocus() const;

Q_SIGNALS:
    void retryWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void load();
    void openPage();
    void showMenu(const QPoint &position);
    void save(QWebEngineDownloadRequest *download);

    QUrl m_url;
    Secret m_token;
    Notice *m_notice;
    QWidget *m_plate; ///< the ground the notice stands on
    QStackedLayout *m_layout;
    bool m_isDark = false; ///< how the page was asked to look
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<QWebEngineView> m_view; ///< goes before its profile
};

} // namespace ChatCal
