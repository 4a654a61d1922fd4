// SPDX-License-Identifier: Apache-2.0
#include "core/mail/invitation.h"
#include "core/mail/smtpmailer.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/support/smtpsink.h"

#include <gmock/gmock.h>

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::HasSubstr;

namespace ChatCal {

namespace {

Invitation hardInvitation()
{
    const Zone berlin = *Zone::find(u"Europe/Berlin"_s);
    Invitation made;
    made.uid = u"5b7c0a9e@chatcal"_s;
    made.sequence = 2;
    made.title = UntrustedText(u"Café, “Analytical” engines; part 2 …"_s);
    made.description = UntrustedText(u".\nA line of one dot stands above; 日本語 too.\n"_s + QString(300, u'ß'));
    made.when.start = berlin.toInstant(*fromIsoLocal(u"2026-03-10T14:00"_s));
    made.when.end = made.when.start + 30min;
    made.organizer = {UntrustedText(u"Grace \"Amazing\" Hopper"_s), u"grace@example.com"_s};
    made.attendees = {{UntrustedText(u"Ада Лавлейс"_s), u"ada@bücher.example"_s}};
    made.stamp = made.when.start - 24h;
    return made;
}

} // namespace

/// What arrives, read by a program that shares nothing with ours.
TEST(SmtpInvitation, ArrivesWithThePartsMailProgramsLookFor)
{
    if (const QString missing = SmtpSink::missing(); !missing.isEmpty())
        GTEST_SKIP() << missing.toStdString();
    SmtpSink sink;
    ASSERT_TRUE(sink.start());
    SmtpOptions options;
    options.server = u"127.0.0.1"_s;
    options.port = sink.port();
    options.security = SmtpOptions::Security::None;
    const auto mailer = orDie(SmtpMailer::make(options), "good options");
    for (const bool cancels : {false, true}) {
        Invitation invitation = hardInvitation();
        if (cancels) {
            invitation.method = Invitation::Method::Cancel;
            invitation.occasion = Invitation::Occasion::Cancelled;
            invitation.reason = UntrustedText(u"Schnee & Eis"_s);
        }
        const MailMessage message = composeMail(invitation,
                                                {MailReader::Role::Guest, invitation.attendees[0],
                                                 *Zone::find(u"Asia/Tokyo"_s), u"https://chat.example.com/m/abc"_s},
                                                {UntrustedText(u"ChatCal"_s), u"robot@example.com"_s});
        const auto sent = await(mailer->send(message, {}));
        ASSERT_TRUE(sent) << sent.error().detail.toStdString();
        const auto mails = sink.mails();
        const QByteArray arrived = mails.last().data;
        EXPECT_EQ(arrived, message.data);
        EXPECT_EQ(mails.last().envelope["to"_L1].toArray(), QJsonArray{u"ada@xn--bcher-kva.example"_s});

        const QJsonObject mail = SmtpSink::read(arrived);
        EXPECT_EQ(mail["defects"_L1].toArray(), QJsonArray());
        EXPECT_EQ(mail["type"_L1].toString(), u"multipart/mixed"_s);
        const QJsonObject headers = mail["headers"_L1].toObject();
        EXPECT_THAT(headers["subject"_L1].toString().toStdString(),
                    HasSubstr("Café, “Analytical” engines; part 2 …, Tue Mar 10, 10:00 PM JST"));
        EXPECT_EQ(headers["message-id"_L1].toString(), u'<' + message.messageId + u'>');
        EXPECT_EQ(mail["addresses"_L1].toArray(), QJsonArray{u"ada@xn--bcher-kva.example"_s});

        const QJsonArray parts = mail["parts"_L1].toArray();
        ASSERT_EQ(parts.size(), 2);
        const QJsonArray forms = parts[0]["parts"_L1].toArray();
        ASSERT_EQ(forms.size(), 3);
        EXPECT_EQ(forms[0]["type"_L1].toString(), u"text/plain"_s);
        EXPECT_EQ(forms[1]["type"_L1].toString(), u"text/html"_s);
        const QJsonObject calendar = forms[2].toObject();
        EXPECT_EQ(calendar["type"_L1].toString(), u"text/calendar"_s);
        const QString method = cancels ? u"CANCEL"_s : u"REQUEST"_s;
        EXPECT_EQ(calendar["parameters"_L1]["method"_L1].toString(), method);
        EXPECT_EQ(calendar["parameters"_L1]["charset"_L1].toString().toUpper(), u"UTF-8"_s);
        const std::string text = calendar["content"_L1].toString().toStdString();
        EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR")) << text.substr(0, 40); // no blank before it
        EXPECT_THAT(text, HasSubstr("METHOD:" + method.toStdString()));
        EXPECT_EQ(parts[1]["disposition"_L1].toString(), u"attachment"_s);
        EXPECT_EQ(parts[1]["filename"_L1].toString(), u"invite.ics"_s);
        EXPECT_EQ(parts[1]["content"_L1].toString(), calendar["content"_L1].toString());
        for (const auto &form : forms)
            EXPECT_EQ(form["defects"_L1].toArray(), QJsonArray());
    }
}

} // namespace ChatCal
