// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/mail/mailer.h"
#include "core/store/store.h"

#include <QObject>

#include <memory>

namespace ChatCal {

/// Mail that must not be lost: written in the same batch as what it tells of, sent afterwards, tried again with
/// back-off until it is gone or given up after 24 h (then it stays as a dead letter that health shows).
class Outbox : public QObject
{
    Q_OBJECT
public:
    /// @p store, @p mailer and @p clock outlive the outbox.
    Outbox(Store &store, Mailer &mailer, const Clock &clock, QObject *parent = nullptr);
    ~Outbox() override;

    /// Adds to @p batch the documents that put @p message into the outbox of the batch's partition. Adding a message
    /// whose messageId is already there (waiting or sent) replaces nothing and sends nothing twice.
    void enqueue(Batch &batch, const MailMessage &message) const;

    /// Looks for mail due in @p partition and sends it; called after a batch with mail was committed and at start.
    /// Answers at once; calls while one look is under way become one more look. Later attempts come by themselves.
    void wake(const QString &partition);

    struct Counts
    {
        int waiting = 0;
        int dead = 0;
        int outcomeUnknown = 0; ///< of the waiting: may have left already, is tried again as the same mail
    };
    [[nodiscard]] QCoro::Task<Result<Counts>> counts(QString partition) const;

    /// A mail that was given up.
    struct DeadLetter
    {
        QString id; ///< for retry() and discard()
        QString to;
        QString messageId;
        QString error; ///< errorName() of why
        QString detail; ///< in English, without personal data
        int attempts = 0;
        bool outcomeUnknown = false; ///< one of the attempts may have reached the server
        Instant queuedAt;
        Instant givenUpAt;
    };
    /// Those given up last come first; at most @p limit, which is at most 1000.
    [[nodiscard]] QCoro::Task<Result<QList<DeadLetter>>> deadLetters(QString partition, int limit) const;
    /// Puts a dead letter back, for another 24 h under the same Message-ID, and looks for mail. NotFound when there is
    /// none of this id; Conflict when somebody else was first, or nothing of the mail is left to send.
    [[nodiscard]] QCoro::Task<Result<void>> retry(QString partition, QString id);
    /// Forgets a dead letter. NotFound, Conflict as with retry().
    [[nodiscard]] QCoro::Task<Result<void>> discard(QString partition, QString id);

    [[nodiscard]] const Mailer &mailer() const { return m_mailer; }
    /// Nothing is being sent at this moment; for draining and tests.
    [[nodiscard]] bool isIdle() const;

Q_SIGNALS:
    void sent(const QString &messageId);
    void failed(const QString &messageId, bool givenUp);
    void idle();

private:
    class Private;
    Store &m_store;
    Mailer &m_mailer;
    const Clock &m_clock;
    std::shared_ptr<Private> d; // shared with a pass under way, which may end after the outbox
};

} // namespace ChatCal
