// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/blocktext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int leftPad = 11; // the mark of the calendar stands there
constexpr int rightPad = 5;

/// As many letters as fit: they say more than three dots where hardly any fit.
QString cutOff(const QString &words, const QFontMetrics &metrics, int room)
{
    qsizetype length = std::min<qsizetype>(words.size(), 24);
    while (length > 0 && metrics.horizontalAdvance(words.left(length)) > room)
        --length;
    return words.left(length);
}

/// The words of @p text that fit on a line of their own, when there is another line for the rest.
QString firstLine(const QString &text, const QFontMetrics &metrics, int room)
{
    if (metrics.horizontalAdvance(text) <= room)
        return text;
    qsizetype cut = text.size();
    while (cut > 0 && metrics.horizontalAdvance(text.left(cut)) > room)
        cut = text.lastIndexOf(u' ', cut - 1);
    return cut > 0 ? text.left(cut) : text;
}

} // namespace

void BlockText::add(const AgendaLook &look, const QString &words, Face face, int y, int room)
{
    const QFontMetrics &metrics = face == Face::Bold ? look.boldMetrics
        : face == Face::Tiny                         ? look.tinyMetrics
                                                     : look.smallMetrics;
    const QString text = room < metrics.averageCharWidth() * 6 ? cutOff(words, metrics, room)
                                                               : metrics.elidedText(words, Qt::ElideRight, room);
    if (text.isEmpty())
        return;
    Line line{QStaticText(text), y, metrics.horizontalAdvance(text), face};
    line.text.setTextFormat(Qt::PlainText); // titles are other people's words
    line.text.setPerformanceHint(QStaticText::AggressiveCaching);
    m_lines.append(line);
}

void BlockText::fit(const AgendaLook &look, const AgendaEntry &entry, const AgendaBlock &block, const QSize &size)
{
    m_isReady = true;
    m_lines.clear();
    const int room = size.width() - leftPad - rightPad;
    const int line = look.metrics.height();
    if (room < look.tinyMetrics.averageCharWidth())
        return;
    const QString start = clockWordsAt(block.startMinute);
    if (size.height() < line * 2 + 1) {
        // One line; it is centred.
        const bool isTiny = size.height() < line + 3;
        const QFontMetrics &metrics = isTiny ? look.tinyMetrics : look.boldMetrics;
        const QString words = QCoreApplication::translate("AgendaView", "%1, %2").arg(entry.item.title, start);
        const bool fits = metrics.horizontalAdvance(words) <= room;
        add(look, fits ? words : entry.item.title, isTiny ? Face::Tiny : Face::Bold,
            (size.height() - metrics.height()) / 2, room);
        return;
    }
    if (room < look.smallMetrics.averageCharWidth() * 8) {
        // Too narrow for words: as much of the title as there is room for, wherever it has to break.
        QString rest = entry.item.title;
        for (int y = 4; !rest.isEmpty() && y + look.smallMetrics.height() <= size.height() && m_lines.size() < 6;) {
            const QString piece = cutOff(rest, look.smallMetrics, room);
            if (piece.isEmpty())
                break;
            add(look, piece, Face::Narrow, y, room);
            rest = rest.mid(piece.size()).trimmed();
            y += look.smallMetrics.height();
        }
        return;
    }
    // The title takes a second line where there is room for it.
    int y = 4;
    QString rest = entry.item.title;
    const int titleLines = size.height() >= line * 3 + 7 ? 2 : 1;
    for (int i = 0; i < titleLines && !rest.isEmpty(); ++i) {
        const QString words = i + 1 < titleLines ? firstLine(rest, look.boldMetrics, room) : rest;
        add(look, words, Face::Bold, y, room);
        rest = rest.mid(words.size()).trimmed();
        y += line;
    }
    QString when = spanWords(block.startMinute, block.endMinute);
    if (entry.state == AgendaEntry::State::OnItsWay)
        when = QCoreApplication::translate("AgendaView", "on its way");
    else if (entry.state == AgendaEntry::State::Leaving)
        when = QCoreApplication::translate("AgendaView", "being cancelled");
    else if (look.smallMetrics.horizontalAdvance(when) > room)
        when = start;
    for (const QString &words : {when, entry.item.location}) {
        if (words.isEmpty() || y + look.smallMetrics.height() > size.height() + 1)
            continue;
        add(look, words, Face::Small, y, room);
        y += look.smallMetrics.height();
    }
}

void BlockText::draw(QPainter &painter, const AgendaLook &look, const QRect &block, const QColor &ink,
                     const QColor &soft, bool isMirrored) const
{
    for (const Line &line : m_lines) {
        painter.setFont(line.face == Face::Bold ? look.bold : line.face == Face::Tiny ? look.tiny : look.small);
        painter.setPen(line.face == Face::Small ? soft : ink);
        const int x = isMirrored ? block.right() + 1 - leftPad - line.width : block.left() + leftPad;
        painter.drawStaticText(x, block.top() + line.y, line.text);
    }
}

} // namespace ChatCal
