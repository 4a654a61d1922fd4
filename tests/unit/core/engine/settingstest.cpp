// SPDX-License-Identifier: Apache-2.0
#include "core/engine/settings.h"

#include <QFile>
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

} // namespace ChatCal
