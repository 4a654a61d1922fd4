// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QKeySequence>
#include <QObject>

#include <memory>
#include <vector>

namespace ChatCal {

// Where QSettings keeps the key: portable text ("Ctrl+Alt+Q"), empty for none. Where the portal gives the key, the
// desktop's own settings may have it changed.
inline constexpr auto quickShortcutKey = "shortcut/quick";
/// Free in the defaults of GNOME, KDE Plasma, Xfce, Cinnamon and MATE; "Q" as in quick.
inline constexpr auto quickShortcutDefault = "Ctrl+Alt+Q";

/// One way to hear of a key whatever window has the keyboard.
class ShortcutBackend : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Asks for @p key in place of the one before; held() or refused() follows, maybe at once.
    virtual void hold(const QKeySequence &key) = 0;
    virtual void release() = 0;

Q_SIGNALS:
    /// @p words: the key as the desktop names it; empty: the one asked for.
    void held(const QString &words);
    /// @p isTaken: by another program; else: this way is not to be had here.
    void refused(bool isTaken);
    void activated();
};

/// org.freedesktop.portal.GlobalShortcuts; null where there is no bus.
[[nodiscard]] std::unique_ptr<ShortcutBackend>
makePortalShortcut(const QDBusConnection &bus = QDBusConnection::sessionBus());
/// A grab of the X11 server; null where the screen is not one of it.
[[nodiscard]] std::unique_ptr<ShortcutBackend> makeX11Shortcut();

/// The key that opens quick booking from anywhere: by the portal, else by X11, else by nobody, and then it says what a
/// person can do.
class GlobalShortcut : public QObject
{
    Q_OBJECT
public:
    enum class State { Off, Asking, Held, Taken, Impossible };

    explicit GlobalShortcut(QObject *parent = nullptr);
    /// With other ways than this desktop's, tried in turn; for tests.
    explicit GlobalShortcut(std::vector<std::unique_ptr<ShortcutBackend>> ways, QObject *parent = nullptr);
    ~GlobalShortcut() override;

    /// Asks for the key in QSettings; for the start, and for who changed it.
    void applySettings();
    void hold(const QKeySequence &key);
    [[nodiscard]] State state() const { return m_state; }
    /// For the settings: what holds, or what to do instead.
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void activated();
    void stateChanged();

private:
    void tryWay(std::size_t number);
    void settle(State state);

    std::vector<std::unique_ptr<ShortcutBackend>> m_ways;
    std::size_t m_way = 0;
    QKeySequence m_key;
    QString m_heldAs;
    State m_state = State::Off;
};

} // namespace ChatCal
