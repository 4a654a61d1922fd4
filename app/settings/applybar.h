// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace ChatCal {

class Form;
class ToneLabel;

/// What stands under a page whose changes need to be checked before they hold: a line that says how things are, and
/// the buttons.
class ApplyBar : public QWidget
{
    Q_OBJECT
public:
    explicit ApplyBar(QWidget *parent = nullptr);

    /// Another button, before "Apply".
    QPushButton *add(const QString &text);
    /// There is something to apply.
    void setChanged(bool changed);
    /// Something is under way; @p words say what.
    void setBusy(const QString &words);
    void tell(const QString &words);
    void tellGood(const QString &words);
    void tellBad(const QString &words);
    /// At the fields of @p form what belongs there, the rest in the line.
    void tellError(const Error &error, Form &form);
    [[nodiscard]] QString words() const;
    [[nodiscard]] QPushButton *applyButton() const { return m_apply; }

Q_SIGNALS:
    void applied();

private:
    void setEnabledAll(bool enabled);

    QHBoxLayout *m_row;
    ToneLabel *m_words;
    QPushButton *m_apply;
    QList<QPushButton *> m_others;
    bool m_isChanged = false;
};

/// What went wrong with a call to a server, in words for people.
[[nodiscard]] QString errorWords(const Error &error);

} // namespace ChatCal
