// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

#include <memory>

namespace ChatCal {

/// What the tray says of the next hours. Pure.
struct TrayView
{
    int day = 1; ///< of the month, the host's today
    std::optional<AgendaItem> join; ///< goes on or begins within ten minutes, and has a link
    QList<AgendaItem> next; ///< today's that are not over, by start, at most five
    /// To the eye.
    [[nodiscard]] bool looksLike(const TrayView &other) const;
};
[[nodiscard]] TrayView trayView(const Agenda &agenda, Instant now);

/// The icon in the system tray: today's number, the next meeting in its tool tip. A click opens quick booking.
class TrayIcon : public QObject
{
    Q_OBJECT
public:
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;

    /// For where there is a tray (TrayWatch); Qt's icon is made here and not before.
    void show();
    void hide();
    [[nodiscard]] bool isShown() const { return m_icon && m_icon->isVisible(); }
    /// Where the icon is; null where there is none, or where the desktop does not say.
    [[nodiscard]] QRect geometry() const { return isShown() ? m_icon->geometry() : QRect(); }
    /// What comes next, for the tool tip.
    void setUpcoming(const QString &words);
    /// What the icon and the menu say, as of @p now.
    void setAgenda(const Agenda &agenda, Instant now);
    /// False where there is no icon to say it.
    bool tell(const QString &title, const QString &text);
    [[nodiscard]] QMenu &menu() { return m_menu; }

Q_SIGNALS:
    void quickBookWanted();
    void windowWanted();
    void joinWanted(const ChatCal::AgendaItem &item);
    void meetingWanted(const ChatCal::AgendaItem &item);
    void snoozedWanted();
    void settingsWanted();
    void quitWanted();

private:
    void fillMenu();
    void dress();

    std::unique_ptr<QSystemTrayIcon> m_icon;
    QMenu m_menu;
    QString m_words;
    TrayView m_view;
    Zone m_zone;
};

} // namespace ChatCal
