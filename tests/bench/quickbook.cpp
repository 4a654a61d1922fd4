// SPDX-License-Identifier: Apache-2.0
// From a key to the picture in the quick-booking window: the real window (offscreen), the real server over an empty
// data folder with some meetings booked, 300 keys typed one after the other. Timed from the key's event to the repaint
// of the field with the words the server understood of the text as it is then.
//   bench_quickbook CHATCAL-SERVER [KEYS]
#include "app/backend/outgoing.h"
#include "app/backend/serverprocess.h"
#include "app/tray/quickbookwindow.h"
#include "core/time/words.h"

#include <QCoroTask>

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QKeyEvent>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Notices the paint that shows the newest words.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(const QuickBookWindow &window) : m_window(window) { }
    void begin() { m_isPainted = false; }
    [[nodiscard]] bool isPainted() const { return m_isPainted; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_isPainted = m_isPainted || (event->type() == QEvent::Paint && m_window.isUpToDate());
        return false;
    }

private:
    const QuickBookWindow &m_window;
    bool m_isPainted = false;
};

template<typename Condition>
bool waitFor(Condition condition, std::chrono::milliseconds patience)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > patience.count())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    }
    return true;
}

/// A busy fortnight, so that conflicts and free times are looked for among something.
bool bookSome(ApiClient &client, Zone zone)
{
    const LocalDate today = zone.toLocalDate(SystemClock().now());
    for (int day = 1; day <= 14; ++day) {
        for (const int hour : {9, 11, 14, 16}) {
            const Instant start = zone.toInstant(LocalTime(today + date::days(day)) + std::chrono::hours(hour));
            const QJsonObject meeting{{u"title"_s, u"Meeting %1 of day %2"_s.arg(hour).arg(day)},
                                      {u"start"_s, toRfc3339({start, zone})},
                                      {u"duration_minutes"_s, 60}};
            const auto booked = QCoro::waitFor(client.bookMeeting(meeting, u"bench-%1-%2"_s.arg(day).arg(hour)));
            if (!booked) {
                std::fprintf(stderr, "bench_quickbook: cannot book: %s\n", qPrintable(booked.error().detail));
                return false;
            }
        }
    }
    return true;
}

QStringList lines()
{
    return {u"Lunch with Kim tomorrow at noon for 45 min at Luigi's"_s, u"Design review on Friday 3pm for 2 hours"_s,
            u"\"Planning for Monday\" next Tuesday 10:30 with Ada and Grace"_s,
            u"Call ada@example.org in three days at half past nine"_s};
}

void report(QList<qint64> micros)
{
    std::sort(micros.begin(), micros.end());
    const auto at = [&](double share) {
        const auto place = static_cast<qsizetype>(share * static_cast<double>(micros.size() - 1));
        return static_cast<double>(micros[place]) / 1000.0;
    };
    std::printf("quick booking, key to picture: %lld keys, p50 %.1f ms, p99 %.1f ms, longest %.1f ms\n",
                static_cast<long long>(micros.size()), at(0.5), at(0.99), at(1));
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("LOG_REQUESTS", "no");
    const QApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_quickbook CHATCAL-SERVER [KEYS]\n");
        return 2;
    }
    const int keys = argc > 2 ? std::max(1, std::atoi(argv[2])) : 300;
    const QTemporaryDir folder;
    ServerProcess server(QString::fromLocal8Bit(argv[1]), folder.path());
    ApiClient client;
    QObject::connect(&server, &ServerProcess::ready, &client,
                     [&](const QUrl &url) { client.setServer(url, server.token()); });
    server.start();
    if (!waitFor([&] { return client.hasServer(); }, 30s)) {
        std::fprintf(stderr, "bench_quickbook: the server did not start\n");
        return 1;
    }
    const auto facts = QCoro::waitFor(client.greet());
    if (!facts || !bookSome(client, facts->zone))
        return 1;

    const SystemClock clock;
    AgendaSource source(client, clock);
    Outgoing outgoing(client);
    QuickBookWindow window(client, source, outgoing);
    window.useServer(facts->zone);
    window.open();
    auto *entry = window.findChild<EntryField *>();
    PaintWatch watch(window);
    entry->viewport()->installEventFilter(&watch);
    QList<qint64> micros;
    while (micros.size() < keys) {
        for (const QString &line : lines()) {
            entry->setText({});
            for (const QChar letter : line) {
                QCoreApplication::processEvents();
                watch.begin();
                QElapsedTimer timer;
                timer.start();
                QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
                QCoreApplication::sendEvent(entry, &press);
                if (!waitFor([&] { return watch.isPainted(); }, 5s)) {
                    std::fprintf(stderr, "bench_quickbook: no picture after \"%s\"\n", qPrintable(entry->text()));
                    return 1;
                }
                micros.append(timer.nsecsElapsed() / 1000);
            }
        }
    }
    report(micros.first(keys));
    return 0;
}
