// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/processserver.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ASSERT_EQ(file.write(content), content.size());
}

void makeDatabase(const QString &folder)
{
    ServerProcess server(folder);
    ASSERT_TRUE(server.start());
    ASSERT_EQ(server.say(u"hello"_s).status, 200);
    ASSERT_EQ(server.stop(), 0);
}

bool execute(const QString &path, const QString &sql)
{
    const QString name = u"processstarttest"_s;
    bool isDone = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        isDone = database.open() && QSqlQuery(database).exec(sql);
    }
    QSqlDatabase::removeDatabase(name);
    return isDone;
}

constexpr auto onlyTheOwner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

} // namespace

TEST(ProcessStart, RefusesAPortInUse)
{
    QTcpServer occupant;
    ASSERT_TRUE(occupant.listen(QHostAddress::LocalHost));
    const QTemporaryDir folder;
    const QString listen = u"127.0.0.1:%1"_s.arg(occupant.serverPort());
    expectRefused(ServerProcess::run({u"--listen"_s, listen}, folder.path()),
                  QByteArray::number(occupant.serverPort()));
}

TEST(ProcessStart, RefusesAFolderThatCannotBe)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"file"_s);
    write(file, "content");
    expectRefused(ServerProcess::run({}, file), "not a folder");
    expectRefused(ServerProcess::run({}, file + u"/below"_s), "cannot be made");
    expectRefused(ServerProcess::run({}, u"/proc/chatcal"_s), "/proc/chatcal");
    EXPECT_EQ(contentOf(file), "content");
}

TEST(ProcessStart, RefusesAndKeepsACorruptDatabase)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"chatcal.sqlite"_s);
    const QByteArray garbage = QByteArray("this is no database ").repeated(500);
    write(path, garbage);
    expectRefused(ServerProcess::run({}, folder.path()), "chatcal.sqlite");
    EXPECT_EQ(contentOf(path), garbage);
    EXPECT_FALSE(QFile::exists(folder.filePath(u"owner.token"_s)));
}

TEST(ProcessStart, RefusesAndKeepsADamagedDatabase)
{
    const QTemporaryDir folder;
    makeDatabase(folder.path());
    const QString path = folder.filePath(u"chatcal.sqlite"_s);
    QByteArray damaged = contentOf(path);
    ASSERT_GT(damaged.size(), 8192);
    damaged.replace(4096, damaged.size() - 4096, QByteArray(damaged.size() - 4096, '\x5a'));
    write(path, damaged);
    expectRefused(ServerProcess::run({}, folder.path()), "damaged");
    EXPECT_EQ(contentOf(path), damaged);
}

TEST(ProcessStart, RefusesAndKeepsANewerSchema)
{
    const QTemporaryDir folder;
    makeDatabase(folder.path());
    const QString path = folder.filePath(u"chatcal.sqlite"_s);
    ASSERT_TRUE(execute(path, u"PRAGMA user_version = 4711"_s));
    const QByteArray before = contentOf(path);
    expectRefused(ServerProcess::run({}, folder.path()), "newer ChatCal");
    expectRefused(ServerProcess::run({u"token"_s, u"list"_s}, folder.path()), "newer ChatCal");
    EXPECT_EQ(contentOf(path), before);
}

struct BadStart
{
    const char *name;
    QStringList arguments;
    ServerProcess::Variables variables;
    QByteArray configuration;
    QByteArray word;
};

class BadStarts : public testing::TestWithParam<BadStart>
{
};

TEST_P(BadStarts, SayWhichSettingAndWhere)
{
    const QTemporaryDir folder;
    if (!GetParam().configuration.isEmpty())
        write(folder.filePath(u"chatcal.conf"_s), GetParam().configuration);
    const Outcome outcome = ServerProcess::run(GetParam().arguments, folder.path(), GetParam().variables);
    expectRefused(outcome, GetParam().word);
    EXPECT_FALSE(QFile::exists(folder.filePath(u"chatcal.sqlite"_s)));
    EXPECT_FALSE(outcome.errors.contains("short-secret"));
}

