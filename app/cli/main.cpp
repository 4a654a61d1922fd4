// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"

#include "core/base/version.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

using namespace ChatCal;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"chatcal-cli"_s);
    QLoggingCategory::setFilterRules(u"*.info=false\n*.debug=false"_s);
    const QStringList given = QCoreApplication::arguments();
    if (given.contains("--help"_L1) || given.size() == 1) {
        std::printf("%s", qPrintable(cliHelp()));
        return given.size() == 1 ? 2 : 0;
    }
    if (given.contains("--version"_L1)) {
        std::printf("chatcal-cli %s\n", qPrintable(versionText()));
        return 0;
    }
    const auto arguments = readArguments(given);
    if (!arguments)
        return complain(arguments.error());
    if (arguments->command == "when"_L1)
        return runWhen(*arguments);
    if (arguments->command == "understand"_L1)
        return runUnderstand(*arguments);
    if (arguments->command == "chat"_L1)
        return runChat(*arguments);
    if (arguments->command == "book"_L1)
        return runBook(*arguments);
    if (arguments->command == "agenda"_L1)
        return runAgenda(*arguments);
    if (arguments->command == "secret"_L1)
        return runSecret(*arguments);
    return complain(Error{
        ErrorCode::InvalidInput, u"\"%1\" is not a command; --help lists them"_s.arg(arguments->command), {}, {}});
}
