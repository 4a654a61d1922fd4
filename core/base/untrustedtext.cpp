// SPDX-License-Identifier: Apache-2.0
#include "core/base/untrustedtext.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

QString UntrustedText::toHtml() const
{
    QString html = m_text.toHtmlEscaped(); // also escapes the double quote
    html.replace(u'\'', "&#39;"_L1);
    html.replace(u'\n', "<br>"_L1);
    return html;
}

QString UntrustedText::toMarkdown() const
{
    QString out;
    for (const QChar c : toPlainLine()) {
        if (c.unicode() < 0x80 && (c.isPunct() || c.isSymbol())) // CommonMark §2.4: any ASCII punctuation
            out += u'\\';
        out += c;
    }
    return out;
}

QString UntrustedText::toICalendar() const
{
    QString out;
    for (const QChar c : m_text) {
        if (c == u'\\' || c == u';' || c == u',')
            out += u'\\';
        if (c == u'\n')
            out += "\\n"_L1;
        else if (c.category() != QChar::Other_Control || c == u'\t')
            out += c;
    }
    return out;
}

QString UntrustedText::toPrompt(qsizetype maximum) const
{
    QString line = toPlainLine();
    line.replace(u'«', u'"').replace(u'»', u'"');
    if (line.size() > maximum)
        line = line.left(maximum) + u'…';
    return u'«' + line + u'»';
}

QString UntrustedText::toPlainLine() const
{
    QString line = m_text;
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return line.simplified();
}

} // namespace ChatCal
