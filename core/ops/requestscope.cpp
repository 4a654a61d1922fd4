// SPDX-License-Identifier: Apache-2.0
#include "core/ops/requestscope.h"

namespace ChatCal {

namespace {

QByteArray &ofThisThread()
{
    thread_local QByteArray id;
    return id;
}

} // namespace

const QByteArray &currentRequest()
{
    return ofThisThread();
}

void setCurrentRequest(const QByteArray &id)
{
    ofThisThread() = id;
}

} // namespace ChatCal
