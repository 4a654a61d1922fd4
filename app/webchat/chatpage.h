// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/webchat/origin.h"
#include "core/base/secret.h"

#include <QUrl>
#include <QWebEnginePage>

namespace ChatCal {

/// Makes @p profile speak to @p server only, with the host's token in each request's header: the page itself never
/// sees it.
void confine(QWebEngineProfile &profile, const QUrl &server, const Secret &token);

/// Stays on its server; other links open in the system's browser, if they are of a harmless kind. No files, no windows.
class ChatPage : public QWebEnginePage
{
    Q_OBJECT
public:
    ChatPage(QWebEngineProfile *profile, const QUrl &server, QObject *parent);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage *createWindow(WebWindowType type) override;

private:
    QUrl m_server;
};

} // namespace ChatCal
