// SPDX-License-Identifier: Apache-2.0
#include "core/mail/smtpmailer.h"

#include "tests/support/await.h"
#include "tests/support/smtpsink.h"

#include <gmock/gmock.h>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

namespace ChatCal {

namespace {

using Security = SmtpOptions::Security;

MailMessage mailTo(const QString &to)
{
    return {u"0123@example.com"_s, u"host@example.com"_s, to,
            "From: host@example.com\r\nSubject: Tea\r\nMessage-ID: <0123@example.com>\r\n\r\nSee you.\r\n"
            ".\r\n..two dots\r\n.hidden\r\n"};
}

std::string detailOf(const Result<void> &outcome)
{
    return outcome ? std::string("it went well") : outcome.error().detail.toStdString();
}

std::optional<ErrorCode> codeOf(const Result<void> &outcome)
{
    return outcome ? std::nullopt : std::optional(outcome.error().code);
}

struct SmtpMailerTest : testing::Test
{
    static TestAuthority &authority()
    {
        static TestAuthority made;
        return made;
    }
    SmtpSink sink;
    SmtpOptions options;

    void SetUp() override
    {
        static const QString missing = SmtpSink::missing();
        if (!missing.isEmpty())
            GTEST_SKIP() << missing.toStdString();
        ASSERT_TRUE(authority().isMade());
    }

    /// With a user and a password, and a certificate for "localhost" unless @p names says otherwise.
    void start(Security security = Security::StartTls, const QStringList &more = {},
               const QStringList &names = {u"DNS:localhost"_s})
    {
        const auto certificate = authority().sign(names);
        ASSERT_TRUE(certificate);
        QStringList arguments{u"--cert"_s, certificate->certFile, u"--key"_s, certificate->keyFile, u"--user"_s,
                              u"ada"_s,    u"--password"_s,       u"s3cret"_s};
        arguments << u"--tls"_s
                  << (security == Security::Tls        ? u"implicit"_s
                          : security == Security::None ? u"none"_s
                                                       : u"starttls"_s);
        ASSERT_TRUE(sink.start(arguments + more));
        options.server = u"localhost"_s;
        options.port = sink.port();
        options.security = security;
        options.username = u"ada"_s;
        options.password = Secret("s3cret");
        options.caFile = authority().caFile();
        options.checkAgainAfter = 0ms;
    }
    [[nodiscard]] std::unique_ptr<SmtpMailer> mailer() const
    {
        return orDie(SmtpMailer::make(options), "good options");
    }
    [[nodiscard]] Result<void> send(const QString &to = u"guest@example.org"_s) const
    {
        const auto made = mailer();
        return await(made->send(mailTo(to), {}));
    }
};

} // namespace

TEST_F(SmtpMailerTest, SendsByteForByteOverStartTlsAndPlain)
{
    start();
    const auto sent = send();
    ASSERT_TRUE(sent) << detailOf(sent);
    const auto mails = sink.mails();
    ASSERT_EQ(mails.size(), 1);
    EXPECT_EQ(mails[0].data, mailTo({}).data);
    EXPECT_EQ(mails[0].envelope["from"_L1].toString(), u"host@example.com"_s);
    EXPECT_EQ(mails[0].envelope["to"_L1].toArray(), QJsonArray{u"guest@example.org"_s});
    EXPECT_TRUE(mails[0].envelope["tls"_L1].toBool());
    EXPECT_EQ(mails[0].envelope["user"_L1].toString(), u"ada"_s);
}

TEST_F(SmtpMailerTest, SpeaksImplicitTlsAndLogin)
{
    start(Security::Tls, {u"--mechanisms"_s, u"LOGIN"_s});
    const auto sent = send();
    ASSERT_TRUE(sent) << detailOf(sent);
    EXPECT_TRUE(sink.mails().value(0).envelope["tls"_L1].toBool());
    EXPECT_EQ(sink.mails().value(0).envelope["user"_L1].toString(), u"ada"_s);
}

TEST_F(SmtpMailerTest, SignsInWithABearerToken)
{
    start(Security::StartTls, {u"--bearer"_s, u"ya29.token"_s, u"--mechanisms"_s, u"XOAUTH2"_s});
    options.password = {};
    options.bearer = Secret("ya29.token");
    const auto sent = send();
    ASSERT_TRUE(sent) << detailOf(sent);
    options.bearer = Secret("old");
    EXPECT_EQ(codeOf(send()), ErrorCode::Unauthorized);
    EXPECT_EQ(sink.mails().size(), 1);
}

TEST_F(SmtpMailerTest, SpeaksPlainlyToThisMachineOnlyWhenTold)
{
    start(Security::None);
    EXPECT_TRUE(send());
    EXPECT_FALSE(sink.mails().value(0).envelope["tls"_L1].toBool(true));
    options.server = u"mail.example.com"_s;
    const auto made = SmtpMailer::make(options);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::InvalidInput);
    EXPECT_THAT(made.error().detail.toStdString(), HasSubstr("SMTP_SECURITY=none is only for"));
}

