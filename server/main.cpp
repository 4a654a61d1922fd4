// SPDX-License-Identifier: Apache-2.0
#include "core/base/version.h"
#include "core/engine/engine.h"
#include "core/ops/log.h"
#include "core/ops/requestscope.h"
#include "core/words/phrasebook.h"
#include "server/api/resources.h"
#include "server/commandline.h"
#include "server/healthcheck.h"
#include "server/http/httpserver.h"
#include "server/signals.h"
#include "server/tokencommand.h"
#include "server/workerlink.h"
#include "server/workers.h"

#include <QCoroTask>

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTimer>

#include <cstdio>
#include <optional>
#include <sys/stat.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

constexpr int exitBadSetting = 2;

int refuse(const Error &error)
{
    std::fprintf(stderr, "chatcal-server: %s\n", qPrintable(error.detail));
    return exitBadSetting;
}

/// refuse(), but what is wrong with a setting is told in @p language.
int refuseSetting(Error error, Language language)
{
    if (!error.fields.isEmpty()) {
        const FieldError &wrong = error.fields.constFirst();
        const QString words = Phrasebook::of(language).say(wrong.message);
        error.detail = wrong.field.isEmpty() ? words : u"%1: %2"_s.arg(wrong.field, words);
    }
    return refuse(error);
}

QString urlOf(const QHostAddress &address, quint16 port)
{
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = isIpv6 ? u'[' + address.toString() + u']' : address.toString();
    return u"http://%1:%2"_s.arg(host).arg(port);
}

/// What a person at a terminal does next.
void printAddresses(const QString &url, const Settings &settings)
{
    std::printf("ChatCal %s\n"
                "  chat         %s/chat-widget\n"
                "  simple chat  %s/simple-chat\n"
                "  API          %s/docs\n"
                "  data         %s\n"
                "listening on %s\n",
                qPrintable(versionText()), qPrintable(url), qPrintable(url), qPrintable(url),
                qPrintable(settings.dataDir), qPrintable(url));
    std::fflush(stdout);
}

/// Serves until it is told to stop; one of several processes when @p worker is there.
int serve(Engine &engine, StopSignals &stop, const std::optional<CommandLine::Worker> &worker)
{
    const Settings &settings = engine.settings();
    std::optional<WorkerLink> link;
    if (worker) {
        link.emplace(engine.metrics());
        stop.watchParent([&link](const QByteArray &bytes) { link->hear(bytes); });
    }
    const auto started = QCoro::waitFor(engine.start());
    // A store of its own may come up after us; the data folder's cannot.
    const bool comesLater = !started && started.error().code == ErrorCode::Unavailable && !settings.redisUrl.isEmpty();
    if (!started && !comesLater)
        return refuse(started.error());
    if (comesLater)
        engine.keepStarting();

    // What wakes the loop next belongs to no request until it says so.
    QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock,
                     QCoreApplication::instance(), [] { setCurrentRequest({}); });
    EventFeed feed(engine);
    HttpLimits limits;
    limits.proxies = settings.trustedProxies;
    HttpServer server(makeApi({engine, feed, link ? &*link : nullptr}), limits);
    const auto port = worker ? server.listenOn(worker->listeningDescriptor)
                             : server.listen(settings.listenAddress, settings.listenPort);
    if (!port)
        return refuse(port.error());
    if (settings.startOfClock)
        qWarning("The clock was set by CHATCAL_NOW: times are not real.");

    QObject::connect(&stop, &StopSignals::received, &server, [&server] { server.drain(std::chrono::seconds(10)); });
    QObject::connect(&server, &HttpServer::drained, QCoreApplication::instance(), &QCoreApplication::quit);
    if (stop.wasReceived()) // while the engine started
        return 0;
    if (link)
        link->tellReady();
    else
        printAddresses(urlOf(settings.listenAddress, *port), settings);
    const int code = QCoreApplication::exec();
    if (link)
        link->tellMetrics();
    return code;
}

