// SPDX-License-Identifier: Apache-2.0
#include "app/settings/shortcutspage.h"

#include "app/look/tonelabel.h"
#include "app/settings/form.h"
#include "app/tray/globalshortcut.h"

#include <QKeySequenceEdit>
#include <QSettings>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QKeySequence kept()
{
    const QString text =
        QSettings().value(QLatin1StringView(quickShortcutKey), QLatin1StringView(quickShortcutDefault)).toString();
    return QKeySequence(text, QKeySequence::PortableText);
}

bool isTakeAway(QKeyCombination key)
{
    return key.keyboardModifiers() == Qt::NoModifier && (key.key() == Qt::Key_Backspace || key.key() == Qt::Key_Delete);
}

/// Held by us, it could be typed nowhere any more.
bool isTyping(QKeyCombination key)
{
    const bool isFunctionKey = key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35;
    return !isFunctionKey && !(key.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

} // namespace

ShortcutsPage::ShortcutsPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent),
      m_context(context),
      m_key(new QKeySequenceEdit(this)),
      m_state(new ToneLabel(ToneLabel::Tone::Muted, this))
{
    auto *form = new Form(this);
    form->add(u"quick"_s, tr("&Quick booking"), m_key,
              tr("From every program. Press the keys; Backspace takes the shortcut away."));
    form->addWide(m_state);
    form->addSection(tr("In ChatCal's window"));
    form->addText(
        tr("Press ? in the agenda for the list of all keys. Ctrl+N books in one line, F6 goes from the agenda to "
           "the chat and back, Ctrl+, opens these settings."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(form);
    layout->addStretch(1);
    connect(m_key, &QKeySequenceEdit::editingFinished, this, &ShortcutsPage::keep);
    if (m_context.shortcut != nullptr) // the desktop answers when it likes
        connect(m_context.shortcut, &GlobalShortcut::stateChanged, this, &ShortcutsPage::showState);
}

void ShortcutsPage::load()
{
    m_key->setKeySequence(kept());
    showState();
}

void ShortcutsPage::showState()
{
    m_state->setText(m_context.shortcut != nullptr
                         ? m_context.shortcut->words()
                         : tr("Bind the command \"chatcal --quick\" in your desktop's keyboard settings."));
}

void ShortcutsPage::keep()
{
    QKeySequence key = m_key->keySequence();
    if (!key.isEmpty()) {
        if (isTakeAway(key[0]))
            key = {};
        else if (isTyping(key[0])) {
            m_key->setKeySequence(kept());
            m_state->setText(tr("A key for every program needs Ctrl, Alt or Meta held with it."));
            return;
        } else {
            key = QKeySequence(key[0]); // no desktop gives more than one
        }
    }
    m_key->setKeySequence(key);
    if (key == kept())
        return;
    QSettings().setValue(QLatin1StringView(quickShortcutKey), key.toString(QKeySequence::PortableText));
    if (m_context.shortcut != nullptr)
        m_context.shortcut->applySettings();
    showState();
}

} // namespace ChatCal
