// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/secretvault.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ChatCal {

class Form;

/// Asks for the passphrase that seals secrets where no keychain runs; a calm window that can be left alone.
class PassphraseWindow : public QWidget
{
    Q_OBJECT
public:
    explicit PassphraseWindow(SecretVault::Question question, QWidget *parent = nullptr);

    /// What a vault's setAsker() takes.
    [[nodiscard]] static QCoro::Task<SecretVault::Answer> ask(SecretVault::Question question);

Q_SIGNALS:
    void answered(const ChatCal::SecretVault::Answer &answer);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void give();
    void startOver();
    void finish(const SecretVault::Answer &answer);

    SecretVault::Question m_question;
    Form *m_form;
    QLineEdit *m_words = nullptr;
    QLineEdit *m_again = nullptr;
    QPushButton *m_startOver = nullptr;
    bool m_wantsStartOver = false;
    bool m_isAnswered = false;
};

} // namespace ChatCal
