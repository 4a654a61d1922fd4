// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/google/googlecalendar.h"
#include "tests/contract/calendarcontract.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakegoogle.h"

using namespace Qt::StringLiterals;

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

/// As the web interface, or an invitation, puts it there.
QJsonObject resourceOf(const ForeignEvent &foreign)
{
    using Answer = ForeignEvent::Answer;
    const Event &event = foreign.event;
    const auto time = [&event](Instant instant) {
        return event.allDay
            ? QJsonObject{{u"date"_s, toIsoDate(event.zone.toLocalDate(instant))}}
            : QJsonObject{{u"dateTime"_s, toRfc3339({instant, event.zone})}, {u"timeZone"_s, event.zone.name()}};
    };
    QJsonObject resource{{u"id"_s, event.id},
                         {u"iCalUID"_s, event.uid},
                         {u"summary"_s, event.title.stored()},
                         {u"start"_s, time(event.when.start)},
                         {u"end"_s, time(event.when.end)}};
    if (!event.recurrenceRule.isEmpty())
        resource.insert(u"recurrence"_s, QJsonArray{u"RRULE:"_s + event.recurrenceRule});
    if (event.transparency == Event::Transparency::Free)
        resource.insert(u"transparency"_s, u"transparent"_s);
    if (event.status == Event::Status::Tentative)
        resource.insert(u"status"_s, u"tentative"_s);
    static const QHash<Answer, QString> answers{{Answer::Accepted, u"accepted"_s},
                                                {Answer::Tentative, u"tentative"_s},
                                                {Answer::Unanswered, u"needsAction"_s},
                                                {Answer::Declined, u"declined"_s}};
    if (foreign.answer != Answer::NotInvited) {
        const QJsonObject host{{u"email"_s, u"grace@example.com"_s}, {u"responseStatus"_s, answers[foreign.answer]}};
        resource.insert(u"attendees"_s, QJsonArray{host});
        resource.insert(u"organizer"_s, QJsonObject{{u"email"_s, u"ada@example.com"_s}});
    }
    return resource;
}

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
    [[nodiscard]] bool loseNextAnswer() override
    {
        m_google.break_({.kind = FakeGoogle::Fault::Kind::LoseAnswer, .onlyWrites = true});
        return true;
    }
    [[nodiscard]] bool putForeign(const ForeignEvent &foreign) override
    {
        m_google.events().put(resourceOf(foreign));
        for (const auto &[original, to] : foreign.moved)
            m_google.events().moveOccurrence(foreign.event.id, original, to);
        for (const Instant original : foreign.cancelled)
            m_google.events().cancelOccurrence(foreign.event.id, original);
        return true;
    }

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
