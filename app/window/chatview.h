// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"

#include <QUrl>
#include <QWidget>

#include <memory>

class QLabel;
class QStackedLayout;
class QWebEngineProfile;
class QWebEngineView;

namespace ChatCal {

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
    void setNotice(const QString &text);
    /// Null until it was first shown.
    [[nodiscard]] QWebEngineView *webView() const { return m_view.get(); }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void load();

    QUrl m_url;
    Secret m_token;
    QLabel *m_notice;
    QStackedLayout *m_layout;
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<QWebEngineView> m_view; ///< goes before its profile
};

} // namespace ChatCal
