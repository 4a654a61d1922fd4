// SPDX-License-Identifier: Apache-2.0
#include "core/net/ssereader.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ChatCal {

SseReader::SseReader(qsizetype maximumEvent) : m_maximumEvent(maximumEvent)
{
}

Result<QList<SseEvent>> SseReader::feed(const QByteArray &piece)
{
    QList<SseEvent> events;
    qsizetype start = 0;
    // A line ends with CR LF, LF or CR.
    for (qsizetype i = 0; i < piece.size(); ++i) {
        const char c = piece.at(i);
        if (std::exchange(m_skipsLineFeed, false) && c == '\n') {
            start = i + 1;
            continue;
        }
        if (c != '\n' && c != '\r')
            continue;
        m_line.append(piece.constData() + start, i - start);
        takeLine(m_line, &events);
        m_line.clear();
        m_skipsLineFeed = c == '\r';
        start = i + 1;
        if (m_data.size() > m_maximumEvent)
            break;
    }
    if (m_data.size() + m_line.size() + piece.size() - start > m_maximumEvent)
        return failure(ErrorCode::Protocol, u"an event of the stream is too long"_s);
    m_line.append(piece.constData() + start, piece.size() - start);
    return events;
}

void SseReader::takeLine(QByteArrayView line, QList<SseEvent> *events)
{
    // One byte order mark may come first.
    if (std::exchange(m_isFirstLine, false) && line.startsWith("\xEF\xBB\xBF"))
        line = line.sliced(3);
    if (line.isEmpty()) {
        dispatch(events);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0)
        return; // a comment
    if (colon < 0) {
        takeField(line, {});
        return;
    }
    QByteArrayView value = line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    takeField(line.first(colon), value);
}

void SseReader::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == "event") {
        m_type = value.toByteArray();
    } else if (name == "data") {
        m_data.append(value);
        m_data.append('\n');
    } else if (name == "id") {
        if (!value.contains('\0'))
            m_lastEventId = QString::fromUtf8(value);
    } else if (name == "retry") {
        const bool isNumber =
            !value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
        bool fits = false;
        const qint64 milliseconds = value.toByteArray().toLongLong(&fits);
        if (isNumber && fits)
            m_retry = std::chrono::milliseconds(milliseconds);
    }
    // Other fields are ignored.
}

void SseReader::dispatch(QList<SseEvent> *events)
{
    const QByteArray type = std::exchange(m_type, {});
    QByteArray data = std::exchange(m_data, {});
    // Without data there is no event, though an id counts.
    if (data.isEmpty())
        return;
    data.chop(1); // the last line feed
    events->append({type.isEmpty() ? u"message"_s : QString::fromUtf8(type), QString::fromUtf8(data), m_lastEventId});
}

} // namespace ChatCal
