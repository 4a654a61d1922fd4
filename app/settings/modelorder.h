// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QListWidget;
class QToolButton;

namespace ChatCal {

/// The models to ask, to be ticked and put in order; the offline one is always the last.
class ModelOrder : public QWidget
{
    Q_OBJECT
public:
    explicit ModelOrder(QWidget *parent = nullptr);

    /// "groq,anthropic,offline", as the setting CHATCAL_LLM.
    void setValue(const QString &value);
    [[nodiscard]] QString value() const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(const QString &model, bool isUsed);
    void move(int by);
    void refresh();

    QListWidget *m_list;
    QToolButton *m_up;
    QToolButton *m_down;
    bool m_isFilling = false;
};

} // namespace ChatCal
