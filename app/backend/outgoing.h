// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"
#include "app/backend/change.h"
#include "core/base/clock.h"

#include <QCoroTask>

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

namespace ChatCal {

/// The one way by which the desktop changes the calendar: sends each wish once, in the order of asking, and keeps what
/// cannot be sent now. A wish the server fails at again and again is set aside, so that those behind it go on. A wish
/// is on the disk before it is first sent; one whose answer was lost is sent again under its key, or looked up before
/// it is repeated; changes of events that are no meetings are harmless to repeat. The server knows a key for seven
/// days: a booking that waited nearly as long is refused rather than sent.
class Outgoing : public QObject
{
    Q_OBJECT
public:
    /// @p client outlives it.
    explicit Outgoing(ApiClient &client, QObject *parent = nullptr);
    /// @p clock too: it tells when a wish was asked for, in the server's time.
    Outgoing(ApiClient &client, const Clock &clock, QObject *parent = nullptr);
    ~Outgoing() override;

    /// From now on wishes are for the server ApiClient has, and are kept in @p file; those that wait there are taken
    /// on. What waits for another server stays in its own file. Before the first call nothing outlives the program.
    void keepIn(const QString &file);

    /// Sends it, or keeps it when there is no server. A change without a key gets one; the same key again is the same
    /// wish.
    [[nodiscard]] QCoro::Task<ChangeOutcome> submit(Change change);

    /// What was told as waiting, in the order it is sent, and what was refused after a wait and not yet taken back.
    [[nodiscard]] QList<WaitingChange> waiting() const;
    /// Forgets it. False when it is on its way just now, or not there any more.
    bool withdraw(const QString &key);
    /// Sends once more what the server failed at, under its key and as of when it was asked for.
    void tryAgain(const QString &key);
    /// Tries now what waits; it is also tried when the server's event stream opens, and after growing pauses.
    void sendWaiting();

Q_SIGNALS:
    /// A change was done or refused; also one that had waited.
    void settled(const ChatCal::Change &change, const ChatCal::ChangeOutcome &outcome);
    /// waiting() is another list.
    void changed();

private:
    struct Lane;
    enum class Try { First, Again };

    QCoro::Task<> work(std::shared_ptr<Lane> lane);
    [[nodiscard]] QCoro::Task<Result<QuickOutcome>> perform(std::shared_ptr<Lane> lane, WaitingChange entry, Try which);
    [[nodiscard]] QCoro::Task<Result<QuickOutcome>> send(WaitingChange entry);
    /// @p now: what was changed, as it is then.
    void settle(Lane &lane, const WaitingChange &entry, const ChangeOutcome &outcome, const QuickOutcome &now = {});
    void hold(Lane &lane, const Error &error);
    [[nodiscard]] bool isTooOld(const WaitingChange &entry) const;

    ApiClient &m_client;
    const Clock &m_clock;
    std::shared_ptr<Lane> m_lane; ///< of the server in use
    QString m_file; ///< its
    QHash<QString, std::shared_ptr<Lane>> m_lanes; ///< by file, of every server there was
    QTimer m_retry;
    std::chrono::seconds m_pause{1};
};

} // namespace ChatCal
