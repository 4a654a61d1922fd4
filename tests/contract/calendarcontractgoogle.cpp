// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/google/googlecalendar.h"
#include "tests/contract/calendarcontract.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakegoogle.h"

namespace ChatCal {

namespace {

/// Somebody who is signed in.
class SignedIn final : public GoogleAccess
{
public:
    explicit SignedIn(QByteArray token) : m_token(std::move(token)) { }
    QCoro::Task<Result<Secret>> token(std::stop_token) override
    {
        const Secret held = m_token;
        co_return held;
    }
    QCoro::Task<Result<Secret>> tokenAfter(Secret, std::stop_token) override
    {
        co_return failure(ErrorCode::Unauthorized, QStringLiteral("the token was refused"));
    }

private:
    Secret m_token;
};

class GooglePlace final : public CalendarPlace
{
public:
    GooglePlace() : m_access(std::make_shared<SignedIn>(m_google.oauth().makeAccessToken(FakeGoogle::scopes)))
    {
        m_options.api.base = m_google.apiBase();
        m_options.patience = std::chrono::seconds(60); // six years of free/busy are many calls
    }
    ~GooglePlace() override { EXPECT_EQ(m_google.events().mails(), 0) << "Google would have mailed the guests"; }

    [[nodiscard]] std::unique_ptr<Calendar> open() override
    {
        return std::make_unique<GoogleCalendar>(m_options, m_access, m_client, m_clock);
    }

    [[nodiscard]] bool tellsChanges() const override { return true; }

private:
    FakeGoogle m_google;
    FakeClock m_clock;
    HttpClient m_client;
    std::shared_ptr<SignedIn> m_access;
    GoogleCalendar::Options m_options;
};

} // namespace

INSTANTIATE_TEST_SUITE_P(GoogleCalendar, CalendarContract,
                         testing::Values(CalendarKind{"Fake", [] { return std::make_unique<GooglePlace>(); }}),
                         calendarKindName);

} // namespace ChatCal
