// SPDX-License-Identifier: Apache-2.0
#include "app/webchat/webchatview.h"

namespace ChatCal {

class WebChatPlugin final : public QObject, public WebChatFactory
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CHATCAL_WEBCHAT_IID)
    Q_INTERFACES(ChatCal::WebChatFactory)
public:
    std::unique_ptr<WebChat> make(WebChatHost &host, QWidget *parent) override
    {
        return std::make_unique<WebChatView>(host, parent);
    }
};

} // namespace ChatCal

#include "plugin.moc"
