// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/redis/redisbackoff.h"
#include "core/store/redis/redisconnection.h"
#include "core/store/redis/redistopology.h"

#include <QTimer>

namespace ChatCal {

/// A topology that has to be asked for: puts its question to one server after the other, each on a connection of its
/// own, until one knows. Tries again after a growing pause when none does.
class RedisLookout : public RedisTopology
{
    Q_OBJECT
public:
    /// @p options must outlive it.
    RedisLookout(const RedisOptions &options, RedisConnection::Purpose purpose, QByteArray question);

    [[nodiscard]] std::optional<Error> trouble() const override;
    [[nodiscard]] bool isHopeless() const override;
    void refresh() override;

protected:
    [[nodiscard]] const RedisOptions &options() const { return m_options; }
    /// Whom to ask, the most promising first.
    [[nodiscard]] virtual QList<RedisAddress> knowing() const = 0;
    /// Takes what @p from answered; an error when that is of no use, so that the next one is asked.
    [[nodiscard]] virtual Result<void> learn(const RedisAddress &from, const redisReply &reply) = 0;

    /// What it means that somebody does not know the question.
    [[nodiscard]] virtual QString misfit() const = 0;

private:
    void look();
    void askNext();
    void tryNext(const Error &why, bool isLasting);
    void answered(const redisReply &reply);
    void dropConnection();

    const RedisOptions &m_options;
    const RedisConnection::Purpose m_purpose;
    const QByteArray m_question;
    QList<RedisAddress> m_left; ///< to be asked in this round
    RedisAddress m_asked;
    RedisConnection *m_connection = nullptr; ///< child; to m_asked
    QTimer m_patience; ///< with the one that is asked
    QTimer m_pause; ///< until the next round
    std::chrono::steady_clock::time_point m_lastRound;
    RedisBackoff m_backoff;
    std::optional<Error> m_trouble; ///< of this or the last round
    bool m_isLasting = false; ///< the trouble
    const std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

} // namespace ChatCal
