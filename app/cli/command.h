// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace ChatCal {

/// The arguments of chatcal-cli, read but not yet acted on.
struct CliArguments
{
    QString command; ///< when, understand, chat, book, agenda, secret
    QStringList words; ///< what is not an option
    bool jsonLines = false; ///< --jsonl
    bool asGuest = false; ///< --guest: chat as a guest would
    QString reference; ///< --ref, local
    QString zone; ///< --tz
    QString language; ///< --language: a code of languageFromCode(); empty: English
    QUrl server; ///< --server; invalid: work by itself
    QString dataDir; ///< --data-dir
};

/// InvalidInput with one line when something is not understood.
[[nodiscard]] Result<CliArguments> readArguments(const QStringList &arguments);
[[nodiscard]] QString cliHelp();

// Each does one command and returns the exit code: 0 done, 1 refused (taken, not found), 2 wrong use or outage.
[[nodiscard]] int runWhen(const CliArguments &arguments);
[[nodiscard]] int runUnderstand(const CliArguments &arguments);
[[nodiscard]] int runChat(const CliArguments &arguments);
[[nodiscard]] int runBook(const CliArguments &arguments);
[[nodiscard]] int runAgenda(const CliArguments &arguments);
[[nodiscard]] int runSecret(const CliArguments &arguments);

/// Prints "chatcal-cli: …" on stderr; exit code 2.
[[nodiscard]] int complain(const Error &error);

} // namespace ChatCal
