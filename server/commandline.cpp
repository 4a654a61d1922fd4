// SPDX-License-Identifier: Apache-2.0
#include "server/commandline.h"

#include "core/base/version.h"

#include <QProcessEnvironment>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QString helpText()
{
    QString text =
        u"chatcal-server: the scheduling assistant over HTTP\n\n"
        "  chatcal-server [--NAME VALUE]...     serve\n"
        "  chatcal-server --check-config        print the settings in force, secrets masked\n"
        "  chatcal-server --check-config --try  and reach each service, telling in one line what is wrong\n"
        "                 --language=CODE       and tell what is wrong in this language: en, de, fr or es\n"
        "  chatcal-server --healthcheck         ask the server at LISTEN whether it is ready; exit code 0 or 1\n"
        "  chatcal-server token add NAME        make a bearer token for a teammate, printed once\n"
        "  chatcal-server token remove NAME     take it back\n"
        "  chatcal-server token list            who has one\n"
        "  chatcal-server --child               for the desktop: token and secrets on stdin, ends with it\n\n"
        "Settings, each as --name-with-hyphens VALUE, in the environment, or as NAME = value in\n"
        "DATA_DIR/chatcal.conf. DATA_DIR, LISTEN, WORKERS, CALENDAR and RATE_LIMIT begin with CHATCAL_ in the\n"
        "environment. Secrets go into the environment, into chatcal.conf (mode 0600) or into a file that\n"
        "NAME_FILE names; never on the command line.\n"_s;
    for (const auto &[name, help] : settingNames())
        text += u"  %1 %2\n"_s.arg(name.leftJustified(24), help);
    return text;
}

/// "--data-dir" is the flag of DATA_DIR.
std::optional<QString> settingOf(const QString &flag)
{
    const QString name = flag.mid(2).toUpper().replace(u'-', u'_');
    for (const auto &known : settingNames()) {
        if (known.first == name)
            return name;
    }
    return std::nullopt;
}

/// "NUMBER:DESCRIPTOR", as Workers gives it.
std::optional<CommandLine::Worker> workerOf(const QString &value)
{
    const QStringList parts = value.split(u':');
    CommandLine::Worker worker;
    bool isNumber = false;
    bool isDescriptor = false;
    worker.number = parts.value(0).toInt(&isNumber);
    worker.listeningDescriptor = parts.value(1).toInt(&isDescriptor);
    if (parts.size() != 2 || !isNumber || worker.number < 1 || !isDescriptor || worker.listeningDescriptor < 3)
        return std::nullopt;
    return worker;
}

/// The next line of stdin, nothing of what follows it; none at its end or when it is too long to be meant.
std::optional<QByteArray> lineFromStdin()
{
    constexpr qsizetype longest = 16 * 1024;
    QByteArray line;
    char c = 0;
    while (line.size() < longest && ::read(STDIN_FILENO, &c, 1) == 1) {
        if (c == '\n')
            return line;
        line += c;
    }
    return std::nullopt;
}

/// A secret belongs neither on the command line, which others can read, nor into a file of the child's.
Result<void> readSecrets(SettingsSources &sources)
{
    const auto token = lineFromStdin();
    if (!token || token->size() < 16)
        return failure(ErrorCode::InvalidInput, u"--child: no token on stdin"_s);
    sources.environment.insert(u"CHATCAL_HOST_TOKEN"_s, QString::fromLatin1(*token));
    const QStringList known = secretSettingNames();
    for (;;) {
        const auto line = lineFromStdin();
        if (!line)
            return failure(ErrorCode::InvalidInput, u"--child: no empty line on stdin after the secrets"_s);
        if (line->isEmpty())
            return {};
        if (line->startsWith('!')) { // a secret that stays sealed
            sources.locked.append(QString::fromLatin1(line->mid(1)));
            continue;
        }
        const qsizetype equals = line->indexOf('=');
        const QString name = QString::fromLatin1(line->left(std::max<qsizetype>(equals, 0)));
        if (!known.contains(name))
            return failure(ErrorCode::InvalidInput,
                           u"the keychain holds what is no secret setting of this version; chatcal-cli secret list"_s);
        sources.keychain.insert(name, QString::fromUtf8(line->mid(equals + 1)));
    }
}

QHash<QString, QString> processEnvironment()
{
    QHash<QString, QString> values;
    const auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys())
        values.insert(name, environment.value(name));
    return values;
}

} // namespace

Result<CommandLine> readCommandLine(const QStringList &arguments)
{
    CommandLine command;
    command.sources.environment = processEnvironment();
    command.sources.stderrIsTerminal = isatty(STDERR_FILENO) == 1;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == "--help"_L1 || argument == "-h"_L1) {
            command.answer = helpText();
        } else if (argument == "--version"_L1) {
            command.answer = u"chatcal-server "_s + versionText();
        } else if (argument == "--check-config"_L1) {
            command.action = CommandLine::Action::CheckConfig;
        } else if (argument == "--try"_L1) {
            command.triesServices = true;
        } else if (argument.startsWith("--language="_L1)) {
            command.language = languageFromCode(argument.mid(11)).value_or(Language::English);
        } else if (argument == "--healthcheck"_L1) {
            command.action = CommandLine::Action::HealthCheck;
        } else if (argument == "--child"_L1) {
            command.isChild = true;
        } else if (argument.startsWith("--worker="_L1)) {
            command.worker = workerOf(argument.mid(9));
            if (!command.worker)
                return failure(ErrorCode::InvalidInput, u"--worker is not for people; use --workers"_s);
        } else if (argument == "token"_L1 && command.action == CommandLine::Action::Serve) {
            command.action = CommandLine::Action::Token;
        } else if (!argument.startsWith("--"_L1) && command.action == CommandLine::Action::Token) {
            command.words.append(argument);
        } else if (argument.startsWith("--"_L1)) {
            const qsizetype equals = argument.indexOf(u'=');
            const auto name = settingOf(argument.left(equals));
            if (!name)
                return failure(ErrorCode::InvalidInput, u"%1 is not an option; --help lists them"_s.arg(argument));
            if (equals < 0 && i + 1 >= arguments.size())
                return failure(ErrorCode::InvalidInput, u"%1 needs a value"_s.arg(argument));
            command.sources.flags.insert(*name, equals < 0 ? arguments[++i] : argument.mid(equals + 1));
        } else {
            return failure(ErrorCode::InvalidInput, u"\"%1\" is not understood; --help tells what is"_s.arg(argument));
        }
    }
    if (command.triesServices && command.action != CommandLine::Action::CheckConfig)
        return failure(ErrorCode::InvalidInput, u"--try belongs to --check-config"_s);
    if (command.isChild) {
        if (const auto read = readSecrets(command.sources); !read)
            return tl::unexpected(read.error());
    }
    return command;
}

} // namespace ChatCal
