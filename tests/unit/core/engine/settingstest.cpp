// SPDX-License-Identifier: Apache-2.0
#include "core/engine/settings.h"

#include "core/engine/settingentries.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using testing::Contains;

class LoadSettings : public testing::Test
{
protected:
    LoadSettings() { m_sources.environment.insert(u"CHATCAL_DATA_DIR"_s, m_folder.path()); }

    void configure(const QByteArray &text)
    {
        QFile file(m_folder.filePath(u"chatcal.conf"_s));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QTemporaryDir m_folder;
    SettingsSources m_sources;
};

} // namespace

TEST_F(LoadSettings, HasDefaultsThatWork)
{
    const auto settings = loadSettings(m_sources);
    ASSERT_TRUE(settings) << qPrintable(settings.error().detail);
    EXPECT_EQ(settings->listenAddress, QHostAddress(QHostAddress::LocalHost));
    EXPECT_EQ(settings->listenPort, 8000);
    EXPECT_EQ(settings->models, QStringList{u"offline"_s});
    EXPECT_EQ(settings->hours.toString(), u"Mon-Fri 09:00-17:00"_s);
    EXPECT_TRUE(settings->hostToken.isEmpty());
    EXPECT_TRUE(settings->corsOrigins.isEmpty());
    EXPECT_FALSE(settings->startOfClock);
    EXPECT_EQ(settings->description.size(), settingNames().size());
}

TEST_F(LoadSettings, TakesFlagsOverEnvironmentOverFile)
{
    configure("MY_NAME = File\nMY_EMAIL_ADDRESS = file@example.com\nMY_PHONE_NUMBER = +1 212 555 0100\n");
    m_sources.environment.insert(u"MY_NAME"_s, u"Environment"_s);
    m_sources.environment.insert(u"MY_EMAIL_ADDRESS"_s, u"environment@example.com"_s);
    m_sources.flags.insert(u"MY_NAME"_s, u"Flag"_s);
    const auto settings = loadSettings(m_sources);
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->hostName, u"Flag"_s);
    EXPECT_EQ(settings->hostEmail, u"environment@example.com"_s);
    EXPECT_EQ(settings->hostPhone, u"+1 212 555 0100"_s);
    EXPECT_THAT(settings->description, Contains(u"MY_NAME = Flag  (command line)"_s));
}

TEST_F(LoadSettings, ReadsTheFileOfTheFolderThatHolds)
{
    const QTemporaryDir other;
    configure("MY_NAME = Here\n");
    m_sources.flags.insert(u"DATA_DIR"_s, other.path());
    const auto settings = loadSettings(m_sources);
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->dataDir, other.path());
    EXPECT_TRUE(settings->hostName.isEmpty());
}

TEST_F(LoadSettings, ReadsNowInTheHostsZone)
{
    m_sources.environment.insert(u"CHATCAL_NOW"_s, u"2026-03-04T09:00:00"_s);
    m_sources.environment.insert(u"DEFAULT_TIMEZONE"_s, u"America/New_York"_s);
    const auto settings = loadSettings(m_sources);
    ASSERT_TRUE(settings);
    ASSERT_TRUE(settings->startOfClock);
    EXPECT_EQ(settings->startOfClock->time_since_epoch(), std::chrono::seconds(1772632800)); // 14:00 UTC
}

TEST_F(LoadSettings, ListensWhereItIsTold)
{
    const QHash<QString, QPair<QString, quint16>> good{{u"127.0.0.1:0"_s, {u"127.0.0.1"_s, 0}},
                                                       {u"localhost:80"_s, {u"127.0.0.1"_s, 80}},
                                                       {u"0.0.0.0:65535"_s, {u"0.0.0.0"_s, 65535}},
                                                       {u"[::1]:8000"_s, {u"::1"_s, 8000}}};
    for (auto it = good.begin(); it != good.end(); ++it) {
        m_sources.flags.insert(u"LISTEN"_s, it.key());
        const auto settings = loadSettings(m_sources);
        ASSERT_TRUE(settings) << qPrintable(it.key());
        EXPECT_EQ(settings->listenAddress, QHostAddress(it.value().first));
        EXPECT_EQ(settings->listenPort, it.value().second);
    }
    for (const auto &wrong : {u""_s, u"8000"_s, u":8000"_s, u"here:8000"_s, u"127.0.0.1:"_s, u"127.0.0.1:65536"_s}) {
        m_sources.flags.insert(u"LISTEN"_s, wrong);
        EXPECT_FALSE(loadSettings(m_sources)) << qPrintable(wrong);
    }
}

