// SPDX-License-Identifier: Apache-2.0
#include "app/settings/googlesigninrow.h"

#include "app/backend/agenda.h"
#include "app/backend/apiclient.h"
#include "app/look/tonelabel.h"
#include "app/settings/applybar.h"

#include <QCoroTask>

#include <QDesktopServices>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr auto pauseBetweenLooks = 2s;
constexpr int mostLooks = 300; // a sign-in may take ten minutes

} // namespace

GoogleSignInRow::GoogleSignInRow(ApiClient &client, QWidget *parent)
    : QWidget(parent),
      openUrl([](const QUrl &url) { return QDesktopServices::openUrl(url); }),
      m_client(client),
      m_words(new ToneLabel(ToneLabel::Tone::Muted, this)),
      m_button(new QPushButton(tr("Sign in with Google…"), this))
{
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_button, 0, Qt::AlignLeading);
    row->addWidget(m_words);
    setFocusProxy(m_button);
    m_look.setInterval(pauseBetweenLooks);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (--m_looksLeft <= 0)
            m_look.stop();
        load();
    });
    connect(m_button, &QPushButton::clicked, this, [this] { m_isSignedIn ? signOut() : signIn(); });
}

QString GoogleSignInRow::words() const
{
    return m_words->text();
}

void GoogleSignInRow::setUsable(bool usable, const QString &whyNot)
{
    m_isUsable = usable;
    m_button->setEnabled(usable);
    if (!usable)
        m_words->tell(whyNot, ToneLabel::Tone::Muted);
}

void GoogleSignInRow::load()
{
    QCoro::connect(m_client.ask("GET", u"/auth/status"_s), this, [this](const Result<QJsonObject> &said) {
        if (!m_isUsable)
            return;
        if (said)
            show(said->value("state"_L1).toString(), said->value("configured"_L1).toBool());
        else
            m_words->tell(errorWords(said.error()), ToneLabel::Tone::Bad);
    });
}

void GoogleSignInRow::show(const QString &state, bool isConfigured)
{
    m_isSignedIn = state == "signed_in"_L1;
    m_button->setText(m_isSignedIn ? tr("Sign out") : tr("Sign in with Google…"));
    m_button->setAccessibleName(m_button->text());
    m_button->setEnabled(isConfigured || m_isSignedIn);
    if (m_isSignedIn) {
        m_look.stop();
        m_words->tell(tr("Signed in. Meetings are kept there."), ToneLabel::Tone::Good);
    } else if (!isConfigured) {
        m_words->tell(tr("The server is not set up for Google."), ToneLabel::Tone::Muted);
    } else if (state == "withdrawn"_L1) {
        m_words->tell(tr("Google took the permission back. Please sign in again."), ToneLabel::Tone::Bad);
    } else if (state == "unreadable"_L1) {
        m_words->tell(tr("The kept sign-in cannot be opened any more. Please sign in again."), ToneLabel::Tone::Bad);
    } else if (m_look.isActive()) {
        m_words->tell(tr("Go on in your browser. This page follows by itself."), ToneLabel::Tone::Muted);
    } else {
        m_words->tell(tr("Not signed in."), ToneLabel::Tone::Muted);
    }
}

void GoogleSignInRow::signIn()
{
    m_button->setEnabled(false);
    QCoro::connect(m_client.ask("POST", u"/auth/login"_s), this, [this](const Result<QJsonObject> &said) {
        m_button->setEnabled(true);
        if (!said) {
            m_words->tell(errorWords(said.error()), ToneLabel::Tone::Bad);
            return;
        }
        const QUrl url = safeLink(said->value("url"_L1).toString());
        if (!url.isValid() || !openUrl(url)) {
            m_words->tell(tr("No browser could be opened."), ToneLabel::Tone::Bad);
            return;
        }
        m_looksLeft = mostLooks;
        m_look.start();
        m_words->tell(tr("Go on in your browser. This page follows by itself."), ToneLabel::Tone::Muted);
    });
}

void GoogleSignInRow::signOut()
{
    QCoro::connect(m_client.ask("POST", u"/auth/logout"_s), this, [this](const Result<QJsonObject> &said) {
        if (!said)
            m_words->tell(errorWords(said.error()), ToneLabel::Tone::Bad);
        else
            load();
    });
}

void GoogleSignInRow::hideEvent(QHideEvent *event)
{
    m_look.stop();
    QWidget::hideEvent(event);
}

} // namespace ChatCal
