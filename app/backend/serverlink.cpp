// SPDX-License-Identifier: Apache-2.0
#include "app/backend/serverlink.h"

#include "core/base/ids.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr auto longestPause = 60s;

} // namespace

ServerLink::ServerLink(QString program, const QString &dataDir, Parts parts, QObject *parent)
    : QObject(parent), m_parts(parts), m_servers(dataDir), m_child(std::move(program), dataDir)
{
    connect(&m_servers, &Servers::currentChanged, this, &ServerLink::start);
    connect(&m_child, &ServerProcess::ready, this, [this](const QUrl &url) {
        if (isOwn())
            connectTo(url, m_child.token());
    });
    connect(&m_child, &ServerProcess::failed, this,
            [this](const QString &reason) { tell(tr("ChatCal's server did not start"), reason, true); });
    connect(&m_child, &ServerProcess::restarting, this,
            [this] { tell(tr("The server stopped"), tr("It is started again."), false); });
    connect(&m_parts.outgoing, &Outgoing::changed, this,
            [this] { m_parts.source.setWaiting(m_parts.outgoing.waiting()); });
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ServerLink::greet);
}

void ServerLink::useOnly(const QUrl &url, const Secret &token)
{
    m_only = url;
    m_onlyToken = token;
}

QString ServerLink::name() const
{
    if (m_only.isValid())
        return m_only.host();
    const auto team = m_servers.find(m_servers.current());
    return team ? team->name : QString();
}

void ServerLink::start()
{
    turnTo(m_only.isValid() ? fingerprint(m_only.toString().toUtf8()).left(16) : m_servers.current());
}

void ServerLink::turnTo(const QString &team)
{
    const quint64 turn = ++m_turn;
    m_retry.stop();
    m_parts.client.setServer({}, {});
    const QString folder = m_servers.folder(team);
    m_parts.source.keepIn(folder + u"/agenda.json"_s); // first: it forgets what waits for the other
    m_parts.outgoing.keepIn(folder + u"/outgoing.json"_s);
    m_parts.source.setWaiting(m_parts.outgoing.waiting());
    if (team.isEmpty()) {
        m_child.start();
        return;
    }
    m_child.stop();
    if (m_only.isValid()) {
        connectTo(m_only, m_onlyToken);
        return;
    }
    QCoro::connect(m_servers.token(team), this, [this, turn, team](const Result<Secret> &token) {
        const auto server = m_servers.find(team);
        if (turn != m_turn || !server)
            return;
        if (token)
            connectTo(server->url, *token);
        else
            tell(tr("The token of %1 cannot be read").arg(server->name),
                 tr("Unlock the keychain, or add the server again in the settings."), true);
    });
}

void ServerLink::retry()
{
    if (m_parts.client.hasServer() && (!isOwn() || m_child.isRunning()))
        greet();
    else if (isOwn())
        m_child.start();
    else
        start();
}

void ServerLink::connectTo(const QUrl &url, const Secret &token)
{
    ++m_turn;
    m_pause = 2s;
    m_parts.client.setServer(url, token);
    greet();
}

void ServerLink::greet()
{
    m_retry.stop();
    QCoro::connect(m_parts.client.greet(), this, [this, turn = m_turn](const Result<ServerFacts> &facts) {
        if (turn != m_turn)
            return;
        if (!facts) {
            explain(facts.error());
            return;
        }
        m_parts.clock.setServerNow(facts->now);
        Q_EMIT answered(*facts);
        m_parts.source.refresh();
        m_parts.outgoing.sendWaiting();
        m_parts.client.follow();
    });
}

void ServerLink::tell(const QString &title, const QString &text, bool canRetry)
{
    m_parts.source.outdate();
    Q_EMIT outage(title, text, canRetry);
}

void ServerLink::explain(const Error &error)
{
    const bool isRefused = error.code == ErrorCode::Unauthorized;
    const QString server = name();
    if (isRefused && isOwn())
        tell(tr("The server refused"), tr("It does not accept the token ChatCal was started with."), true);
    else
        tell(server.isEmpty() ? tr("The server does not answer") : tr("%1 does not answer").arg(server),
             isOwn() ? QString() : Servers::addFailureWords(error), true);
    if (isRefused)
        return; // a repeat would be refused again
    m_retry.start(std::max(m_pause, error.retryAfter.value_or(0s)));
    m_pause = std::min<std::chrono::seconds>(m_pause * 2, longestPause);
}

} // namespace ChatCal
