// SPDX-License-Identifier: Apache-2.0
#include "app/desktop.h"
#include "app/look/fontscale.h"
#include "app/look/language.h"
#include "app/look/theme.h"
#include "app/singleinstance.h"
#include "core/base/version.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QSettings>

#include <cstdio>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

/// Beside this program, as it is built and as it is installed.
QString serverProgram()
{
    const QString beside = QCoreApplication::applicationDirPath() + u"/chatcal-server"_s;
    return QFileInfo(beside).isExecutable() ? beside : u"chatcal-server"_s;
}

/// One name for one folder, however it was written; empty stays empty, the default.
QString absoluteFolder(const QString &folder)
{
    return folder.isEmpty() ? folder : QFileInfo(folder).absoluteFilePath();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"chatcal"_s);
    QCoreApplication::setOrganizationName(u"ChatCal"_s);
    QCoreApplication::setApplicationVersion(versionText());
    QGuiApplication::setApplicationDisplayName(u"ChatCal"_s);
    QGuiApplication::setDesktopFileName(u"chatcal"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/chatcal.svg"_s));

    applyLanguage(chosenLanguage());

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "The scheduling assistant you talk to"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption server(
        u"server"_s, QCoreApplication::translate("main", "Use a team's server; its token comes from CHATCAL_TOKEN."),
        u"url"_s);
    const QCommandLineOption dataDir(
        u"data-dir"_s, QCoreApplication::translate("main", "Folder for the calendar and settings."), u"folder"_s);
    const QCommandLineOption quick(u"quick"_s,
                                   QCoreApplication::translate("main", "Open only the quick-booking field."));
    const QCommandLineOption background(
        u"background"_s, QCoreApplication::translate("main", "Open no window, for the start of a session."));
    const QCommandLineOption themeOption(
        u"theme"_s, QCoreApplication::translate("main", "Light, dark, or auto: as the desktop has it. It is kept."),
        u"light|dark|auto"_s);
    const QCommandLineOption languageOption(
        u"language"_s,
        QCoreApplication::translate("main", "English, German, French or Spanish, or the system's own. It is kept."),
        u"en|de|fr|es|system"_s);
    parser.addOptions({server, dataDir, quick, background, themeOption, languageOption});
    parser.process(application);

    QSettings settings;
    const QString themeName =
        parser.isSet(themeOption) ? parser.value(themeOption) : settings.value("theme"_L1, u"auto"_s).toString();
    const auto theme = themeFromName(themeName);
    if (!theme && parser.isSet(themeOption)) {
        std::fprintf(stderr, "chatcal: --theme is light, dark or auto\n");
        return 2;
    }
    if (parser.isSet(themeOption))
        settings.setValue("theme"_L1, themeName);

    if (parser.isSet(languageOption)) {
        const QString code = parser.value(languageOption);
        if (code != "system"_L1 && !(code.size() == 2 && languageFromCode(code))) {
            std::fprintf(stderr, "chatcal: --language is en, de, fr, es or system\n");
            return 2;
        }
        chooseLanguage(code);
        applyLanguage(code);
    }

    if (!qEnvironmentVariableIsSet("HOST_LANGUAGE")) // for the server child: mails to the host
        qputenv("HOST_LANGUAGE", languageCode(languageInUse()).toLatin1());

    DesktopOptions options;
    options.serverProgram = serverProgram();
    options.dataDir = parser.value(dataDir);
    options.quickOnly = parser.isSet(quick);
    options.background = parser.isSet(background) && !options.quickOnly;
    if (parser.isSet(server)) {
        options.server = QUrl(parser.value(server), QUrl::StrictMode);
        options.token = Secret(qgetenv("CHATCAL_TOKEN"));
        const bool isUsable = options.server.isValid() && options.server.scheme().startsWith("http"_L1);
        if (!isUsable || options.token.isEmpty()) {
            std::fprintf(stderr,
                         "chatcal: --server needs an address such as https://calendar.example.org, and CHATCAL_TOKEN "
                         "the token for it\n");
            return 2;
        }
    }
    qunsetenv("CHATCAL_TOKEN");

    const QString calendar = options.server.isValid() ? options.server.toString() : absoluteFolder(options.dataDir);
    SingleInstance instance(calendar);
    if (!instance.claim(options.quickOnly ? u"quick"_s : options.background ? u"background"_s : u"window"_s))
        return 0;
    ThemeKeeper keeper(theme.value_or(Theme::Auto));
    FontScale::restore();
    Desktop desktop(std::move(options));
    QObject::connect(&instance, &SingleInstance::asked, &desktop, &Desktop::open);
    QObject::connect(&keeper, &ThemeKeeper::changed, &desktop, &Desktop::dress);
    QObject::connect(&desktop, &Desktop::themeWanted, &keeper, &ThemeKeeper::setTheme);
    desktop.start();
    return QApplication::exec();
}
