// SPDX-License-Identifier: Apache-2.0
#include "app/settings/applybar.h"

#include "app/look/tonelabel.h"
#include "app/settings/form.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ChatCal {

using Tone = ToneLabel::Tone;

ApplyBar::ApplyBar(QWidget *parent)
    : QWidget(parent),
      m_row(new QHBoxLayout(this)),
      m_words(new ToneLabel(Tone::Muted, this)),
      m_apply(new QPushButton(tr("&Apply"), this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_row->addWidget(m_words, 1);
    m_row->addWidget(m_apply);
    m_words->setAccessibleName(tr("State"));
    m_apply->setAccessibleName(tr("Apply"));
    m_apply->setToolTip(tr("There is nothing to apply yet."));
    m_apply->setEnabled(false);
    connect(m_apply, &QPushButton::clicked, this, &ApplyBar::applied);
}

QPushButton *ApplyBar::add(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAccessibleName(withoutMnemonic(text));
    m_row->insertWidget(m_row->count() - 1, button);
    m_others.append(button);
    return button;
}

void ApplyBar::setEnabledAll(bool enabled)
{
    for (QPushButton *button : std::as_const(m_others))
        button->setEnabled(enabled);
    m_apply->setEnabled(enabled && m_isChanged);
}

void ApplyBar::setChanged(bool changed)
{
    m_isChanged = changed;
    m_apply->setEnabled(changed);
    m_apply->setToolTip(changed ? QString() : tr("There is nothing to apply yet."));
    if (changed)
        m_words->clear();
}

void ApplyBar::setBusy(const QString &words)
{
    setEnabledAll(false);
    m_words->tell(words, Tone::Muted);
}

void ApplyBar::tell(const QString &words)
{
    setEnabledAll(true);
    m_words->tell(words, Tone::Muted);
}

void ApplyBar::tellGood(const QString &words)
{
    setEnabledAll(true);
    m_words->tell(words, Tone::Good);
}

void ApplyBar::tellBad(const QString &words)
{
    setEnabledAll(true);
    m_words->tell(words, Tone::Bad);
}

void ApplyBar::tellError(const Error &error, Form &form)
{
    const auto others = form.showErrors(error.fields);
    if (!others.isEmpty())
        tellBad(others.first().field + u": "_s + others.first().message.text());
    else if (!error.fields.isEmpty())
        tellBad(tr("Not applied: see above what is wrong."));
    else
        tellBad(errorWords(error));
}

QString ApplyBar::words() const
{
    return m_words->text();
}

QString errorWords(const Error &error)
{
    const auto words = [](const char *text) { return QCoreApplication::translate("ChatCal::ApplyBar", text); };
    switch (error.code) {
    case ErrorCode::Unauthorized:
        return words(QT_TRANSLATE_NOOP("ChatCal::ApplyBar", "Only an admin of this server may do that."));
    case ErrorCode::NotFound:
        return words(QT_TRANSLATE_NOOP("ChatCal::ApplyBar", "This server does not know that yet. Is it up to date?"));
    case ErrorCode::Timeout:
    case ErrorCode::Unavailable:
        return words(QT_TRANSLATE_NOOP("ChatCal::ApplyBar", "The server does not answer. Try again in a moment."));
    case ErrorCode::Cancelled:
        return words(QT_TRANSLATE_NOOP(
            "ChatCal::ApplyBar", "Not kept: passwords and keys are only kept in a keychain or under a passphrase."));
    case ErrorCode::RateLimited:
        return words(QT_TRANSLATE_NOOP("ChatCal::ApplyBar", "That was too often. Try again in a minute."));
    default:
        return error.detail;
    }
}

} // namespace ChatCal
