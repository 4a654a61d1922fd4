// SPDX-License-Identifier: Apache-2.0
// How much the server adds to a model's own time, with many conversations at once on one worker:
//     bench_latency CHATCAL_SERVER [--conversations 256] [--seconds 10] [--model-ms 200] [--redis URL]
// It is model and guests in one process, so that one clock measures both. Every guest sends the next message when the
// answer to the last one is there; they begin spread over the model's time. What is measured counts the load
// generator's own delays as the server's.
#include "tests/bench/latencyparts.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace ChatCal::Bench;

namespace {

struct Figures
{
    double p50 = 0;
    double p99 = 0;
    double longest = 0;
};

Figures figuresOf(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto at = [&values](double part) {
        return values[static_cast<size_t>(part * static_cast<double>(values.size() - 1))];
    };
    return {at(0.5), at(0.99), values.back()};
}

void print(const char *title, const std::vector<double> &values)
{
    const Figures figures = figuresOf(values);
    std::printf("| %s | %zu | %.1f ms | %.1f ms | %.1f ms |\n", title, values.size(), figures.p50, figures.p99,
                figures.longest);
}

/// One run of all guests over one way to ask; false when an answer was wrong.
bool run(FakeModel &model, const QUrl &server, Guest::Way way, int conversations, int seconds, Measured &measured)
{
    QEventLoop loop;
    std::vector<std::unique_ptr<Guest>> guests;
    int busy = conversations;
    for (int i = 0; i < conversations; ++i) {
        guests.push_back(std::make_unique<Guest>(i, server, way, model, measured));
        Guest *guest = guests.back().get();
        QObject::connect(guest, &Guest::ended, &loop, [&] {
            if (--busy == 0)
                loop.quit();
        });
        QTimer::singleShot(model.delay() * i / conversations, Qt::PreciseTimer, guest, &Guest::begin);
    }
    QTimer::singleShot(std::chrono::seconds(seconds), &loop, [&guests] {
        for (const auto &guest : guests)
            guest->endAfterThisTurn();
    });
    QTimer::singleShot(std::chrono::seconds(seconds + 30), &loop, &QEventLoop::quit);
    loop.exec();
    if (busy > 0)
        measured.failures.append(u"%1 guests got no answer"_s.arg(busy));
    return measured.failures.isEmpty();
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addPositionalArgument(u"server"_s, u"the program chatcal-server"_s);
    options.addOption({u"conversations"_s, u"at once"_s, u"n"_s, u"256"_s});
    options.addOption({u"seconds"_s, u"for each way to ask"_s, u"n"_s, u"10"_s});
    options.addOption({u"model-ms"_s, u"the model's own time"_s, u"n"_s, u"200"_s});
    options.addOption({u"redis"_s, u"REDIS_URL in place of SQLite"_s, u"url"_s});
    options.addHelpOption();
    options.process(application);
    if (options.positionalArguments().size() != 1)
        options.showHelp(2);
    const int conversations = options.value(u"conversations"_s).toInt();
    const int seconds = options.value(u"seconds"_s).toInt();

    FakeModel model{std::chrono::milliseconds(options.value(u"model-ms"_s).toInt())};
    const QTemporaryDir folder;
    ServerUnderTest server(options.positionalArguments().constFirst(), folder.path(), model.baseUrl(),
                           options.value(u"redis"_s));
    const QUrl url = server.start();
    if (url.isEmpty()) {
        std::fprintf(stderr, "the server did not start:\n%s\n", server.log().constData());
        return 1;
    }

    Measured chat;
    Measured stream;
    const bool isRight = run(model, url, Guest::Way::Chat, conversations, seconds, chat)
        && run(model, url, Guest::Way::Stream, conversations, seconds, stream);
    std::printf("%d conversations at once, %lld ms a model's answer, one worker, %s\n\n", conversations,
                static_cast<long long>(model.delay().count()), options.isSet(u"redis"_s) ? "Redis" : "SQLite");
    std::printf("| added by the server | turns | p50 | p99 | longest |\n| --- | --- | --- | --- | --- |\n");
    print("`POST /chat`, whole answer", chat.added);
    print("`POST /chat/stream`, whole answer", stream.added);
    print("`POST /chat/stream`, first words after the model's first", stream.firstWords);
    for (const QString &failure : (chat.failures + stream.failures).mid(0, 5))
        std::fprintf(stderr, "%s\n", qPrintable(failure));
    return isRight ? 0 : 1;
}
