// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar/calendar.h"

#include <QMap>

#include <functional>
#include <memory>

namespace ChatCal {

/// A calendar in memory that holds to the port's rules: a repeated insert changes nothing, an update checks the etag
/// and wants the event to be there, free/busy is merged and clipped. Recurrences are not expanded: events happen once.
/// Each call answers from the event loop, never at once.
class FakeCalendar : public Calendar
{
public:
    FakeCalendar();
    ~FakeCalendar() override;
    /// A second process with the same calendar.
    [[nodiscard]] std::unique_ptr<FakeCalendar> another() const;

    enum class Applied {
        No, ///< the call fails before anything was done
        Yes ///< the work is done, the answer is lost
    };
    /// The @p nth call from now (1 is the next) fails with @p code.
    void failCall(int nth, ErrorCode code = ErrorCode::Unavailable, Applied applied = Applied::No);
    /// Every call fails with @p code until cleared with nullopt.
    void failAll(std::optional<ErrorCode> code) { m_failAll = code; }
    /// Called before the work of each call, with the call's name; for what happens meanwhile.
    void onCall(std::function<void(const QString &call)> callback) { m_onCall = std::move(callback); }
    /// The same after the work, before the answer.
    void onDone(std::function<void(const QString &call)> callback) { m_onDone = std::move(callback); }

    enum class Conferences {
        None,
        Made, ///< insert() gives an event that wants one a link
        Late ///< the same, and find() does not show it
    };
    void setConferences(Conferences conferences);

    /// As if entered by hand.
    void put(const Event &event);
    void addBusy(const Interval &when);
    /// The next delta of changes() tells @p id as removed, whatever is true.
    void sayRemoved(const QString &id);
    /// Tokens given out so far are too old.
    void forgetTokens();
    [[nodiscard]] QList<Event> events() const; ///< by id
    [[nodiscard]] int calls() const { return m_calls; }

    [[nodiscard]] QString name() const override { return QStringLiteral("fake"); }
    QCoro::Task<Result<QList<Interval>>> freeBusy(Interval window, std::stop_token stop) override;
    QCoro::Task<Result<QList<Event>>> list(Interval window, std::stop_token stop) override;
    QCoro::Task<Result<std::optional<Event>>> find(QString id, std::stop_token stop) override;
    QCoro::Task<Result<Event>> insert(Event event, std::stop_token stop) override;
    QCoro::Task<Result<Event>> update(Event event, std::stop_token stop) override;
    QCoro::Task<Result<void>> remove(QString id, std::stop_token stop) override;
    QCoro::Task<Result<CalendarChanges>> changes(QString token, std::stop_token stop) override;
    [[nodiscard]] QString newUid() const override;
    [[nodiscard]] bool makesConferences() const override;
    QCoro::Task<Result<void>> check(std::stop_token stop) override;

private:
    struct State;
    explicit FakeCalendar(std::shared_ptr<State> state);
    template<typename T>
    QCoro::Task<Result<T>> answer(QString call, std::function<Result<T>()> work, std::stop_token stop);

    struct Fault
    {
        int countdown = 0;
        ErrorCode code = ErrorCode::Unavailable;
        Applied applied = Applied::No;
    };
    std::shared_ptr<State> m_state;
    QList<Fault> m_faults;
    std::optional<ErrorCode> m_failAll;
    std::function<void(const QString &)> m_onCall;
    std::function<void(const QString &)> m_onDone;
    int m_calls = 0;
};

} // namespace ChatCal
