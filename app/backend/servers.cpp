// SPDX-License-Identifier: Apache-2.0
#include "app/backend/servers.h"

#include "core/base/ids.h"
#include "core/base/json.h"

#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QPointer>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr auto teamsKey = "servers/teams"_L1;
constexpr auto currentKey = "servers/current"_L1;

QString secretName(const QString &id)
{
    return u"TEAM_TOKEN_"_s + id;
}

bool isThisMachine(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

QList<TeamServer> without(QList<TeamServer> teams, const QString &id)
{
    teams.removeIf([&id](const TeamServer &one) { return one.id == id; });
    return teams;
}

/// @p server in the place it had, or as the last.
QList<TeamServer> with(QList<TeamServer> teams, const TeamServer &server)
{
    for (TeamServer &one : teams) {
        if (one.id == server.id) {
            one = server;
            return teams;
        }
    }
    teams.append(server);
    return teams;
}

tl::unexpected<Error> gone()
{
    return failure(ErrorCode::Cancelled, u"the list of servers is gone"_s);
}

} // namespace

Result<QUrl> serverUrl(const QString &address)
{
    const QString trimmed = address.trimmed();
    QUrl url(trimmed.contains("://"_L1) ? trimmed : u"https://"_s + trimmed, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool isHttp = scheme == "https"_L1 || scheme == "http"_L1;
    if (trimmed.isEmpty() || !url.isValid() || !isHttp || url.host().isEmpty())
        return invalidField(u"address"_s, Sentence::said(Servers::tr("This is not the address of a server.")));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return invalidField(u"address"_s,
                            Sentence::said(Servers::tr("Give the address alone; the token has a field of its own.")));
    if (scheme == "http"_L1 && !isThisMachine(url.host()))
        return invalidField(
            u"address"_s,
            Sentence::said(Servers::tr("The address must begin with https://, else others could read along.")));
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

Servers::Servers(const QString &dataDir, QObject *parent)
    : QObject(parent),
      m_folder(QFileInfo(SecretVault(dataDir).filePath()).path() + u"/desktop"_s),
      m_vault(m_folder + u"/servers"_s),
      m_current(QSettings().value(currentKey).toString())
{
    if (!find(m_current))
        m_current.clear();
}

Servers::~Servers() = default;

QList<TeamServer> Servers::teams() const
{
    QSettings settings;
    QList<TeamServer> teams;
    const int count = settings.beginReadArray(teamsKey);
    for (int index = 0; index < count; ++index) {
        settings.setArrayIndex(index);
        const auto url = serverUrl(settings.value("url"_L1).toString());
        if (url)
            teams.append({settings.value("id"_L1).toString(), settings.value("name"_L1).toString(), *url});
    }
    return teams;
}

std::optional<TeamServer> Servers::find(const QString &id) const
{
    for (const TeamServer &team : teams()) {
        if (team.id == id)
            return team;
    }
    return std::nullopt;
}

void Servers::keep(const QList<TeamServer> &teams)
{
    QSettings settings;
    settings.remove(teamsKey);
    settings.beginWriteArray(teamsKey, static_cast<int>(teams.size()));
    for (int index = 0; index < teams.size(); ++index) {
        settings.setArrayIndex(index);
        settings.setValue("id"_L1, teams.at(index).id);
        settings.setValue("name"_L1, teams.at(index).name);
        settings.setValue("url"_L1, teams.at(index).url.toString());
    }
    settings.endArray();
    Q_EMIT changed();
}

void Servers::use(const QString &id)
{
    if (id == m_current || (!id.isEmpty() && !find(id)))
        return;
    m_current = id;
    QSettings().setValue(currentKey, id);
    Q_EMIT currentChanged(id);
}

QCoro::Task<Result<TeamServer>> Servers::add(QString address, Secret token, QString name)
{
    const QPointer<Servers> self(this);
    const auto url = serverUrl(address);
    if (!url)
        co_return tl::unexpected(url.error());
    const auto checked = co_await check(*url, token);
    if (!checked)
        co_return tl::unexpected(checked.error());
    if (!self)
        co_return gone();
    const TeamServer server{fingerprint(url->toString().toUtf8()).left(16),
                            name.trimmed().isEmpty() ? url->host() : name.trimmed(), *url};
    const auto kept = co_await m_vault.set(secretName(server.id), token);
    if (!kept)
        co_return failure(ErrorCode::Internal, kept.error().detail);
    if (!self)
        co_return gone();
    keep(with(teams(), server));
    if (server.id == m_current)
        Q_EMIT currentChanged(server.id); // with the new token
    co_return server;
}

/// Whether there is a ChatCal at @p url, and then whether it takes @p token: nobody else is shown it.
QCoro::Task<Result<void>> Servers::check(QUrl url, Secret token)
{
    const QPointer<Servers> self(this);
    HttpRequest request;
    request.url = QUrl(url.toString() + u"/version"_s);
    const auto version = co_await m_http.send(request, {});
    if (!version)
        co_return tl::unexpected(version.error());
    const auto json = parseJsonObject(version->body);
    if (version->status >= 500 && !json)
        co_return failure(ErrorCode::Unavailable, u"HTTP status %1"_s.arg(version->status));
    if (!version->isSuccess() || !json || json->value("name"_L1) != "ChatCal"_L1)
        co_return failure(ErrorCode::NotFound, u"no ChatCal at this address"_s);
    if (!self)
        co_return gone();
    request.url = QUrl(url.toString() + u"/api/v1/settings"_s);
    request.headers = {{"Authorization", "Bearer " + token.reveal()}};
    const auto settings = co_await m_http.send(request, {});
    if (!settings)
        co_return tl::unexpected(settings.error());
    const SystemClock clock;
    co_return checkStatus(*settings, clock);
}

QString Servers::addFailureWords(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return error.fields.isEmpty() ? tr("The address or the token holds characters that neither can have.")
                                      : error.fields.first().message.text();
    case ErrorCode::Timeout:
        return tr("Nobody answers at this address in time.");
    case ErrorCode::Unauthorized:
        return tr("The server does not accept this token. Ask its admin for another one.");
    case ErrorCode::Protocol:
        return tr("The server's certificate does not hold, or the connection is tampered with. "
                  "Nothing was sent but the address.");
    case ErrorCode::NotFound:
        return tr("Something answers at this address, but it is not ChatCal.");
    case ErrorCode::RateLimited:
        return tr("The server asks for patience. Try again in a minute.");
    case ErrorCode::Internal:
        return tr("The server answers, but its token cannot be kept on this computer: %1").arg(error.detail);
    default:
        return tr("Nobody answers at this address. Check it, and the network.");
    }
}

QCoro::Task<Result<void>> Servers::remove(QString id)
{
    const QPointer<Servers> self(this);
    const auto removed = co_await m_vault.remove(secretName(id));
    if (!removed && removed.error().code != ErrorCode::NotFound)
        co_return tl::unexpected(removed.error());
    if (!self)
        co_return gone();
    const QList<TeamServer> rest = without(teams(), id);
    if (id == m_current)
        use({});
    if (!id.isEmpty())
        QDir(folder(id)).removeRecursively();
    keep(rest);
    co_return Result<void>();
}

QCoro::Task<Result<Secret>> Servers::token(QString id)
{
    const auto secrets = co_await m_vault.read();
    if (!secrets)
        co_return tl::unexpected(secrets.error());
    const auto found = secrets->constFind(secretName(id));
    if (found == secrets->constEnd())
        co_return failure(ErrorCode::NotFound, u"no token is kept for this server"_s);
    co_return Secret(*found);
}

QString Servers::folder(const QString &id) const
{
    return id.isEmpty() ? m_folder : m_folder + u"/servers/"_s + id;
}

} // namespace ChatCal
