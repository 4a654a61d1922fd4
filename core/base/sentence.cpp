// SPDX-License-Identifier: Apache-2.0
#include "core/base/sentence.h"

namespace ChatCal {

Sentence Sentence::said(const QString &words)
{
    Sentence sentence;
    sentence.m_said = words;
    return sentence;
}

Sentence Sentence::arg(const Sentence &value) const
{
    Sentence sentence = *this;
    sentence.m_values.append(value);
    return sentence;
}

QString Sentence::text() const
{
    if (m_source == nullptr)
        return m_said;
    return filled(QString::fromUtf8(m_source), [](const Sentence &value) { return value.text(); });
}

QString Sentence::filledWith(const QString &form, const QStringList &values)
{
    // In one pass: a value may hold "%1" itself.
    QString text;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const int place = form[i] == u'%' && i + 1 < form.size() ? form[i + 1].digitValue() : -1;
        if (place < 1 || place > values.size()) {
            text += form[i];
            continue;
        }
        text += values[place - 1];
        ++i;
    }
    return text;
}

} // namespace ChatCal
