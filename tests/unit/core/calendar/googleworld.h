// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar/google/googlecalendar.h"
#include "core/calendar/google/googlesignin.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakegoogle.h"
#include "tests/support/memorystore.h"

#include <gmock/gmock.h>

#include <QRegularExpression>

namespace ChatCal {

/// A host who is signed in with the fake Google, and the calendar that results; 2026-03-04T09:00 in New York.
class GoogleWorld : public testing::Test
{
protected:
    GoogleWorld()
    {
        m_google.oauth().registerRedirect(redirect());
        m_options.api.base = m_google.apiBase();
        m_options.api.requestTimeout = std::chrono::milliseconds(1500);
        m_options.api.retry = {
            .attempts = 4, .firstPause = std::chrono::milliseconds(5), .longestPause = std::chrono::milliseconds(20)};
        m_options.patience = std::chrono::seconds(5);
        m_signIn = signInOn(m_store);
    }

    static QString redirect() { return QStringLiteral("http://127.0.0.1:8000/auth/callback"); }
    [[nodiscard]] GoogleSignIn::Options signInOptions() const
    {
        return {{FakeGoogleOAuth::clientId, Secret(FakeGoogleOAuth::clientSecret), m_google.oauthBase()},
                Secret("a master key"),
                QStringLiteral("owner")};
    }
    /// As another process has it.
    [[nodiscard]] std::unique_ptr<GoogleSignIn> signInOn(Store &store)
    {
        return std::make_unique<GoogleSignIn>(signInOptions(), store, m_client, m_clock);
    }

    /// What the browser does between begin() and finish().
    [[nodiscard]] GoogleSignIn::Return browse(const QUrl &url)
    {
        HttpRequest request;
        request.url = url;
        const auto response = await(m_client.send(request, {}));
        EXPECT_TRUE(response && response->status == 302) << (response ? response->body.toStdString() : "no answer");
        const QUrl back = QUrl::fromEncoded(response ? response->header("location") : QByteArray());
        const QUrlQuery query(back);
        const auto value = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
        return {value(QStringLiteral("state")), Secret(value(QStringLiteral("code")).toLatin1()),
                value(QStringLiteral("error"))};
    }
    void signIn()
    {
        const auto url = await(m_signIn->begin(redirect()));
        ASSERT_TRUE(url.has_value());
        const auto outcome = await(m_signIn->finish(browse(*url), {}));
        ASSERT_TRUE(outcome.has_value()) << qPrintable(outcome.error().detail);
        ASSERT_EQ(*outcome, GoogleSignIn::Outcome::SignedIn);
    }
    [[nodiscard]] std::unique_ptr<GoogleCalendar> open()
    {
        return std::make_unique<GoogleCalendar>(m_options, m_signIn->access(), m_client, m_clock);
    }

    [[nodiscard]] static Instant at(const QString &local, const QString &zone = QStringLiteral("Europe/Berlin"))
    {
        return Zone::find(zone)->toInstant(*fromIsoLocal(local));
    }
    [[nodiscard]] static Interval march()
    {
        return {at(QStringLiteral("2026-03-01T00:00")), at(QStringLiteral("2026-04-01T00:00"))};
    }
    /// Tea at nine on the fifth of March.
    [[nodiscard]] static Event tea(const QString &id = QStringLiteral("tea01"))
    {
        Event event;
        event.id = id;
        event.uid = id + QStringLiteral("@chatcal");
        event.title = UntrustedText(QStringLiteral("Tea"));
        event.zone = *Zone::find(QStringLiteral("Europe/Berlin"));
        event.when = {at(QStringLiteral("2026-03-05T09:00")), at(QStringLiteral("2026-03-05T09:30"))};
        return event;
    }
    /// As the web interface makes it.
    [[nodiscard]] static QJsonObject byHand(const QString &id, const QString &start, const QString &end)
    {
        return {{QStringLiteral("id"), id},
                {QStringLiteral("summary"), QStringLiteral("By hand")},
                {QStringLiteral("start"), QJsonObject{{QStringLiteral("dateTime"), start}}},
                {QStringLiteral("end"), QJsonObject{{QStringLiteral("dateTime"), end}}}};
    }

    FakeGoogle m_google;
    FakeClock m_clock;
    MemoryStore m_store{m_clock};
    HttpClient m_client;
    GoogleCalendar::Options m_options;
    std::unique_ptr<GoogleSignIn> m_signIn;
};

/// That calendar, opened.
class GoogleCalendarTest : public GoogleWorld
{
protected:
    void SetUp() override
    {
        signIn();
        m_calendar = open();
    }
    Event insert(const Event &event)
    {
        const auto made = await(m_calendar->insert(event, {}));
        EXPECT_TRUE(made.has_value()) << (made ? "" : qPrintable(made.error().detail));
        return made.value_or(Event());
    }
    [[nodiscard]] int count(const QString &start) const
    {
        return static_cast<int>(m_google.calls().filter(QRegularExpression(u'^' + start)).size());
    }
    [[nodiscard]] ErrorCode busyFails()
    {
        const auto busy = await(m_calendar->freeBusy(march(), {}));
        EXPECT_FALSE(busy.has_value()) << "what cannot be read must not be free";
        return busy ? ErrorCode::Internal : busy.error().code;
    }
    /// The event as Google has it.
    [[nodiscard]] QJsonObject resource(const QString &id)
    {
        for (const QJsonObject &event : m_google.events().events()) {
            if (event.value(QStringLiteral("id")).toString() == id)
                return event;
        }
        return {};
    }

    std::unique_ptr<GoogleCalendar> m_calendar;
};

} // namespace ChatCal
