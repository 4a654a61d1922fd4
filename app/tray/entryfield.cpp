// SPDX-License-Identifier: Apache-2.0
#include "app/tray/entryfield.h"

#include "app/look/colors.h"

#include <QHash>
#include <QKeyEvent>
#include <QMimeData>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ChatCal {

EntryField::EntryField(QWidget *parent) : QPlainTextEdit(parent)
{
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setPlaceholderText(tr("Lunch with Kim tomorrow at noon"));
    setAccessibleName(tr("What to book"));
    document()->setDocumentMargin(8);
    connect(this, &QPlainTextEdit::textChanged, this, &EntryField::takeEdit);
}

QSize EntryField::sizeHint() const
{
    const int height = fontMetrics().height() + static_cast<int>(document()->documentMargin()) * 2 + frameWidth() * 2;
    return {QPlainTextEdit::sizeHint().width(), height};
}

void EntryField::setText(const QString &text, const QList<TextRange> &literal)
{
    {
        const QSignalBlocker untilLiteral(this);
        setPlainText(text);
    }
    followEdit();
    m_literal = literal;
    m_lineJustTakenOff = false;
    moveCursor(QTextCursor::End);
    underline();
    Q_EMIT edited(toPlainText());
}

void EntryField::takeEdit()
{
    followEdit();
    underline();
    Q_EMIT edited(toPlainText());
}

QColor EntryField::colorOf(const QString &kind, bool dark)
{
    static const QHash<QString, QPair<QColor, QColor>> colors{
        {u"date"_s, {QColor(0x4f, 0x46, 0xe5), QColor(0x8b, 0x93, 0xff)}},
        {u"time"_s, {QColor(0x0b, 0x7a, 0x75), QColor(0x4f, 0xd1, 0xc5)}},
        {u"duration"_s, {QColor(0xb4, 0x53, 0x09), QColor(0xf6, 0xad, 0x55)}},
        {u"attendee"_s, {QColor(0xa2, 0x1c, 0xaf), QColor(0xe8, 0x79, 0xf9)}},
        {u"location"_s, {QColor(0x1d, 0x6f, 0x2b), QColor(0x86, 0xef, 0x7d)}},
        {u"title"_s, {QColor(0x64, 0x6b, 0x78), QColor(0x9a, 0xa4, 0xb5)}}};
    const auto pair = colors.value(kind, colors.value(u"title"_s));
    return dark ? pair.second : pair.first;
}

void EntryField::setSpans(const QList<QuickView::Span> &spans)
{
    m_spans = spans;
    m_spansText = toPlainText();
    underline();
}

void EntryField::underline()
{
    const bool dark = isDark(palette());
    QList<QTextLayout::FormatRange> ranges;
    for (const QuickView::Span &span : std::as_const(m_spans)) {
        QTextLayout::FormatRange range;
        range.start = span.from;
        range.length = span.to - span.from;
        range.format.setUnderlineStyle(span.kind == "title"_L1 ? QTextCharFormat::DotLine
                                                               : QTextCharFormat::SingleUnderline);
        range.format.setUnderlineColor(colorOf(span.kind, dark));
        if (span.kind != "title"_L1)
            range.format.setForeground(colorOf(span.kind, dark));
        ranges.append(range);
    }
    document()->firstBlock().layout()->setFormats(ranges);
    viewport()->update();
}

// The document reports its whole line as changed, so what was typed is found by comparing.
void EntryField::followEdit()
{
    const QString old = std::exchange(m_spansText, toPlainText());
    const qsizetype shorter = std::min(old.size(), m_spansText.size());
    qsizetype same = 0, sameAtEnd = 0;
    while (same < shorter && old[same] == m_spansText[same])
        ++same;
    while (sameAtEnd < shorter - same
           && old[old.size() - 1 - sameAtEnd] == m_spansText[m_spansText.size() - 1 - sameAtEnd])
        ++sameAtEnd;
    const int from = static_cast<int>(same), to = static_cast<int>(old.size() - sameAtEnd);
    const int grown = static_cast<int>(m_spansText.size() - old.size());
    if (from == to && grown == 0)
        return;
    m_lineJustTakenOff = false;
    const auto isChanged = [=](const QuickView::Span &span) { return from < span.to && to > span.from; };
    m_spans.erase(std::remove_if(m_spans.begin(), m_spans.end(), isChanged), m_spans.end());
    for (QuickView::Span &span : m_spans) {
        if (span.from >= to) {
            span.from += grown;
            span.to += grown;
        }
    }
    // A literal word that is edited stays one, what is left of it; what is typed before or after it does not belong.
    for (TextRange &range : m_literal) {
        const bool endMoves = range.to > to || (range.to == to && from < to);
        range = {range.from >= to ? range.from + grown : std::min(range.from, from),
                 endMoves ? range.to + grown : std::min(range.to, from)};
    }
    m_literal.removeIf([](const TextRange &range) { return range.to <= range.from; });
}

bool EntryField::takeLineOff()
{
    const QTextCursor cursor = textCursor();
    if (cursor.hasSelection())
        return false;
    const auto at = std::find_if(m_spans.begin(), m_spans.end(), [&](const QuickView::Span &span) {
        return span.to == cursor.position() && span.kind != "title"_L1;
    });
    if (at == m_spans.end())
        return false;
    m_literal.append({at->from, at->to});
    m_spans.erase(at);
    m_lineJustTakenOff = true;
    underline();
    Q_EMIT edited(toPlainText());
    return true;
}

bool EntryField::putLineBack()
{
    if (!std::exchange(m_lineJustTakenOff, false))
        return false;
    m_literal.removeLast();
    Q_EMIT edited(toPlainText());
    return true;
}

void EntryField::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && document())
        underline();
}

void EntryField::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo) && putLineBack())
        return;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT entered();
        return;
    case Qt::Key_Escape:
        Q_EMIT left();
        return;
    case Qt::Key_Down:
        Q_EMIT downWanted();
        return;
    case Qt::Key_Backspace:
        if (event->modifiers() == Qt::NoModifier && takeLineOff())
            return;
        break;
    default:
        break;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void EntryField::insertFromMimeData(const QMimeData *source)
{
    QString line = source->text();
    line.replace(u'\n', u' ');
    textCursor().insertText(line.simplified().normalized(QString::NormalizationForm_C)); // as the server counts
}

} // namespace ChatCal
