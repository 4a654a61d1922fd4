// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/webchat/webchat.h"

#include <QPluginLoader>
#include <QWidget>

#include <memory>

class QStackedLayout;

namespace ChatCal {

class Notice;

/// The chat widget of the server in a web view. The view is made, and the plug-in that makes it loaded, when it is
/// first shown with a server set: it costs more than all the rest of the window.
class ChatView : public QWidget, private WebChatHost
{
    Q_OBJECT
public:
    explicit ChatView(QWidget *parent = nullptr);
    ~ChatView() override;

    void setServer(const QUrl &url, const Secret &token);
    /// Words in place of the chat: why there is none.
    void setOutage(const QString &title, const QString &text, const QString &action = {});
    /// The meeting chosen in the agenda, for "move this to Thursday". Empty: none.
    void speakOf(const QString &uid, const QString &title);
    /// False until it was first shown.
    [[nodiscard]] bool hasWebView() const { return m_chat != nullptr; }
    void takeFocus();
    [[nodiscard]] bool holdsFocus() const;

Q_SIGNALS:
    void retryWanted();
    /// A meeting's card was clicked.
    void meetingChosen(const QString &uid);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void load();
    void chatLoaded(bool worked) override;
    void chatChoseMeeting(const QString &meeting) override { Q_EMIT meetingChosen(meeting); }

    QUrl m_url;
    Secret m_token;
    QString m_selected;
    QString m_selectedTitle;
    Notice *m_notice;
    QWidget *m_plate; ///< the ground the notice stands on
    QStackedLayout *m_layout;
    QPluginLoader m_plugin;
    std::unique_ptr<WebChat> m_chat;
};

} // namespace ChatCal
