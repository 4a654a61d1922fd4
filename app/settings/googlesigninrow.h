// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QUrl>
#include <QWidget>

#include <functional>

class QPushButton;

namespace ChatCal {

class ApiClient;
class ToneLabel;

/// Whether the server is signed in to Google Calendar, and the button for it. The signing in itself happens in the
/// system's browser.
class GoogleSignInRow : public QWidget
{
    Q_OBJECT
public:
    /// @p client outlives it.
    explicit GoogleSignInRow(ApiClient &client, QWidget *parent = nullptr);

    /// Asks the server how things are.
    void load();
    void setUsable(bool usable, const QString &whyNot);
    /// Whatever opens an address in a browser, for tests.
    std::function<bool(const QUrl &)> openUrl;
    [[nodiscard]] QPushButton *button() const { return m_button; }
    [[nodiscard]] QString words() const;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void signIn();
    void signOut();
    void show(const QString &state, bool isConfigured);

    ApiClient &m_client;
    ToneLabel *m_words;
    QPushButton *m_button;
    QTimer m_look; ///< while the person is in the browser
    int m_looksLeft = 0;
    bool m_isSignedIn = false;
    bool m_isUsable = true;
};

} // namespace ChatCal
