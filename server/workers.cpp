// SPDX-License-Identifier: Apache-2.0
#include "server/workers.h"

#include "server/workerprocess.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

/// Where one of the workers serves: at most one does, one may be coming in its place, one may be leaving.
struct Workers::Place
{
    explicit Place(int number_) : number(number_) { again.setSingleShot(true); }

    int number;
    std::unique_ptr<WorkerProcess> current;
    std::unique_ptr<WorkerProcess> next;
    std::unique_ptr<WorkerProcess> leaving;
    QTimer again;
    int failures = 0;

    [[nodiscard]] bool isEmpty() const { return !current && !next && !leaving; }
};

Workers::Workers(Options options, ListeningSocket socket, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_socket(std::move(socket))
{
    for (int number = 1; number <= m_options.count; ++number) {
        m_places.push_back(std::make_unique<Place>(number));
        Place &place = *m_places.back();
        connect(&place.again, &QTimer::timeout, this, [this, &place] { launch(place, place.current); });
    }
    m_renewing = m_places.size();
}

Workers::~Workers() = default;

void Workers::start()
{
    launch(*m_places.front(), m_places.front()->current);
}

void Workers::launch(Place &place, std::unique_ptr<WorkerProcess> &into)
{
    into = std::make_unique<WorkerProcess>(place.number);
    WorkerProcess *process = into.get();
    connect(process, &WorkerProcess::ready, this, [this, &place, process] { onReady(place, process); });
    connect(process, &WorkerProcess::told, this,
            [this, process](const WorkerMessage &message) { onTold(process, message); });
    // From the event loop: it may end inside start().
    connect(
        process, &WorkerProcess::ended, this, [this, &place, process] { onEnded(place, process); },
        Qt::QueuedConnection);
    process->start(m_options.arguments, m_socket.descriptor());
}

void Workers::onReady(Place &place, WorkerProcess *process)
{
    qInfo("worker %d (pid %lld) serves", place.number, process->pid());
    if (process == place.next.get()) {
        place.leaving = std::move(place.current);
        place.current = std::move(place.next);
        place.failures = 0;
        if (place.leaving)
            place.leaving->stop();
        else
            renewNext();
    }
    if (m_wasReady)
        return;
    for (const auto &other : m_places) {
        if (!other->current && !other->again.isActive())
            launch(*other, other->current);
    }
    m_wasReady = std::all_of(m_places.begin(), m_places.end(),
                             [](const auto &other) { return other->current && other->current->isReady(); });
    if (m_wasReady)
        Q_EMIT ready();
}

void Workers::onEnded(Place &place, WorkerProcess *process)
{
    m_metrics.retire(process->pid());
    if (m_isEnding && process->isReady() && process->exitCode() != 0 && m_exitCode == 0)
        m_exitCode = 1; // what it had under way was cut off
    if (process == place.leaving.get()) {
        place.leaving.reset();
        if (!m_isEnding)
            renewNext();
    } else if (process == place.next.get()) {
        const auto failed = std::move(place.next);
        if (!m_isEnding)
            onSuccessorEnded(place, *failed);
    } else if (process == place.current.get()) {
        const auto gone = std::move(place.current);
        if (!m_isEnding)
            onCurrentEnded(place, *gone);
    }
    noteEnd();
}

void Workers::onSuccessorEnded(Place &place, const WorkerProcess &process)
{
    qCritical("the new worker %d %s before it served; the others stay as they are", place.number,
              qPrintable(process.howItEnded()));
    m_renewing = m_places.size();
    m_renewAgain = false;
    if (!place.current) // it ended meanwhile
        onCurrentEnded(place, process);
}

void Workers::onCurrentEnded(Place &place, const WorkerProcess &process)
{
    const bool wasSteady = process.served() >= m_options.steady;
    const bool everServed = process.isReady() || m_wasReady || place.number > 1 || place.failures > 0;
    if (!everServed && process.exitCode() > 0)
        return end(process.exitCode()); // it said what is wrong
    place.failures = wasSteady ? 1 : place.failures + 1;
    if (place.next) // its successor is on the way
        return;
    if (place.failures >= m_options.mostFailures && (!anyServes() || !m_wasReady)) {
        qCritical("worker %d %s; it failed %d times in a row and nothing serves: giving up", place.number,
                  qPrintable(process.howItEnded()), place.failures);
        return end(exitGaveUp);
    }
    const auto doubled = m_options.firstPause * (1LL << std::min(place.failures - 1, 16));
    const double jitter = 0.5 + QRandomGenerator::global()->generateDouble();
    const auto pause = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::min<std::chrono::milliseconds>(doubled, m_options.longestPause) * jitter);
    qWarning("worker %d (pid %lld) %s; another takes its place in %.1f s", place.number, process.pid(),
             qPrintable(process.howItEnded()), static_cast<double>(pause.count()) / 1000);
    ++m_replaced;
    place.again.start(pause);
}

bool Workers::anyServes() const
{
    return std::any_of(m_places.begin(), m_places.end(),
                       [](const auto &place) { return place->current && place->current->isReady(); });
}

void Workers::renew()
{
    if (m_isEnding || !m_wasReady)
        return;
    if (m_renewing < m_places.size()) {
        m_renewAgain = true;
        return;
    }
    qInfo("replacing the workers one by one");
    Place &first = *m_places.front();
    m_renewing = 0;
    first.again.stop();
    launch(first, first.next);
}

void Workers::renewNext()
{
    if (m_isEnding || m_renewing >= m_places.size())
        return;
    if (++m_renewing < m_places.size()) {
        Place &place = *m_places[m_renewing];
        place.again.stop();
        launch(place, place.next);
        return;
    }
    qInfo("all workers were replaced");
    if (std::exchange(m_renewAgain, false))
        renew();
}

void Workers::stop()
{
    end(0);
}

void Workers::end(int exitCode)
{
    if (std::exchange(m_isEnding, true))
        return;
    m_exitCode = exitCode;
    m_socket.refuseNew();
    for (const auto &place : m_places) {
        place->again.stop();
        for (WorkerProcess *process : {place->current.get(), place->next.get()}) {
            if (process)
                process->stop();
        }
    }
    noteEnd();
}

void Workers::noteEnd()
{
    const bool isOver =
        m_isEnding && std::all_of(m_places.begin(), m_places.end(), [](const auto &place) { return place->isEmpty(); });
    if (!isOver || !m_socket.isOpen())
        return;
    m_socket.close();
    Q_EMIT finished(m_exitCode);
}

void Workers::onTold(WorkerProcess *process, const WorkerMessage &message)
{
    m_metrics.update(process->pid(), message.body);
    if (message.name != WorkerMessage::total)
        return;
    const auto serving = std::count_if(m_places.begin(), m_places.end(),
                                       [](const auto &place) { return place->current && place->current->isReady(); });
    const QByteArray ours = "# HELP chatcal_workers Workers that serve\n# TYPE chatcal_workers gauge\nchatcal_workers "
        + QByteArray::number(serving)
        + "\n# HELP chatcal_workers_replaced_total Workers that ended by themselves\n"
          "# TYPE chatcal_workers_replaced_total counter\nchatcal_workers_replaced_total "
        + QByteArray::number(m_replaced) + '\n';
    process->tell({WorkerMessage::total, m_metrics.text() + ours});
}

} // namespace ChatCal
