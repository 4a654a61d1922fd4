// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/booking/bookingservice.h"
#include "core/calendar/localcalendar.h"
#include "core/mail/filemailer.h"
#include "core/store/sqlitestore.h"
#include "tests/support/fakeclock.h"

#include <QDir>

#include <memory>

namespace ChatCal {

/// The booking service on the real store, calendar and mailer in one folder, as the server puts them together. The
/// clock stands at Wednesday, March 4, 2026, 9:00 in New York, in every process.
struct BookingStack
{
    explicit BookingStack(const QString &folder)
        : mailFolder(folder + QStringLiteral("/outbox")),
          store(orDie(SqliteStore::open({folder + QStringLiteral("/chatcal.db"), clock}),
                      "a fresh folder takes a store")),
          calendar(*store, hostId(), clock),
          mailer(mailFolder),
          outbox(*store, mailer, clock),
          service(options(), *store, calendar, outbox, clock)
    {
    }

    static QString hostId() { return QStringLiteral("owner"); }
    static Zone zone() { return *Zone::find(QStringLiteral("America/New_York")); }
    static Instant at(const char *local) { return zone().toInstant(*fromIsoLocal(QString::fromLatin1(local))); }
    static BookingService::Options options()
    {
        BookingService::Options options;
        options.host.id = hostId();
        options.host.name = UntrustedText(QStringLiteral("Grace Hopper"));
        options.host.email = QStringLiteral("grace@example.org");
        options.host.zone = zone();
        return options;
    }
    static Actor host() { return {Actor::Role::Host, hostId()}; }
    static Actor guest(int number) { return {Actor::Role::Guest, QStringLiteral("guest%1").arg(number)}; }
    static BookingRequest request(const QString &idempotencyKey = {})
    {
        BookingRequest request;
        request.title = UntrustedText(QStringLiteral("Call with Ada"));
        request.start = at("2026-03-10T14:00");
        request.attendees = {{UntrustedText(QStringLiteral("Ada Lovelace")), QStringLiteral("ada@example.com"), {}}};
        request.guestZone = *Zone::find(QStringLiteral("Europe/Paris"));
        request.idempotencyKey = idempotencyKey;
        return request;
    }
    [[nodiscard]] qsizetype mailsWritten() const
    {
        return QDir(mailFolder).entryList({QStringLiteral("*.eml")}, QDir::Files).size();
    }

    FakeClock clock;
    QString mailFolder;
    std::unique_ptr<SqliteStore> store;
    LocalCalendar calendar;
    FileMailer mailer;
    Outbox outbox;
    BookingService service;
};

} // namespace ChatCal
