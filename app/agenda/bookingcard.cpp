// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/bookingcard.h"

#include "app/look/tonelabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ChatCal {

BookingCard::BookingCard(QWidget *parent)
    : Popover(parent),
      m_title(new QLineEdit(this)),
      m_words(new QLabel(this)),
      m_clash(new ToneLabel(ToneLabel::Tone::Bad, this)),
      m_book(new QPushButton(tr("Book"), this))
{
    setAccessibleName(tr("New meeting"));
    m_title->setAccessibleName(tr("Title"));
    m_title->setPlaceholderText(tr("What is it about?"));
    m_title->setMaxLength(300);
    m_title->setMinimumWidth(240);
    m_title->setMinimumHeight(m_title->sizeHint().height() + 6);
    m_words->setForegroundRole(QPalette::PlaceholderText);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_book->setDefault(true);
    auto *drop = new QPushButton(tr("Discard"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(drop);
    buttons->addWidget(m_book);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_words);
    layout->addWidget(m_clash);
    layout->addLayout(buttons);
    connect(m_title, &QLineEdit::returnPressed, this, &BookingCard::book);
    connect(m_book, &QPushButton::clicked, this, &BookingCard::book);
    connect(drop, &QPushButton::clicked, this, &BookingCard::closeNow);
    connect(m_title, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_book->setEnabled(!text.trimmed().isEmpty());
        m_book->setToolTip(m_book->isEnabled() ? QString() : tr("It needs a title first."));
    });
    setFixedWidth(300);
}

void BookingCard::ask(const Interval &when, const QString &words, const QString &clash, const QRect &place)
{
    m_when = when;
    m_title->clear();
    m_book->setEnabled(false);
    m_words->setText(words);
    m_title->setAccessibleDescription(words);
    m_clash->setText(clash.isEmpty() ? QString() : tr("\"%1\" is then already.").arg(clash));
    m_clash->setVisible(!clash.isEmpty());
    openBeside(place);
}

QWidget *BookingCard::firstFocus()
{
    return m_title;
}

void BookingCard::book()
{
    const QString title = m_title->text().trimmed();
    if (title.isEmpty())
        return;
    Q_EMIT bookWanted(title, m_when); // before it closes, and with that the held block is let go
    closeNow();
}

} // namespace ChatCal
