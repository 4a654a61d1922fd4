// SPDX-License-Identifier: Apache-2.0
#include "server/workermessage.h"

namespace ChatCal {

namespace {

constexpr qsizetype longestLine = 64;
constexpr qsizetype longestBody = 16 * 1024 * 1024;

} // namespace

QByteArray WorkerMessage::framed() const
{
    return name + ' ' + QByteArray::number(body.size()) + '\n' + body;
}

std::optional<WorkerMessage> WorkerMessages::next()
{
    const qsizetype end = m_bytes.indexOf('\n');
    const qsizetype space = m_bytes.left(std::max<qsizetype>(end, 0)).indexOf(' ');
    if (end < 0) {
        m_isBroken = m_isBroken || m_bytes.size() > longestLine;
        return std::nullopt;
    }
    bool isNumber = false;
    const qlonglong length = m_bytes.mid(space + 1, end - space - 1).toLongLong(&isNumber);
    m_isBroken = m_isBroken || space < 1 || !isNumber || length < 0 || length > longestBody;
    if (m_isBroken || m_bytes.size() - end - 1 < length)
        return std::nullopt;
    WorkerMessage message{m_bytes.left(space), m_bytes.mid(end + 1, length)};
    m_bytes.remove(0, end + 1 + length);
    return message;
}

} // namespace ChatCal
