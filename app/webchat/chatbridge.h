// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

namespace ChatCal {

/// All that the page can call and hear through QWebChannel. Lives in a script world of its own (bridge.js): the page
/// sees three DOM events, never the channel.
class ChatBridge : public QObject
{
    Q_OBJECT
    /// {"uid", "title"} as JSON; empty: nothing is chosen.
    Q_PROPERTY(QString selection READ selection NOTIFY selectionChanged)
public:
    using QObject::QObject;

    [[nodiscard]] QString selection() const { return m_selection; }
    void setSelection(const QString &selection)
    {
        if (m_selection == selection)
            return;
        m_selection = selection;
        Q_EMIT selectionChanged();
    }

    Q_INVOKABLE void chooseMeeting(const QString &uid)
    {
        if (uid.size() <= 200)
            Q_EMIT meetingChosen(uid);
    }

Q_SIGNALS:
    void selectionChanged();
    void focusWanted();
    void meetingChosen(const QString &uid);

private:
    QString m_selection;
};

} // namespace ChatCal
