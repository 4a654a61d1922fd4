// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/mail/message.h"
#include "core/store/store.h"

#include <QString>

#include <optional>

namespace ChatCal {

/// How the outbox lies in the store. Four documents may stand for one message, each named after its messageId:
/// "mail:" the message itself, written by whoever enqueues it, "mail-state:" the attempts so far, "mail-sent:" that it
/// is gone (kept 30 days), "mail-dead:" the message and why it was given up. They are apart because enqueue() cannot
/// read: writing "mail:" again must lose neither the attempts nor the memory of having sent it.
namespace OutboxRecord {

[[nodiscard]] QString waitingIndex(); ///< scored by when it is due
[[nodiscard]] QString deadIndex(); ///< scored by when it was given up
[[nodiscard]] QString unknownIndex(); ///< waiting mails that may have left; scored by when that happened

[[nodiscard]] QString keyOf(const QString &messageId); ///< the member of both indexes
[[nodiscard]] QString mailKey(const QString &key);
[[nodiscard]] QString stateKey(const QString &key);
[[nodiscard]] QString sentKey(const QString &key);
[[nodiscard]] QString deadKey(const QString &key);

struct Waiting
{
    MailMessage message;
    Instant queuedAt; ///< since when the outbox tries
    int attempts = 0;
    bool outcomeUnknown = false; ///< an attempt ended without anybody saying what became of the mail
};
[[nodiscard]] QByteArray toStored(const MailMessage &message, Instant queuedAt);
/// @p state is the "mail-state:" document, if there is one. Protocol when they cannot be read.
[[nodiscard]] Result<Waiting> read(const Document &mail, const std::optional<Document> &state);

/// It is gone: forget the words, remember that it was sent, and whether it may have been sent twice.
void addSent(Batch &batch, const QString &key, bool outcomeUnknown);
/// It leaves the outbox without a trace: nothing to send under @p key, or it was sent before.
void addForgotten(Batch &batch, const QString &key);
void addDelayed(Batch &batch, const QString &key, const Waiting &waiting, Instant due);
void addDead(Batch &batch, const QString &key, const Waiting &waiting, const Document &mail, const Error &why,
             Instant now);

struct Dead
{
    std::optional<Document> mail; ///< as it waited; nothing: it could never be read
    QString error;
    QString detail;
    int attempts = 0;
    bool outcomeUnknown = false;
    Instant givenUpAt;
};
/// Protocol when it cannot be read.
[[nodiscard]] Result<Dead> readDead(const Document &dead);

/// Pause before the next attempt after @p attempts failed: 30 s doubled each time up to an hour, @p jitter (0 to 1)
/// spreads it over 80 to 120 per cent.
[[nodiscard]] std::chrono::milliseconds pauseAfter(int attempts, double jitter);

} // namespace OutboxRecord

} // namespace ChatCal