TEST_F(SmtpMailerTest, UsesOneConnectionForSeveralMails)
{
    start();
    const auto made = mailer();
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(await(made->send(mailTo(u"guest@example.org"_s), {})));
    EXPECT_EQ(sink.mails().size(), 3);
    EXPECT_EQ(sink.count(u"connected"_s), 1);
    EXPECT_EQ(sink.count(u"auth"_s), 1);
}

TEST_F(SmtpMailerTest, NeverSendsAPasswordOrAMailUnencryptedWhenStartTlsIsMissing)
{
    start(Security::None);
    options.security = Security::StartTls;
    const auto sent = send();
    EXPECT_EQ(codeOf(sent), ErrorCode::Protocol);
    EXPECT_THAT(detailOf(sent), HasSubstr("STARTTLS"));
    EXPECT_EQ(sink.count(u"auth"_s), 0);
    EXPECT_TRUE(sink.mails().isEmpty());
}

TEST_F(SmtpMailerTest, RefusesACertificateOfAnotherNameOrAuthority)
{
    start(Security::StartTls, {}, {u"DNS:somebody.else.test"_s});
    const auto sent = send();
    EXPECT_EQ(codeOf(sent), ErrorCode::Protocol);
    EXPECT_THAT(detailOf(sent), HasSubstr("certificate that does not hold"));
    const TestAuthority other;
    options.caFile = other.caFile();
    const auto distrusted = send();
    EXPECT_EQ(codeOf(distrusted), ErrorCode::Protocol);
    EXPECT_THAT(detailOf(distrusted), HasSubstr("certificate that does not hold"));
    EXPECT_EQ(sink.count(u"auth"_s), 0);
}

TEST_F(SmtpMailerTest, SaysThatThePasswordIsWrong)
{
    start();
    options.password = Secret("wrong");
    const auto sent = send();
    EXPECT_EQ(codeOf(sent), ErrorCode::Unauthorized);
    EXPECT_THAT(detailOf(sent), HasSubstr("does not accept the user name or password: 535 5.7.8"));
    EXPECT_THAT(detailOf(sent), Not(HasSubstr("wrong")));
    const auto made = mailer();
    EXPECT_EQ(codeOf(await(made->check({}))), ErrorCode::Unauthorized);
}

TEST_F(SmtpMailerTest, WantsToSignInWhereTheServerDoes)
{
    start();
    options.username.clear();
    options.password = {};
    const auto sent = send();
    EXPECT_EQ(codeOf(sent), ErrorCode::Unauthorized);
    EXPECT_THAT(detailOf(sent), HasSubstr("wants a user name and a password"));
}

struct SmtpFault
{
    const char *name;
    const char *fault;
    ErrorCode code;
    const char *words;
};

struct SmtpFaultTest : SmtpMailerTest, testing::WithParamInterface<SmtpFault>
{
};

TEST_P(SmtpFaultTest, IsToldForWhatItIs)
{
    start();
    ASSERT_TRUE(sink.setFaults(QString::fromLatin1(GetParam().fault)));
    const auto made = mailer();
    const auto sent = await(made->send(mailTo(u"guest@example.org"_s), {}));
    EXPECT_EQ(codeOf(sent), GetParam().code) << detailOf(sent);
    EXPECT_THAT(detailOf(sent), HasSubstr(GetParam().words));
    EXPECT_THAT(detailOf(sent), Not(HasSubstr("guest@"))); // the sink's words repeat the address
    // The server is well again, and so is the mailer.
    ASSERT_TRUE(sink.setFaults({}));
    const qsizetype before = sink.mails().size();
    const auto again = await(made->send(mailTo(u"guest@example.org"_s), {}));
    EXPECT_TRUE(again) << detailOf(again);
    EXPECT_EQ(sink.mails().size(), before + 1);
}

