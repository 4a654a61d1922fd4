// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ChatCal {

QString cliHelp()
{
    return u"chatcal-cli: ChatCal from a terminal\n\n"
           "  chatcal-cli chat [--guest]          talk to it, line by line, as the host (or as a guest)\n"
           "  chatcal-cli book TEXT...            book in one line: \"Lunch with Kim tomorrow at noon\"\n"
           "  chatcal-cli agenda [TEXT...]        what is planned: today, or \"next week\", \"Friday\"\n"
           "  chatcal-cli secret set NAME         keep a key or password for the desktop, in its keychain; asks for "
           "it\n"
           "  chatcal-cli secret list             the names of those kept\n"
           "  chatcal-cli secret remove NAME      forget it\n"
           "  chatcal-cli when TEXT...            what a phrase means\n"
           "  chatcal-cli when --jsonl            the same for {\"id\",\"ref\",\"text\"} lines on stdin\n"
           "  chatcal-cli understand --jsonl      what would be acted on, for {\"id\",\"ref\",\"text\" or \"turns\"} "
           "lines\n\n"
           "  --ref 2026-03-04T09:00   now, for when\n"
           "  --language de            what they are written in, for when: en, de, fr or es\n"
           "  --tz Europe/Paris        the speaker's zone, for when and chat\n"
           "  --server URL             work through a server; its token comes from CHATCAL_TOKEN\n"
           "  --data-dir DIR           work by itself in this folder; for secret: of the desktop that uses it\n"_s;
}

Result<CliArguments> readArguments(const QStringList &arguments)
{
    CliArguments read;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        const auto value = [&]() -> Result<QString> {
            if (i + 1 >= arguments.size())
                return failure(ErrorCode::InvalidInput, argument + u" needs a value"_s);
            return arguments[++i];
        };
        QString *target = argument == "--ref"_L1 ? &read.reference
            : argument == "--tz"_L1              ? &read.zone
            : argument == "--language"_L1        ? &read.language
            : argument == "--data-dir"_L1        ? &read.dataDir
                                                 : nullptr;
        if (target || argument == "--server"_L1) {
            const auto given = value();
            if (!given)
                return tl::unexpected(given.error());
            if (target)
                *target = *given;
            else
                read.server = QUrl(*given, QUrl::StrictMode);
            if (!target && (!read.server.isValid() || !read.server.scheme().startsWith("http"_L1)))
                return failure(ErrorCode::InvalidInput, u"--server should look like http://127.0.0.1:8000"_s);
        } else if (argument == "--jsonl"_L1) {
            read.jsonLines = true;
        } else if (argument == "--guest"_L1) {
            read.asGuest = true;
        } else if (argument.startsWith("--"_L1)) {
            return failure(ErrorCode::InvalidInput, argument + u" is not an option; --help lists them"_s);
        } else if (read.command.isEmpty()) {
            read.command = argument;
        } else {
            read.words.append(argument);
        }
    }
    return read;
}

int complain(const Error &error)
{
    std::fprintf(stderr, "chatcal-cli: %s\n", qPrintable(error.detail));
    return 2;
}

} // namespace ChatCal
