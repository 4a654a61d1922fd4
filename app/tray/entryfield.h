// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"

#include <QPlainTextEdit>

namespace ChatCal {

/// One line of text whose understood words are underlined by kind. Backspace right after such a word takes the line
/// off: the word is text of the title then.
class EntryField : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit EntryField(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return toPlainText(); }
    /// @p literal: words of it that mean nothing but themselves.
    void setText(const QString &text, const QList<TextRange> &literal = {});
    /// Of the text as it is now. While one types on, they stay on their words until the next are set; a word that is
    /// changed loses its line.
    void setSpans(const QList<QuickView::Span> &spans);
    /// Those that are left, where they stand now.
    [[nodiscard]] const QList<QuickView::Span> &spans() const { return m_spans; }
    /// The words whose line was taken off, where they stand now.
    [[nodiscard]] const QList<TextRange> &literal() const { return m_literal; }
    [[nodiscard]] static QColor colorOf(const QString &kind, bool dark);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// Text or literal words are others than before.
    void edited(const QString &text);
    void entered();
    void left();
    /// Down: to what lies below the field.
    void downWanted();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void takeEdit();
    void followEdit();
    void underline();
    /// False where the cursor does not stand right after an understood word.
    bool takeLineOff();
    bool putLineBack();

    QList<QuickView::Span> m_spans;
    QList<TextRange> m_literal;
    QString m_spansText; ///< what m_spans and m_literal are positions in
    bool m_lineJustTakenOff = false; ///< nothing was typed since, so that undo means it
};

} // namespace ChatCal
