// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/caldav/davhrefs.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr QByteArrayView digits = "0123456789abcdefghijklmnopqrstuv"; // RFC 4648 §7 in lower case
constexpr char foreignMark = 'w'; // no letter of ChatCal's own ids
constexpr qsizetype longestName = 500;

bool isOwnId(QByteArrayView id)
{
    return id.size() >= 5 && id.size() <= 100
        && std::all_of(id.begin(), id.end(), [](char c) { return digits.contains(c); });
}

QByteArray encoded(const QByteArray &bytes)
{
    QByteArray out;
    unsigned buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8U) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            out += digits[static_cast<qsizetype>((buffer >> static_cast<unsigned>(bits - 5)) & 31U)];
    }
    if (bits > 0)
        out += digits[static_cast<qsizetype>((buffer << static_cast<unsigned>(5 - bits)) & 31U)];
    return out;
}

std::optional<QByteArray> decoded(QByteArrayView text)
{
    QByteArray out;
    unsigned buffer = 0;
    int bits = 0;
    for (const char c : text) {
        const qsizetype digit = digits.indexOf(c);
        if (digit < 0)
            return std::nullopt;
        buffer = (buffer << 5U) | static_cast<unsigned>(digit);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            out += static_cast<char>((buffer >> static_cast<unsigned>(bits)) & 255U);
        }
    }
    return out;
}

/// The resource's name as bytes; nothing for an id that names none.
std::optional<QByteArray> nameOfId(const QString &id)
{
    const QByteArray text = id.toLatin1();
    if (isOwnId(text))
        return text + ".ics";
    if (!text.startsWith(foreignMark) || text.size() < 2 || text.size() > 2 * longestName)
        return std::nullopt;
    const auto name = decoded(QByteArrayView(text).sliced(1));
    // One id per name: what is left over at the end must be what encoded() leaves.
    if (!name || encoded(*name) != text.sliced(1) || *name == "." || *name == "..")
        return std::nullopt;
    return name;
}

} // namespace

bool isForeignId(const QString &id)
{
    return id.startsWith(QLatin1Char(foreignMark)) && nameOfId(id);
}

QUrl hrefOfId(const QUrl &collection, const QString &id)
{
    const auto name = nameOfId(id);
    if (!name)
        return {};
    QUrl url = collection;
    const QString path =
        collection.path(QUrl::FullyEncoded) + QString::fromLatin1(name->toPercentEncoding("@!$&'()*+,;=:"));
    url.setPath(path, QUrl::StrictMode);
    url.setQuery(QString());
    return url;
}

QString idOfHref(const QByteArray &href)
{
    const QByteArray path = href.split('?').constFirst();
    const QByteArray name = QByteArray::fromPercentEncoding(path.mid(path.lastIndexOf('/') + 1));
    if (name.isEmpty() || name.size() > longestName)
        return {};
    if (name.endsWith(".ics") && isOwnId(QByteArrayView(name).chopped(4)))
        return QString::fromLatin1(name.chopped(4));
    return QLatin1Char(foreignMark) + QString::fromLatin1(encoded(name));
}

QUrl resolvedHref(const QUrl &base, const QByteArray &href)
{
    return base.resolved(QUrl::fromEncoded(href));
}

QUrl collectionUrl(QUrl url)
{
    const QString path = url.path(QUrl::FullyEncoded);
    if (!path.endsWith(u'/'))
        url.setPath(path + u'/', QUrl::StrictMode);
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

bool isSameResource(const QUrl &one, const QUrl &other)
{
    const auto path = [](const QUrl &url) {
        QByteArray bytes = QByteArray::fromPercentEncoding(url.path(QUrl::FullyEncoded).toLatin1());
        while (bytes.endsWith('/'))
            bytes.chop(1);
        return bytes;
    };
    return one.host() == other.host() && path(one) == path(other);
}

} // namespace ChatCal
