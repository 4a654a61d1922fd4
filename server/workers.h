// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/listeningsocket.h"
#include "server/metricstotal.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace ChatCal {

class WorkerProcess;
struct WorkerMessage;

/// The parent of several processes that serve one listening socket: starts them, replaces those that end, and ends
/// them in order. It opens no store and answers nobody; as long as it lives the queue of connections lives with it, so
/// that none is lost with a worker (docs/decisions/0011-workers.md).
class Workers : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        int count = 2;
        QStringList arguments; ///< of this program, without its name
        std::chrono::milliseconds firstPause{200}; ///< before a worker is replaced; doubled with each failure in a row
        std::chrono::milliseconds longestPause{30000};
        std::chrono::milliseconds steady{5000}; ///< who serves so long and then ends has not failed at once
        int mostFailures = 5; ///< at once, in a row, of one place
    };
    static constexpr int exitGaveUp = 3;

    Workers(Options options, ListeningSocket socket, QObject *parent = nullptr);
    ~Workers() override;

    /// The first worker, and the others once it serves: what is wrong with the settings is said once.
    void start();
    /// Lets nobody new in and ends the workers, which answer what is under way.
    void stop();
    /// Replaces the workers one by one, each once its successor serves. When a successor does not come to serve, the
    /// rest stays as it is.
    void renew();

Q_SIGNALS:
    /// All of them serve, for the first time.
    void ready();
    /// No worker is left: 0 after stop(), the worker's own code when the first could not start, exitGaveUp when they
    /// failed over and over.
    void finished(int exitCode);

private:
    struct Place;

    void launch(Place &place, std::unique_ptr<WorkerProcess> &into);
    void onReady(Place &place, WorkerProcess *process);
    void onEnded(Place &place, WorkerProcess *process);
    void onSuccessorEnded(Place &place, const WorkerProcess &process);
    void onCurrentEnded(Place &place, const WorkerProcess &process);
    void onTold(WorkerProcess *process, const WorkerMessage &message);
    void renewNext();
    void end(int exitCode);
    void noteEnd();
    [[nodiscard]] bool anyServes() const;

    Options m_options;
    ListeningSocket m_socket;
    std::vector<std::unique_ptr<Place>> m_places;
    MetricsTotal m_metrics;
    qint64 m_replaced = 0;
    size_t m_renewing = 0; ///< the place whose worker is being replaced; behind the last one: none
    bool m_renewAgain = false;
    bool m_wasReady = false;
    bool m_isEnding = false;
    int m_exitCode = 0;
};

} // namespace ChatCal
