// SPDX-License-Identifier: Apache-2.0
// Google as a program of its own, for tests that kill the server beside it: prints GOOGLE_API_BASE and
// GOOGLE_OAUTH_BASE, one line each, and serves until its standard input ends. Each argument is a redirect URI that is
// registered.
#include "tests/support/fakegoogle.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    ChatCal::FakeGoogle google;
    const QStringList redirects = QCoreApplication::arguments().mid(1);
    for (const QString &uri : redirects)
        google.oauth().registerRedirect(uri);
    std::printf("GOOGLE_API_BASE=%s\nGOOGLE_OAUTH_BASE=%s\nGOOGLE_CLIENT_ID=%s\nGOOGLE_CLIENT_SECRET=%s\n",
                google.apiBase().toEncoded().constData(), google.oauthBase().toEncoded().constData(),
                qPrintable(ChatCal::FakeGoogleOAuth::clientId), ChatCal::FakeGoogleOAuth::clientSecret.constData());
    std::fflush(stdout);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &app, [] {
        char bytes[64];
        if (read(STDIN_FILENO, bytes, sizeof bytes) <= 0)
            QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
