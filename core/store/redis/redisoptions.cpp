// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redisoptions.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <array>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr quint16 redisPort = 6379;
constexpr quint16 sentinelPort = 26379;

struct Scheme
{
    QLatin1StringView name;
    RedisOptions::Kind kind;
    bool tls;
};

constexpr std::array schemes = {
    Scheme{"redis"_L1, RedisOptions::Kind::Single, false},
    Scheme{"rediss"_L1, RedisOptions::Kind::Single, true},
    Scheme{"unix"_L1, RedisOptions::Kind::Single, false},
    Scheme{"redis+cluster"_L1, RedisOptions::Kind::Cluster, false},
    Scheme{"rediss+cluster"_L1, RedisOptions::Kind::Cluster, true},
    Scheme{"redis+sentinel"_L1, RedisOptions::Kind::Sentinel, false},
    Scheme{"rediss+sentinel"_L1, RedisOptions::Kind::Sentinel, true},
};

tl::unexpected<Error> bad(const QString &detail)
{
    return failure(ErrorCode::InvalidInput, u"the Redis URL is not valid: "_s + detail);
}

QString decoded(QStringView text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

Result<RedisAddress> parseHost(QStringView text, quint16 defaultPort)
{
    static const QRegularExpression form(uR"(^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::([0-9]{1,5}))?$)"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return bad(u"expected host or host:port (is a special character in the password not percent-encoded?)"_s);
    RedisAddress address;
    address.host = match.captured(1) + match.captured(2);
    address.port = defaultPort;
    if (match.hasCaptured(3)) {
        const uint port = match.capturedView(3).toUInt();
        if (port == 0 || port > 65535)
            return bad(u"a port must lie between 1 and 65535"_s);
        address.port = static_cast<quint16>(port);
    }
    return address;
}

Result<void> parseDatabase(QStringView text, RedisOptions &options)
{
    bool isNumber = false;
    const int database = text.toInt(&isNumber);
    if (!isNumber || database < 0)
        return bad(u"the database must be a number from 0"_s);
    if (options.kind == RedisOptions::Kind::Cluster && database != 0)
        return bad(u"a Redis Cluster has database 0 only"_s);
    options.database = database;
    return {};
}

Result<void> parseUser(QStringView text, RedisOptions &options)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return bad(u"expected user:password@ or :password@ before the host"_s);
    options.user = decoded(text.first(colon));
    options.password = Secret(decoded(text.sliced(colon + 1)).toUtf8());
    if (options.password.isEmpty())
        return bad(u"the password before the @ is empty"_s);
    return {};
}

Result<void> parsePath(const QString &path, RedisOptions &options)
{
    QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (options.kind == RedisOptions::Kind::Sentinel) {
        if (parts.isEmpty())
            return bad(u"expected the master's name behind the sentinels: /mastername"_s);
        options.masterName = decoded(parts.takeFirst());
    }
    if (parts.size() > 1)
        return bad(u"too many parts in the path"_s);
    return parts.isEmpty() ? Result<void>() : parseDatabase(parts.first(), options);
}

Result<void> parseQuery(const QString &text, RedisOptions &options)
{
    static const QRegularExpression prefixForm(u"^[A-Za-z0-9._:-]{1,64}$"_s);
    const auto items = QUrlQuery(text).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (name == "db"_L1) {
            if (const auto done = parseDatabase(value, options); !done)
                return done;
        } else if (name == "prefix"_L1) {
            if (!prefixForm.match(value).hasMatch())
                return bad(u"prefix takes 1 to 64 letters, digits and . _ : -"_s);
            options.prefix = value;
        } else if (name == "ca"_L1) {
            options.caFile = value;
        } else if (name == "cert"_L1) {
            options.certificateFile = value;
        } else if (name == "key"_L1) {
            options.keyFile = value;
        } else if (name == "sentinel_password"_L1) {
            options.sentinelPassword = Secret(value.toUtf8());
        } else {
            return bad(u"the options are db, prefix, ca, cert, key and sentinel_password"_s);
        }
    }
    const bool hasFiles = !options.caFile.isEmpty() || !options.certificateFile.isEmpty() || !options.keyFile.isEmpty();
    if (hasFiles && !options.tls)
        return bad(u"ca, cert and key need a scheme that begins with rediss"_s);
    if (options.certificateFile.isEmpty() != options.keyFile.isEmpty())
        return bad(u"cert and key go together"_s);
    if (!options.sentinelPassword.isEmpty() && options.kind != RedisOptions::Kind::Sentinel)
        return bad(u"sentinel_password needs sentinels"_s);
    return {};
}

