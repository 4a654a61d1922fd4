// SPDX-License-Identifier: Apache-2.0
#include "server/http/requesttarget.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

enum class Plus { Literal, Space };

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isControl(QChar c)
{
    return c < u' ' || c == u'\x7f';
}

std::optional<QString> percentDecoded(QByteArrayView text, Plus plus)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '%') {
            const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            bytes.append(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            bytes.append(c == '+' && plus == Plus::Space ? ' ' : c);
        }
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString decoded = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return decoded;
}

std::optional<QStringList> parsePath(QByteArrayView path)
{
    QStringList segments;
    qsizetype start = 1;
    while (start <= path.size()) {
        qsizetype end = path.indexOf('/', start);
        if (end < 0)
            end = path.size();
        const auto segment = percentDecoded(path.sliced(start, end - start), Plus::Literal);
        if (!segment || std::any_of(segment->begin(), segment->end(), isControl))
            return std::nullopt;
        const bool last = end == path.size();
        // RFC 3986 §5.2.4, also for dots that came escaped: what follows must not see "..".
        if (*segment == u".." || *segment == u".") {
            if (*segment == u".." && !segments.isEmpty())
                segments.removeLast();
            if (last)
                segments.append(QString());
        } else {
            segments.append(*segment);
        }
        start = end + 1;
    }
    return segments;
}

std::optional<QueryParameters> parseQuery(QByteArrayView query)
{
    QueryParameters parameters;
    qsizetype start = 0;
    while (start < query.size()) {
        qsizetype end = query.indexOf('&', start);
        if (end < 0)
            end = query.size();
        const QByteArrayView pair = query.sliced(start, end - start);
        start = end + 1;
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const auto name = percentDecoded(equals < 0 ? pair : pair.first(equals), Plus::Space);
        const auto value = percentDecoded(equals < 0 ? QByteArrayView() : pair.sliced(equals + 1), Plus::Space);
        if (!name || !value || name->contains(QChar::Null) || value->contains(QChar::Null))
            return std::nullopt;
        parameters.add(*name, *value);
    }
    return parameters;
}

/// Takes "http://authority" off the front of an absolute-form target.
std::optional<QByteArray> takeAuthority(QByteArrayView &target)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (target.size() < scheme.size() || target.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
            continue;
        const QByteArrayView rest = target.sliced(scheme.size());
        const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
        const QByteArray authority(rest.data(), end - rest.begin());
        target = rest.sliced(end - rest.begin());
        return authority;
    }
    return std::nullopt;
}

} // namespace

QString RequestTarget::path() const
{
    return segments.isEmpty() ? u"*"_s : u'/' + segments.join(u'/');
}

std::optional<RequestTarget> parseRequestTarget(QByteArrayView target)
{
    RequestTarget parsed;
    if (target == "*")
        return parsed;
    if (std::any_of(target.begin(), target.end(), [](char c) { return c <= ' ' || c == 0x7f || c == '#'; }))
        return std::nullopt;
    if (!target.startsWith('/')) {
        parsed.authority = takeAuthority(target);
        if (!parsed.authority || parsed.authority->isEmpty() || parsed.authority->contains('@'))
            return std::nullopt;
    }
    const qsizetype question = target.indexOf('?');
    const QByteArrayView path = question < 0 ? target : target.first(question);
    const auto segments = parsePath(path.isEmpty() ? QByteArrayView("/") : path);
    const auto query = parseQuery(question < 0 ? QByteArrayView() : target.sliced(question + 1));
    if (!segments || !query)
        return std::nullopt;
    parsed.segments = *segments;
    parsed.query = *query;
    return parsed;
}

} // namespace ChatCal
