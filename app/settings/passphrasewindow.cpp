// SPDX-License-Identifier: Apache-2.0
#include "app/settings/passphrasewindow.h"

#include "app/look/tonelabel.h"
#include "app/settings/form.h"

#include <QCoroSignal>

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using Question = SecretVault::Question;
using Answer = SecretVault::Answer;

constexpr qsizetype shortestPassphrase = 8;

QString wordsFor(Question question)
{
    switch (question) {
    case Question::NewPassphrase:
        return PassphraseWindow::tr(
            "No keychain runs on this desktop, such as GNOME Keyring or KWallet. Your passwords and "
            "keys can be kept in a file that only your passphrase opens. ChatCal asks for it at "
            "each start.");
    case Question::Passphrase:
        return PassphraseWindow::tr(
            "Your passwords and keys are sealed with your passphrase. Without it ChatCal starts "
            "all the same, but the services that need them stay off.");
    case Question::WrongPassphrase:
        return PassphraseWindow::tr("That was another passphrase. Please try again.");
    case Question::Damaged:
        return PassphraseWindow::tr("The file with your sealed passwords and keys is damaged and cannot be opened any "
                                    "more. Start over to put them in again; until then the services that need them "
                                    "stay off.");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

PassphraseWindow::PassphraseWindow(Question question, QWidget *parent)
    : QWidget(parent, Qt::Window), m_question(question), m_form(new Form(this))
{
    setWindowTitle(tr("Passphrase"));
    setMinimumWidth(460);
    auto *text =
        new ToneLabel(question == Question::WrongPassphrase || question == Question::Damaged ? ToneLabel::Tone::Bad
                                                                                             : ToneLabel::Tone::Muted,
                      this);
    text->setText(wordsFor(question));
    const auto field = [this](const QString &name, const QString &label, const QString &help) {
        auto *edit = new QLineEdit(m_form);
        edit->setEchoMode(QLineEdit::Password);
        m_form->add(name, label, edit, help);
        return edit;
    };
    if (question == Question::NewPassphrase) {
        m_words = field(u"words"_s, tr("&Passphrase"),
                        tr("A few words are best. Nobody can open the file without it, nor can we."));
        m_again = field(u"again"_s, tr("&Again"), {});
    } else if (question != Question::Damaged) {
        m_words = field(u"words"_s, tr("&Passphrase"), {});
    }

    auto *buttons = new QHBoxLayout;
    auto *skip = new QPushButton(question == Question::NewPassphrase ? tr("&Do not keep") : tr("&Not now"), this);
    connect(skip, &QPushButton::clicked, this, &QWidget::close);
    if (question != Question::NewPassphrase) {
        m_startOver = new QPushButton(question == Question::Damaged ? tr("&Start over") : tr("&Forgotten…"), this);
        connect(m_startOver, &QPushButton::clicked, this, &PassphraseWindow::startOver);
        buttons->addWidget(m_startOver);
    }
    buttons->addStretch(1);
    buttons->addWidget(skip);
    if (m_words != nullptr) {
        auto *done = new QPushButton(question == Question::NewPassphrase ? tr("&Keep") : tr("&Open"), this);
        connect(done, &QPushButton::clicked, this, &PassphraseWindow::give);
        buttons->addWidget(done);
        m_words->setFocus();
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 18);
    layout->setSpacing(16);
    layout->addWidget(text);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAccessibleName(withoutMnemonic(button->text()));
}

QCoro::Task<Answer> PassphraseWindow::ask(Question question)
{
    auto *window = new PassphraseWindow(question);
    window->setAttribute(Qt::WA_DeleteOnClose, false);
    window->show();
    window->raise();
    window->activateWindow();
    const Answer answer = co_await qCoro(window, &PassphraseWindow::answered);
    window->deleteLater();
    co_return answer;
}

void PassphraseWindow::finish(const Answer &answer)
{
    if (std::exchange(m_isAnswered, true))
        return;
    hide();
    Q_EMIT answered(answer);
}

void PassphraseWindow::give()
{
    m_form->clearErrors();
    const QString words = m_words->text();
    if (words.isEmpty() || (m_again != nullptr && words.size() < shortestPassphrase)) {
        m_form->showErrors(
            {{u"words"_s, Sentence::said(tr("Please use at least %1 characters.").arg(shortestPassphrase))}});
        return;
    }
    if (m_again != nullptr && m_again->text() != words) {
        m_form->showErrors({{u"again"_s, Sentence::said(tr("These are two different ones."))}});
        return;
    }
    finish({Answer::Kind::Given, Secret(words.toUtf8())});
}

void PassphraseWindow::startOver()
{
    if (m_question == Question::Damaged || m_wantsStartOver) {
        finish({Answer::Kind::StartOver, {}});
        return;
    }
    m_wantsStartOver = true; // asked once more: what is sealed is gone for good then
    m_startOver->setText(tr("&Delete what is sealed"));
    m_startOver->setAccessibleName(tr("Delete what is sealed"));
    m_form->showErrors(
        {{u"words"_s,
          Sentence::said(tr("Without the passphrase nothing can be opened. You can only delete what is sealed "
                            "and put your passwords and keys in again."))}});
    m_startOver->setFocus();
}

void PassphraseWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    finish({});
}

void PassphraseWindow::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (isEnter && m_words != nullptr)
        give();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ChatCal
