// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"

#include <QPlainTextEdit>

namespace ChatCal {

/// One line of text whose understood words are underlined by kind.
class EntryField : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit EntryField(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return toPlainText(); }
    void setText(const QString &text);
    /// Of the text as it is now. While one types on, they stay on their words until the next are set; a word that is
    /// changed loses its line.
    void setSpans(const QList<QuickView::Span> &spans);
    [[nodiscard]] static QColor colorOf(const QString &kind, bool dark);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void edited(const QString &text);
    void entered();
    void left();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void followEdit();
    void underline();

    QList<QuickView::Span> m_spans;
    QString m_spansText; ///< what m_spans are positions in
};

} // namespace ChatCal
