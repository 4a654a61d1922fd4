// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace ChatCal {

/// A line at the foot of its parent that says what happened and offers what can be done about it. It goes by itself
/// after a while, but never while it is pointed at or has the keys. Screen readers are told.
class Toast : public QFrame
{
    Q_OBJECT
public:
    struct Offer
    {
        QString words;
        std::function<void()> action;
    };

    explicit Toast(QWidget *parent);

    void tell(const QString &words, const QList<Offer> &offers = {});
    [[nodiscard]] QString words() const;
    /// The first offer, else closing it.
    void takeFocus();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void goIfAlone();

    QLabel *m_words;
    QHBoxLayout *m_offers;
    QTimer m_time;
};

} // namespace ChatCal
