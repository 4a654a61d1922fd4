// SPDX-License-Identifier: Apache-2.0
#include "core/engine/lockedservices.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

template<typename T>
QCoro::Task<Result<T>> locked()
{
    co_return failure(ErrorCode::Unauthorized, u"its password is sealed, and the passphrase was not given"_s);
}

class LockedCalendar final : public Calendar
{
public:
    explicit LockedCalendar(QString name) : m_name(std::move(name)) { }

    [[nodiscard]] QString name() const override { return m_name; }
    [[nodiscard]] QCoro::Task<Result<QList<Interval>>> freeBusy(Interval, std::stop_token) override
    {
        return locked<QList<Interval>>();
    }
    [[nodiscard]] QCoro::Task<Result<QList<Event>>> list(Interval, std::stop_token) override
    {
        return locked<QList<Event>>();
    }
    [[nodiscard]] QCoro::Task<Result<std::optional<Event>>> find(QString, std::stop_token) override
    {
        return locked<std::optional<Event>>();
    }
    [[nodiscard]] QCoro::Task<Result<Event>> insert(Event, std::stop_token) override { return locked<Event>(); }
    [[nodiscard]] QCoro::Task<Result<Event>> update(Event, std::stop_token) override { return locked<Event>(); }
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString, std::stop_token) override { return locked<void>(); }
    [[nodiscard]] QCoro::Task<Result<CalendarChanges>> changes(QString, std::stop_token) override
    {
        return locked<CalendarChanges>();
    }
    [[nodiscard]] QCoro::Task<Result<void>> check(std::stop_token) override { return locked<void>(); }

private:
    QString m_name;
};

class LockedMailer final : public Mailer
{
public:
    [[nodiscard]] QString name() const override { return u"smtp"_s; }
    [[nodiscard]] bool reachesPeople() const override { return true; }
    [[nodiscard]] QCoro::Task<Result<void>> send(MailMessage, std::stop_token) override { return locked<void>(); }
    [[nodiscard]] QCoro::Task<Result<void>> check(std::stop_token) override { return locked<void>(); }
};

} // namespace

std::unique_ptr<Calendar> makeLockedCalendar(const QString &name)
{
    return std::make_unique<LockedCalendar>(name);
}

std::unique_ptr<Mailer> makeLockedMailer()
{
    return std::make_unique<LockedMailer>();
}

} // namespace ChatCal
