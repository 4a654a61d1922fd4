// SPDX-License-Identifier: Apache-2.0
#include "app/look/theme.h"

#include "app/look/style.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr uint portalDark = 1; // 0: no preference, 1: dark, 2: light
constexpr int portalTimeoutMs = 100; // a desktop without a portal must not delay the start

QString portalService()
{
    return u"org.freedesktop.portal.Desktop"_s;
}

QString portalPath()
{
    return u"/org/freedesktop/portal/desktop"_s;
}

QString settingsInterface()
{
    return u"org.freedesktop.portal.Settings"_s;
}

/// Read wraps its answer in a variant more than once.
uint schemeOf(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

std::optional<Theme> themeFromName(const QString &name)
{
    if (name == "auto"_L1)
        return Theme::Auto;
    if (name == "light"_L1)
        return Theme::Light;
    if (name == "dark"_L1)
        return Theme::Dark;
    return std::nullopt;
}

QPalette paletteFor(bool dark)
{
    const auto pick = [dark](QRgb light, QRgb other) { return QColor(dark ? other : light); };
    QPalette palette;
    palette.setColor(QPalette::Window, pick(0xeef1f8, 0x10131f));
    palette.setColor(QPalette::Base, pick(0xffffff, 0x1a1e2d));
    palette.setColor(QPalette::AlternateBase, pick(0xf5f7fc, 0x24283b));
    palette.setColor(QPalette::Button, pick(0xf5f7fc, 0x24283b));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, pick(0x161a2c, 0xeceffa));
    palette.setColor(QPalette::PlaceholderText, pick(0x5f6680, 0x9aa2bd));
    palette.setColor(QPalette::BrightText, pick(0xb3261e, 0xffaaa2));
    palette.setColor(QPalette::Highlight, pick(0x3b50d3, 0x4558dc));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, pick(0x3248c5, 0xa9b6ff));
    palette.setColor(QPalette::LinkVisited, pick(0x5b3fb0, 0xc9b2ff));
    palette.setColor(QPalette::ToolTipBase, pick(0x262b42, 0x2f354c));
    palette.setColor(QPalette::ToolTipText, pick(0xffffff, 0xeceffa));
    palette.setColor(QPalette::Light, pick(0xffffff, 0x2f354c));
    palette.setColor(QPalette::Midlight, pick(0xf5f7fc, 0x2a2f44));
    palette.setColor(QPalette::Mid, pick(0xc5cadb, 0x3d4460));
    palette.setColor(QPalette::Dark, pick(0x8b92ab, 0x0a0c15));
    palette.setColor(QPalette::Shadow, pick(0x565d78, 0x05060b));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, pick(0x8b92ab, 0x737b98));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, pick(0xc5cadb, 0x3d4460));
    return palette;
}

ThemeKeeper::ThemeKeeper(Theme theme, QObject *parent)
    : QObject(parent), m_theme(theme), m_desktops(QApplication::palette())
{
    const QString style = QApplication::style()->name();
    m_isThemed = qEnvironmentVariableIsSet("QT_STYLE_OVERRIDE") || qEnvironmentVariableIsSet("QT_QPA_PLATFORMTHEME")
        || (style != "fusion"_L1 && style != "windows"_L1);
    QDBusConnection::sessionBus().connect(portalService(), portalPath(), settingsInterface(), u"SettingChanged"_s, this,
                                          SLOT(settingChanged(QString, QString, QDBusVariant)));
    if (m_theme != Theme::Auto || !m_isThemed)
        setTheme(theme);
}

void ThemeKeeper::setTheme(Theme theme)
{
    m_theme = theme;
    if (theme != Theme::Auto) {
        apply(theme == Theme::Dark);
    } else if (!m_isThemed) {
        apply(isDarkWanted());
    } else {
        QApplication::setPalette(m_desktops);
        Q_EMIT changed();
    }
}

void ThemeKeeper::apply(bool dark)
{
    if (!m_isThemed && !qobject_cast<Style *>(QApplication::style()))
        QApplication::setStyle(new Style);
    QApplication::setPalette(paletteFor(dark));
    Q_EMIT changed();
}

bool ThemeKeeper::isDarkWanted()
{
    const QString gtkTheme = qEnvironmentVariable("GTK_THEME");
    if (!gtkTheme.isEmpty())
        return gtkTheme.endsWith(":dark"_L1) || gtkTheme.endsWith("-dark"_L1, Qt::CaseInsensitive);
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    QDBusMessage read = QDBusMessage::createMethodCall(portalService(), portalPath(), settingsInterface(), u"Read"_s);
    read << u"org.freedesktop.appearance"_s << u"color-scheme"_s;
    const QDBusMessage answer = bus.call(read, QDBus::Block, portalTimeoutMs);
    return answer.type() == QDBusMessage::ReplyMessage && schemeOf(answer.arguments().value(0)) == portalDark;
}

void ThemeKeeper::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    const bool follows = m_theme == Theme::Auto && !m_isThemed;
    if (follows && group == "org.freedesktop.appearance"_L1 && key == "color-scheme"_L1)
        apply(schemeOf(value.variant()) == portalDark);
}

} // namespace ChatCal
