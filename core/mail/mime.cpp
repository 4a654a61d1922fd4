// SPDX-License-Identifier: Apache-2.0
#include "core/mail/mime.h"

#include "core/base/untrustedtext.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::Mime {

namespace {

constexpr qsizetype longestLine = 76;
constexpr qsizetype bytesPerWord = 36; ///< an encoded word of 60 characters fits behind "Subject: "

bool isPrintableAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

/// RFC 2047 §4.1, one word per line of the folded header, never split inside a character.
QByteArray encodedWords(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray out;
    for (qsizetype from = 0; from < utf8.size();) {
        qsizetype to = std::min(from + bytesPerWord, utf8.size());
        while (to < utf8.size() && (static_cast<unsigned char>(utf8[to]) & 0xC0) == 0x80)
            --to;
        if (!out.isEmpty())
            out += "\r\n ";
        out += "=?UTF-8?B?" + utf8.mid(from, to - from).toBase64() + "?=";
        from = to;
    }
    return out;
}

/// Breaks before words, so that lines stay short; a single word may be longer.
QByteArray foldedWords(qsizetype width, const QByteArray &text)
{
    QByteArray out;
    for (const QByteArray &word : text.split(' ')) {
        if (!out.isEmpty()) {
            const bool breaks = width + 1 + word.size() > longestLine;
            out += breaks ? "\r\n " : " ";
            width = breaks ? 1 : width + 1;
        }
        out += word;
        width += word.size();
    }
    return out;
}

bool needsEncoding(const QString &text)
{
    if (!isPrintableAscii(text) || text.contains("=?"_L1))
        return true;
    const QStringList words = text.split(u' ');
    return std::any_of(words.cbegin(), words.cend(), [](const QString &word) { return word.size() > 60; });
}

bool mayStandInAddress(QChar c)
{
    static const QString specials = u"<>()[]\\,;:\" "_s; // RFC 5322 §3.2.3, but for "@" and "."
    return !c.isSpace() && c.category() != QChar::Other_Control && !specials.contains(c);
}

} // namespace

QByteArray textHeader(const QByteArray &name, const QString &text)
{
    const QString line = UntrustedText(text).toPlainLine();
    const QByteArray start = name + ": ";
    if (needsEncoding(line))
        return start + encodedWords(line) + "\r\n";
    return start + foldedWords(start.size(), line.toLatin1()) + "\r\n";
}

QByteArray mailboxHeader(const QByteArray &name, const QString &display, const QString &address)
{
    const QByteArray start = name + ": ";
    const QByteArray target = safeAddress(address).toUtf8();
    const QString line = UntrustedText(display).toPlainLine().left(200);
    if (line.isEmpty())
        return start + target + "\r\n";
    QByteArray phrase;
    if (needsEncoding(line)) {
        phrase = encodedWords(line);
    } else {
        QString quoted = line;
        quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        phrase = foldedWords(start.size(), '"' + quoted.toLatin1() + '"');
    }
    return start + phrase + "\r\n <" + target + ">\r\n";
}

QByteArray plainHeader(const QByteArray &name, const QByteArray &value)
{
    return name + ": " + value + "\r\n";
}

QString safeAddress(const QString &address)
{
    QString clean;
    for (const QChar c : address) {
        if (mayStandInAddress(c))
            clean += c;
    }
    const qsizetype at = clean.lastIndexOf(u'@');
    const QByteArray domain = QUrl::toAce(clean.mid(at + 1));
    return at < 0 || domain.isEmpty() ? clean : clean.left(at + 1) + QString::fromLatin1(domain);
}

QByteArray base64(const QByteArray &data)
{
    const QByteArray text = data.toBase64();
    QByteArray out;
    for (qsizetype at = 0; at < text.size(); at += longestLine)
        out += text.mid(at, longestLine) + "\r\n";
    return out;
}

QByteArray quotedPrintable(const QString &text)
{
    QByteArray out;
    for (const QString &line : text.split(u'\n')) {
        const QByteArray utf8 = line.toUtf8();
        qsizetype width = 0;
        for (qsizetype i = 0; i < utf8.size(); ++i) {
            const char c = utf8[i];
            const bool isBlank = c == ' ' || c == '\t';
            const bool literal = (c > ' ' && c <= '~' && c != '=') || (isBlank && i + 1 < utf8.size());
            const QByteArray piece = literal ? QByteArray(1, c) : '=' + QByteArray(1, c).toHex().toUpper();
            if (width + piece.size() > longestLine - 1) { // one is kept for the soft break
                out += "=\r\n";
                width = 0;
            }
            out += piece;
            width += piece.size();
        }
        out += "\r\n";
    }
    return out;
}

} // namespace ChatCal::Mime
