// SPDX-License-Identifier: Apache-2.0
#include "app/settingsdesk.h"

#include "app/agenda/agendaview.h"
#include "app/backend/serverlink.h"
#include "app/backend/servers.h"
#include "app/look/theme.h"
#include "app/settings/firststart.h"
#include "app/settings/passphrasewindow.h"
#include "app/settings/serversetup.h"
#include "app/settings/settingswindow.h"
#include "app/window/mainwindow.h"

#include <QCoroFuture>
#include <QCoroTask>

#include <QFile>
#include <QPromise>
#include <QSettings>

#include <functional>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QCoro::Task<> deleteWith(QPointer<ServerSetup> setup, std::shared_ptr<QPromise<Result<void>>> promise)
{
    Result<void> deleted = failure(ErrorCode::Cancelled, u"caller gone"_s);
    if (setup)
        deleted = co_await setup->deleteAll();
    promise->addResult(deleted);
    promise->finish();
}

} // namespace

SettingsDesk::SettingsDesk(QString program, Parts parts, QObject *parent)
    : QObject(parent), m_program(std::move(program)), m_parts(parts), m_context{parts.client}
{
    answerFor(m_parts.link.child().vault());
    answerFor(m_parts.link.servers().vault());
    m_context.servers = &m_parts.link.servers();
    m_context.ownLog = m_parts.link.child().logPath();
    m_context.setTheme = [this](Theme theme) { Q_EMIT themeWanted(theme); };
    // Another server, other pages. It is one of them that asked for it.
    connect(m_context.servers, &Servers::currentChanged, this, [this] {
        if (m_firstStart)
            m_firstStart.release()->deleteLater(); // it sets up our own
        if (!m_settings)
            return;
        const bool wasSeen = m_settings->isVisible();
        m_settings.release()->deleteLater();
        if (wasSeen)
            QMetaObject::invokeMethod(this, &SettingsDesk::open, Qt::QueuedConnection);
    });
}

SettingsDesk::~SettingsDesk() = default;

/// Two files, one person, one passphrase: it is asked for once.
void SettingsDesk::answerFor(SecretVault &vault)
{
    const auto wasTried = std::make_shared<bool>(false);
    vault.setAsker([self = QPointer<SettingsDesk>(this), wasTried](SecretVault::Question question) {
        return askOnce(self, wasTried, question);
    });
}

QCoro::Task<SecretVault::Answer> SettingsDesk::askOnce(QPointer<SettingsDesk> self, std::shared_ptr<bool> wasTried,
                                                       SecretVault::Question question)
{
    const bool isFirst = question == SecretVault::Question::NewPassphrase
        || (question == SecretVault::Question::Passphrase && !std::exchange(*wasTried, true));
    if (self && isFirst && !self->m_passphrase.isEmpty())
        co_return SecretVault::Answer{SecretVault::Answer::Kind::Given, self->m_passphrase};
    const auto answer = co_await PassphraseWindow::ask(question);
    if (self && answer.kind == SecretVault::Answer::Kind::Given)
        self->m_passphrase = answer.passphrase;
    co_return answer;
}

/// Whose server it is decides what can be set up.
void SettingsDesk::meetServer()
{
    const bool isOwn = m_parts.link.isOwn();
    if (isOwn && !m_setup) {
        m_setup = std::make_unique<ServerSetup>(m_program, m_parts.link.child().vault());
        connect(m_setup.get(), &ServerSetup::changed, this, [this] {
            if (m_parts.link.isOwn()) // a change may come true after the turn to a team's
                m_parts.link.child().restart();
        });
    }
    m_context.own = isOwn ? m_setup.get() : nullptr;
    m_context.deleteAll = {};
    if (isOwn)
        m_context.deleteAll = [this] { return deleteAll(); };
}

void SettingsDesk::open()
{
    meetServer();
    if (!m_settings)
        m_settings = std::make_unique<SettingsWindow>(m_context);
    m_settings->open();
}

void SettingsDesk::welcome()
{
    if (!m_parts.link.isOwn() || m_firstStart || !FirstStart::isWanted())
        return;
    meetServer();
    if (QFile::exists(m_setup->dataDir() + u"/chatcal.conf"_s))
        return;
    m_firstStart = std::make_unique<FirstStart>(m_context, &m_parts.window);
    connect(m_firstStart.get(), &FirstStart::finished, this, [this] {
        m_firstStart.release()->deleteLater();
        m_parts.window.agenda().setFocus();
    });
}

/// All that our own server and this desktop keep; then as on the first day.
QCoro::Task<Result<void>> SettingsDesk::deleteAll()
{
    const QPointer<SettingsDesk> self(this);
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    QFuture<Result<void>> future = promise->future();
    promise->start();
    m_parts.link.child().restartAround(std::bind_front(deleteWith, QPointer<ServerSetup>(m_setup.get()), promise));
    const auto deleted = co_await future;
    if (self && deleted)
        QSettings().clear();
    co_return deleted;
}

} // namespace ChatCal
