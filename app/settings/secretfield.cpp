// SPDX-License-Identifier: Apache-2.0
#include "app/settings/secretfield.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ChatCal {

SecretField::SecretField(QWidget *parent)
    : QWidget(parent),
      m_state(new QLabel(this)),
      m_edit(new QLineEdit(this)),
      m_replace(new QPushButton(this)),
      m_remove(new QPushButton(this))
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setMaxLength(8 * 1024);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_state);
    row->addWidget(m_edit, 1);
    row->addWidget(m_replace);
    row->addWidget(m_remove);
    row->addStretch(0);
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_edit, &QLineEdit::textEdited, this, &SecretField::changed);
    connect(m_replace, &QPushButton::clicked, this, [this] {
        m_isReplacing = !m_isReplacing;
        m_isRemoved = false;
        m_edit->clear();
        refresh();
        if (m_isReplacing)
            m_edit->setFocus();
        Q_EMIT changed();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_isRemoved = !m_isRemoved;
        m_isReplacing = false;
        m_edit->clear();
        refresh();
        Q_EMIT changed();
    });
    refresh();
}

void SecretField::setKept(bool kept)
{
    m_isKept = kept;
    m_isReplacing = false;
    m_isRemoved = false;
    m_edit->clear();
    refresh();
}

std::optional<Secret> SecretField::wish() const
{
    if (m_isRemoved)
        return Secret();
    const QString typed = m_edit->text().trimmed();
    if (typed.isEmpty())
        return std::nullopt;
    return Secret(typed.toUtf8());
}

bool SecretField::willBeKept() const
{
    const auto wished = wish();
    return wished ? !wished->isEmpty() : m_isKept;
}

void SecretField::refresh()
{
    const bool isTyping = !m_isKept || m_isReplacing;
    m_edit->setVisible(isTyping);
    m_edit->setPlaceholderText(tr("Not set"));
    m_state->setVisible(!isTyping);
    m_state->setText(m_isRemoved ? tr("Will be removed") : tr("Set"));
    m_replace->setVisible(m_isKept && !m_isRemoved);
    m_replace->setText(m_isReplacing ? tr("Keep the old one") : tr("Replace…"));
    m_remove->setVisible(m_isKept && !m_isReplacing);
    m_remove->setText(m_isRemoved ? tr("Keep it") : tr("Remove"));
    const QString name = accessibleName();
    for (QPushButton *button : {m_replace, m_remove})
        button->setAccessibleName(name.isEmpty() ? button->text() : name + u": "_s + button->text());
    setFocusProxy(isTyping ? static_cast<QWidget *>(m_edit) : m_isRemoved ? m_remove : m_replace);
}

} // namespace ChatCal
