// SPDX-License-Identifier: Apache-2.0
#include "server/api/personslanguage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

struct Wish
{
    QString code;
    double weight = 1.0;
};

/// The weight of "de-CH;q=0.8"; what cannot be read weighs nothing.
Wish wishFrom(const QByteArray &written)
{
    const QList<QByteArray> parts = written.split(';');
    Wish wish{QString::fromLatin1(parts.constFirst().trimmed())};
    for (const QByteArray &part : parts.mid(1)) {
        const QByteArray parameter = part.trimmed();
        if (parameter.startsWith("q="))
            wish.weight = parameter.mid(2).toDouble();
    }
    return wish;
}

} // namespace

std::optional<Language> askedLanguage(const ServerRequest &request)
{
    if (const auto named = languageFromCode(request.query.value(u"lang").value_or(QString())))
        return named;
    QList<Wish> wishes;
    for (const QByteArray &written : request.headers.value("Accept-Language").split(','))
        wishes.append(wishFrom(written));
    std::stable_sort(wishes.begin(), wishes.end(), [](const Wish &a, const Wish &b) { return a.weight > b.weight; });
    for (const Wish &wish : std::as_const(wishes)) {
        const auto language = wish.weight > 0 ? languageFromCode(wish.code) : std::nullopt;
        if (language)
            return language;
    }
    return std::nullopt;
}

Language languageOf(const ServerRequest &request)
{
    return askedLanguage(request).value_or(Language::English);
}

} // namespace ChatCal
