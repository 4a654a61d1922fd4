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

    /// @p action is the button's text; empty: no button.
    void tell(const QString &title, const QString &text, const QString &action = {});
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void actionWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace ChatCal
