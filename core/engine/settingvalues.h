// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/text.h"
#include "core/engine/settings.h"

#include <QUrl>

namespace ChatCal::SettingValues {

// How each setting's value is read: InvalidInput with what it should look like.

[[nodiscard]] tl::unexpected<Error> wrong(const Sentence &what);
/// "should look like " @p form.
[[nodiscard]] tl::unexpected<Error> unlike(const Sentence &form);
[[nodiscard]] Result<void> applyListen(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyZone(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyLanguage(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyNow(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyHours(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyOrigins(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyModels(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyTemplate(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyPublicUrl(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyToken(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applySecretKey(Settings &settings, const QString &value);
[[nodiscard]] bool isPrintable(const QString &value);
[[nodiscard]] bool isWebUrl(const QUrl &url);
/// A URL taken as it is: a slash at the end of a collection means something.
[[nodiscard]] Result<void> applyCalDavUrl(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyCalDavBusy(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyGoogleBusy(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyCalendar(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyPrivateHosts(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyProxies(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyRedis(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applySmtpServer(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applySmtpPort(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applySmtpSecurity(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyLogFormat(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyLogRequests(Settings &settings, const QString &value);
[[nodiscard]] Result<void> applyDataDir(Settings &settings, const QString &value);

template<auto part, auto member>
Result<void> applySecret(Settings &settings, const QString &value)
{
    // It becomes a header or a line of a protocol.
    if (!isPrintable(value))
        return wrong(Sentence::en("must be one line"));
    settings.*part.*member = Secret(value.toUtf8());
    return {};
}

template<auto part, auto member>
Result<void> applyWord(Settings &settings, const QString &value)
{
    if (!isPrintable(value) || value.size() > 300)
        return wrong(Sentence::en("must be one line of at most 300 characters"));
    settings.*part.*member = value.trimmed();
    return {};
}

/// An http(s) URL without a slash at its end.
template<auto part, auto member>
Result<void> applyBase(Settings &settings, const QString &value)
{
    QString base = value.trimmed();
    while (base.endsWith(u'/'))
        base.chop(1);
    if (!value.isEmpty() && !isWebUrl(QUrl(base, QUrl::StrictMode)))
        return unlike(Sentence::said(QStringLiteral("https://api.example.com/v1")));
    settings.*part.*member = base;
    return {};
}

template<int Settings::*member, int least, int most>
Result<void> applyNumber(Settings &settings, const QString &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return wrong(Sentence::en("should be a number from %1 to %2").arg(least).arg(most));
    settings.*member = number;
    return {};
}

template<QString Settings::*member>
Result<void> applyName(Settings &settings, const QString &value)
{
    const auto clean = cleanOptionalText(value, QStringLiteral("it"), 200);
    if (!clean)
        return wrong(clean.error().fields.value(0).message);
    settings.*member = *clean;
    return {};
}

template<QString Settings::*member, Result<QString> (*clean)(const QString &, const QString &)>
Result<void> applyContact(Settings &settings, const QString &value)
{
    if (value.isEmpty())
        return {};
    const auto contact = clean(value, QStringLiteral("it"));
    if (!contact)
        return wrong(contact.error().fields.value(0).message);
    settings.*member = *contact;
    return {};
}

} // namespace ChatCal::SettingValues