INSTANTIATE_TEST_SUITE_P(
    SmtpMailer, SmtpFaultTest,
    testing::Values(
        SmtpFault{"GreetingClosed", "greeting=421", ErrorCode::Unavailable, "refuses for now: 421"},
        SmtpFault{"GreetingNever", "greeting=554", ErrorCode::Unavailable, "does not serve us: 554"},
        SmtpFault{"GreetingCut", "greeting=cut", ErrorCode::Unavailable, "cut the connection"},
        SmtpFault{"HelloBusy", "ehlo=451", ErrorCode::Unavailable, "refuses for now: 451"},
        SmtpFault{"StartTlsBusy", "starttls=454", ErrorCode::Unavailable, "refuses for now: 454"},
        SmtpFault{"SignInBusy", "auth=454", ErrorCode::Unavailable, "refuses for now: 454"},
        SmtpFault{"SignInRefused", "auth=534", ErrorCode::Unauthorized, "does not accept the user name or password"},
        SmtpFault{"SignInCut", "auth=cut", ErrorCode::Unavailable, "cut the connection"},
        SmtpFault{"SenderBusy", "mail=421", ErrorCode::Unavailable, "refuses for now: 421"},
        SmtpFault{"SenderRefused", "mail=550", ErrorCode::Unauthorized, "does not let us send from"},
        SmtpFault{"TooLarge", "mail=552", ErrorCode::InvalidInput, "refuses the mail: 552"},
        SmtpFault{"RecipientBusy", "rcpt=451", ErrorCode::Unavailable, "refuses for now: 451 4.3.0 to the recipient"},
        SmtpFault{"RecipientClosed", "rcpt=421", ErrorCode::Unavailable, "refuses for now: 421"},
        SmtpFault{"RecipientRefused", "rcpt=550", ErrorCode::InvalidInput, "550 5.1.1 to the recipient"},
        SmtpFault{"RecipientCut", "rcpt=cut", ErrorCode::Unavailable, "cut the connection"},
        SmtpFault{"DataBusy", "data=451", ErrorCode::Unavailable, "451"},
        SmtpFault{"DataRefused", "data=550", ErrorCode::InvalidInput, "550"},
        SmtpFault{"DataCut", "data=cut", ErrorCode::Unavailable, "cut the connection"},
        SmtpFault{"BodyBusy", "body=451", ErrorCode::Unavailable, "451 4.3.0 to the mail"},
        SmtpFault{"BodyClosed", "body=421", ErrorCode::Unavailable, "421"},
        SmtpFault{"BodyRefused", "body=550", ErrorCode::InvalidInput, "550 5.1.1 to the mail"},
        SmtpFault{"BodyCutAfterAcceptance", "body=cut", ErrorCode::Timeout, "did not say what became of it"},
        SmtpFault{"BodyLost", "body=drop", ErrorCode::Timeout, "did not say what became of it"}),
    [](const auto &info) { return std::string(info.param.name); });

TEST_F(SmtpMailerTest, GivesUpOnAServerThatStallsAndKnowsWhetherTheMailMayHaveLeft)
{
    start();
    options.timeout = 1s;
    for (const char *stage : {"greeting", "ehlo", "auth", "mail", "rcpt", "data"}) {
        ASSERT_TRUE(sink.setFaults(QString::fromLatin1(stage) + u"=stall*1"_s));
        const auto sent = send();
        EXPECT_EQ(codeOf(sent), ErrorCode::Unavailable) << stage << ": " << detailOf(sent);
        EXPECT_THAT(detailOf(sent), HasSubstr("answers too slowly"));
    }
    ASSERT_TRUE(sink.setFaults(u"body=stall*1"_s));
    EXPECT_EQ(codeOf(send()), ErrorCode::Timeout);
    EXPECT_TRUE(eventually([&] { return sink.mails().size() == 1; })) << "it was accepted indeed";
}

