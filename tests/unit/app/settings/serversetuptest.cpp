// SPDX-License-Identifier: Apache-2.0
#include "app/look/language.h"
#include "app/settings/configfile.h"
#include "tests/unit/app/settings/ownserver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

ServerSetup::Wish wishFor(const QString &name, const QString &value)
{
    ServerSetup::Wish wish;
    wish.values.insert(name, value);
    return wish;
}

} // namespace

TEST(ConfigFile, KeepsWhatPeopleWrote)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"chatcal.conf"_s);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("# mine\n[here]\nMY_NAME = Ada\n\nSMTP_PORT=25\nMY_NAME = Grace\n");
    file.close();
    auto read = ConfigFile::read(path);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->value(u"MY_NAME"_s), u"Grace"_s) << "of two the later holds";
    read->set(u"MY_NAME"_s, u"Lin"_s);
    read->set(u"SMTP_SERVER"_s, u"mail.example.org"_s);
    read->remove(u"SMTP_PORT"_s);
    ASSERT_TRUE(read->write(path));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "# mine\n[here]\nMY_NAME = Ada\n\nMY_NAME = Lin\nSMTP_SERVER = mail.example.org\n");
    EXPECT_FALSE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther));
}

TEST(ConfigFile, LetsNoValueBeginALineOfItsOwn)
{
    ConfigFile file;
    file.set(u"MY_NAME"_s, u"Ada\nSMTP_SERVER = evil.example"_s);
    file.set(u"GROQ_MODEL"_s, u"\"quoted\""_s);
    EXPECT_EQ(file.values().size(), 2);
    EXPECT_EQ(file.value(u"GROQ_MODEL"_s), u"\"quoted\""_s);
}

TEST(ServerSetup, SaysWhatIsInForceAndWhereItComesFrom)
{
    OwnServer server("MY_NAME = Ada\n");
    const auto values = await(server.setup().read());
    ASSERT_TRUE(values) << qPrintable(values.error().detail);
    EXPECT_EQ(values->value(u"MY_NAME"_s).text, u"Ada"_s);
    EXPECT_EQ(values->value(u"MY_NAME"_s).origin, server.folder() + u"/chatcal.conf"_s);
    EXPECT_FALSE(values->value(u"SMTP_SERVER"_s).isSet());
    EXPECT_EQ(values->value(u"SMTP_SECURITY"_s).text, u"starttls"_s);
    EXPECT_TRUE(values->value(u"DATA_DIR"_s).isFixed());
}

TEST(ServerSetup, WritesAndStartsTheServerAnew)
{
    OwnServer server("# mine\n");
    ASSERT_TRUE(server.start());
    const auto applied = await(server.setup().apply(wishFor(u"MY_NAME"_s, u"Grace Hopper"_s)));
    ASSERT_TRUE(applied) << qPrintable(applied.error().detail);
    EXPECT_EQ(server.configuration(), "# mine\nMY_NAME = Grace Hopper\n");
    ASSERT_TRUE(eventually([&] { return server.starts() == 2; }));
    const auto facts = await(server.client().greet());
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->hostName, u"Grace Hopper"_s);
}

TEST(ServerSetup, ChangesNothingTheServerWouldRefuse)
{
    OwnServer server("MY_NAME = Ada\n");
    ServerSetup::Wish wish = wishFor(u"CALENDAR"_s, u"caldav"_s);
    wish.values.insert(u"CALDAV_URL"_s, u"not an address"_s);
    wish.secrets.insert(u"CALDAV_PASSWORD"_s, Secret("pw"));
    const auto applied = await(server.setup().apply(wish));
    ASSERT_FALSE(applied);
    ASSERT_EQ(applied.error().fields.size(), 1);
    EXPECT_EQ(applied.error().fields.first().field, u"CALDAV_URL"_s);
    EXPECT_TRUE(applied.error().fields.first().message.text().startsWith(u"should look like"_s));
    EXPECT_EQ(server.configuration(), "MY_NAME = Ada\n");
    EXPECT_TRUE(await(server.process().vault().read())->isEmpty());
}

TEST(ServerSetup, IsToldInTheInterfacesLanguage)
{
    OwnServer server;
    applyLanguage(u"de"_s);
    const auto wrong = await(server.setup().apply(wishFor(u"SMTP_PORT"_s, u"none"_s)));
    const auto missing = await(server.setup().apply(wishFor(u"CALENDAR"_s, u"caldav"_s)));
    ServerSetup::Wish nobody = wishFor(u"SMTP_SERVER"_s, u"127.0.0.1"_s);
    nobody.values.insert(u"SMTP_PORT"_s, u"1"_s);
    nobody.values.insert(u"SMTP_FROM"_s, u"ada@example.org"_s);
    const auto trials = await(server.setup().tryOut(nobody, {u"SMTP_"_s}));
    applyLanguage(u"en"_s);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().fields.value(0),
              (FieldError{u"SMTP_PORT"_s, Sentence::said(u"sollte so aussehen: 587, eine Portnummer"_s)}));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().fields.value(0),
              (FieldError{u"CALDAV_URL"_s, Sentence::said(u"ist nicht gesetzt, aber CALENDAR ist caldav"_s)}));
    ASSERT_TRUE(trials);
    EXPECT_TRUE(std::any_of(trials->begin(), trials->end(), [](const auto &trial) {
        return trial.service == u"mail smtp"_s && trial.words.startsWith(u"ist nicht erreichbar ("_s);
    }));
}

TEST(ServerSetup, NamesTheFieldThatIsMissing)
{
    OwnServer server;
    const auto applied = await(server.setup().apply(wishFor(u"CALENDAR"_s, u"caldav"_s)));
    ASSERT_FALSE(applied);
    ASSERT_EQ(applied.error().fields.size(), 1);
    EXPECT_EQ(applied.error().fields.first().field, u"CALDAV_URL"_s);
}

TEST(ServerSetup, TriesServicesAsTheyWouldBe)
{
    OwnServer server;
    ServerSetup::Wish wish;
    wish.values.insert(u"SMTP_SERVER"_s, u"127.0.0.1"_s);
    wish.values.insert(u"SMTP_PORT"_s, u"1"_s); // nobody listens there
    wish.values.insert(u"SMTP_FROM"_s, u"ada@example.org"_s);
    const auto trials = await(server.setup().tryOut(wish, {u"SMTP_"_s}));
    ASSERT_TRUE(trials) << qPrintable(trials.error().detail);
    const auto mail =
        std::find_if(trials->begin(), trials->end(), [](const auto &trial) { return trial.service == u"mail smtp"_s; });
    ASSERT_NE(mail, trials->end());
    EXPECT_FALSE(mail->isGood);
    EXPECT_FALSE(mail->words.isEmpty());
    EXPECT_EQ(server.configuration(), QByteArray()) << "a trial leaves nothing";
}
