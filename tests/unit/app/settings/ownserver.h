// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"
#include "app/backend/serverprocess.h"
#include "app/settings/serversetup.h"
#include "app/settings/settingscontext.h"
#include "tests/support/await.h"

#include <QFile>
#include <QTemporaryDir>

namespace ChatCal {

/// A desktop's own server on a folder of its own, with what the settings work on.
class OwnServer
{
public:
    explicit OwnServer(const QByteArray &configuration = {})
        : m_process(QStringLiteral(CHATCAL_SERVER_PATH), prepared(configuration)),
          m_setup(QStringLiteral(CHATCAL_SERVER_PATH), m_process.vault())
    {
        QObject::connect(&m_process, &ServerProcess::ready, &m_client, [this](const QUrl &url) {
            m_client.setServer(url, m_process.token());
            ++m_starts;
        });
        m_process.vault().setAsker(
            [](SecretVault::Question question) -> QCoro::Task<SecretVault::Answer> { return answer(question); });
        QObject::connect(&m_setup, &ServerSetup::changed, &m_process, &ServerProcess::restart);
    }

    [[nodiscard]] bool start()
    {
        m_process.start();
        return eventually([this] { return m_starts > 0; });
    }
    [[nodiscard]] SettingsContext context() { return {m_client, &m_setup}; }
    [[nodiscard]] ServerSetup &setup() { return m_setup; }
    [[nodiscard]] ServerProcess &process() { return m_process; }
    [[nodiscard]] ApiClient &client() { return m_client; }
    [[nodiscard]] int starts() const { return m_starts; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QByteArray configuration() const
    {
        QFile file(m_folder.filePath(QStringLiteral("chatcal.conf")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    static QCoro::Task<SecretVault::Answer> answer(SecretVault::Question)
    {
        co_return SecretVault::Answer{SecretVault::Answer::Kind::Given, Secret("correct horse battery")};
    }
    QString prepared(const QByteArray &configuration)
    {
        if (!configuration.isEmpty()) {
            QFile file(m_folder.filePath(QStringLiteral("chatcal.conf")));
            if (file.open(QIODevice::WriteOnly))
                file.write(configuration);
        }
        return m_folder.path();
    }

    QTemporaryDir m_folder;
    ApiClient m_client;
    ServerProcess m_process;
    ServerSetup m_setup;
    int m_starts = 0;
};

} // namespace ChatCal
