// SPDX-License-Identifier: Apache-2.0
// A process that books, moves, cancels or recovers in the folder it is given, and that dies where the environment
// variable CHATCAL_FAIL_POINT says. Its sources of core/booking are compiled with fail points.
//   booking_crasher FOLDER book|recover | move|cancel UID | race FIRST COUNT
#include "tests/integration/bookingstack.h"
#include "tests/support/await.h"

#include <QCoreApplication>
#include <QTextStream>

#include <vector>

using namespace Qt::StringLiterals;

namespace ChatCal {
namespace {

/// "booked UID", "refused", "error": what the caller was told.
QString told(const Result<BookingOutcome> &outcome)
{
    if (!outcome)
        return u"error "_s + errorName(outcome.error().code);
    if (const auto *meeting = std::get_if<Meeting>(&*outcome))
        return u"booked "_s + meeting->uid;
    return u"refused "_s + reasonName(std::get<Refusal>(*outcome).reason);
}

QStringList run(BookingStack &stack, const QStringList &arguments)
{
    const QString &action = arguments.at(2);
    if (action == u"book"_s)
        return {told(await(stack.service.book(BookingStack::request(u"key"_s), BookingStack::host(), {})))};
    if (action == u"recover"_s)
        return {await(stack.service.recover()) ? u"recovered"_s : u"error"_s};
    if (action == u"move"_s) {
        ChangeRequest change;
        change.start = BookingStack::at("2026-03-11T10:00");
        return {told(await(stack.service.change(arguments.at(3), change, BookingStack::host(), {})))};
    }
    if (action == u"cancel"_s) {
        const auto cancelled = await(stack.service.cancel(arguments.at(3), {}, BookingStack::host(), {}));
        return {cancelled ? u"cancelled"_s : u"error"_s};
    }
    const int first = arguments.at(3).toInt();
    const int count = arguments.at(4).toInt();
    std::vector<QCoro::Task<Result<BookingOutcome>>> tasks;
    for (int i = first; i < first + count; ++i)
        tasks.push_back(stack.service.book(BookingStack::request(), BookingStack::guest(i), {}));
    QStringList answers;
    for (auto &task : tasks)
        answers.append(told(await(std::move(task))));
    return answers;
}

} // namespace
} // namespace ChatCal

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    using namespace ChatCal;
    BookingStack stack(application.arguments().at(1));
    QTextStream out(stdout);
    out << "ready\n" << Qt::flush;
    for (const QString &answer : run(stack, application.arguments()))
        out << answer << '\n';
    out << Qt::flush;
    return eventually([&stack] { return stack.outbox.isIdle(); }) ? 0 : 1;
}