TEST_F(LoadSettings, SplitsOrigins)
{
    m_sources.environment.insert(u"CORS_ORIGINS"_s, u"https://a.example, http://localhost:3000"_s);
    const auto settings = loadSettings(m_sources);
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->corsOrigins, (QStringList{u"https://a.example"_s, u"http://localhost:3000"_s}));
}

TEST_F(LoadSettings, MasksTheToken)
{
    m_sources.environment.insert(u"CHATCAL_HOST_TOKEN"_s, u"a-token-of-the-host"_s);
    const auto settings = loadSettings(m_sources);
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->hostToken.reveal(), "a-token-of-the-host");
    EXPECT_FALSE(settings->description.join(u'\n').contains(u"a-token-of-the-host"_s));
    m_sources.environment.insert(u"CHATCAL_HOST_TOKEN"_s, u"short"_s);
    const auto refused = loadSettings(m_sources);
    ASSERT_FALSE(refused);
    EXPECT_FALSE(refused.error().detail.contains(u"short"_s));
}

TEST_F(LoadSettings, RefusesWhatItDoesNotKnow)
{
    m_sources.environment.insert(u"COLOUR"_s, u"blue"_s); // anybody's
    EXPECT_TRUE(loadSettings(m_sources));
    m_sources.environment.insert(u"CHATCAL_COLOUR"_s, u"blue"_s); // ours, misspelt
    const auto refused = loadSettings(m_sources);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().detail.contains(u"CHATCAL_COLOUR"_s));
}

TEST_F(LoadSettings, AsksTheModelsThatHaveAKeyAndTheOfflineOneLast)
{
    m_sources.environment.insert(u"GROQ_API_KEY"_s, u"gsk-1"_s);
    m_sources.environment.insert(u"ANTHROPIC_API_KEY"_s, u"sk-ant-1"_s);
    auto settings = loadSettings(m_sources);
    ASSERT_TRUE(settings) << qPrintable(settings.error().detail);
    EXPECT_EQ(settings->models, (QStringList{u"groq"_s, u"anthropic"_s, u"offline"_s}));
    EXPECT_EQ(settings->groq.baseUrl, u"https://api.groq.com/openai/v1"_s);
    EXPECT_EQ(settings->groq.model, u"llama-3.1-8b-instant"_s);
    m_sources.environment.insert(u"CHATCAL_LLM"_s, u"anthropic, groq"_s);
    settings = loadSettings(m_sources);
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->models, (QStringList{u"anthropic"_s, u"groq"_s, u"offline"_s}));
    EXPECT_THAT(settings->description, Contains(u"CHATCAL_LLM = anthropic,groq,offline  (environment)"_s));
}

TEST_F(LoadSettings, ShowsNoSecret)
{
    const QStringList secrets = secretSettingNames();
    ASSERT_GE(secrets.size(), 8);
    for (const QString &name : secrets) {
        if (name != "REDIS_URL"_L1)
            m_sources.environment.insert(name, u"hushhushhushhushhushhushhushhush"_s);
    }
    m_sources.environment.insert(u"REDIS_URL"_s, u"redis://ada:hushhush@redis.example.org:6379/0"_s);
    const auto settings = loadSettings(m_sources);
    ASSERT_TRUE(settings) << qPrintable(settings.error().detail);
    const QString shown = settings->description.join(u'\n');
    EXPECT_FALSE(shown.contains("hushhush"_L1)) << qPrintable(shown);
    EXPECT_TRUE(shown.contains("REDIS_URL = redis://ada:********@redis.example.org:6379/0  (environment)"_L1));
    EXPECT_EQ(settings->redisUrl.reveal(), "redis://ada:hushhush@redis.example.org:6379/0");
}

TEST_F(LoadSettings, RefusesSecretsOnTheCommandLine)
{
    for (const QString &name : secretSettingNames()) {
        SettingsSources sources = m_sources;
        sources.flags.insert(name, u"redis://:hushhushhushhushhushhushhush@host"_s);
        const auto refused = loadSettings(sources);
        ASSERT_FALSE(refused) << qPrintable(name);
        EXPECT_TRUE(refused.error().detail.contains("does not belong on the command line"_L1));
        EXPECT_FALSE(refused.error().detail.contains("hushhush"_L1));
    }
    m_sources.flags.insert(u"REDIS_URL"_s, u"redis://127.0.0.1:6379"_s); // holds none
    EXPECT_TRUE(loadSettings(m_sources));
}

