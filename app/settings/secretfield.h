// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ChatCal {

/// A key or password: whether one is kept, and the way to put in another or to take it away. What is kept is never
/// shown again.
class SecretField : public QWidget
{
    Q_OBJECT
public:
    explicit SecretField(QWidget *parent = nullptr);

    /// What is in force; forgets what was typed.
    void setKept(bool kept);
    [[nodiscard]] bool isKept() const { return m_isKept; }
    /// Nothing: as it was. An empty one: take it away.
    [[nodiscard]] std::optional<Secret> wish() const;
    /// For "show me where it is": there will be one, by what is kept and wished for.
    [[nodiscard]] bool willBeKept() const;

Q_SIGNALS:
    void changed();

private:
    void refresh();

    QLabel *m_state;
    QLineEdit *m_edit;
    QPushButton *m_replace;
    QPushButton *m_remove;
    bool m_isKept = false;
    bool m_isReplacing = false;
    bool m_isRemoved = false;
};

} // namespace ChatCal
