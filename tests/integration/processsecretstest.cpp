// SPDX-License-Identifier: Apache-2.0
// The desktop's secrets: chatcal-cli secret, with and without a keychain, and how a child server gets them.
#include "tests/integration/processserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr int patience = 30000; // milliseconds

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A person's home, with a D-Bus session of its own when it is opened.
class Home
{
public:
    Home()
    {
        QDir(m_folder.path()).mkpath(u"run"_s);
        QFile::setPermissions(m_folder.filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_environment.insert(u"PATH"_s, QProcessEnvironment::systemEnvironment().value(u"PATH"_s));
        m_environment.insert(u"HOME"_s, m_folder.path());
        m_environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.filePath(u"run"_s));
        m_environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"share"_s));
        m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    }
    ~Home() { close(); }

    [[nodiscard]] QString dataDir() const { return m_folder.filePath(u"share/chatcal"_s); }
    [[nodiscard]] QString file() const { return dataDir() + u"/desktop.sealed"_s; }
    /// What an earlier version kept without a seal.
    [[nodiscard]] QString plainFile() const { return dataDir() + u"/desktop.secrets"_s; }
    void givePassphrase(const QByteArray &passphrase)
    {
        QFile words(m_folder.filePath(u"passphrase"_s));
        ASSERT_TRUE(words.open(QIODevice::WriteOnly));
        words.write(passphrase + '\n');
        m_environment.insert(u"CHATCAL_PASSPHRASE_FILE"_s, words.fileName());
    }

    [[nodiscard]] bool openSession()
    {
        m_bus.setProcessEnvironment(m_environment);
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        const bool isUp = m_bus.waitForStarted(patience) && m_bus.waitForReadyRead(patience);
        m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s,
                             QString::fromLatin1(m_bus.readAllStandardOutput().trimmed()));
        return isUp;
    }
    /// The keychain of a person who has logged in.
    [[nodiscard]] bool unlockKeychain()
    {
        m_keychain.setProcessEnvironment(m_environment);
        m_keychain.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
        if (!m_keychain.waitForStarted(patience))
            return false;
        m_keychain.write("password");
        m_keychain.closeWriteChannel();
        return eventually(
            [this] {
                QProcess ask;
                ask.setProcessEnvironment(m_environment);
                ask.start(u"dbus-send"_s,
                          {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                           u"org.freedesktop.DBus.GetNameOwner"_s, u"string:org.freedesktop.secrets"_s});
                return ask.waitForFinished(patience) && ask.exitCode() == 0;
            },
            std::chrono::milliseconds(patience));
    }
    /// Whoever asks for a keychain waits for a program that never becomes one.
    void makeKeychainHang()
    {
        const QString services = m_folder.filePath(u"share/dbus-1/services"_s);
        QDir().mkpath(services);
        QFile service(services + u"/org.freedesktop.secrets.service"_s);
        ASSERT_TRUE(service.open(QIODevice::WriteOnly));
        service.write("[D-BUS Service]\nName=org.freedesktop.secrets\nExec=/bin/sleep 60\n");
    }
    void close()
    {
        for (QProcess *process : {&m_keychain, &m_bus}) {
            if (process->state() == QProcess::NotRunning)
                continue;
            process->terminate();
            if (!process->waitForFinished(5000))
                process->kill();
            process->waitForFinished(5000);
        }
        m_environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    }

    [[nodiscard]] Outcome cli(const QStringList &words, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(QCoreApplication::applicationDirPath() + u"/chatcal-cli"_s, QStringList{u"secret"_s} + words);
        process.write(input);
        process.closeWriteChannel();
        const bool isOver = process.waitForFinished(patience);
        if (!isOver)
            process.kill();
        return {isOver ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    [[nodiscard]] QByteArray list() const { return cli({u"list"_s}).output; }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QProcess m_bus;
    QProcess m_keychain;
};

bool hasPrograms()
{
    for (const QString &program : {u"dbus-daemon"_s, u"dbus-send"_s, u"gnome-keyring-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            return false;
    }
    return true;
}

const QByteArray groqKey = "gsk-the-key-of-the-tests";
const QByteArray childToken = "the-token-that-came-by-pipe\n";

} // namespace

TEST(Secrets, AreKeptInTheKeychain)
{
    if (!hasPrograms())
        GTEST_SKIP() << "dbus-daemon or gnome-keyring-daemon is missing";
    Home home;
    ASSERT_TRUE(home.openSession() && home.unlockKeychain());
    const Outcome set = home.cli({u"set"_s, u"GROQ_API_KEY"_s}, groqKey + '\n');
    ASSERT_EQ(set.exitCode, 0) << set.errors.toStdString();
    EXPECT_THAT(set.output.toStdString(), HasSubstr("in the keychain"));
    EXPECT_FALSE((set.output + set.errors).contains(groqKey));
    ASSERT_EQ(home.cli({u"set"_s, u"SMTP_PASSWORD"_s}, "pass word\n").exitCode, 0);
    EXPECT_EQ(home.list(), "GROQ_API_KEY\nSMTP_PASSWORD\n");
    EXPECT_FALSE(QFile::exists(home.file()));
    EXPECT_EQ(home.cli({u"remove"_s, u"GROQ_API_KEY"_s}).exitCode, 0);
    EXPECT_EQ(home.cli({u"remove"_s, u"GROQ_API_KEY"_s}).exitCode, 1);
    EXPECT_EQ(home.list(), "SMTP_PASSWORD\n");
}

TEST(Secrets, AreSealedInAFileWhereThereIsNoKeychain)
{
    Home home;
    home.givePassphrase("correct horse battery");
    QElapsedTimer took;
    took.start();
    const Outcome set = home.cli({u"set"_s, u"GROQ_API_KEY"_s}, groqKey);
    ASSERT_EQ(set.exitCode, 0) << set.errors.toStdString();
    EXPECT_LT(took.elapsed(), 3000);
    EXPECT_THAT(set.output.toStdString(), HasSubstr(home.file().toStdString()));
    EXPECT_FALSE((set.output + set.errors).contains(groqKey));
    const auto onlyTheOwner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    EXPECT_EQ(QFile::permissions(home.file()), onlyTheOwner);
    EXPECT_TRUE(contentOf(home.file()).contains("GROQ_API_KEY"));
    EXPECT_FALSE(contentOf(home.file()).contains(groqKey));
    EXPECT_EQ(home.list(), "GROQ_API_KEY\n");

    home.givePassphrase("another one");
    const Outcome wrong = home.cli({u"set"_s, u"SMTP_PASSWORD"_s}, "pass word");
    EXPECT_EQ(wrong.exitCode, 2);
    EXPECT_THAT(wrong.errors.toStdString(), HasSubstr("does not open"));
    EXPECT_EQ(home.list(), "GROQ_API_KEY\n") << "nothing was lost by it";

    QFile::setPermissions(home.file(), onlyTheOwner | QFile::ReadOther);
    const Outcome refused = home.cli({u"list"_s});
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_THAT(refused.errors.toStdString(), HasSubstr("chmod 600"));
}

TEST(Secrets, AreNotKeptWhereNothingSealsThem)
{
    const Home home;
    const Outcome set = home.cli({u"set"_s, u"GROQ_API_KEY"_s}, groqKey);
    EXPECT_EQ(set.exitCode, 2);
    EXPECT_THAT(set.errors.toStdString(), HasSubstr("CHATCAL_PASSPHRASE_FILE"));
    EXPECT_FALSE(QFile::exists(home.file()));
    EXPECT_FALSE(QFile::exists(home.plainFile()));
}

TEST(Secrets, AreSealedWithTheNextChangeWhereTheyWereNot)
{
    Home home;
    QDir().mkpath(home.dataDir());
    QFile plain(home.plainFile());
    ASSERT_TRUE(plain.open(QIODevice::WriteOnly));
    plain.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    plain.write("{\"GROQ_API_KEY\":\"" + groqKey + "\"}\n");
    plain.close();
    EXPECT_EQ(home.list(), "GROQ_API_KEY\n");
    home.givePassphrase("correct horse battery");
    ASSERT_EQ(home.cli({u"set"_s, u"SMTP_PASSWORD"_s}, "pass word").exitCode, 0);
    EXPECT_FALSE(QFile::exists(home.plainFile()));
    EXPECT_FALSE(contentOf(home.file()).contains(groqKey));
    EXPECT_EQ(home.list(), "GROQ_API_KEY\nSMTP_PASSWORD\n");
}

TEST(Secrets, DoNotWaitForAKeychainThatNeverAnswers)
{
    if (!hasPrograms())
        GTEST_SKIP() << "dbus-daemon is missing";
    Home home;
    home.makeKeychainHang();
    home.givePassphrase("correct horse battery");
    ASSERT_TRUE(home.openSession());
    QElapsedTimer took;
    took.start();
    const Outcome set = home.cli({u"set"_s, u"GROQ_API_KEY"_s}, groqKey);
    EXPECT_EQ(set.exitCode, 0) << set.errors.toStdString();
    EXPECT_GT(took.elapsed(), 2500) << "it was asked";
    EXPECT_LT(took.elapsed(), 6000) << "and given up on once";
    EXPECT_TRUE(contentOf(home.file()).contains("GROQ_API_KEY"));
}

TEST(Secrets, StayInALockedKeychainAndJoinItLater)
{
    if (!hasPrograms())
        GTEST_SKIP() << "dbus-daemon or gnome-keyring-daemon is missing";
    Home home;
    ASSERT_TRUE(home.openSession() && home.unlockKeychain());
    ASSERT_EQ(home.cli({u"set"_s, u"GROQ_API_KEY"_s}, groqKey).exitCode, 0);
    home.close();

    // Another session, whose keychain D-Bus starts: locked, and nobody there to open it.
    ASSERT_TRUE(home.openSession());
    home.givePassphrase("correct horse battery");
    const Outcome set = home.cli({u"set"_s, u"SMTP_PASSWORD"_s}, "pass word");
    EXPECT_EQ(set.exitCode, 0) << set.errors.toStdString();
    EXPECT_TRUE(contentOf(home.file()).contains("SMTP_PASSWORD"));
    const Outcome removed = home.cli({u"remove"_s, u"GROQ_API_KEY"_s});
    EXPECT_EQ(removed.exitCode, 2);
    EXPECT_THAT(removed.errors.toStdString(), HasSubstr("may still hold"));
    home.close();

    ASSERT_TRUE(home.openSession() && home.unlockKeychain());
    EXPECT_EQ(home.list(), "GROQ_API_KEY\nSMTP_PASSWORD\n");
    ASSERT_EQ(home.cli({u"set"_s, u"CALDAV_PASSWORD"_s}, "another").exitCode, 0);
    EXPECT_EQ(home.list(), "CALDAV_PASSWORD\nGROQ_API_KEY\nSMTP_PASSWORD\n");
    EXPECT_FALSE(QFile::exists(home.file())) << "what was in the file is in the keychain now";
}

TEST(Secrets, AreOnlyThoseTheServerKnows)
{
    const Home home;
    const Outcome unknown = home.cli({u"set"_s, u"GROQ_KEY"_s}, groqKey);
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_THAT(unknown.errors.toStdString(), HasSubstr("GROQ_API_KEY"));
    EXPECT_FALSE(unknown.errors.contains(groqKey));
    EXPECT_EQ(home.cli({u"set"_s, u"CHATCAL_HOST_TOKEN"_s}, "a-token-of-the-owner").exitCode, 2);
    EXPECT_EQ(home.cli({u"set"_s, u"GROQ_API_KEY"_s}, "\n").exitCode, 2);
    EXPECT_EQ(home.cli({u"set"_s, u"GROQ_API_KEY"_s}, QByteArray(9000, 'x')).exitCode, 2);
    EXPECT_EQ(home.cli({u"set"_s, u"GROQ_API_KEY"_s, u"value"_s}).exitCode, 2);
    EXPECT_EQ(home.cli({}).exitCode, 2);
    EXPECT_FALSE(QFile::exists(home.file()));
}

TEST(ChildSecrets, ComeByPipeAndShowNowhere)
{
    const QTemporaryDir folder;
    const ServerProcess::Variables variables{{u"CHATCAL_HOST_TOKEN"_s, QString()}};
    const QByteArray lines = childToken + "GROQ_API_KEY=" + groqKey + "\n\n";
    const Outcome checked = ServerProcess::run({u"--child"_s, u"--check-config"_s}, folder.path(), variables, lines);
    EXPECT_EQ(checked.exitCode, 0) << checked.errors.toStdString();
    EXPECT_THAT(checked.output.toStdString(), HasSubstr("GROQ_API_KEY = ********  (keychain)"));
    EXPECT_FALSE((checked.output + checked.errors).contains(groqKey));

    ServerProcess server(folder.path(), variables);
    ASSERT_TRUE(server.start({u"--child"_s}, lines)) << server.log().toStdString();
    for (const QString &name : {u"cmdline"_s, u"environ"_s})
        EXPECT_FALSE(contentOf(u"/proc/%1/%2"_s.arg(server.processId()).arg(name)).contains(groqKey));
    EXPECT_EQ(server.stop(), 0);
    EXPECT_FALSE(server.log().contains(groqKey));
    const QDir data(folder.path());
    for (const QString &name : data.entryList(QDir::Files))
        EXPECT_FALSE(contentOf(data.filePath(name)).contains(groqKey)) << name.toStdString();
}

TEST(ChildSecrets, GiveWayToTheEnvironment)
{
    const QTemporaryDir folder;
    const Outcome checked =
        ServerProcess::run({u"--child"_s, u"--check-config"_s}, folder.path(), {{u"GROQ_API_KEY"_s, u"gsk-another"_s}},
                           childToken + "GROQ_API_KEY=" + groqKey + "\n\n");
    EXPECT_THAT(checked.output.toStdString(), HasSubstr("GROQ_API_KEY = ********  (environment)"));
}

TEST(ChildSecrets, AreRefusedWhenTheyAreNone)
{
    const QTemporaryDir folder;
    const auto refused = [&](const QByteArray &lines, const QByteArray &word) {
        const Outcome outcome = ServerProcess::run({u"--child"_s}, folder.path(), {}, childToken + lines);
        expectRefused(outcome, word);
        EXPECT_FALSE(outcome.errors.contains(groqKey));
    };
    refused("GROQ_API_KEY=" + groqKey + '\n', "empty line");
    refused(groqKey + "\n\n", "no secret setting");
    refused("WORKING_HOURS=" + groqKey + "\n\n", "no secret setting");
    refused("GROQ_API_KEY=" + groqKey + QByteArray(20000, 'x') + "\n\n", "empty line");
    refused("SECRET_KEY=short\n\n", "SECRET_KEY (keychain)");
}

} // namespace ChatCal
