// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/understanding.h"

#include <QCache>
#include <QMutex>

namespace ChatCal::Dialogue {

/// A Reader with a second opinion (secondopinion.h) that remembers what it read last. A talk is replayed at every
/// round, and reading is most of the work. Thread- safe. What it gives depends on its arguments alone, as the reader's
/// answer does: talks may take turns at will.
class ReadingMemory
{
public:
    /// @p reader outlives it.
    explicit ReadingMemory(const Reader &reader);
    [[nodiscard]] Understood read(const QString &text, const ReadContext &context);
    /// expectationOf() @p assistantText.
    [[nodiscard]] Expectation expectation(const QString &assistantText, Language language);

private:
    /// All that reading depends on.
    struct Key
    {
        QString text;
        LocalTime now;
        QString zone;
        quint32 flags = 0;
        QString hostName;
        bool operator==(const Key &other) const = default;
    };
    friend size_t qHash(const Key &key, size_t seed)
    {
        return qHashMulti(seed, key.text, key.now.time_since_epoch().count(), key.flags);
    }

    [[nodiscard]] Understood readAnew(const QString &text, const ReadContext &context) const;

    const Reader &m_reader;
    QMutex m_mutex;
    QCache<Key, Understood> m_readings;
    QCache<QString, Expectation> m_expectations;
};

} // namespace ChatCal::Dialogue
