// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/secretvault.h"
#include "app/settings/settingscontext.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace ChatCal {

class FirstStart;
class MainWindow;
class ServerLink;
class ServerSetup;
class SettingsWindow;

/// The desktop's settings and first start: makes their windows when they are first wanted, and gives them what they
/// work on.
class SettingsDesk : public QObject
{
    Q_OBJECT
public:
    /// All of it outlives the desk.
    struct Parts
    {
        ApiClient &client;
        ServerLink &link;
        MainWindow &window;
    };
    /// @p program is the own server's.
    SettingsDesk(QString program, Parts parts, QObject *parent = nullptr);
    ~SettingsDesk() override;

    void open();
    /// The first start, once, to who has set up nothing yet. The server answers.
    void welcome();
    /// Null until it was first opened for the server in use.
    [[nodiscard]] SettingsWindow *window() const { return m_settings.get(); }
    /// Further things the pages work on; before the window is first opened.
    [[nodiscard]] SettingsContext &context() { return m_context; }

Q_SIGNALS:
    void themeWanted(ChatCal::Theme theme);

private:
    void meetServer();
    void answerFor(SecretVault &vault);
    [[nodiscard]] static QCoro::Task<SecretVault::Answer>
    askOnce(QPointer<SettingsDesk> self, std::shared_ptr<bool> wasTried, SecretVault::Question question);
    [[nodiscard]] QCoro::Task<Result<void>> deleteAll();

    QString m_program;
    Parts m_parts;
    SettingsContext m_context;
    Secret m_passphrase; ///< given for one vault, tried for the other
    std::unique_ptr<ServerSetup> m_setup; ///< of our own server
    std::unique_ptr<SettingsWindow> m_settings;
    std::unique_ptr<FirstStart> m_firstStart; ///< while it is seen
};

} // namespace ChatCal
