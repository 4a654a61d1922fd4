// SPDX-License-Identifier: Apache-2.0
#include "app/settings/shortcutspage.h"

#include "app/settings/form.h"
#include "app/settings/tonelabel.h"

#include <QKeySequenceEdit>
#include <QSettings>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

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
}

void ShortcutsPage::load()
{
    const QSettings settings;
    m_key->setKeySequence(
        QKeySequence(settings.value("shortcut/quick"_L1, u"Ctrl+Alt+Q"_s).toString(), QKeySequence::PortableText));
    m_state->setText(m_context.shortcutWords
                         ? m_context.shortcutWords()
                         : tr("Bind the command \"chatcal --quick\" in your desktop's keyboard settings."));
}

void ShortcutsPage::keep()
{
    const QString text = m_key->keySequence().toString(QKeySequence::PortableText);
    QSettings settings;
    if (settings.value("shortcut/quick"_L1, u"Ctrl+Alt+Q"_s).toString() == text)
        return;
    settings.setValue("shortcut/quick"_L1, text);
    if (m_context.shortcutChanged)
        m_context.shortcutChanged();
    if (m_context.shortcutWords)
        m_state->setText(m_context.shortcutWords());
}

} // namespace ChatCal
