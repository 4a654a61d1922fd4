// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QPointer>

namespace ChatCal {

/// A card that opens beside a place of its parent, over what is there. Escape, and going elsewhere by key or mouse,
/// close it; then the keys go back to where they came from.
class Popover : public QFrame
{
    Q_OBJECT
public:
    explicit Popover(QWidget *parent);

    /// Beside @p place, in the parent's coordinates, where there is room; all of it stays visible.
    void openBeside(const QRect &place);
    void closeNow();

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    /// What gets the keys first; the card itself when it has nothing better.
    [[nodiscard]] virtual QWidget *firstFocus() { return this; }
    /// Fits and places it again, after its content changed.
    void place();

private:
    void focusMoved(QWidget *before, QWidget *now);

    QRect m_beside;
    QPointer<QWidget> m_before; ///< had the focus
    bool m_isOpen = false;
};

} // namespace ChatCal
