// SPDX-License-Identifier: Apache-2.0
#include "core/mail/invitation.h"
#include "core/time/words.h"
#include "mimereader.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

struct Case
{
    const char *name;
    Invitation::Occasion occasion;
    Invitation::How how;
    MailReader::Role role;
    const char *zone;
    Language language = Language::English;
};

void PrintTo(const Case &which, std::ostream *out)
{
    *out << which.name;
}

struct GoldenMail : testing::TestWithParam<Case>
{
    [[nodiscard]] static MailMessage compose(const Case &which)
    {
        const Zone hostZone = *Zone::find(u"America/New_York"_s);
        Invitation made;
        made.occasion = which.occasion;
        made.method = which.occasion == Invitation::Occasion::Cancelled ? Invitation::Method::Cancel
                                                                        : Invitation::Method::Request;
        made.uid = u"0b6f8f5e-2f0b-4c62-9c39-6f6d4b1f8a11@chatcal"_s;
        made.sequence = static_cast<int>(which.occasion);
        made.meetingId = u"0310-1400-30m"_s;
        made.title = UntrustedText(u"Café & <analytical> engines; part 2"_s);
        made.description = UntrustedText(u"The notes on Bernoulli numbers,\nand what the engine may weave."_s);
        made.how = which.how;
        made.guestPhone = which.how == Invitation::How::Phone ? u"+1 212 555 0100"_s : QString();
        made.conferenceUrl =
            which.how == Invitation::How::Video ? u"https://meet.example.com/abc?x=1&y=2"_s : QString();
        made.location =
            UntrustedText(which.how == Invitation::How::InPerson ? u"Room 5, 12 St James's Square"_s : QString());
        made.when.start = hostZone.toInstant(*fromIsoLocal(u"2026-03-10T14:00"_s));
        made.when.end = made.when.start + 30min;
        if (which.occasion == Invitation::Occasion::Moved)
            made.before = Interval{made.when.start - 24h, made.when.end - 24h};
        made.organizer = {UntrustedText(u"Grace Hopper"_s), u"grace@example.com"_s};
        made.attendees = {{UntrustedText(u"Ada \"Countess\" Lovelace"_s), u"ada@example.com"_s}};
        made.stamp = hostZone.toInstant(*fromIsoLocal(u"2026-03-04T09:00"_s));
        const bool isGuest = which.role == MailReader::Role::Guest;
        const MailReader reader{which.role, isGuest ? made.attendees[0] : made.organizer,
                                *Zone::find(QString::fromLatin1(which.zone)),
                                isGuest ? u"https://chat.example.com/m/abc"_s : QString(), which.language};
        return composeMail(made, reader, {UntrustedText(u"ChatCal"_s), u"robot@example.com"_s});
    }
};

/// What a review can read: the headers and each part with its transfer encoding undone.
void show(const MimePart &part, QByteArray &out)
{
    for (const auto &[name, value] : part.headers)
        out += name + ": " + value + "\n";
    if (!part.content.isEmpty())
        out += "\n" + QByteArray(part.content).replace("\r\n", "\n") + "\n";
    for (const MimePart &each : part.parts) {
        out += "----\n";
        show(each, out);
    }
}

} // namespace

/// CHATCAL_UPDATE_GOLDEN=1 writes the files anew; the review reads the difference.
TEST_P(GoldenMail, IsAsReviewed)
{
    QByteArray shown;
    show(MimePart::read(compose(GetParam()).data), shown);
    QFile file(QStringLiteral(CHATCAL_MAIL_DATA) + u'/' + QString::fromLatin1(GetParam().name) + u".txt"_s);
    if (qEnvironmentVariableIsSet("CHATCAL_UPDATE_GOLDEN")) {
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(shown);
        return;
    }
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(file.fileName());
    EXPECT_EQ(file.readAll().toStdString(), shown.toStdString());
}

INSTANTIATE_TEST_SUITE_P(
    Mails, GoldenMail,
    testing::Values(Case{"guest-booked-phone", Invitation::Occasion::Booked, Invitation::How::Phone,
                         MailReader::Role::Guest, "Europe/Paris"},
                    Case{"host-booked-video", Invitation::Occasion::Booked, Invitation::How::Video,
                         MailReader::Role::Host, "America/New_York"},
                    Case{"guest-moved-inperson", Invitation::Occasion::Moved, Invitation::How::InPerson,
                         MailReader::Role::Guest, "Asia/Kolkata"},
                    Case{"host-cancelled-phone", Invitation::Occasion::Cancelled, Invitation::How::Phone,
                         MailReader::Role::Host, "America/New_York"},
                    Case{"guest-booked-phone-german", Invitation::Occasion::Booked, Invitation::How::Phone,
                         MailReader::Role::Guest, "Europe/Berlin", Language::German},
                    Case{"guest-moved-inperson-french", Invitation::Occasion::Moved, Invitation::How::InPerson,
                         MailReader::Role::Guest, "Europe/Paris", Language::French},
                    Case{"host-cancelled-phone-spanish", Invitation::Occasion::Cancelled, Invitation::How::Phone,
                         MailReader::Role::Host, "Europe/Madrid", Language::Spanish}),
    [](const testing::TestParamInfo<Case> &info) {
        return QString::fromLatin1(info.param.name).replace(u'-', u'_').toStdString();
    });

} // namespace ChatCal
