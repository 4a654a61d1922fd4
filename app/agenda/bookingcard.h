// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/popover.h"
#include "core/time/interval.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace ChatCal {

class ToneLabel;

/// Asks what a new meeting is called. Enter books, Escape drops it.
class BookingCard : public Popover
{
    Q_OBJECT
public:
    explicit BookingCard(QWidget *parent);

    /// @p words say when; @p clash what is then already, empty: nothing.
    void ask(const Interval &when, const QString &words, const QString &clash, const QRect &place);

Q_SIGNALS:
    void bookWanted(const QString &title, const ChatCal::Interval &when);

protected:
    [[nodiscard]] QWidget *firstFocus() override;

private:
    void book();

    Interval m_when;
    QLineEdit *m_title;
    QLabel *m_words;
    ToneLabel *m_clash;
    QPushButton *m_book;
};

} // namespace ChatCal
