// SPDX-License-Identifier: Apache-2.0
#include "app/window/shortcuts.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeySequence>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

ShortcutsDialog::ShortcutsDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    const QList<QPair<QList<QKeySequence>, QString>> table{
        {{Qt::CTRL | Qt::Key_N}, tr("Book in one line")},
        {{Qt::Key_F6}, tr("Go to the chat, or back to the agenda")},
        {{Qt::CTRL | Qt::Key_J}, tr("Show or hide the chat")},
        {{Qt::Key_T}, tr("Show today")},
        {{Qt::Key_D, Qt::Key_W}, tr("Show one day, or the week")},
        {{Qt::Key_PageUp, Qt::Key_PageDown}, tr("Earlier or later days")},
        {{Qt::Key_Up, Qt::Key_Down}, tr("Choose a meeting")},
        {{Qt::Key_Return}, tr("Show the chosen meeting")},
        {{Qt::CTRL | Qt::Key_R}, tr("Read the calendar again")},
        {{Qt::CTRL | Qt::Key_Comma}, tr("Settings")},
        {{Qt::CTRL | Qt::Key_W}, tr("Close the window")},
        {{Qt::CTRL | Qt::Key_Q}, tr("Quit ChatCal")},
        {{Qt::Key_Question}, tr("Show this list")},
    };
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(9);
    form->setLabelAlignment(Qt::AlignLeft);
    for (const auto &[keys, what] : table) {
        QStringList names;
        for (const QKeySequence &key : keys)
            names << key.toString(QKeySequence::NativeText);
        auto *label = new QLabel(names.join(u" / "_s), this);
        QFont bold = label->font();
        bold.setWeight(QFont::DemiBold);
        label->setFont(bold);
        form->addRow(label, new QLabel(what, this));
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(18);
    layout->addLayout(form);
    layout->addWidget(buttons);
    setFixedSize(sizeHint());
}

} // namespace ChatCal
