// SPDX-License-Identifier: Apache-2.0
#include "core/mail/invitation.h"
#include "core/time/words.h"
#include "mimereader.h"

#include <gmock/gmock.h>

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

namespace ChatCal {

namespace {

Zone zoneOf(const QString &name)
{
    return *Zone::find(name);
}

Invitation invitation()
{
    const Zone newYork = zoneOf(u"America/New_York"_s);
    Invitation made;
    made.uid = u"5b7c0a9e@chatcal"_s;
    made.meetingId = u"0310-1400-30m"_s;
    made.title = UntrustedText(u"Tea"_s);
    made.how = Invitation::How::Phone;
    made.guestPhone = u"+1 212 555 0100"_s;
    made.when.start = newYork.toInstant(*fromIsoLocal(u"2026-03-10T14:00"_s));
    made.when.end = made.when.start + 30min;
    made.organizer = {UntrustedText(u"Grace Hopper"_s), u"grace@example.com"_s};
    made.attendees = {{UntrustedText(u"Ada Lovelace"_s), u"ada@example.com"_s}};
    made.stamp = newYork.toInstant(*fromIsoLocal(u"2026-03-04T09:00"_s));
    return made;
}

MailReader guest(const QString &zone = u"Europe/Paris"_s)
{
    return {MailReader::Role::Guest,
            {UntrustedText(u"Ada Lovelace"_s), u"ada@example.com"_s},
            zoneOf(zone),
            u"https://chat.example.com/m/abc?x=1&y=2"_s};
}

MailReader host()
{
    return {MailReader::Role::Host,
            {UntrustedText(u"Grace Hopper"_s), u"grace@example.com"_s},
            zoneOf(u"America/New_York"_s),
            {}};
}

const Mailbox robot{UntrustedText(QStringLiteral("ChatCal")), QStringLiteral("robot@example.com")};

MimePart parsed(const MailMessage &message)
{
    return MimePart::read(message.data);
}

} // namespace

TEST(ComposeMail, HasThePartsEveryMailProgramLooksFor)
{
    const MimePart mail = parsed(composeMail(invitation(), guest(), robot));
    EXPECT_EQ(mail.type(), "multipart/mixed");
    ASSERT_EQ(mail.parts.size(), 2u);
    const MimePart &alternative = mail.parts[0];
    EXPECT_EQ(alternative.type(), "multipart/alternative");
    ASSERT_EQ(alternative.parts.size(), 3u);
    EXPECT_EQ(alternative.parts[0].type(), "text/plain");
    EXPECT_EQ(alternative.parts[1].type(), "text/html");
    EXPECT_EQ(alternative.parts[2].header("Content-Type"), "text/calendar; charset=UTF-8; method=REQUEST");
    EXPECT_EQ(mail.parts[1].type(), "application/ics");
    EXPECT_EQ(mail.parts[1].header("Content-Disposition"), "attachment; filename=\"invite.ics\"");
    EXPECT_EQ(alternative.parts[2].content, mail.parts[1].content);
    EXPECT_EQ(mail.parts[1].content, toICalendar(invitation(), zoneOf(u"Europe/Paris"_s)));
}

TEST(ComposeMail, SaysWhoFromWhoToAndWhen)
{
    const MailMessage message = composeMail(invitation(), guest(), robot);
    const MimePart mail = parsed(message);
    EXPECT_EQ(message.from, u"robot@example.com"_s);
    EXPECT_EQ(message.to, u"ada@example.com"_s);
    EXPECT_EQ(mail.header("From"), "\"ChatCal\" <robot@example.com>");
    EXPECT_EQ(mail.header("To"), "\"Ada Lovelace\" <ada@example.com>");
    EXPECT_EQ(mail.header("Reply-To"), "\"Grace Hopper\" <grace@example.com>");
    EXPECT_EQ(mail.header("Date"), "Wed, 04 Mar 2026 14:00:00 +0000");
    EXPECT_EQ(mail.header("Message-ID"), QByteArray("<" + message.messageId.toLatin1() + ">"));
    EXPECT_EQ(mail.header("Auto-Submitted"), "auto-generated");
    EXPECT_EQ(mail.header("MIME-Version"), "1.0");
    EXPECT_TRUE(message.messageId.endsWith(u"@example.com"_s));
}

TEST(ComposeMail, ShowsEachReaderTheirOwnZoneAndNamesIt)
{
    const MimePart forGuest = parsed(composeMail(invitation(), guest(), robot));
    const MimePart forHost = parsed(composeMail(invitation(), host(), robot));
    EXPECT_EQ(forGuest.header("Subject"), "Invitation: Tea, Tue Mar 10, 7:00 PM CET");
    EXPECT_EQ(forHost.header("Subject"), "Invitation: Tea, Tue Mar 10, 2:00 PM EDT");
    for (const int part : {0, 1}) {
        EXPECT_THAT(forGuest.parts[0].parts[part].content.toStdString(),
                    HasSubstr("Tuesday, March 10, 2026, 7:00–7:30 PM CET (30 minutes, Europe/Paris)"));
        EXPECT_THAT(forHost.parts[0].parts[part].content.toStdString(),
                    HasSubstr("Tuesday, March 10, 2026, 2:00–2:30 PM EDT (30 minutes, America/New_York)"));
    }
}

TEST(ComposeMail, TellsGuestAndHostWhatEachMustKnow)
{
    const std::string forGuest =
        parsed(composeMail(invitation(), guest(), robot)).parts[0].parts[0].content.toStdString();
    const std::string forHost =
        parsed(composeMail(invitation(), host(), robot)).parts[0].parts[0].content.toStdString();
    EXPECT_THAT(forGuest, HasSubstr("Hello Ada Lovelace,"));
    EXPECT_THAT(forGuest, HasSubstr("Your meeting with Grace Hopper is booked."));
    EXPECT_THAT(forGuest, HasSubstr("Grace Hopper will call you at +1 212 555 0100"));
    EXPECT_THAT(forGuest, HasSubstr("0310-1400-30m"));
    EXPECT_THAT(forGuest, HasSubstr("See, move or cancel it: https://chat.example.com/m/abc?x=1&y=2"));
    EXPECT_THAT(forHost, HasSubstr("Your meeting with Ada Lovelace is booked."));
    EXPECT_THAT(forHost, HasSubstr("Call Ada Lovelace at +1 212 555 0100"));
    EXPECT_THAT(forHost, HasSubstr("Ada Lovelace (ada@example.com)"));
    EXPECT_THAT(forHost, Not(HasSubstr("See, move or cancel it")));
}

TEST(ComposeMail, SaysNothingOfAVideoLinkThereIsNot)
{
    Invitation video = invitation();
    video.how = Invitation::How::Video;
    EXPECT_THAT(composeMail(video, guest(), robot).data.toStdString(), Not(HasSubstr("Video")));
    video.conferenceUrl = u"https://meet.example.com/abc"_s;
    const MimePart mail = parsed(composeMail(video, guest(), robot));
    EXPECT_THAT(mail.parts[0].parts[0].content.toStdString(), HasSubstr("Video call:  https://meet.example.com/abc"));
    EXPECT_THAT(mail.parts[0].parts[1].content.toStdString(), HasSubstr("href=\"https://meet.example.com/abc\""));
    video.conferenceUrl = u"javascript:alert(1)"_s;
    EXPECT_THAT(composeMail(video, guest(), robot).data.toStdString(), Not(HasSubstr("alert")));
}

TEST(ComposeMail, NamesTheOldTimeWhenMovedAndAsksToRemoveWhenCancelled)
{
    Invitation moved = invitation();
    moved.occasion = Invitation::Occasion::Moved;
    moved.sequence = 1;
    moved.before = Interval{moved.when.start - 24h, moved.when.end - 24h};
    const MimePart mail = parsed(composeMail(moved, host(), robot));
    EXPECT_TRUE(mail.header("Subject").startsWith("Moved: Tea, "));
    EXPECT_THAT(mail.parts[0].parts[0].content.toStdString(), HasSubstr("Monday, March 9, 2026, 2:00–2:30 PM EDT"));

    Invitation cancelled = invitation();
    cancelled.method = Invitation::Method::Cancel;
    cancelled.occasion = Invitation::Occasion::Cancelled;
    const MimePart gone = parsed(composeMail(cancelled, host(), robot));
    EXPECT_TRUE(gone.header("Subject").startsWith("Cancelled: Tea, "));
    EXPECT_EQ(gone.parts[0].parts[2].header("Content-Type"), "text/calendar; charset=UTF-8; method=CANCEL");
    EXPECT_THAT(gone.parts[0].parts[0].content.toStdString(), HasSubstr("was cancelled."));
    EXPECT_THAT(gone.parts[0].parts[0].content.toStdString(), Not(HasSubstr("Why:")));
    cancelled.reason = UntrustedText(u"A <cold>"_s);
    const MimePart why = parsed(composeMail(cancelled, host(), robot));
    EXPECT_THAT(why.parts[0].parts[0].content.toStdString(), HasSubstr("Why:         A <cold>"));
    EXPECT_THAT(why.parts[0].parts[1].content.toStdString(), HasSubstr("A &lt;cold&gt;"));
    // Nobody is to call any more, and there is nothing left to move.
    const MimePart forGuest = parsed(composeMail(cancelled, guest(), robot));
    for (const int part : {0, 1}) {
        EXPECT_THAT(forGuest.parts[0].parts[part].content.toStdString(), Not(HasSubstr("will call")));
        EXPECT_THAT(forGuest.parts[0].parts[part].content.toStdString(), Not(HasSubstr("chat.example.com")));
    }
}

TEST(ComposeMail, IsTheSameMailEachTimeAndAnotherForOtherNews)
{
    const MailMessage first = composeMail(invitation(), guest(), robot);
    const MailMessage again = composeMail(invitation(), guest(), robot);
    EXPECT_EQ(first.data, again.data);
    EXPECT_EQ(first.messageId, again.messageId);
    Invitation next = invitation();
    next.sequence = 1;
    Invitation cancel = invitation();
    cancel.method = Invitation::Method::Cancel;
    QStringList ids{first.messageId, composeMail(next, guest(), robot).messageId,
                    composeMail(cancel, guest(), robot).messageId, composeMail(invitation(), host(), robot).messageId};
    EXPECT_EQ(ids.removeDuplicates(), 0);
}

TEST(ComposeMail, KeepsToTheLinesOfMail)
{
    Invitation long_ = invitation();
    long_.title = UntrustedText(QString(300, u'é'));
    long_.description = UntrustedText(u"trailing blank \n.\n..dots\nFrom here =3D "_s + QString(500, u'x')
                                      + u" 日本語 "_s + QString(400, u'界'));
    long_.attendees[0].name = UntrustedText(QString(190, u'ж'));
    const QByteArray data = composeMail(long_, guest(), robot).data;
    for (const QByteArray &line : data.split('\n')) {
        EXPECT_LE(line.size(), 79) << line.toStdString(); // 78 and the CR
        if (!line.isEmpty())
            EXPECT_TRUE(line.endsWith('\r'));
        for (const char c : line)
            EXPECT_LT(static_cast<unsigned char>(c), 0x80);
    }
    const MimePart mail = MimePart::read(data);
    EXPECT_EQ(mail.decodedHeader("Subject"), u"Invitation: "_s + QString(300, u'é') + u", Tue Mar 10, 7:00 PM CET"_s);
    const QString text = QString::fromUtf8(mail.parts[0].parts[0].content);
    EXPECT_TRUE(text.contains(u"日本語"_s));
    EXPECT_TRUE(text.contains(u"=3D"_s));
    EXPECT_TRUE(text.contains(QString(400, u'界')));
}

struct Hostile : testing::TestWithParam<QString>
{
};

TEST_P(Hostile, StaysTextEverywhere)
{
    Invitation made = invitation();
    made.title = UntrustedText(GetParam());
    made.description = UntrustedText(GetParam());
    made.location = UntrustedText(GetParam());
    made.guestPhone = GetParam();
    made.meetingId = GetParam();
    made.organizer = {UntrustedText(GetParam()), u"grace@example.com"_s + GetParam()};
    made.attendees = {{UntrustedText(GetParam()), u"ada@example.com"_s + GetParam()}};
    MailReader reader = guest();
    reader.mailbox = made.attendees[0];
    reader.manageUrl = u"https://chat.example.com/m/"_s + GetParam();
    const MailMessage message =
        composeMail(made, reader, {UntrustedText(GetParam()), u"robot@example.com"_s + GetParam()});
    const MimePart mail = parsed(message);
    EXPECT_EQ(mail.headers.size(), 9u); // no header was added
    EXPECT_EQ(mail.header("Bcc"), QByteArray());
    ASSERT_EQ(mail.parts.size(), 2u);
    ASSERT_EQ(mail.parts[0].parts.size(), 3u);
    const QString page = QString::fromUtf8(mail.parts[0].parts[1].content);
    EXPECT_FALSE(page.contains(u"<script"_s, Qt::CaseInsensitive));
    EXPECT_FALSE(page.contains(u"<img"_s, Qt::CaseInsensitive));
    static const QRegularExpression handler(u"<[^>]*\\son[a-z]+="_s);
    EXPECT_FALSE(handler.match(page).hasMatch());
    EXPECT_FALSE(message.to.contains(u'\n'));
    EXPECT_FALSE(message.to.contains(u'>'));
    const QByteArray calendar = mail.parts[1].content;
    EXPECT_EQ(calendar.count("\r\nATTENDEE"), 1);
    EXPECT_EQ(calendar.count("\r\nEND:VEVENT"), 1);
    EXPECT_EQ(calendar.count("\r\nBEGIN:VALARM"), 0);
    EXPECT_EQ(calendar.count('\n'), calendar.count("\r\n"));
}

INSTANTIATE_TEST_SUITE_P(Words, Hostile,
                         testing::Values(u"Eve\r\nATTENDEE:mailto:eve@example.org"_s,
                                         u"Eve\nBcc: all@example.org\n\nbody"_s, u"<script>alert(1)</script>"_s,
                                         u"\" onload=\"alert(1)"_s, u"' onmouseover='x"_s,
                                         u"<img src=x onerror=alert(1)>"_s, u"a;b:c,d\\e\"f"_s,
                                         u"Eve\r\nEND:VEVENT\r\nBEGIN:VALARM"_s, u"{{facts}}{{lead}}"_s,
                                         u"=?UTF-8?B?QmNjOiB4?="_s, u"Eve\u2028Bcc: x\u2029\u0085Bcc: y"_s, u"\r"_s,
                                         u"é\r\n.\r\nMAIL FROM"_s, u">, <eve@example.org"_s));

TEST(ComposeMail, FallsBackToTheOrganizerAsSender)
{
    const MailMessage message = composeMail(invitation(), guest(), {});
    EXPECT_EQ(message.from, u"grace@example.com"_s);
    EXPECT_EQ(parsed(message).header("From"), "\"Grace Hopper\" <grace@example.com>");
    EXPECT_EQ(parsed(message).header("Reply-To"), QByteArray());
}

} // namespace ChatCal
