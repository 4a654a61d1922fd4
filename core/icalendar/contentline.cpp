// SPDX-License-Identifier: Apache-2.0
#include "core/icalendar/contentline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype longestLine = 75; ///< octets without CR LF; the blank of a continuation counts

QString withoutControls(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        if (c.category() != QChar::Other_Control || c == u'\t')
            clean += c;
    }
    return clean;
}

/// RFC 5545 §3.2: a quoted value holds anything but a double quote and controls. RFC 6868 could write the quote as ^',
/// but few clients read that; the single quote says the same to a person.
QString quoted(const QString &value)
{
    QString text = withoutControls(value).simplified();
    text.replace(u'"', u'\'');
    const bool plain = std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        // A TZID goes without quotes: some readers take the quotes as part of the name.
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'/' || c == u'_' || c == u'+');
    });
    return plain && !text.isEmpty() ? text : u'"' + text + u'"';
}

} // namespace

QByteArray foldedLine(const QByteArray &line)
{
    QByteArray out;
    qsizetype width = 0;
    for (qsizetype i = 0; i < line.size();) {
        qsizetype next = i + 1;
        while (next < line.size() && (static_cast<unsigned char>(line[next]) & 0xC0) == 0x80)
            ++next; // the rest of a UTF-8 sequence
        if (width + (next - i) > longestLine) {
            out += "\r\n ";
            width = 1;
        }
        out += line.mid(i, next - i);
        width += next - i;
        i = next;
    }
    return out + "\r\n";
}

QByteArray contentLine(const QString &name, const QList<ContentParameter> &parameters, const QString &value)
{
    QString line = name;
    for (const ContentParameter &parameter : parameters)
        line += u';' + parameter.name + u'=' + quoted(parameter.value);
    return foldedLine((line + u':' + withoutControls(value)).toUtf8());
}

QByteArray contentLine(const QString &name, const QString &value)
{
    return contentLine(name, {}, value);
}

QString calendarAddress(const QString &email)
{
    if (email.isEmpty())
        return u"invalid:nomail"_s;
    return u"mailto:"_s + QString::fromLatin1(email.toUtf8().toPercentEncoding("@!$&'*+/=~"));
}

} // namespace ChatCal