Result<void> parseHosts(QStringView text, RedisOptions &options)
{
    const quint16 port = options.kind == RedisOptions::Kind::Sentinel ? sentinelPort : redisPort;
    const auto hosts = text.split(u',');
    for (const QStringView host : hosts) {
        const auto address = parseHost(host, port);
        if (!address)
            return tl::unexpected(address.error());
        options.addresses.append(*address);
    }
    if (options.kind == RedisOptions::Kind::Single && hosts.size() > 1)
        return bad(u"several hosts need redis+cluster:// or redis+sentinel://"_s);
    return {};
}

// QUrl takes one host only, so the parts are taken apart here.
struct UrlParts
{
    QString scheme;
    std::optional<QStringView> user;
    QStringView hosts;
    QString path;
    QString query;
};

std::optional<UrlParts> takeApart(const QString &url)
{
    const qsizetype schemeEnd = url.indexOf("://"_L1);
    if (schemeEnd < 0)
        return std::nullopt;
    UrlParts parts;
    parts.scheme = url.first(schemeEnd).toLower();
    QStringView rest = QStringView(url).sliced(schemeEnd + 3);
    if (const qsizetype query = rest.indexOf(u'?'); query >= 0) {
        parts.query = rest.sliced(query + 1).toString();
        rest = rest.first(query);
    }
    if (const qsizetype path = rest.indexOf(u'/'); path >= 0) {
        parts.path = rest.sliced(path).toString();
        rest = rest.first(path);
    }
    if (const qsizetype at = rest.lastIndexOf(u'@'); at >= 0) {
        parts.user = rest.first(at);
        rest = rest.sliced(at + 1);
    }
    parts.hosts = rest;
    return parts;
}

} // namespace

Result<RedisOptions> RedisOptions::parse(const QString &url)
{
    const QString text = url.trimmed(); // outlives its parts
    const auto parts = takeApart(text);
    const Scheme *scheme = nullptr;
    for (const Scheme &candidate : schemes) {
        if (parts && parts->scheme == candidate.name)
            scheme = &candidate;
    }
    if (!scheme)
        return bad(u"it must begin with redis://, rediss://, unix://, redis+cluster://, rediss+cluster://, "
                   "redis+sentinel:// or rediss+sentinel://"_s);

    RedisOptions options;
    options.kind = scheme->kind;
    options.tls = scheme->tls;
    Result<void> done;
    if (parts->user)
        done = parseUser(*parts->user, options);
    if (done && scheme->name == "unix"_L1) {
        const QString path = decoded(parts->path);
        if (!parts->hosts.isEmpty() || path.size() < 2)
            done = bad(u"expected unix:///path/of/the/socket"_s);
        options.addresses = {{{}, 0, path}};
    } else if (done) {
        done = parseHosts(parts->hosts, options);
        if (done)
            done = parsePath(parts->path, options);
    }
    if (done)
        done = parseQuery(parts->query, options);
    if (!done)
        return tl::unexpected(done.error());
    return options;
}

QString RedisOptions::describe() const
{
    QString text = tls ? u"rediss"_s : u"redis"_s;
    if (kind == Kind::Cluster)
        text += u"+cluster"_s;
    if (kind == Kind::Sentinel)
        text += u"+sentinel"_s;
    if (kind == Kind::Single && !addresses.isEmpty() && !addresses.first().path.isEmpty())
        return u"unix://%1?db=%2"_s.arg(addresses.first().path).arg(database);
    QStringList hosts;
    for (const RedisAddress &address : addresses) {
        const QString host = address.host.contains(u':') ? u'[' + address.host + u']' : address.host;
        hosts.append(host + u':' + QString::number(address.port));
    }
    text += u"://"_s + hosts.join(u',');
    if (kind == Kind::Sentinel)
        text += u'/' + masterName;
    if (kind != Kind::Cluster)
        text += u'/' + QString::number(database);
    return text;
}

} // namespace ChatCal
