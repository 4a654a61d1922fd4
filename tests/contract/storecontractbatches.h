// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/store.h"

#include <gtest/gtest.h>

namespace ChatCal {

// What the files of the store's contract share.

inline const QString partition = QStringLiteral("p");

inline Batch batchOf(QList<Batch::Put> puts)
{
    Batch batch;
    batch.partition = partition;
    batch.puts = std::move(puts);
    return batch;
}

inline Batch fencedPut(const Lease &lease, const QString &key, const QByteArray &body)
{
    Batch batch = batchOf({{key, body, {}, {}}});
    batch.fence = lease;
    return batch;
}

template<typename T>
ErrorCode codeOf(const Result<T> &result)
{
    EXPECT_FALSE(result.has_value());
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace ChatCal
