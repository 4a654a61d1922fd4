// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/fakegoogleevents.h"
#include "tests/support/fakegoogleoauth.h"
#include "tests/support/fakehttpserver.h"

#include <QQueue>

namespace ChatCal {

/// Google Calendar and Google's sign-in on one loopback port: GOOGLE_API_BASE is apiBase(), GOOGLE_OAUTH_BASE is
/// oauthBase(). What it keeps lives in this process; `fake_google` is the same as a program. For a look from another
/// process GET /fake/events tells what is in the first calendar.
class FakeGoogle
{
public:
    FakeGoogle();

    [[nodiscard]] QUrl apiBase() const { return m_server.url("/calendar/v3"); }
    [[nodiscard]] QUrl oauthBase() const { return m_server.url("/oauth"); }
    [[nodiscard]] FakeGoogleEvents &events() { return m_events; }
    [[nodiscard]] FakeGoogleOAuth &oauth() { return m_oauth; }
    [[nodiscard]] const FakeHttpServer &server() const { return m_server; }
    /// Of the Calendar API, "POST /calendars/primary/events", with the query.
    [[nodiscard]] QStringList calls() const;

    struct Fault
    {
        enum class Kind {
            Status, ///< answers status and reason, does nothing
            LoseAnswer, ///< does the work, then cuts the connection
            HalfAnswer, ///< does the work, then cuts the answer in its middle
            Nonsense, ///< 200 with a body that is no JSON
            Stall, ///< never answers
            Flood ///< 50 MB of events
        };
        Kind kind = Kind::Status;
        int status = 500;
        QString reason = QStringLiteral("backendError");
        QByteArray headers; ///< "Retry-After: 1\r\n"
        QByteArray method; ///< only calls of this method; empty: any
        bool onlyWrites = false; ///< only calls that change an event
    };
    /// What becomes of the next calls of the Calendar API, in this order; others go on as ever.
    void break_(const Fault &fault, int times = 1);
    void mend() { m_faults.clear(); }
    [[nodiscard]] bool isBroken() const { return !m_faults.isEmpty(); }

    static const QStringList scopes; ///< enough for everything

private:
    void answer(const FakeHttpServer::Request &request, QTcpSocket &socket);
    [[nodiscard]] FakeGoogleEvents::Answer api(const FakeHttpServer::Request &request, const QString &path,
                                               const QUrlQuery &query);
    [[nodiscard]] FakeGoogleOAuth::Answer oauth(const FakeHttpServer::Request &request, const QString &path,
                                                const QUrlQuery &query);
    [[nodiscard]] std::optional<Fault> nextFault(const FakeHttpServer::Request &request);

    FakeGoogleEvents m_events;
    FakeGoogleOAuth m_oauth;
    QList<Fault> m_faults;
    FakeHttpServer m_server; ///< last: it answers from the others
};

} // namespace ChatCal
