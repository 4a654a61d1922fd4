// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/localcalendar.h"
#include "core/store/sqlitestore.h"
#include "tests/contract/calendarcontract.h"
#include "tests/support/fakeclock.h"
#include "tests/support/memorystore.h"

#include <QPointer>
#include <QTemporaryDir>

namespace ChatCal {

namespace {

/// Each calendar with a store of its own, as in two processes.
class OnStore final : public Calendar
{
public:
    OnStore(std::unique_ptr<Store> store, const Clock &clock)
        : m_store(std::move(store)), m_calendar(*m_store, QStringLiteral("owner"), clock)
    {
    }
    QString name() const override { return m_calendar.name(); }
    QCoro::Task<Result<QList<Interval>>> freeBusy(Interval window, std::stop_token stop) override
    {
        return m_calendar.freeBusy(window, stop);
    }
    QCoro::Task<Result<QList<Event>>> list(Interval window, std::stop_token stop) override
    {
        return m_calendar.list(window, stop);
    }
    QCoro::Task<Result<std::optional<Event>>> find(QString id, std::stop_token stop) override
    {
        return m_calendar.find(id, stop);
    }
    QCoro::Task<Result<Event>> insert(Event event, std::stop_token stop) override
    {
        return m_calendar.insert(event, stop);
    }
    QCoro::Task<Result<Event>> update(Event event, std::stop_token stop) override
    {
        return m_calendar.update(event, stop);
    }
    QCoro::Task<Result<void>> remove(QString id, std::stop_token stop) override { return m_calendar.remove(id, stop); }
    QCoro::Task<Result<void>> check(std::stop_token stop) override { return m_calendar.check(stop); }

private:
    std::unique_ptr<Store> m_store;
    LocalCalendar m_calendar;
};

class MemoryPlace final : public CalendarPlace
{
public:
    [[nodiscard]] std::unique_ptr<Calendar> open() override
    {
        auto store = m_store.another();
        if (!m_first)
            m_first = store.get();
        return std::make_unique<OnStore>(std::move(store), m_clock);
    }
    /// Of the calendar opened first.
    [[nodiscard]] bool loseNextAnswer() override
    {
        m_first->loseNextCommit();
        return true;
    }

private:
    FakeClock m_clock;
    MemoryStore m_store{m_clock};
    QPointer<MemoryStore> m_first;
};

class SqlitePlace final : public CalendarPlace
{
public:
    [[nodiscard]] std::unique_ptr<Calendar> open() override
    {
        auto store = orDie(SqliteStore::open({.path = m_folder.filePath(QStringLiteral("store.db")), .clock = m_clock}),
                           "a fresh folder can be written");
        return std::make_unique<OnStore>(std::move(store), m_clock);
    }

private:
    QTemporaryDir m_folder;
    FakeClock m_clock;
};

} // namespace

INSTANTIATE_TEST_SUITE_P(LocalCalendar, CalendarContract,
                         testing::Values(CalendarKind{"Memory", [] { return std::make_unique<MemoryPlace>(); }},
                                         CalendarKind{"Sqlite", [] { return std::make_unique<SqlitePlace>(); }}),
                         calendarKindName);

} // namespace ChatCal