TEST_F(SmtpMailerTest, LeavesWhenItIsStoppedOrGone)
{
    start();
    ASSERT_TRUE(sink.setFaults(u"rcpt=stall"_s));
    auto made = mailer();
    std::stop_source stop;
    auto task = made->send(mailTo(u"guest@example.org"_s), stop.get_token());
    ASSERT_TRUE(eventually([&] { return sink.count(u"fault"_s) == 1; }));
    stop.request_stop();
    EXPECT_EQ(codeOf(await(std::move(task))), ErrorCode::Cancelled);

    ASSERT_TRUE(sink.setFaults(u"body=stall"_s));
    auto last = made->send(mailTo(u"guest@example.org"_s), {});
    ASSERT_TRUE(eventually([&] { return sink.count(u"accepted"_s) == 1; }));
    QElapsedTimer clock;
    clock.start();
    made.reset();
    EXPECT_EQ(codeOf(await(std::move(last))), ErrorCode::Timeout); // it may have left, and it has
    EXPECT_LT(clock.elapsed(), 2000);
}

TEST_F(SmtpMailerTest, DoesNotHoldUpTheEventLoopOrItsOwnEndForAServerThatNeverAnswersQuit)
{
    QTcpServer server; // says yes to all but QUIT
    ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket *const socket = server.nextPendingConnection();
        socket->write("220 hi\r\n");
        auto inBody = std::make_shared<bool>(false);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, inBody] {
            while (socket->canReadLine()) {
                const QByteArray line = socket->readLine();
                if (*inBody && line != ".\r\n")
                    continue;
                *inBody = line == "DATA\r\n";
                if (line != "QUIT\r\n")
                    socket->write(*inBody ? "354 go\r\n" : "250 ok\r\n");
            }
        });
    });
    options.server = u"127.0.0.1"_s;
    options.port = server.serverPort();
    options.security = Security::None;
    auto made = mailer();
    ASSERT_TRUE(await(made->send(mailTo(u"guest@example.org"_s), {})));
    ASSERT_TRUE(await(made->check({})));
    QElapsedTimer clock;
    clock.start();
    made.reset();
    EXPECT_LT(clock.elapsed(), 1000);
}

TEST_F(SmtpMailerTest, CannotBeReachedWhereNobodyListens)
{
    start();
    sink.stop();
    const auto sent = send();
    EXPECT_EQ(codeOf(sent), ErrorCode::Unavailable);
    EXPECT_THAT(detailOf(sent), HasSubstr("cannot be reached"));
}

TEST_F(SmtpMailerTest, SendsToLettersOutsideAsciiWhereTheServerTakesThem)
{
    start(Security::StartTls, {u"--utf8"_s});
    const auto sent = send(u"zoë@example.org"_s);
    ASSERT_TRUE(sent) << detailOf(sent);
    EXPECT_EQ(sink.mails().value(0).envelope["to"_L1].toArray(), QJsonArray{u"zoë@example.org"_s});
    EXPECT_TRUE(sink.mails().value(0).envelope["utf8"_L1].toBool());
}

TEST_F(SmtpMailerTest, RefusesLettersOutsideAsciiClearlyWhereTheServerDoesNot)
{
    start();
    const auto made = mailer();
    ASSERT_TRUE(await(made->send(mailTo(u"guest@example.org"_s), {}))); // a connection to use again
    const auto sent = await(made->send(mailTo(u"zoë@example.org"_s), {}));
    EXPECT_EQ(codeOf(sent), ErrorCode::InvalidInput);
    EXPECT_THAT(detailOf(sent), HasSubstr("no SMTPUTF8"));
}

TEST_F(SmtpMailerTest, LetsNoAddressAndNoMailSayCommands)
{
    start();
    for (const QString &to : {u"a@b.c>\r\nRCPT TO:<evil@x.y"_s, u"a@b.c\nDATA"_s, u"a b@c.d"_s, u"a@b.c>"_s, u"@"_s,
                              u"nobody"_s, QString(), u"<a@b.c>"_s, QString(u"a@b.c"_s) + QChar(u'\0')})
        EXPECT_EQ(codeOf(send(to)), ErrorCode::InvalidInput) << to.toStdString();
    const auto made = mailer();
    for (const char *data : {"Subject: x\r\n\r\nfoo\n.\nMAIL FROM:<e@x.y>\r\n", "Subject: x\r\n\r\nfoo\r.\r\n",
                             "Subject: x\n\nfoo\n", "Subject: x\r\n\r\nno end"}) {
        MailMessage message = mailTo(u"guest@example.org"_s);
        message.data = data;
        EXPECT_EQ(codeOf(await(made->send(message, {}))), ErrorCode::InvalidInput) << data;
    }
    MailMessage sender = mailTo(u"guest@example.org"_s);
    sender.from = u"host@example.com> SIZE=1\r\nQUIT"_s;
    EXPECT_EQ(codeOf(await(made->send(sender, {}))), ErrorCode::InvalidInput);
    EXPECT_EQ(sink.count(u"connected"_s), 0);
}

