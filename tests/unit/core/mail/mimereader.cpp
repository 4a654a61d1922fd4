// SPDX-License-Identifier: Apache-2.0
#include "mimereader.h"

#include <QList>

namespace ChatCal {

namespace {

QByteArray undoQuotedPrintable(const QByteArray &text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            out += text[i];
        } else if (text.mid(i + 1, 2) == "\r\n") {
            i += 2;
        } else {
            out += QByteArray::fromHex(text.mid(i + 1, 2));
            i += 2;
        }
    }
    return out;
}

} // namespace

MimePart MimePart::read(const QByteArray &data)
{
    MimePart part;
    const qsizetype end = data.indexOf("\r\n\r\n");
    QByteArray head = data.left(end);
    const QByteArray body = data.mid(end + 4);
    head.replace("\r\n ", " ");
    for (const QByteArray &line : QByteArray(head).replace("\r\n", "\n").split('\n')) {
        const qsizetype colon = line.indexOf(':');
        part.headers.emplace_back(line.left(colon), line.mid(colon + 1).trimmed());
    }
    const QByteArray type = part.header("Content-Type");
    const qsizetype at = type.indexOf("boundary=\"");
    if (at >= 0) {
        const QByteArray boundary = "--" + type.mid(at + 10, type.indexOf('"', at + 10) - at - 10);
        qsizetype from = body.indexOf(boundary);
        while (from >= 0 && body.mid(from + boundary.size(), 2) != "--") {
            from += boundary.size() + 2;
            const qsizetype next = body.indexOf("\r\n" + boundary, from);
            if (next < 0)
                break;
            part.parts.push_back(read(body.mid(from, next - from)));
            from = next + 2;
        }
        return part;
    }
    const QByteArray encoding = part.header("Content-Transfer-Encoding");
    if (encoding == "base64")
        part.content = QByteArray::fromBase64(QByteArray(body).replace("\r\n", ""));
    else
        part.content = encoding == "quoted-printable" ? undoQuotedPrintable(body) : body;
    return part;
}

QByteArray MimePart::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QString MimePart::decodedHeader(const QByteArray &name) const
{
    QByteArray bytes;
    for (const QByteArray &word : header(name).split(' ')) {
        if (word.startsWith("=?UTF-8?B?") && word.endsWith("?="))
            bytes += QByteArray::fromBase64(word.mid(10, word.size() - 12));
        else
            bytes += word;
    }
    return QString::fromUtf8(bytes);
}

QByteArray MimePart::type() const
{
    return header("Content-Type").split(';').first();
}

} // namespace ChatCal
