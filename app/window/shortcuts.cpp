// SPDX-License-Identifier: Apache-2.0
#include "app/window/shortcuts.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// A free tr() would be looked up in another context than lupdate files it under.
struct Names
{
    Q_DECLARE_TR_FUNCTIONS(Shortcuts)
};

} // namespace

QList<Shortcut> shortcuts()
{
    using Command = WindowCommand;
    using Scope = Shortcut::Scope;
    const auto ctrl = Qt::CTRL;
    const auto alt = Qt::ALT;
    const auto shift = Qt::SHIFT;
    return {
        {Command::QuickBook, {ctrl | Qt::Key_N}, Scope::Window, Names::tr("Book in one line")},
        {Command::Search, {ctrl | Qt::Key_F}, Scope::Window, Names::tr("Search the calendar")},
        {Command::Today, {Qt::Key_T}, Scope::Agenda, Names::tr("Show today")},
        {Command::GoToDate, {Qt::Key_G}, Scope::Agenda, Names::tr("Go to a date")},
        {Command::Day, {Qt::Key_D}, Scope::Agenda, Names::tr("Show one day")},
        {Command::Week, {Qt::Key_W}, Scope::Agenda, Names::tr("Show the week")},
        {Command::Month, {Qt::Key_M}, Scope::Agenda, Names::tr("Show the month")},
        {Command::None, {Qt::Key_PageUp, Qt::Key_PageDown}, Scope::Agenda, Names::tr("Earlier or later days")},
        {Command::None, {Qt::Key_Up, Qt::Key_Down}, Scope::Agenda, Names::tr("Choose a time or a meeting")},
        {Command::None, {Qt::Key_Left, Qt::Key_Right}, Scope::Agenda, Names::tr("The same time on another day")},
        {Command::None, {ctrl | Qt::Key_Up, ctrl | Qt::Key_Down}, Scope::Agenda, Names::tr("From meeting to meeting")},
        {Command::None, {Qt::Key_Return}, Scope::Agenda, Names::tr("Show the meeting, or make one there")},
        {Command::None,
         {alt | Qt::Key_Up, alt | Qt::Key_Down},
         Scope::Agenda,
         Names::tr("Move the meeting by 15 minutes")},
        {Command::None,
         {alt | Qt::Key_Left, alt | Qt::Key_Right},
         Scope::Agenda,
         Names::tr("Move the meeting by a day")},
        {Command::None,
         {alt | shift | Qt::Key_Up, alt | shift | Qt::Key_Down},
         Scope::Agenda,
         Names::tr("Make the meeting shorter or longer")},
        {Command::None, {Qt::Key_Delete}, Scope::Agenda, Names::tr("Cancel the meeting or delete the event")},
        {Command::Undo, {ctrl | Qt::Key_Z}, Scope::Pane, Names::tr("Undo")},
        {Command::Redo, {ctrl | shift | Qt::Key_Z}, Scope::Pane, Names::tr("Do it again")},
        {Command::Redo, {ctrl | Qt::Key_Y}, Scope::Pane, {}},
        {Command::Unfold, {Qt::Key_A}, Scope::Agenda, Names::tr("Show all that lasts all day, or less of it")},
        {Command::FocusToast, {ctrl | Qt::Key_E}, Scope::Window, Names::tr("Go to the message at the foot")},
        {Command::SwitchFocus, {Qt::Key_F6}, Scope::Window, Names::tr("Go to the chat, or back to the agenda")},
        {Command::ShowChat, {ctrl | Qt::Key_J}, Scope::Window, Names::tr("Show or hide the chat")},
        {Command::Refresh, {ctrl | Qt::Key_R}, Scope::Window, Names::tr("Read the calendar again")},
        {Command::Settings, {ctrl | Qt::Key_Comma}, Scope::Window, Names::tr("Settings")},
        {Command::CloseWindow, {ctrl | Qt::Key_W}, Scope::Window, Names::tr("Close the window")},
        {Command::Quit, {ctrl | Qt::Key_Q}, Scope::Window, Names::tr("Quit ChatCal")},
        {Command::ShowShortcuts, {Qt::Key_Question}, Scope::Agenda, Names::tr("Show this list")},
    };
}

ShortcutsDialog::ShortcutsDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(QDialog::tr("Keyboard shortcuts"));
    QList<Shortcut> listed = shortcuts();
    listed.removeIf([](const Shortcut &shortcut) { return shortcut.words.isEmpty(); });
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(18);
    grid->setVerticalSpacing(8);
    const int half = static_cast<int>(listed.size() + 1) / 2; // two columns: it has to fit a small screen
    grid->setColumnMinimumWidth(2, 12);
    for (int i = 0; i < listed.size(); ++i) {
        QStringList names;
        for (const QKeySequence &key : listed[i].keys)
            names << key.toString(QKeySequence::NativeText);
        auto *keys = new QLabel(names.join(u" / "_s), this);
        QFont bold = keys->font();
        bold.setWeight(QFont::DemiBold);
        keys->setFont(bold);
        const int column = i < half ? 0 : 3;
        grid->addWidget(keys, i % half, column);
        grid->addWidget(new QLabel(listed[i].words, this), i % half, column + 1);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(18);
    layout->addLayout(grid);
    layout->addWidget(buttons);
    setFixedSize(sizeHint());
}

} // namespace ChatCal