TEST_F(LoadSettings, RefusesAFileWithASecretThatOthersCanRead)
{
    configure("GROQ_API_KEY = gsk-hush\n");
    const QString path = m_folder.filePath(u"chatcal.conf"_s);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    const auto refused = loadSettings(m_sources);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().detail.contains("GROQ_API_KEY"_L1));
    EXPECT_TRUE(refused.error().detail.contains("chmod 600"_L1));
    EXPECT_FALSE(refused.error().detail.contains("gsk-hush"_L1));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    EXPECT_TRUE(loadSettings(m_sources));
}

TEST_F(LoadSettings, ReadsSecretsFromFilesAndFromTheKeychain)
{
    QFile file(m_folder.filePath(u"groq"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("gsk-from-file\n");
    file.close();
    m_sources.environment.insert(u"GROQ_API_KEY_FILE"_s, file.fileName());
    m_sources.keychain.insert(u"GROQ_API_KEY"_s, u"gsk-from-keychain"_s);
    m_sources.keychain.insert(u"ANTHROPIC_API_KEY"_s, u"sk-ant-from-keychain"_s);
    const auto settings = loadSettings(m_sources);
    ASSERT_TRUE(settings) << qPrintable(settings.error().detail);
    EXPECT_EQ(settings->groq.key.reveal(), "gsk-from-file");
    EXPECT_EQ(settings->anthropic.key.reveal(), "sk-ant-from-keychain");
    EXPECT_THAT(settings->description, Contains(u"ANTHROPIC_API_KEY = ********  (keychain)"_s));
    m_sources.environment.insert(u"GROQ_API_KEY_FILE"_s, u"/nowhere/groq"_s);
    const auto missing = loadSettings(m_sources);
    ASSERT_FALSE(missing);
    EXPECT_TRUE(missing.error().detail.startsWith("GROQ_API_KEY_FILE"_L1)) << qPrintable(missing.error().detail);
    m_sources.environment.remove(u"GROQ_API_KEY_FILE"_s);
    m_sources.environment.insert(u"MY_NAME_FILE"_s, u"ignored, as MY_NAME is no secret"_s);
    EXPECT_TRUE(loadSettings(m_sources));
}

TEST_F(LoadSettings, SaysWhichSettingMisses)
{
    const QList<QPair<QHash<QString, QString>, QString>> cases{
        {{{u"CHATCAL_LLM"_s, u"groq"_s}}, u"GROQ_API_KEY"_s},
        {{{u"CHATCAL_LLM"_s, u"anthropic,offline"_s}}, u"ANTHROPIC_API_KEY"_s},
        {{{u"CHATCAL_LLM"_s, u"openai"_s}}, u"OPENAI_BASE_URL"_s},
        {{{u"OPENAI_BASE_URL"_s, u"http://127.0.0.1:11434/v1"_s}}, u"OPENAI_MODEL"_s},
        {{{u"CHATCAL_CALENDAR"_s, u"caldav"_s}}, u"CALDAV_URL"_s},
        {{{u"CHATCAL_CALENDAR"_s, u"google"_s}}, u"GOOGLE_CLIENT_ID"_s},
        {{{u"GOOGLE_CLIENT_ID"_s, u"id.apps.googleusercontent.com"_s}}, u"GOOGLE_CLIENT_SECRET"_s},
        {{{u"SMTP_SERVER"_s, u"smtp.example.org"_s}}, u"SMTP_FROM"_s},
        {{{u"SMTP_SERVER"_s, u"smtp.example.org"_s},
          {u"SMTP_FROM"_s, u"me@example.org"_s},
          {u"SMTP_USERNAME"_s, u"me"_s}},
         u"SMTP_PASSWORD"_s}};
    for (const auto &[given, missing] : cases) {
        SettingsSources sources = m_sources;
        sources.environment.insert(given);
        const auto refused = loadSettings(sources);
        ASSERT_FALSE(refused) << qPrintable(missing);
        EXPECT_TRUE(refused.error().detail.startsWith(missing + u" is not set, but "_s))
            << qPrintable(refused.error().detail);
    }
}

TEST_F(LoadSettings, ChoosesTheCalendarAndThePortThatFollow)
{
    m_sources.environment.insert(u"CALDAV_URL"_s, u"https://cloud.example.org/dav/"_s);
    m_sources.environment.insert(u"SMTP_SERVER"_s, u"smtp.example.org"_s);
    m_sources.environment.insert(u"SMTP_FROM"_s, u"me@example.org"_s);
    auto settings = loadSettings(m_sources);
    ASSERT_TRUE(settings) << qPrintable(settings.error().detail);
    EXPECT_EQ(settings->calendar, u"caldav"_s);
    EXPECT_EQ(settings->calDav.url, QUrl(u"https://cloud.example.org/dav/"_s));
    EXPECT_EQ(settings->smtp.port, 587);
    m_sources.environment.insert(u"SMTP_SECURITY"_s, u"tls"_s);
    m_sources.environment.insert(u"CHATCAL_CALENDAR"_s, u"local"_s);
    settings = loadSettings(m_sources);
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->calendar, u"local"_s);
    EXPECT_EQ(settings->smtp.port, 465);
}

TEST_F(LoadSettings, NamesTheFormOfWhatIsMalformed)
{
    const QList<QPair<QString, QString>> wrong{{u"CHATCAL_LLM"_s, u"gpt"_s},
                                               {u"CHATCAL_LLM"_s, u"groq,groq"_s},
                                               {u"GROQ_BASE_URL"_s, u"api.groq.com"_s},
                                               {u"GROQ_API_KEY"_s, u"two\nlines"_s},
                                               {u"REDIS_URL"_s, u"http://127.0.0.1"_s},
                                               {u"SECRET_KEY"_s, u"short"_s},
                                               {u"CALDAV_URL"_s, u"https://ada:hushhush@example.org/"_s},
                                               {u"CALDAV_BUSY_URLS"_s, u"ftp://example.org/"_s},
                                               {u"ALLOWED_PRIVATE_HOSTS"_s, u"http://nas.local"_s},
                                               {u"SMTP_SERVER"_s, u"smtp://example.org"_s},
                                               {u"SMTP_PORT"_s, u"70000"_s},
                                               {u"SMTP_SECURITY"_s, u"ssl"_s},
                                               {u"TRUSTED_PROXIES"_s, u"proxy"_s},
                                               {u"CHATCAL_WORKERS"_s, u"0"_s},
                                               {u"CHATCAL_RATE_LIMIT"_s, u"-1"_s},
                                               {u"CHATCAL_CALENDAR"_s, u"outlook"_s}};
    for (const auto &[name, value] : wrong) {
        SettingsSources sources = m_sources;
        sources.environment.insert(name, value);
        const auto refused = loadSettings(sources);
        ASSERT_FALSE(refused) << qPrintable(name);
        EXPECT_TRUE(refused.error().detail.startsWith(name + u" (environment): "_s))
            << qPrintable(refused.error().detail);
        EXPECT_FALSE(refused.error().detail.contains("hushhush"_L1));
    }
}

TEST(SettingEntries, StandInTheOperationsManual)
{
    QFile file(QStringLiteral(CHATCAL_OPERATIONS_MANUAL));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString manual = QString::fromUtf8(file.readAll());
    ASSERT_FALSE(manual.isEmpty());
    for (const SettingEntry &entry : settingEntries()) {
        // Also as CHATCAL_NAME and NAME_FILE, but not as a part of another's name.
        const QRegularExpression word(u"(?<![A-Z_])(CHATCAL_)?%1(_FILE)?(?![A-Z_])"_s.arg(entry.name));
        EXPECT_TRUE(manual.contains(word)) << qPrintable(entry.name);
    }
}

TEST(Settings, LeavesServicesOffWhoseSecretsStaySealed)
{
    const QTemporaryDir folder;
    SettingsSources sources;
    sources.flags.insert(u"DATA_DIR"_s, folder.path());
    sources.environment = {{u"SMTP_SERVER"_s, u"mail.example.org"_s},
                           {u"SMTP_USERNAME"_s, u"ada"_s},
                           {u"SMTP_FROM"_s, u"ada@example.org"_s},
                           {u"CHATCAL_LLM"_s, u"groq,offline"_s}};
    EXPECT_FALSE(loadSettings(sources)) << "a password and a key are missing";
    sources.locked = {u"SMTP_PASSWORD"_s, u"GROQ_API_KEY"_s};
    const auto settings = loadSettings(sources);
    ASSERT_TRUE(settings) << settings.error().detail.toStdString();
    EXPECT_EQ(settings->models, QStringList{u"offline"_s});
    EXPECT_EQ(settings->locked.size(), 2);

    sources.environment.insert(u"SMTP_PASSWORD"_s, u"pw"_s);
    EXPECT_EQ(loadSettings(sources)->locked, QStringList{u"GROQ_API_KEY"_s}) << "what comes from elsewhere is there";
    sources.locked.append(u"SECRET_KEY"_s);
    EXPECT_FALSE(loadSettings(sources)) << "nothing works without it";
}

} // namespace ChatCal
