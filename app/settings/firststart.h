// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings/settingscontext.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace ChatCal {

class FirstStep;
class ToneLabel;

/// What a person sees once, over the whole window: three steps, each of which can be skipped.
class FirstStart : public QWidget
{
    Q_OBJECT
public:
    /// Covers @p window until it is done. What @p context points at outlives it; the server must be our own.
    FirstStart(const SettingsContext &context, QWidget *window);

    /// Nobody has seen it to its end yet.
    [[nodiscard]] static bool isWanted();
    [[nodiscard]] int step() const;
    [[nodiscard]] QPushButton *nextButton() const { return m_next; }
    [[nodiscard]] QPushButton *skipButton() const { return m_skip; }
    [[nodiscard]] QPushButton *backButton() const { return m_back; }

Q_SIGNALS:
    /// It was done or skipped, and hides; it may be deleted.
    void finished();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void turnTo(int step);
    void goOn();
    void finish();
    void setBusy(bool busy);

    QList<FirstStep *> m_steps;
    QLabel *m_count;
    QLabel *m_title;
    ToneLabel *m_text;
    QStackedWidget *m_stack;
    ToneLabel *m_state;
    QPushButton *m_back;
    QPushButton *m_skip;
    QPushButton *m_next;
};

} // namespace ChatCal
