// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/booking/bookingservice.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/support/fakecalendar.h"
#include "tests/support/fakeclock.h"
#include "tests/support/memorystore.h"

#include <gmock/gmock.h>

#include <QAbstractEventDispatcher>
#include <QMap>

#include <algorithm>
#include <memory>

namespace ChatCal {

/// Keeps what it is given, once per message id.
class KeepingMailer final : public Mailer
{
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("keeping"); }
    [[nodiscard]] bool reachesPeople() const override { return false; }
    QCoro::Task<Result<void>> send(MailMessage message, std::stop_token) override
    {
        kept.insert(message.messageId, message);
        co_return Result<void>();
    }
    QCoro::Task<Result<void>> check(std::stop_token) override { co_return Result<void>(); }

    QMap<QString, MailMessage> kept;

    /// Addresses, sorted; one for each mail.
    [[nodiscard]] QStringList receivers() const
    {
        QStringList to;
        for (const MailMessage &message : kept)
            to.append(message.to);
        to.sort();
        return to;
    }
};

/// A host in New York on Wednesday, March 4, 2026, 9:00, with an empty calendar, and everything around the service.
class BookingWorld : public testing::Test
{
public:
    static Zone newYork() { return *Zone::find(QStringLiteral("America/New_York")); }
    /// "2026-03-10T14:00" on the host's wall clock.
    static Instant at(const char *local) { return newYork().toInstant(*fromIsoLocal(QString::fromLatin1(local))); }

    static BookingService::Options options()
    {
        BookingService::Options options;
        options.host.id = QStringLiteral("owner");
        options.host.name = UntrustedText(QStringLiteral("Grace Hopper"));
        options.host.email = QStringLiteral("grace@example.org");
        options.host.zone = newYork();
        return options;
    }

    static Actor guest(const char *session = "aaaa") { return {Actor::Role::Guest, QString::fromLatin1(session)}; }
    static Actor host() { return {Actor::Role::Host, QStringLiteral("owner")}; }
    static Attendee ada()
    {
        return {UntrustedText(QStringLiteral("Ada Lovelace")), QStringLiteral("ada@example.com"), {}};
    }

    static BookingRequest request(const char *start = "2026-03-10T14:00")
    {
        BookingRequest request;
        request.title = UntrustedText(QStringLiteral("Call with Ada"));
        request.start = at(start);
        request.attendees = {ada()};
        request.guestZone = *Zone::find(QStringLiteral("Europe/Paris"));
        return request;
    }

    void restart(const BookingService::Options &with = options())
    {
        service.reset();
        outbox = std::make_unique<Outbox>(store, mailer, clock);
        service = std::make_unique<BookingService>(with, store, calendar, *outbox, clock);
    }
    void SetUp() override { restart(); }
    ~BookingWorld() override
    {
        // What they left waiting for the store's answers comes to its end.
        service.reset();
        outbox.reset();
        QAbstractEventDispatcher *events = QAbstractEventDispatcher::instance();
        for (int turn = 0; turn < 1000 && events->processEvents(QEventLoop::AllEvents);)
            ++turn;
    }

    Result<BookingOutcome> tryBook(const BookingRequest &what, const Actor &actor)
    {
        return await(service->book(what, actor, {}));
    }
    /// Expects it to be booked.
    Meeting book(const BookingRequest &what = request(), const Actor &actor = guest())
    {
        const auto outcome = tryBook(what, actor);
        EXPECT_TRUE(outcome) << (outcome ? "" : outcome.error().detail.toStdString());
        return takeMeeting(outcome);
    }
    static Meeting takeMeeting(const Result<BookingOutcome> &outcome)
    {
        const bool isBooked = outcome && std::holds_alternative<Meeting>(*outcome);
        EXPECT_TRUE(isBooked) << (outcome && !isBooked ? reasonName(std::get<Refusal>(*outcome).reason).toStdString()
                                                       : std::string("an error"));
        return isBooked ? std::get<Meeting>(*outcome) : Meeting();
    }
    static Refusal takeRefusal(const Result<BookingOutcome> &outcome)
    {
        const bool isRefused = outcome && std::holds_alternative<Refusal>(*outcome);
        EXPECT_TRUE(isRefused);
        return isRefused ? std::get<Refusal>(*outcome) : Refusal();
    }
    Refusal refused(const BookingRequest &what, const Actor &actor = guest())
    {
        return takeRefusal(tryBook(what, actor));
    }
    QList<Meeting> allMeetings()
    {
        MeetingQuery query;
        query.limit = 500;
        const auto page = await(service->meetings(query, host()));
        EXPECT_TRUE(page);
        return page ? page->meetings : QList<Meeting>();
    }
    /// What @p mail says, its parts decoded.
    static QByteArray textOf(const MailMessage &mail)
    {
        QByteArray text;
        for (const QByteArray &block : QByteArray(mail.data).replace("\r\n\r\n", "\1").split('\1'))
            text += block + QByteArray::fromBase64(block);
        return text;
    }
    bool allMailSent()
    {
        return eventually([this] { return outbox->isIdle(); });
    }

    /// How many of the mails kept hold @p text.
    int mailsWith(const char *text)
    {
        EXPECT_TRUE(allMailSent());
        return static_cast<int>(std::count_if(mailer.kept.cbegin(), mailer.kept.cend(),
                                              [text](const MailMessage &mail) { return textOf(mail).contains(text); }));
    }
    /// The meeting is as it was, and nobody was written to.
    void expectUntouched(const Meeting &meeting)
    {
        const Meeting now = await(service->find(meeting.uid, host())).value_or(Meeting());
        EXPECT_EQ(now.status, MeetingStatus::Confirmed);
        EXPECT_EQ(now.when, meeting.when);
        EXPECT_EQ(now.sequence, meeting.sequence);
        EXPECT_TRUE(allMailSent());
        EXPECT_THAT(mailer.receivers(), testing::IsEmpty());
    }

    FakeClock clock;
    MemoryStore store{clock};
    FakeCalendar calendar;
    KeepingMailer mailer;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<BookingService> service;
};

} // namespace ChatCal
