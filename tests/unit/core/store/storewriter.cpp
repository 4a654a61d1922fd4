// SPDX-License-Identifier: Apache-2.0
// Commits to the database file named on the command line until it is killed; a line on stdout for each confirmation.
#include "core/store/sqlitestore.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

void say(const QByteArray &line)
{
    std::puts(line.constData());
    std::fflush(stdout);
}

// Two documents and an index entry that must appear together, or not at all.
Batch numbered(int number)
{
    const QByteArray body(2000, static_cast<char>('a' + number % 26));
    Batch batch;
    batch.partition = u"p"_s;
    batch.puts = {{u"left%1"_s.arg(number), body, 0, {}}, {u"right%1"_s.arg(number), body, 0, {}}};
    batch.indexPuts = {{u"i"_s, QString::number(number), number}};
    batch.durability = number % 4 == 0 ? Batch::Durability::Full : Batch::Durability::Normal;
    return batch;
}

QCoro::Task<> write(Store *store, int first, int step)
{
    for (int number = first;; number += step) {
        const auto done = co_await store->commit(numbered(number));
        if (!done) {
            say("failed: " + done.error().detail.toUtf8());
            std::abort();
        }
        say("committed " + QByteArray::number(number));
    }
}

QCoro::Task<> begin(Store *store)
{
    const auto lease = co_await store->acquire(u"p"_s, u"l"_s, std::chrono::hours(1));
    if (!lease)
        std::abort();
    say("lease " + QByteArray::number(lease->token));
    for (int writer = 0; writer < 4; ++writer)
        write(store, writer, 4);
}

} // namespace

} // namespace ChatCal

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const ChatCal::SystemClock clock;
    const auto store =
        ChatCal::orDie(ChatCal::SqliteStore::open({.path = application.arguments().value(1), .clock = clock}),
                       "the test made the folder");
    ChatCal::begin(store.get());
    return QCoreApplication::exec();
}
