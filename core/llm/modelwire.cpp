// SPDX-License-Identifier: Apache-2.0
#include "core/llm/modelwire.h"

#include "core/base/json.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr std::chrono::hours longestRest{24};

/// A vendor's code as far as it is one: letters, digits and a few signs, so that no log line can hold more.
QString codeOnly(const QString &said)
{
    static const QRegularExpression code(u"^[A-Za-z0-9_.-]{1,60}$"_s);
    return code.match(said).hasMatch() ? said : QString();
}

ErrorCode codeOf(int status)
{
    switch (status) {
    case 402: // no credit
        return ErrorCode::Unauthorized;
    case 409: // Anthropic: try again
    case 498: // Groq: no capacity in this service tier
        return ErrorCode::Unavailable;
    default:
        return codeOfStatus(status);
    }
}

QString wordsOf(int status)
{
    switch (status) {
    case 401:
        return u"the key is wrong"_s;
    case 402:
        return u"the account has no credit"_s;
    case 403:
        return u"the key may not use this"_s;
    case 404:
    case 410:
        return u"there is no such model, or the address is wrong"_s;
    case 413:
        return u"the request is too long"_s;
    case 429:
        return u"the rate limit is reached"_s;
    case 498:
    case 503:
    case 529:
        return u"it is overloaded"_s;
    default:
        return status >= 500 ? u"it has a fault"_s : u"it refused the request"_s;
    }
}

/// "6s", "1.57s", "2m59.56s", "7.66ms" (Groq and OpenAI).
std::optional<std::chrono::milliseconds> durationFrom(const QByteArray &text)
{
    static const QRegularExpression form(
        u"^(?:(\\d+)h)?(?:(\\d+)m(?!s))?(?:(\\d+(?:\\.\\d+)?)s)?(?:(\\d+(?:\\.\\d+)?)ms)?$"_s);
    const auto match = form.match(QString::fromLatin1(text));
    if (text.isEmpty() || !match.hasMatch())
        return std::nullopt;
    const double milliseconds = match.captured(1).toDouble() * 3600000 + match.captured(2).toDouble() * 60000
        + match.captured(3).toDouble() * 1000 + match.captured(4).toDouble();
    return std::chrono::milliseconds(static_cast<qint64>(std::ceil(milliseconds)));
}

} // namespace

Error errorOfStatus(int status, const QString &said)
{
    const QString code = codeOnly(said);
    const QString detail =
        u"%1 (HTTP %2%3)"_s.arg(wordsOf(status)).arg(status).arg(code.isEmpty() ? QString() : u", "_s + code);
    return {codeOf(status), detail, {}, {}};
}

std::optional<std::chrono::seconds> restAsked(const HttpResponse &response, const Clock &clock)
{
    std::optional<std::chrono::milliseconds> rest;
    bool isNumber = false;
    const double milliseconds = response.header("retry-after-ms").toDouble(&isNumber);
    if (isNumber && milliseconds >= 0 && milliseconds < 1e9)
        rest = std::chrono::milliseconds(static_cast<qint64>(milliseconds));
    if (!rest)
        if (const auto asked = retryAfter(response, clock))
            rest = *asked;
    if (!rest && response.status == 429) {
        for (const char *limit : {"requests", "tokens"}) {
            const QByteArray remaining = response.header(QByteArray("x-ratelimit-remaining-") + limit);
            const auto reset = durationFrom(response.header(QByteArray("x-ratelimit-reset-") + limit));
            if (remaining == "0" && reset)
                rest = std::max(rest.value_or(std::chrono::milliseconds(0)), *reset);
        }
    }
    if (!rest)
        return std::nullopt;
    return std::min(std::chrono::ceil<std::chrono::seconds>(*rest), std::chrono::seconds(longestRest));
}

QByteArray ToolTexts::of(const QList<ToolSpec> &tools)
{
    constexpr qsizetype mostKnown = 8; // guests' and hosts', and a few more in tests
    for (const Known &known : std::as_const(m_known))
        if (known.tools.constData() == tools.constData() && known.tools.size() == tools.size())
            return known.text;
    if (m_known.size() == mostKnown)
        m_known.removeFirst();
    m_known.append({tools, m_write(tools)});
    return m_known.constLast().text;
}

void setArguments(ToolCall *call, const QString &json)
{
    const QString text = json.trimmed();
    if (text.isEmpty() || text == "null"_L1)
        return; // several endpoints write no arguments so
    const auto object = parseJsonObject(text.toUtf8());
    if (object)
        call->arguments = *object;
    else
        call->malformed = u"The arguments are not a JSON object."_s;
}

} // namespace ChatCal
