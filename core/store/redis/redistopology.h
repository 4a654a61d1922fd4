// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/redis/redisoptions.h"

#include <QList>
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

    /// All masters; empty while none is known. Each of them hears every publication.
    [[nodiscard]] virtual QList<RedisAddress> servers() const = 0;
    /// The master that serves @p slot; nothing while that is not known.
    [[nodiscard]] virtual std::optional<RedisAddress> serverFor(int slot) const = 0;
    /// Why no server is known; nothing while one is, or the first look is not over.
    [[nodiscard]] virtual std::optional<Error> trouble() const = 0;
    /// There is trouble, and waiting for its end within a call's deadline is in vain.
    [[nodiscard]] virtual bool isHopeless() const = 0;
    /// What is known seems to be old: looks again, soon but not in a tight loop.
    virtual void refresh() = 0;
    /// A server told that @p slot has moved for good.
    virtual void slotMoved(int slot, const RedisAddress &to) = 0;

Q_SIGNALS:
    /// Has looked around; perhaps there are other servers now, or a trouble().
    void changed();
};

} // namespace ChatCal