TEST_F(SmtpMailerTest, ChecksWithoutSendingAndRemembersForAWhile)
{
    start();
    options.checkAgainAfter = 1h;
    const auto made = mailer();
    for (int i = 0; i < 3; ++i) {
        const auto checked = await(made->check({}));
        ASSERT_TRUE(checked) << detailOf(checked);
    }
    EXPECT_EQ(sink.count(u"noop"_s), 1);
    EXPECT_EQ(sink.count(u"auth"_s), 1);
    EXPECT_TRUE(sink.mails().isEmpty());
    // A mail tells more than a memory.
    ASSERT_TRUE(sink.setFaults(u"auth=535 mail=421*1"_s));
    EXPECT_EQ(codeOf(await(made->send(mailTo(u"guest@example.org"_s), {}))), ErrorCode::Unavailable);
    EXPECT_EQ(codeOf(await(made->check({}))), ErrorCode::Unavailable);
    EXPECT_EQ(codeOf(await(made->send(mailTo(u"guest@example.org"_s), {}))), ErrorCode::Unauthorized);
    EXPECT_EQ(codeOf(await(made->check({}))), ErrorCode::Unauthorized);
}

TEST_F(SmtpMailerTest, SaysInOneLineWhatTheCheckFound)
{
    start(Security::None);
    options.security = Security::Tls;
    EXPECT_THAT(detailOf(await(mailer()->check({}))), HasSubstr("does not speak TLS as expected"));
    options.security = Security::None;
    options.server = u"127.0.0.1"_s;
    EXPECT_TRUE(await(mailer()->check({})));
    ASSERT_TRUE(sink.setFaults(u"ehlo=502"_s));
    EXPECT_FALSE(await(mailer()->check({})));
    ASSERT_TRUE(sink.setFaults({}));
    options.password = Secret("wrong");
    EXPECT_THAT(detailOf(await(mailer()->check({}))), HasSubstr("does not accept the user name or password"));
}

TEST(SmtpOptionsTest, ThatCannotWorkAreRefusedWithTheNameOfTheSetting)
{
    const auto detail = [](const std::function<void(SmtpOptions &)> &change) {
        SmtpOptions options;
        options.server = QStringLiteral("mail.example.com");
        change(options);
        const auto made = SmtpMailer::make(options);
        return made ? std::string() : made.error().detail.toStdString();
    };
    EXPECT_EQ(detail([](SmtpOptions &) {}), "");
    EXPECT_THAT(detail([](SmtpOptions &o) { o.server.clear(); }), HasSubstr("SMTP_SERVER"));
    EXPECT_THAT(detail([](SmtpOptions &o) { o.server = u"a b/c"_s; }), HasSubstr("SMTP_SERVER"));
    EXPECT_THAT(detail([](SmtpOptions &o) { o.port = 70000; }), HasSubstr("SMTP_PORT"));
    EXPECT_THAT(detail([](SmtpOptions &o) { o.username = u"ada"_s; }), HasSubstr("SMTP_PASSWORD"));
    EXPECT_THAT(detail([](SmtpOptions &o) { o.password = Secret("x"); }), HasSubstr("SMTP_USERNAME"));
    EXPECT_THAT(detail([](SmtpOptions &o) { o.caFile = u"/nowhere.pem"_s; }), HasSubstr("authorities"));
    for (const QString &local : {u"localhost"_s, u"127.0.0.1"_s, u"127.8.9.1"_s, u"::1"_s})
        EXPECT_EQ(detail([local](SmtpOptions &o) {
                      o.server = local;
                      o.security = Security::None;
                  }),
                  "");
    for (const QString &far : {u"10.0.0.1"_s, u"localhost.example.com"_s, u"0.0.0.0"_s, u"2130706433"_s})
        EXPECT_THAT(detail([far](SmtpOptions &o) {
                        o.server = far;
                        o.security = Security::None;
                    }),
                    HasSubstr("SMTP_SECURITY=none"));
}

} // namespace ChatCal
