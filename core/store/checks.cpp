// SPDX-License-Identifier: Apache-2.0
#include "core/store/checks.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype longestName = 300;

// An unpaired surrogate would become U+FFFD on its way to UTF-8, and two keys would be one.
bool isName(QStringView name)
{
    if (name.isEmpty() || name.size() > longestName)
        return false;
    unsigned strange = 0; // to be looked at: NUL and surrogates. Without a branch, so that many go at once
    for (const QChar c : name)
        strange |= unsigned(c.isNull()) | unsigned(c.isSurrogate());
    return strange == 0 || (!name.contains(QChar::Null) && name.isValidUtf16());
}

tl::unexpected<Error> badName()
{
    return failure(ErrorCode::InvalidInput, u"a store name must have 1 to 300 characters, none of them NUL"_s);
}

} // namespace

Result<void> checkNames(std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (!isName(name))
            return badName();
    }
    return {};
}

Result<void> checkNames(const QStringList &names)
{
    for (const QString &name : names) {
        if (!isName(name))
            return badName();
    }
    return {};
}

Result<void> checkBatch(const Batch &batch)
{
    bool good = isName(batch.partition);
    for (const Batch::Put &put : batch.puts)
        good = good && isName(put.key);
    for (const Batch::Remove &remove : batch.removes)
        good = good && isName(remove.key);
    for (const Batch::IndexPut &put : batch.indexPuts)
        good = good && isName(put.index) && isName(put.member);
    for (const Batch::IndexRemove &remove : batch.indexRemoves)
        good = good && isName(remove.index) && isName(remove.member);
    if (!good)
        return badName();
    // A store that is spread over machines can check a fence only where the batch is.
    if (batch.fence && batch.fence->partition != batch.partition)
        return failure(ErrorCode::InvalidInput, u"the fence of a batch must lie in the batch's partition"_s);
    return {};
}

} // namespace ChatCal
