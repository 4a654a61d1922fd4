// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace ChatCal {

/// A sentence for a person, or the end of one ("must not be empty"): English, its values kept apart, so that it can be
/// said in another language where the reader's is known: Phrasebook::say(). lupdate finds what stands in en().
class Sentence
{
#if 0 // for lupdate alone, which names the context by it
    Q_DECLARE_TR_FUNCTIONS(problem)
#endif
public:
    Sentence() = default;
    /// @p source is a literal; "%1" is the first value.
    template<std::size_t size>
    [[nodiscard]] static Sentence en(const char (&source)[size])
    {
        Sentence sentence;
        sentence.m_source = source;
        return sentence;
    }
    /// Words that stay as they are: a value, or a sentence in the reader's language already.
    [[nodiscard]] static Sentence said(const QString &words);

    [[nodiscard]] Sentence arg(const Sentence &value) const;
    [[nodiscard]] Sentence arg(const QString &value) const { return arg(said(value)); }
    [[nodiscard]] Sentence arg(qint64 value) const { return arg(said(QString::number(value))); }

    /// In English, or as it was said.
    [[nodiscard]] QString text() const;
    /// As @p form, a translation of its source, with each value in the words of @p say.
    template<typename Say>
    [[nodiscard]] QString filled(const QString &form, Say say) const
    {
        QStringList words;
        for (const Sentence &value : m_values)
            words.append(say(value));
        return filledWith(form, words);
    }
    /// What is to be translated; null when it was said.
    [[nodiscard]] const char *source() const { return m_source; }

    bool operator==(const Sentence &other) const { return text() == other.text(); }

private:
    [[nodiscard]] static QString filledWith(const QString &form, const QStringList &values);

    const char *m_source = nullptr;
    QString m_said;
    QList<Sentence> m_values;
};

} // namespace ChatCal
