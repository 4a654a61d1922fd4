// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ChatCal {

/// A card with a few words in place of what cannot be shown, and a way out where there is one.
class Notice : public QWidget
{
    Q_OBJECT
public:
    explicit Notice(QWidget *parent = nullptr);

    /// @p action and @p more are the buttons' texts; empty: no button.
    void tell(const QString &title, const QString &text, const QString &action = {}, const QString &more = {});
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void actionWanted();
    void moreWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_more;
};

} // namespace ChatCal
