// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/redis/redisoptions.h"

#include <QObject>

#include <memory>
#include <optional>

namespace ChatCal {

/// Knows which server to ask.
class RedisTopology : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Fit for @p options, which must outlive it. Begins to look around at once, from the event loop.
    [[nodiscard]] static std::unique_ptr<RedisTopology> make(const RedisOptions &options);

    /// The master that serves @p slot; nothing while that is not known.
    [[nodiscard]] virtual std::optional<RedisAddress> serverFor(int slot) const = 0;
    /// A server that hears every publication; nothing while none is known.
    [[nodiscard]] virtual std::optional<RedisAddress> serverForFeed() const = 0;
    /// Whether @p address still serves something.
    [[nodiscard]] virtual bool isServer(const RedisAddress &address) const = 0;
    /// Why nothing is known; nothing while something is.
    [[nodiscard]] virtual std::optional<Error> trouble() const = 0;
    /// What is known seems to be old: looks again, soon but not in a tight loop.
    virtual void refresh() = 0;
    /// A server told that @p slot has moved for good.
    virtual void slotMoved(int slot, const RedisAddress &to) = 0;

Q_SIGNALS:
    /// Other servers than before, or the first ones; or trouble() has changed.
    void changed();
};

} // namespace ChatCal
