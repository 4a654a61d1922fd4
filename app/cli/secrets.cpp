// SPDX-License-Identifier: Apache-2.0
// chatcal-cli secret: what the desktop's own server needs to know and nobody else may.
#include "app/backend/secretvault.h"
#include "app/cli/command.h"
#include "core/engine/settings.h"

#include <QCoroTask>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype longestSecret = 8 * 1024;

/// A terminal does not show what is typed while this lives.
class WithoutEcho
{
public:
    WithoutEcho() : m_isTerminal(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~WithoutEcho()
    {
        if (!m_isTerminal)
            return;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }
    WithoutEcho(const WithoutEcho &) = delete;
    WithoutEcho &operator=(const WithoutEcho &) = delete;

private:
    termios m_before{};
    bool m_isTerminal;
};

/// One line, asked for and not shown where a terminal is there.
Secret hiddenLine(const char *prompt)
{
    std::string line;
    if (::isatty(STDIN_FILENO) == 1)
        std::fprintf(stderr, "%s: ", prompt);
    const WithoutEcho quiet;
    std::getline(std::cin, line);
    return Secret(QByteArray::fromStdString(line).trimmed());
}

/// The vault's questions, at the terminal; without one there is nobody to ask.
QCoro::Task<SecretVault::Answer> askAtTerminal(SecretVault::Question question)
{
    using Question = SecretVault::Question;
    using Kind = SecretVault::Answer::Kind;
    SecretVault::Answer answer;
    if (question == Question::Damaged) {
        std::fprintf(stderr, "chatcal-cli: the file of sealed secrets is damaged; remove it and set them again\n");
        co_return answer;
    }
    if (::isatty(STDIN_FILENO) != 1) {
        std::fprintf(stderr, "chatcal-cli: %s\n",
                     question == Question::WrongPassphrase
                         ? "the passphrase does not open the sealed secrets"
                         : "no keychain answers; CHATCAL_PASSPHRASE_FILE may name a file with a passphrase");
        co_return answer;
    }
    if (question == Question::NewPassphrase)
        std::fprintf(stderr, "No keychain answers. A passphrase can seal the secrets in a file.\n");
    if (question == Question::WrongPassphrase)
        std::fprintf(stderr, "That was another one.\n");
    answer.passphrase = hiddenLine(question == Question::NewPassphrase ? "New passphrase" : "Passphrase");
    if (question == Question::NewPassphrase && !answer.passphrase.isEmpty()) {
        const Secret again = hiddenLine("Again");
        if (!again.equals(answer.passphrase.reveal())) {
            std::fprintf(stderr, "These were two different ones.\n");
            co_return SecretVault::Answer();
        }
    }
    if (!answer.passphrase.isEmpty())
        answer.kind = Kind::Given;
    co_return answer;
}

/// The names that may be set, sorted; the desktop makes the owner's token itself.
QStringList names()
{
    QStringList known = secretSettingNames();
    known.removeAll(u"CHATCAL_HOST_TOKEN"_s);
    known.sort();
    return known;
}

Result<Secret> secretFromStdin(const QString &name)
{
    const Secret secret = hiddenLine(qPrintable(name));
    const QByteArray &value = secret.reveal();
    const bool isPlain = std::all_of(value.begin(), value.end(), [](char c) { return c >= 0x20 || c < 0; });
    if (value.isEmpty() || value.size() > longestSecret || !isPlain)
        return failure(ErrorCode::InvalidInput, u"nothing was given for %1, or more than one line of text"_s.arg(name));
    return secret;
}

int set(SecretVault &vault, const QString &name)
{
    const auto secret = secretFromStdin(name);
    if (!secret)
        return complain(secret.error());
    const auto place = QCoro::waitFor(vault.set(name, *secret));
    if (!place)
        return complain(place.error());
    if (*place == SecretVault::Place::Keychain)
        std::printf("%s is in the keychain.\n", qPrintable(name));
    else
        std::printf("No keychain answers: %s is in %s, which opens with your passphrase.\n", qPrintable(name),
                    qPrintable(vault.filePath()));
    std::printf("The desktop uses it from its next start.\n");
    return 0;
}

int list(SecretVault &vault)
{
    const auto secrets = QCoro::waitFor(vault.read());
    if (!secrets)
        return complain(secrets.error());
    QStringList kept = secrets->keys() + vault.locked();
    kept.sort();
    for (const QString &name : kept)
        std::printf("%s\n", qPrintable(name));
    return 0;
}

int remove(SecretVault &vault, const QString &name)
{
    const auto removed = QCoro::waitFor(vault.remove(name));
    if (removed)
        return 0;
    (void)complain(removed.error());
    return removed.error().code == ErrorCode::NotFound ? 1 : 2;
}

} // namespace

int runSecret(const CliArguments &arguments)
{
    const QString verb = arguments.words.value(0);
    const QString name = arguments.words.value(1);
    SecretVault vault(arguments.dataDir);
    vault.setAsker(askAtTerminal);
    if (verb == "list"_L1 && arguments.words.size() == 1)
        return list(vault);
    if (verb == "remove"_L1 && arguments.words.size() == 2)
        return remove(vault, name); // of any name: an older version may have known it
    if (verb == "set"_L1 && arguments.words.size() == 2 && names().contains(name))
        return set(vault, name);
    if (verb == "set"_L1 && arguments.words.size() == 2)
        return complain({ErrorCode::InvalidInput, u"secrets are: "_s + names().join(u", "_s), {}, {}});
    return complain(
        {ErrorCode::InvalidInput, u"secret takes: set NAME, list or remove NAME; it asks for the value"_s, {}, {}});
}

} // namespace ChatCal
