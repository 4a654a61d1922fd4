// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ChatCal {

/// Words somebody else wrote: a guest's name, a calendar's title. There is one way to each place they may go and
/// no conversion to a plain QString, so that they cannot become markup, iCalendar syntax or a prompt by accident.
class UntrustedText
{
public:
    UntrustedText() = default;
    explicit UntrustedText(QString text) : m_text(std::move(text)) { }

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    /// Escaped for HTML text and for a quoted attribute; line feeds become <br>.
    [[nodiscard]] QString toHtml() const;
    /// Escaped so that Markdown shows the characters as they are, on one line.
    [[nodiscard]] QString toMarkdown() const;
    /// A TEXT value (RFC 5545 §3.3.11), not folded.
    [[nodiscard]] QString toICalendar() const;
    /// Quoted data inside a prompt: on one line, at most @p maximum characters, between guillemets.
    [[nodiscard]] QString toPrompt(qsizetype maximum = 200) const;
    /// One line for a plain-text mail or a widget that shows text as text: control characters and line feeds are
    /// spaces.
    [[nodiscard]] QString toPlainLine() const;
    /// The words as they came: for storing, for JSON values and for comparing.
    [[nodiscard]] const QString &stored() const { return m_text; }

    bool operator==(const UntrustedText &) const = default;

private:
    QString m_text;
};

} // namespace ChatCal
