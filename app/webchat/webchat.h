// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"

#include <QString>
#include <QUrl>
#include <QtPlugin>

#include <memory>

class QWidget;

namespace ChatCal {

/// What the chat tells the window around it.
class WebChatHost
{
public:
    virtual ~WebChatHost() = default;
    /// The page is there, or could not be loaded.
    virtual void chatLoaded(bool worked) = 0;
    /// A meeting's card was clicked; @p meeting is its uid, as the page has it: not to be trusted.
    virtual void chatChoseMeeting(const QString &meeting) = 0;
};

/// The chat's page in a web view.
class WebChat
{
public:
    virtual ~WebChat() = default;
    [[nodiscard]] virtual QWidget *widget() = 0;
    /// Loads the chat of @p server, in the colours of the widget's palette. The token goes into request headers, never
    /// into the page.
    virtual void open(const QUrl &server, const Secret &token) = 0;
    /// The keyboard goes to the box one writes in.
    virtual void takeFocus() = 0;
    /// The meeting chosen in the agenda, of which the next words may speak: its uid and what to call it. Empty: none.
    virtual void speakOf(const QString &meeting, const QString &title) = 0;
};

/// Made by a plug-in, since a program that links QtWebEngine pays for it at every start: some 100 ms and 30 MiB, view
/// or no view (decision 0014).
class WebChatFactory
{
public:
    virtual ~WebChatFactory() = default;
    /// @p host outlives what is made.
    [[nodiscard]] virtual std::unique_ptr<WebChat> make(WebChatHost &host, QWidget *parent) = 0;
};

} // namespace ChatCal

#define CHATCAL_WEBCHAT_IID "org.chatcal.WebChatFactory/1"
Q_DECLARE_INTERFACE(ChatCal::WebChatFactory, CHATCAL_WEBCHAT_IID)
