// SPDX-License-Identifier: Apache-2.0
#include "app/desktop.h"
#include "core/base/version.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QLibraryInfo>
#include <QTranslator>

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

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts); // before the application: the web view needs it
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"chatcal"_s);
    QCoreApplication::setOrganizationName(u"ChatCal"_s);
    QCoreApplication::setApplicationVersion(versionText());
    QGuiApplication::setApplicationDisplayName(u"ChatCal"_s);
    QGuiApplication::setDesktopFileName(u"chatcal"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/chatcal.svg"_s));

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
    parser.addOptions({server, dataDir, quick});
    parser.process(application);

    DesktopOptions options;
    options.serverProgram = serverProgram();
    options.dataDir = parser.value(dataDir);
    options.quickOnly = parser.isSet(quick);
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
    Desktop desktop(std::move(options));
    desktop.start();
    return QApplication::exec();
}
