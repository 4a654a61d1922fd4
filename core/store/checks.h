// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/store.h"

#include <initializer_list>

namespace ChatCal {

/// InvalidInput unless each of @p names is a name the port allows. For the adapters of Store.
[[nodiscard]] Result<void> checkNames(std::initializer_list<QStringView> names);
[[nodiscard]] Result<void> checkNames(const QStringList &names);
/// InvalidInput unless all names of @p batch are allowed and its fence lies in its own partition.
[[nodiscard]] Result<void> checkBatch(const Batch &batch);

} // namespace ChatCal
