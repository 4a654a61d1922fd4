// SPDX-License-Identifier: Apache-2.0
// How long the desktop's agenda takes for a frame with 10,000 events in range: scrolling by a wheel's notch, turning
// and switching views, and taking in an answer of the server. Painting is real, into the offscreen platform's window
// buffer; a frame counts from the request until the event loop has nothing left to do. Exits with 1 when a median frame
// takes longer than 16 ms.
#include "app/agenda/agendaview.h"
#include "app/look/theme.h"
#include "tests/support/fakeclock.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>

#include <cstdio>
#include <functional>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

constexpr int eventCount = 10'000;
constexpr double frame = 16; // ms

/// @p count events over @p days days from @p first: a quarter to two hours long, at all hours, five calendars, some of
/// several days.
Agenda crowd(LocalDate first, int days, int count)
{
    const Zone zone = *Zone::find(u"America/New_York"_s);
    Agenda agenda{{}, zone};
    quint32 random = 12345;
    const auto next = [&random](int below) {
        random = random * 1664525 + 1013904223;
        return static_cast<int>((random >> 8) % static_cast<quint32>(below));
    };
    for (int i = 0; i < count; ++i) {
        AgendaItem item;
        item.uid = QString::number(i);
        item.title = u"Review of part %1 with the team"_s.arg(i);
        item.location = u"Room %1"_s.arg(next(40));
        item.calendar = u"calendar %1"_s.arg(next(5));
        item.meetingId = i % 3 ? QString() : u"0304-1000-30m"_s;
        item.allDay = next(50) == 0;
        const LocalTime start =
            LocalTime(first + date::days(next(days))) + std::chrono::minutes(item.allDay ? 0 : next(24 * 4) * 15);
        const auto length =
            item.allDay ? std::chrono::minutes(1440 * (1 + next(3))) : std::chrono::minutes(15 * (1 + next(8)));
        item.when.start = zone.toInstant(start);
        item.when.end = zone.toInstant(start + length);
        agenda.items.append(item);
    }
    return agenda;
}

double timed(const std::function<void()> &action)
{
    QElapsedTimer timer;
    timer.start();
    action();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Prints what the frames took; their median.
double report(const char *what, QList<double> times)
{
    std::sort(times.begin(), times.end());
    const double median = times[times.size() / 2];
    const double slow = times[std::min(times.size() - 1, times.size() * 99 / 100)];
    std::printf("%-52s median %6.2f ms   p99 %6.2f ms   (%lld frames)\n", what, median, slow,
                static_cast<long long>(times.size()));
    return median;
}

double scrolled(AgendaView &view, const char *what)
{
    QList<double> times;
    QScrollBar &bar = *view.verticalScrollBar();
    int by = 40;
    for (int i = 0; i < 400; ++i) {
        if (bar.value() + by > bar.maximum() || bar.value() + by < 0)
            by = -by;
        times.append(timed([&] { bar.setValue(bar.value() + by); }));
    }
    return report(what, times);
}

double switched(AgendaView &view, const char *what)
{
    QList<double> times;
    using Mode = AgendaView::Mode;
    for (int i = 0; i < 60; ++i) {
        for (const Mode mode : {Mode::Month, Mode::Day, Mode::Week})
            times.append(timed([&] { view.setMode(mode); }));
    }
    return report(what, times);
}

double turned(AgendaView &view, const char *what)
{
    QList<double> times;
    for (int i = 0; i < 100; ++i)
        times.append(timed([&] { view.turn(i % 2 ? -1 : 1); }));
    return report(what, times);
}

double takenIn(AgendaView &view, const Agenda &agenda, const char *what)
{
    QList<double> times;
    for (int i = 0; i < 30; ++i)
        times.append(timed([&] { view.setAgenda(agenda); }));
    return report(what, times);
}

double dragged(AgendaView &view, LocalDate day, const char *what)
{
    QList<double> times;
    const Zone &zone = view.zone();
    for (int i = 0; i < 200; ++i) {
        const Instant start = zone.toInstant(LocalTime(day) + std::chrono::minutes(480 + i % 40 * 5));
        times.append(timed([&] { view.hold({start, start + std::chrono::minutes(45)}); }));
    }
    view.letGo();
    return report(what, times);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"bench_agenda"_s);
    QApplication application(argc, argv);
    QApplication::setPalette(paletteFor(false));
    QSettings().clear();
    const FakeClock clock;
    const LocalDate wednesday = dayOf(*fromIsoLocal(u"2026-03-04T00:00"_s));
    AgendaView view(clock);
    view.resize(1200, 800);
    view.setZone(*Zone::find(u"America/New_York"_s));
    view.show();
    QCoreApplication::processEvents();

    double worst = 0;
    const Agenda week = crowd(startOfWeek(wednesday), 7, eventCount);
    std::printf("%d events in a week, 1200x800:\n", eventCount);
    worst = std::max(worst, takenIn(view, week, "  an answer of the server is taken in and shown"));
    worst = std::max(worst, scrolled(view, "  scrolling the week by 40 pixels"));
    worst = std::max(worst, dragged(view, wednesday, "  dragging a block"));
    worst = std::max(worst, switched(view, "  switching month, day, week"));

    view.setMode(AgendaView::Mode::Month);
    view.showDay(wednesday);
    const Agenda month = crowd(view.firstDay(), 42, eventCount);
    std::printf("%d events in the six weeks of a month:\n", eventCount);
    worst = std::max(worst, takenIn(view, month, "  an answer of the server is taken in and shown"));
    worst = std::max(worst, turned(view, "  turning the month"));
    worst = std::max(worst, switched(view, "  switching month, day, week"));
    worst = std::max(worst, scrolled(view, "  scrolling the week by 40 pixels"));
    QSettings().clear();
    if (worst > frame)
        std::printf("a median is above %.0f ms\n", frame);
    return worst > frame ? 1 : 0;
}
