// SPDX-License-Identifier: Apache-2.0
#include "app/tray/globalshortcut.h"

#include <QAbstractNativeEventFilter>
#include <QGuiApplication>
#include <QHash>

#include <xcb/xcb.h>
#include <xcb/xcb_keysyms.h>

#include <array>
#include <cstdlib>

namespace ChatCal {

namespace {

constexpr uint32_t firstFunctionKey = 0xffbe; // XK_F1 of X11/keysymdef.h

/// The key's symbol; 0 for keys that nobody takes for a shortcut.
xcb_keysym_t symbolOf(Qt::Key key)
{
    if ((key >= Qt::Key_0 && key <= Qt::Key_9) || key == Qt::Key_Space)
        return static_cast<xcb_keysym_t>(key);
    if (key >= Qt::Key_A && key <= Qt::Key_Z)
        return static_cast<xcb_keysym_t>(key - Qt::Key_A + 'a');
    if (key >= Qt::Key_F1 && key <= Qt::Key_F35)
        return firstFunctionKey + static_cast<uint32_t>(key - Qt::Key_F1);
    static const QHash<Qt::Key, xcb_keysym_t> others{
        {Qt::Key_Insert, 0xff63}, {Qt::Key_Delete, 0xffff},   {Qt::Key_Home, 0xff50},   {Qt::Key_End, 0xff57},
        {Qt::Key_PageUp, 0xff55}, {Qt::Key_PageDown, 0xff56}, {Qt::Key_Pause, 0xff13},  {Qt::Key_Comma, ','},
        {Qt::Key_Period, '.'},    {Qt::Key_Slash, '/'},       {Qt::Key_Semicolon, ';'}, {Qt::Key_Minus, '-'},
        {Qt::Key_Equal, '='},     {Qt::Key_Backslash, '\\'},  {Qt::Key_Menu, 0xff67}};
    return others.value(key, 0);
}

uint16_t modifiersOf(Qt::KeyboardModifiers modifiers)
{
    uint16_t mask = 0;
    if (modifiers & Qt::ShiftModifier)
        mask |= XCB_MOD_MASK_SHIFT;
    if (modifiers & Qt::ControlModifier)
        mask |= XCB_MOD_MASK_CONTROL;
    if (modifiers & Qt::AltModifier)
        mask |= XCB_MOD_MASK_1;
    if (modifiers & Qt::MetaModifier)
        mask |= XCB_MOD_MASK_4;
    return mask;
}

struct KeySymbolsDeleter
{
    void operator()(xcb_key_symbols_t *symbols) const { xcb_key_symbols_free(symbols); }
};

class X11Shortcut final : public ShortcutBackend, public QAbstractNativeEventFilter
{
public:
    explicit X11Shortcut(xcb_connection_t *connection)
        : m_connection(connection),
          m_root(xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root),
          m_symbols(xcb_key_symbols_alloc(connection))
    {
        qGuiApp->installNativeEventFilter(this);
    }
    ~X11Shortcut() override
    {
        X11Shortcut::release();
        if (qGuiApp)
            qGuiApp->removeNativeEventFilter(this);
    }

    void hold(const QKeySequence &key) override
    {
        release();
        m_key = key[0];
        const xcb_keysym_t symbol = symbolOf(m_key.key());
        m_modifiers = modifiersOf(m_key.keyboardModifiers());
        m_code = symbol == 0 ? XCB_NO_SYMBOL : codeOf(symbol);
        if (m_code == 0 || m_modifiers == 0) {
            m_code = 0;
            Q_EMIT refused(true); // a key that this keyboard does not have, or one that would be missed by all others
            return;
        }
        if (grab())
            Q_EMIT held({});
        else
            Q_EMIT refused(true);
    }

    void release() override
    {
        if (m_code == 0)
            return;
        for (const uint16_t lock : locks)
            xcb_ungrab_key(m_connection, m_code, m_root, m_modifiers | lock);
        xcb_flush(m_connection);
        m_code = 0;
    }

    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *) override
    {
        if (type != "xcb_generic_event_t")
            return false;
        auto *event = static_cast<xcb_generic_event_t *>(message);
        switch (event->response_type & 0x7f) {
        case XCB_KEY_PRESS: {
            const auto *press = reinterpret_cast<xcb_key_press_event_t *>(event);
            constexpr uint16_t meant = XCB_MOD_MASK_SHIFT | XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1 | XCB_MOD_MASK_4;
            if (m_code == 0 || press->detail != m_code || (press->state & meant) != m_modifiers
                || press->event != m_root)
                return false;
            Q_EMIT activated();
            return true;
        }
        case XCB_MAPPING_NOTIFY:
            xcb_refresh_keyboard_mapping(m_symbols.get(), reinterpret_cast<xcb_mapping_notify_event_t *>(event));
            if (m_code != 0 && codeOf(symbolOf(m_key.key())) != m_code)
                hold(QKeySequence(m_key)); // the layout put the key elsewhere
            return false;
        default:
            return false;
        }
    }

private:
    /// Caps Lock and Num Lock are modifiers too; a key counts with and without them.
    static constexpr std::array<uint16_t, 4> locks{0, XCB_MOD_MASK_LOCK, XCB_MOD_MASK_2,
                                                   XCB_MOD_MASK_LOCK | XCB_MOD_MASK_2};

    [[nodiscard]] xcb_keycode_t codeOf(xcb_keysym_t symbol) const
    {
        const std::unique_ptr<xcb_keycode_t, decltype(&std::free)> codes(
            xcb_key_symbols_get_keycode(m_symbols.get(), symbol), &std::free);
        return codes ? *codes : xcb_keycode_t(0);
    }

    /// False where another program holds it.
    bool grab()
    {
        bool isOurs = true;
        for (const uint16_t lock : locks) {
            const auto cookie = xcb_grab_key_checked(m_connection, 1, m_root, m_modifiers | lock, m_code,
                                                     XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC);
            const std::unique_ptr<xcb_generic_error_t, decltype(&std::free)> error(
                xcb_request_check(m_connection, cookie), &std::free);
            isOurs = isOurs && !error;
        }
        if (!isOurs)
            release();
        return isOurs;
    }

    xcb_connection_t *m_connection;
    xcb_window_t m_root;
    std::unique_ptr<xcb_key_symbols_t, KeySymbolsDeleter> m_symbols;
    QKeyCombination m_key;
    uint16_t m_modifiers = 0;
    xcb_keycode_t m_code = 0; ///< 0: nothing is held
};

} // namespace

std::unique_ptr<ShortcutBackend> makeX11Shortcut()
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    const bool isX11 = QGuiApplication::platformName() == QLatin1StringView("xcb"); // "offscreen" has the interface too
    return isX11 && x11 ? std::make_unique<X11Shortcut>(x11->connection()) : nullptr;
}

} // namespace ChatCal
