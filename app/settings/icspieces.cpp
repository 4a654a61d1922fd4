// SPDX-License-Identifier: Apache-2.0
#include "app/settings/icspieces.h"

#include <QHash>

namespace ChatCal {

namespace {

/// The value of UID in one event's lines, whatever stands before the colon.
QByteArray uidOf(const QByteArray &event)
{
    for (const QByteArray &line : event.split('\n')) {
        if (line.toUpper().startsWith("UID"))
            return line.mid(line.indexOf(':') + 1).trimmed();
    }
    return {};
}

} // namespace

QList<QByteArray> icsPieces(const QByteArray &text, qsizetype size)
{
    QByteArray zones;
    QList<QByteArray> order; ///< UIDs as they come
    QHash<QByteArray, QByteArray> events; ///< by UID
    QByteArray block;
    QByteArray open; ///< the component we are in: VEVENT or VTIMEZONE
    for (const QByteArray &raw : text.split('\n')) {
        QByteArray line = raw;
        if (line.endsWith('\r'))
            line.chop(1);
        const QByteArray upper = line.trimmed().toUpper();
        if (open.isEmpty() && (upper == "BEGIN:VEVENT" || upper == "BEGIN:VTIMEZONE"))
            open = upper.mid(6);
        if (open.isEmpty())
            continue;
        block += line + "\r\n";
        if (upper != "END:" + open)
            continue;
        if (open == "VTIMEZONE") {
            zones += block;
        } else {
            const QByteArray uid = uidOf(block);
            if (!events.contains(uid))
                order.append(uid);
            events[uid] += block;
        }
        block.clear();
        open.clear();
    }
    QList<QByteArray> pieces;
    QByteArray piece;
    const auto close = [&] {
        if (!piece.isEmpty())
            pieces.append("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ChatCal//import//EN\r\n" + zones + piece
                          + "END:VCALENDAR\r\n");
        piece.clear();
    };
    for (const QByteArray &uid : std::as_const(order)) {
        if (!piece.isEmpty() && piece.size() + events[uid].size() > size)
            close();
        piece += events[uid];
    }
    close();
    return pieces;
}

} // namespace ChatCal