INSTANTIATE_TEST_SUITE_P(
    All, BadStarts,
    testing::Values(
        BadStart{"listenFlag", {u"--listen"_s, u"here"_s}, {}, {}, "CHATCAL_LISTEN (command line): should look like"},
        BadStart{"listenPort", {u"--listen"_s, u"127.0.0.1:70000"_s}, {}, {}, "CHATCAL_LISTEN"},
        BadStart{"zoneFlag", {u"--default-timezone=Mars"_s}, {}, {}, "DEFAULT_TIMEZONE (command line)"},
        BadStart{"emptyFolder", {u"--data-dir"_s, QString()}, {}, {}, "CHATCAL_DATA_DIR"},
        BadStart{"zoneEnvironment", {}, {{u"DEFAULT_TIMEZONE"_s, u"Mars"_s}}, {}, "DEFAULT_TIMEZONE (environment)"},
        BadStart{"nowEnvironment", {}, {{u"CHATCAL_NOW"_s, u"yesterday"_s}}, {}, "CHATCAL_NOW"},
        BadStart{"token", {}, {{u"CHATCAL_HOST_TOKEN"_s, u"short-secret"_s}}, {}, "CHATCAL_HOST_TOKEN"},
        BadStart{"email", {}, {{u"MY_EMAIL_ADDRESS"_s, u"grace"_s}}, {}, "MY_EMAIL_ADDRESS"},
        BadStart{"phone", {}, {{u"MY_PHONE_NUMBER"_s, u"1"_s}}, {}, "MY_PHONE_NUMBER"},
        BadStart{"hours", {}, {{u"WORKING_HOURS"_s, u"always"_s}}, {}, "WORKING_HOURS"},
        BadStart{"origins", {}, {{u"CORS_ORIGINS"_s, u"example.com"_s}}, {}, "CORS_ORIGINS"},
        BadStart{"originPath", {}, {{u"CORS_ORIGINS"_s, u"https://example.com/"_s}}, {}, "CORS_ORIGINS"},
        BadStart{"model", {}, {{u"CHATCAL_LLM"_s, u"oracle"_s}}, {}, "CHATCAL_LLM"},
        BadStart{"template", {}, {{u"CONFERENCE_URL_TEMPLATE"_s, u"https://meet.example"_s}}, {}, "CONFERENCE_URL"},
        BadStart{"publicUrl", {}, {{u"PUBLIC_URL"_s, u"calendar"_s}}, {}, "PUBLIC_URL"},
        BadStart{"logFormat", {}, {{u"LOG_FORMAT"_s, u"xml"_s}}, {}, "LOG_FORMAT"},
        BadStart{"logRequests", {}, {{u"LOG_REQUESTS"_s, u"maybe"_s}}, {}, "LOG_REQUESTS"},
        BadStart{"unknownEnvironment", {}, {{u"CHATCAL_COLOUR"_s, u"blue"_s}}, {}, "CHATCAL_COLOUR (environment)"},
        BadStart{"fileValue", {}, {}, "# comment\n[server]\nWORKING_HOURS = always\n", "chatcal.conf"},
        BadStart{"fileUnknown", {}, {}, "COLOUR = blue\n", "COLOUR"},
        BadStart{"fileLine", {}, {}, "MY_NAME = Grace\nnonsense\n", "line 2"},
        BadStart{"unknownOption", {u"--colour"_s, u"blue"_s}, {}, {}, "--colour"},
        BadStart{"shortOption", {u"-x"_s}, {}, {}, "-x"}, BadStart{"word", {u"serve"_s}, {}, {}, "serve"},
        BadStart{"noValue", {u"--listen"_s}, {}, {}, "--listen needs a value"},
        BadStart{"secretOnCommandLine",
                 {u"--chatcal-host-token"_s, u"short-secret"_s},
                 {},
                 {},
                 "does not belong on the command line"},
        BadStart{"childWithoutToken", {u"--child"_s}, {}, {}, "no token on stdin"}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(ProcessStart, ExplainsItself)
{
    const QTemporaryDir folder;
    const Outcome help = ServerProcess::run({u"--help"_s}, folder.path());
    EXPECT_EQ(help.exitCode, 0);
    EXPECT_EQ(help.errors, QByteArray());
    for (const char *word : {"token add NAME", "--check-config", "DATA_DIR", "WORKING_HOURS", "CHATCAL_HOST_TOKEN"})
        EXPECT_TRUE(help.output.contains(word)) << word;
    const Outcome version = ServerProcess::run({u"--version"_s}, folder.path());
    EXPECT_EQ(version.exitCode, 0);
    EXPECT_THAT(version.output.toStdString(), testing::MatchesRegex("chatcal-server [0-9.]+\n"));
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST(ProcessStart, ShowsItsSettingsAndNoSecret)
{
    const QTemporaryDir folder;
    write(folder.filePath(u"chatcal.conf"_s),
          "; a comment\nMY_NAME = \"Grace Hopper\"\nWORKING_HOURS = Mon 10:00-12:00\n");
    const Outcome outcome =
        ServerProcess::run({u"--check-config"_s, u"--working-hours"_s, u"Tue 10:00-12:00"_s}, folder.path());
    EXPECT_EQ(outcome.exitCode, 0) << outcome.errors.toStdString();
    const std::string text = outcome.output.toStdString();
    EXPECT_THAT(text, HasSubstr("MY_NAME = Grace Hopper  ("));
    EXPECT_THAT(text, HasSubstr("WORKING_HOURS = Tue 10:00-12:00  (command line)"));
    EXPECT_THAT(text, HasSubstr("DEFAULT_TIMEZONE = America/New_York  (environment)"));
    EXPECT_THAT(text, HasSubstr("CHATCAL_HOST_TOKEN = ********  (environment)"));
    EXPECT_THAT(text, Not(HasSubstr(ServerProcess::ownerToken.toStdString())));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList{u"chatcal.conf"_s});
}

TEST(ProcessStart, TriesTheServicesAndNamesTheSettingThatWouldAllowAnAddress)
{
    const QTemporaryDir folder;
    const Outcome outcome = ServerProcess::run({u"--check-config"_s, u"--try"_s}, folder.path(),
                                               {{u"CALDAV_URL"_s, u"https://10.0.0.1/"_s},
                                                {u"CALDAV_USERNAME"_s, u"ada"_s},
                                                {u"CALDAV_PASSWORD"_s, u"hushhush"_s}});
    EXPECT_EQ(outcome.exitCode, 1);
    const std::string text = outcome.output.toStdString();
    EXPECT_THAT(text, HasSubstr("\nstore sqlite: ok\n"));
    EXPECT_THAT(text, ContainsRegex("\ncalendar caldav: [^\n]*ALLOWED_PRIVATE_HOSTS"));
    EXPECT_THAT(text, Not(HasSubstr("hushhush")));
}

TEST(ProcessStart, KeepsItsFilesToItsOwner)
{
    const QTemporaryDir parent;
    const QString folder = parent.filePath(u"a/data"_s);
    ServerProcess server(folder, {{u"CHATCAL_HOST_TOKEN"_s, QString()}});
    ASSERT_TRUE(server.start()) << server.log().toStdString();
    const QByteArray token = contentOf(folder + u"/owner.token"_s).trimmed();
    EXPECT_EQ(token.size(), 43);
    ASSERT_EQ(server.say(u"Book a 30 minute call on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s).status, 200);
    EXPECT_EQ(server.send("GET", u"/api/v1/meetings"_s, {}, ServerProcess::bearer(token))
                  .json["meetings"_L1]
                  .toArray()
                  .size(),
              1);
    const QDir outbox(folder + u"/outbox"_s);
    ASSERT_TRUE(eventually([&] { return outbox.entryList({u"*.eml"_s}).size() == 2; }));
    QFileInfoList files = QDir(folder).entryInfoList(QDir::Files | QDir::Hidden | QDir::System);
    files += outbox.entryInfoList(QDir::Files);
    EXPECT_GE(files.size(), 4);
    for (const QFileInfo &file : files)
        EXPECT_FALSE(file.permissions() & ~onlyTheOwner) << qPrintable(file.fileName());
    EXPECT_FALSE(QFileInfo(folder).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther));
    EXPECT_EQ(server.stop(), 0);

    ServerProcess again(folder, {{u"CHATCAL_HOST_TOKEN"_s, QString()}});
    ASSERT_TRUE(again.start());
    EXPECT_EQ(contentOf(folder + u"/owner.token"_s).trimmed(), token);
}

} // namespace ChatCal