/// What a trial came to. The detail is English; in other languages a sentence says what to make of it.
QString outcomeInWords(const Trial &trial, Language language)
{
    if (trial.outcome)
        return u"ok"_s;
    const Error &error = trial.outcome.error();
    if (language == Language::English)
        return error.detail;
    const auto say = [&](const Sentence &sentence) { return Phrasebook::of(language).say(sentence.arg(error.detail)); };
    switch (error.code) {
    case ErrorCode::Unauthorized:
        return say(Sentence::en("does not accept the name, password or key (%1)"));
    case ErrorCode::Timeout:
    case ErrorCode::Unavailable:
        return say(Sentence::en("cannot be reached (%1)"));
    case ErrorCode::RateLimited:
        return say(Sentence::en("takes no more requests for now (%1)"));
    default:
        return say(Sentence::en("does not work as it is set up (%1)"));
    }
}

/// Reaches what is set up, a line each; 1 when something does not answer as it should.
int tryServices(Settings settings, Language language)
{
    installLog(LogFormat::Text);
    QLoggingCategory::setFilterRules(u"*=false"_s); // each trial has its one line
    setEventLogging(false);
    auto engine = Engine::open(std::move(settings));
    if (!engine)
        return refuse(engine.error());
    const auto trials = QCoro::waitFor((*engine)->tryServices());
    bool allGood = true;
    std::printf("\n");
    for (const Trial &trial : trials) {
        std::printf("%s: %s\n", qPrintable(trial.service), qPrintable(outcomeInWords(trial, language)));
        allGood = allGood && trial.outcome;
    }
    return allGood ? 0 : 1;
}

/// The parent of several processes that serve.
int supervise(const Settings &settings, StopSignals &stop)
{
    auto socket = ListeningSocket::open(settings.listenAddress, settings.listenPort);
    if (!socket)
        return refuse(socket.error());
    const QString url = urlOf(settings.listenAddress, socket->port());
    Workers::Options options;
    options.count = settings.workers;
    options.arguments = QCoreApplication::arguments().mid(1);
    Workers workers(std::move(options), std::move(*socket));
    QObject::connect(&stop, &StopSignals::received, &workers, &Workers::stop);
    QObject::connect(&stop, &StopSignals::hungUp, &workers, &Workers::renew);
    QObject::connect(&workers, &Workers::ready, &workers, [&] { printAddresses(url, settings); });
    QObject::connect(&workers, &Workers::finished, &workers, &QCoreApplication::exit);
    workers.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    // What people say and book is nobody else's on this machine.
    ::umask(S_IRWXG | S_IRWXO);
    // Qt's own event loop serves about a fifth more requests than GLib's and needs less memory.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"chatcal-server"_s);
    QCoreApplication::setApplicationVersion(versionText());

    const auto command = readCommandLine(QCoreApplication::arguments());
    if (!command)
        return refuse(command.error());
    if (!command->answer.isEmpty()) {
        std::printf("%s\n", qPrintable(command->answer));
        return 0;
    }
    auto settings = loadSettings(command->sources);
    if (!settings)
        return refuseSetting(settings.error(), command->language);
    if (command->action == CommandLine::Action::CheckConfig) {
        std::printf("%s\n", qPrintable(settings->description.join(u'\n')));
        return command->triesServices ? tryServices(std::move(*settings), command->language) : 0;
    }
    if (command->action == CommandLine::Action::HealthCheck) {
        const auto healthy = checkHealth(settings->listenAddress, settings->listenPort, std::chrono::seconds(3));
        if (!healthy)
            std::fprintf(stderr, "chatcal-server: %s\n", qPrintable(healthy.error().detail));
        return healthy ? 0 : 1;
    }
    installLog(settings->logAsJson ? LogFormat::Json : LogFormat::Text);
    if (command->worker)
        setLogWorker(command->worker->number);
    // The desktop's own server is one process.
    const bool isParent =
        command->action == CommandLine::Action::Serve && settings->workers > 1 && !command->worker && !command->isChild;
    // Before any thread is made, which would take the signals.
    StopSignals stop(isParent ? StopSignals::Hangup::Take : StopSignals::Hangup::Leave);
    if (isParent)
        return supervise(*settings, stop);
    if (command->isChild)
        stop.watchParent();
    auto engine = Engine::open(std::move(*settings));
    if (!engine)
        return refuse(engine.error());
    if (command->action == CommandLine::Action::Token)
        return runTokenCommand((*engine)->accounts(), command->words);
    return serve(**engine, stop, command->worker);
}
