// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings/settingscontext.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace ChatCal {

class SettingsPage;

/// Everything that can be set: the list of pages on one side, a page on the other.
class SettingsWindow : public QWidget
{
    Q_OBJECT
public:
    enum class Page {
        Appearance,
        Calendars,
        Mail,
        Assistant,
        Hours,
        Types,
        Reminders,
        Shortcuts,
        Servers,
        Data,
    };

    /// What @p context points at outlives the window.
    explicit SettingsWindow(const SettingsContext &context, QWidget *parent = nullptr);

    /// Shows itself at @p page, else at the one shown last.
    void open();
    void open(Page page);
    [[nodiscard]] QListWidget &list() { return *m_list; }
    [[nodiscard]] SettingsPage *current() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void add(SettingsPage *page);
    void turnTo(int index);

    QListWidget *m_list;
    QStackedWidget *m_stack;
    QLabel *m_title;
};

} // namespace ChatCal
