// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QTime>
#include <QWidget>

#include <array>
#include <optional>

class QCheckBox;
class QHBoxLayout;
class QTimeEdit;
class QToolButton;

namespace ChatCal {

/// The working hours of a week: each day on or off, with one stretch or several.
class WeekGrid : public QWidget
{
    Q_OBJECT
public:
    explicit WeekGrid(QWidget *parent = nullptr);

    /// "Mon-Fri 09:00-17:00; Sat 10:00-12:00,13:00-14:00", as the server writes it.
    void setText(const QString &text);
    /// The same back, a group a day; empty when no day is on.
    [[nodiscard]] QString text() const;
    /// What is wrong with it, in words; nothing when it is right.
    [[nodiscard]] QString complaint() const;

Q_SIGNALS:
    void changed();

private:
    struct Stretch
    {
        QWidget *box = nullptr;
        QTimeEdit *from = nullptr;
        QTimeEdit *to = nullptr;
    };
    struct Day
    {
        QCheckBox *on = nullptr;
        QHBoxLayout *row = nullptr;
        QToolButton *more = nullptr;
        QList<Stretch> stretches;
    };
    void add(int day, QTime from, QTime to);
    void remove(int day, QWidget *box);
    void refresh(int day);
    [[nodiscard]] static std::optional<int> dayFrom(const QString &name);

    std::array<Day, 7> m_days; ///< Monday first
};

} // namespace ChatCal
