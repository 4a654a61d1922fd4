// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace ChatCal {

/// Writes HTML element by element. Every word and every attribute's value is escaped; there is no way around it.
class HtmlWriter
{
public:
    /// In the order they are written. Names are ours.
    using Attributes = QList<std::pair<QString, QString>>;

    HtmlWriter &open(const QString &name, const Attributes &attributes = {});
    /// The element opened last.
    HtmlWriter &close();
    /// One that has no end tag, as <input>.
    HtmlWriter &single(const QString &name, const Attributes &attributes = {});
    /// Line feeds become <br>.
    HtmlWriter &text(const QString &words);
    /// open(), text() and close().
    HtmlWriter &element(const QString &name, const Attributes &attributes, const QString &words);

    /// A whole document: what was written, all of it closed, after <!doctype html>.
    [[nodiscard]] QByteArray document() const;

private:
    void start(const QString &name, const Attributes &attributes);

    QString m_html;
    QStringList m_open;
};

} // namespace ChatCal
