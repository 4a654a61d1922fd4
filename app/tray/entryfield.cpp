// SPDX-License-Identifier: Apache-2.0
#include "app/tray/entryfield.h"

#include "app/window/colors.h"

#include <QHash>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextLayout>

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
    connect(this, &QPlainTextEdit::textChanged, this, [this] { Q_EMIT edited(toPlainText()); });
}

QSize EntryField::sizeHint() const
{
    const int height =
        fontMetrics().height() + static_cast<int>(document()->documentMargin()) * 2 + frameWidth() * 2 + 4;
    return {QPlainTextEdit::sizeHint().width(), height};
}

void EntryField::setText(const QString &text)
{
    setPlainText(text);
    moveCursor(QTextCursor::End);
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
    const bool dark = isDark(palette());
    QList<QTextLayout::FormatRange> ranges;
    for (const QuickView::Span &span : spans) {
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

void EntryField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT entered();
        return;
    case Qt::Key_Escape:
        Q_EMIT left();
        return;
    default:
        QPlainTextEdit::keyPressEvent(event);
    }
}

void EntryField::insertFromMimeData(const QMimeData *source)
{
    QString line = source->text();
    line.replace(u'\n', u' ');
    textCursor().insertText(line.simplified());
}

} // namespace ChatCal
