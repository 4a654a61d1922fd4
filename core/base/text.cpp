// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// Characters that make text lie about its order, or carry no text at all.
bool isForbidden(char32_t point, Lines lines)
{
    if (point == U'\n' || point == U'\t')
        return lines == Lines::One;
    if (QChar::category(point) == QChar::Other_Control)
        return true;
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF
        || (point >= 0xFFF9 && point <= 0xFFFB) || point == 0x2028 || point == 0x2029 || QChar::isNonCharacter(point)
        || (point >= 0xE0000 && point <= 0xE007F);
}

} // namespace

qsizetype codePoints(QStringView text)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < text.size(); ++i, ++count) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
    }
    return count;
}

Result<QString> cleanOptionalText(const QString &text, const QString &field, qsizetype maximum, Lines lines)
{
    QString clean = text;
    clean.replace("\r\n"_L1, "\n"_L1);
    clean = clean.trimmed();
    if (!clean.isValidUtf16())
        return invalidField(field, Sentence::en("holds a broken character"));
    clean = clean.normalized(QString::NormalizationForm_C);
    for (qsizetype i = 0; i < clean.size(); ++i) {
        char32_t point = clean[i].unicode();
        if (clean[i].isHighSurrogate()) { // its pair follows: the text is valid UTF-16
            point = QChar::surrogateToUcs4(clean[i], clean[i + 1]);
            ++i;
        }
        if (isForbidden(point, lines))
            return invalidField(field, Sentence::en("holds a control character"));
    }
    if (codePoints(clean) > maximum)
        return invalidField(field, Sentence::en("is longer than %1 characters").arg(maximum));
    return clean;
}

Result<QString> cleanText(const QString &text, const QString &field, qsizetype maximum, Lines lines)
{
    auto clean = cleanOptionalText(text, field, maximum, lines);
    if (clean && clean->isEmpty())
        return invalidField(field, Sentence::en("must not be empty"));
    return clean;
}

Result<QString> cleanEmail(const QString &text, const QString &field)
{
    static const QRegularExpression form(
        u"^[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
        "@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])$"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const auto clean = cleanText(text, field, 254);
    if (!clean)
        return clean;
    const qsizetype at = clean->lastIndexOf(u'@');
    if (at < 1 || at > 64 || !form.match(*clean).hasMatch())
        return invalidField(field, Sentence::en("is not an e-mail address, such as ada@example.com"));
    return clean->left(at) + clean->mid(at).toLower();
}

QString phoneDigits(const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
        else if (c == u'+' && digits.isEmpty())
            digits += c;
    }
    return digits;
}

Result<QString> cleanPhone(const QString &text, const QString &field)
{
    static const QRegularExpression form(u"^\\+?[0-9(][0-9 ()./-]*[0-9]$"_s);
    static const QRegularExpression spaces(u"[ ()./]+"_s);
    const auto clean = cleanText(text, field, 40);
    if (!clean)
        return clean;
    const QString digits = phoneDigits(*clean);
    const qsizetype count = digits.size() - (digits.startsWith(u'+') ? 1 : 0);
    if (count < 7 || count > 15 || !form.match(*clean).hasMatch())
        return invalidField(field, Sentence::en("is not a phone number, such as +1 212 555 0100"));
    QString spaced = *clean;
    spaced.replace(spaces, u" "_s);
    return spaced.trimmed();
}

} // namespace ChatCal
