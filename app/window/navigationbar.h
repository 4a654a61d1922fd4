// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendapage.h"

#include <QToolBar>

class QLabel;
class QToolButton;

namespace ChatCal {

/// The bar above agenda and chat: which days, how many, a new meeting, the chat, the settings.
class NavigationBar : public QToolBar
{
    Q_OBJECT
public:
    explicit NavigationBar(QWidget *parent = nullptr);

    void setTitle(const QString &text);
    void setMode(AgendaMode mode);
    void setShowsChat(bool shows);
    /// Takes on the application's palette: what a style sheet dresses does not follow it by itself.
    void dress();

Q_SIGNALS:
    void todayWanted();
    void turnWanted(int pages);
    void modeWanted(ChatCal::AgendaMode mode);
    void quickBookWanted();
    void chatWanted(bool shown);
    void settingsWanted();

private:
    QToolButton *add(const QString &text, const QString &name, const QString &tip);
    QToolButton *make(const QString &text, const QString &name, const QString &tip);

    QLabel *m_title;
    QToolButton *m_back;
    QToolButton *m_forward;
    QToolButton *m_day;
    QToolButton *m_week;
    QToolButton *m_month;
    QToolButton *m_chat;
    QToolButton *m_settings;
};

} // namespace ChatCal
