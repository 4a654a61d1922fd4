// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;

namespace ChatCal {

class ToneLabel;

/// A strip above what is still shown: why it may be old, and a way to try again. Hidden until there is something to
/// say.
class OutageBar : public QWidget
{
    Q_OBJECT
public:
    explicit OutageBar(QWidget *parent = nullptr);

    void tell(const QString &title, const QString &text);
    /// Both in a line.
    [[nodiscard]] static QString words(const QString &title, const QString &text);
    /// Whether there is a log of the server that is out.
    void setHasLog(bool hasLog);

Q_SIGNALS:
    void retryWanted();
    void logWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ToneLabel *m_words;
    QPushButton *m_retry;
    QPushButton *m_log;
};

} // namespace ChatCal
