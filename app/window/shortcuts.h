// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QKeySequence>

namespace ChatCal {

/// What a key of the main window does.
enum class WindowCommand {
    None, ///< the agenda does it itself (app/agenda/agendakeys.cpp); the list only names it
    QuickBook,
    SwitchFocus,
    ShowChat,
    Today,
    Day,
    Week,
    Month,
    GoToDate,
    Search,
    Undo,
    Redo,
    Unfold,
    FocusToast,
    Refresh,
    Settings,
    CloseWindow,
    Quit,
    ShowShortcuts,
};

struct Shortcut
{
    /// Where the keys work: letters belong to the agenda, in the chat they are text.
    enum class Scope { Window, Pane, Agenda };
    WindowCommand command = WindowCommand::None;
    QList<QKeySequence> keys;
    Scope scope = Scope::Agenda;
    QString words; ///< empty: not listed, another way to the command before it
};

/// All keys of the main window, in the order in which they are listed: the actions are made from it as well.
[[nodiscard]] QList<Shortcut> shortcuts();

/// The keys of the main window, in a small table. Escape closes it.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(QWidget *parent = nullptr);
};

} // namespace ChatCal
