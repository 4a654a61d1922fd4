// SPDX-License-Identifier: Apache-2.0
#include "app/window/chatview.h"

#include "app/look/notice.h"
#include "app/window/logging.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QOpenGLContext>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// Exported by QtGui and declared in its private qopenglcontext_p.h alone (Qt 6.4).
Q_GUI_EXPORT void qt_gl_set_global_share_context(QOpenGLContext *context);

namespace ChatCal {

namespace {

/// What Qt::AA_ShareOpenGLContexts does, when it is needed: set at the start, it loads the OpenGL driver (30 MiB and
/// some 100 ms where it draws in software) before anybody wants to chat.
void shareOpenGlContexts()
{
    static QOpenGLContext *const context = [] {
        auto *made = new QOpenGLContext(qApp);
        made->setFormat(QSurfaceFormat::defaultFormat());
        return made;
    }();
    if (context->isValid() || !context->create())
        return; // without OpenGL QtWebEngine draws in software
    qt_gl_set_global_share_context(context);
    QObject::connect(context, &QObject::destroyed, context, [] { qt_gl_set_global_share_context(nullptr); });
}

/// Beside this program as it is built, in lib/chatcal/plugins as it is installed.
QString pluginPath()
{
    const QDir programs(QCoreApplication::applicationDirPath());
    const QString built = programs.filePath(u"chatcal-webchat.so"_s);
    return QFileInfo::exists(built) ? built : programs.filePath(u"../lib/chatcal/plugins/chatcal-webchat.so"_s);
}

} // namespace

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
    m_url = url;
    m_token = token;
    if (m_chat || isVisible())
        load();
}

void ChatView::setOutage(const QString &title, const QString &text, const QString &action)
{
    m_notice->tell(title, text, action);
    m_layout->setCurrentWidget(m_plate);
}

void ChatView::speakOf(const QString &uid, const QString &title)
{
    m_selected = uid;
    m_selectedTitle = title;
    if (m_chat)
        m_chat->speakOf(uid, title);
}

void ChatView::takeFocus()
{
    if (m_chat && m_layout->currentWidget() == m_chat->widget())
        m_chat->takeFocus();
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
    if (!m_chat && m_url.isValid())
        load();
}

void ChatView::load()
{
    if (!m_chat) {
        shareOpenGlContexts(); // QtWebEngine looks for them as it is loaded
        m_plugin.setFileName(pluginPath());
        auto *factory = qobject_cast<WebChatFactory *>(m_plugin.instance());
        if (!factory) {
            qCWarning(lcWindow).noquote() << "the chat's view cannot be loaded:" << m_plugin.errorString();
            setOutage(tr("The chat's view is missing"),
                      tr("The part of ChatCal that shows it is not installed. Booking in one line and the agenda work "
                         "without it."));
            return;
        }
        m_chat = factory->make(*this, this);
        m_layout->addWidget(m_chat->widget());
        m_chat->speakOf(m_selected, m_selectedTitle);
    }
    m_chat->open(m_url, m_token);
}

void ChatView::chatLoaded(bool worked)
{
    if (worked)
        m_layout->setCurrentWidget(m_chat->widget());
    else
        setOutage(tr("The chat could not be loaded"), tr("The server did not answer."), tr("Retry"));
}

} // namespace ChatCal
