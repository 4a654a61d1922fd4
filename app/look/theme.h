// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QPalette>

#include <optional>

namespace ChatCal {

enum class Theme { Auto, Light, Dark };

/// "auto", "light" or "dark".
[[nodiscard]] std::optional<Theme> themeFromName(const QString &name);
/// The palette of the pages the server serves, so that window and chat look as one.
[[nodiscard]] QPalette paletteFor(bool dark);

/// Light or dark for the whole program. A desktop that brings a Qt theme of its own keeps it under Theme::Auto; all
/// others get the Fusion style with our palette, in the scheme the desktop asks for. Qt 6.4 has no call for that: it is
/// read from the settings portal (org.freedesktop.appearance, XDG Desktop Portal), and followed while we run.
class ThemeKeeper : public QObject
{
    Q_OBJECT
public:
    explicit ThemeKeeper(Theme theme, QObject *parent = nullptr);

    /// Another one from now on.
    void setTheme(Theme theme);

Q_SIGNALS:
    /// Another palette is in force.
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void apply(bool dark);
    [[nodiscard]] static bool isDarkWanted();

    Theme m_theme;
    bool m_isThemed; ///< by the desktop or by the person's own QT_ variables
    QPalette m_desktops; ///< what the program started with
};

} // namespace ChatCal
