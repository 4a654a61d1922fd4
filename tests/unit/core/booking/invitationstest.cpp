// SPDX-License-Identifier: Apache-2.0
#include "core/booking/invitations.h"

#include "core/time/words.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace ChatCal {
namespace {

Host grace()
{
    Host host;
    host.id = u"owner"_s;
    host.name = UntrustedText(u"Grace Hopper"_s);
    host.email = u"grace@example.org"_s;
    host.zone = *Zone::find(u"America/New_York"_s);
    return host;
}

Attendee person(const QString &name)
{
    return {UntrustedText(name), name.toLower() + u"@example.com"_s, {}};
}

Meeting meeting()
{
    Meeting meeting;
    meeting.id = u"0310-1400-30m"_s;
    meeting.uid = u"1b4e28ba-2fa1-41d2-883f-0016d3cca427@chatcal"_s;
    meeting.title = UntrustedText(u"Call"_s);
    const Instant start = *fromRfc3339(u"2026-03-10T18:00:00Z"_s);
    meeting.when = {start, start + 30min};
    meeting.zone = grace().zone;
    meeting.guestZone = *Zone::find(u"Europe/Paris"_s);
    meeting.status = MeetingStatus::Confirmed;
    meeting.attendees = {person(u"Ada"_s)};
    return meeting;
}

/// "ada@example.com REQUEST" for each mail.
std::vector<std::string> summary(const QList<MailMessage> &mails)
{
    std::vector<std::string> lines;
    for (const MailMessage &mail : mails) {
        const bool cancels = mail.data.contains("method=CANCEL");
        EXPECT_NE(cancels, mail.data.contains("method=REQUEST"));
        lines.push_back(mail.to.toStdString() + (cancels ? " CANCEL" : " REQUEST"));
    }
    return lines;
}

TEST(Invitations, OfABookingGoToTheGuestAndTheHost)
{
    const auto mails = invitationMails({}, meeting(), grace(), {});
    EXPECT_THAT(summary(mails), ElementsAre("ada@example.com REQUEST", "grace@example.org REQUEST"));
    EXPECT_EQ(mails.first().from, u"grace@example.org"_s);
    EXPECT_EQ(invitationMails({}, meeting(), grace(), {{}, u"desk@example.org"_s}).first().from, u"desk@example.org"_s);
}

TEST(Invitations, AreTheSameForTheSameMeeting)
{
    const auto once = invitationMails({}, meeting(), grace(), {});
    const auto again = invitationMails({}, meeting(), grace(), {});
    ASSERT_THAT(again, SizeIs(2));
    for (qsizetype i = 0; i < once.size(); ++i) {
        EXPECT_EQ(once[i].messageId, again[i].messageId);
        EXPECT_EQ(once[i].data, again[i].data);
    }
}

TEST(Invitations, OfACancellationCancel)
{
    Meeting after = meeting();
    after.status = MeetingStatus::Cancelled;
    ++after.sequence;
    EXPECT_THAT(summary(invitationMails(meeting(), after, grace(), {})),
                ElementsAre("ada@example.com CANCEL", "grace@example.org CANCEL"));
}

TEST(Invitations, OfNewAttendeesLeaveThoseWhoStayInPeace)
{
    Meeting after = meeting();
    after.attendees.append(person(u"Bob"_s));
    ++after.sequence;
    EXPECT_THAT(summary(invitationMails(meeting(), after, grace(), {})),
                ElementsAre("bob@example.com REQUEST", "grace@example.org REQUEST"));
    after.when = {after.when.start + 1h, after.when.end + 1h};
    EXPECT_THAT(summary(invitationMails(meeting(), after, grace(), {})),
                ElementsAre("ada@example.com REQUEST", "bob@example.com REQUEST", "grace@example.org REQUEST"));
}

TEST(Invitations, TakeLeaveOfThoseWhoAreTakenOff)
{
    Meeting after = meeting();
    after.attendees.clear();
    ++after.sequence;
    EXPECT_THAT(summary(invitationMails(meeting(), after, grace(), {})),
                ElementsAre("ada@example.com CANCEL", "grace@example.org REQUEST"));
}

TEST(Invitations, CancelForTheOneTakenOffAloneAndNotTheMeeting)
{
    Meeting before = meeting();
    before.attendees.append(person(u"Bob"_s));
    Meeting after = meeting();
    ++after.sequence;
    const auto calendarOf = [](const MailMessage &mail) {
        const qsizetype at = mail.data.indexOf("method=CANCEL");
        return QByteArray::fromBase64(mail.data.mid(mail.data.indexOf("\r\n\r\n", at)));
    };
    const auto mails = invitationMails(before, after, grace(), {});
    ASSERT_THAT(summary(mails), ElementsAre("bob@example.com CANCEL", "grace@example.org REQUEST"));
    EXPECT_FALSE(calendarOf(mails[0]).contains("STATUS:CANCELLED"));
    EXPECT_FALSE(calendarOf(mails[0]).contains("ada@example.com"));
    EXPECT_TRUE(calendarOf(mails[0]).contains("SEQUENCE:1"));
    after.status = MeetingStatus::Cancelled;
    const auto gone = invitationMails(before, after, grace(), {});
    ASSERT_THAT(gone, SizeIs(3));
    for (const MailMessage &mail : gone)
        EXPECT_TRUE(calendarOf(mail).contains("STATUS:CANCELLED")) << mail.to.toStdString();
}

TEST(Invitations, LinkEachGuestToAPageOfTheirOwn)
{
    Meeting both = meeting();
    both.sequence = 2;
    both.attendees.append(person(u"Bob"_s));
    const GuestPages pages{u"https://chat.example.com"_s, std::make_shared<SignedLinks>(Secret("key"))};
    const auto linkIn = [&pages](MailMessage mail) {
        mail.data.replace("=\r\n", "");
        const qsizetype at = mail.data.indexOf("https://chat.example.com/m/");
        if (at < 0)
            return std::optional<SignedLink>();
        const QByteArray rest = mail.data.mid(at + 27, 200);
        return pages.links->read(QString::fromLatin1(rest.left(rest.indexOf("\r\n"))));
    };
    const auto mails = invitationMails({}, both, grace(), {}, pages);
    ASSERT_THAT(mails, SizeIs(3));
    for (int i = 0; i < 2; ++i) {
        const auto link = linkIn(mails[i]);
        ASSERT_TRUE(link) << i;
        EXPECT_EQ(*link, (SignedLink{both.uid, pages.links->readerOf(mails[i].to), 2, both.when.end + guestPageLife}));
    }
    EXPECT_FALSE(mails[2].data.contains("/m/")); // the host's
    for (const GuestPages &none : {GuestPages{}, GuestPages{pages.publicUrl, nullptr}, GuestPages{{}, pages.links}})
        EXPECT_FALSE(invitationMails({}, both, grace(), {}, none)[0].data.contains("See, move or cancel"));
}

TEST(Invitations, AreNotSentForWhatAHostBookedAlone)
{
    Meeting alone = meeting();
    alone.attendees.clear();
    EXPECT_THAT(invitationMails({}, alone, grace(), {}), IsEmpty());
}

TEST(Invitations, WithoutAnyAddressOfTheHostStillGoToTheGuest)
{
    Host silent = grace();
    silent.email.clear();
    const auto mails = invitationMails({}, meeting(), silent, {});
    EXPECT_THAT(summary(mails), ElementsAre("ada@example.com REQUEST"));
    EXPECT_TRUE(mails.first().from.endsWith(u".invalid"_s));
}

} // namespace
} // namespace ChatCal
